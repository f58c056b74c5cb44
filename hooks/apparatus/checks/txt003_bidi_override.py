"""TXT003 bidi-override: a control that turns the direction of writing, in force where it should not be.

Why: text is then shown in another order than it is stored: a reviewer approves one sentence and publishes another.
Isolates and embeddings round Arabic or Hebrew are legal when they are closed on the same line; overrides never are.
Fix: delete the control; the letters of right-to-left scripts need none.
Source: Unicode Standard Annex 9; Unicode Technical Standard 55, "Unicode Source Code Handling" (CVE-2021-42574)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from apparatus.grounds.characters import found, in_code, name
from apparatus.model import Diagnostic, Monograph, Source
from apparatus.read.places import Places

CODE = "TXT003"
_CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ENTITY = re.compile(r"&#(?:x(202[a-e]|206[6-9])|(823[4-8]|829[4-7]));", re.IGNORECASE)
_OVERRIDES = "\u202d\u202e"
_CLOSER = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for source in monograph.sources:
        if _CONTROL.search(source.text):
            yield from _source(source)
    pages = {page.path: page for page in monograph.pages}
    for source, entity, place in found(monograph, _ENTITY):
        if source.path in pages and not in_code(pages[source.path], entity.start()):
            yield Diagnostic(place, CODE, f"bidirectional control {entity[0]}", "delete it")


def _source(source: Source) -> Iterator[Diagnostic]:
    places = Places(source.path, source.text)
    for start, end in zip(places.starts, places.ends, strict=True):
        line = source.text[start:end]
        for offset in _wrong(line):
            yield Diagnostic(places.at(start + offset), CODE, f"bidirectional control {name(line[offset])}", "delete it")


def _wrong(line: str) -> list[int]:
    """The offsets of overrides with their closers, and of embeddings and isolates that are unclosed or hold no such letters."""
    wrong: list[int] = []
    opened: list[int] = []
    for match in _CONTROL.finditer(line):
        sign, offset = match[0], match.start()
        if sign in _CLOSER or sign in _OVERRIDES:
            opened.append(offset)
        elif not opened or _CLOSER.get(line[opened[-1]], "\u202c") != sign:
            wrong.append(offset)
        else:
            start = opened.pop()
            if line[start] in _OVERRIDES:
                wrong.append(start)
            elif len(opened) > 20 or not _is_right_to_left(line[start:offset]):
                wrong += (start, offset)
    return sorted(wrong + opened)


def _is_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)
