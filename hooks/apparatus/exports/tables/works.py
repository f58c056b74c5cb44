"""The works that the registers cite: read out of citations as written, in short, and in full."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache

from apparatus.evidence import support
from apparatus.exports.tables.columns import Book
from apparatus.grounds.addresses import in_text
from apparatus.grounds.archives import archived
from apparatus.grounds.extremism import is_extremist
from apparatus.model import Citation
from apparatus.read import markdown
from apparatus.references import locator_text, plain_text

EDITORS = "The editors of this edition"  # the source of what rests on no work: a square of the grid of tiles
_RIGHTS = "Only this reference is under the licence of the data; the work itself is not, and remains its authors’ and publisher’s."
_MARKUP = re.compile(r"<[^>]*>")
_BARRED = " It is extremist material, cited without address by policy."


@dataclass(frozen=True)
class Work:
    """A cited work: in short, in full, of what kind, where it is; addresses are empty for extremist material."""

    citekey: str
    reference: str
    kind: str = ""
    support: str = ""
    extremist: bool = False
    url: str = ""
    archive: str = ""
    rights: str = _RIGHTS


@lru_cache(maxsize=4096)
def cited(cite: str) -> tuple[Citation, ...]:
    """The citations in a bracket as written, in order; none where it cannot be read."""
    page, _ = markdown.page("docs/value.md", cite)
    return tuple(page.citations)


def sources(cites: tuple[str, ...], book: Book) -> str:
    """The works cited, each in short with its locator, joined by ``; ``; the editors where nothing is cited."""
    found = [f"{short(one.citekey, book)}{_located(one)}" for cite in cites for one in cited(cite)]
    return "; ".join(dict.fromkeys(found)) or EDITORS


def _located(citation: Citation) -> str:
    text = html.unescape(locator_text(citation.locator)).replace("\u00a0", " ")
    return f", {text}" if text else ""


def short(citekey: str, book: Book) -> str:
    """Who, what, when: ``Giustozzi, The Islamic State in Khorasan (2018)``. The citekey itself for a work without record."""
    record = book.records.get(citekey)
    if record is None:
        return citekey
    csl = record.csl
    dated = csl.get("issued") or {}
    year = str((dated.get("date-parts") or [[""]])[0][0])
    parts = [_hand(csl), str(csl.get("title-short") or csl.get("title") or "")]
    return _MARKUP.sub("", ", ".join(part for part in parts if part)) + (f" ({year})" if year else "")


def _hand(csl: dict) -> str:
    """Family names of authors, else of editors, two of them or the first and “et al.”; else who published it."""
    people = csl.get("author") or csl.get("editor") or []
    names = [str(one.get("family") or one.get("literal") or "") for one in people]
    if not names:
        return str(csl.get("publisher") or csl.get("container-title") or "")
    return f"{names[0]} et al." if len(names) > 2 else " and ".join(names)


def work(citekey: str, book: Book) -> Work:
    """What is to be said of a cited work. A citekey without entry, which no build lets pass, stands for itself."""
    entry, printed, record = book.monograph.by_citekey.get(citekey), book.references.get(citekey), book.records.get(citekey)
    reference = plain_text(printed) if printed else short(citekey, book)
    if entry is None:
        return Work(citekey, reference)
    barred = is_extremist(entry)
    if barred and any(in_text(reference)):
        reference = short(citekey, book)
    return Work(
        citekey,
        reference,
        support.kind(entry),
        support.support(entry),
        barred,
        str(record.csl.get("URL") or "") if record else "",  # a record has none for extremist material
        archived(entry),  # nor has that an archived copy
        _RIGHTS + (_BARRED if barred else ""),
    )
