"""Titles whose capitals the citation style would lower are put into braces of their own."""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.fixes.edit import Edit, values
from apparatus.model import Monograph

CODES = ("BIB033",)
REACH = None
NAMES = frozenset({"title", "subtitle", "booktitle", "booksubtitle", "maintitle"})


def edits(monograph: Monograph, changed: frozenset[str]) -> Iterator[Edit]:
    for source, entry, field, start in values(monograph, NAMES):
        before = source.text[start - 1 : start]
        if before == "{" and field.value.count("{") == field.value.count("}"):
            what = f"{field.name} of '{entry.citekey}' put into braces, so that its capitals are kept"
            yield Edit(source.path, start, start + len(field.value), f"{{{field.value}}}", field.value_location, what)
