"""Works described in CSL-JSON: what Crossref and DataCite answer, and what Zotero exports."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from apparatus.grounds import works
from apparatus.sources import cleaning, forms
from apparatus.sources.cleaning import address, line, prose
from apparatus.sources.dating import date, parts
from apparatus.sources.description import Creator, Description
from apparatus.sources.given import thirteen
from apparatus.sources.language_names import babel
from apparatus.sources.people import creator, listed

MOST = 500  # items of one file
# Relations of Crossref between two DOIs of one work.
_VERSIONS = frozenset(
    "is-preprint-of has-preprint is-version-of has-version is-same-as is-identical-to is-manuscript-of has-manuscript".split()
)


def descriptions(text: str) -> tuple[Description, ...]:
    """The works of a document: one item or a list of them, bare or under ``message`` or ``items``. Empty if it is no CSL-JSON."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    for name in ("message", "items"):
        found = found.get(name, found) if isinstance(found, dict) else found
    items = found if isinstance(found, list) else [found]
    return tuple(description(item) for item in items[:MOST] if isinstance(item, dict) and (item.get("title") or item.get("type")))


def description(item: Mapping[str, object]) -> Description:
    """What one item tells."""
    host = cleaning.title(_first(item, "container-title", "journal-title"))
    form, shelf = forms.of_csl(line(item.get("type")), bool(host))
    title, subtitle = _titles(item, form)
    publisher = prose(item.get("publisher"))
    return Description(
        form=form,
        shelf=shelf,
        authors=_people(item, "author"),
        editors=_people(item, "editor"),
        translators=_people(item, "translator"),
        title=title,
        subtitle=subtitle,
        host="" if form in ("online", "report", "book", "misc") else host,
        body=host if form == "online" else prose(item.get("authority")),
        publisher=publisher,
        place=prose(_first(item, "publisher-place", "publisher-location")),
        date=_date(item),
        volume=prose(item.get("volume")),
        number=prose(_first(item, "issue", "number") if form == "article" else _first(item, "number", "report-number")),
        pages=re.sub(r"(?<=\w)\s*[-–—‐‑]+\s*(?=\w)", "--", prose(_first(item, "page", "article-number"))),
        edition=prose(item.get("edition")),
        series=prose(item.get("collection-title")) or (host if form == "book" else ""),
        event=prose(_event(item)),
        genre=prose(item.get("genre")),
        doi=works.doi(line(item.get("DOI"))),
        isbn=next(filter(None, map(_isbn, _all(item, "ISBN"))), ""),
        issn=next(filter(None, map(line, _all(item, "ISSN"))), ""),
        url=address(item.get("URL")),
        seen=_parts(item.get("accessed")),
        language=babel(item.get("language")),
        note=prose(item.get("note")),
        versions=tuple(sorted(set(_versions(item)))),
    )


def _all(item: Mapping[str, object], name: str) -> list[object]:
    """The values of a name, which may hold one or a list."""
    value = item.get(name)
    return value[:20] if isinstance(value, list) else [] if value is None else [value]


def _first(item: Mapping[str, object], *names: str) -> object:
    return next((value for name in names for value in _all(item, name) if value), "")


def _titles(item: Mapping[str, object], form: str) -> tuple[str, str]:
    title, subtitle = cleaning.title(_first(item, "title")), cleaning.title(_first(item, "subtitle"))
    if works.letters(subtitle) and works.letters(subtitle) in works.letters(title):
        subtitle = ""
    if form == "book":
        main, sign, rest = title.partition(": ")
        return (title, subtitle) if subtitle or not sign else (main, rest)
    return (f"{title}: {subtitle}" if subtitle else title), ""


def _people(item: Mapping[str, object], role: str) -> tuple[Creator, ...]:
    return listed(_person(name) for name in _all(item, role)[:200] if isinstance(name, dict))


def _person(name: Mapping[str, object]) -> Creator | None:
    whole = prose(name.get("literal")) or prose(name.get("name"))
    family, given, suffix = (prose(name.get(part)) for part in ("family", "given", "suffix"))
    particles = [prose(name.get(part)) for part in ("dropping-particle", "non-dropping-particle")]
    if whole and not family:
        return creator(whole, body=True)
    if not given:
        return creator(family)
    family = " ".join(filter(None, (*particles, family))).replace(",", "")
    return Creator(family, given.replace(",", ""), suffix) if family else None


def _date(item: Mapping[str, object]) -> str:
    """The day of the issue where there is one in print, else that of first publication."""
    printed = ("published-print", "issued", "published", "published-online")
    names = printed if item.get("volume") else ("issued", "published", "published-print")
    return next(filter(None, (_parts(item.get(name)) for name in names)), "")


def _parts(value: object) -> str:
    """The date of ``date-parts``, of ``raw`` or ``literal``; a range where two are given."""
    if not isinstance(value, dict):
        return date(value)
    given = value.get("date-parts")
    ends = [parts(*end[:3]) for end in given[:2] if isinstance(end, list) and end] if isinstance(given, list) else []
    written = "/".join(ends) if len(ends) == 2 and all(ends) else next(iter(ends), "")
    return written or date(value.get("raw")) or date(value.get("literal"))


def _event(item: Mapping[str, object]) -> object:
    event = item.get("event") or item.get("event-title")
    return event.get("name") if isinstance(event, dict) else event


def _isbn(value: object) -> str:
    return thirteen(line(value).rpartition("/")[2])


def _versions(item: Mapping[str, object]) -> Iterator[str]:
    relations = item.get("relation")
    for name in sorted(_VERSIONS & relations.keys()) if isinstance(relations, dict) else ():
        for other in _all(relations, name):
            if isinstance(other, dict) and (doi := works.doi(line(other.get("id")))):
                yield doi
