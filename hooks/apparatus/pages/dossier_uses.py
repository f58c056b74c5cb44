"""What a work is used for, counted: where it is cited, how many sentences rest on it alone, and what they state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from apparatus.evidence.passages import Passage
from apparatus.grounds import claims
from apparatus.grounds.numbering import numbered
from apparatus.grounds.texts import once
from apparatus.model import Monograph
from apparatus.pages.dossier_passages import statements
from apparatus.pages.passage_lists import relative, several, tally
from apparatus.pages.work_heads import words

BIBLIOGRAPHY = "apparatus/bibliography.md"
_KINDS = ("a date", "a number", "an act of violence", "an attribution", "a person’s act", "a quotation")


def text(citekey: str, found: Sequence[Passage], monograph: Monograph, folder: str) -> str:
    """Markdown: the counts in words, then the sections of pages that cite it, each with its number of citations."""
    if not found:
        return "This book does not cite it.\n"
    groups = statements(found)
    alone = sum(not group[0].beside for group in groups)
    kinds = Counter(claims.reason(group[0].words) for group in groups)
    lines = [f"This book cites it {tally(found)}."]
    if len(groups) == 1:
        lines.append("It is the only source of the sentence." if alone else "The sentence has other sources beside it.")
    else:
        lines.append(f"It is the only source of {alone or 'none'} of the {len(groups)} sentences of this book that cite it.")
    stated = [f"{kind} ({kinds[kind]})" for kind in _KINDS if kinds[kind]] + ([f"none of these ({kinds['']})"] if kinds[""] else [])
    if len(stated) > 1 or not kinds[""]:
        lines.append(f"What the sentences of this book that cite it state, each counted once: {', '.join(stated)}.")
    return "\n".join(lines) + "\n" + _sections(citekey, found, monograph, folder)


def _sections(citekey: str, found: Sequence[Passage], monograph: Monograph, folder: str) -> str:
    """The pages that cite it, each with its sections."""
    known = _by_target(monograph)
    pages: dict[tuple[int | None, str, str], Counter[tuple[str, str]]] = {}
    for passage in found:
        if passage.origin == "page":
            page, _, anchor = passage.target.partition("#")
            section = known.get(passage.target, (anchor, passage.where.strip("“”")))
            pages.setdefault((passage.chapter, passage.title, page), Counter())[section] += 1
    lines = []
    for (chapter, title, page), sections in pages.items():
        head = f"{f'Chapter {chapter}, ' if chapter else ''}[{words(title)}]({relative(page, folder)})"
        places = [f"[{words(name)}]({relative(page, folder)}#{anchor}) {count}" for (anchor, name), count in sections.items()]
        lines.append(f"- {head}: {', '.join(places)}\n")
    intro = f"Sections of this book that cite [it]({relative(BIBLIOGRAPHY, folder)}#{citekey}), with the number of citations:"
    return f"\n{intro}\n\n{''.join(lines)}" if lines else ""


@once
def _by_target(monograph: Monograph) -> Mapping[str, tuple[str, str]]:
    """By the place of a paragraph (``page.md#p4``) the anchor and the words of the heading above it."""
    found: dict[str, tuple[str, str]] = {}
    for page in monograph.pages:
        headings = {heading.anchor: "opening" if heading.level == 1 else heading.text for heading in page.headings}
        for place in numbered(page):
            section = place.paragraph.section
            if section:
                found.setdefault(f"{page.name}#{place.anchor}", (section, headings.get(section, section)))
    return found
