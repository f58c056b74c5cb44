"""The HTML of a built page as elements: its article, drawings set aside, what belongs to the screen alone left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

# What a page of the site has for the screen, with the reason why the bound book does without it.
SCREEN = {
    "a[@class='headerlink']": "copies the address of a section",
    "a[@class='footnote-backref']": "goes back from a note to its mark; each form of the book has its own way",
    "span[@class='also']": "other places of a work: the bibliography lists them",
    "*[@data-search-exclude]": "switches, legends and lines of links to files",
    "p[@class='downloads']": "links to files that lie beside the site",
    "*[@hidden]": "shown by a script only",
    "details[@class='cite']": "boxes to copy a reference from",
    "details[@class='mentions']": "sentences that name a record: the index lists their places",
}
DRAWING = "x-drawing"
_SVG = re.compile(r"<svg\b|</svg\s*>")
_ARTICLE = re.compile(r'<article class="md-content__inner[^>]*>')


@dataclass(frozen=True)
class BuiltPage:
    """The article of a page; its drawings, in order, stand in it as ``<x-drawing data-n="0">``."""

    article: HtmlElement
    drawings: tuple[str, ...]


def article(text: str) -> BuiltPage:
    """Reads a page of the site. Raises ValueError if the page has no article."""
    start = _ARTICLE.search(text)
    if start is None:
        raise ValueError("the page has no article")
    text, drawings = _cut(text[start.start() : text.rindex("</article>")])
    root = html.fragment_fromstring(text + "</article>", parser=html.HTMLParser(encoding="utf-8"))
    for found in SCREEN:
        for element in root.xpath(f".//{found}"):
            _drop(element)
    return BuiltPage(root, drawings)


def _cut(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with each outermost SVG replaced; an HTML parser would put its names in small letters."""
    kept, drawings, depth, end, start = [], [], 0, 0, 0
    for found in _SVG.finditer(text):
        if found[0].startswith("</"):
            depth -= 1
            if depth == 0:
                kept.append(f'<{DRAWING} data-n="{len(drawings)}"></{DRAWING}>')
                drawings.append(text[start : found.end()])
                end = found.end()
        else:
            if depth == 0:
                kept.append(text[end : found.start()])
                start = found.start()
            depth += 1
    return "".join(kept) + text[end:], tuple(drawings)


def _drop(element: HtmlElement) -> None:
    """Takes an element out, and the semicolon that led to it; what follows it stays."""
    if element.getparent() is None:
        return
    before = element.getprevious()
    lead = (before.tail if before is not None else element.getparent().text) or ""
    if "also" in element.get("class", "").split():
        lead = lead.rstrip().removesuffix(";")
    elif "footnote-backref" in element.get("class", "").split():
        lead = lead.rstrip("\xa0 \n")
    if before is not None:
        before.tail = lead
    else:
        element.getparent().text = lead
    element.drop_tree()
