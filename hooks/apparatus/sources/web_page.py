"""What a page on the web tells of the work it holds: Highwire tags, JSON-LD, Open Graph, Dublin Core, and at last its title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import islice
from urllib.parse import urljoin

from lxml import etree, html

from apparatus.grounds import works
from apparatus.grounds.urls import parts
from apparatus.sources import cleaning, json_ld
from apparatus.sources.cleaning import address, line, prose
from apparatus.sources.dating import date
from apparatus.sources.description import Description
from apparatus.sources.given import thirteen
from apparatus.sources.language_names import babel
from apparatus.sources.people import byline, creator, listed

LARGEST = 4_000_000  # bytes of a page that are read
MOST = 2_000  # tags of its head
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True)
class _Head:
    """What is read of a page: its tags by name in small letters, its scripts of JSON-LD, its own title, address and language."""

    tags: Mapping[str, Sequence[str]]
    scripts: tuple[str, ...]
    title: str
    canonical: str
    language: str

    def first(self, *names: str) -> str:
        """The first value that any of the names has, in the order of the names."""
        return next((value for name in names for value in self.tags.get(name, ()) if value.strip()), "")

    def all(self, *names: str) -> Sequence[str]:
        """All values of the first of the names that has any."""
        return next((self.tags[name] for name in names if name in self.tags), ())


def description(content: bytes, charset: str, asked: str) -> Description:
    """What the page at the address ``asked`` tells. ``charset`` is what the server said of it, or empty."""
    head = _head(content, charset)
    whole = _merged(_highwire(head), json_ld.description(head.scripts), _graph(head))
    unsure = whole.unsure
    if not whole.title:
        whole = replace(whole, title=prose(head.title))
        unsure += ("the title: it is the page’s own, with what the site adds to it",) if whole.title else ()
    outlet = whole.body or whole.publisher
    return replace(
        whole,
        form=whole.form or "online",
        title=cleaning.title(whole.title, outlet),
        authors=tuple(one for one in whole.authors if works.letters(one.name) != works.letters(outlet)),
        url=_own(head, whole.url, asked),
        language=whole.language or babel(head.language),
        unsure=unsure + _taken_apart(whole),
    )


def _taken_apart(whole: Description) -> tuple[str, ...]:
    names = [f"{one.name}, {one.given}" for one in whole.authors if one.given]
    return (f"the author: in '{names[0]}' the family name is to stand first",) if names and not whole.doi else ()


def _head(content: bytes, charset: str) -> _Head:
    text = _decoded(content[:LARGEST], charset)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return _Head({}, (), "", "", "")
    tags: dict[str, list[str]] = {}
    for count, meta in enumerate(root.iter("meta")):
        for name in {meta.get(attribute, "").strip().lower() for attribute in ("name", "property", "itemprop")} - {""}:
            if count < MOST:
                tags.setdefault(name, []).append(meta.get("content", ""))
    scripts = tuple(s.text or "" for s in root.iter("script") if "ld+json" in s.get("type", "").lower())
    titles = [title.text_content() for title in root.iter("title")]
    links = [link.get("href", "") for link in root.iter("link") if link.get("rel", "").lower() == "canonical"]
    return _Head(tags, scripts[:30], next(iter(titles), ""), next(iter(links), ""), root.get("lang", ""))


def _decoded(content: bytes, charset: str) -> str:
    """The page as text: as the server says, as the page says, as UTF-8, and at last as old pages of Western Europe are written."""
    found = _CHARSET.search(content[:4096])
    for name in (charset, found[1].decode("ascii") if found else "", "utf-8"):
        try:
            return content.decode(name) if name else content.decode("utf-8")
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return content.decode("cp1252", "replace")


def _merged(*found: Description) -> Description:
    """What the first tells, filled up with what the next tell; a type of work that says nothing gives way to one that does."""
    whole = found[0]
    for other in found[1:]:
        empty = {field.name: getattr(other, field.name) for field in fields(other) if not getattr(whole, field.name)}
        whole = replace(whole, **empty)
    return whole


def _highwire(head: _Head) -> Description:
    """The tags that Google Scholar and Zotero read, which publishers of journals, books and reports set."""
    first = head.first
    journal, book = cleaning.title(first("citation_journal_title")), cleaning.title(first("citation_inbook_title", "citation_book_title"))
    report, school = prose(first("citation_technical_report_institution")), prose(first("citation_dissertation_institution"))
    event, isbn = prose(first("citation_conference_title", "citation_conference")), thirteen(line(first("citation_isbn")))
    form = next((name for name, there in (("article", journal), ("incollection", book), ("inproceedings", event), ("report", report),
                                         ("thesis", school), ("book", isbn)) if there), "")  # fmt: skip
    pages = "--".join(filter(None, (line(first("citation_firstpage")), line(first("citation_lastpage")))))
    names = (name for each in head.all("citation_author", "citation_authors") for name in each[:5_000].split(";"))
    return Description(
        form=form,
        shelf="scholarship" if form not in ("", "report") else "",
        authors=listed(creator(name, inverted=True) for name in islice(names, 500)),
        title=prose(first("citation_title")),
        host=journal or book,
        body=report or school,
        publisher=prose(first("citation_publisher")),
        date=date(first("citation_publication_date", "citation_date", "citation_cover_date", "citation_online_date", "citation_year")),
        volume=prose(first("citation_volume")),
        number=prose(first("citation_issue", "citation_technical_report_number")),
        pages=pages,
        event=event,
        doi=works.doi(line(first("citation_doi"))),
        isbn=isbn,
        language=babel(first("citation_language")),
    )


def _graph(head: _Head) -> Description:
    """Open Graph and the like, Dublin Core, and the plain tags of a page."""
    first = head.first
    authors = [name for value in head.all("article:author", "author", "byl", "parsely-author", "dc.creator", "dcterms.creator")[:50]
               for name in byline(value)]  # fmt: skip
    doi = next(filter(None, (works.doi(line(value)) for name in ("dc.identifier", "dcterms.identifier", "prism.doi", "doi")
                             for value in head.tags.get(name, ()))), "")  # fmt: skip
    return Description(
        authors=listed(authors),
        title=prose(first("og:title", "dc.title", "dcterms.title", "twitter:title")),
        body=prose(first("og:site_name", "application-name", "dc.publisher", "dcterms.publisher")),
        date=date(first("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "pubdate",
                        "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "date")),  # fmt: skip
        doi=doi,
        isbn=thirteen(line(first("book:isbn", "og:book:isbn"))),
        url=address(first("og:url")),
        language=babel(first("og:locale", "dc.language", "dcterms.language", "content-language")),
    )


def _own(head: _Head, told: str, asked: str) -> str:
    """The address that the page gives as its own, if it is one of the same site and no home page; else the one that was asked."""
    here = parts(asked)
    for given in (head.canonical, told):
        address_ = address(urljoin(asked, given.strip())) if given else ""
        there = parts(address_)
        if here and there and _site(there.host) == _site(here.host) and there.path.strip("/"):
            return address_ if there.port == here.port else asked
    return asked


def _site(host: str) -> str:
    return ".".join(host.split(".")[-2:])
