"""The HTML of a page: its tags and comments outside code, in order, each with its offset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from apparatus.model import Page

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
OPTIONAL_END = frozenset("p li dt dd rt rp optgroup option colgroup caption thead tbody tfoot tr td th html head body".split())
KNOWN = VOID | OPTIONAL_END | frozenset(
    "a abbr address article aside audio b bdi bdo blockquote button canvas center cite code data datalist del details dfn dialog div dl "
    "em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup i iframe ins kbd label legend main map mark math "
    "menu meter nav noscript object ol output picture pre progress q ruby s samp script search section select slot small span strike "
    "strong style sub summary sup svg table template textarea time title tt u ul var video "
    "g path circle rect line polyline polygon ellipse text tspan defs use symbol marker desc lineargradient radialgradient stop clippath mask".split()
)  # fmt: skip
# What runs a program, loads another page or asks for input; none of it has a place in a book.
ACTIVE = frozenset(
    "script iframe frame frameset object embed applet form input select textarea meta base link style portal noscript xml "
    "animate animatetransform set foreignobject handler listener isindex".split()
)
# What the bound book can be set from: the elements that the reader of built pages in volume/ knows, and the parts of those. Not
# <article>, which is the frame of a page.
BOUND = frozenset(
    "a abbr b br cite code dfn em i ins label mark q small span strong sub sup time u blockquote center details div dl figure "
    "h1 h2 h3 h4 h5 h6 hr ol p pre section table ul dd dt figcaption li summary tbody td th thead tr".split()
)
_TOKEN = re.compile(
    r"<!--(?P<comment>[\s\S]*?)-->|(?P<ticks>`+)(?:(?!(?P=ticks)(?!`))[\s\S])*?(?P=ticks)(?!`)|\\."
    r"|<(?P<name>script|style|pre|textarea|code)\b[^>]*>[\s\S]*?</(?P=name)\s*>"
    r"|<(?P<close>/?)(?P<tag>[A-Za-z][\w:-]*)(?=[\s/>])(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.IGNORECASE,
)


class Tag(NamedTuple):
    """One tag: its name in lower case, whether it closes an element or itself, its offset in the page, its text."""

    name: str
    closes: bool
    empty: bool
    offset: int
    text: str


def tags(page: Page) -> Iterator[Tag]:
    """The tags outside code and comments; elements whose content is not Markdown (``<pre>``, ``<script>`` …) are left out."""
    fences = {(fence.span.start, fence.span.end) for fence in page.fences}
    for span in page.code:
        if (span.start, span.end) in fences or "<" not in page.text[span.start : span.end]:
            continue
        for match in _TOKEN.finditer(page.text[span.start : span.end]):
            if match["tag"] and ":" not in match["tag"]:
                empty = match["rest"].rstrip().endswith("/")
                yield Tag(match["tag"].lower(), bool(match["close"]), empty, span.start + match.start(), match[0])
