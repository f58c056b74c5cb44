"""CIT023 adjacent-citations: two brackets with citations stand side by side.

Why: they become two notes whose numbers run together: ¹ and ² look like note 12.
Fix: put the works into one bracket with a semicolon: `[@one, p. 3; @two]`.
Source: The Chicago Manual of Style, 17th edition, 14.28: more than one note reference never stands at the same place
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.settings import Setting, of_datum, of_page
from apparatus.model import Diagnostic, Monograph

CODE = "CIT023"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        yield from _pairs(list(of_page(page)))
    for data in monograph.data.values():
        for datum in data:
            yield from _pairs(list(of_datum(datum)))


def _pairs(settings: list[Setting]) -> Iterator[Diagnostic]:
    for one, two in pairwise(settings):
        if (one.name, one.block) != (two.name, two.block) or one.cluster.in_text or two.cluster.in_text:
            continue
        between = one.after[: len(one.after) - len(one.after.lstrip())] if one.after else ""
        if one.after[len(between) :].startswith(two.cluster.raw[:1]) and two.before.endswith(_tail(one, between)):
            message = f"citation '{excerpt(two.cluster.raw)}' stands right after another"
            joined = f"{one.cluster.raw[:-1]}; {two.cluster.raw[1:]}"
            yield Diagnostic(two.cluster.location, CODE, message, f"write one bracket: '{excerpt(joined)}'")


def _tail(setting: Setting, between: str) -> str:
    """The end of the text that stands before a citation right after this one."""
    return f"]{between}" if setting.cluster.raw.endswith("]") else f"{setting.cluster.raw[-1:]}{between}"
