"""BIB013 misplaced-field: an entry has a field that its type does not use, such as a journal on a book.

Why: the field is not printed, or the type is wrong, and then the whole note is.
Fix: change the type to the one that has the field, or move the value to the field that the type has.
Source: biblatex manual, section 2.1.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from apparatus.grounds.datamodel import type_of
from apparatus.grounds.entries import targets
from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Entry, Monograph

CODE = "BIB013"
_BOOKS = "book mvbook booklet collection mvcollection proceedings mvproceedings reference mvreference manual"
_IN_BOOKS = "inbook bookinbook suppbook incollection suppcollection inproceedings inreference"
_JOURNAL = dict.fromkeys(
    f"{_BOOKS} {_IN_BOOKS} report thesis online periodical patent".split(),
    "make it @article, or name the work it appeared in otherwise",
)
_HOST = {
    **dict.fromkeys(f"{_BOOKS} thesis".split(), "make it @incollection, or put the title of the whole in 'maintitle'"),
    **dict.fromkeys("report online patent unpublished".split(), "make it @incollection, or put the title of the whole in 'titleaddon'"),
    **dict.fromkeys(("article", "suppperiodical"), "write 'journaltitle', or make it @incollection"),
}
_BODY = dict.fromkeys(f"{_BOOKS} {_IN_BOOKS}".replace(" manual", "").split(), "write 'publisher', or make it @report or @thesis")
_SCHOOL = {**_BODY, "article": "make it @thesis, or delete it", "online": "write 'organization', or make it @thesis"}
# Field, and the types on which it means that the type or the field is wrong, with what to do.
ODD: Mapping[str, Mapping[str, str]] = {
    "journaltitle": _JOURNAL,
    "journal": _JOURNAL,
    "journalsubtitle": _JOURNAL,
    "booktitle": _HOST,
    "booksubtitle": _HOST,
    "institution": {**_BODY, "article": "name the author, or put it in 'organization'"},
    "school": _SCHOOL,
    "howpublished": {
        "online": "put the address in 'url', the outlet in 'organization'",
        "article": "put the journal in 'journaltitle', the address in 'url'",
        **dict.fromkeys(f"book {_IN_BOOKS}".split(), "write 'publisher', or 'url' for an address"),
    },
    "edition": dict.fromkeys(("article", "online", "periodical", "thesis"), "delete it, or put it in 'note'"),
    "chapter": {"article": "delete it, or make it @incollection", "online": "delete it, or put it in 'titleaddon'"},
    "eventtitle": {"article": "make it @inproceedings", "book": "make it @proceedings"},
}


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    whole = {key for entry in monograph.entries for name in ("crossref", "xref") for key in targets(entry, name)}
    for entry in monograph.entries:
        yield from _entry(entry, entry.citekey in whole)


def _entry(entry: Entry, has_parts: bool) -> Iterator[Diagnostic]:
    kind = type_of(entry.kind)
    for field in entry.fields:
        fix = ODD.get(field.name, {}).get(kind)
        if not fix or not field.value.strip("{} \t\r\n"):
            continue
        if has_parts and field.name in ("booktitle", "booksubtitle"):
            continue  # BibTeX's own way to hand a volume's title down to its parts
        message = f"@{entry.kind} '{quoted(entry.citekey)}' has the field '{field.name}', which is not for this type"
        yield Diagnostic(field.location, CODE, message, fix, severity="warning")
