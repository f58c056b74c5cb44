"""SEC004 active-html: a page, record or entry holds HTML that runs a program, loads another page or asks for input.

Why: it would run in every reader's browser in the name of this book, and does nothing in print.
Fix: delete it; Markdown has links, images, tables and boxes for what a page may need.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.elements import ACTIVE
from apparatus.grounds.markup import Tag, tags
from apparatus.grounds.texts import shown, texts
from apparatus.model import Diagnostic, Monograph, Page

CODE = "SEC004"
_HANDLER = re.compile(r"on[a-z]{3,}")
_STYLE = re.compile(r"expression\s*\(|javascript\s*:|behavior\s*:|-moz-binding|@import", re.IGNORECASE)
_OPENING = re.compile(r"<(?:" + "|".join(sorted(ACTIVE - {"set"})) + r")\b|<[a-z][^<>]*[\s/\"']on[a-z]{3,}\s*=", re.IGNORECASE)
_DIAGRAM = re.compile(r"securityLevel[\"']?\s*:|^[ \t]*click[ \t]+\S+[ \t]+call\b|^[ \t]*callback[ \t]+\S+[ \t]+[\"']", re.MULTILINE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for tag in tags(monograph):
        if problem := _problem(tag):
            yield Diagnostic(tag.location, CODE, problem, "delete it")
    for page in monograph.pages:
        yield from _of_page(page, monograph)


def _problem(tag: Tag) -> str:
    if tag.closing:
        return ""
    if tag.name.removeprefix("svg:") in ACTIVE:
        return f"the HTML element <{shown(tag.name)}> is active"
    for name, value in tag.attributes.items():
        if _HANDLER.fullmatch(name):
            return f"<{shown(tag.name)}> runs a program: the attribute '{shown(name)}'"
        if name in ("srcdoc", "formaction") or (name == "style" and _STYLE.search(value)):
            return f"<{shown(tag.name)}> is active: the attribute '{shown(name)}'"
    return ""


def _of_page(page: Page, monograph: Monograph) -> Iterator[Diagnostic]:
    """What stands in the front matter, and settings of diagrams that let them run programs."""
    known = texts(monograph)
    for match in _OPENING.finditer(page.text, 0, page.body_start):
        message = f"the front matter holds active HTML: '{shown(match[0])}'"
        yield Diagnostic(known.at(page.path, match.start()), CODE, message, "delete it")
    for fence in page.fences:
        if fence.language == "mermaid":
            for match in _DIAGRAM.finditer(page.text, fence.span.start, fence.span.end):
                start = match.end() - len(match[0].lstrip())
                message = f"the diagram asks to run a program: '{shown(match[0])}'"
                yield Diagnostic(known.at(page.path, start), CODE, message, "delete this line")
