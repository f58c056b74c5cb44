"""What a table of the registers is made of: columns with their descriptions, rows with what they rest on, and the book they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from apparatus.exports.tables import moments
from apparatus.model import Monograph, Reference
from apparatus.records import WorkRecord
from apparatus.registers import Period, Registers, Statement, registers
from apparatus.registers.dates import printed


@dataclass(frozen=True)
class Book:
    """What the tables are taken from: the monograph, its works as records and as the style prints them, both by citekey."""

    monograph: Monograph
    records: Mapping[str, WorkRecord] = field(hash=False)
    references: Mapping[str, Reference] = field(hash=False)

    @property
    def registers(self) -> Registers:
        """The registers of the book."""
        return registers(self.monograph)


@dataclass(frozen=True)
class Row:
    """A row: its id, the id of the record it belongs to (its own for a record), the value, and what the value rests on.

    ``cites`` are citations as written, in brackets; ``through`` those of the record or of its statements, which stand for a row
    that has none; ``section`` is a page below ``docs/`` with anchor.
    """

    id: str
    of: str
    value: object
    cites: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    section: str = ""
    certainty: str = ""
    stated_by: str = ""
    notes: tuple[str, ...] = ()
    editor: bool = False


@dataclass(frozen=True)
class Column:
    """A column: its name, its type in Table Schema, what it says, how it is read; ``to`` is the table whose ids it holds."""

    name: str
    type: str
    description: str
    value: Callable[[Row, Book], object]
    required: bool = False
    unique: bool = False
    choices: tuple[str, ...] = ()
    to: str = ""


@dataclass(frozen=True)
class Table:
    """A table: its name, what it holds, its columns, its rows in order, and the column that tells them apart."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: Callable[[Book], Iterable[Row]]
    key: str = "id"


def own(name: str, description: str, type: str = "string", of: str = "", **more) -> Column:
    """A column that holds the field ``of`` of the row's value, or the field of its own name."""
    source = of or name
    return Column(name, type, description, lambda row, book: getattr(row.value, source), **more)


def owner(name: str, table: str, description: str) -> Column:
    """The column that says to which record of another table the row belongs."""
    return Column(name, "string", description, lambda row, book: row.of, required=True, to=table)


ID = Column("id", "string", "Identifier of the row, unique in this table.", lambda row, book: row.id, required=True, unique=True)


def period(get: Callable[[Row], Period], prefix: str = "", what: str = "it") -> tuple[Column, ...]:
    """Four columns for a date: in EDTF, the earliest and the latest day it can mean, and as the book prints it."""
    return (
        Column(f"{prefix}date", "string", f"When {what} was: a date or span in EDTF, level 0 or 1.", lambda r, b: moments.edtf(get(r))),
        Column(
            f"{prefix}start", "date", f"The earliest day that `{prefix}date` can mean; empty where no beginning is known.",
            lambda r, b: moments.earliest(get(r)),
        ),
        Column(
            f"{prefix}end", "date", f"The latest day that `{prefix}date` can mean; empty where it is open or no end is known.",
            lambda r, b: moments.latest(get(r)),
        ),
        Column(f"{prefix}date_text", "string", f"When {what} was, as the book prints it.", lambda r, b: printed(get(r))),
    )  # fmt: skip


WHEN = period(lambda row: row.value.when)
TEXT = own("text", "The statement, in the book’s own words.")


def stated(
    value: Statement, name: str, of: str, through: Iterable[str] = (), section: str = "", certainty: str = "", notes: tuple[str, ...] = ()
) -> Row:
    """A row for a statement. Section, certainty and notes are those of its record where it has none of its own."""
    return Row(
        id=name,
        of=of,
        value=value,
        cites=brackets(value.cite),
        through=brackets(*through),
        section=value.see or section,
        certainty=value.certainty or certainty,
        stated_by=value.stated_by,
        notes=value.notes or notes,
        editor=value.editor,
    )


def brackets(*cites: str) -> tuple[str, ...]:
    """The citations that are there, each once."""
    return tuple(dict.fromkeys(cite for cite in cites if cite))


def numbered(
    values: Iterable[Statement], of: str, part: str = "", through: Iterable[str] = (), section: str = "", notes: tuple[str, ...] = ()
) -> list[Row]:
    """A row for each statement of a record, named ``record.1`` or ``record.part.1`` in the order written."""
    stem, kept = f"{of}.{part}" if part else of, tuple(through)
    return [stated(value, f"{stem}.{number}", of, kept, section, notes=notes) for number, value in enumerate(values, start=1)]
