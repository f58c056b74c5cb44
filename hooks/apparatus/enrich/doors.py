"""The ways from a page of the site to its sources: to change a paragraph or a record where it is written, to report an error in it.

They are bare links, out of sight until a place is pointed at or led to, and hold no words: what is read aloud stands in their labels,
what is seen comes from the style. The switch at the head of the page works without script.
"""

from __future__ import annotations

import re
from html import escape

from apparatus.evidence.origins import origins
from apparatus.grounds.forges import Repository
from apparatus.model import Location, Monograph

# What a place may be: a paragraph’s number, or what shows a record. Numbers of notes and parts of drawings are in no origin.
_PLACE = re.compile(r'<(a|h[1-6]|li|dt|p|span)\b[^<>]*?\bid="([^"<>]+)"[^<>]*>(?:</a>)?')
_HEAD = re.compile(r'</h1>(?:\s*<p class="(?:chapter-number|work-place)"[^>]*>.*?</p>)?', re.DOTALL)
_NUMBERED = re.compile(r"p(\d+)")


def with_doors(html: str, name: str, url: str, monograph: Monograph, repository: Repository | None, site: str = "") -> str:
    """The HTML of the page ``name`` (below ``docs/``) with its doors; as it is where no repository is known.

    ``url`` is the page's address below the site, ``site`` the site's own where that is known, with a slash at its end: a report names
    its place by both.
    """
    if repository is None:
        return html
    known = origins(monograph)

    def opened(place: re.Match[str]) -> str:
        origin = known.get(f"{name}#{place[2]}")
        if origin is None or (place[1] == "a" and not place[0].endswith("</a>")):  # no link within a link
            return place[0]
        return place[0] + _doors(origin, f"{site}{url}#{place[2]}", _called(place[2]), repository)

    return _with_head(_PLACE.sub(opened, html), known.get(name), f"{site}{url}", repository)


def _doors(origin: Location, place: str, called: str, repository: Repository) -> str:
    edit = _door("edit", repository.edit(origin), f"Edit {called}")
    report = _door("report", repository.report(place), f"Report an error in {called}")
    return f'<span class="doors" data-search-exclude>{edit}{report}</span>'


def _door(kind: str, address: str, label: str) -> str:
    return f'<a class="door door--{kind}" href="{escape(address)}" aria-label="{escape(label)}"></a>'


def _called(anchor: str) -> str:
    """What a place is called in a label."""
    if number := _NUMBERED.fullmatch(anchor):
        return f"paragraph {number[1]}"
    return "this note" if anchor.startswith("editorial-") else "this record"


def _with_head(html: str, origin: Location | None, place: str, repository: Repository) -> str:
    """The HTML with the pencil below the title: a box that opens, with the ways for the whole page."""
    ways = [f'<a class="edit" href="{escape(repository.edit(origin))}">Edit this page</a>'] if origin else []
    ways.append(f'<a href="{escape(repository.report(place))}">Report an error on this page</a>')
    box = (
        '\n<details class="doors-of-page" data-search-exclude>'
        '<summary aria-label="Edit or report an error"></summary>'
        f"<div>{''.join(ways)}"
        "<span>For one paragraph or record: select its number or the sign beside it.</span></div></details>"
    )
    return _HEAD.sub(lambda head: head[0] + box, html, count=1)
