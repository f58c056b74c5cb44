"""Works described in RIS, as publishers' “Export citation” and reference managers write it.

Read tag by tag, not by pandoc: its reader keeps only the year of a date, and takes the name of a body apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from apparatus.grounds import works
from apparatus.sources import cleaning, forms
from apparatus.sources.cleaning import address, line, prose
from apparatus.sources.dating import date
from apparatus.sources.description import Creator, Description
from apparatus.sources.given import thirteen
from apparatus.sources.language_names import babel
from apparatus.sources.people import creator, listed

MOST = 500  # records of one file
_TAG = re.compile(r"([A-Z][A-Z0-9]) {1,3}-(?: |$)(.*)")
_PARTS = ("chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary")
Record = Mapping[str, list[str]]


def descriptions(text: str) -> tuple[Description, ...]:
    """The works of a file, in order; a record that its end is missing from counts too."""
    return tuple(_description(record) for record in _records(text))[:MOST]


def _records(text: str) -> Iterator[Record]:
    record: dict[str, list[str]] = {}
    last: list[str] = []
    for written in re.split(r"\r\n|\r|\n", text):
        found = _TAG.match(written.lstrip("\ufeff \t"))
        if not found:
            if last and written.strip():
                last[-1] += f" {written.strip()}"  # a value that goes on
            continue
        if found[1] in ("TY", "ER") and record.get("TY"):
            yield record
            record = {}
        if found[1] != "ER":
            last = record.setdefault(found[1], [])
            last.append(found[2].strip())
    if record.get("TY"):
        yield record


def _description(record: Record) -> Description:
    name = forms.OF_RIS.get(_first(record, "TY").upper(), "document")
    form, shelf = forms.of_csl(name, False)
    part = name in _PARTS
    host = cleaning.title(_first(record, *("T2", "BT", "JO", "JF", "JA") if part or form == "article" else ("T2", "JO", "JF")))
    if name.startswith("article-") and host and not _first(record, "UR"):
        form = "article"  # a newspaper or magazine on paper
    pages = "--".join(filter(None, (prose(_first(record, tag)) for tag in ("SP", "EP"))))
    numbers = [line(value) for value in (*record.get("SN", ()), *record.get("BN", ()))]
    title, subtitle = cleaning.title(_first(record, "TI", "T1", "CT", *(() if part else ("BT",)))), ""
    if form == "book":
        title, _, subtitle = title.partition(": ")
    editors = "A2", "ED"
    return Description(
        form=form,
        shelf=shelf,
        authors=_people(record, "AU", "A1"),
        editors=_people(record, *editors) if part or form == "book" else _people(record, "ED"),
        translators=_people(record, "A4", "TA"),
        title=title,
        subtitle=subtitle,
        host=host if part or form in ("article", "inreference") else "",
        body=host if form == "online" else "",
        publisher=prose(_first(record, "PB")),
        place=prose(_first(record, "CY", "PP")),
        date=_longest(date(value.rstrip("/")) for tag in ("DA", "PY", "Y1") for value in record.get(tag, ())),
        volume=prose(_first(record, "VL")),
        number=prose(_first(record, "IS")) or next((n for n in numbers if form == "report"), ""),
        pages=re.sub(r"(?<=\w)\s*[-–—]+\s*(?=\w)", "--", pages),
        edition=prose(_first(record, "ET")),
        series=prose(_first(record, "T3")),
        genre=prose(_first(record, "M3")) if name in ("report", "thesis", "webpage", "manuscript") else "",
        doi=works.doi(line(_first(record, "DO")) or line(_first(record, "M3"))),
        isbn=next(filter(None, map(thirteen, numbers)), ""),
        issn=next((n for n in numbers if re.fullmatch(r"\d{4}-?\d{3}[\dXx]", n)), "") if form == "article" else "",
        url=address(_first(record, "UR", "LK")),
        seen=date(_first(record, "Y2").rstrip("/")),
        language=babel(_first(record, "LA")),
    )


def _first(record: Record, *tags: str) -> str:
    return next((value for tag in tags for value in record.get(tag, ()) if value), "")


def _longest(found: Iterator[str]) -> str:
    """The fullest of several dates; of two as full the first."""
    return max(found, key=len, default="")


def _people(record: Record, *tags: str) -> tuple[Creator, ...]:
    """Names of persons have a comma after the family name; what has none, or only one at its end, is the name of a body."""
    return listed(_person(value) for tag in tags for value in record.get(tag, ())[:200])


def _person(value: str) -> Creator | None:
    bare = value.strip()
    return creator(bare.rstrip(","), inverted=True, body=bare.endswith(",") or ("," not in bare and " " in bare))
