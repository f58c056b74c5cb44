"""The charts of the evidence ledger, and behind each the table with the same numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from apparatus.drawing.chart import LONGEST
from apparatus.evidence.ages import BUCKETS, Age
from apparatus.evidence.bodies import Body
from apparatus.evidence.support import SUPPORTS
from apparatus.evidence.tally import Tally, Weight
from apparatus.evidence.wording import listed, per_cent
from apparatus.model import Monograph, Reference
from apparatus.pages.evidence_lists import inline, name, work

MOST = 5  # works shown for the book and for each chapter
MOST_TIED = 3  # works named where equally many claims cite them
_HEADS = ("Scholarship", "UN, gov.", "Press", "Groups", "Author alone", "No note")  # narrow; the caption has them in full
MOST_BARS = 60  # chapters; a book of more has one bar for the whole


def kinds(book: Tally, chapters: Sequence[Tally]) -> str:
    """Claims by their strongest source: the section with its chart and its table."""
    labels = [label for label, _ in SUPPORTS.values()]
    data = {"series": " | ".join(labels), "colours": " | ".join(SUPPORTS), "scale": "share", "unit": "claims"}
    drawn = (book, *chapters) if len(chapters) <= MOST_BARS else (book,)
    rows = [(_plain(tally), [len(tally.resting_on(support)) for support in SUPPORTS]) for tally in drawn]
    lines = [
        f"| {_linked(tally)} | {len(tally.claims)} | " + " | ".join(_cell(tally.resting_on(support), tally) for support in SUPPORTS) + " |"
        for tally in (*chapters, book)
    ]
    said = "\n## What the claims rest on {#kinds}\n\nEach claim counts once, under the strongest kind of source that it cites.\n\n"
    return (
        said
        + chart(
            "What the claims of the book and its chapters rest on" if len(drawn) > 1 else "What the claims of the book rest on",
            f"One bar for the whole book{' and one for each chapter' * (len(drawn) > 1)}, divided by the strongest kind of source: "
            f"{', '.join(labels)}. The table below, in a box that opens, gives every number.",
            data, rows, "Per cent of the claims by their strongest source; parts too narrow for a number are in the table. "
            "Counted as [described above](#method).",
        )
        + folded(
            "The numbers of every chapter",
            table(
                ("Chapter", "Claims", *_HEADS), "|---|---:|" + "---:|" * len(_HEADS), lines,
                "Claims by their strongest source, with per cent of the chapter’s claims. "
                f"{'; '.join(f'{head}: {label}' for head, label in zip(_HEADS, labels, strict=True) if head != label)}.",
            ),
        )
    )  # fmt: skip


def leaning(book: Tally, chapters: Sequence[Tally], monograph: Monograph, references: Mapping[str, Reference]) -> str:
    """The works cited most, in the book and at the head of each chapter."""
    shown = book.works[:MOST]
    rows = [(name(weight.citekey, monograph, references), [weight.alone, weight.claims - weight.alone]) for weight in shown]
    data = {
        "series": "Nothing else cited | Other works beside it", "colours": "plain | none", "of": str(len(book.claims)), "unit": "claims"
    }  # fmt: skip
    tops = [f"| {_linked(tally)} | {len(tally.claims)} | {_top(tally, monograph, references)} |" for tally in chapters]
    return (
        "\n"
        + chart(
            f"The {len(shown)} works with most claims in the whole book",
            "One bar for each work, divided into claims that cite nothing else and claims that cite other works beside it. "
            "The table below gives every number.",
            data, rows, "The works cited most, by claims, with per cent of all claims of the book. Counted as [described above](#method).",
        )
        + works(book, shown, monograph, references,
                "The works with most claims in the whole book, the article apart; of equals, the first by citekey.")
        + "\n"
        + folded(
            "The works that each chapter cites most",
            table(("Chapter", "Claims", "Most cited", "In claims", "Share"), "|---|---:|---|---:|---:|", tops,
                  "The works that each chapter cites in most claims, the article apart, where more than one claim cites them."),
        )
    )  # fmt: skip


def works(tally: Tally, shown: Iterable[Weight], monograph: Monograph, references: Mapping[str, Reference], caption: str) -> str:
    """A table of works with their claims, their share of all, and the claims that cite nothing else."""
    rows = [
        f"| {work(weight.citekey, monograph, references)} | {weight.claims} | {per_cent(weight.claims, len(tally.claims))} | "
        f"{weight.alone} |"
        for weight in shown
    ]
    return table(("Work", "Claims", "Share", "Nothing else cited"), "|---|---:|---:|---:|", rows, caption)


def single(book: Tally, chapters: Sequence[Tally]) -> str:
    """Claims that rest on one work only, by chapter."""
    rows = [
        f"| {_linked(tally)} | {len(tally.claims)} | {_cell(tally.single, tally)} | {_cell(tally.author_alone, tally)} | "
        f"{_cell(tally.single_other, tally)} |"
        for tally in (*chapters, book)
    ]
    return (
        "\n## Claims on one work only {#single}\n\n"
        "A claim with one work stands or falls with it. Which claims these are is listed with each [chapter](#chapters), by work.\n\n"
        + folded(
            "Claims on one work only, by chapter",
            table(
                ("Chapter", "Claims", "One work only", "of these the article", "of these another work"), "|---|---:|---:|---:|---:|", rows,
                "Claims that rest on one work only, with per cent of the chapter’s claims.",
            ),
        )
    )  # fmt: skip


def bodies(
    who: str, found: Iterable[Body], whole: int, monograph: Monograph, references: Mapping[str, Reference], caption: str
) -> str:
    """A table of authors, bodies or outlets with their works and claims; shares are of ``whole``."""
    rows = [
        f"| {inline(body.name)} | {len(body.works)} | {body.claims} | {per_cent(body.claims, whole)} | "
        f"{'; '.join(work(key, monograph, references, short=True) for key in body.works)} |"
        for body in found
    ]
    return table((who, "Works", "Claims", "Share", "Which"), "|---|---:|---:|---:|---|", rows, caption)


def age(found: Sequence[Age]) -> str:
    """How long after the latest date named the sources were published."""
    counts = Counter(age.bucket for age in found)
    shown = [bucket for bucket in BUCKETS if counts[bucket] or bucket != "undated"]
    rows = [(BUCKETS[bucket], [counts[bucket]]) for bucket in shown]
    lines = [f"| {BUCKETS[bucket]} | {counts[bucket]} | {per_cent(counts[bucket], len(found))} |" for bucket in shown]
    return (
        "\n"
        + chart(
            "When the sources were published, against the latest date that the claim names",
            "One bar for each span of time. The table below gives every number.",
            {"of": str(len(found))}, rows,
            "Claims by the time between the latest date that they name and the source, once for each source. "
            "Counted as [described above](#age).",
        )
        + table(
            ("Source published", "Claims with a source", "Share"), "|---|---:|---:|", lines,
            "Age of the sources against the latest date that the claim names.",
        )
    )  # fmt: skip


def chart(title: str, description: str, data: Mapping[str, str], rows: Iterable[tuple[str, Iterable[int]]], caption: str) -> str:
    """A ``bars`` fence with its caption."""
    lines = [f"title: {title}", f"description: {description}", *(f"{setting}: {value}" for setting, value in data.items())]
    lines += [" | ".join((label[:LONGEST].replace("|", "\\|"), *map(str, values))) for label, values in rows]
    return "```bars\n" + "\n".join(lines) + f"\n```\n\n/// figure-caption\n{caption}\n///\n\n"


def table(head: Sequence[str], rule: str, rows: Iterable[str], caption: str) -> str:
    """A table with its caption; rows are complete lines."""
    return "\n".join([f"| {' | '.join(head)} |", rule, *rows]) + f"\n\n/// table-caption\n{caption}\n///\n"


def folded(title: str, blocks: str) -> str:
    """A box that opens, with its title; the blocks in it, complete lines."""
    lines = [f"    {line}" if line else "" for line in blocks.strip("\n").split("\n")]
    return f'\n??? claims "{title}"\n\n' + "\n".join(lines) + "\n"


def tied(tally: Tally, monograph: Monograph, references: Mapping[str, Reference]) -> str:
    """The works cited most, as a list in a sentence; of more than a few that are equal only how many."""
    top = tally.most_cited
    if len(top) > MOST_TIED:
        return f"{len(top)} works"
    return listed([work(weight.citekey, monograph, references) for weight in top])


def _top(tally: Tally, monograph: Monograph, references: Mapping[str, Reference]) -> str:
    top = tally.most_cited
    if not top or top[0].claims == 1:
        return "none in more than one claim | – | –" if top else "none | 0 | 0\u00a0%"
    each = " each" * (len(top) > 1)
    return f"{tied(tally, monograph, references)} | {top[0].claims}{each} | {per_cent(top[0].claims, len(tally.claims))}{each}"


def _cell(claims: Sequence, tally: Tally) -> str:
    return f"{len(claims)}\u00a0({per_cent(len(claims), len(tally.claims))})" if claims else "0"


def _plain(tally: Tally) -> str:
    return f"{tally.chapter.number}. {tally.chapter.page.title}" if tally.chapter else "Whole book"


def _linked(tally: Tally) -> str:
    """The chapter as a link to its section of the ledger."""
    return f"[{inline(_plain(tally))}](#{tally.chapter.slug})" if tally.chapter else "**[Whole book](#evidence)**"
