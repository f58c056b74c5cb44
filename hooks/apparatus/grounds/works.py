"""Tells whether two entries stand for one work: their DOI, their address, or their title, first author and date."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote

from apparatus.grounds import datamodel, names, years
from apparatus.model import Entry

_COMMAND = re.compile(r"\\(?:[A-Za-z]+\s*|[^A-Za-z])")
_WORD = re.compile(r"[^\W_]+")
_DOI = re.compile(
    r"\s*(?:(?:https?:)?//)?(?:(?:dx\.|www\.)?doi\.org/|doi:)?\s*(10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+)\s*", re.IGNORECASE
)
_DOI_HOST = re.compile(r"\s*(?:https?://)?(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
_URL = re.compile(
    r"https?://(?:[^/?#@\s]*@)?(?:www\.)?([^/?#:\s]+)(?::(?:80|443))?(?=[/?#]|\Z)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.I | re.DOTALL
)
_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web|archive\.(?:today|ph|is|md|li|vn|fo))/[0-9]{4,14}(?:[a-z]{2}_)?/(?=https?:)", re.I
)
_TRACKING = re.compile(r"(?:utm_\w*|fbclid|gclid|mc_[ce]id|igshid|amp)(?:=.*)?", re.IGNORECASE | re.DOTALL)
_SAME_PLACE = re.compile(r"(?:page=.*|:~:.*|top|)", re.IGNORECASE | re.DOTALL)
_DAY = re.compile(r"\s*([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_PARTS = frozenset("inbook bookinbook suppbook incollection suppcollection inproceedings inreference".split())
_TELL_APART = (
    "number volume edition part chapter version eid issue issuetitle pages langid language journaltitle journal booktitle "
    "maintitle organization institution school publisher howpublished eventtitle entrysubtype translator titleaddon type series"
).split()
_NO_WORKS = frozenset(("xdata", "set", "bibnote"))
_LONGEST = 5000


class Address(NamedTuple):
    """A web address by what tells it from others: host, and the rest; ``rest`` is empty for a home page."""

    host: str
    rest: str


class Work(NamedTuple):
    """What identifies an entry's work; what is not known is empty or None."""

    entry: Entry
    doi: str
    address: Address | None
    title: str
    author: str


def is_work(entry: Entry) -> bool:
    """Whether the entry stands for a work at all; sets and common data do not."""
    return entry.kind not in _NO_WORKS


def work(entry: Entry) -> Work:
    """What identifies the work of an entry."""
    title = letters(f"{entry['title']} {entry['subtitle']}").removeprefix("the ")
    return Work(entry, doi(entry["doi"]), address(entry["url"]), title, _author(entry))


def letters(text: str) -> str:
    """The words of a value in small letters, without accents, markup and signs, one blank between."""
    bare = _COMMAND.sub("", text[:_LONGEST]).replace("{", "").replace("}", "").replace("'", "").replace("’", "")
    decomposed = unicodedata.normalize("NFKD", bare.casefold())
    return " ".join(_WORD.findall("".join(sign for sign in decomposed if not unicodedata.combining(sign))))


def doi(value: str) -> str:
    """The DOI in a field or an address, in small letters and without prefix; empty if there is none."""
    match = _DOI.fullmatch(value[:_LONGEST].strip("{}"))
    if not match:
        return ""
    bare = re.split(r"[?#]", match[1])[0] if _DOI_HOST.match(value) else match[1]
    return unquote(bare).lower().rstrip("/.,;").replace("\\", "")


def address(value: str) -> Address | None:
    """A web address without what does not change where it leads; None if it is none."""
    value = _ARCHIVED.sub("", value[:_LONGEST].strip("{} \t\r\n"), count=1)
    match = _URL.fullmatch(value)
    if not match:
        return None
    host, path, query, fragment = (part or "" for part in match.groups())
    kept = [part for part in query.split("&") if part and not _TRACKING.fullmatch(part)]
    rest = unquote(path.replace("\\", "")).rstrip("/")
    rest = re.sub(r"/index\.(?:html?|php|aspx?)\Z", "", rest)
    anchor = "" if _SAME_PLACE.fullmatch(fragment) else f"#{fragment}"
    return Address(host.lower().rstrip("."), rest + ("?" + "&".join(kept) if kept else "") + anchor)


def same_part(one: Work, other: Work) -> bool:
    """Whether a shared DOI or address means a shared work: parts of a book with other titles may name the book's."""
    parts = datamodel.type_of(one.entry.kind) in _PARTS or datamodel.type_of(other.entry.kind) in _PARTS
    return not (parts and one.title != other.title) and not _related(one.entry, other.entry)


def same_title(one: Work, other: Work) -> bool:
    """Whether two works of one title and first author are one: of one date, and nothing tells them apart."""
    if one.doi and other.doi or _related(one.entry, other.entry) or not _one_date(one.entry, other.entry):
        return False
    if any(_contradict(one.entry[name], other.entry[name]) for name in _TELL_APART):
        return False
    if one.address and other.address and one.address != other.address:
        return one.address.host != other.address.host and one.title.count(" ") >= 3
    return True


def _related(one: Entry, other: Entry) -> bool:
    """Whether one of the entries names the other, as a reprint or a translation does."""
    fields = ("crossref", "xref", "related", "entryset", "xdata")
    pairs = ((one, other), (other, one))
    return any(b.citekey in {key.strip() for name in fields for key in a[name].split(",")} for a, b in pairs)


def _contradict(one: str, other: str) -> bool:
    if not one or not other:
        return False
    one, other = letters(one), letters(other)
    return one not in other and other not in one


def _one_date(one: Entry, other: Entry) -> bool:
    """Whether both have a date, of one year, and month and day do not differ where both have them."""
    dates = [_DAY.match(entry["date"] or entry["year"]) for entry in (one, other)]
    if not all(dates) or any(years.of_date(entry["date"]) is None and entry["date"] for entry in (one, other)):
        return False
    return all(a == b or not a or not b for a, b in zip(*(date.groups() for date in dates), strict=True))


def _author(entry: Entry) -> str:
    """The family name of the first author or editor, else the body; in small letters."""
    for name in ("author", "editor", "organization", "institution"):
        first = next((one for one in names.split(entry[name][:_LONGEST]) if one.text), None)
        if not first:
            continue
        if first.braced or name not in ("author", "editor"):
            return letters(first.text)
        family = first.text.partition(",")[0] if "," in first.bare else first.text.rpartition(" ")[2]
        return letters(family).rpartition(" ")[2]
    return ""
