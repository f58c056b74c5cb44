"""What the cells of a figure's table say: the words of the data, escaped, each with its citation and with how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from apparatus.registers import Dispute, Registers, Statement, Tenure
from apparatus.registers.dates import printed
from apparatus.registers.values import Period

NOTES = "apparatus/editorial-notes.md"
NOTHING = "–"
_MARKUP = re.compile(r"([\\`*_\[\]{}|])")
_CITATION = re.compile(r"(?:\[[^\[\]]*@[^\[\]]*\])+")
_FIELDS = {  # what a field is called for readers
    "end": "end",
    "end_date": "date of the end",
    "from": "beginning",
    "number": "place in the order",
    "person": "name",
    "people": "persons",
    "text": "account",
}
_DATES = ("date", "from", "to", "end_date")


def plain(text: str) -> str:
    """Text of the data as Markdown that prints just these characters in the cell of a table."""
    entities = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")
    return _MARKUP.sub(r"\\\1", entities)


def cited(cite: str) -> str:
    """A citation as it is written in the data, fit for a cell; what is no citation prints as plain text."""
    return cite.replace("|", "\\|") if _CITATION.fullmatch(cite) else plain(cite)


def said(statement: Statement | None, notes: tuple[str, ...] = ()) -> str:
    """A statement: its words, its citation, and in italics how sure it is and whose addition. Empty where there is none."""
    if statement is None or not (statement.text or statement.cite):
        return ""
    return f"{plain(statement.text)}{cited(statement.cite)}{remark(statement.certainty, statement.notes or notes, statement.editor)}"


def remark(certainty: str, notes: Iterable[str] = (), editor: bool = False) -> str:
    """`` (*reported*; E1, E2)``: how sure a statement is, whether the editors added it, their notes with links; or nothing."""
    words = [f"*{word}*" for word in (plain(certainty), "added by the editors" if editor else "") if word]
    linked = ", ".join(link(note) for note in notes)
    inner = "; ".join(part for part in (", ".join(words), linked) if part)
    return f" ({inner})" if inner else ""


def link(note: str) -> str:
    """An editorial note by its number, with the way to the register of notes."""
    return f"[{plain(note)}]({NOTES}#{note.lower()})" if re.fullmatch(r"[A-Za-z]+\d+", note) else plain(note)


def together(*parts: str) -> str:
    """The parts that say something, one after the other; a dash where none does."""
    return " ".join(part for part in parts if part) or NOTHING


def date(period: Period | None) -> str:
    """A period as it begins a cell."""
    return capital(plain(printed(period))) if period else NOTHING


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def place(name: str, text: str, registers: Registers) -> str:
    """A place by its preferred name; where the register does not have it, the words given instead."""
    found = registers.places.get(name)
    return found.name if found else text or name


def holder(tenure: Tenure, registers: Registers) -> str:
    """Who held the office: the words given for it, else the preferred name of the person."""
    person = registers.people.get(tenure.person)
    return tenure.name or (person.name if person else tenure.person) or "not named"


def dispute(what: str, other: Dispute, registers: Registers) -> tuple[str, str, str]:
    """A row: whose record, what field with the other value, and who has it."""
    value = other.value
    if other.field in _DATES:
        value = printed(Period(value, value))
    elif found := registers.people.get(value) or registers.places.get(value):
        value = found.name
    field = _FIELDS.get(other.field, other.field.replace("_", " "))
    return what, plain(f"{capital(field)}: {value}" if value else capital(field)), said(other) or NOTHING
