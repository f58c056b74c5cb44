"""BIB045 doubled-title: a subtitle stands in the title already, or a title stands twice in its own field.

Why: the note prints the words twice.
Fix: keep them in one place: the main title in `title`, what follows its colon in `subtitle`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import titles
from apparatus.grounds.entry_fields import first, named, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB045"
PAIRS = {"subtitle": "title", "booksubtitle": "booktitle", "mainsubtitle": "maintitle", "titleaddon": "title"}
_SIGN = re.compile(r"[\W_]+")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry, field in named(monograph, PAIRS):
        main = first(entry, PAIRS[field.name])
        inner, outer = _letters(field.value), _letters(main.value) if main else ""
        if inner and (outer == inner or outer.endswith(f" {inner}") and len(inner.split()) > 1):
            message = f"{field.name} '{quoted(titles.text(field.value))}' stands in the {PAIRS[field.name]} already"
            yield Diagnostic(field.location, CODE, message, "keep it in one of the two")
    for _, field in named(monograph, titles.TITLES):
        words = _letters(field.value).split()
        half, odd = divmod(len(words), 2)
        if half > 1 and not odd and words[:half] == words[half:]:
            message = f"{field.name} '{quoted(titles.text(field.value))}' says the same twice"
            yield Diagnostic(field.location, CODE, message, "write it once")


def _letters(value: str) -> str:
    return _SIGN.sub(" ", titles.text(value).casefold()).strip()
