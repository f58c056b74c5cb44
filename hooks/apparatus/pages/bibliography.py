"""The bibliography: every work once, by kind of source, with every passage that cites it and the forms to copy it from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from apparatus.evidence import passages, work_links
from apparatus.evidence.passages import Passage
from apparatus.evidence.support import kind
from apparatus.evidence.wording import listed
from apparatus.grounds.archives import archived, is_given
from apparatus.grounds.un_symbols import official
from apparatus.model import Entry, Monograph, Reference
from apparatus.pages import passage_lists, work_heads
from apparatus.records import WorkRecord

FOLDER = "apparatus"
MOST = 10  # places that are shown without opening a box
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
HEAD = """---
title: Bibliography
description: Every work the book cites, by kind of source, with every passage that cites it.
---

# Bibliography

Each work stands here once, with the paragraphs of this book that cite it and the page or section they cite.
A work marked *via the article* is cited as Sarkar’s article cites it; the editors have not consulted it for this edition.
*Consulted in part* says that they saw its opening, its abstract or a passage, in a stored copy, for an editorial note.
A work marked *consulted* was read by the editors, in a stored copy, for an [editorial note](editorial-notes.md).
"""
FILES = """
The whole bibliography for reference managers: [BibTeX](../downloads/bibliography.bib), [RIS](../downloads/bibliography.ris), [CSL-JSON](../downloads/bibliography.json).
{: .downloads }
"""


_FARED = {
    "alive": "led somewhere when last tried",
    "dead": "led nowhere",
    "unknown": "gave no clear answer",
}


def render(monograph: Monograph, references: Mapping[str, Reference], records: Mapping[str, WorkRecord]) -> str:
    """The page's Markdown. Within a kind the order is that of the citation style; unrendered entries are left out.

    Works of a file of ``bib/`` that is none of the known kinds come last, under its name.
    """
    parts = [HEAD, _links(monograph), FILES]
    by_kind: dict[str, list[Entry]] = {name: [] for name in KINDS}
    for entry in sorted((e for e in monograph.by_citekey.values() if e.citekey in references), key=lambda e: references[e.citekey].rank):
        by_kind.setdefault(kind(entry), []).append(entry)
    for name, entries in by_kind.items():
        if entries:
            heading, what = KINDS.get(name, (name.capitalize(), f"Works kept in `{entries[0].location.path}`."))
            items = "".join(_item(entry, monograph, references[entry.citekey], records.get(entry.citekey)) for entry in entries)
            parts.append(f'\n## {heading} {{#{name}}}\n\n{what}\n\n<ul class="works" markdown="block">\n{items}</ul>\n')
    return "".join(parts)


def _links(monograph: Monograph) -> str:
    """What is known of the links below, in sentences on a line of their own; empty if no address has a row in the ledger."""
    fared = work_links.fared(monograph)
    if not fared:
        return ""
    said = [_fared(fared)]
    if any(archived(entry) and not is_given(entry) for entry in monograph.entries):
        said.append("This book derives its links to the Wayback Machine from the day of access, and the archive may hold no copy there.")
    if any(map(official, monograph.entries)):
        said.append("This book derives the address of an official document from its symbol.")
    return f"\n{' '.join(said)}\n"


def _fared(fared: Mapping[str, int]) -> str:
    """``Of the 133 links of this bibliography 120 led somewhere when last tried, 9 led nowhere and 4 have not been tried yet.``"""
    whole = sum(fared.values())
    if fared.keys() == {"unchecked"}:
        said = "The one link of this bibliography has not" if whole == 1 else f"None of the {whole} links of this bibliography has"
        return f"{said} been tried yet."
    parts = [f"{fared[status]} {_FARED[status]}" for status in _FARED if status in fared]
    if number := fared.get("unchecked", 0):
        parts.append(f"{number} {'has' if number == 1 else 'have'} not been tried yet")
    return f"Of the {whole} links of this bibliography {listed(parts)}."


def _item(entry: Entry, monograph: Monograph, reference: Reference, record: WorkRecord | None) -> str:
    key = entry.citekey
    said = [f"*{mark}*" for mark in work_heads.marks(entry)] + work_heads.states(entry, monograph)
    said.append(f"[page of this work: all passages](works/{key}.md)")
    return (
        f'<li class="work" id="{key}" markdown="block">\n\n'
        f"{work_heads.reference(entry, reference, f'works/{key}.md')}\n\n"
        f"{' · '.join(said)}\n{{: .work-marks data-search-exclude=true }}\n\n"
        f"{_cited(key, passages.by_work(monograph).get(key, ()))}\n"
        f"{work_heads.copies(entry, reference, record)}\n</li>\n"
    )


def _cited(citekey: str, found: Sequence[Passage]) -> str:
    """Every passage: in a line if they are few, otherwise in a box that opens, a line for each chapter."""
    homes = {home: passage_lists.listed(group, FOLDER) for home, group in passage_lists.by_home(found).items()}
    if len(found) <= MOST:
        places = " ·\n    ".join(f"{home}: {places}" for home, places in homes.items())
        return f"Cited in {places}\n{{: .work-passages data-search-exclude=true }}\n" if found else "Cited nowhere in this book.\n"
    lines = "".join(f"- {home}: {places}\n" for home, places in homes.items())
    return (
        '<details class="work-passages" data-search-exclude="true" markdown="block">'
        f"<summary>Cited in this book {passage_lists.tally(found)}</summary>\n\n"
        f"By chapter; in full on the [page of this work](works/{citekey}.md#passages):\n\n{lines}\n</details>\n"
    )
