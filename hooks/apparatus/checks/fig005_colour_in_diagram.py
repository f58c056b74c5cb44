"""FIG005 colour-in-diagram: a diagram sets its own colours, fonts or theme.

Why: they fit one colour scheme and hide the text in the other; and colour alone tells a colour-blind reader nothing.
Fix: delete the line, and give the box a role: `class a killed`.
Source: WCAG 2.2, success criteria 1.4.1 (use of colour) and 1.4.3 (contrast)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import diagrams
from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Monograph

CODE = "FIG005"
_PROPERTY = r"(?:fill|stroke|color|background|font|opacity|stroke-\w+|font-\w+)\s*:"
_SETTING = re.compile(
    rf"^[ \t]*classDef[ \t]+\S|^[ \t]*style[ \t]+[\w,-]+[ \t]+{_PROPERTY}|^[ \t]*linkStyle[ \t]+(?:default|[\d, \t]+)"
    r"|%%\{|^[ \t]*(?:rect|box)[ \t]+(?:rgba?\(|hsla?\(|#)"
)
_CONFIGURATION = re.compile(r"[ \t]*(?:theme|themeVariables|themeCSS|config|look)[ \t]*:")
_LABEL = re.compile(r"<(?:font|span|div|b|i|p)\b[^>]*(?:color|style)\s*=", re.IGNORECASE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page, fence in diagrams.fences(monograph):
        in_head = fence.source.lstrip("\n").startswith("---")
        for line in diagrams.lines(page, fence):
            match = _SETTING.search(line.text) or _LABEL.search(line.raw) or (_CONFIGURATION.match(line.text) if in_head else None)
            in_head = in_head and not (line.raw.rstrip() == "---" and line.place.line > fence.location.line + 1)
            if match:
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                message = f"the diagram sets its own look: '{shown(line.raw.strip(), 50)}'"
                fix = "delete this, and give the box a role, as in `class a killed`"
                yield Diagnostic(diagrams.at(line, start), CODE, message, fix)
