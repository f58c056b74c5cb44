"""From what somebody gives (a DOI, an ISBN, an address, a file) to what is known of the work: asks the web, or reads the file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import quote

import aiohttp
from aiohttp.abc import AbstractResolver
from apparatus import sources
from apparatus.grounds import works
from apparatus.grounds.urls import parts
from apparatus.sources import bib_entries, csl_items, given, open_library, ris_records, web_page
from apparatus.sources.description import Description
from apparatus.sources.given import Given
from metadata_client import CSL, HTML, PDF, Document, NoAnswer, fetch
from polite_client import Policy

REFUSED, BROKEN = 1, 2
LARGEST = 2_000_000  # bytes of a file
BY_FILE = "save the citation from the publisher's page (“Cite” or “Export”, form RIS) and run make source FROM=file.ris"
BY_HAND = "write the entry by hand, like those beside it in bib/"
_CLOSED = (401, 402, 403, 406, 429, 451, 503)  # what sites answer that keep programs out


@dataclass(frozen=True)
class Services:
    """The addresses below which DOIs and ISBNs are asked for; each ends in a slash."""

    doi: str = "https://doi.org/"  # hands over to Crossref, DataCite and the other agencies by content negotiation
    isbn: str = "https://openlibrary.org/"


class NoDescription(Exception):
    """Nothing could be found out; the message says why and what to do, ``code`` is the exit code."""

    def __init__(self, message: str, code: int = REFUSED) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Inquiry:
    """How questions are asked: limits, look-up of host names, services, and the day on which pages are read."""

    policy: Policy = Policy()
    resolver: type[AbstractResolver] = aiohttp.ThreadedResolver
    services: Services = Services()
    today: date | None = None
    pasted: Callable[[], bytes] = lambda: sys.stdin.buffer.read(LARGEST + 1)

    def descriptions(self, what: Given) -> tuple[Description, ...]:
        """The works: one, unless a file holds several. Raises NoDescription."""
        match what.way:
            case "doi":
                return (self._of_doi(what.value),)
            case "isbn":
                return (self._of_isbn(what.value),)
            case "symbol":
                return (sources.of_symbol(what.value),)
            case "url":
                return (self._of_page(what.value),)
            case "file":
                return _of_text(_content(Path(what.value)), what.value)
        return _of_text(self.pasted(), "what was pasted")

    def _fetched(self, address: str, accept: str) -> Document:
        try:
            return fetch(address, accept, self.policy, self.resolver)
        except NoAnswer as failure:
            raise NoDescription(f"{failure}. Fix: {BY_FILE}", BROKEN) from None

    def _of_doi(self, doi: str) -> Description:
        found = self._fetched(f"{self.services.doi}{quote(doi, safe='/:;().')}", f"{CSL}, text/html;q=0.3")
        if found.code in (404, 410):
            raise NoDescription(f"DOI {doi} is not registered. Fix: copy it again, from 10. on")
        if found.code >= 400:
            raise _closed(found, f"the service for DOI {doi}")
        if found.media in ("text/html", "application/xhtml+xml"):
            return replace(web_page.description(found.content, found.charset, found.address), doi=doi)
        works_ = csl_items.descriptions(given.decoded(found.content))
        if not works_:
            raise NoDescription(f"what came back for DOI {doi} is no description of a work. Fix: {BY_FILE}", BROKEN)
        return replace(works_[0], doi=doi)

    def _of_isbn(self, isbn: str) -> Description:
        found = self._fetched(self.services.isbn + open_library.query(isbn), "application/json")
        if found.code >= 400:
            raise _closed(found, "the library's service")
        book = open_library.description(given.decoded(found.content), isbn)
        if book is None:
            host = parts(self.services.isbn).host
            raise NoDescription(f"{host} does not know a book with ISBN {isbn}. Fix: {BY_FILE}; or use its DOI; or {BY_HAND}")
        return book

    def _of_page(self, address: str) -> Description:
        found = self._fetched(address, HTML)
        if found.code >= 400:
            raise _closed(found, address)
        if found.media == PDF:
            raise NoDescription(f"{address} is a PDF, which says little of itself. Fix: give the page that leads to it; or {BY_FILE}")
        if found.media not in ("text/html", "application/xhtml+xml"):
            raise NoDescription(f"{address} is no page ({found.media}). Fix: give the page that leads to it; or {BY_FILE}")
        if parts(address).path.strip("/") and not parts(found.address).path.strip("/"):
            raise NoDescription(f"{address} leads to the home page of its site: the page has gone. Fix: find where it is now")
        page = web_page.description(found.content, found.charset, found.address)
        day = (self.today or date.today()).isoformat()
        return replace(self._by_its_doi(page) if page.doi else page, seen=day)

    def _by_its_doi(self, page: Description) -> Description:
        """What the DOI of a page stands for, if it can be had and is of the same title; else what the page tells."""
        try:
            found = self._of_doi(page.doi)
        except NoDescription:
            unsure = f"all fields: they are the page’s, for nothing was to be had for its DOI {page.doi}"
            return replace(page, unsure=(*page.unsure, unsure))
        mine, theirs = works.letters(page.title), works.letters(found.title)
        if mine and theirs and (mine in theirs or theirs in mine):
            return replace(found, url=page.url, language=found.language or page.language)
        return replace(page, doi="", unsure=(*page.unsure, f"the DOI: the page names {page.doi}, which is a work of another title"))


def _closed(found: Document, what: str) -> NoDescription:
    if found.code in (404, 410):
        fix = "find where the page has gone, or give the address of an archived copy"
        return NoDescription(f"{what} is not there (HTTP {found.code}). Fix: {fix}")
    if found.code in _CLOSED:
        return NoDescription(f"{what} does not answer programs (HTTP {found.code}). Fix: {BY_FILE}", BROKEN)
    return NoDescription(f"{what} answered with an error (HTTP {found.code}). Fix: try again later; or {BY_FILE}", BROKEN)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        reason = "there is no such file" if isinstance(error, FileNotFoundError) else error.strerror
        raise NoDescription(f"{path}: {reason}. Fix: give the path of the file from here, {Path.cwd()}", BROKEN) from None


def _of_text(content: bytes, name: str) -> tuple[Description, ...]:
    if len(content) > LARGEST:
        raise NoDescription(f"{name} is larger than {LARGEST // 1_000_000} MB. Fix: export only the works that are to be added", BROKEN)
    text = given.decoded(content)
    match given.form_of(text):
        case "ris":
            return ris_records.descriptions(text)
        case "csl" if found := csl_items.descriptions(text):
            return found
        case "bib":
            found, faults = bib_entries.descriptions(name, text)
            if faults:
                raise NoDescription(bib_entries.placed(faults), BROKEN)
            if found:
                return found
    raise NoDescription(f"{name} holds no work in RIS, BibTeX or CSL-JSON. Fix: export it again in one of these forms", BROKEN)
