"""The register of editorial notes: what the article says, what is open, what the record says, what this edition does."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from apparatus.model import Datum, Monograph, Reference

HEAD = """---
title: Editorial notes
description: Where the article contradicts itself, its sources or the record, and what this edition does about it.
---

# Editorial notes

Here the editors speak, and nobody else.
Each note says what the article states, what is wrong or open, what the record says and on whose authority, and what this edition does.
Where the record could not be verified, the note says so.
The article is not corrected in silence: the chapters keep its account, and a short form of each note stands beside the passage it concerns.

Weight three marks a point that changes how a passage must be read; weight two one that a careful reader should know; weight one a detail.
"""
PARTS = {"article": "The article", "problem": "The problem", "record": "The record", "edition": "This edition"}
KINDS = {
    "contradiction": "contradiction within the article",
    "record": "against the public record",
    "source": "source does not bear the claim",
    "text": "lost or garbled text",
}


def render(monograph: Monograph, references: Mapping[str, Reference]) -> str:
    """The page's Markdown, in the order of the data file."""
    return HEAD + "".join(_note(datum, monograph) for datum in monograph.data.get("editorial", ()))


def _note(datum: Datum, monograph: Monograph) -> str:
    values = datum.values
    name = str(values.get("id", ""))
    places = ", ".join(_places(name, monograph)) or "the whole book"
    lines = [f"\n## {name}. {values.get('title', '')} {{#{name.lower()}}}\n\n"]
    kind = KINDS.get(str(values.get("kind")), str(values.get("kind", "")))
    lines.append(f"Weight {values.get('weight', '')}, {kind}. Stands in: {places}.\n{{: .editorial-head }}\n\n")
    for part, heading in PARTS.items():
        text = " ".join(str(values.get(part) or "").split())
        if text:
            lines.append(f"**{heading}.** {text}\n\n")
    return "".join(lines)


def _places(name: str, monograph: Monograph) -> list[str]:
    """Links to each page that shows the note."""
    return [
        f"[{page.title}]({posixpath.relpath(page.name, 'apparatus')}#editorial-{name.lower()})"
        for page in monograph.pages
        if any(marker.note == name for marker in page.markers)
    ]
