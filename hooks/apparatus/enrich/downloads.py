"""The foot of a chapter: its sources as files for reference managers, and the chapter as data."""

from __future__ import annotations

import posixpath

from apparatus.evidence import chapters
from apparatus.model import Monograph, Page

FOLDER = "downloads"
FORMS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}  # by the ending of the file


def with_downloads(page: Page, monograph: Monograph) -> str:
    """The page's text, in a chapter with a line of links at its end. The files are those of ``exports/``."""
    chapter = chapters.by_name(monograph).get(page.name)
    if chapter is None:
        return page.text
    up = posixpath.relpath(FOLDER, posixpath.dirname(page.name) or ".")
    works = ", ".join(f"[{name}]({up}/{chapter.slug}.{ending})" for ending, name in FORMS.items())
    data = f"[JSON]({posixpath.basename(page.name).removesuffix('.md')}.json)"
    line = f"Sources of this chapter: {works}; data of this chapter: {data}."
    return f"{page.text.rstrip()}\n\n{line}\n{{: .downloads data-search-exclude=true }}\n"
