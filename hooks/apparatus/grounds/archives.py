"""Where an archived copy of a cited page is to be found: an address derived from the day on which the page was read."""

from __future__ import annotations

import re

from apparatus.grounds import dates
from apparatus.grounds.entry_fields import plain
from apparatus.grounds.extremism import is_extremist
from apparatus.grounds.urls import BLANK, fault, parts
from apparatus.model import Entry

WAYBACK = "https://web.archive.org/web/"
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=[T?~%]|\Z)", re.ASCII)
_HOSTS = re.compile(r"(?:web\.archive\.org|archive\.(?:today|ph|is|md|li|vn|fo)|perma\.cc|(?:www\.)?webcitation\.org)")


def archived(entry: Entry) -> str:
    """The address of the archived copy of an entry's ``url``; empty if there can be none.

    ``archiveurl`` is taken as it stands. Otherwise the Wayback Machine is named with the day of ``archivedate`` or ``urldate``, or
    with its year or month if no more is known: it shows the copy nearest to that time. Extremist material has none, nor has an
    entry without a web address, one without a date of either kind, or one whose address is that of an archived copy.
    Source: Internet Archive, "Wayback Machine APIs": /web/YYYYMMDDhhmmss/, of which any number of leading digits will do.
    """
    address = entry["url"].strip()
    if not address or is_extremist(entry) or not on_the_web(address) or is_archived(address):
        return ""
    return copy(entry, address)


def copy(entry: Entry, address: str) -> str:
    """The same for an address already found to be sound, that of no extremist material and of no archived copy."""
    if on_the_web(given := plain(entry["archiveurl"])):
        return given
    digits = _digits(entry["archivedate"]) or _digits(entry["urldate"])
    return f"{WAYBACK}{digits}/{address}" if digits else ""


def is_given(entry: Entry) -> bool:
    """Whether the entry itself names its archived copy, so that somebody has seen one; any other address of a copy is derived."""
    return on_the_web(plain(entry["archiveurl"]))


def is_archived(address: str) -> bool:
    """Whether an address is that of an archived copy, which needs no other."""
    found = parts(address)
    return bool(found and _HOSTS.fullmatch(found.host))


def on_the_web(address: str) -> bool:
    """Whether a string is a whole and sound address that begins with http:// or https:// and names no user."""
    found = parts(address) if not BLANK.search(address) else None
    return bool(found and not found.user and fault(address) is None)


def _digits(date: str) -> str:
    """YYYY, YYYYMM or YYYYMMDD of a single date that the calendar has, else nothing."""
    date = plain(date)
    match = _DAY.match(date)
    return "".join(part or "" for part in match.groups()) if match and dates.one(date) and _is_month(match[2]) else ""


def _is_month(month: str | None) -> bool:
    """Whether it is a month, or none is given; EDTF writes the seasons as months 21 to 24."""
    return month is None or 1 <= int(month) <= 12
