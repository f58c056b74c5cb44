"""TXT036 number-disagrees: a sentence counts fighters, members, leaders, the dead … with a number that no register gives.

Why: the chart of strength and losses and the tables are drawn from `data/estimates.yml` and `data/events.yml`; a number that only the
text has is a slip there, or is missing here.
Fix: correct the number; or add it, with its source, to the estimates or to the casualties of its event.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.evidence import chapters
from apparatus.evidence.hand_written import Writing, writings
from apparatus.grounds import numbers
from apparatus.grounds.numbers import Number
from apparatus.model import Diagnostic, Monograph
from apparatus.registers import counted

CODE = "TXT036"
_SOURCES = "rests-on"  # the section of a chapter that counts its notes and works


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    stated = counted.stated(monograph)
    if not stated:
        return
    known = counted.known(monograph)
    told = {one.see.partition("#")[0] for one in stated} | set(chapters.by_name(monograph))
    for writing in writings(monograph):
        if writing.section != _SOURCES and (writing.page in told or writing.page.startswith(("apparatus/", "data/"))):
            for number in numbers.found(writing.words):
                if counted.counts(number) and not known.holds(number, writing.words):
                    yield _finding(writing, number, stated)


def _finding(writing: Writing, number: Number, stated: tuple[counted.Stated, ...]) -> Diagnostic:
    units = counted.units(number.following)
    near = [one for one in stated if one.units & units and one.see == writing.target]
    near = near or [one for one in stated if one.units & units and one.see.partition("#")[0] == writing.page]
    nearest = min(near, key=lambda one: min(abs(value - number.values[0]) for value in one.values), default=None)
    fix = "correct it, or add it to the estimates, with its source"
    if nearest:
        fix = f"the nearest is '{nearest.said}' of '{nearest.owner}', at {nearest.location}"
    return Diagnostic(writing.at(number.text), CODE, f"'{number.text} {' '.join(number.following[:3])}' stands in no register", fix)
