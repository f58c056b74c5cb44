"""The sections of the evidence ledger on single chapters: what the claims rest on in words, the works, and where the claims stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from apparatus.evidence import wording
from apparatus.evidence.claims import Claim
from apparatus.evidence.tally import Tally
from apparatus.model import Monograph, Reference
from apparatus.pages.evidence_lists import FOLDER, inline, places, work
from apparatus.pages.evidence_tables import MOST, folded, tied, works
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
    said += f"{_most(tally, monograph, references)}\n"
    return head + said + (_box(tally, monograph, references) if full else "")


def _most(tally: Tally, monograph: Monograph, references: Mapping[str, Reference]) -> str:
    """The works that most claims of the chapter cite, in a sentence."""
    top = tally.most_cited
    if not top:
        return "No other work than the article is cited."
    if top[0].claims == 1:
        return "No work besides the article is cited in more than one claim."
    said, share = tied(tally, monograph, references), wording.share(top[0].claims, len(tally.claims))
    return f"Cited most, the article apart, {'is' if len(top) == 1 else 'are'} {said}: {share}{' each' * (len(top) > 1)}."


def _box(tally: Tally, monograph: Monograph, references: Mapping[str, Reference]) -> str:
    """The works with most claims, then where the claims on one work stand, in a box that opens."""
    shown = tally.works[:MOST]
    title = f"Where the {wording.claims(len(tally.single))} on one work only stand"
    blocks = []
    if shown:
        caption = f"The {_NUMBERS[len(shown)]} with most claims in this chapter, the article apart; of equals, the first by citekey."
        blocks.append(works(tally, shown, monograph, references, caption))
        title = f"The works cited most, and where the {wording.claims(len(tally.single))} on one work only stand"
    if lines := _places(tally, monograph, references):
        blocks.append("".join(lines))
    return folded(title, "\n".join(blocks)) if blocks else ""


def _places(tally: Tally, monograph: Monograph, references: Mapping[str, Reference]) -> list[str]:
    """Where the claims on one work stand, a line for each work; then those without a note."""
    lines = []
    by_work: dict[str, list[Claim]] = {}
    for claim in tally.single_other:
        by_work.setdefault(claim.works[0], []).append(claim)
    for weight in tally.works:
        if weight.citekey in by_work:
            lines.append(f"- {work(weight.citekey, monograph, references)}: {places(by_work[weight.citekey], FOLDER)}\n")
    if tally.author_alone:
        lines.append(f"- The article’s author alone: {places(tally.author_alone, FOLDER)}\n")
    if unsupported := tally.resting_on("none"):
        lines.append(f"- No note of its own: {places(unsupported, FOLDER)}\n")
    return lines
