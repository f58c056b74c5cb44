"""Reads the front matter of a page: the YAML between two lines of three hyphens at its very beginning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from apparatus.model import Diagnostic
from apparatus.read import nodes
from apparatus.read.places import BOM, Places

_OPENING = re.compile(r"---[ \t]*+(?:\r\n|\r|\n)")
_CLOSING = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*+(?:\r\n|\r|\n|\Z)")
_KEY = re.compile(r"[\w-]+[ \t]*:")


class FrontMatter(NamedTuple):
    """The values, the offset at which the page's body begins, and what could not be read."""

    values: Mapping[str, object]
    end: int
    faults: tuple[Diagnostic, ...] = ()


def read(text: str, places: Places) -> FrontMatter:
    """A page's front matter; empty if there is none or if it cannot be read. The body then begins after it all the same."""
    start = len(BOM) if text.startswith(BOM) else 0
    opening = _OPENING.match(text, start)
    if not opening:
        return FrontMatter({}, start)
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        if not _KEY.match(text, opening.end()):
            return FrontMatter({}, start)
        return _failed(places, start, start, "front matter is not closed", "write '---' on a line of its own after it")
    try:
        node = nodes.compose(text[opening.end() : closing.start()], places, "READ002", opening.end())
    except nodes.Unreadable as error:
        return FrontMatter({}, closing.end(), (error.diagnostic,))
    if node is None:
        return FrontMatter({}, closing.end())
    if not isinstance(node, nodes.Mapping):
        return _failed(places, opening.end(), closing.end(), "front matter is not a list of 'key: value'", "write it so")
    return FrontMatter(nodes.value(node), closing.end())


def _failed(places: Places, offset: int, end: int, message: str, fix: str) -> FrontMatter:
    return FrontMatter({}, end, (Diagnostic(places.at(offset), "READ002", message, fix),))
