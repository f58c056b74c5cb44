"""The foot of a chapter: the chapter to take away, its sources for reference managers, and the chapter as data.

The book's PDF, EPUB and so on are made from the site once it is built. Where they are not made, links to them would lead to nothing:
then only their names stand there.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection

from apparatus.evidence import chapters
from apparatus.grounds import bound_files
from apparatus.model import Monograph, Page

FOLDER = "downloads"
FORMS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}  # by the ending of the file
UNMADE = "Not in this copy of the site"
_LINK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


def with_downloads(page: Page, monograph: Monograph) -> str:
    """The page's text, in a chapter with a line of links at its end. The files are those of ``exports/`` and those made of the site."""
    chapter = chapters.by_name(monograph).get(page.name)
    if chapter is None:
        return page.text
    up = posixpath.relpath(FOLDER, posixpath.dirname(page.name) or ".")
    whole = ", ".join(f"[{name}]({up}/{chapter.slug}{ending})" for ending, name in bound_files.CHAPTER.items())
    works = ", ".join(f"[{name}]({up}/{chapter.slug}.{ending})" for ending, name in FORMS.items())
    data = f"[JSON]({posixpath.basename(page.name).removesuffix('.md')}.json)"
    line = f"This chapter to take away: {whole}; its sources: {works}; its data: {data}."
    return f"{page.text.rstrip()}\n\n{line}\n{{: .downloads data-search-exclude=true }}\n"


def of_site(monograph: Monograph) -> tuple[str, ...]:
    """The files made of the site, by path below it: of the whole book, then of each chapter in order."""
    return bound_files.paths(chapter.slug for chapter in chapters.chapters(monograph))


def without_links(html: str, url: str, unmade: Collection[str], site: str = "") -> str:
    """The HTML of a page with links to files that are not made turned to the ``site`` where they are, or into their words alone.

    ``url`` is the page's own address below the site (``inside/aims/``), ``unmade`` holds paths below it; ``site`` is empty or an
    address that ends in a slash.
    """
    folder = url if url.endswith("/") else posixpath.dirname(url)

    def turned(link: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(folder, link[1]))
        if path not in unmade:
            return link[0]
        return link[0].replace(f'href="{link[1]}"', f'href="{site}{path}"') if site else f'<span title="{UNMADE}">{link[2]}</span>'

    return _LINK.sub(turned, html)
