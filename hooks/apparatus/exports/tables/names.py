"""The tables of people, groups and places, and of what is stated of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from apparatus.exports.tables.columns import ID, TEXT, WHEN, Book, Column, Row, Table, brackets, numbered, own, owner, stated
from apparatus.grounds import register_schemas as shapes
from apparatus.registers import Group, Person, Place

NAME = own("name", "The preferred name, as the chapters have it.", required=True)
VARIANTS = own("variants", "Other names and spellings, joined by `; `.")
SHORT = own("short", "Of the variants those that the chapters use by themselves, joined by `; `.")
PASSING = own("named_in_passing", "Whether the book names it only in passing.", "boolean")
KINDS = {name: shapes.REGISTERS[name]["kind"].choices for name in ("people", "groups", "places", "events")}
_LABEL = own("label", "A short phrase for the box or line of a figure.")
_FIGURES = own("figures", "The figures that draw it, joined by `; `.")


def _recorded(value: Person | Place, cites: list[str]) -> Row:
    """A record that states nothing by itself: what it rests on are the citations of its statements."""
    return Row(value.id, value.id, value, through=brackets(*cites), editor=value.editor)


def _people(book: Book) -> Iterator[Row]:
    for person in book.registers.people.values():
        yield _recorded(person, [fact.cite for fact in person.facts])


def _person_facts(book: Book) -> Iterator[Row]:
    for person in book.registers.people.values():
        yield from numbered(person.facts, person.id)


def _groups(book: Book) -> Iterator[Row]:
    for group in book.registers.groups.values():
        yield _group(group)


def _group(group: Group) -> Row:
    through = [statement.cite for statement in (*group.relations, *group.facts)]
    if group.summary is None:
        return Row(group.id, group.id, group, through=brackets(*through), editor=group.editor)
    row = stated(group.summary, group.id, group.id, through)
    return replace(row, value=group, editor=group.editor or row.editor)


def _group_relations(book: Book) -> Iterator[Row]:
    for group in book.registers.groups.values():
        yield from numbered(group.relations, group.id)


def _group_facts(book: Book) -> Iterator[Row]:
    for group in book.registers.groups.values():
        yield from numbered(group.facts, group.id)


def _places(book: Book) -> Iterator[Row]:
    for place in book.registers.places.values():
        yield _recorded(place, [statement.cite for statement in (*place.presence, *place.facts)])


def _place_presence(book: Book) -> Iterator[Row]:
    for place in book.registers.places.values():
        yield from numbered(place.presence, place.id)


def _place_facts(book: Book) -> Iterator[Row]:
    for place in book.registers.places.values():
        yield from numbered(place.facts, place.id)


def _tile(part: int, name: str, description: str) -> Column:
    """A column with the column or the row of a tile."""
    return Column(name, "integer", description, lambda row, book: row.value.tile[part] if row.value.tile else None)


def _kind(register: str) -> Column:
    return own("kind", "What kind it is.", required=True, choices=KINDS[register])


TABLES = (
    Table(
        "people",
        "People",
        "The people whom the book names, a row for each; what is stated of them is in `person_facts`.",
        (
            *(ID, NAME, VARIANTS, SHORT, _kind("people"), PASSING),
            own("unnamed", "Whether the sources leave the person without a name, so that `name` is a description.", "boolean"),
        ),
        _people,
    ),
    Table(
        "person_facts",
        "What is stated of people",
        "A row for each statement about a person. An accusation is not a finding: its text gives its status.",
        (
            *(ID, owner("person", "people", "Whom the statement concerns.")),
            own("kind", "What kind of statement it is.", required=True, choices=shapes.FACT["kind"].choices),
            own("role", "The title of a role."),
            own("group", "The group of a role or an affiliation.", to="groups"),
            own("place", "The place that it concerns.", to="places"),
            *(*WHEN, TEXT, _LABEL, _FIGURES),
        ),
        _person_facts,
    ),
    Table(
        "groups",
        "Groups",
        "The groups, bodies and media that the book names, a row for each, with what they are in a sentence.",
        (
            *(ID, NAME, own("abbr", "The abbreviation."), VARIANTS, SHORT, _kind("groups")),
            own("parent", "The group that it belongs to.", to="groups"),
            PASSING,
            Column("text", "string", "What it is, in the book’s own words.", lambda r, b: r.value.summary.text if r.value.summary else ""),
        ),
        _groups,
    ),
    Table(
        "group_relations",
        "Relations between groups",
        "A row for each stated relation, to be read `group` `type` `to`.",
        (
            *(ID, owner("group", "groups", "The group from which the relation is read.")),
            own("type", "The relation, such as `ally`, `rival`, `branch` (of) or `pledged` (to).", required=True, choices=shapes.RELATIONS),
            own("to", "The other group.", required=True, to="groups"),
            *(*WHEN, TEXT, _LABEL, _FIGURES),
        ),
        _group_relations,
    ),
    Table(
        "group_facts",
        "What is stated of groups",
        "A row for each further statement about a group.",
        (
            *(ID, owner("group", "groups", "The group that the statement concerns."), own("kind", "What kind of statement it is.")),
            own("place", "The place that it concerns.", to="places"),
            *(*WHEN, TEXT, _LABEL, _FIGURES),
        ),
        _group_facts,
    ),
    Table(
        "places",
        "Places",
        "The places that the book names, and all provinces of Afghanistan, a row for each.",
        (
            *(ID, NAME, VARIANTS, SHORT, _kind("places")),
            own("within", "The place that holds it, as far as the book says.", to="places"),
            own("country", "The country in which it lies.", to="places"),
            _tile(0, "tile_column", "The column of its square on the map of tiles, from 1, growing to the east; no border is implied."),
            _tile(1, "tile_row", "The row of its square on the map of tiles, from 1, growing to the south."),
            own("mentioned", "Whether the book says anything of it; if not, it is here for its square on the map.", "boolean"),
            PASSING,
        ),
        _places,
    ),
    Table(
        "place_presence",
        "The group in its places",
        "A row for each statement that places the Islamic State Khorasan Province somewhere at a time. What is not stated is left out: "
        "no row does not mean that it was absent. Statements may overlap and contradict one another.",
        (
            *(ID, owner("place", "places", "The place.")),
            own(
                "level",
                "How it was there: a hub or stronghold, fighters reported, ground fought over, an attack only, or stated to be cleared.",
                required=True,
                choices=shapes.LEVELS,
            ),
            *(*WHEN, TEXT),
        ),
        _place_presence,
    ),
    Table(
        "place_facts",
        "What is stated of places",
        "A row for each further statement about a place.",
        (
            *(ID, owner("place", "places", "The place that the statement concerns."), own("kind", "What kind of statement it is.")),
            own("group", "The group that it concerns.", to="groups"),
            *(*WHEN, TEXT),
        ),
        _place_facts,
    ),
)
