"""What a work is used for, counted: how many sentences and claims rest on it alone, what they state, where it is cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from apparatus.evidence import claims as evidence
from apparatus.evidence.passages import Passage
from apparatus.evidence.wording import listed, verb
from apparatus.grounds.claims import reasons
from apparatus.grounds.numbering import numbered
from apparatus.grounds.texts import once
from apparatus.model import Monograph
from apparatus.pages.dossier_passages import statements
from apparatus.pages.passage_lists import relative, tally
from apparatus.pages.work_heads import words

EVIDENCE = "apparatus/evidence.md"
# What sentences do, by what ``claims.reasons`` finds in them. A person’s act is left out: most of what it finds is anything that is
# said of a name.
_KINDS = {
    "a date": ("give", "a date"),
    "a number": ("give", "a number"),
    "an act of violence": ("tell", "of violence"),
    "an attribution": ("report", "what somebody says"),
    "a quotation": ("quote", "a phrase"),
}


def text(citekey: str, found: Sequence[Passage], monograph: Monograph, folder: str) -> str:
    """Markdown: the counts in words, then the sections of pages that cite it, each with its number of citations."""
    if not found:
        return "This book does not cite it.\n"
    groups = statements(found)
    lines = [f"This book cites it {tally(found)}.", _alone(groups)]
    lines += [line for line in (_claims(citekey, monograph, folder), _stated(groups)) if line]
    return "\n".join(lines) + "\n" + _sections(found, monograph, folder)


def _alone(groups: Sequence[Sequence[Passage]]) -> str:
    """How many sentences have no other source."""
    alone, whole = sum(not group[0].beside for group in groups), len(groups)
    if whole == 1:
        return "It is the only source of the sentence." if alone else "The sentence has other sources beside it."
    if not alone:
        return "Each sentence has other sources beside it."
    return f"It is the only source of {'all' if alone == whole else f'{alone} of the'} {whole} sentences of this book that cite it."


def _claims(citekey: str, monograph: Monograph, folder: str) -> str:
    """How many of them the ledger of evidence counts, which leaves out notes of the editors, abstracts, captions and data."""
    cited = [claim for claim in evidence.claims(monograph) if citekey in claim.works]
    alone, number = sum(len(claim.works) == 1 for claim in cited), len(cited)
    if not cited:
        return ""
    ledger = f"([evidence ledger]({relative(EVIDENCE, folder)}#single))"
    if number == 1:
        return f"One sentence is a claim of the chapters, and it cites {'nothing else' if alone else 'other works too'} {ledger}."
    told = "each of those cites other works too"
    if alone:
        told = f"{'all' if alone == number else alone} of those {verb(alone, 'cite')} nothing else"
    return f"{number} of these sentences are claims of the chapters, and {told} {ledger}."


def _stated(groups: Sequence[Sequence[Passage]]) -> str:
    """How many sentences give a date, a number and so on, by their wording; empty where none does."""
    kinds = [[name for name in reasons(group[0].words) if name in _KINDS] for group in groups]
    counts, none = Counter(name for found in kinds for name in found), sum(not found for found in kinds)
    if not counts:
        return ""
    parts, before = [], ""
    for name, (act, what) in _KINDS.items():
        if counts[name]:
            said = [str(counts[name])] * (len(groups) > 1) + [verb(counts[name], act)] * (act != before or len(groups) == 1) + [what]
            parts.append(" ".join(said))
            before = act
    if len(groups) == 1:
        return f"By its wording it {listed(parts)}."
    several = " (a sentence may count under several)" * (len(parts) > 1)
    rest = f", and {none} {verb(none, 'give')} none of these" if none else ""
    return f"Of these {len(groups)} sentences of this book, by their wording, {listed(parts)}{several}{rest}."


def _sections(found: Sequence[Passage], monograph: Monograph, folder: str) -> str:
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
        places = [f"[{words(name)}]({relative(page, folder)}#{anchor}) ({count})" for (anchor, name), count in sections.items()]
        lines.append(f"- {head}: {'; '.join(places)}\n")
    return f"\nWhere it is cited ([each sentence](#passages)):\n\n{''.join(lines)}" if lines else ""


@once
def _by_target(monograph: Monograph) -> Mapping[str, tuple[str, str]]:
    """By the place of a paragraph (``page.md#p4``) the anchor and the words of the heading above it."""
    found: dict[str, tuple[str, str]] = {}
    for page in monograph.pages:
        headings = {heading.anchor: "before the first heading" if heading.level == 1 else heading.text for heading in page.headings}
        for place in numbered(page):
            section = place.paragraph.section
            if section:
                found.setdefault(f"{page.name}#{place.anchor}", (section, headings.get(section, section)))
    return found
