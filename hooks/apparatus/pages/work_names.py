"""What readers call a work: its author and title with the year, or the symbol of a document of the United Nations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.evidence import bodies
from apparatus.grounds import names
from apparatus.grounds.un_symbols import is_symbol
from apparatus.model import Entry, Reference
from apparatus.pages.work_heads import heading, words

_CALLED = {"Analytical Support and Sanctions Monitoring Team": "Monitoring Team"}  # who reports to the United Nations, as readers know them
_PEOPLE, _BODIES = ("author", "editor"), ("organization", "institution", "publisher")
_SUBTITLE = re.compile(r"(<em>[^<>:]{6,}): [^<>]*(?=</em>)")  # of a book; other titles lose too much by a cut
_YEAR = re.compile(r"\d{4}")


def name(entry: Entry, printed: Reference) -> str:
    """``Giustozzi, <em>The Islamic State in Khorasan</em> (2018)``, ``UN Monitoring Team, S/2020/53``; Markdown on one line.

    A work without names is called by its title, one without date has no year. Two works may have one name.
    """
    number = entry["number"].strip()
    if is_symbol(number) and entry.kind not in ("article", "incollection"):
        return words(", ".join(filter(None, [_hand(entry), number])))
    title = _SUBTITLE.sub(r"\1", heading(printed))
    year = _YEAR.match(entry["date"] or entry["year"])
    return ", ".join(filter(None, [words(_hand(entry)), title])) + (f" ({year[0]})" if year else "")


def _hand(entry: Entry) -> str:
    """Who made it: up to two family names, the first of more, or a body; empty if the entry names nobody."""
    if reporter := bodies.reporter(entry):
        return f"UN {_CALLED.get(reporter, reporter)}"
    found = next((shown for field in _PEOPLE if (shown := list(_shown(entry[field])))), [])
    if not found:
        return next((_bare(entry[field]) for field in _BODIES if entry[field]), "")
    said = f"{found[0]} and others" if len(found) > 2 or found[1:] == ["others"] else " and ".join(found)
    return re.sub(r"^United Nations\b(?=.)", "UN", said)


def _shown(value: str) -> Iterator[str]:
    """The names of a list as a short reference gives them: family names, bodies whole."""
    for each in names.split(value):
        text = _bare(each.text)
        if each.braced or names.is_body(each) or text == "others":
            yield text
        elif text:
            yield text.partition(",")[0] if "," in text else text.rpartition(" ")[2]


def _bare(value: str) -> str:
    return " ".join(re.sub(r"[{}]", "", value).replace("\\&", "&").split())
