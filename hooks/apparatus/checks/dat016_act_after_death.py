"""DAT016 act-after-death: a fact, event or tenure has somebody act after the registers have him die.

Why: one of the two dates is wrong, or two people have been taken for one.
Fix: correct the date, or the person; where sources differ, mark the statement `certainty: disputed` with its `note`.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.model import Diagnostic, Location, Monograph
from apparatus.registers import Registers, Statement, extents, registers
from apparatus.registers.dates import printed
from apparatus.registers.matters import Matter, matters
from apparatus.registers.values import Period

CODE = "DAT016"
_FIX = "correct the date or the person; what sources dispute has `certainty: disputed` and a `note`"
_ACTS = frozenset(("role", "affiliation", "act", "statement"))  # not what is later said of somebody: accusations, fates, aliases
_DEEDS = frozenset(("attack", "arrest", "surrender", "appointment", "movement", "declaration", "agreement"))


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    deaths: dict[str, Matter] = {}
    for matter in matters(monograph):
        if matter.deed == "died":
            known = deaths.get(matter.subject)
            if known is None or _last(matter) > _last(known):
                deaths[matter.subject] = matter
    book = registers(monograph)
    for whose, statement, place in _acts(book):
        death = deaths.get(whose)
        if death and not (statement.certainty == "disputed" and statement.notes):
            for when in (Period(statement.when.start, statement.when.start), Period(statement.when.end, statement.when.end)):
                extent = extents.of_period(when)
                if extent and extents.eased(extent).first > _last(death) and extent.last < extents.LATEST:
                    name = book.people[whose].name if whose in book.people else whose
                    message = f"{printed(when)} is after the death of {name}, {death.said}, at {death.location}"
                    yield Diagnostic(place, CODE, message, _FIX)
                    break


def _last(matter: Matter) -> tuple[int, int, int]:
    return max(extents.eased(extent).last for extent in matter.extents)


def _acts(book: Registers) -> Iterator[tuple[str, Statement, Location]]:
    """Who acted, as stated where."""
    for person in book.people.values():
        yield from ((person.id, fact, fact.location) for fact in person.facts if fact.kind in _ACTS)
    for event in book.events.values():
        yield from ((whose, event, event.location) for whose in event.people if event.kind in _DEEDS)
    for tenure in book.leadership.values():
        parts = (part for part in (tenure.begun, tenure.ended) if part)
        yield from ((tenure.person, part, part.location) for part in parts)
