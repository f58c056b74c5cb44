"""The main events year by year."""

from __future__ import annotations

import re
from itertools import pairwise

from apparatus.figures.cells import NOTHING, date, dispute, place, plain, said
from apparatus.figures.figure import Drawing, Figure, Table
from apparatus.figures.flowchart import Box, Line, fence
from apparatus.registers import Caption, Event, Registers
from apparatus.registers.dates import MONTHS, SEASONS, printed

NAME = "timeline"
WIDTH = 31  # characters in a line of a box

_MONTH = rf"(?:\d\d? )?(?:{'|'.join((*MONTHS, *SEASONS.values()))})"
_WITHOUT_YEAR = re.compile(rf"{_MONTH}(?:(?:–| to ){_MONTH})?")


def render(registers: Registers, caption: Caption) -> Figure:
    """The events marked ``main``, in the order of the register; other accounts of them stand in a second table."""
    events = [event for event in registers.events.values() if event.main]
    rows = tuple(_row(event, registers) for event in events)
    others = tuple(dispute(plain(event.title), other, registers) for event in events for other in event.disputed)
    tables = (
        Table(("Date", "Event", "Where"), rows, caption.table),
        Table(("Event", "Concerns", "Another account"), others, caption.others),
    )
    drawings = (Drawing(_fence(caption.title, events), caption.caption, NAME),) if events else ()
    return Figure(NAME, drawings, tables, (("events", "register/events.md"),), ("events",))


def _fence(title: str, events: list[Event]) -> str:
    """A chain of years; each year's box lists its events, so that it is read on a phone as on a desk."""
    years: dict[str, list[str]] = {}
    for event in events:
        years.setdefault(_year(event), []).append(_label(event))
    boxes = [Box(year, (year, *(f"• {label}" for label in labels))) for year, labels in years.items()]
    lines = [Line(before, after, "", arrow=False) for before, after in pairwise(years)]
    told = " ".join(f"{year}: {'; '.join(labels)}." for year, labels in years.items())
    return fence(title, boxes, lines, told, width=WIDTH)


def _year(event: Event) -> str:
    """The year in which it begins, as far as it is known."""
    found = re.match(r"\d{4}", event.when.start or event.when.end)
    return found[0] if found else "No date"


def _label(event: Event) -> str:
    """The title, the date as far as the year above it does not say it, and how sure it is."""
    when, year = printed(event.when), _year(event)
    bare = when.removesuffix(f" {year}")
    when = "" if when == year else bare if _WITHOUT_YEAR.fullmatch(bare) else when
    return ", ".join(part for part in (event.title, when, event.certainty) if part)


def _row(event: Event, registers: Registers) -> tuple[str, str, str]:
    title = f"[{plain(event.title)}]({event.see})" if re.fullmatch(r"[\w/.-]+\.md(?:#[\w.-]+)?", event.see) else plain(event.title)
    where = event.where or place(event.place, "", registers)
    return date(event.when), f"{title}. {said(event)}", plain(where) or NOTHING
