"""A page for each work: its reference, what it is used for, every sentence that cites it, the works beside it, the notes about it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from apparatus.evidence import bodies, claims, passages
from apparatus.evidence.passages import Passage
from apparatus.evidence.support import kind
from apparatus.model import Entry, Monograph, Reference
from apparatus.pages import dossier_notes, dossier_passages, dossier_uses, passage_lists, work_heads, work_names
from apparatus.pages.bibliography import KINDS
from apparatus.records import WorkRecord

FOLDER = "apparatus/works"
LONGEST = 100  # characters of a title in a page's description
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]])")
_SIGNS = str.maketrans({"<": "‹", ">": "›", '"': "”"})
_MARKS = {
    "the article": "It is the article that this book restructures.",
    "via the article": "It is cited as the article cites it; the editors have not consulted it for this edition.",
    "via the article; consulted in part": (
        "It is cited as the article cites it; for an editorial note the editors saw a part of it, in a stored copy."
    ),
    "consulted": "The editors read it, in a stored copy, for an editorial note.",
    "not linked": "By [policy](../../about/policy.md#extremist-material) it is not linked, and no address is given.",
}


def pages(monograph: Monograph, references: Mapping[str, Reference], records: Mapping[str, WorkRecord]) -> dict[str, str]:
    """The Markdown of each page by its path below ``docs/``, in the order of the citekeys; unrendered entries have none."""
    titles = _titles(monograph, references)
    entries = [monograph.by_citekey[key] for key in sorted(titles)]
    return {
        f"{FOLDER}/{entry.citekey}.md": _page(entry, monograph, references[entry.citekey], records.get(entry.citekey), titles)
        for entry in entries
    }


def _titles(monograph: Monograph, references: Mapping[str, Reference]) -> dict[str, str]:
    """The heading of each page by citekey: what readers call the work, with the citekey where several works have the same name."""
    titles = {key: work_names.name(entry, references[key]) for key, entry in monograph.by_citekey.items() if key in references}
    folded = Counter(work_heads.plain(title).casefold() for title in titles.values())
    return {key: f"{title} ({key})" if folded[work_heads.plain(title).casefold()] > 1 else title for key, title in titles.items()}


def _page(
    entry: Entry, monograph: Monograph, reference: Reference, record: WorkRecord | None, titles: Mapping[str, str]
) -> str:
    found = passages.by_work(monograph).get(entry.citekey, ())
    head = f"{_matter(titles[entry.citekey], entry.citekey)}\n# {titles[entry.citekey]}\n\n{_place(entry)}"
    first = f"\n## Reference {{#reference}}\n\n{_reference(entry, monograph, reference)}\n{work_heads.copies(entry, reference, record)}"
    sections = {
        "What it is used for {#use": dossier_uses.text(entry.citekey, found, monograph, FOLDER),
        "Passages {#passages": dossier_passages.text(found, FOLDER),
        "Works beside it {#beside": _beside(found, titles),
        "Notes of the article {#notes": dossier_notes.of_article(entry, monograph, FOLDER),
        "Editorial notes {#editorial": dossier_notes.of_editors(entry, monograph, FOLDER),
    }
    return head + first + "".join(f"\n## {heading} {work_heads.UNSEARCHED}}}\n\n{text}" for heading, text in sections.items())


def _matter(heading: str, citekey: str) -> str:
    """The front matter, without signs of HTML, for the theme prints it as it stands. Search puts the pages of works after the chapters."""
    title = _ESCAPE.sub(r"\1", work_heads.plain(heading))
    short = title.strip("‘’")
    if len(short) > LONGEST:
        short = f"{short[:LONGEST].rpartition(' ')[0]} …"
    described = f"Where and for what this book cites {short} ({citekey})."
    quoted = [json.dumps(text.translate(_SIGNS), ensure_ascii=False) for text in (title, described)]
    return f"---\ntitle: {quoted[0]}\ndescription: {quoted[1]}\nsearch:\n  boost: 0.5\n---\n"


def _place(entry: Entry) -> str:
    """Where the page belongs, as a line that follows the title and that the style puts above it: ``Bibliography › Press``."""
    section, _ = KINDS.get(kind(entry), (kind(entry).capitalize(), ""))
    way = f"[Bibliography](../bibliography.md) › [{section}](../bibliography.md#{kind(entry)})"
    return f"{way}\n{{: .work-place {work_heads.UNSEARCHED} }}\n"


def _reported(entry: Entry, monograph: Monograph) -> str:
    """Whose report it is, where the bibliography prints it under the United Nations; and whether the ledger has it under that name."""
    listed = any(entry.citekey in body.works for body in bodies.bodies(claims.claims(monograph), monograph))
    said = "; the [evidence ledger](../evidence.md#bodies) lists it under that name" if listed else ""
    return f"It is a report of the {work_heads.words(bodies.reporter(entry))}{said}."


def _reference(entry: Entry, monograph: Monograph, printed: Reference) -> str:
    states = ["link not yet tried"] * work_heads.is_untried(entry, monograph) + work_heads.states(entry, monograph)
    told = [_MARKS[mark] for mark in work_heads.marks(entry) if not (mark == "the article" and entry["note"])]  # which says so itself
    lines = [" ".join(told)] if told else []
    lines += [_reported(entry, monograph)] if bodies.reporter(entry) else []
    if states:
        lines.append(f"{_upper(' · '.join(states))}.")
    where = KINDS.get(kind(entry), (kind(entry), ""))[0]
    lines.append(f"Kind of source: {where}. Citekey: `{entry.citekey}`, [in the bibliography](../bibliography.md#{entry.citekey}).")
    reference = work_heads.reference(entry, printed, f"../bibliography.md#{entry.citekey}")
    return "\n".join([reference, "{: .work-reference }", "", *lines, ""])


def _upper(text: str) -> str:
    start = 1 if text.startswith("[") else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def _beside(found: Sequence[Passage], titles: Mapping[str, str]) -> str:
    """The other works that its sentences cite, the most frequent first, ties by citekey."""
    counts: dict[str, int] = {}
    for statement in dossier_passages.statements(found):
        for key in statement[0].beside:
            counts[key] = counts.get(key, 0) + (key in titles)
    if not any(counts.values()):
        return "No sentence of this book cites another work beside it.\n"
    order = sorted((key for key, count in counts.items() if count), key=lambda key: (-counts[key], key))
    lines = [f"- [{titles[key]}]({key}.md), in {passage_lists.several(counts[key], 'sentence')}\n" for key in order]
    return "Works that the same sentences cite:\n\n" + "".join(lines)
