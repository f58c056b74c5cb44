"""Reads what the book's settings say of it: the navigation in ``mkdocs.yml``, the edition's date in ``CITATION.cff``."""

from __future__ import annotations

from datetime import date

from apparatus.model import Diagnostic, NavigationEntry
from apparatus.read import nodes
from apparatus.read.places import Places

SETTINGS = "mkdocs.yml"
CITATION = "CITATION.cff"


def navigation(path: str, text: str) -> tuple[tuple[NavigationEntry, ...] | None, tuple[Diagnostic, ...]]:
    """The pages of ``nav:`` in order, sections flattened; None where there is no ``nav:``, for then every page is listed."""
    places = Places(path, text)
    root, faults = _mapping(text, places)
    found = next((item for key, _, item in root.items if key == "nav"), None) if root else None
    if found is None:
        return None, faults
    return tuple(_entries(found, "", places)), faults


def edition(path: str, text: str) -> tuple[date | None, tuple[Diagnostic, ...]]:
    """The ``date-released`` of the book, which stands for today in every check; None where none is given."""
    places = Places(path, text)
    root, faults = _mapping(text, places)
    for key, start, item in root.items if root else ():
        if key != "date-released" or not isinstance(item, nodes.Scalar):
            continue
        try:
            return date.fromisoformat(str(item.value)), faults
        except ValueError:
            message = f"'{item.string}' is no date"
            return None, (*faults, Diagnostic(places.at(start), "READ003", message, "write date-released: '2026-11-22'"))
    return None, faults


def _mapping(text: str, places: Places) -> tuple[nodes.Mapping | None, tuple[Diagnostic, ...]]:
    try:
        root = nodes.compose(text, places, "READ003")
    except nodes.Unreadable as error:
        return None, (error.diagnostic,)
    return (root if isinstance(root, nodes.Mapping) else None), ()


def _entries(node: nodes.Node, title: str, places: Places, part: str = ""):
    """The pages of a list, of a title with its page, or of a part with its list; of nested parts the inner one counts."""
    if isinstance(node, nodes.Scalar):
        if isinstance(node.value, str):
            yield NavigationEntry(node.value, title, places.at(node.start), part)
    elif isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from _entries(item, "", places, title or part)
    else:
        for key, _, item in node.items:
            yield from _entries(item, key, places, part)
