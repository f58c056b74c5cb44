"""TXT032 stray-punctuation: a space before a comma or stop, two commas, or a stop and a comma together.

Why: what a deleted word or a moved note leaves behind; the reader wonders whether something is missing.
An ellipsis, an abbreviation's stop before a comma, and French spacing inside « » are legal.
Fix: delete the surplus sign or space.
Source: The Chicago Manual of Style, 17th edition, section 6.120
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import prose
from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Monograph

CODE = "TXT032"
_SPACE = re.compile(r"(?<=[^\W\d_])([ \t]+)([,;.])(?=[ \t\r\n\x01]|\Z)")
_DOUBLE = re.compile(
    r"(?<=[\w”’)])(,[ \t]?,|;[ \t]?[;,]|,[ \t]?[.;]|;[ \t]?\.)(?=[ \t\r\n\x01]|\Z)"
    r"|(?<=[^\W\d_]{3})(?<!\.)\.\.(?=[ \t\r\n\x01]|\Z)"
)
_HINTS = (" ,", " ;", " .", "\t,", "\t;", "\t.", ",,", ", ,", ",\t,", ";;", ";,", "; ;", "; ,", ";\t", ",.", ",;", ", .", ", ;", ",\t", ";.", "; .", "..")
_ENTITY = re.compile(r"&#?\w+\Z")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for stretch in prose.of_book(monograph):
        if stretch.kind == "row" or not any(hint in stretch.text for hint in _HINTS):
            continue
        for match in _SPACE.finditer(stretch.text):
            message = f"space before '{match[2]}'"
            yield Diagnostic(stretch.at(match.start()), CODE, message, "delete the space", "warning")
        for match in _DOUBLE.finditer(stretch.text):
            if match[0].startswith(";") and _ENTITY.search(stretch.text, max(0, match.start() - 12), match.start()):
                continue
            message = f"'{shown(match[0])}' in '{shown(stretch.text[max(0, match.start() - 20) : match.end()].lstrip())}'"
            yield Diagnostic(stretch.at(match.start()), CODE, message, "keep one of the two marks", "warning")
