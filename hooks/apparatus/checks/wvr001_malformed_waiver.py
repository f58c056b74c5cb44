"""WVR001 malformed-waiver: a waiver lacks its code, place, reason or date, or one of them cannot be right.

Why: a waiver that cannot be read tolerates nothing, or nobody knows any more why it is there.
Fix: give `code` (BIB023), `place` (a citekey, docs/a.md, docs/a.md#section, data/a.yml#E7), `reason` in a sentence, `date` (2026-11-22).
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from datetime import date

from apparatus.grounds import data_places
from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Monograph, Waiver

CODE = "WVR001"
_FORM = re.compile(r"[A-Z]{3,4}\d{3}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_MANY = re.compile(r".*[*?,;].*|[A-Z]{3,4}|all", re.IGNORECASE | re.DOTALL)
_WIDE = re.compile(r".*[*?\[\]].*|.*/|all|everything|any|\.", re.DOTALL)
_EMPTY = re.compile(r"(?:todo|tbd|fixme|xxx|n/a|none|\?+|-+|\.+|because|false (?:alarm|positive)|ignore[d]?|ok)\W*", re.IGNORECASE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    codes = _codes()
    places = _places(monograph) if monograph.waivers else set()
    for waiver in monograph.waivers:
        for field, message, fix in (*_code(waiver, codes), *_place(waiver, places), *_reason(waiver), *_day(waiver, monograph)):
            yield Diagnostic(data_places.of_key(monograph, waiver.location, field), CODE, message, fix)


def _codes() -> set[str]:
    import apparatus.checks

    names = (module.name for module in pkgutil.iter_modules(apparatus.checks.__path__))
    return {name.partition("_")[0].upper() for name in names if re.match(r"[a-z]{3,4}\d{3}_", name)}


def _code(waiver: Waiver, codes: set[str]) -> Iterator[tuple[str, str, str]]:
    if not waiver.code:
        yield "code", "the waiver has no code", "add `code:`, as in BIB023"
    elif _MANY.fullmatch(waiver.code):
        return  # WVR003
    elif not _FORM.fullmatch(waiver.code):
        yield "code", f"'{shown(waiver.code)}' is no code of a check", "write one code, as in BIB023"
    elif waiver.code not in codes:
        can = "what cannot be read cannot be waived" if waiver.code.startswith("READ") else "correct it"
        yield "code", f"no check has the code {waiver.code}", can
    elif waiver.code.startswith("WVR"):
        yield "code", f"{waiver.code} is about waivers and cannot be waived", "mend the waiver it names"


def _place(waiver: Waiver, places: set[str]) -> Iterator[tuple[str, str, str]]:
    if not waiver.place:
        yield "place", "the waiver has no place", "add `place:`, a citekey, a page, a section or a record"
    elif waiver.place not in places and not _WIDE.fullmatch(waiver.place):
        fix = "give a citekey, docs/a.md, docs/a.md#section or data/a.yml#E7"
        yield "place", f"there is no '{shown(waiver.place)}'", fix


def _reason(waiver: Waiver) -> Iterator[tuple[str, str, str]]:
    if not waiver.reason:
        yield "reason", "the waiver has no reason", "add `reason:` and say why this one is right as it is"
    elif _EMPTY.fullmatch(waiver.reason) or len(waiver.reason.split()) < 3:
        yield "reason", f"'{shown(waiver.reason)}' is no reason", "say in a sentence why this one is right as it is"


def _day(waiver: Waiver, monograph: Monograph) -> Iterator[tuple[str, str, str]]:
    if not waiver.date:
        yield "date", "the waiver has no date", 'add `date:`, as in "2026-11-22"'
        return
    try:
        day = date.fromisoformat(waiver.date) if _DATE.fullmatch(waiver.date) else None
    except ValueError:
        day = None
    if day is None:
        yield "date", f"'{shown(waiver.date)}' is no date", 'write it as in "2026-11-22"'
    elif monograph.edition and day > monograph.edition:
        yield "date", f"the date {waiver.date} lies after that of the edition, {monograph.edition}", "write the day on which it was decided"


def _places(monograph: Monograph) -> set[str]:
    found = set(monograph.by_citekey) | {source.path for source in monograph.sources} | set(monograph.files)
    found |= {f"{page.path}#{heading.anchor}" for page in monograph.pages for heading in page.headings}
    for records in monograph.data.values():
        found |= {f"{r.location.path}#{r.values.get('id') or r.values.get('note') or ''}" for r in records}
    return found | {place.split("/")[0] for place in found if "/" in place}
