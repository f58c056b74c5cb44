"""Where the records of the registers are shown: each on a page of its own, or as a section of the page of its register."""

from __future__ import annotations

import re
from collections.abc import Mapping

from apparatus.grounds.texts import once
from apparatus.model import Datum, Monograph

INDEXES = {  # the page of each register; where a record has no page of its own, its id is an anchor there
    "people": "register/people.md",
    "groups": "register/groups.md",
    "places": "register/places.md",
    "events": "register/events.md",
    "leadership": "register/leadership.md",
    "structure": "register/organisation.md",
    "estimates": "register/estimates.md",
    "operations": "register/operations.md",
}
OWN = frozenset(("people", "groups", "places", "events"))  # registers whose records have pages
TIMELINE = "apparatus/timeline.md"
MENTIONS = "mentions"  # the section that every page of a record has
PERIODS = {  # the sections of the timeline, each with the last year that belongs to it
    "background": 2012,
    "formation": 2015,
    "operations": 2017,
    "in-2018": 2018,
    "in-2019": 2019,
    "in-2020": 9999,
}
EDITORS = "editors"  # the section of the timeline for what only the editors add
FEWEST_FACTS = 2  # of a place of which no presence is stated, for a page


def has_page(kind: str, datum: Datum) -> bool:
    """Whether a record has a page: not one named in passing, nor a place of which next to nothing is stated."""
    values = datum.values
    if kind not in OWN or values.get("named_in_passing") is True or values.get("mentioned") is False:
        return False
    if kind != "places":
        return True
    facts = values.get("facts")
    return bool(values.get("presence")) or (isinstance(facts, list) and len(facts) >= FEWEST_FACTS)


def home(kind: str, datum: Datum) -> str:
    """The path below ``docs/`` of what shows a record, with an anchor where that is a section. The kind is one of ``INDEXES``."""
    name = identifier(datum)
    return f"{INDEXES[kind].removesuffix('.md')}/{name}.md" if has_page(kind, datum) else f"{INDEXES[kind]}#{name}"


def identifier(datum: Datum) -> str:
    """The id of a record as text; empty if it has none."""
    return str(datum.values.get("id") or "")


@once
def homes(monograph: Monograph) -> Mapping[tuple[str, str], str]:
    """What shows each record, by register and id. Of records with the same id the first counts; those without one are left out."""
    found: dict[tuple[str, str], str] = {}
    for kind in INDEXES:
        for datum in monograph.data.get(kind, ()):
            if identifier(datum):
                found.setdefault((kind, identifier(datum)), home(kind, datum))
    return found


@once
def anchors(monograph: Monograph) -> Mapping[str, frozenset[str]]:
    """Every page made from the registers, with the anchors that a link to it may name. Registers without records have none."""
    found: dict[str, set[str]] = {}
    for (kind, _), target in homes(monograph).items():
        page, _, anchor = target.partition("#")
        found.setdefault(INDEXES[kind], set())
        found.setdefault(page, set()).add(anchor or MENTIONS)
    if INDEXES["events"] in found:
        events = monograph.data["events"]
        drawn = any(datum.values.get("main") is True for datum in events)
        found[TIMELINE] = {"timeline", *(_section(datum) for datum in events), *(["figure-timeline"] if drawn else [])}
    return {page: frozenset(names) for page, names in found.items()}


def _section(event: Datum) -> str:
    return section(str(event.values.get("date") or ""), event.values.get("editor") is True)


def section(date: str, editor: bool) -> str:
    """The section of the timeline for an event by its EDTF date; one without a year stands in the first."""
    year = int(found[0]) if (found := re.search(r"\d{4}", date)) else 0
    return EDITORS if editor else next(name for name, last in PERIODS.items() if year <= last)
