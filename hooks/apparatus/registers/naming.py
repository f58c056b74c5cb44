"""How a text names the people and events of the registers: by name or variant, by office, by the words that an event is known by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from apparatus.grounds.numbers import ORDINALS
from apparatus.registers.values import Event, Registers, Tenure

_GAP = ".{0,60}?"
_WORD = re.compile(r"[^\W_]{3,}")
_COMMON = frozenset("the and for from with that this have has had was were first second not named reported one two three".split())


class Naming(NamedTuple):
    """Words that name somebody or something: where they begin and end, and the ids they may stand for."""

    start: int
    end: int
    ids: tuple[str, ...]


class People:
    """The people of the registers, and the holders of offices who have no name."""

    def __init__(self, book: Registers) -> None:
        self._ids: dict[str, tuple[str, ...]] = {}
        for person in book.people.values():
            if not person.unnamed:
                for form in (person.name, *person.variants):
                    self._ids.setdefault(form, (person.id,))
                    self._ids.setdefault(form[:1].upper() + form[1:], (person.id,))
        for tenure in book.leadership.values():
            for form in _office_forms(tenure):
                self._ids[form] = tuple(dict.fromkeys((*self._ids.get(form, ()), tenure.person or tenure.id)))
        forms = sorted(filter(None, self._ids), key=lambda form: (-len(form), form))
        self._pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])") if forms else None

    def named(self, words: str) -> list[Naming]:
        """Who is named in a text, in order of place; an alias beside a name is the same naming."""
        found: list[Naming] = []
        for match in self._pattern.finditer(words) if self._pattern else ():
            if not found or found[-1].ids != self._ids[match[0]]:
                found.append(Naming(match.start(), match.end(), self._ids[match[0]]))
        return found


def _office_forms(tenure: Tenure) -> Iterator[str]:
    """As in “sixth emir” and “emirs”; for a holder without name the distinctive words of what stands for it, and “3. Not named”."""
    title = tenure.office.rpartition("-")[2]
    if tenure.office == title:
        yield f"{title}s"
        if tenure.number and tenure.number <= len(ORDINALS):
            yield f"{ORDINALS[tenure.number - 1]} {title}"
    if not tenure.person and tenure.name:
        yield f"{tenure.number}. {tenure.name}"
        for word in re.findall(r"[a-z]+(?:-[a-z]+)+", tenure.name):
            yield from (word, f"{word}s")


class Events:
    """The events of the registers by the names they have there, those of their operation and their site, or all words of their title."""

    def __init__(self, book: Registers) -> None:
        names = [(name, event.id) for event in book.events.values() for name in _event_names(event, book) if name.strip(" …")]
        opened = [(name.partition("…")[0].strip().casefold(), name, event) for name, event in names]
        self._patterns = [(opening, re.compile(_pattern(name), re.IGNORECASE), event) for opening, name, event in opened]
        self._titles = [(stems, event.id) for event in book.events.values() if len(stems := _stems(event.title)) > 2]

    def named(self, words: str, row: bool) -> list[Naming]:
        """The events that a text names, in order of place; in a row of a table all words of a title will do where no name stands."""
        found: dict[tuple[int, int], tuple[str, ...]] = {}
        folded = words.casefold()
        for opening, pattern, event in self._patterns:
            for match in pattern.finditer(words) if opening in folded else ():
                found[match.span()] = (*found.get(match.span(), ()), event)
        if row and not found:
            own = _stems(words)
            found = {_extent(words, stems): (event,) for stems, event in self._titles if stems <= own}
        return [Naming(*span, tuple(dict.fromkeys(found[span]))) for span in sorted(found)]


def _event_names(event: Event, book: Registers) -> Iterable[str]:
    yield from event.names
    for operation in book.operations.values():
        if operation.named and operation.name in event.title:
            yield from (operation.name, *operation.variants)
    place = book.places.get(event.place)
    if place and place.kind == "site" and event.kind == "attack" and sum(e.place == event.place for e in book.events.values()) == 1:
        yield from (place.name, *place.variants)


def _pattern(name: str) -> str:
    parts = [re.escape(part.strip()) for part in name.split("…")]
    return r"(?<![\w-])" + _GAP.join(parts) + r"(?![\w-])"


def _stems(text: str) -> frozenset[str]:
    """The words of a text, cut to the letters that most of their forms share."""
    return frozenset(word[:5] for word in _WORD.findall(text.casefold()) if word not in _COMMON)


def _extent(words: str, stems: frozenset[str]) -> tuple[int, int]:
    places = [match.start() for match in _WORD.finditer(words.casefold()) if match[0][:5] in stems]
    return min(places), min(places)
