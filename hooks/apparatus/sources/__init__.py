"""New sources: what somebody gives, and what the web or a file tells of it, becomes an entry in the house's form, or a refusal."""

from __future__ import annotations

from dataclasses import dataclass, replace

from apparatus.grounds import un_symbols
from apparatus.grounds.archives import WAYBACK, is_archived
from apparatus.grounds.urls import is_secure, parts, secure_hosts
from apparatus.model import Monograph
from apparatus.sources import citekeys, entry_text, shelving
from apparatus.sources.description import Creator, Description

_ORGANS = {
    "S": "United Nations Security Council",
    "A": "United Nations General Assembly",
    "E": "United Nations Economic and Social Council",
}


@dataclass(frozen=True)
class Proposal:
    """An entry that is to be written: into which file and why, under which key, and what could not be found."""

    path: str
    why: str
    citekey: str
    text: str
    missing: tuple[str, ...]


def proposal(work: Description, monograph: Monograph, kind: str, why: str) -> Proposal:
    """The entry for a work of a kind."""
    key = citekeys.proposed(work, kind, monograph)
    return Proposal(shelving.path(kind), why, key, entry_text.text(work, key, kind), entry_text.missing(work, kind))


def of_symbol(symbol: str) -> Description:
    """What the symbol of a document of the United Nations tells by itself: the organ that it belongs to, and perhaps the year."""
    organ, _, rest = symbol.partition("/")
    body = "United Nations Human Rights Council" if rest.startswith("HRC/") else _ORGANS.get(organ, "")
    return Description(
        form="report",
        shelf="un",
        authors=(Creator(body, body=True),) if body else (),
        body="United Nations",
        number=symbol,
        genre="UN document",
        date=str(un_symbols.year(symbol) or ""),
        unsure=("the year: it is that of the symbol",) if un_symbols.year(symbol) else (),
    )


def settled(work: Description, monograph: Monograph) -> Description:
    """The work with its address as the book writes such: https where the site is known to have it, the page and not its copy.

    The copy of an archive gives way to the page that it shows, and is kept beside it. An address of the United Nations' documents
    gives the symbol, and the symbol what it tells.
    """
    url = work.url
    if is_archived(url) and (inner := original(url)):
        work, url = replace(work, copy=url), inner
    found = parts(url)
    if found and url.startswith("http:") and is_secure(found.host, secure_hosts(entry["url"] for entry in monograph.entries)):
        url = f"https{url.removeprefix('http')}"
    symbol = work.number if un_symbols.is_symbol(work.number) else un_symbols.in_address(url)
    return replace(_with(work, of_symbol(symbol)) if un_symbols.is_symbol(symbol) else work, url=url)


def _with(work: Description, symbol: Description) -> Description:
    """What a work lacks, as far as its symbol tells it; a year only where the work has none."""
    told = ("authors", "body", "genre", "date")
    filled = {name: getattr(work, name) or getattr(symbol, name) for name in told}
    unsure = work.unsure + (symbol.unsure if not work.date and work is not symbol else ())
    return replace(work, number=symbol.number, form="report", shelf="un", unsure=tuple(dict.fromkeys(unsure)), **filled)


def original(copy: str) -> str:
    """The address of the page that an archived copy of the Wayback Machine shows; empty where the copy's address does not hold it."""
    _, sign, rest = copy.removeprefix(WAYBACK).partition("/")
    return rest if sign and copy.startswith(WAYBACK) and parts(rest) else ""
