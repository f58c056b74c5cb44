"""The register of events: a page for each dated event, with its toll, claims and blame, other accounts, and the sentences that tell it."""

from __future__ import annotations

from apparatus.evidence.register_telling import told
from apparatus.grounds.register_pages import INDEXES, TIMELINE, homes
from apparatus.model import Monograph
from apparatus.pages import register_mentions
from apparatus.pages.register_numbers import figures
from apparatus.pages.register_parts import Desk, date, editorial, matter, section, table
from apparatus.pages.work_heads import words
from apparatus.registers import Blame, Event, previews, registers
from apparatus.registers.quantities import quantity

KIND = "events"
INDEX = INDEXES[KIND]
FOLDER = INDEX.removesuffix(".md")
INTRODUCTION = """
Every event to which the book gives a date, by the year in which it begins.
The [timeline]({timeline}) has them in tables.
"""
FIELDS = {"date": "Date", "date_text": "Date", "text": "Account", "from": "Beginning", "to": "End"}


def pages(monograph: Monograph) -> dict[str, str]:
    """The Markdown of the index and of each page by path below ``docs/``; nothing without a register of events."""
    events, where = registers(monograph).events, homes(monograph)
    if not events:
        return {}
    own = [event for event in events.values() if "#" not in where[KIND, event.id]]
    found = {INDEX: _index(Desk(monograph, "register"))}
    return found | {where[KIND, event.id]: _page(event, Desk(monograph, FOLDER)) for event in own}


def _index(desk: Desk) -> str:
    """Every event by year, in the order of the register."""
    head = matter("Events", "The dated events that the book names, each with its sources, its toll and what is disputed.", 1)
    introduction = INTRODUCTION.format(timeline=desk.relative(TIMELINE))
    years: dict[str, list[Event]] = {}
    for event in desk.registers.events.values():
        years.setdefault((event.when.start or event.when.end)[:4], []).append(event)
    parts = [section(f"{words(year)}", f"in-{words(year)}", _listed(years[year], desk)) for year in sorted(years)]
    return f"{head}{introduction}{''.join(parts)}"


def _listed(events: list[Event], desk: Desk) -> str:
    """Events of a year; those without a page, with all that is stated of them."""
    text = ""
    for event in events:
        own = "#" not in homes(desk.monograph)[KIND, event.id]
        anchor = "" if own else f'<span id="{event.id}"></span>'
        said = f"{words(event.text)}{desk.sure(event)}" if own else desk.said(event)
        text += f"- {anchor}{date(event.when) or 'Not dated'}: {desk.link(KIND, event.id) if own else words(event.title)}. {said}\n"
    return text


def _page(event: Event, desk: Desk) -> str:
    notes = [note for s in (event, *event.casualties, *event.blamed, *(event.claimed or ()), *event.disputed) for note in s.notes]
    parts = [
        section("Who was concerned", "concerned", _concerned(event, desk)),
        section("Toll", "toll", _toll(event, desk)),
        section("Claim and blame", "claims", _claims(event, desk)),
        section("Other accounts", "disputed", "".join(desk.dispute(other, FIELDS) for other in event.disputed)),
        section("Figures", "figures", figures([e for e in desk.registers.estimates.values() if e.event == event.id], desk)),
        section("Editorial notes", "notes", editorial(desk, notes)),
        register_mentions.part(told(desk.monograph, event), desk, "Where the book tells it", _unmatched(event, desk)),
    ]
    described = f"{event.title}. {previews.of(event, desk.registers)}"
    return f"{matter(event.title, described, 1.5)}\n{_head(event, desk)}  \n{desk.said(event)}\n{''.join(parts)}"


def _head(event: Event, desk: Desk) -> str:
    """Date, kind and place in one line."""
    where = words(event.where) or (desk.link("places", event.place) if event.place else "")
    said = [date(event.when) or "Not dated", words(event.kind), where]
    said += [f"after: {desk.link(KIND, event.after)}"] if event.after else []
    return " · ".join(part for part in said if part)


def _concerned(event: Event, desk: Desk) -> str:
    suspects = [name for name in event.people if desk.suspected(name)]
    others = [name for name in event.people if name not in suspects]
    lines = [f"- People: {desk.links('people', others)}\n"] if others else []
    lines += [f"- Named as a suspect: {desk.link('people', name)} (see {_accusation(name, desk)})\n" for name in suspects]
    lines += [f"- Groups: {desk.links('groups', event.groups)}\n"] if event.groups else []
    return "".join(lines)


def _accusation(name: str, desk: Desk) -> str:
    """The accusation on the page of a suspect; of one who shares a page, or has none in words, the record."""
    home = homes(desk.monograph)["people", name]
    accused = any(fact.kind == "accusation" for fact in desk.registers.people[name].facts)
    return f"[the accusation]({desk.relative(home)}#accusation)" if accused and "#" not in home else f"[the record]({desk.relative(home)})"


def _toll(event: Event, desk: Desk) -> str:
    rows = [(words(toll.what), words(toll.of), words(quantity(toll.min, toll.max, toll.terms)), desk.said(toll, see=False)) for toll in event.casualties]
    caption = f"{words(event.title)}: numbers as the sources give them; they are not added up."
    return table(("What", "Of whom", "Number", "Source"), rows, caption)


def _claims(event: Event, desk: Desk) -> str:
    lines = [f"- Claimed by {desk.link('groups', claim.by)}. {desk.said(claim)}\n" for claim in event.claimed or ()]
    if event.claimed == ():
        lines.append("- No claim is recorded.\n")
    return "".join([*lines, *(_blame(blame, desk) for blame in event.blamed)])


def _blame(blame: Blame, desk: Desk) -> str:
    text = f": {words(blame.text)}" if blame.text else "."
    return f"- Ascribed to {desk.link('groups', blame.on)} by {words(blame.by)}{text}{blame.cite}{desk.remark(blame)}\n"


def _unmatched(event: Event, desk: Desk) -> str:
    """What is said where no sentence can be told from the others: the section that tells it, or that there is none."""
    at = register_mentions.whole(event.see, desk)
    if event.editor:
        return register_mentions.unnamed([event], desk)
    return f"Told in {at}." if at else register_mentions.SILENT
