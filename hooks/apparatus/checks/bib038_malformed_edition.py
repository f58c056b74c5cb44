"""BIB038 malformed-edition: an edition is “2nd ed.” or a number that is none.

Why: the style sets the ordinal and “ed.” itself, and only a number can be put into the reader's language.
Fix: write the number, `edition = {2}`. What no number says stays in words: `edition = {Third, revised and expanded edition}`.
Source: biblatex manual, section 2.2.2, field `edition`; Wikipedia, Help:CS1 errors, “|edition= has extra text”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.entry_fields import named, plain, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB038"
WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
CARDINALS = "one two three four five six seven eight nine ten eleven twelve".split()
_PLAIN = re.compile(r"(?:the\s+)?(\d{1,3}|[a-z]+)\s*(?:\.|st|nd|rd|th)?\s*(?:edn|eds?|editions?|auflage|aufl)\.?", re.IGNORECASE)
_LEADING = re.compile(r"(?:edition|ed\.?|edn\.?)\s*(\d{1,3})", re.IGNORECASE)
_ORDINAL = re.compile(r"(\d{1,6})\s*(st|nd|rd|th)", re.IGNORECASE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry, field in named(monograph, {"edition"}):
        value = plain(field.value)
        number = _number(value)
        ordinal = _ORDINAL.fullmatch(value)
        message = f"edition '{quoted(field.value)}'"
        if number and entry.kind not in ("software", "online"):
            yield Diagnostic(field.location, CODE, f"{message} says more than the number", f"write edition = {{{number}}}")
        elif ordinal and ordinal[2].lower() != _ending(int(ordinal[1])):
            yield Diagnostic(field.location, CODE, f"{message} is no ordinal", f"write edition = {{{ordinal[1]}}}")
        elif re.fullmatch(r"0+|-\d+|\?+", value):
            yield Diagnostic(field.location, CODE, f"{message} is no edition", "correct the number, or remove the field")


def _number(value: str) -> str:
    """The number of an edition that is given as number and word, such as ``2nd ed.``; else the empty string."""
    match = _PLAIN.fullmatch(value[:60]) or _LEADING.fullmatch(value[:60])
    if not match:
        return str(CARDINALS.index(value.lower()) + 1) if value.lower() in CARDINALS else ""
    word = match[1].lower()
    if word in WORDS:
        return str(WORDS.index(word) + 1)
    return str(int(word)) if word.isascii() and word.isdigit() else ""


def _ending(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
