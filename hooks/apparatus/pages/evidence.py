"""The evidence ledger: what the claims of the book rest on, counted for each chapter and for the whole, with every list linked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from apparatus.evidence import ages, bodies, tally, wording
from apparatus.evidence.bodies import Body
from apparatus.evidence.support import article
from apparatus.evidence.tally import Tally
from apparatus.model import Monograph, Reference
from apparatus.pages import evidence_chapters, evidence_tables
from apparatus.pages.evidence_lists import FOLDER, inline, items, place, work
from apparatus.pages.passage_lists import several, times

HEAD = """---
title: Evidence ledger
description: What the claims of this book rest on, by kind of source, by work and by chapter, counted at build from its notes.
---

# Evidence ledger {#evidence}

"""
METHOD = """
## How it is counted {#method}

Everything on this page is counted from the notes of the chapters when the book is built; nothing is entered by hand.

- A *claim* is a sentence of a chapter that carries a note, or that states what needs a source
  (a number, a date, an act, an attribution, a quotation) and carries none.
  In a table a cell with a note counts as one sentence, and a row without notes as one; the head counts only where it carries a note.
- Abstracts, editorial notes, captions of figures and tables, and the closing section “What this chapter rests on” are left out:
  they sum up or comment on what is counted elsewhere.
- The tables of the figures that are drawn from the registers are left out too: they are no prose of the chapters, though
  [Verify mode](../reading.md#verify) shows what supports each of their cells.
- The *kind* of a claim is that of its strongest source, in the order in which the kinds stand in the table below:
  a claim with a book and a newspaper counts under scholarship.
- The article is a source of its own kind.
  A claim *on the article’s author alone* cites the article this book restructures and nothing else.
- A *work* is one entry of the [bibliography](bibliography.md).
  A claim rests on *one work* if its notes name a single one, however often.
- Works are of *one hand* if they share their first author or, without an author, the body that issued them.
  A report that the Security Council prints as its document counts under the body whose report it is.
- Works are of *one publisher or outlet* if the same body published them or, where none is named, they stood in the same periodical.
- Per cent are of the claims of the row, rounded to whole numbers.

This page shows who stands behind the claims;
whether a source is good, and bears its claim, is a matter for the [editorial notes](editorial-notes.md).
"""


def render(monograph: Monograph, references: Mapping[str, Reference]) -> str:
    """The page's Markdown. A book without claims has a page that says so."""
    book, chapters = tally.of_book(monograph), tally.of_chapters(monograph)
    if not book.claims:
        return f"{HEAD}No chapter of this book holds a claim yet.\n"
    parts = [HEAD, _first(book, chapters, monograph, references), METHOD]
    parts += [evidence_tables.kinds(book, chapters), _leaning(book, chapters, monograph, references)]
    parts += [evidence_tables.single(book, chapters), _bodies(book, monograph, references)]
    parts += [_primary(book, monograph, references), _author(book, monograph), _age(book, monograph, references)]
    parts += [evidence_chapters.sections(chapters, monograph, references)]
    return "".join(parts)


def _first(book: Tally, chapters: tuple[Tally, ...], monograph: Monograph, references: Mapping[str, Reference]) -> str:
    """The page in a few sentences: for a reader with one minute."""
    whole, alone = len(book.claims), len(book.author_alone)
    lines = [f"**{alone}** ({wording.per_cent(alone, whole)}) {wording.verb(alone, 'rest')} on the article’s author alone."]
    if book.works:
        lines.append(_most(book, monograph, references))
    single = len(book.single)
    lines.append(
        f"**{single}** ({wording.per_cent(single, whole)}) {wording.verb(single, 'rest')} on [one work only](#single): "
        f"{alone} on the article, {len(book.single_other)} on another work."
    )
    extremist = wording.per_cent(len(book.extremist), whole)
    lines.append(
        f"**{len(book.extremist)}** ({extremist}) {wording.verb(len(book.extremist), 'cite')} [extremist primary material](#primary), "
        "alone or with other works."
    )
    lines.append(f"By their [strongest source](#kinds), {wording.kinds(book)}.")
    told = "".join(f"- {line}\n" for line in lines)
    return f"The book makes {wording.claims(whole)} in {several(len(chapters), 'chapter')}.\n\n{told}"


def _most(book: Tally, monograph: Monograph, references: Mapping[str, Reference]) -> str:
    """The work, or the works, that most of the claims cite which do not rest on the article alone."""
    top, rest = book.most_cited, len(book.claims) - len(book.author_alone)
    first, said = top[0], f"Of the other {rest}, **{top[0].claims}** ({wording.per_cent(top[0].claims, rest)})"
    if first.claims == 1:
        return f"Of the other {rest}, no two cite the same work besides the article."
    if len(top) > 1:
        return f"{said} cite one and the same work, but several works alike: {evidence_tables.tied(book, monograph, references)}."
    return (
        f"{said} {wording.verb(first.claims, 'cite')} one and the same work, {work(first.citekey, monograph, references)}; "
        f"{first.alone} of these {wording.verb(first.alone, 'cite')} nothing else."
    )


def _leaning(book: Tally, chapters: tuple[Tally, ...], monograph: Monograph, references: Mapping[str, Reference]) -> str:
    head = "\n## Leaning on single works {#leaning}\n\n"
    if not book.works:
        return f"{head}No claim cites another work than the article.\n"
    top = book.most_cited
    share = f"{wording.share(top[0].claims, len(book.claims))} {wording.verb(top[0].claims, 'cite')}"
    named = evidence_tables.tied(book, monograph, references)
    most = f"Besides the article, {named} is cited most: {share} it."
    if top[0].claims == 1:
        most = "No work besides the article is cited in more than one claim."
    elif len(top) > 1:
        most = f"Besides the article, {named} are cited most: {share} each of them."
    said = (
        f"{most}\n"
        "The article, which is cited beside other works too, is left out of this section.\n"
    )
    return head + said + evidence_tables.leaning(book, chapters, monograph, references)


def _bodies(book: Tally, monograph: Monograph, references: Mapping[str, Reference]) -> str:
    head = "\n## Authors and bodies with several works {#bodies}\n\n"
    found = bodies.bodies(book.claims, monograph)
    if not found:
        return f"{head}No author or body stands behind more than one of the works cited.\n"
    whole = len(book.claims)
    said = (
        f"{head}Where several works are of one hand, their notes are one voice; "
        "works are put together as [described above](#method).\n\n"
    ) + evidence_tables.bodies(
        "Author or body", found, whole, monograph, references,
        "Authors and bodies with two works or more, the article apart, and the claims that cite any of them.",
    )  # fmt: skip
    outlets = bodies.outlets(book.claims, monograph)
    return said + _outlets(outlets, whole, monograph, references) if outlets else said


def _outlets(outlets: Sequence[Body], whole: int, monograph: Monograph, references: Mapping[str, Reference]) -> str:
    return (
        "\nBehind works of several hands may stand one publisher, press or periodical, which chose and edited them.\n\n"
    ) + evidence_tables.bodies(
        "Publisher or outlet", outlets, whole, monograph, references,
        "Publishers and outlets with two works or more, the article apart; "
        "those with just the works of an author or body above are left out.",
    )  # fmt: skip


def _primary(book: Tally, monograph: Monograph, references: Mapping[str, Reference]) -> str:
    head = "\n## Passages on extremist primary material {#primary}\n\n"
    if not book.extremist:
        return f"{head}No claim cites extremist material.\n"
    strongest, number = len(book.resting_on("primary")), len(book.extremist)
    for_ = str(strongest) if strongest < number else "all"
    said = (
        f"{wording.share(len(book.extremist), len(book.claims))} {wording.verb(len(book.extremist), 'cite')} "
        f"[armed groups’ own words](bibliography.md#primary); for {for_} of them it is the strongest source.\n"
        "Such material is cited so that the reader can see it, and [never linked](../about/policy.md#extremist-material).\n\n"
    )
    return head + said + items(book.extremist, monograph, references)


def _author(book: Tally, monograph: Monograph) -> str:
    key = article(monograph)
    dossier = f" [The article’s page](works/{key}.md#passages) lists each sentence." if key else ""
    return (
        "\n## Passages on the article’s author alone {#author}\n\n"
        f"{wording.share(len(book.author_alone), len(book.claims))} {wording.verb(len(book.author_alone), 'cite')} "
        f"the article and nothing else: the author’s judgements, and what he states without a note.{dossier} "
        "How many there are in each chapter is in the table [above](#single); where they stand is listed with the [chapter](#chapters).\n"
    )


def _age(book: Tally, monograph: Monograph, references: Mapping[str, Reference]) -> str:
    head = "\n## Age of the sources {#age}\n\n"
    found = ages.ages(book.claims, monograph)
    if not found:
        return f"{head}No claim with a source other than the article names a year.\n"
    dated = len({(age.claim.sentence.page.name, age.claim.sentence.span) for age in found})
    said = (
        f"{dated} [claim{'s' * (dated != 1)}](#method) with a source other than the article {'names' if dated == 1 else 'name'} a year; "
        "with several sources a claim counts once for each, "
        f"{times(len(found))} in all.\n"
        "The latest date that the claim names is set against the date of the source, by years; months tell only where both have one.\n"
    )
    early = [age for age in found if age.bucket == "before"]
    lines = [
        f"- {place(age.claim, FOLDER, chapter=True)}: {_time(age.latest)} against {work(age.citekey, monograph, references)}, "
        f"published {_time(age.published)}. “{inline(age.claim.sentence.words)}”\n"
        for age in early
    ]
    told = (
        "\nA source published before a date that its claim names cannot report what happened then. "
        "The date may be that of something else in the sentence, or the source a forecast, "
        "or the note may be astray; these are places to look at, not errors found.\n\n"
        f"{''.join(lines)}"
    )
    return head + said + evidence_tables.age(found) + (told if early else "")


def _time(time: ages.Time) -> str:
    return f"{ages.MONTH_NAMES[time.month - 1]} {time.year}" if time.month else str(time.year)


