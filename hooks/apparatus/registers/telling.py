"""Which dated matter of the registers a sentence tells with each of its dates, by the words that stand nearest to the date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from apparatus.grounds import prose_dates
from apparatus.grounds.prose_dates import ProseDate
from apparatus.registers import deeds
from apparatus.registers.matters import Matter
from apparatus.registers.naming import Events, Naming, People
from apparatus.registers.values import Registers

_REACH, _FAR, _YEARLESS, _PAUSED, _CELL = 110, 160, 240, 40, 30  # characters to what a date dates, and what pauses add
_PAUSE = re.compile(r"[;:—]")
_SOURCE = re.compile(
    r"(?:\b(?:told|under|report|study|issue|paper|piece|release|item|essay|brief|magazine|book|edition|headline|dated|published|count)\b"
    r"[\w ’,]{0,30}|\b(?:[Aa]s of|[Bb]y|[Aa]fter|[Bb]efore|[Uu]p to|until|than in|such as) “?(?:the )?(?:early |late |mid-)?)\Z"
)
_PRONOUN = re.compile(r"\b(?:he|him|his|she|her|they|both|whom)\b", re.IGNORECASE)
_BOUND = re.compile(r"\b(?:From|To|Since|Until)\s\Z")
_NUMBERS = "no one two three four five six seven eight nine ten".split()
_OPENING = re.compile(r"(?:(?:As of|From|Since|After|Before|Until|In|About) (?:the )?)?")
_JOINT = re.compile(r"\s*(?:,|and|,\s*and|or|/)\s*\Z")


@dataclass
class Context:
    """What a section has told so far: the section, the years it named and its sentences."""

    target: str = ""
    years: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


class Told(NamedTuple):
    """A date of a sentence with the matters that it may be of: alternatives, in each of which all are meant."""

    date: ProseDate
    choices: tuple[tuple[Matter, ...], ...]

    def contradicted(self) -> Matter | None:
        """A matter that disagrees, of the first register in which no choice agrees with the date; None where all registers agree."""
        for register in dict.fromkeys(matter.register for choice in self.choices for matter in choice):
            wrong = [_wrong([m for m in choice if m.register == register] or list(choice), self.date) for choice in self.choices]
            if all(wrong):
                own = [matter for matter in wrong if matter and matter.register == register]
                return min(own, key=lambda matter: _apart(matter, self.date)) if own else wrong[0]
        return None


def _apart(matter: Matter, date: ProseDate) -> int:
    """Roughly how many days a matter is from a date."""
    steps = ([one - other for one, other in zip(extent.first, date.first, strict=True)] for extent in matter.extents)
    return min(abs(372 * years + 31 * months + days) for years, months, days in steps)


def _wrong(choice: list[Matter], date: ProseDate) -> Matter | None:
    """The nearest matter of a subject of which none agrees with the date; nobody dies twice, so of deaths all tenures must agree."""
    for subject in dict.fromkeys(matter.subject for matter in choice):
        own = [matter for matter in choice if matter.subject == subject]
        wrong = [matter for matter in own if not matter.agrees(date.first, date.last)]
        if wrong and (len(wrong) == len(own) or (wrong[0].deed == "died" and wrong[0].register == "leadership")):
            return min(wrong, key=lambda matter: _apart(matter, date))
    return None


class _Deed(NamedTuple):
    name: str
    start: int
    end: int


class Telling:
    """Reads sentences against one set of registers."""

    def __init__(self, book: Registers, known: tuple[Matter, ...]) -> None:
        self._matters: dict[tuple[str, str], list[Matter]] = {}
        for matter in known:
            self._matters.setdefault((matter.subject, matter.deed), []).append(matter)
        self._unnamed = [matter for matter in known if matter.register == "leadership" and matter.owner == matter.subject]
        self._people, self._events = People(book), Events(book)

    def told(self, words: str, row: bool, context: Context) -> Iterator[Told]:
        """What the dates of a sentence are told of; ``row`` marks a table's. The context takes in what the sentence adds."""
        dates = prose_dates.found(words)
        if dates:
            people = self._people.named(words)
            context.years += [date.first[0] for date in dates if not date.yearless]
            dates = tuple(_placed(date, context) for date in dates if not _of_source(words, date, row))
            yield from self._told(words, row, dates, people, context)
        context.words.append(words)

    def _last_named(self, context: Context) -> tuple[str, ...]:
        """Whom the last sentence that named somebody named."""
        named = next((people for words in reversed(context.words) if (people := self._people.named(words))), [])
        return tuple(dict.fromkeys(one for person in named for one in person.ids))

    def _told(self, words: str, row: bool, dates: tuple[ProseDate, ...], people: list[Naming], context: Context) -> Iterator[Told]:
        found = [_Deed(*deed) for deed in deeds.found(words)]
        deed_of = [min(own, key=lambda one: (own[one], -one.start)) if own else None for own in _near(words, dates, found, row, row)]
        dated = row and bool(dates) and bool(_OPENING.fullmatch(words, 0, dates[0].start))
        event_of = _near(words, dates[:1] if dated else dates, self._events.named(words, dated), row, True)
        for date, deed, named in zip_longest(dates, deed_of, event_of, fillvalue=()):
            deed = (_bound(words, date) if row else None) or deed
            if deed and (choices := self._choices(words, date, deed, people, deed_of.count(deed) > 1, context)):
                yield Told(date, choices)
            for one in _meant(named, every=dated or (len(dates) == 1 and date.start < 5)):
                if matters := tuple(m for event in one.ids for m in self._matters.get((event, "event"), ())):
                    yield Told(date, (matters,))

    def _choices(
        self, words: str, date: ProseDate, deed: _Deed, people: list[Naming], several: bool, context: Context
    ) -> tuple[tuple[Matter, ...], ...]:
        able = [person for person in people if any((one, deed.name) in self._matters for one in person.ids)]
        if deed.start == deed.end:  # of “From April 2019” in a row only who is named can be meant
            able = [person for person in able if len(person.ids) == 1]
        if not able and _PRONOUN.search(words):
            able = [Naming(deed.start, deed.start, (one,)) for one in self._last_named(context) if (one, deed.name) in self._matters]
            if not able:
                unnamed = tuple(m for m in self._unnamed if m.deed == deed.name and m.see == context.target)
                return (unnamed,) if unnamed else ()
        if deeds.is_transfer(words[deed.start : deed.end]):
            before, after = [p for p in able if p.end <= deed.start], [p for p in able if p.start >= deed.end]
            if before and after and len(before[-1].ids) == len(after[0].ids) == 1:
                return (self._of([before[-1], after[0]], deed.name),)
        if not several and any(_counted(words, person, able_of) for person in able for able_of in [self._able(person, deed.name)]):
            return (self._of(able, deed.name),)
        if several and able:
            able = [min(able, key=lambda person: (date.start - person.end) if person.end <= date.start else person.start - date.end + 20)]
        return tuple(filter(None, (self._of(group, deed.name) for group in _groups(words, able))))

    def _able(self, person: Naming, deed: str) -> int:
        return sum((one, deed) in self._matters for one in person.ids)

    def _of(self, people: list[Naming], deed: str) -> tuple[Matter, ...]:
        ids = dict.fromkeys(one for person in people for one in person.ids)
        return tuple(matter for one in ids for matter in self._matters.get((one, deed), ()))


