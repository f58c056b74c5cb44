"""BIB036 malformed-pages: the pages of an entry are not numbers and ranges of numbers.

Why: the style sets “pp.” and the dash itself; “p. 3” in the field becomes “pp. p. 3”, and a range without an end says nothing.
Fix: write `9--11`, `9`, `xii--xv`, `e12` or `9--11, 15`; the number of all pages goes into `pagetotal`. In ranges two hyphens are
the form of this book.
Source: biblatex manual, section 2.2.2, fields `pages` and `pagetotal`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import page_lists
from apparatus.grounds.entry_fields import named, plain, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB036"
_LABEL = re.compile(r"\s*(?:pp?|pgs?|pages?|ss?|seiten?|págs?|fols?|ff)(?:\.\s*|\s+)(?=[\divxlcA-Z])", re.IGNORECASE)
_TOTAL = re.compile(r"\s*(\d+)\s*(?:pp?|pages|pgs|S|Seiten)\b\.?\s*", re.ASCII)
_WORDED = re.compile(r"\s*[\divxlc]+\s*(?:to|until|bis|through)\s*[\divxlc]+\s*", re.IGNORECASE)
_LETTERS = re.compile(r"(?:art(?:icle)?|id|no|paper|suppl)\b", re.IGNORECASE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, {"pages"}):
        value = plain(field.value)
        found = _whole(value) or next(filter(None, map(_item, page_lists.read(value))), None)
        if found:
            fault, fix, severity = found
            yield Diagnostic(field.location, CODE, f"pages '{quoted(value)}' {fault}", fix, severity)


def _whole(value: str) -> tuple[str, str, str] | None:
    if label := _LABEL.match(value):
        return f"have the label '{label[0].strip()}'", f"write pages = {{{quoted(value[label.end() :])}}}", "error"
    if total := _TOTAL.fullmatch(value):
        return "are the number of all pages", f"write pagetotal = {{{quoted(total[1])}}}", "error"
    if _WORDED.fullmatch(value):
        return "have a word between the numbers", "write 9--11", "error"
    return None


def _item(item: page_lists.Range) -> tuple[str, str, str] | None:
    first, last, sign = item.first, item.last, item.sign
    if not item.text:
        return "have a comma with nothing beside it", "remove the comma", "error"
    if _LETTERS.match(item.text):
        return None
    if not first or not last:
        ended = "have a range without a beginning or an end" if sign and (first or last) else "are no page numbers"
        return ended, "write 9--11, 9, xii--xv or e12", "error"
    if re.search(r"\d[OolI]+\d|\b[OolI]\d+\b|\d[OIl]+\b", item.text) and first.kind != "roman":
        return "have a letter where a digit should be", "write the digit 0 or 1", "error"
    if sign in ("-", "---", "—", "−", "‐", "‑") and first.number >= 0 and last.number >= 0:
        return f"have '{sign}' for a range", f"write {quoted(item.text.replace(sign, '--'))}", "warning"
    return None
