"""BIB035 reversed-pages: a range of pages ends before it begins, or where it begins.

Why: one of the two numbers is wrong, and the reader looks for the article on pages that it is not on.
Fix: correct the number that is wrong; for a single page write only that. `114--16` for 114 to 116 is understood.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import page_lists
from apparatus.grounds.entry_fields import named, plain, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB035"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, {"pages"}):
        for item in page_lists.read(plain(field.value)):
            if not item.first or not item.last or not item.sign:
                continue
            if page_lists.reversed_(item.first, item.last):
                message = f"pages '{quoted(item.text)}' end before they begin"
                yield Diagnostic(field.location, CODE, message, "correct the number that is wrong")
            elif item.first == item.last and item.first.number >= 0:
                page = quoted(item.text).split(item.sign)[0].strip()
                message = f"pages '{quoted(item.text)}' begin and end on the same page"
                yield Diagnostic(field.location, CODE, message, f"write pages = {{{page}}}, or correct the number that is wrong")
