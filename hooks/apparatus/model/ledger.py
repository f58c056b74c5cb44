"""What the link ledger says of one address on the web: when it came into the book, when it was last asked for, and with what answer."""

from __future__ import annotations

from dataclasses import dataclass

from apparatus.model.places import Location

STATUSES = ("unchecked", "alive", "dead", "unknown")


@dataclass(frozen=True)
class LinkRow:
    """One line of ``bib/links.lock``, each field as written; a field that says ``-``, nothing, is the empty string.

    Dates are days (``2026-11-22``); ``detail`` is an HTTP code or a word (``timeout``); ``archive`` is where an archived copy is
    to be found, ``redirect`` the address to which the answer finally led.
    """

    url: str
    first_seen: str
    last_checked: str
    status: str
    detail: str
    archive: str
    redirect: str
    location: Location
