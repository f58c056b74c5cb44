"""DAT017 registers-disagree: two registers date the same death, arrest, surrender or change in office differently.

Why: the figures are drawn from one register and the pages on people from another; a reader who follows a link finds two dates.
Fix: correct the one that is wrong; where sources differ, give the other date under `disputed` in both, with its source.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.model import Diagnostic, Monograph
from apparatus.registers.deeds import SAID
from apparatus.registers.matters import Matter, matters

CODE = "DAT017"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    told: dict[tuple[str, str], dict[str, list[Matter]]] = {}
    for matter in matters(monograph):
        if matter.deed != "event":
            told.setdefault((matter.subject, matter.deed), {}).setdefault(matter.register, []).append(matter)
    for by_register in told.values():
        first, *others = by_register.values()
        for other in others:
            wrong = next((matter for matter in first if not any(map(matter.like, other))), None) if first[0].deed == "died" else None
            if wrong or not any(one.like(two) for one in first for two in other):
                known, matter = wrong or first[0], other[0]
                message = f"the {SAID[matter.deed]} of '{matter.subject}' is dated {matter.said} here, {known.said} at {known.location}"
                yield Diagnostic(matter.location, CODE, message, "correct one of the two, or give the other date under `disputed` in both")
