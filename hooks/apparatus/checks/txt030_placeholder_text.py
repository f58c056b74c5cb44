"""TXT030 placeholder-text: a note to oneself was left in the text: `TODO`, `FIXME`, `lorem ipsum`, “insert … here”.

Why: it is printed, and says that the book is not finished where the reader cannot tell what is missing.
Fix: write what was meant, or delete it; what is to be done later belongs in a comment or an issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import prose
from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Monograph

CODE = "TXT030"
_PLACEHOLDER = re.compile(
    r"(?<![\w“‘\[-])(?:TODO|FIXME|TBD|TBC|TKTK?|XXX+)(?![\w”’-])|\b[Ll]orem ipsum\b|(?<![\w\[])\?\?\?+|"
    r"[\[(<](?:insert (?!citation|source|ref)|fill in|to be (?:added|written|completed|confirmed))\b[^\])>\n]{0,60}[\])>]"
    r"|\bto be (?:written|completed)\.?\Z",
)
_HINTS = ("TODO", "FIXME", "TBD", "TBC", "TKT", "XXX", "orem ipsum", "???", "insert ", "fill in", "to be ")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for stretch in prose.of_book(monograph):
        if not any(hint in stretch.text for hint in _HINTS):
            continue
        for match in _PLACEHOLDER.finditer(stretch.text):
            message = f"'{shown(match[0])}' was left in the text"
            yield Diagnostic(stretch.at(match.start()), CODE, message, "write what was meant, or delete it")
