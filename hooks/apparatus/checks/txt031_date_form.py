"""TXT031 date-form: a date is not written in the form of the house, *4 April 2020*.

Why: `04/05/2020` is one day in London and another in Washington; a book with several forms cannot be searched for a day.
Fix: write day, month in letters, year: 4 April 2020.
A date in ISO form, 2020-04-04, is clear and legal.
Source: the book’s editorial policy, “Language”; New Hart’s Rules, section 11.5
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import prose
from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Monograph

CODE = "TXT031"
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(_MONTHS)
_FORMS = re.compile(
    rf"\b(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y1>[12]\d{{3}})\b"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th) (?:of )?(?P<m2>{_MONTH})(?:,? (?P<y2>[12]\d{{3}}))?\b"
    rf"|\b(?P<d3>\d{{1,2}}) (?P<m3>{_MONTH}), (?P<y3>[12]\d{{3}})\b"
    r"|(?<![\w/.-])(?P<any>\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d)(?![\w/]|\.\d)"
)
_HINTS = (*_MONTHS, "/", ".19", ".20")
_QUOTED = re.compile(r"“[^“”]{0,2000}”|‘(?:[^‘’]|(?<=\w)’(?=\w)){0,500}’|(?<![\w*])\*[^*\n]+\*(?![\w*])")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for stretch in prose.of_book(monograph):
        if not any(hint in stretch.text for hint in _HINTS):
            continue
        text = _QUOTED.sub(lambda m: prose.BLANK * len(m[0]), stretch.text)
        for match in _FORMS.finditer(text):
            right = _right(match)
            fix = f"write '{right}'" if right else "write the month in letters, as in 4 April 2020"
            yield Diagnostic(stretch.at(match.start()), CODE, f"date in the form '{shown(match[0])}'", fix, "warning")


def _right(match: re.Match[str]) -> str:
    found = match.groupdict()
    day = found["d1"] or found["d2"] or found["d3"]
    if not day:
        return ""
    return f"{int(day)} {found['m1'] or found['m2'] or found['m3']} {found['y1'] or found['y2'] or found['y3'] or ''}".rstrip()
