"""What the head of a chapter's page tells programs: that the chapter is to be had as data, and its sources for reference managers."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from apparatus.enrich.downloads import FOLDER, FORMS
from apparatus.evidence.chapters import Chapter

TYPES = {"bib": "application/x-bibtex", "ris": "application/x-research-info-systems", "json": "application/vnd.citationstyles.csl+json"}
# Relations of the registry of IANA (RFC 8288). A link with the one word "alternate" the theme's script takes for a translation of the
# site and asks for its sitemap; remove the second word when Material for MkDocs > 9.8.1 looks for hreflang.
_SAME, _SOURCES = "alternate describedby", "related"
_END = "</head>"


def with_files(html: str, chapter: Chapter, url: str) -> str:
    """A whole page with a ``<link>`` of its kind to each of its files, by addresses relative to the page's own (``inside/aims/``)."""
    before, end, after = html.partition(_END)
    return f"{before}{''.join(_links(chapter, url))}{end}{after}" if end else html


def _links(chapter: Chapter, url: str) -> Iterator[str]:
    data = f"{chapter.page.name.removesuffix('.md')}.json"
    yield _link(_SAME, "application/json", data, "This chapter as data", url)
    for ending, name in FORMS.items():
        yield _link(_SOURCES, TYPES[ending], f"{FOLDER}/{chapter.slug}.{ending}", f"Sources of this chapter: {name}", url)


def _link(relation: str, kind: str, path: str, title: str, url: str) -> str:
    href = posixpath.relpath(path, url if url.endswith("/") else posixpath.dirname(url) or ".")
    return f'<link rel="{relation}" type="{kind}" href="{href}" title="{title}">\n'
