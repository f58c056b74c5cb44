"""Reads numbers in running text, in figures or in words, with the words that follow them; dates and places in works are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

WORDS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
).split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_VALUES = {word: value for value, word in enumerate(WORDS) if value}
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBER = re.compile(
    rf"(?<![\w.,/–-])(?=[\dotfsen])(?:(?P<figures>\d{{1,3}}(?:,\d{{3}})+|\d+)|(?P<word>{'|'.join(WORDS[1:])}))"
    rf"(?:\s?(?:–|\bto\b|\bor\b)\s?(?P<upper>\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(WORDS[1:])}))?"
    rf"(?!\w|[.,]\d|\s(?:{_MONTHS})\b)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;:()\n]")
_PLACE_IN_WORK = re.compile(r"(?:notes?|pages?|resolution|section|chapter|para\.|pp?\.|no\.|CC0|BY)\s\Z", re.IGNORECASE)
_FOLLOWING = re.compile(r"[^\W\d_]+(?:[-’][^\W\d_]+)*")


class Number(NamedTuple):
    """A number of a text: its words, its place, its values (two for a span), and up to six words that follow it in the same clause."""

    text: str
    start: int
    values: tuple[int, ...]
    following: tuple[str, ...]


def found(text: str) -> Iterator[Number]:
    """The numbers of a text in order of place, without years."""
    for match in _NUMBER.finditer(text):
        values = tuple(value(part) for part in (match["figures"] or match["word"], match["upper"]) if part)
        year = match["figures"] and len(match["figures"]) == 4 and "," not in match["figures"] and 1500 <= values[0] <= 2100
        if not year and not _PLACE_IN_WORK.search(text, max(0, match.start() - 14), match.start()):
            clause = _CLAUSE_END.split(text[match.end() : match.end() + 80], maxsplit=1)[0]
            yield Number(match[0], match.start(), values, tuple(word.casefold() for word in _FOLLOWING.findall(clause)[:6]))


def value(text: str) -> int:
    """The value of a number in figures or words up to twenty."""
    return _VALUES.get(text.casefold()) or int(text.replace(",", ""))
