"""FIG004 unknown-role: a box of a diagram is given a role that the house does not have.

Why: the box is drawn plain, and the reader misses that its man was killed, its group an ally.
Fix: use one of the roles of hooks/apparatus/drawing/palette.py, such as `class a killed`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from apparatus.grounds import diagrams
from apparatus.drawing.palette import ROLES
from apparatus.model import Diagnostic, Monograph

CODE = "FIG004"
_CLASS = re.compile(r"^[ \t]*class[ \t]+[\w, \t-]*?[\w-][ \t]+([A-Za-z_][\w-]*)[ \t]*;?[ \t]*$")
_SHORT = re.compile(r":::([A-Za-z_][\w-]*)")
_DEFINED = re.compile(r"(?m)^[ \t]*classDef[ \t]+([\w,-]+)")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page, fence in diagrams.fences(monograph):
        if diagrams.kind(fence.source) != "flowchart":
            continue
        known = set(ROLES) | {name for names in _DEFINED.findall(fence.source) for name in names.split(",")}
        for line in diagrams.lines(page, fence):
            for match in [*_CLASS.finditer(line.text), *_SHORT.finditer(line.text)]:
                if match[1] not in known:
                    near = get_close_matches(match[1].lower(), ROLES, n=1)
                    fix = f"did you mean '{near[0]}'?" if near else f"use one of {', '.join(ROLES)}"
                    yield Diagnostic(diagrams.at(line, match.start(1)), CODE, f"no role '{match[1]}'", fix)
