"""Which file of ``bib/`` a work belongs into: by what it is, by who gives it out, and by where the book has others of the same site."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from apparatus.grounds import un_symbols, works
from apparatus.grounds.archives import is_archived
from apparatus.grounds.extremism import is_extremist
from apparatus.grounds.urls import parts
from apparatus.model import Monograph
from apparatus.sources.description import Description

KINDS = {
    "un": "United Nations bodies",
    "government": "departments, inspectors and envoys of a state",
    "press": "newspapers, agencies, magazines, broadcasters, news sites",
    "scholarship": "books, journals, think-tanks, research centres",
    "primary": "the armed groups’ own words",
}
_UN = re.compile(r"(?:[\w-]+\.)*(?:un|undocs|unmissions|ohchr|unodc|unhcr|unicef|unocha|unama|undp)\.org")
_STATE = re.compile(r"(?:.*\.)?(?:(?:gov|mil|gob|gouv)(?:\.[a-z]{2})?|(?:go|govt)\.[a-z]{2}|bund\.de|gc\.ca)")
_UN_BODY = re.compile(r"(?:United Nations|UN)\b")
# Sites on which anybody publishes: they say nothing of who speaks.
_ANYBODY = frozenset(
    "twitter.com x.com facebook.com youtube.com instagram.com linkedin.com medium.com substack.com blogspot.com wordpress.com "
    "scribd.com academia.edu researchgate.net ssrn.com docslib.org vdocuments.mx archive.org inkl.com pressreader.com "
    "yahoo.com msn.com issuu.com".split()
)


class Shelf(NamedTuple):
    """A kind of source, or empty, and why."""

    kind: str
    why: str


def path(kind: str) -> str:
    """The file that holds entries of a kind."""
    return f"bib/{kind}.bib"


def shelf(work: Description, monograph: Monograph) -> Shelf:
    """The kind of a work's source. Empty where nothing tells it: it is for people to say."""
    found = parts(work.url)
    host = found.host.removeprefix("www.") if found and not is_archived(work.url) else ""
    if "extremist" in work.keywords:
        return Shelf("primary", "it is marked as extremist")
    if _is_of_the_un(work, host):
        return Shelf("un", "it is a document of the United Nations")
    if kind := _kind_of_host(host, monograph):
        return Shelf(kind, f"the book's other sources from {host} are there")
    if kind := _kind_of_body(work, monograph):
        return Shelf(kind, "the book's other sources from the same body are there")
    if _STATE.fullmatch(host):
        return Shelf("government", f"{host} is the site of a state")
    return Shelf(work.shelf, {"press": "it is a piece of news", "scholarship": "it is a book, an article or the like"}.get(work.shelf, ""))


def _is_of_the_un(work: Description, host: str) -> bool:
    bodies = (work.body, work.publisher, *(one.name for one in work.authors[:1] if one.body))
    return bool(_UN.fullmatch(host)) or un_symbols.is_symbol(work.number) or work.form == "report" and any(map(_UN_BODY.match, bodies))


def _kind_of_host(host: str, monograph: Monograph) -> str:
    """The file in which all entries of a host stand, if it is one file."""
    if not host or any(host == each or host.endswith(f".{each}") for each in _ANYBODY):
        return ""
    kinds = Counter(entry.location.path for entry in monograph.entries if not is_extremist(entry) and _host(entry["url"]) == host)
    return _only(kinds)


def _host(url: str) -> str:
    found = parts(url.strip())
    return found.host.removeprefix("www.") if found else ""


def _kind_of_body(work: Description, monograph: Monograph) -> str:
    names = {works.letters(name) for name in (work.body, work.publisher) if name}
    kinds = Counter(
        entry.location.path for entry in monograph.entries if not is_extremist(entry)
        and names & {works.letters(entry[field]) for field in ("organization", "institution") if entry[field]}
    )  # fmt: skip
    return _only(kinds)


def _only(paths: Counter[str]) -> str:
    kind = next(iter(paths), "").removeprefix("bib/").removesuffix(".bib")
    return kind if len(paths) == 1 and kind in KINDS else ""
