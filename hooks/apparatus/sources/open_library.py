"""Books as Open Library describes them by ISBN (its Books API, ``jscmd=data``)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from apparatus.sources import cleaning
from apparatus.sources.cleaning import prose
from apparatus.sources.dating import date
from apparatus.sources.description import Description
from apparatus.sources.people import creator, listed


def query(isbn: str) -> str:
    """What is asked for, below the address of the service."""
    return f"api/books?bibkeys=ISBN:{isbn}&format=json&jscmd=data"


def description(text: str, isbn: str) -> Description | None:
    """The book; None where the service does not know it, or what came back is no answer of this service."""
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):
        return None
    book = next(iter(answer.values()), None) if isinstance(answer, dict) else None
    if not isinstance(book, dict) or not cleaning.title(book.get("title")):
        return None
    authors = listed(creator(name) for name in _names(book, "authors"))
    return Description(
        form="book",
        shelf="scholarship",
        authors=authors,
        title=cleaning.title(book.get("title")),
        subtitle=cleaning.title(book.get("subtitle")),
        publisher=next(map(prose, _names(book, "publishers")), ""),
        place=next(map(prose, _names(book, "publish_places")), ""),
        date=date(book.get("publish_date")),
        isbn=isbn,
        unsure=(f"the author{'s' * (len(authors) > 1)}: where a name was taken apart, family name and given name",) if authors else (),
    )


def _names(book: Mapping[str, object], role: str) -> Iterator[object]:
    found = book.get(role)
    for each in found[:50] if isinstance(found, list) else ():
        yield each.get("name") if isinstance(each, dict) else each
