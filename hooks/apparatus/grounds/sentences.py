"""Cuts prose into sentences, by the stops that end one and not those of abbreviations, initials and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.prose import BLANK, CITED, NOTED

_MARKS = f"{CITED}{NOTED}"
_STOP = re.compile(rf"(?<![.!?…])[.!?…]+[”’\"'»)\]*_]*[{_MARKS}]*(?=\s|\Z)[\s{_MARKS}]*")
_WORD = re.compile(r"[\w.’-]*\Z")
_OPENING = "“‘«„\"'([*_>- \t\n"
_SHORT = frozenset(
    "dr mr mrs ms prof st gen lt col maj capt sgt gov sen rep rev hon jr sr no nos vol ed eds p pp para paras art arts sec ch "
    "chap fig figs n nn cf vs v al ca c e.g i.e op cit approx est dept inc ltd co corp art pmbl viz jan feb mar apr jun jul aug "
    "sept sep oct nov dec u.s u.k u.n a.m p.m".split()
)


def split(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, citations after its stop included, white space around it not."""
    start = _first(text, 0, len(text))
    for stop in _STOP.finditer(text):
        if stop.start() < start or not _ends(text, stop):
            continue
        end = stop.end()
        yield start, start + len(text[start:end].rstrip())
        start = _first(text, end, len(text))
    if text[start:].strip(_OPENING + _MARKS + BLANK):
        yield start, start + len(text[start:].rstrip())


def _first(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " \t\r\n":
        start += 1
    return start


def _ends(text: str, stop: re.Match[str]) -> bool:
    after = text[stop.end() : stop.end() + 12].lstrip(_OPENING)
    if after[:1].islower():
        return False
    if text[stop.start()] != "." or stop[0].startswith(".."):
        return True
    if any(sign in stop[0] for sign in _MARKS):
        return True
    word = _WORD.search(text, max(0, stop.start() - 24), stop.start())[0]
    if word.lower() in _SHORT:
        return False
    return not (len(word) == 1 and word.isupper())
