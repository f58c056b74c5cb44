"""Every number that the registers state, with what it counts, to compare the numbers in the text with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from apparatus.grounds import numbers
from apparatus.grounds.numbers import Number
from apparatus.grounds.texts import once, strings
from apparatus.model import Location, Monograph
from apparatus.registers.book import registers

_REGISTERS = ("estimates", "events", "leadership", "people", "groups", "places", "operations", "structure")
_UNITS = (
    "fighter member leader emir head attacker policem civilian prisoner inmate people person ftf pakistani indian tajik tajikistani afghan "
    "bangladeshi district compan team chief recruit conflict war device improvised killed escaped live dependant hour per surrender "
    "captive captured arrested companies inhabitant official assailant militant successor commander governor"
).split()
_ENDING = 3  # letters, as in companies
_NO_PROSE = ("cite", "see", "date", "id", "note", "as_of", "from", "to")
LARGE = 20  # from here on a number is so rare that it tells by itself what it counts


@dataclass(frozen=True)
class Stated:
    """A number that a record gives: the record, where it stands, the section that tells it, its values, the words of what it counts."""

    register: str
    owner: str
    location: Location
    see: str
    values: tuple[int, ...]
    units: frozenset[str]
    said: str
    terms: tuple[str, ...] = ()


def units(words: tuple[str, ...]) -> frozenset[str]:
    """What a number counts, by the words after it: the beginnings of known units."""
    return frozenset(unit for word in words for unit in _unit(word))


@lru_cache(maxsize=4096)
def _unit(word: str) -> tuple[str, ...]:
    return tuple(unit for unit in _UNITS if word.startswith(unit) and len(word) - len(unit) <= _ENDING)


@once
def stated(monograph: Monograph) -> tuple[Stated, ...]:
    """The numbers of estimates and casualties."""
    return tuple(_stated(monograph))


def _stated(monograph: Monograph) -> Iterator[Stated]:
    book = registers(monograph)
    for estimate in book.estimates.values():
        bounds = tuple(dict.fromkeys(n for n in (estimate.min, estimate.max) if n is not None))
        if bounds:
            words = tuple(estimate.unit.casefold().split())
            said = estimate.terms[0] if estimate.terms else f"{bounds[0]:,}"
            yield Stated("estimates", estimate.id, estimate.location, estimate.see, bounds, units(words), said, estimate.terms)
    for event in book.events.values():
        for toll in event.casualties:
            bounds = tuple(dict.fromkeys(n for n in (toll.min, toll.max) if n is not None))
            if bounds:
                said = toll.terms[0] if toll.terms else f"{bounds[0]:,}"
                words = (toll.what, *toll.of.casefold().split())
                yield Stated("events", event.id, toll.location, event.see, bounds, units(words), said, toll.terms)


@dataclass(frozen=True)
class Known:
    """All numbers of the registers, the pairs of a number and what it counts, and the phrases in which the text prints them."""

    values: frozenset[int]
    pairs: frozenset[tuple[int, str]]
    phrases: tuple[str, ...]

    def holds(self, number: Number, words: str) -> bool:
        """Whether a number of a text is one of the registers’, counting the same if it is small."""
        counts = units(number.following)
        if all(any((value, unit) in self.pairs for unit in counts) if counts else value in self.values for value in number.values):
            return True
        around = words[max(0, number.start - 40) : number.start + 60].casefold()
        return any(number.text.casefold() in phrase and phrase in around for phrase in self.phrases)


def counts(number: Number) -> bool:
    """Whether a number of a text is one that a register should give: large, or with what it counts; “one” counts nothing."""
    return all(value >= LARGE for value in number.values) or (number.values != (1,) and bool(units(number.following)))


@once
def known(monograph: Monograph) -> Known:
    """What the registers state in numbers, in their fields and in their texts."""
    values: set[int] = set()
    pairs: set[tuple[int, str]] = set()
    for one in stated(monograph):
        values.update(one.values)
        pairs.update((value, unit) for value in one.values for unit in one.units)
    for name in _REGISTERS:
        for record in monograph.data.get(name, ()):
            told = "\n".join(text for path, text, _ in strings(record) if not path.endswith(_NO_PROSE))
            for number in numbers.found(told):
                values.update(number.values)
                pairs.update((value, unit) for value in number.values for unit in units(number.following))
    phrases = tuple(term.casefold() for one in stated(monograph) for term in one.terms)
    return Known(frozenset(values), frozenset(pairs), phrases)
