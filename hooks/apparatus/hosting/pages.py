"""What is put into the pages of a frozen edition and of a preview, and the page left at an address that the latest edition no longer has.

A frozen page is never written again, whatever is published later. So it says from its first day which edition it is and where the
latest one stands; as long as it is itself the latest, both are true.
"""

from __future__ import annotations

import html
import posixpath
import re

from apparatus.grounds.prose_dates import MONTHS
from apparatus.hosting import address

_INDEX = "index.html"
_ANNOUNCE = re.compile(r'<div data-md-component="announce">')  # where the theme has room for a line above the page
_BODY = re.compile(r"<body\b[^>]*>")
_HEAD_END = "</head>"
_NOT_FOUND = "404.html"  # servers show the root's, whatever address was asked


def is_page(path: str) -> bool:
    """Whether a file of the site is a page with an address of its own."""
    return path.endswith(".html") and path != _NOT_FOUND


def frozen(page: str, path: str, edition: str, date: str, site: str) -> str:
    """A page as it stands in an edition's folder; ``path`` is its file below the site, ``site`` the address of the root or empty.

    It gives the address of the same page at the root as its own (canonical), and names edition and day in a line above the text.
    """
    if site and not address.canonical(page):
        page = _in_head(page, f'<link rel="canonical" href="{html.escape(site + url(path))}">\n')
    of = f" of {day(date)}" if date else ""
    there = html.escape(_up(path, 2) + url(path))
    return _with_line(page, f'Edition {html.escape(edition)}{html.escape(of)}. <a href="{there}">See this page in the latest edition</a>.')


def preview(page: str, path: str, name: str) -> str:
    """A page as it stands in a preview: no search engine is to keep it, and no reader to take it for the book."""
    page = _in_head(address.without_canonical(page), '<meta name="robots" content="noindex">\n')
    there = html.escape(_up(path, 2) + url(path))
    return _with_line(page, f'Preview {html.escape(name)}, not published. <a href="{there}">See this page as published</a>.')


def moved(path: str, edition: str, site: str) -> str:
    """A page for an address that only an older edition has, so that its links and readers' links to it lead somewhere."""
    home, old = html.escape(_up(path, 0) or "./"), html.escape(f"{_up(path, 0)}v/{edition}/{url(path)}")
    canonical = f'<link rel="canonical" href="{html.escape(site)}">\n' if site else ""
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Not in the latest edition</title>
{canonical}</head>
<body>
<h1>Not in the latest edition</h1>
<p>This page stands in <a href="{old}">edition {html.escape(edition)}</a> only.</p>
<p><a href="{home}">The latest edition</a></p>
</body>
</html>
"""


def url(path: str) -> str:
    """The address of a page's file below the site: ``inside/aims/`` for ``inside/aims/index.html``."""
    return path.removesuffix(_INDEX) if posixpath.basename(path) == _INDEX else path


def day(date: str) -> str:
    """``22 November 2026`` for ``2026-11-22``; what is no such date stays as it is."""
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", date)
    return f"{int(found[3])} {MONTHS[int(found[2]) - 1]} {found[1]}" if found else date


def _up(path: str, more: int) -> str:
    """From a page to the root of its site, and ``more`` folders up."""
    return "../" * (path.count("/") + more)


def _in_head(page: str, line: str) -> str:
    before, end, after = page.partition(_HEAD_END)
    return f"{before}{line}{end}{after}" if end else page


def _with_line(page: str, line: str) -> str:
    banner = f'<aside class="md-banner" data-search-exclude><div class="md-banner__inner md-grid md-typeset">{line}</div></aside>'
    place = _ANNOUNCE.search(page) or _BODY.search(page)
    return f"{page[: place.end()]}{banner}{page[place.end() :]}" if place else page
