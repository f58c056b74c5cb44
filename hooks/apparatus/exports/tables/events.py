"""The tables of events, with who was concerned, their casualties and who is held to have done it, and of operations and estimates."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from apparatus.exports.tables.columns import ID, TEXT, WHEN, Book, Column, Row, Table, brackets, numbered, own, owner, stated
from apparatus.exports.tables.names import KINDS, NAME, VARIANTS
from apparatus.grounds import register_schemas as shapes
from apparatus.registers import Event

_WHERE = (
    own("place", "Where it was.", to="places"),
    own("where", "Where it was, in words, if several places or none of those in `places` fit."),
)
_BOUNDS = (
    own("min", "At least so many; empty where no lower bound is stated.", "integer"),
    own("max", "At most so many, equal to `min` for a single number; empty where no upper bound is stated.", "integer"),
    own("terms", "The number as the book prints it, each form, joined by `; `."),
)


def _events(book: Book) -> Iterator[Row]:
    for event in book.registers.events.values():
        yield stated(event, event.id, event.id)


def _claim(event: Event) -> str:
    if event.claimed is None:
        return ""
    return "claimed" if event.claimed else "nobody"


def _casualties(book: Book) -> Iterator[Row]:
    for event in book.registers.events.values():
        yield from numbered(event.casualties, event.id, "", [event.cite], event.see)


def _claims(book: Book) -> Iterator[Row]:
    for event in book.registers.events.values():
        for part, found in (("claimed", event.claimed or ()), ("blamed", event.blamed)):
            yield from numbered(found, event.id, part, [event.cite], event.see)


def _is_claim(row: Row) -> bool:
    return row.id.split(".")[-2] == "claimed"


def _concerned(field: str) -> Callable[[Book], Iterator[Row]]:
    """The rows that join events with the people or groups they concern."""

    def rows(book: Book) -> Iterator[Row]:
        for event in book.registers.events.values():
            for name in dict.fromkeys(getattr(event, field)):
                yield Row(f"{event.id}.{name}", event.id, name, through=brackets(event.cite), section=event.see, editor=event.editor)

    return rows


def _operations(book: Book) -> Iterator[Row]:
    for operation in book.registers.operations.values():
        yield stated(operation, operation.id, operation.id)


def _outcomes(book: Book) -> Iterator[Row]:
    for operation in book.registers.operations.values():
        if operation.outcome:
            yield stated(operation.outcome, operation.id, operation.id, [operation.cite], operation.see)


def _sides(book: Book) -> Iterator[Row]:
    for operation in book.registers.operations.values():
        for side, groups in (("by", operation.by), ("against", operation.against)):
            for name in dict.fromkeys(groups):
                row_id, through = f"{operation.id}.{side}.{name}", brackets(operation.cite)
                yield Row(row_id, operation.id, (side, name), through=through, section=operation.see, editor=operation.editor)


def _estimates(book: Book) -> Iterator[Row]:
    for estimate in book.registers.estimates.values():
        yield stated(estimate, estimate.id, estimate.id)


TABLES = (
    Table(
        "events",
        "Events",
        "The events to which the book gives a date, a row for each, by date.",
        (
            *(ID, own("title", "A short title.", required=True), *WHEN),
            own("precision", "How exact the date is.", required=True, choices=shapes.REGISTERS["events"]["precision"].choices),
            own("kind", "What kind of event it was.", required=True, choices=KINDS["events"]),
            *_WHERE,
            Column(
                "claim", "string", "Whether somebody claimed it (see `event_claims`); empty where the book says nothing of a claim.",
                lambda row, book: _claim(row.value), choices=("claimed", "nobody"),
            ),
            own("after", "The event that it is said to have followed.", to="events"),
            own("names", "The words by which the chapters speak of it, joined by `; `; … stands for any words between."),
            own("main", "Whether it is one of the main events that the overview figure shows.", "boolean"),
            *(TEXT, own("label", "A short phrase for a figure."), own("figures", "The figures that draw it, joined by `; `.")),
        ),
        _events,
    ),
    Table(
        "event_people",
        "People concerned in events",
        "A row for each person concerned in an event, in whatever part: it says nothing of guilt.",
        (
            *(ID, owner("event", "events", "The event.")),
            Column("person", "string", "The person.", lambda row, book: row.value, required=True, to="people"),
            Column(
                "role", "string", "As what the register has the person: `suspect` is somebody who is accused, and nothing more.",
                lambda row, book: book.registers.people[row.value].kind, required=True, choices=KINDS["people"],
            ),
        ),
        _concerned("people"),
    ),
    Table(
        "event_groups",
        "Groups concerned in events",
        "A row for each group concerned in an event, in whatever part; who claimed it or is blamed for it is in `event_claims`.",
        (
            *(ID, owner("event", "events", "The event.")),
            Column("group", "string", "The group.", lambda row, book: row.value, required=True, to="groups"),
        ),
        _concerned("groups"),
    ),
    Table(
        "event_casualties",
        "Casualties of events",
        "A row for each number of people killed, wounded, missing, surrendered, captured or escaped. Rows of one event may be "
        "different accounts of the same people or parts of one another: do not add them up unread.",
        (
            *(ID, owner("event", "events", "The event.")),
            own("what", "What befell them.", required=True, choices=shapes.TOLL["what"].choices),
            own("of", "Of whom, or by whose count, in words."),
            *(*_BOUNDS, TEXT),
        ),
        _casualties,
    ),
    Table(
        "event_claims",
        "Claims and blame",
        "A row for each group that claimed an event, and for each that somebody blames for it. Blame is not a finding.",
        (
            *(ID, owner("event", "events", "The event.")),
            Column(
                "side", "string", "Whether the group claimed the event or is blamed for it.",
                lambda row, book: "claimed" if _is_claim(row) else "blamed", required=True, choices=("claimed", "blamed"),
            ),
            Column(
                "group", "string", "The group that claimed it or is blamed.",
                lambda row, book: row.value.by if _is_claim(row) else row.value.on, required=True, to="groups",
            ),
            Column("by", "string", "Who blames it, in words.", lambda row, book: "" if _is_claim(row) else row.value.by),
            TEXT,
        ),
        _claims,
    ),
    Table(
        "operations",
        "Operations",
        "The operations and campaigns that the book tells of, a row for each.",
        (
            *(ID, NAME, own("named", "Whether the name is a proper name; if not, it is a description.", "boolean"), VARIANTS, *WHEN),
            *(*_WHERE, TEXT),
        ),
        _operations,
    ),
    Table(
        "operation_groups",
        "The sides of operations",
        "A row for each group that led an operation or was its target.",
        (
            *(ID, owner("operation", "operations", "The operation.")),
            Column(
                "side", "string", "Whether the operation was led by the group or aimed at it.",
                lambda row, book: row.value[0], required=True, choices=("by", "against"),
            ),
            Column("group", "string", "The group.", lambda row, book: row.value[1], required=True, to="groups"),
        ),
        _sides,
    ),
    Table(
        "operation_outcomes",
        "What came of operations",
        "A row for each stated outcome.",
        (ID, owner("operation", "operations", "The operation."), TEXT),
        _outcomes,
    ),
    Table(
        "estimates",
        "Estimates",
        "Figures of strength, losses and the like, a row for each. Rows may be different accounts of the same people, or parts of one "
        "another: do not add them up unread.",
        (
            *(ID, own("of", "What is estimated, such as `strength` or `surrendered`.", required=True)),
            own("group", "The group of those counted.", to="groups"),
            own("place", "Where they are counted.", to="places"),
            own("event", "The event that the figure belongs to.", to="events"),
            *(*_BOUNDS[:2], own("unit", "What is counted."), _BOUNDS[2], own("by", "Whose figure it is."), *WHEN, TEXT),
        ),
        _estimates,
    ),
)  # fmt: skip
