"""What the pages of registers share: a statement with its citation, links to records, lists of events and roles, the front matter."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from apparatus.evidence import chapters
from apparatus.grounds.register_pages import homes
from apparatus.model import Monograph
from apparatus.pages.work_heads import words
from apparatus.registers import Dispute, Event, Operation, Place, Registers, Statement, registers
from apparatus.registers.dates import printed
from apparatus.registers.values import Period

EDITORIAL = "apparatus/editorial-notes.md"
ADDED = "added by the editors"
SUSPECTED = "named as a suspect"
DATED = frozenset(("date", "from", "to", "end_date"))  # fields whose values are dates
NAMING = {"people": "people", "person": "people", "place": "places", "groups": "groups", "by": "groups"}  # and those that name records
_NOTE = re.compile(r"[A-Za-z]+\d+")
_NUMBER = re.compile(r"\d")
_SIGNS = str.maketrans({"<": "‹", ">": "›", '"': "”"})
_STATED = re.compile(r"[^#\s]+\.md(?:#\S+)?")


@dataclass(frozen=True)
class Desk:
    """The monograph and the folder of the page that is being written: all that a statement needs to be put on it."""

    monograph: Monograph
    folder: str

    @property
    def registers(self) -> Registers:
        return registers(self.monograph)

    def relative(self, target: str) -> str:
        """A path below ``docs/``, perhaps with anchor, as a link from the page."""
        path, sign, anchor = target.partition("#")
        return f"{posixpath.relpath(path, self.folder)}{sign}{anchor}"

    def link(self, kind: str, name: str, text: str = "") -> str:
        """A record as a link, by its name or other words; a record that is not there by its id as it is written."""
        record = getattr(self.registers, "bodies" if kind == "structure" else kind).get(name)
        text = words(text or (called(record) if record else name))
        target = homes(self.monograph).get((kind, name))
        return f"[{text}]({self.relative(target)})" if target else text

    def links(self, kind: str, names: Iterable[str]) -> str:
        """Several of them, with commas."""
        return ", ".join(self.link(kind, name) for name in names)

    def note(self, name: str) -> str:
        """An editorial note by its number."""
        return f"[{name}]({self.relative(EDITORIAL)}#{name.lower()})" if _NOTE.fullmatch(name) else words(name)

    def see(self, target: str) -> str:
        """The section of the book that tells it, by the number of its chapter; empty where there is none."""
        page = target.partition("#")[0]
        if not _STATED.fullmatch(target) or page not in self.monograph.by_name:
            return ""
        chapter = chapters.by_name(self.monograph).get(page)
        text = f"ch.\u00a0{chapter.number}" if chapter else words(self.monograph.by_name[page].title)
        return f"[{text}]({self.relative(target)})"

    def remark(self, statement: Statement, see: bool = True) -> str:
        """How sure it is, whose word, the editors' notes on it and where the book tells it, in brackets; nothing if there is nothing."""
        who = words(statement.stated_by)
        sure = f"*{words(statement.certainty)}*" if statement.certainty else ""
        if who:
            inferred = statement.certainty == "inferred"
            sure = f"{sure} by {who}" if inferred else ", ".join(part for part in (sure, f"stated by {who}") if part)
        added, told = f"*{ADDED}*" if statement.editor else "", self.see(statement.see) if see else ""
        parts = [sure, added, ", ".join(map(self.note, statement.notes)), told]
        said = "; ".join(part for part in parts if part)
        return f" ({said})" if said else ""

    def said(self, statement: Statement, see: bool = True) -> str:
        """The words, their citation, the remark."""
        return f"{words(statement.text)}{statement.cite}{self.remark(statement, see)}"

    def item(self, statement: Statement, lead: str = "") -> str:
        """An item of a list: what leads, the date, the statement."""
        when = date(statement.when)
        head = f"{lead}, {printed_words(statement.when)}" if lead and when else lead or when
        return f"- {head}{': ' if head else ''}{self.said(statement)}\n"

    def events(self, events: Iterable[Event], as_what: str = "") -> str:
        """Events as a list in the order given: date, title, as what somebody stands there, how sure it is. Their pages have the citations."""
        rest = f", {as_what}" if as_what else ""
        return "".join(
            f"- {date(event.when) or 'Not dated'}: {self.link('events', event.id)}{rest}{self.sure(event)}\n" for event in events
        )

    def operations(self, operations: Iterable[Operation]) -> str:
        """Operations likewise."""
        return "".join(
            f"- {self.link('operations', o.id)}{f', {printed_words(o.when)}' if o.when else ''}{self.sure(o)}\n" for o in operations
        )

    def dispute(self, other: Dispute, fields: Mapping[str, str], lead: str = "") -> str:
        """Another account as an item: which field, by its name in ``fields``, and its other value in words; then what is stated."""
        name = words(fields.get(other.field, other.field.replace("_", " ").capitalize()))
        name = f"{lead}, {name[:1].lower()}{name[1:]}" if lead else name
        value = self._value(other)
        return f"- {name}{f', {value}' if value else ''}: {self.said(other)}\n"

    def _value(self, other: Dispute) -> str:
        """The value of a dispute: a date as the book prints dates, records by their names with links, anything else as it is written."""
        if other.field in DATED:
            return words(printed(Period(other.value, other.value)))
        kind = NAMING.get(other.field, "")
        known = getattr(self.registers, kind) if kind else {}
        names = [name.strip() for name in other.value.split(",")]
        return ", ".join(f"{self.link(kind, name)}{self.suspected(name, kind)}" if name in known else words(name) for name in names)

    def suspected(self, name: str, kind: str = "people") -> str:
        """What must stand beside the name of a suspect; nothing beside other names."""
        person = self.registers.people.get(name) if kind == "people" else None
        return f" ({SUSPECTED})" if person and person.kind == "suspect" else ""

    def sure(self, statement: Statement) -> str:
        """How sure a statement is and whether the editors added it, in brackets; for lists that lead to where it is cited."""
        said = ", ".join(part for part in (statement.certainty, ADDED if statement.editor else "") if part)
        return f" (*{words(said)}*)" if said else ""


