"""Files that the host has beside the site: the page of all editions, what is left at addresses that are gone, and a word to crawlers."""

from __future__ import annotations

import html
from collections.abc import Collection, Iterable

from apparatus.hosting import pages
from apparatus.hosting.editions import Edition, in_order

ROBOTS = "robots.txt"


def index(editions: Iterable[Edition]) -> str:
    """The page ``v/index.html``: every edition with its day, the newest first."""
    items = "\n".join(map(_item, in_order(editions)))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Editions</title>
</head>
<body>
<h1>Editions</h1>
<ul>
{items}
</ul>
<p>None of them changes any more; <a href="../editions.json">editions.json</a> has the checksums. <a href="../">The latest text</a></p>
</body>
</html>
"""


def _item(one: Edition) -> str:
    name, day = html.escape(one.edition), f", {html.escape(pages.day(one.date))}" if one.date else ""
    return f'<li><a href="{name}/">Edition {name}</a>{day}</li>'


def gone(root: Collection[str], editions: Iterable[Edition], site: str) -> dict[str, str]:
    """A page for each address that an edition has and the ``root`` has not, by path; it leads to the newest edition that has it."""
    found: dict[str, str] = {}
    for edition in in_order(editions):
        for path in sorted(edition.files):
            if pages.is_page(path) and path not in root:
                found.setdefault(path, pages.moved(path, edition.edition, site))
    return found


def robots(site: str) -> str:
    """Everything may be read. Previews say of themselves that they are not to be kept, which a crawler shut out would not see."""
    whole = "User-agent: *\nAllow: /\n"
    return f"{whole}\nSitemap: {site}sitemap.xml\n" if site else whole
