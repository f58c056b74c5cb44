"""A description as an entry of the house: its type, its fields in the house's order and form, nothing added, gaps named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from apparatus.grounds import un_symbols
from apparatus.sources import people
from apparatus.sources.description import Description
from apparatus.sources.tex import escaped

_WHOLE_BOOKS = ("book", "collection", "mvbook", "mvcollection", "proceedings", "reference", "booklet")
_PARTS = ("incollection", "inproceedings", "inbook", "inreference")
_TITLES = ("title", "subtitle", "booktitle")
_CODES = ("url", "doi", "isbn", "issn", "date", "urldate", "keywords", "langid", "pages", "archiveurl")
# What a reader needs to find a work again, by type of entry; a field with others after a bar is there if one of them is.
_WANTED = {
    "article": ("author", "title", "journaltitle", "volume", "pages", "date"),
    "book": ("author|editor", "title", "publisher", "location", "date"),
    "incollection": ("author", "title", "booktitle", "editor", "publisher", "pages", "date"),
    "inproceedings": ("author", "title", "booktitle", "pages", "date"),
    "report": ("author", "title", "institution", "date"),
    "thesis": ("author", "title", "institution", "date"),
    "online": ("author", "title", "organization|author", "date", "url|doi", "urldate|doi"),
}
_PRIMARY = ("title", "date")
NAMES = {
    "author": "the author", "editor": "the editor", "title": "the title", "journaltitle": "the journal",
    "booktitle": "the book it is a part of", "volume": "the volume", "pages": "the pages", "date": "the date",
    "publisher": "the publisher", "location": "the place of publication",
    "institution": "the institution", "organization": "the outlet or body that published it", "url": "the address",
    "urldate": "the day on which somebody read it",
}  # fmt: skip
EXAMPLES = {
    "author": "{Family, Given}", "editor": "{Family, Given}", "date": "{2020-04-15}", "urldate": "{2020-04-15}", "pages": "{9--11}",
}  # fmt: skip

_ATTRIBUTES = {
    "author": "authors", "editor": "editors", "translator": "translators", "journaltitle": "host", "booktitle": "host",
    "organization": "body", "institution": "body", "location": "place", "urldate": "seen", "langid": "language", "type": "genre",
    "eventtitle": "event",
    "archiveurl": "copy",
}  # fmt: skip


def without(work: Description, name: str) -> Description:
    """The work without what fills a field of its entry; without an address there is no day on which it was read."""
    names = {_ATTRIBUTES.get(name, name)} | ({"seen", "copy"} if name == "url" else set())
    return replace(work, **{each: type(getattr(work, each))() for each in names if hasattr(work, each)})


def text(work: Description, citekey: str, kind: str) -> str:
    """The entry, one field a line, LF, with a final line end."""
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields(work, kind) if value)
    return f"@{form(work, kind)}{{{citekey},\n{''.join(lines)}}}\n"


def form(work: Description, kind: str) -> str:
    """The type of the entry: a document of the United Nations is a report, what has no type and an address is read online."""
    if un_symbols.is_symbol(work.number):
        return "report"
    if kind == "primary" and work.form in ("", "online"):
        return "misc"
    return work.form or ("online" if work.url else "misc")


def missing(work: Description, kind: str) -> tuple[str, ...]:
    """The fields that could not be filled, of those that a reader needs."""
    has = {name for name, value in fields(work, kind) if value}
    wanted = _PRIMARY if kind == "primary" else _WANTED.get(form(work, kind), ("author|organization", "title", "date"))
    wanted += ("urldate",) if "url" in has and "urldate|doi" not in wanted else ()
    return tuple(names.partition("|")[0] for names in wanted if not has & set(names.split("|")))


def fields(work: Description, kind: str) -> Iterator[tuple[str, str]]:
    """Names and values, in the house's order; empty values among them."""
    kind_of = form(work, kind)
    for name, value in (*_who(work, kind_of), *_what(work, kind_of), *_where(work, kind_of, kind), *_marks(work, kind)):
        yield name, _written(name, value)


def _written(name: str, value: str) -> str:
    if not value or name in _CODES:
        return value
    body = name in ("organization", "institution", "publisher") and " and " in value
    return f"{{{escaped(value)}}}" if name in _TITLES or body else escaped(value)


def _who(work: Description, form: str) -> Iterator[tuple[str, str]]:
    authors = people.field(work.authors)
    if form == "report" and not authors and (work.body or work.publisher):
        authors = f"{{{work.body or work.publisher}}}"  # what a body gives out without a name is its own
    yield "author", authors
    yield "editor", people.field(work.editors)
    yield "translator", people.field(work.translators)


def _what(work: Description, form: str) -> Iterator[tuple[str, str]]:
    yield "title", work.title
    yield "subtitle", work.subtitle
    yield "booktitle", work.host if form in _PARTS else ""
    yield "journaltitle", work.host if form == "article" else ""
    yield "volume", work.volume if form != "online" else ""
    yield "number", work.number if form != "online" else ""
    yield "type", work.genre or ("Report" if form == "report" else "")


def _where(work: Description, form: str, kind: str) -> Iterator[tuple[str, str]]:
    body = work.body or (work.publisher if form in ("online", "report", "thesis", "misc", "dataset") else "")
    in_book = form in _WHOLE_BOOKS or form in _PARTS
    yield "institution", body if form in ("report", "thesis") else ""
    yield "organization", body if form not in ("report", "thesis", "article") and not in_book else ""
    yield "publisher", work.publisher or (work.body if form in _WHOLE_BOOKS else "") if in_book else ""
    yield "location", work.place if in_book or form in ("report", "thesis") else ""
    yield "date", work.date
    yield "pages", work.pages if form == "article" or form in _PARTS else ""
    if kind == "primary":
        return  # nothing that leads to the material
    yield "doi", work.doi
    yield "isbn", work.isbn if in_book else ""
    yield "issn", work.issn if form == "article" else ""
    linked = not work.doi and not (in_book and work.isbn) and not (un_symbols.is_symbol(work.number) and un_symbols.in_address(work.url))
    yield "url", work.url if linked else ""
    yield "urldate", work.seen if linked and work.url else ""
    yield "eventtitle", work.event if form == "inproceedings" else ""


def _marks(work: Description, kind: str) -> Iterator[tuple[str, str]]:
    yield "note", work.note
    marks = [word for word in work.keywords if word != "extremist"] + ["extremist"] * (kind == "primary")
    yield "keywords", ", ".join(marks)
    yield "langid", work.language
    yield "edition", work.edition if work.form not in ("article", "online", "thesis") else ""
    yield "series", work.series if work.form in (*_WHOLE_BOOKS, *_PARTS, "report") else ""
    yield "archiveurl", work.copy if kind != "primary" else ""
