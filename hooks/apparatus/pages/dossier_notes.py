"""The notes about a work: those of the article that name it, by the concordance, and those of the editors that touch it."""

from __future__ import annotations

import re

from apparatus.evidence.passages import home
from apparatus.evidence.support import ARTICLE
from apparatus.model import Datum, Entry, Monograph
from apparatus.pages.concordance import place, printed
from apparatus.pages.passage_lists import relative, times
from apparatus.pages.work_heads import words

_CONCORDANCE = "apparatus/concordance.md"
_NOTE_ID = re.compile(r"\bE\d+\b")


def of_article(entry: Entry, monograph: Monograph, folder: str) -> str:
    """Markdown: the rows of the concordance that name the work, in its order, with locator, status and the sections that cite it."""
    if ARTICLE in entry.keywords:
        return f"The article’s own notes, each with the work it names, stand in the [concordance]({relative(_CONCORDANCE, folder)}).\n"
    lines = [_row(row, monograph, folder) for row in _rows(entry, monograph)]
    if not lines:
        return "No note of the article names it.\n"
    return f"Notes of the article that name it:\n\n{''.join(lines)}"


def of_editors(entry: Entry, monograph: Monograph, folder: str) -> str:
    """Markdown: the editorial notes that cite the work, or that the concordance names in a remark on one of its notes."""
    remarks: dict[str, list[str]] = {}
    for row in _rows(entry, monograph):
        for name in dict.fromkeys(_NOTE_ID.findall(str(row.values.get("remark") or ""))):
            remarks.setdefault(name, []).append(str(row.values.get("note", "")))
    lines = []
    for datum in monograph.data.get("editorial", ()):
        name = str(datum.values.get("id", ""))
        cited = sum(citation.citekey == entry.citekey for citation in datum.citations)
        said = [f"cites it {times(cited)}"] if cited else []
        said += [f"named in the remark on the article’s note {note}" for note in remarks.get(name, ())]
        if said:
            target = relative(home("editorial", datum)[0], folder)
            lines.append(f"- [{name}. {words(str(datum.values.get('title', '')))}]({target}): {', '.join(said)}\n")
    return "".join(lines) or "No editorial note touches it.\n"


def _rows(entry: Entry, monograph: Monograph) -> list[Datum]:
    return [row for row in monograph.data.get("concordance", ()) if row.values.get("citekey") == entry.citekey]


def _row(row: Datum, monograph: Monograph, folder: str) -> str:
    values = row.values
    number, locator = values.get("note", ""), str(values.get("locator") or "").replace("-", "–")
    where = values.get("where") or []
    places = [place(str(target), monograph.by_name, folder) for target in ([where] if isinstance(where, str) else where)]
    said = "; ".join(part for part in (words(locator), printed(values)) if part)
    stands = f"; stands in {', '.join(places)}" if places else ""
    return f"- [Note {number}]({relative(_CONCORDANCE, folder)}#n{number}): {said}{stands}\n"
