"""FIG009 unknown-figure: a `figure` fence names no figure of the house, one that its page has already, or one without data.

Why: the reader gets an error message where the figure should be; two figures of one name have the same anchor.
Fix: write one of the names in hooks/apparatus/figures/__init__.py between the fences, and nothing else; what the figure draws stands
in the registers in `data/`, its caption in `data/figures.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from apparatus.figures import FENCE, FIGURES, figure
from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Monograph
from apparatus.registers import registers

CODE = "FIG009"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        seen: dict[str, int] = {}
        for fence in page.fences:
            if fence.language.lower() != FENCE:
                continue
            if fence.language != FENCE:
                yield Diagnostic(fence.location, CODE, f"'{shown(fence.language)}' is shown as code", f"write '{FENCE}' in small letters")
                continue
            name = " ".join(fence.source.split())
            first = seen.setdefault(name, fence.location.line)
            if name not in FIGURES:
                yield Diagnostic(fence.location, CODE, *_unknown(name))
            elif first != fence.location.line:
                message = f"the figure '{name}' stands in line {first}"
                yield Diagnostic(fence.location, CODE, message, f"delete one of them; a link leads to '#figure-{name}'")
            elif not figure(name, registers(monograph)).drawings:
                message = f"the data hold nothing for the figure '{name}'"
                yield Diagnostic(fence.location, CODE, message, "mend its register in data/, or delete the fence")


def _unknown(name: str) -> tuple[str, str]:
    near = get_close_matches(name.lower(), FIGURES, 1)
    message = f"there is no figure '{shown(name, 50)}'" if name else "the fence names no figure"
    return message, f"did you mean '{near[0]}'?" if near else f"write one of {', '.join(FIGURES)}"
