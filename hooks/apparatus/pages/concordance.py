"""The concordance: each note of the article, the work it names, and where this book cites it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from apparatus.model import Datum, Monograph, Page, Reference
from apparatus.references import markdown_safe, title

FOLDER = "apparatus"
HEAD = """---
title: Concordance
description: All 70 notes of the article, the work each names, its locator, and where this book cites it.
---

# Concordance

Sarkar’s article has 70 notes.
This table gives, for each, the work it names with the page as printed, and the sections of this book where the same claim stands with its note.
Short forms such as “Ibid.” and “UNSC, n. 14” are resolved to their works; how the article prints them stands in the second column.
Two notes, 4 and 24, have no text in the copy this edition works from, and are recorded as lost.

| Note | In the article | Work and locator | In this book | Remark |
|---:|---|---|---|---|
"""
CAPTION = """/// table-caption
The notes of the article in their order, with the work that each names and the sections of this book that cite it.
///
"""

STATUS = {
    "full": "full reference",
    "ibid": "Ibid.",
    "short": "short form",
    "lost": "text lost",
    "truncated": "cut off",
    "unspecified": "not a reference",
}
_NOTE_ID = re.compile(r"\bE(\d+)\b")


def render(monograph: Monograph, references: Mapping[str, Reference]) -> str:
    """The page's Markdown: one row a note, in the article's order."""
    rows = [_row(datum, monograph, references) for datum in monograph.data.get("concordance", ())]
    return f"{HEAD}{''.join(rows)}\n{CAPTION}"


def _row(datum: Datum, monograph: Monograph, references: Mapping[str, Reference]) -> str:
    values = datum.values
    note, key = values.get("note", ""), str(values.get("citekey") or "")
    work = _work(key, str(values.get("locator") or ""), monograph, references)
    where = values.get("where") or []
    places = [place(str(target), monograph.by_name, FOLDER) for target in ([where] if isinstance(where, str) else where)]
    remark = _NOTE_ID.sub(lambda m: f"[{m[0]}](editorial-notes.md#{m[0].lower()})", str(values.get("remark") or ""))
    cells = [f'<span id="n{note}">{note}</span>', printed(values), work, "; ".join(places), remark]
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |\n"


def printed(values: Mapping[str, object]) -> str:
    """How the article prints a note: its words where they refer back, else in what state its text is; and whether its mark is lost."""
    text = f"“{values['printed']}”" if values.get("printed") else STATUS.get(str(values.get("status")), "")
    return f"{text}; mark lost" if values.get("mark") == "lost" else text


def _work(citekey: str, locator: str, monograph: Monograph, references: Mapping[str, Reference]) -> str:
    """The work's title, or its symbol where it is a document of the Security Council, linked to the bibliography."""
    if citekey not in references:
        return "lost" if not citekey else f"`{citekey}`"
    symbol = monograph.by_citekey[citekey]["number"]
    text = symbol if symbol.startswith("S/") else markdown_safe(title(references[citekey]))
    return f"[{text}](bibliography.md#{citekey})" + (f", {locator.replace('-', '–')}" if locator else "")


def place(target: str, pages: Mapping[str, Page], folder: str) -> str:
    """A section (``page.md#anchor``) as a link from a page in ``folder``, by the titles of page and section."""
    name, _, anchor = target.partition("#")
    page = pages.get(name)
    heading = next((h.text for h in page.headings if h.anchor == anchor), "") if page and anchor else ""
    text = ", ".join(part for part in (page.title if page else name, f"“{heading}”" if heading else "") if part)
    return f"[{text}]({posixpath.relpath(name, folder)}{'#' + anchor if anchor else ''})"
