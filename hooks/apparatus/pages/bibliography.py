"""The bibliography: every work once, by kind of source, with the chapters that cite it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from pathlib import PurePosixPath

from apparatus.model import Entry, Monograph, Reference
from apparatus.references import markdown_safe, without_marks

KINDS = {
    "un": ("United Nations", "Resolutions and reports of United Nations bodies."),
    "government": ("Governments", "Publications of governments and their officials."),
    "scholarship": ("Scholarship", "Books, journals, and the studies of research institutes."),
    "press": ("Press", "Newspapers, agencies and news sites."),
    "primary": (
        "Primary sources of armed groups",
        "Statements and magazines of the groups themselves. They are cited so that claims can be traced; "
        "by [policy](../about/policy.md#extremist-material) they are not linked, and no address is given.",
    ),
}

MARKS = {"consulted": "consulted", "consulted-in-part": "via the article; consulted in part"}
HEAD = """---
title: Bibliography
description: Every work the book cites, by kind of source, with the chapters that cite it.
---

# Bibliography

Each work stands here once, with the chapters that cite it.
A work marked *via the article* is cited as Sarkar’s article cites it; the editors have not consulted it for this edition.
*Consulted in part* says that they saw its opening, its abstract or a passage, in a stored copy, for an editorial note.
A work marked *consulted* was read by the editors, in a stored copy, for an [editorial note](editorial-notes.md).
"""


def render(monograph: Monograph, references: Mapping[str, Reference]) -> str:
    """The page's Markdown. Within a kind the order is that of the citation style; unrendered entries are left out."""
    cited = _citing_pages(monograph)
    parts = [HEAD]
    for kind, (heading, what) in KINDS.items():
        entries = [e for e in monograph.by_citekey.values() if PurePosixPath(e.location.path).stem == kind]
        shown = sorted((e for e in entries if e.citekey in references), key=lambda e: references[e.citekey].rank)
        if shown:
            parts.append(f"\n## {heading} {{#{kind}}}\n\n{what}\n\n")
            parts += [_item(entry, references[entry.citekey], cited.get(entry.citekey, {})) for entry in shown]
    return "".join(parts)


def _item(entry: Entry, reference: Reference, places: Mapping[str, str]) -> str:
    marks = [f"*{next((mark for word, mark in MARKS.items() if word in entry.keywords), 'via the article')}*"]
    if "extremist" in entry.keywords:
        marks.append("*not linked*")
    if entry.citekey == "sarkar2020":
        marks = ["*the article*"]
    note = f" {_sentence(entry['note'])}" if entry["note"] else ""
    links = "; ".join(f"[{title}]({path})" for path, title in places.items())
    text = markdown_safe(without_marks(reference.bibliography))
    return (
        f'- <span id="{entry.citekey}" class="work"></span>{text}{note}\n'
        f"    <br>{' · '.join(marks)}{' · cited in ' + links if links else ''}\n"
        "    {: .work }\n\n"
    )


def _sentence(note: str) -> str:
    text = markdown_safe(" ".join(note.replace("{", "").replace("}", "").split()))
    return text if text.endswith(".") else f"{text}."


def _citing_pages(monograph: Monograph) -> dict[str, dict[str, str]]:
    """By citekey: link target (from this page) and title of each page that cites the work, in the book's order."""
    cited: dict[str, dict[str, str]] = {}
    order = {entry.target: number for number, entry in enumerate(monograph.navigation or ())}
    for page in sorted(monograph.pages, key=lambda page: order.get(page.name, len(order))):
        for citation in page.citations:
            path = posixpath.relpath(page.name, "apparatus")
            cited.setdefault(citation.citekey, {})[path] = page.title
    for datum in monograph.data.get("editorial", ()):
        for citation in datum.citations:
            target = f"editorial-notes.md#{str(datum.values.get('id', '')).lower()}"
            cited.setdefault(citation.citekey, {})[target] = f"editorial note {datum.values.get('id', '')}"
    return cited
