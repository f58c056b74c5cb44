"""Counts that sentences state and the registers can be asked for: the table of their wordings, and what is counted for each.

A wording that no longer stands anywhere is no fault. Each row has words that must stand in the sentence, in small letters; the wording,
with ``N`` for a number in words or figures and ``O`` for an ordinal; and for each of those what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from apparatus.grounds.numbers import ORDINALS, WORDS, value
from apparatus.registers.values import Registers, Tenure

Numbers = frozenset[int]


class Count(NamedTuple):
    """A number as a sentence states it, what it counts, and the numbers that the registers allow."""

    text: str
    number: int
    what: str
    allowed: Numbers


def told(words: str, book: Registers) -> Iterator[Count]:
    """The counts that a sentence states, in the order of the table."""
    folded = words.casefold()
    for literal, pattern, counts in _TABLE:
        for match in _compiled(pattern).finditer(words) if literal in folded else ():
            for group, (what, count) in enumerate(counts, start=1):
                if text := match[group]:
                    number = ORDINALS.index(text.lower()) + 1 if text.lower() in ORDINALS else value(text)
                    yield Count(match[0], number, what, count(book, match))


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    number = rf"({'|'.join(WORDS[1:])}|\d+)"
    ordinal = rf"({'|'.join(ORDINALS)})"
    filled = re.sub(r"\bO\b", lambda _: ordinal, re.sub(r"\bN\b", lambda _: number, pattern))
    return re.compile(rf"(?<!\w){filled}(?!\w)", re.IGNORECASE)


def _emirs(book: Registers) -> list[Tenure]:
    return [tenure for tenure in book.leadership.values() if tenure.office == "emir"]


def _ended(*ends: str) -> Callable[[Registers, re.Match[str]], Numbers]:
    def count(book: Registers, match: re.Match[str]) -> Numbers:
        ended = [t for t in _emirs(book) if t.end in ends or (t.after and t.after.kind in ends)]
        return frozenset((len(ended),))

    return count


def _all_emirs(book: Registers, match: re.Match[str]) -> Numbers:
    return frozenset((len(_emirs(book)),))


def _unnamed(book: Registers, match: re.Match[str]) -> Numbers:
    return frozenset((sum(not tenure.person for tenure in _emirs(book)),))


def _afghans(book: Registers) -> set[int]:
    """The numbers of the emirs of whom the book itself says that they are Afghans."""
    return {t.number for t in _emirs(book) if t.number and _origin(book, t.person) == "afghanistan"}


def _origin(book: Registers, person: str) -> str:
    """The country of the first origin that is stated without dispute and not by the editors only."""
    for fact in book.people[person].facts if person in book.people else ():
        if fact.kind == "origin" and fact.place in book.places and not fact.editor and fact.certainty != "disputed":
            return book.places[fact.place].country or fact.place
    return ""


def _pakistanis(book: Registers, match: re.Match[str]) -> Numbers:
    """Of the first six, whoever is not said to be an Afghan; two are unnamed and one’s origin is only counted, not stated."""
    numbers = {t.number for t in _emirs(book) if t.number and t.number <= _FIRST and t.end != "in office"}
    known = {t.number for t in _emirs(book) if t.number in numbers and _origin(book, t.person) == "pakistan"}
    return frozenset((len(numbers - _afghans(book)),)) if known and known.isdisjoint(_afghans(book)) else frozenset()


def _afghan(book: Registers, match: re.Match[str]) -> Numbers:
    return frozenset(_afghans(book))


def _chiefs(book: Registers, match: re.Match[str]) -> Numbers:
    """The numbers in the succession; another count of the article’s own stands among the estimates, disputed and with its note."""
    tenures = [tenure for tenure in book.leadership.values() if tenure.office.endswith("recruitment-chief")]
    disputed = [e.min for e in book.estimates.values() if e.unit == "chiefs" and e.certainty == "disputed" and e.notes and e.min]
    return frozenset((len({tenure.number for tenure in tenures}), *disputed))


def _last_chief(book: Registers, match: re.Match[str]) -> Numbers:
    return frozenset((sum(tenure.office.endswith("recruitment-chief") for tenure in book.leadership.values()),))


def _rest_of_killed(book: Registers, match: re.Match[str]) -> Numbers:
    """What is left of the killed when the other number of the wording is taken away."""
    killed = sum(tenure.end in _KILLED for tenure in _emirs(book))
    return frozenset((killed - value(match[2]),))


def _rest_of_killed_second(book: Registers, match: re.Match[str]) -> Numbers:
    return frozenset((sum(tenure.end in _KILLED for tenure in _emirs(book)) - value(match[1]),))


def _afghan_provinces(book: Registers, match: re.Match[str]) -> Numbers:
    return frozenset((sum(place.kind == "province" and place.country == "afghanistan" for place in book.places.values()),))


_FIRST = 6  # of the first six the article counts the origins
_KILLED = ("killed", "died")
_killed = ("emirs killed", _ended(*_KILLED))
_arrested = ("emirs arrested", _ended("arrested", "captured"))
_lost = ("emirs lost", _ended(*_KILLED, "arrested", "captured"))
_heads = ("emirs", _all_emirs)
_origin_pakistan = ("Pakistanis among the first six emirs", _pakistanis)
_split = (("emirs killed in the first place", _rest_of_killed), ("emirs killed in the second", _rest_of_killed_second))
_TABLE: tuple[tuple[str, str, tuple[tuple[str, Callable[[Registers, re.Match[str]], Numbers]], ...]], ...] = (
    ("emirs, ", r"N emirs, N killed and N arrested", (_lost, _killed, _arrested)),
    ("heads and lost", r"had N heads and lost N", (_heads, _lost)),
    ("were killed, and", r"(?<=lost )N: N were killed, and N", (_lost, _killed, _arrested)),
    ("lost", r"lost N (?:top leaders|emirs)(?=[^.]{0,60}(?:emirs|killed))", (_lost,)),
    ("were killed", r"N of the N were killed(?=[^.]{0,60}arrested)", (_killed, _lost)),
    ("operations and", r"were killed in counter-terrorism operations and N arrested", (_arrested,)),
    ("emirs", r"of the N emirs (?:killed|whom \w+ lost)", (_killed,)),
    ("are never named", r"N of the N are never named", (("emirs without a name", _unnamed), _heads)),
    ("emirs and more than", r"N emirs and more than", (_lost,)),
    ("emirs lost", r"(?<=· )N emirs lost", (_killed,)),
    ("were among the captives", r"N emirs were among the captives", (_arrested,)),
    ("of the first six emirs", r"N of the first six emirs were Pakistani", (_origin_pakistan,)),
    ("of six emirs", r"of six emirs \w+ counts N as", (_origin_pakistan,)),
    ("emirs included", r"the first six emirs included N", (_origin_pakistan,)),
    ("pakistani emirs", r"its N Pakistani emirs", (_origin_pakistan,)),
    ("was an afghan", r"only the O was an Afghan", (("the emir who was an Afghan", _afghan),)),
    (", an afghan,", r"the O, an Afghan,", (("the emir who was an Afghan", _afghan),)),
    ("in nangarhar", r"N (?:died )?in Nangarhar(?: and|,) N in Kunar", _split),
    ("saw the end of", r"saw the end of N and Kunar of N", _split),
    ("recruitment chiefs", r"N recruitment chiefs", (("recruitment chiefs", _chiefs),)),
    (" man", r"with the O man", (("the men in the chain of recruiters", _last_chief),)),
    ("provinces of afghanistan", r"N provinces of Afghanistan", (("provinces of Afghanistan", _afghan_provinces),)),
)
