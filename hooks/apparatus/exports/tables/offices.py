"""The tables of offices and their holders, of the organisation, of the glossary, and of other values of fields."""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.exports.tables.columns import ID, TEXT, WHEN, Book, Column, Row, Table, brackets, numbered, own, owner, period, stated
from apparatus.grounds import register_schemas as shapes
from apparatus.grounds.numbering import anchor
from apparatus.model import Datum
from apparatus.registers import Fact, Period, Statement, Tenure

_STRUCTURE = shapes.REGISTERS["structure"]
_DISPUTED = ("events", "leadership", "operations")  # the registers whose records may have other values
_PARTS = ("begun", "ended", "place", "after", "stated")


def _cites(tenure: Tenure) -> tuple[str, ...]:
    parts = [part.cite for part in (tenure.begun, tenure.ended, tenure.after, tenure.stated) if part]
    return brackets(*parts, tenure.place_cite)


def _leadership(book: Book) -> Iterator[Row]:
    for tenure in book.registers.leadership.values():
        yield Row(tenure.id, tenure.id, tenure, _cites(tenure), (), tenure.see, tenure.certainty, "", tenure.notes)


def _leadership_facts(book: Book) -> Iterator[Row]:
    for tenure in book.registers.leadership.values():
        for part, value in _told(tenure):
            yield stated(value, f"{tenure.id}.{part}", tenure.id, _cites(tenure), tenure.see, tenure.certainty, tenure.notes)


def _told(tenure: Tenure) -> Iterator[tuple[str, Fact]]:
    """What is told of a tenure, by part, each as a fact with its place."""
    ended = Fact(tenure.location, tenure.place_text, tenure.place_cite, place=tenure.place)
    for part, value in zip(_PARTS, (tenure.begun, tenure.ended, ended, tenure.after, tenure.stated), strict=True):
        if value is None:
            continue
        kind, place = (value.kind, value.place) if isinstance(value, Fact) else ("", "")
        if value.text or value.cite or value.when or value.label or place:
            yield part, Fact(value.location, value.text, value.cite, value.when, label=value.label, kind=kind, place=place)


def _together(book: Book) -> Iterator[Row]:
    for tenure in book.registers.leadership.values():
        for name in dict.fromkeys(tenure.together_with):
            yield Row(f"{tenure.id}.{name}", tenure.id, name, through=_cites(tenure), section=tenure.see)


def _when(part: Statement | None) -> Period:
    return part.when if part else Period()


def _bodies(book: Book) -> Iterator[Row]:
    for body in book.registers.bodies.values():
        yield stated(body, body.id, body.id)


def _lines(book: Book) -> Iterator[Row]:
    for line in book.registers.lines.values():
        yield stated(line, line.id, line.id)


def _disputes(book: Book) -> Iterator[Row]:
    for register in _DISPUTED:
        for name, record in getattr(book.registers, register).items():
            cites = _cites(record) if isinstance(record, Tenure) else brackets(record.cite)
            yield from numbered(record.disputed, f"{register}.{name}", "", cites, record.see, record.notes)


def _glossary(book: Book) -> Iterator[Row]:
    found: dict[str, Datum] = {}
    for datum in book.monograph.data.get("glossary", ()):
        found.setdefault(anchor(_word(datum, "term")), datum)
    for name, datum in found.items():
        if name:
            yield Row(name, name, datum, brackets(_word(datum, "cite")), section=_word(datum, "see"))


def _word(datum: Datum, name: str) -> str:
    value = datum.values.get(name)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _of_term(name: str, description: str, required: bool = False) -> Column:
    return Column(name, "string", description, lambda row, book: _word(row.value, name), required)


_AT = own("at", "At which time: the formation, or the year.", required=True, choices=_STRUCTURE["at"].choices)
TABLES = (
    Table(
        "leadership",
        "Offices and their holders",
        "A row for each holder’s time in an office, in the article’s numbering; what is told of it, each with its own source, is in "
        "`leadership_facts`, and other values of a field in `disputes`.",
        (
            *(ID, own("office", "The office.", required=True)),
            own("number", "The place in the succession; joint holders share it.", "integer"),
            own("person", "The holder; empty where the article gives no name.", to="people"),
            own("name", "What stands for a holder without name, or the names reported."),
            own("label", "A short phrase for the box of a figure."),
            *period(lambda row: _when(row.value.begun), "from_", "the beginning"),
            own("ending", "How the time in office ended.", of="end", required=True, choices=shapes.REGISTERS["leadership"]["end"].choices),
            *period(lambda row: _when(row.value.ended), "to_", "the end"),
            own("place", "Where it ended.", to="places"),
        ),
        _leadership,
    ),
    Table(
        "leadership_facts",
        "What is told of times in office",
        "A row for each part of what is told: how it began, how and where it ended, what came after, or what is stated of the whole.",
        (
            *(ID, owner("tenure", "leadership", "The time in office.")),
            Column(
                "part", "string", "Which part of it is told.", lambda row, book: row.id.rpartition(".")[2], required=True, choices=_PARTS
            ),
            *(own("fate", "What befell the holder afterwards.", of="kind"), own("place", "Where.", to="places"), *WHEN, TEXT),
            own("label", "A short phrase for the line of a figure."),
        ),
        _leadership_facts,
    ),
    Table(
        "leadership_together",
        "Joint holders",
        "A row for each pair of times in office that two people held together.",
        (
            *(ID, owner("tenure", "leadership", "The time in office.")),
            Column("with", "string", "That of the other holder.", lambda row, book: row.value, required=True, to="leadership"),
        ),
        _together,
    ),
    Table(
        "structure",
        "Bodies of the organisation",
        "How the Islamic State Khorasan Province was organised at its formation and in 2020, a row for each body.",
        (
            *(ID, _AT, own("name", "The body.", required=True), own("label", "A short phrase for the box of a figure.")),
            own("does", "What it did."),
            own("style", "How it stands to the organisation.", choices=_STRUCTURE["style"].choices),
            own("drawn", "Whether the figure shows it.", "boolean"),
        ),
        _bodies,
    ),
    Table(
        "structure_lines",
        "Lines between the bodies",
        "A row for each line of authority or contact, to be read `from` `line` `to`.",
        (
            *(ID, _AT, own("from", "The body at which the line begins.", of="start", required=True, to="structure")),
            own("to", "The body at which it ends.", of="end", required=True, to="structure"),
            own("line", "The line.", required=True, choices=_STRUCTURE["line"].choices),
            own("label", "The words on the line of the figure."),
        ),
        _lines,
    ),
    Table(
        "disputes",
        "Other values",
        "A row for each value that a source gives instead of that in another table: both stand, and the note explains.",
        (
            ID,
            Column(
                "table", "string", "The table of the row that has the value.", lambda row, book: row.of.partition(".")[0],
                required=True, choices=_DISPUTED,
            ),
            Column("record", "string", "The id of that row.", lambda row, book: row.of.partition(".")[2], required=True),
            own("field", "The field of the record, by its name in the JSON document of the register.", required=True),
            own("value", "The other value; a date in EDTF, an id, a number or words.", required=True),
            TEXT,
        ),
        _disputes,
    ),
    Table(
        "glossary",
        "Glossary",
        "The terms that the book explains, a row for each.",
        (
            ID,
            _of_term("term", "The term.", required=True),
            _of_term("abbr", "The abbreviation."),
            _of_term("expansion", "What the abbreviation stands for."),
            _of_term("definition", "What it means.", required=True),
        ),
        _glossary,
    ),
)  # fmt: skip