def called(record: object) -> str:
    """The name or title of a record, else its id."""
    return str(getattr(record, "name", "") or getattr(record, "title", "") or getattr(record, "id", ""))


def printed_words(period: Period) -> str:
    """A period in words, as it stands within a line; with its date where the phrase of the book has no number (“recently”)."""
    text, exact = printed(period), printed(replace(period, text=""))
    bare = period.text and exact and not _NUMBER.search(text) and not text.startswith("not ")
    return words(f"{text} ({exact})" if bare else text)


def date(period: Period) -> str:
    """A period as it begins a line or a cell."""
    text = printed_words(period)
    return f"{text[:1].upper()}{text[1:]}"


def matter(title: str, described: str, boost: float, names: Sequence[str] = ()) -> str:
    """The front matter, without signs of HTML, for the theme prints it as it stands; ``boost`` is its weight in search.

    ``names`` find the page before all others: the theme's search weighs tags most, and shows none without its plugin for them.
    """
    quoted = [json.dumps(text.translate(_SIGNS), ensure_ascii=False) for text in (title, described, *names)]
    tags = f"tags: [{', '.join(quoted[2:])}]\n" if names else ""
    return f"---\ntitle: {quoted[0]}\ndescription: {quoted[1]}\n{tags}search:\n  boost: {boost:g}\n---\n\n# {words(title)}\n"


def also(names: Sequence[str]) -> str:
    """The other names, for readers and for search; nothing if there are none."""
    return f"\nAlso: {words(', '.join(names))}.\n{{: .also-called }}\n" if names else ""


def section(heading: str, anchor: str, text: str, attributes: str = "", level: int = 2) -> str:
    """A section with its heading; nothing where it would be empty."""
    inner = " ".join(part for part in (f"#{anchor}" if anchor else "", attributes) if part)
    return f"\n{'#' * level} {heading}{f' {{{inner}}}' if inner else ''}\n\n{text}" if text else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]], caption: str) -> str:
    """A table with its caption; nothing without rows."""
    lines = [f"| {' | '.join(cell or '–' for cell in row)} |\n" for row in rows]
    if not lines:
        return ""
    drawn = f"| {' | '.join(head)} |\n|{' --- |' * len(head)}\n{''.join(lines)}\n/// table-caption\n{caption}\n///\n"
    return f'<div class="record-table" markdown="block">\n\n{drawn}\n</div>\n'


def editorial(desk: Desk, notes: Iterable[str]) -> str:
    """The editorial notes named, each once, with their titles."""
    titles = {str(datum.values.get("id")): str(datum.values.get("title") or "") for datum in desk.monograph.data.get("editorial", ())}
    known = [name for name in dict.fromkeys(notes) if name in titles]
    return "".join(f"- {desk.note(name)}: {words(titles[name])}\n" for name in sorted(known, key=lambda name: (len(name), name)))


def within(place: str, desk: Desk) -> frozenset[str]:
    """A place and all that lies in it, by id."""
    found, pending = set(), [place]
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += [inner.id for inner in desk.registers.places.values() if inner.within == name]
    return frozenset(found)


def holders(place: Place, desk: Desk) -> str:
    """What holds a place, from the inside out, as links."""
    found, name = [], place.within
    while name in desk.registers.places and name not in found:
        found.append(name)
        name = desk.registers.places[name].within
    if place.country and place.country not in (*found, place.id):
        found.append(place.country)
    return desk.links("places", found)
