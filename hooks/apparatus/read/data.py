"""Reads one file of ``data/``: a YAML list of records, each value with its place and the citations that stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.model import Cluster, Datum, Diagnostic, Location, Malformed
from apparatus.read import nodes
from apparatus.read.inline import Inline
from apparatus.read.places import Places
from apparatus.read.scalars import Value

_FIX = "write a list of records: '- id: …' with 'key: value' lines under it"


def data(path: str, text: str) -> tuple[tuple[Datum, ...], tuple[Diagnostic, ...]]:
    """The records of one file in the order written, and what could not be read. An empty file has no records."""
    places = Places(path, text)
    try:
        root = nodes.compose(text, places, "READ003")
    except nodes.Unreadable as error:
        return (), (error.diagnostic,)
    if root is None or (isinstance(root, nodes.Scalar) and root.value is None):
        return (), ()
    if not isinstance(root, nodes.Sequence):
        return (), (_misshapen(places, root, "the file is not a list of records"),)
    records, faults = [], []
    for item in root.items:
        if isinstance(item, nodes.Mapping):
            records.append(_datum(item, places, faults))
        else:
            faults.append(_misshapen(places, item, "a list item that is no record"))
    return tuple(records), tuple(sorted(faults))


def _datum(node: nodes.Mapping, places: Places, faults: list[Diagnostic]) -> Datum:
    where: dict[str, Location] = {}
    clusters: dict[str, tuple[Cluster, ...]] = {}
    malformed: list[Malformed] = []
    for name, item in _named("", node):
        where[name] = places.at(item.start)
        if isinstance(item, nodes.Scalar) and isinstance(item.value, str) and "@" in item.value:
            inline = Inline(Value(places.text, item), places.text, places, {})
            malformed += inline.malformed
            faults += inline.faults
            if inline.clusters:
                clusters[name] = tuple(inline.clusters)
    return Datum(nodes.value(node), places.at(node.start), where, clusters, tuple(malformed))


def _named(name: str, node: nodes.Node) -> Iterator[tuple[str, nodes.Node]]:
    """A node and all within it by dotted path: '', 'title', 'sources', 'sources.0' …, in the order written."""
    yield name, node
    if isinstance(node, nodes.Scalar):
        return
    items = enumerate(node.items) if isinstance(node, nodes.Sequence) else ((key, item) for key, _, item in node.items)
    for key, item in items:
        yield from _named(f"{name}.{key}" if name else str(key), item)


def _misshapen(places: Places, node: nodes.Node, message: str) -> Diagnostic:
    return Diagnostic(places.at(node.start), "READ003", message, _FIX)
