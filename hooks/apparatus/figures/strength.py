"""How many they were, and how many were lost: estimates as points and ranges, each panel with its own scale, each a row of a table."""

from __future__ import annotations

import re
from collections.abc import Callable

from apparatus.figures.cells import NOTHING, capital, date, plain, said
from apparatus.figures.figure import Drawing, Figure, Table
from apparatus.registers import Caption, Estimate, Period, Registers
from apparatus.registers.dates import printed

NAME = "strength"
GROUP = "iskp"
LOSSES = ("surrendered", "killed", "captured")
_DEPENDANTS = re.compile(r"\b(?:dependants|family|families)\b")
_YEAR = re.compile(r"\d{4}")


def render(registers: Registers, caption: Caption) -> Figure:
    """The estimates of the group, by what they count and then by date; the table of the others has leaders that other figures show."""
    found = [estimate for estimate in registers.estimates.values() if estimate.group == GROUP]
    panels = [(name, _dated(e for e in found if holds(e, registers))) for name, holds in PANELS.items()]
    panels = [(name, estimates) for name, estimates in panels if estimates]
    others = _dated(e for e in found if e.of == "leaders-lost" and not _mid_level(e, registers))
    head = ("When", "Whose figure", "What is counted", "Number", "What is stated")
    rows = tuple(_row(estimate, registers) for _, estimates in panels for estimate in estimates)
    tables = (Table(head, rows, caption.table), Table(head, tuple(_row(e, registers) for e in others), caption.others))
    drawings = (Drawing(_fence(panels, registers, caption), caption.caption, NAME),) if panels else ()
    return Figure(NAME, drawings, tables, (("estimates", "register/estimates.md"),), ("estimates",))


def _whole(estimate: Estimate, registers: Registers) -> bool:
    """Whether it counts the group everywhere: no place, or a country."""
    place = registers.places.get(estimate.place)
    return not estimate.place or (place is not None and place.kind == "country")


def _strength(estimate: Estimate, registers: Registers) -> bool:
    return estimate.of == "strength" and _whole(estimate, registers)


def _local(estimate: Estimate, registers: Registers) -> bool:
    return estimate.of == "strength" and not _whole(estimate, registers)


def _with_dependants(estimate: Estimate, registers: Registers) -> bool:
    return estimate.of in LOSSES and bool(_DEPENDANTS.search(estimate.unit))


def _fighters(estimate: Estimate, registers: Registers) -> bool:
    return estimate.of in LOSSES and not _DEPENDANTS.search(estimate.unit)


def _mid_level(estimate: Estimate, registers: Registers) -> bool:
    return estimate.of == "leaders-lost" and estimate.unit == "leaders"


PANELS: dict[str, Callable[[Estimate, Registers], bool]] = {
    "Strength of the whole group": _strength,
    "Strength in a single province": _local,
    "Surrendered: counts with dependants, or of dependants alone": _with_dependants,
    "Surrendered, killed or captured: fighters and members alone": _fighters,
    "Leaders lost, emirs and recruitment chiefs apart": _mid_level,
}


def _dated(estimates) -> list[Estimate]:
    """By date, then in the order of the register."""
    return sorted(estimates, key=lambda estimate: (estimate.when.start, estimate.when.end))


def _fence(panels: list[tuple[str, list[Estimate]]], registers: Registers, caption: Caption) -> str:
    lines = ["```ranges", f"title: {caption.title}"]
    for name, estimates in panels:
        lines.append(f"panel: {name}")
        mixed = len({estimate.of for estimate in estimates}) > 1
        lines += [" | ".join(cell.replace("|", "\\|") for cell in _cells(estimate, mixed, registers)) for estimate in estimates]
    return "\n".join([*lines, "```"])


def _cells(estimate: Estimate, mixed: bool, registers: Registers) -> tuple[str, ...]:
    """A row of the fence; ``mixed`` is whether the panel counts more than one thing, so that the row must say which."""
    label = f"{capital(_when(estimate.when))}, {estimate.by}: {_counted(estimate, mixed, registers)}"
    flags = ", ".join(flag for flag, holds in (("added", estimate.editor), ("uncertain", bool(estimate.certainty))) if holds)
    low, high = ("" if end is None else str(end) for end in (estimate.min, estimate.max))
    return label, number(estimate), low, high, flags


def _when(when: Period) -> str:
    """The date in few words: the phrase up to its first pause, with the year where that has none."""
    dated, phrase = printed(Period(when.start, when.end)), re.split(r"[;,]", when.text)[0].strip()
    if not phrase:
        return dated
    return phrase if _YEAR.search(phrase) else f"{dated} ({phrase})"


def _counted(estimate: Estimate, mixed: bool, registers: Registers) -> str:
    place = registers.places.get(estimate.place)
    where = f"in {place.name}" if place and not _whole(estimate, registers) else ""
    return " ".join(part for part in (estimate.unit, estimate.of if mixed else "", where) if part)


def number(estimate: Estimate) -> str:
    """The number as the book prints it in digits, without the name of what is counted; else the bounds; else its words."""
    low, high, term = estimate.min, estimate.max, estimate.terms[0] if estimate.terms else ""
    if re.search(r"\d", term) or (term and low is None and high is None):
        return capital(term.removesuffix(f" {estimate.unit}").removesuffix(f" {estimate.of}"))
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"
    if low is not None:
        return f"{low:,} or more"
    return f"{high:,} or fewer" if high is not None else "no number"


def _row(estimate: Estimate, registers: Registers) -> tuple[str, ...]:
    counted = plain(_counted(estimate, True, registers).replace("leaders-lost", "lost").replace(" strength", ""))
    return date(estimate.when), plain(estimate.by) or NOTHING, counted or NOTHING, plain(number(estimate)), said(estimate) or NOTHING
