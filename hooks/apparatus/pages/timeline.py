"""The timeline: the dated events of the register in tables by period, the article's own first, then what only the editors add."""

from __future__ import annotations

from apparatus.evidence.support import article
from apparatus.grounds.register_pages import EDITORS, PERIODS, TIMELINE, section as section_of
from apparatus.model import Monograph
from apparatus.pages.register_parts import Desk, date, matter, section, table
from apparatus.pages.work_heads import words
from apparatus.registers import Event, registers

HEADINGS = {  # each section with its heading and the caption of its table
    "background": ("Background, 1936 to 2011", "Events before the Islamic State (IS) reached the region."),
    "formation": ("Formation, 2013 to 2015", "From the first presence in Pakistan to the formation of ISKP."),
    "operations": ("Operations, 2016 and 2017", "The campaigns of 2016 and 2017 and what went on beside them."),
    "in-2018": ("2018", "The loss of the northern hub and the end of the push from Nangarhar."),
    "in-2019": ("2019", "A change of emir, two new provinces and the defeat in Nangarhar."),
    "in-2020": ("2020, to August", "The agreement, the arrests and the attacks of 2020, as far as the article follows them."),
    EDITORS: ("Added by the editors", "Dates that the article does not have, from the sources of the editorial notes."),
}
INTRODUCTION = """
The tables on this page gather the events to which Sarkar’s article gives a date, in order of time, each with its note and a link
to the chapter that tells it.{cite}
Dates stand as the article has them, with one exception, the Soviet invasion: where it gives only a year, or a phrase such as
“late 2019”, nothing more exact has been put in its place, and where the date is only that of the cited report, the entry says so.{cite}
What only the editors’ sources date stands in a table of its own, at the end.
Each event leads to its record in the register of [events](../register/events.md), which has the other accounts as well.
"""
DESCRIBED = "The dated events of the article, from the background of the 1930s to August 2020, each with its note and a link to its chapter."


def pages(monograph: Monograph) -> dict[str, str]:
    """The Markdown of the page by its path below ``docs/``; nothing without a register of events."""
    events, desk = registers(monograph).events, Desk(monograph, "apparatus")
    if not events:
        return {}
    periods: dict[str, list[Event]] = {name: [] for name in (*PERIODS, EDITORS)}
    for event in events.values():
        periods[section_of(event.when.start or event.when.end, event.editor)].append(event)
    key = article(monograph)
    cite = f"[@{key}, sec. “Introduction”]" if key else ""
    head = matter("Timeline", DESCRIBED, 1)
    parts = [section(HEADINGS[name][0], name, _table(name, listed, desk)) for name, listed in periods.items()]
    figure = "\nThe figure picks out the main events of 2013 to 2020.{cite}\n\n```figure\ntimeline\n```\n".replace("{cite}", cite)
    drawn = figure if any(event.main for event in events.values()) else ""
    return {TIMELINE: f"{head}{INTRODUCTION.replace('{cite}', cite)}{_caution(events.values(), desk)}{drawn}{''.join(parts)}"}


def _caution(events, desk: Desk) -> str:
    """The entries of which the sources tell two things, by name; nothing if there are none."""
    doubtful = [event for event in events if event.certainty == "disputed" and not event.editor]
    listed = "".join(f"- {desk.link('events', event.id)}{event.cite}{desk.remark(event)}\n" for event in doubtful)
    return f"These entries call for caution, and their records say why:\n\n{listed}" if listed else ""


def _table(name: str, events: list[Event], desk: Desk) -> str:
    return table(("Date", "Event", "Where"), [_row(event, desk) for event in events], HEADINGS[name][1])


def _row(event: Event, desk: Desk) -> tuple[str, str, str]:
    """Date as printed; title, words, citation and what is to be said of them; where."""
    where = words(event.where) or (desk.link("places", event.place) if event.place else "")
    said = f"{desk.link('events', event.id)}. {desk.said(event)}"
    return date(event.when) or "Not dated", said.replace("|", "\\|"), where
