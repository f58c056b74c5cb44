"""The files that are made from the built site, after it: the book in its forms, each chapter by itself, and the sums of them all."""

from __future__ import annotations

from collections.abc import Iterable

FOLDER = "downloads/"  # of the site
RECEIPT = "build.json"  # at the root of the site, written last of all
WHOLE = ("iskp-book.pdf", "iskp-book-large-print.pdf", "iskp-book.epub", "iskp-site.zip", "iskp-book.xml", "SHA256SUMS")
CHAPTER = {".pdf": "PDF", "-markdown.zip": "Markdown with its works"}  # after the slug of a chapter


def paths(slugs: Iterable[str]) -> tuple[str, ...]:
    """Their paths below the site, those of the whole book first, then those of the chapters with these slugs, in order."""
    return tuple(f"{FOLDER}{name}" for name in (*WHOLE, *(f"{slug}{ending}" for slug in slugs for ending in CHAPTER)))
