"""The fields of an entry that somebody has just changed, in the house order; every other entry stays as people wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.fixes.edit import Edit, offset
from apparatus.model import Entry, Monograph, Source

CODES = ()  # house order is no fault; it is kept only in entries that somebody changes
REACH = None
ORDER = (
    *("author", "editor", "translator", "title", "subtitle", "booktitle", "journaltitle", "volume", "number", "type"),
    *("institution", "organization", "publisher", "location", "date", "pages", "doi", "isbn", "issn", "url", "urldate"),
    *("eventtitle", "note", "keywords", "langid"),
)
_FIELD = re.compile(r"^[ \t]*([A-Za-z][\w-]*)[ \t]*=")


def edits(monograph: Monograph, changed: frozenset[str]) -> Iterator[Edit]:
    sources = {source.path: source for source in monograph.sources}
    for entry in monograph.entries:
        if entry.citekey in changed and (edit := _reordered(entry, sources[entry.location.path])):
            yield edit


def _reordered(entry: Entry, source: Source) -> Edit | None:
    """The entry with its field lines in order, or None: in order already, or not written with one field a line."""
    start = source.text.rfind("@", 0, offset(source, entry.location))
    if start < 0 or not source.text.startswith(entry.raw, start):
        return None
    lines = entry.raw.split("\n")
    if len(lines) < 4 or not re.fullmatch(r"\}\s*", lines[-1]) or "=" in lines[0]:
        return None
    fields = _fields(lines[1:-1])
    if fields is None:
        return None
    ordered = sorted(fields, key=lambda field: ORDER.index(field[0]) if field[0] in ORDER else len(ORDER))
    if ordered == fields:
        return None
    text = "\n".join([lines[0], *("\n".join(written) for _, written in _with_commas(ordered)), lines[-1]])
    what = f"fields of '{entry.citekey}' put in order"
    return Edit(source.path, start, start + len(entry.raw), text, entry.location, what)


def _fields(lines: list[str]) -> list[tuple[str, list[str]]] | None:
    """Each field's name with its lines; None where a line is a comment, is empty, or two fields share one."""
    fields: list[tuple[str, list[str]]] = []
    depth = 0
    for line in lines:
        begins = _FIELD.match(line) if depth == 0 else None
        if begins:
            fields.append((begins[1].lower(), [line]))
        elif depth == 0 or not fields:
            return None
        else:
            fields[-1][1].append(line)
        depth += line.count("{") - line.count("}")
        if '"' in line or "%" in line or depth < 0:
            return None
    return fields if depth == 0 and all(re.search(r"[}\w],?\s*$", written[-1]) for _, written in fields) else None


def _with_commas(fields: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """Each field ends with a comma, so that any of them may stand last."""
    return [(name, [*written[:-1], f"{written[-1].rstrip().removesuffix(',')},"]) for name, written in fields]
