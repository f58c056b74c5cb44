"""Works that stand together: those of one hand (first author, or the body that issued them), those of one publisher or outlet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from apparatus.evidence.claims import Claim
from apparatus.evidence.support import article
from apparatus.grounds import names
from apparatus.grounds.entry_fields import plain
from apparatus.grounds.works import letters
from apparatus.model import Entry, Monograph

# The United Nations print reports of their teams, panels and officers as documents of the organ that asked for them.
_REPORT_OF = re.compile(
    r"\b[Rr]eport of the ((?!Security Council|General Assembly)[A-Z].*?)(?= [Ss]ubmitted| [Pp]ursuant| [Ee]stablished|[,:(]| on |\Z)"
)
_FIELDS = ("author", "editor", "organization", "institution", "publisher")
_OUTLETS = ("organization", "institution", "publisher", "journaltitle", "journal", "booktitle")


@dataclass(frozen=True)
class Body:
    """An author, body or outlet: its name, its works that claims cite, by citekey, and the number of claims that cite any of them."""

    name: str
    works: tuple[str, ...]
    claims: int


def bodies(claims: Iterable[Claim], monograph: Monograph) -> tuple[Body, ...]:
    """The hands with two works or more, most claims first, then by name. The article itself is left out."""
    return _several(claims, monograph, hand)


def outlets(claims: Iterable[Claim], monograph: Monograph) -> tuple[Body, ...]:
    """The publishers and outlets with two works or more, in the same order; without those whose works are just those of a hand."""
    listed = tuple(claims)
    known = {body.works for body in bodies(listed, monograph)}
    return tuple(body for body in _several(listed, monograph, outlet) if body.works not in known)


def _several(claims: Iterable[Claim], monograph: Monograph, named: Callable[[Entry], str]) -> tuple[Body, ...]:
    """The works put together by the name that each has from ``named``; works without a name stay alone."""
    works: dict[str, set[str]] = {}
    counted: dict[str, int] = {}
    shown: dict[str, str] = {}
    own = article(monograph)
    for claim in claims:
        found = {key: named(monograph.by_citekey[key]) for key in claim.works if key != own}
        for key, name in found.items():
            works.setdefault(letters(name), set()).add(key)
            shown.setdefault(letters(name), name)
        for name in {letters(name) for name in found.values()}:
            counted[name] = counted.get(name, 0) + 1
    several = [Body(shown[name], tuple(sorted(keys)), counted[name]) for name, keys in works.items() if name and len(keys) > 1]
    return tuple(sorted(several, key=lambda body: (-body.claims, body.name)))


def hands(entry: Entry) -> str:
    """All who made it, as a list names them: one, ``A and B``, or ``A and others``; as ``hand`` where no author is named."""
    listed = [name for name in names.split(entry["author"]) if name.text]
    if len(listed) < 2 or not hand(entry):
        return hand(entry)
    return f"{hand(entry)} and {_shown(listed[1], 'author') if len(listed) == 2 else 'others'}"


def hand(entry: Entry) -> str:
    """The first author, else the first editor, else the body that issued it, given name first; empty where nobody is named.

    A report in the documents of the United Nations counts under the body that its title names.
    """
    return reporter(entry) or _issuer(entry)


def reporter(entry: Entry) -> str:
    """The team, panel or officer whose report the United Nations print as a document of theirs, by its title; else empty."""
    match = _REPORT_OF.search(plain(entry["title"])) if _issuer(entry).startswith("United Nations") else None
    return match[1] if match else ""


def outlet(entry: Entry) -> str:
    """The body that published it, else the periodical or collection that it appeared in; empty where neither is named."""
    return next((first for field in _OUTLETS if (first := _first(entry, field))), "")


def _issuer(entry: Entry) -> str:
    return next((first for field in _FIELDS if (first := _first(entry, field))), "")


def _first(entry: Entry, field: str) -> str:
    """The first name of a list; one in square brackets (“[Unsigned]”) names nobody."""
    first = next((name for name in names.split(entry[field]) if name.text), None)
    return "" if first is None or plain(first.text).startswith("[") else _shown(first, field)


def _shown(name: names.Name, field: str) -> str:
    """A name, given name first."""
    if name.text in ("others", "{others}"):
        return "others"
    if name.braced or field not in ("author", "editor") or "," not in name.bare:
        return plain(name.text)
    family, _, given = name.text.rpartition(",")
    return f"{plain(given)} {plain(family)}"
