"""The dated matters of the registers: when somebody took office, was arrested or died, and when an event was, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from apparatus.grounds.dates import Day
from apparatus.grounds.texts import once
from apparatus.model import Location, Monograph
from apparatus.registers import deeds, extents
from apparatus.registers.book import registers
from apparatus.registers.dates import printed
from apparatus.registers.extents import Extent
from apparatus.registers.values import Dispute, Event, Period, Person, Registers, Statement, Tenure


@dataclass(frozen=True)
class Matter:
    """What a register dates: whose (the id of a person, tenure or event), which deed (``event`` for an event as such), and when.

    ``extents`` are all values that the register gives, those in dispute included; ``said`` is the first as the book prints it.
    ``owner`` is the record that states it, ``see`` the section that tells it.
    """

    register: str
    owner: str
    subject: str
    deed: str
    extents: tuple[Extent, ...]
    said: str
    location: Location
    see: str = ""
    editor: bool = False

    def agrees(self, first: Day, last: Day) -> bool:
        """Whether a time lies within one of its values, or one of its values within that time."""
        return any(_holds(own, first, last) for own in map(extents.eased, self.extents))

    def like(self, other: Matter) -> bool:
        """Whether one of its values agrees with one of another’s."""
        return any(self.agrees(eased.first, eased.last) for eased in map(extents.eased, other.extents))


def _holds(own: Extent, first: Day, last: Day) -> bool:
    return (own.first <= first and last <= own.last) or (first <= own.first and own.last <= last)


@once
def matters(monograph: Monograph) -> tuple[Matter, ...]:
    """All dated matters, in the order of the registers. Where the book itself has a date, what only the editors add is left out."""
    book = registers(monograph)
    found = [*_tenures(book), *(matter for person in book.people.values() for matter in _of_person(person))]
    found += [matter for event in book.events.values() for matter in _of_event(event, book)]
    stated = {(matter.subject, matter.deed) for matter in found if not matter.editor}
    places = {str(d.values.get("id")): d.places.get("date", d.location) for d in monograph.data.get("events", ())}
    dated = (replace(m, location=places.get(m.owner, m.location)) if m.register == "events" else m for m in found)
    return tuple(m for m in dated if m.extents and not (m.editor and (m.subject, m.deed) in stated))


def _tenures(book: Registers) -> Iterator[Matter]:
    for tenure in book.leadership.values():
        yield from of_tenure(tenure)


def of_tenure(tenure: Tenure) -> Iterator[Matter]:
    """Beginning, end and aftermath of a tenure, as far as they are dated."""
    whose = tenure.person or tenure.id
    parts = [("change", tenure.begun, ("from",))]
    if deed := deeds.ENDS.get(tenure.end):
        parts.append((deed, tenure.ended, ("end_date", "to")))
    if tenure.after and (deed := deeds.of_fate(tenure.after.kind)):
        parts.append((deed, tenure.after, ()))
    for deed, statement, fields in parts:
        if statement and extents.of_period(statement.when):
            matter = _matter("leadership", tenure.id, whose, deed, statement, _disputed(tenure.disputed, fields))
            yield replace(matter, see=tenure.see)


def _of_person(person: Person) -> Iterator[Matter]:
    for fact in person.facts:
        if fact.kind == "fate" and (deed := deeds.of_fate(fact.text)):
            yield replace(_matter("people", person.id, person.id, deed, fact, ()), editor=fact.editor)
        elif fact.kind == "role" and fact.when.start != fact.when.end:
            begun = replace(fact, when=Period(fact.when.start, fact.when.start, ""))
            yield replace(_matter("people", person.id, person.id, "change", begun, ()), editor=fact.editor)


def _of_event(event: Event, book: Registers) -> Iterator[Matter]:
    disputed = _disputed(event.disputed, ("date",))
    yield replace(_matter("events", event.id, event.id, "event", event, disputed), editor=False)
    deed = {"death": "died", "arrest": "arrested", "surrender": "surrendered", "appointment": "change"}.get(event.kind)
    if deed:
        for whose in _concerned(event, book):
            yield replace(_matter("events", event.id, whose, deed, event, disputed), editor=event.editor)


def _concerned(event: Event, book: Registers) -> list[str]:
    """Of the people of an event those whom its title names before it tells what befell them, and those its casualties name."""
    title = event.title.casefold()
    told = deeds.found(event.title)
    found = []
    for whose in event.people:
        person = book.people.get(whose)
        forms = [form.casefold() for form in (person.name, *person.variants)] if person else []
        at = min((place for form in forms if (place := title.find(form)) >= 0), default=len(title))
        if at < (told[0][1] if told else 1) or any(form in toll.of.casefold() for toll in event.casualties for form in forms):
            found.append(whose)
    return found


def _matter(register: str, owner: str, whose: str, deed: str, statement: Statement, disputed: Iterable[Dispute]) -> Matter:
    own = extents.of_period(statement.when)
    values = [own, *(extents.of_text(dispute.value) for dispute in disputed)]
    dated = Period(statement.when.start, statement.when.end)
    return Matter(
        register,
        owner,
        whose,
        deed,
        tuple(extent for extent in values if extent),
        printed(dated) or printed(statement.when),
        statement.location,
        statement.see,
    )


def _disputed(disputes: Iterable[Dispute], fields: tuple[str, ...]) -> list[Dispute]:
    """The other values that the book itself tells; what only the editors know is told in their notes."""
    return [dispute for dispute in disputes if dispute.field in fields and not dispute.editor]
