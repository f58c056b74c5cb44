"""BIB002 missing-field: an entry lacks a field that its type must have.

Why: a reference without title, date or publisher cannot be found again. The lists follow the biblatex data model, with three
house rules: a work without author or editor names the outlet or body it comes from, a book names its publisher, and only a work whose
citekey ends in `nd` (no date) or whose `pubstate` says that it is yet to appear may be without date.
Fix: add the field; if the fact is not known, say so in the field `note` and have the gap waived.
Source: biblatex manual, section 2.1.1 and 2.1.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from apparatus.grounds import datamodel, entries
from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Entry, Monograph

CODE = "BIB002"
Alternatives = tuple[str, ...]
WHO = ("author", "editor", "organization", "institution")
TITLE = ("title",)
DATE = ("date", "year")
WRITER, EDITED = ("author", "editor", "translator"), ("editor", "organization", "institution")
HOST = ("booktitle", "maintitle")
JOURNAL = ("journaltitle", "journal")
BODY = ("institution", "school")
_PART = (("author",), TITLE, HOST, DATE)
_ARTICLE = (("author", "organization"), TITLE, JOURNAL, DATE)
_BOOK = (WRITER, TITLE, ("publisher",), DATE)
_EDITED = (EDITED, TITLE, DATE)
_TITLED = (TITLE, DATE)
_NAMED = (WHO, TITLE, DATE)
REQUIRED: dict[str, tuple[Alternatives, ...]] = {
    **dict.fromkeys(("article", "suppperiodical"), _ARTICLE),
    **dict.fromkeys(("book", "mvbook"), _BOOK),
    **dict.fromkeys("inbook bookinbook suppbook incollection suppcollection inproceedings".split(), _PART),
    **dict.fromkeys(("collection", "mvcollection"), _EDITED),
    **dict.fromkeys("proceedings mvproceedings periodical legislation legal jurisdiction standard".split(), _TITLED),
    **dict.fromkeys(("reference", "mvreference"), ((*WHO, "publisher"), TITLE, DATE)),
    **dict.fromkeys("movie music video audio performance".split(), _TITLED),
    **dict.fromkeys("bibnote xdata customa customb customc customd custome customf commentary".split(), ()),
    "inreference": (TITLE, HOST, DATE),
    "online": (*_NAMED, ("url", "doi", "eprint")),
    "patent": (("author", "holder"), TITLE, ("number",), DATE),
    "report": (("author",), TITLE, ("type",), ("institution",), DATE),
    "set": (("entryset",),),
    "thesis": (("author",), TITLE, ("type",), BODY, DATE),
}
ANY = _NAMED
_UNDATED = re.compile(r"[^0-9]*nd[a-z]?", re.IGNORECASE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    unread = entries.unread(monograph)
    for entry in monograph.entries:
        if entry.location in unread:
            continue
        for alternatives in missing(entry, monograph.by_citekey):
            names = " or ".join(alternatives)
            message = f"entry '{quoted(entry.citekey)}' (@{quoted(entry.kind)}) has no {names}"
            yield Diagnostic(entry.location, CODE, message, f"add {alternatives[0]} = {{…}}")


def missing(entry: Entry, by_citekey: Mapping[str, Entry]) -> Iterator[Alternatives]:
    """The required fields, each as the alternatives of which one must be there, that the entry lacks.

    A field that is there and empty is left to the check of empty fields, a misspelt one to that of unknown fields.
    """
    kind = datamodel.type_of(entry.kind)
    has = {field.name for field in entry.fields} | entries.inherited(entry, by_citekey) | _implied(entry)
    has |= {datamodel.field_meant(name) for name in has if not datamodel.is_field(name)}
    for alternatives in REQUIRED.get(kind, ANY):
        if not has.intersection(alternatives):
            yield alternatives


def _implied(entry: Entry) -> set[str]:
    """What the entry need not say: its type's name says it, its citekey that it has no date, its mark that it is not linked."""
    names = set()
    if entry.kind in datamodel.TYPE_ALIASES:
        names.add("type")
    if _UNDATED.fullmatch(entry.citekey) or entry["pubstate"]:
        names.update(DATE)
    if "extremist" in entry.keywords:
        names.add("url")
    return names
