"""The sections of the evidence ledger on single chapters: what the claims rest on in words, the works, and where the claims stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from apparatus.evidence import wording
from apparatus.evidence.claims import Claim
from apparatus.evidence.tally import Tally
from apparatus.model import Monograph, Reference
from apparatus.pages.evidence_lists import FOLDER, inline, places, work
from apparatus.pages.evidence_tables import MOST, works
from apparatus.pages.passage_lists import relative

MOST_FULL = 100  # chapters
_NUMBERS = ("", "one work", "two works", "three works", "four works", "five works")


def sections(chapters: Sequence[Tally], monograph: Monograph, references: Mapping[str, Reference]) -> str:
    """One section for each chapter, in the order of the book; in a book of very many they have no tables and lists."""
    full = len(chapters) <= MOST_FULL
    return "\n## Chapter by chapter {#chapters}\n" + "".join(_section(tally, monograph, references, full) for tally in chapters)


def _section(tally: Tally, monograph: Monograph, references: Mapping[str, Reference], full: bool) -> str:
    chapter = tally.chapter
    head = f"\n### {chapter.number}. {inline(chapter.page.title)} {{#{chapter.slug}}}\n\n"
    if not tally.claims:
        return f"{head}This chapter holds no claim.\n"
    link = f"[the chapter]({relative(chapter.page.name, FOLDER)})"
    said = f"Of the {wording.claims(len(tally.claims))} of {link}, {wording.kinds(tally)}.\n"
    if tally.works:
        top = tally.works[0]
        share = wording.share(top.claims, len(tally.claims))
        said += f"Cited most, the article apart, is {work(top.citekey, monograph, references)}: {share}.\n"
    if full and tally.works:
        shown = tally.works[:MOST]
        caption = f"The {_NUMBERS[len(shown)]} with most claims in this chapter, the article apart."
        said += "\n" + works(tally, shown, monograph, references, caption)
    elif not tally.works:
        said += "No other work than the article is cited.\n"
    return head + said + (_lists(tally, monograph, references) if full else "")


def _lists(tally: Tally, monograph: Monograph, references: Mapping[str, Reference]) -> str:
    """Where the claims on one work stand, in a box that opens."""
    lines = []
    by_work: dict[str, list[Claim]] = {}
    for claim in tally.single_other:
        by_work.setdefault(claim.works[0], []).append(claim)
    for weight in tally.works:
        if weight.citekey in by_work:
            lines.append(f"    - {work(weight.citekey, monograph, references)}: {places(by_work[weight.citekey], FOLDER)}\n")
    if tally.author_alone:
        lines.append(f"    - The article’s author alone: {places(tally.author_alone, FOLDER)}\n")
    if unsupported := tally.resting_on("none"):
        lines.append(f"    - No note of its own: {places(unsupported, FOLDER)}\n")
    return f'\n??? claims "Where the {wording.claims(len(tally.single))} on one work only stand"\n\n{"".join(lines)}' if lines else ""
