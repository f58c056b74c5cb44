"""The register of groups: a page for each group, body or medium, with relations, facts, people, events and every mention."""

from __future__ import annotations

from apparatus.grounds.register_pages import INDEXES, homes
from apparatus.model import Monograph
from apparatus.pages import register_mentions, register_relations
from apparatus.pages.register_numbers import figures
from apparatus.pages.register_parts import Desk, also, editorial, matter, section
from apparatus.pages.work_heads import words
from apparatus.registers import Group, Person, Statement, previews, registers

KIND = "groups"
INDEX = INDEXES[KIND]
FOLDER = INDEX.removesuffix(".md")
INTRODUCTION = """
Armed groups, state bodies, parties, media and other bodies that the book names.
To print the name that a group gives itself is not to accept the claim it makes.
"""


def pages(monograph: Monograph) -> dict[str, str]:
    """The Markdown of the index and of each page by path below ``docs/``; nothing without a register of groups."""
    groups, where = registers(monograph).groups, homes(monograph)
    if not groups:
        return {}
    own = [group for group in groups.values() if "#" not in where[KIND, group.id]]
    found = {INDEX: _index(Desk(monograph, "register"), own)}
    return found | {where[KIND, group.id]: _page(group, Desk(monograph, FOLDER)) for group in own}


def title(group: Group) -> str:
    """The name with the abbreviation."""
    return f"{group.name} ({group.abbr})" if group.abbr else group.name


def _index(desk: Desk, own: list[Group]) -> str:
    listed = "".join(
        f"- {desk.link(KIND, group.id, title(group))}: {words(group.summary.text if group.summary else group.kind)}\n"
        for group in _sorted(own)
    )
    passing = _sorted([group for group in desk.registers.groups.values() if group not in own])
    sections = "".join(section(words(title(group)), group.id, _short(group, desk), level=3) for group in passing)
    head = matter("Groups", "The groups and bodies that the book names: what they are, how they stand to each other, and every mention.", 1)
    return f"{head}{INTRODUCTION}{section('With a page', 'pages', listed)}{section('Named in passing', 'in-passing', sections.lstrip())}"


def _sorted(groups: list[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: (group.name.casefold(), group.id))


def _short(group: Group, desk: Desk) -> str:
    """A group that shares the page: the same, without headings."""
    parts = [
        also(group.variants).lstrip(),
        f"{desk.said(group.summary)}\n" if group.summary else "",
        f"{_place(group, desk)}\n" if _place(group, desk) else "",
        register_relations.text(group, desk),
        "".join(desk.item(fact) for fact in group.facts),
        register_mentions.box(register_mentions.mentioned(KIND, group.id, desk), desk, _stated(group)),
    ]
    return "\n".join(part for part in parts if part)


def _page(group: Group, desk: Desk) -> str:
    described = f"{title(group)} in this book. {previews.of(group, desk.registers)}".strip()
    summary = f"\n{desk.said(group.summary)}\n" if group.summary else ""
    names = _tags(group)
    place = _place(group, desk)
    people = [person for person in desk.registers.people.values() if any(fact.group == group.id for fact in person.facts)]
    events = [event for event in desk.registers.events.values() if group.id in event.groups]
    operations = [o for o in desk.registers.operations.values() if group.id in (*o.by, *o.against)]
    estimates = [e for e in desk.registers.estimates.values() if e.group == group.id]
    notes = [note for s in (group.summary, *group.facts, *group.relations) if s for note in s.notes]
    parts = [
        section("Relations", "relations", register_relations.text(group, desk)),
        section("What is stated", "facts", "".join(desk.item(fact) for fact in group.facts)),
        section("People", "people", "".join(_person(person, group, desk) for person in people)),
        section("Events", "events", desk.events(events)),
        section("Operations", "operations", desk.operations(operations)),
        section("Figures", "figures", figures(estimates, desk)),
        section("Editorial notes", "notes", editorial(desk, notes)),
        register_mentions.part(
            register_mentions.mentioned(KIND, group.id, desk), desk, none=register_mentions.unnamed(_stated(group), desk)
        ),
    ]
    placed = f"\n{place}\n" if place else ""
    return f"{matter(title(group), described, 3, names)}{also(group.variants)}{summary}{placed}{''.join(parts)}"


def _tags(group: Group) -> list[str]:
    """The names that find the page; “ISIS-K” as “ISISK” too, since the search takes a hyphen for the edge of a word."""
    names = [name for name in (group.name, group.abbr, *group.variants) if name]
    joined = [name.replace("-", "") for name in names if "-" in name and name.replace("-", "").isupper()]
    return list(dict.fromkeys([*names, *joined]))


def _stated(group: Group) -> list[Statement]:
    """All that is stated of a group, its summary first."""
    return [statement for statement in (group.summary, *group.facts, *group.relations) if statement]


def _place(group: Group, desk: Desk) -> str:
    """What it is part of, and what is part of it."""
    kind = f"{group.kind[:1].upper()}{group.kind[1:]}"
    inner = [other.id for other in desk.registers.groups.values() if other.parent == group.id]
    said = [kind] if kind else []
    said += [f"part of {desk.link(KIND, group.parent)}"] if group.parent else []
    said += [f"parts of it: {desk.links(KIND, inner)}"] if inner else []
    return f"{'; '.join(said)}." if said else ""


def _person(person: Person, group: Group, desk: Desk) -> str:
    """A person with what is stated of them in the group: roles by their titles, all else by its kind."""
    facts = [fact for fact in person.facts if fact.group == group.id]
    said = []
    for fact in facts:
        what = fact.role if fact.kind == "role" and fact.role else ": ".join(part for part in (fact.kind, fact.role) if part)
        said.append(f"{words(what)}{desk.sure(fact)}")
    return f"- {desk.link('people', person.id)}: {'; '.join(said)}\n"
