"""A record in one short sentence: what a reader sees who points at a mention, and what the pages of registers put below a name."""

from __future__ import annotations

from apparatus.registers.dates import printed
from apparatus.registers.values import Event, Group, Operation, Person, Place, Registers, Statement, Tenure

Shown = Person | Group | Place | Event | Operation


def of(record: Shown, registers: Registers) -> str:
    """The sentence, in plain text; empty if nothing is stated. Of a suspect it is the first accusation as it is recorded."""
    if isinstance(record, Person):
        return _person(record, registers)
    if isinstance(record, Group):
        return _said(record.summary)
    if isinstance(record, Place):
        return where(record, registers) or _said(next(iter((*record.presence, *record.facts)), None))
    when = printed(record.when)
    return f"{when[:1].upper()}{when[1:]}: {_said(record)}" if when and record.text else _said(record)


def where(place: Place, registers: Registers) -> str:
    """What kind of place it is and what holds it, as in “District in Nangarhar, Afghanistan.”; a country by itself; empty where the book does not say."""
    holders, inner = [], place
    while inner.within in registers.places and registers.places[inner.within].name not in holders:
        inner = registers.places[inner.within]
        holders.append(inner.name)
    country = registers.places.get(place.country)
    if country and country.id != place.id and not any(country.name in holder for holder in holders):
        holders.append(country.name)
    kind = f"{place.kind[:1].upper()}{place.kind[1:]}"
    return f"{kind} in {', '.join(holders)}." if holders and kind else "Country." if place.kind == "country" else ""


def _person(person: Person, registers: Registers) -> str:
    """The office that they held and how it ended; for others what is said first, of suspects what they are accused of."""
    own = [fact for fact in person.facts if not fact.editor] or list(person.facts)
    accused = [fact for fact in own if fact.kind == "accusation"]
    if person.kind == "suspect":
        return _said(next(iter(accused), None))
    tenure = next((tenure for tenure in registers.leadership.values() if tenure.person == person.id and tenure.label), None)
    role = next((fact for fact in own if fact.kind == "role" and fact.role), None)
    if tenure and role:
        return f"{', '.join(part for part in (role.role, _body(role.group, registers)) if part)}; {_ended(tenure)}."
    return _said(role or next(iter(own), None))


def _body(group: str, registers: Registers) -> str:
    found = registers.groups.get(group)
    return (found.abbr or found.name) if found else ""


def _ended(tenure: Tenure) -> str:
    return f"{tenure.label}{_doubt(tenure.certainty, tenure.label)}"


def _said(statement: Statement | None) -> str:
    if statement is None or not statement.text:
        return ""
    doubt = _doubt(statement.certainty, statement.text)
    return f"{statement.text.removesuffix('.')}{doubt}." if doubt else statement.text


def _doubt(certainty: str, text: str) -> str:
    """How sure it is, where the words do not say so themselves."""
    return f" ({certainty})" if certainty and certainty[:6] not in text.lower() else ""