def _groups(words: str, people: list[Naming]) -> list[list[Naming]]:
    """People named side by side, as in “Farooqi and Zia-ul-Haq”, are meant together; of a form for several each may be meant alone."""
    groups: list[list[Naming]] = []
    for person in people:
        if len(person.ids) > 1:
            joint = person.ids[0].rpartition("-")[2][:-1] == person.ids[1].rpartition("-")[2][:-1] != ""
            groups += [[person]] if joint else [[Naming(person.start, person.end, (one,))] for one in person.ids]
        elif groups and _JOINT.match(words[groups[-1][-1].end : person.start]):
            groups[-1].append(person)
        else:
            groups.append([person])
    return groups


def _counted(words: str, person: Naming, able: int) -> bool:
    """Whether a form for several stands behind their number, as in “the four emirs”: then all of them are meant."""
    before = words[: person.start].split()[-1:]
    return len(person.ids) > 1 and before == [_NUMBERS[able]] if able < len(_NUMBERS) else False


def _placed(date: ProseDate, context: Context) -> ProseDate:
    """A date without year in the last year named before it."""
    return date.within(context.years[-1]) if date.yearless and context.years else date


def _of_source(words: str, date: ProseDate, row: bool) -> bool:
    """Whether the date is that of a source, or only a bound; the first words of a cell are neither."""
    opens = row and (not date.start or words[: date.start].endswith("· "))
    if opens or "end of" in date.text:
        return False
    return bool(_SOURCE.search(words, max(0, date.start - 60), date.start))


def _bound(words: str, date: ProseDate) -> _Deed | None:
    """In a table “From April 2019” tells a change in office."""
    return _Deed("change", date.start, date.start) if _BOUND.search(words, 0, date.start) else None


def _near(words: str, dates: tuple[ProseDate, ...], found: list, row: bool, exclusive: bool) -> list[dict]:
    """For each date the namings or deeds within reach, with their distance; where they are exclusive, each goes to the nearest date."""
    costs = [{one: cost for one in found if (cost := _cost(words, date, one, row)) < _reach(row, date, dates)} for date in dates]
    if exclusive:
        return [{one: cost for one, cost in own.items() if cost == min(c.get(one, cost) for c in costs)} for own in costs]
    return costs


def _meant(named: dict, every: bool) -> list:
    """Of the events within reach the nearest; all, but for names within names, where a sentence or row opens with its date."""
    ordered = sorted(named, key=lambda one: (named[one], -one.start))
    if not every:
        return ordered[:1]
    return [one for one in ordered if not any(other != one and other.start <= one.start and one.end <= other.end for other in named)]


def _reach(row: bool, date: ProseDate, dates: tuple[ProseDate, ...]) -> int:
    return 10**6 if row else _YEARLESS if date.yearless else _FAR if len(dates) == 1 else _REACH


def _cost(words: str, date: ProseDate, one: Naming | _Deed, row: bool) -> int:
    """How far a date is from what it may date, in characters; a pause counts as many, and so does the edge of a cell."""
    gap = words[one.end : date.start] if one.end <= date.start else words[date.end : one.start]
    return len(gap) + _PAUSED * len(_PAUSE.findall(gap)) + (_CELL * gap.count(" · ") if row else 0)
