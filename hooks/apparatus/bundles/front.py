"""What stands at the head of a chapter's Markdown: who, what, when, under which licence, and how pandoc is to set its notes."""

from __future__ import annotations

import json

from apparatus.bundles.escaping import escaped
from apparatus.volume.nodes import Division, Imprint

WORKS = "Works cited"  # the heading of the bibliography that pandoc adds


def matter(division: Division, imprint: Imprint, bibliography: str, style: str) -> str:
    """The front matter as YAML, whose texts pandoc reads as Markdown; with both of its marks and a line end."""
    where = f"Chapter {division.number} of " if division.number else "From "
    book = f"{imprint.title}. {imprint.subtitle}".removesuffix(". ")
    fields = {
        "title": escaped(division.title),
        "subtitle": escaped(f"{where}{book}, {imprint.edition.lower()}"),
        "author": [escaped(author) for author in imprint.authors],
        "date": imprint.date,
        "lang": imprint.language,
        "rights": escaped(f"{imprint.licence}, {imprint.licence_url}".removesuffix(", ")),
        "bibliography": bibliography,
        "csl": style,
        "link-citations": True,
        "notes-after-punctuation": False,  # the marks stay where they stand
        "reference-section-title": WORKS,
    }
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items() if value not in ("", []))
    return f"---\n{''.join(lines)}---\n"
