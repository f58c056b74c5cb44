"""The register of people: a page for each person, with roles, origins, fate and every mention; an index with those named in passing."""

from __future__ import annotations

from apparatus.grounds.register_pages import INDEXES, homes
from apparatus.model import Monograph
from apparatus.pages import register_mentions
from apparatus.pages.register_parts import SUSPECTED, Desk, also, date, editorial, matter, section, table
from apparatus.pages.work_heads import words
from apparatus.registers import Fact, Person, previews, registers
from apparatus.registers.dates import printed
from apparatus.registers.values import Period

KIND = "people"
INDEX = INDEXES[KIND]
FOLDER = INDEX.removesuffix(".md")
SECTIONS = {  # kinds of facts, in the order of the page; roles stand in a table above them
    "accusation": "Accusations",
    "alias": "Other names",
    "origin": "Origin",
    "affiliation": "Affiliation",
    "act": "Acts",
    "statement": "Statements",
    "judgement": "Judgements",
    "fate": "Fate",
}
SUSPECT = "Named as a suspect: what is stated are accusations, each with its source, and with its status as far as the source states it."
INTRODUCTION = """
Whom the book names, by name.
A kunya or a nisba says how somebody is called, and proves no origin.
Whoever is named as a suspect has accusations here, each with its source and status, and nothing more.
"""


def pages(monograph: Monograph) -> dict[str, str]:
    """The Markdown of the index and of each page by path below ``docs/``; nothing without a register of people."""
    people, where = registers(monograph).people, homes(monograph)
    if not people:
        return {}
    own = [person for person in people.values() if "#" not in where[KIND, person.id]]
    found = {INDEX: _index(Desk(monograph, "register"), own)}
    return found | {where[KIND, person.id]: _page(person, Desk(monograph, FOLDER)) for person in own}


def _index(desk: Desk, own: list[Person]) -> str:
    listed = "".join(f"- {desk.link(KIND, person.id)}{_first(person, desk)}\n" for person in _sorted(own))
    passing = [person for person in desk.registers.people.values() if person not in own]
    sections = "".join(
        section(words(person.name), person.id, _short(person, desk), level=3)
        for person in _sorted(passing)
    )
    head = matter("People", "The people whom the book names: roles, origins and fates as the sources state them, and every mention.", 1)
    return f"{head}{INTRODUCTION}{section('With a page', 'pages', listed)}{section('Named in passing', 'in-passing', sections.lstrip())}"


def _short(person: Person, desk: Desk) -> str:
    """A person who shares the page: the same, without headings."""
    return f"{also(person.variants).strip()}\n\n{_facts(person, desk)}{_mentions(person, desk)}".lstrip()


def _sorted(people: list[Person]) -> list[Person]:
    return sorted(people, key=lambda person: (person.name.casefold(), person.id))


def _first(person: Person, desk: Desk) -> str:
    """What a line of the index says: the first statement of a role, of suspects the first accusation."""
    facts = [fact for fact in person.facts if fact.kind == ("accusation" if person.kind == "suspect" else "role")] or list(person.facts)
    fact = next((fact for fact in facts if not fact.editor), facts[0] if facts else None)
    return f": {words(fact.text)}{desk.sure(fact)}" if fact else ""


def _page(person: Person, desk: Desk) -> str:
    described = previews.of(person, desk.registers)
    head = matter(person.name, f"{person.name} in this book. {described}".strip(), 3, (person.name, *person.variants))
    suspect = f"\n{SUSPECT}\n" if person.kind == "suspect" else ""
    own = "\n*Known from the editors’ sources only; the article does not name this person.*\n" if person.editor else ""
    parts = [section("Roles", "roles", _roles(person, desk))]
    for kind, heading in SECTIONS.items():
        parts.append(section(heading, kind, "".join(desk.item(fact, _role(fact, desk)) for fact in person.facts if fact.kind == kind)))
    events = [event for event in desk.registers.events.values() if person.id in event.people]
    parts.append(section("Events", "events", desk.events(events, SUSPECTED if person.kind == "suspect" else "")))
    notes = [note for fact in person.facts for note in fact.notes] + [note for event in events for note in event.notes]
    parts.append(section("Editorial notes", "notes", editorial(desk, notes)))
    none = register_mentions.unnamed(person.facts, desk)
    parts.append(register_mentions.part(register_mentions.mentioned(KIND, person.id, desk), desk, none=none))
    return f"{head}{also(person.variants)}{suspect}{own}{''.join(parts)}"


def _roles(person: Person, desk: Desk) -> str:
    """The roles as a table, then the terms of office that the register of leadership has."""
    rows = [
        (_role(fact, desk), _from(fact.when), date(Period(fact.when.end, fact.when.end)), desk.said(fact).replace("|", "\\|"))
        for fact in person.facts
        if fact.kind == "role"
    ]
    terms = [t for t in desk.registers.leadership.values() if t.person == person.id]
    links = ", ".join(desk.link("leadership", t.id, f"{t.office.replace('-', ' ')}{f' {t.number}' if t.number else ''}") for t in terms)
    text = table(("Role", "From", "To", "What is stated"), rows, f"Roles of {words(person.name)}; a dash where no date is stated.")
    return text + (f"\nIn the register of leadership: {links}.\n" if links and person.kind != "suspect" else "")


def _role(fact: Fact, desk: Desk) -> str:
    """The title of a role and the group it is in."""
    group = desk.registers.groups.get(fact.group)
    name = (group.abbr or group.name) if group else ""
    parts = [words(fact.role), desk.link("groups", fact.group, name) if group and name not in fact.role else ""]
    return ", ".join(part for part in parts if part)


def _from(when: Period) -> str:
    """The beginning; the phrase of the book where there are no dates."""
    return date(Period(when.start, when.start)) if when.start or when.end else printed(when)


def _facts(person: Person, desk: Desk) -> str:
    return "".join(desk.item(fact, _role(fact, desk)) for fact in person.facts)


def _mentions(person: Person, desk: Desk) -> str:
    box = register_mentions.box(register_mentions.mentioned(KIND, person.id, desk), desk, person.facts)
    return f"\n{box}" if box else ""
