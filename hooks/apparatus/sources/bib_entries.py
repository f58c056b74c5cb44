"""Works described in BibTeX or biblatex by other programs: types and fields under other names, TeX's letters, volumes referred to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from apparatus.grounds import datamodel, names, works
from apparatus.grounds.entry_fields import plain
from apparatus.model import Diagnostic, Entry, Field, Location
from apparatus.read import bibtex
from apparatus.sources import cleaning, tex
from apparatus.sources.cleaning import address, prose
from apparatus.sources.dating import date, parts
from apparatus.sources.description import OTHERS, Creator, Description
from apparatus.sources.given import thirteen
from apparatus.sources.language_names import babel
from apparatus.sources.people import creator, listed

MOST = 500  # entries of one file
KEYWORDS = ("consulted", "consulted-in-part", "extremist")  # the marks of the house; others are some library's own
_PAPERS = re.compile(r"\b(?:newspaper|magazine|news)\b", re.IGNORECASE)
_SCHOLARLY = frozenset("article book collection incollection inbook inproceedings proceedings thesis inreference".split())
_TYPES = {"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"}
# What a volume does not hand down.
_KEPT = frozenset("keywords title subtitle booktitle maintitle crossref xdata xref ids label note".split())


def descriptions(path: str, text: str) -> tuple[tuple[Description, ...], tuple[Diagnostic, ...]]:
    """The works of a file in order, and what in it could not be read. Volumes that only hand fields down are works too."""
    entries, faults = bibtex.entries(path, text)
    by_key = {entry.citekey: entry for entry in entries}
    found = [_description(_whole(entry, by_key)) for entry in entries if works.is_work(entry)]
    return tuple(found[:MOST]), faults


def _whole(entry: Entry, by_key: Mapping[str, Entry]) -> Entry:
    """The entry with the fields that the volume or the common data hand down that it names; of these, only one generation."""
    fields = {field.name: field for field in entry.fields}
    for name in ("crossref", "xdata"):
        parent = by_key.get(entry[name].split(",")[0].strip())
        if parent is None or parent is entry:
            continue
        if parent["title"] and name == "crossref":
            fields.setdefault("booktitle", Field("booktitle", parent["title"], entry.location))
        for field in parent.fields:
            if field.name not in _KEPT or name == "xdata":
                fields.setdefault(field.name, field)
    return replace(entry, fields=tuple(fields.values()))


class _Values:
    """The fields of an entry under biblatex's own names, in plain Unicode."""

    def __init__(self, entry: Entry) -> None:
        self._raw: dict[str, str] = {}
        for field in entry.fields:
            own = field.name if datamodel.is_field(field.name) else datamodel.field_meant(field.name) or field.name
            self._raw.setdefault(datamodel.FIELD_ALIASES.get(own, own), field.value)

    def raw(self, name: str) -> str:
        return self._raw.get(name, "")

    def text(self, *names: str) -> str:
        return next(filter(None, (prose(tex.plain(self.raw(name))) for name in names)), "")

    def title(self, name: str) -> str:
        return cleaning.title(tex.plain(self.raw(name)))


def _description(entry: Entry) -> Description:
    known, kind = _Values(entry), datamodel.type_of(entry.kind)
    form = kind if kind in datamodel.TYPES else datamodel.type_meant(kind) or "misc"
    doi = works.doi(known.raw("doi"))
    return Description(
        form=form,
        shelf=_shelf(form, known),
        authors=_people(known.raw("author")),
        editors=_people(known.raw("editor")),
        translators=_people(known.raw("translator")),
        title=known.title("title"),
        subtitle=known.title("subtitle"),
        host=known.title("journaltitle") or known.title("booktitle"),
        body=known.text("organization", "institution"),
        publisher=known.text("publisher"),
        place=known.text("location"),
        date=_date(known),
        volume=known.text("volume"),
        number=known.text("number", "issue"),
        pages=re.sub(r"(?<=\w)\s*[-–—]+\s*(?=\w)", "--", known.text("pages")),
        edition=known.text("edition"),
        series=known.text("series"),
        event=known.text("eventtitle"),
        genre=known.text("type") or _TYPES.get(entry.kind, ""),
        doi=doi,
        isbn=thirteen(plain(known.raw("isbn")).split(",")[0]),
        issn=known.text("issn").split(",")[0],
        url=address(tex.plain(known.raw("url")) if "\\" in known.raw("url") else plain(known.raw("url"))) or _how(known),
        seen=date(plain(known.raw("urldate"))),
        copy=address(plain(known.raw("archiveurl"))),
        language=babel(plain(known.raw("langid"))) or babel(plain(known.raw("language"))),
        note=known.text("note"),
        keywords=tuple(word for word in KEYWORDS if word in known.raw("keywords").lower().replace(" ", "").split(",")),
    )


def _shelf(form: str, known: _Values) -> str:
    if form == "article" and _PAPERS.search(known.raw("entrysubtype") + known.raw("type")):
        return "press"
    return "scholarship" if form in _SCHOLARLY and (form != "article" or known.raw("volume") or known.raw("doi")) else ""


def _how(known: _Values) -> str:
    """The address in ``howpublished``, where classic BibTeX has it."""
    found = re.search(r"https?://[^\s{}]+", known.raw("howpublished"))
    return address(found[0]) if found else ""


def _date(known: _Values) -> str:
    whole, month = date(plain(known.raw("date"))), plain(known.raw("month"))
    if whole:
        return whole
    year = re.search(r"\d{4}", known.raw("year"))
    named = date(f"1 {month} {year[0]}") if year and not month.isdecimal() else ""
    return (named[:7] or parts(year[0], month, plain(known.raw("day")))) if year else ""


def _people(value: str) -> tuple[Creator, ...]:
    return listed(_person(name) for name in names.split(value)[:200] if name.text)


def _person(name: names.Name) -> Creator | None:
    if name.text.lower() == "others":
        return OTHERS
    return creator(tex.plain(name.text), inverted=True, body=name.braced and not name.text.startswith("{\\"))


def placed(faults: tuple[Diagnostic, ...]) -> str:
    """The first thing that could not be read, in a sentence with its line; empty if all could."""
    if not faults:
        return ""
    place: Location = faults[0].location
    return f"{place}: {faults[0].message}. Fix: {faults[0].fix}"
