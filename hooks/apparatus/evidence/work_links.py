"""What there is to say of the link to a work: where the work is found, how its link fared, and the copies and documents beside it."""

from __future__ import annotations

from apparatus.grounds.archives import archived, is_given
from apparatus.grounds.extremism import is_extremist
from apparatus.grounds.un_symbols import official
from apparatus.model import Entry, LinkRow, Monograph


def address(entry: Entry) -> str:
    """Where the book leads readers to the work: the entry's ``url``, else its official document; empty for extremist material."""
    return "" if is_extremist(entry) else entry["url"].strip() or official(entry)


def row(entry: Entry, monograph: Monograph) -> LinkRow | None:
    """What the link ledger says of that address."""
    return monograph.by_url.get(address(entry))


def fared(monograph: Monograph) -> dict[str, int]:
    """How many addresses of works the ledger has with each status, in the order of the statuses; each address once, none left at 0."""
    rows = {found.url: found for entry in monograph.entries if (found := row(entry, monograph))}
    counts = {status: sum(found.status == status for found in rows.values()) for status in ("alive", "dead", "unknown", "unchecked")}
    return {status: number for status, number in counts.items() if number}


def copy(entry: Entry) -> str:
    """Markdown: a link to the archived copy that the entry names, or to where the Wayback Machine would keep one; empty if neither."""
    if not (where := archived(entry)):
        return ""
    if is_given(entry):
        return f'[archived copy](<{where}>){{.archived title="The copy that the entry names"}}'
    return f'[Wayback Machine](<{where}>){{.archived title="Derived from the day of access; it may hold no copy"}}'


def document(entry: Entry) -> str:
    """Markdown: a link to the official document of an entry that names it by its symbol alone; empty otherwise."""
    found = official(entry)
    return f"[{found.removeprefix('https://')}](<{found}>)" if found else ""
