"""BIB046 malformed-month: a month is not a number from 1 to 12.

Why: the citation style drops any other month without a word, or prints the thirteenth.
Fix: write `date = {2015-04}` and drop the field, or `month = {4}`, or BibTeX's own name without braces: `month = apr`.
Source: biblatex manual, section 2.2.2, field `month`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.entry_fields import named, plain, quoted
from apparatus.grounds.meant_dates import month_number
from apparatus.model import Diagnostic, Monograph

CODE = "BIB046"
_MONTH = re.compile(r"0?[1-9]|1[0-2]", re.ASCII)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, {"month"}):
        value = plain(field.value)
        if _MONTH.fullmatch(value) or _MONTH.fullmatch(value.strip("~ ")) or _several(value):
            continue
        number = month_number(value)
        if number and len(value.rstrip(".")) == 3:
            continue
        fix = f"write month = {{{int(number)}}}" if number else "write a number from 1 to 12"
        yield Diagnostic(field.location, CODE, f"month '{quoted(field.value)}' is no number of a month", fix)


def _several(value: str) -> bool:
    """A month with a day, or two months, as BibTeX joins them: ``8~7``, ``4/5``, ``jul--aug``."""
    parts = [part for part in re.split(r"[\s~,./–-]+", value[:60]) if part]
    months = [part for part in parts if _MONTH.fullmatch(part) or month_number(part)]
    return len(parts) == 2 and bool(months) and all(part in months or re.fullmatch(r"[12]\d|3[01]", part, re.ASCII) for part in parts)
