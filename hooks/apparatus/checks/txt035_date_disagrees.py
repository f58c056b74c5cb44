"""TXT035 date-disagrees: a sentence dates an arrest, a death, a surrender, a change in office or an event otherwise than a register.

Why: the figures, the timeline and the register pages are drawn from `data/`; a reader who finds two dates cannot know which one is
meant, and what sources say differently belongs in the book as a difference.
Fix: correct the sentence, or the date at the place named; where sources differ, give the other date there under `disputed`, with
its source.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.evidence.hand_written import Writing, writings
from apparatus.model import Diagnostic, Monograph
from apparatus.registers import registers
from apparatus.registers.deeds import SAID
from apparatus.registers.matters import Matter, matters
from apparatus.registers.telling import Context, Telling

CODE = "TXT035"
_FIX = "correct the sentence or the register; where sources differ, give the other date under `disputed`, with its source"
_PRINTED_AS = {"leadership": "tenure", "people": "person", "events": "event"}


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = matters(monograph)
    if not known:
        return
    telling = Telling(registers(monograph), known)
    context = Context()
    for writing in writings(monograph):
        if writing.target != context.target:
            context = Context(writing.target)
        yield from _of(writing, telling, context)


def _of(writing: Writing, telling: Telling, context: Context) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for told in telling.told(writing.words, writing.row, context):
        matter = told.contradicted()
        if matter and told.date.text not in seen:
            seen.add(told.date.text)
            yield Diagnostic(writing.at(told.date.text), CODE, f"'{told.date.text}' does not agree with {_known(matter)}", _FIX)


def _known(matter: Matter) -> str:
    what = f"the {SAID[matter.deed]} of " if matter.deed != "event" else "the date of "
    return f"{what}{_PRINTED_AS[matter.register]} '{matter.owner}', {matter.said}, at {matter.location}"
