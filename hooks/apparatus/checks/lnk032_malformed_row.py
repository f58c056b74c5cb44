"""LNK032 malformed-row: a field of a row of the link ledger is not what belongs there, or contradicts another.

Why: what the ledger says of a page is all that the book knows of it; a row that contradicts itself says nothing.
Fix: correct the field; or write `-` for last checked, detail and redirect, and `unchecked` for the status, and run `make links`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from apparatus.grounds import ledger
from apparatus.grounds.archives import on_the_web
from apparatus.grounds.texts import shown
from apparatus.model import STATUSES, Diagnostic, LinkRow, Monograph

CODE = "LNK032"
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DETAIL = re.compile(r"[1-5]\d\d|[a-z]+(?:-[a-z]+)*", re.ASCII)
_AS_DAY = "write a day as in 2026-11-22"
_AGAIN = "write `unchecked` and `-`, and run `make links`"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for row in monograph.links:
        for name, message, fix in (*_dates(row, monograph.edition), *_status(row), *_rest(row)):
            yield Diagnostic(ledger.place(row, name), CODE, message, fix)


def _dates(row: LinkRow, edition: date | None) -> Iterator[tuple[str, str, str]]:
    first, last = row.first_seen, row.last_checked
    if not _is_day(first):
        yield "first_seen", f"first seen '{shown(first or '-')}' is no day", _AS_DAY
    elif edition and first > edition.isoformat():
        yield "first_seen", f"first seen {first}, after this edition ({edition})", "write the date of the edition"
    if last and not _is_day(last):
        yield "last_checked", f"last checked '{shown(last)}' is no day", f"{_AS_DAY}, or '-'"
    elif last and _is_day(first) and last < first:
        yield "last_checked", f"last checked {last}, before it was first seen on {first}", f"correct one of the dates, or {_AGAIN}"


def _status(row: LinkRow) -> Iterator[tuple[str, str, str]]:
    if row.status not in STATUSES:
        yield "status", f"'{shown(row.status or '-')}' is no status", f"write {', '.join(STATUSES[:-1])} or {STATUSES[-1]}"
    elif row.status == "unchecked" and (row.last_checked or row.detail or row.redirect):
        yield "status", "the row is unchecked, and yet says what came of checking it", "write '-' for last checked, detail and redirect"
    elif row.status != "unchecked" and not row.last_checked:
        yield "status", f"the row is '{row.status}' and was never checked", _AGAIN


def _rest(row: LinkRow) -> Iterator[tuple[str, str, str]]:
    if row.detail and not _DETAIL.fullmatch(row.detail):
        yield "detail", f"detail '{shown(row.detail)}' is neither an HTTP code nor a word", _AGAIN
    if row.redirect and not on_the_web(row.redirect):
        yield "redirect", f"redirect '{shown(row.redirect)}' is no address on the web", f"write '-', or {_AGAIN}"


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
