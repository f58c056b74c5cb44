"""PAGE008 unwieldy-source: a line, a list or a quotation so long or so deep that neither people nor programs can work with it.

Why: a review shows the whole line as changed for one letter, and converters slow down or give up on deep nesting.
Fix: begin a new line with each sentence; write a flatter list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.model import Diagnostic, Location, Monograph

CODE = "PAGE008"
LONGEST = 5_000  # characters; the longest row of the book's tables has a sixth of it
DEEPEST = 6
_LONG = re.compile(r"[^\r\n]{%d,}" % (LONGEST + 1))


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        line, seen = 1, 0
        for match in _LONG.finditer(page.text):
            line, seen = line + len(re.findall(r"\r\n|\r|\n", page.text[seen : match.start()])), match.start()
            message = f"line of {len(match[0])} characters"
            yield Diagnostic(Location(page.path, line), CODE, message, "begin a new line with each sentence", "warning")
        for paragraph in page.paragraphs:
            if paragraph.kind == "item" and paragraph.location.column > 4 * DEEPEST + 2:
                fix = "write a flatter list"
                yield Diagnostic(paragraph.location, CODE, f"list nested deeper than {DEEPEST} levels", fix, "warning")
            elif paragraph.kind == "quotation" and paragraph.location.column > DEEPEST:
                start = page.text.rfind("\n", 0, paragraph.span.start) + 1
                if page.text.count(">", start, paragraph.span.start) > DEEPEST + 1:
                    message = f"quotation nested deeper than {DEEPEST + 1} levels"
                    yield Diagnostic(paragraph.location, CODE, message, "write a flatter quotation", "warning")
