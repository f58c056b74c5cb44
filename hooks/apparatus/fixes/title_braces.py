"""Titles whose capitals the citation style would lower are put into braces of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.fixes.edit import Edit, values
from apparatus.model import Monograph

NAMES = frozenset({"title", "subtitle", "booktitle", "booksubtitle", "maintitle"})
_CAPITALS = re.compile(r"\w[A-Z]|[A-Z]+\d|[A-Z]/")  # ISIL, McKay, G20, S/2020


def edits(monograph: Monograph, changed: frozenset[str]) -> Iterator[Edit]:
    for source, entry, field, start in values(monograph, NAMES):
        bare = re.sub(r"\{[^{}]*\}", "", field.value)
        before = source.text[start - 1 : start]
        if before == "{" and _CAPITALS.search(bare) and field.value.count("{") == field.value.count("}"):
            what = f"{field.name} of '{entry.citekey}' put into braces, so that its capitals are kept"
            yield Edit(source.path, start, start + len(field.value), f"{{{field.value}}}", field.value_location, what)
