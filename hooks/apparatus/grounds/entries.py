"""What several checks of entries need to know: whether an entry could be read whole, and what it inherits from others."""

from __future__ import annotations

import re
from collections.abc import Mapping

from apparatus.grounds.datamodel import type_of
from apparatus.model import Entry, Location, Monograph

_LINE_END = re.compile(r"\r\n|\r|\n")
_KEY_BEFORE = re.compile(r"@[^{(]*[{(]\s*")
_GENERATIONS = 4  # nobody nests volumes deeper
_SIBLINGS = 10  # parents of one entry, and entries of one generation, that are asked
_NEVER = frozenset("ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions sortkey title".split())
_HOSTS = frozenset(
    "book mvbook collection mvcollection reference mvreference proceedings mvproceedings periodical booklet".split()
)


def start(entry: Entry) -> Location:
    """Where the ``@`` of the entry stands."""
    before = _KEY_BEFORE.match(entry.raw)
    if not before:
        return entry.location
    lines = len(_LINE_END.findall(before[0]))
    column = 1 if lines else max(entry.location.column - len(before[0]), 1)
    return Location(entry.location.path, max(entry.location.line - lines, 1), column)


def unread(monograph: Monograph) -> frozenset[Location]:
    """The places of the entries in which something could not be read: what they lack may be there and not have been seen."""
    failures: dict[str, set[int]] = {}
    for failure in monograph.failures:
        failures.setdefault(failure.location.path, set()).add(failure.location.line)
    found = set()
    for entry in monograph.entries:
        lines = failures.get(entry.location.path)
        if lines:
            first = start(entry).line
            last = first + len(_LINE_END.findall(entry.raw.rstrip()))
            if any(line in lines for line in range(first, last + 1)):
                found.add(entry.location)
    return frozenset(found)


def targets(entry: Entry, name: str) -> tuple[str, ...]:
    """The citekeys in a field that names other entries, in order."""
    return tuple(key.strip() for key in entry[name].split(",") if key.strip())


def parents(entry: Entry, by_citekey: Mapping[str, Entry]) -> tuple[Entry, ...]:
    """The entries that ``crossref`` and ``xdata`` name and that exist; the entry itself is not its parent."""
    keys = (*targets(entry, "crossref")[:1], *targets(entry, "xdata")[:_SIBLINGS])
    return tuple(by_citekey[key] for key in keys if key in by_citekey and by_citekey[key] is not entry)


def inherited(entry: Entry, by_citekey: Mapping[str, Entry]) -> frozenset[str]:
    """The names of the fields that an entry takes over from those it refers to (biblatex manual, appendix B), loops or not.

    Only the first four generations are asked.
    """
    names: set[str] = set()
    seen, generation = {entry.citekey}, [entry]
    for _ in range(_GENERATIONS):
        older = [parent for child in generation for parent in parents(child, by_citekey) if parent.citekey not in seen]
        for parent in older:
            seen.add(parent.citekey)
            names |= _handed_down(parent)
        generation = older[:_SIBLINGS]
    return frozenset(names)


def _handed_down(parent: Entry) -> set[str]:
    filled = {field.name for field in parent.fields if field.value.strip("{} \t\r\n")}
    names = filled - _NEVER
    if "title" in filled:
        names |= {"booktitle", "maintitle", "journaltitle"} if type_of(parent.kind) in _HOSTS else {"title"}
    return names
