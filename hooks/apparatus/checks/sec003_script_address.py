"""SEC003 script-address: a link or field holds an address that runs a program or brings its own page (javascript:, data:, vbscript:).

Why: whoever follows it runs what a stranger wrote, in the name of this book.
Fix: give the https address of the source, or delete it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.addresses import WHOLE
from apparatus.grounds.links import written
from apparatus.grounds.markup import Spans, attributes, tags
from apparatus.grounds.scripts import script
from apparatus.grounds.texts import fields, strings, texts
from apparatus.model import Diagnostic, Location, Monograph, Page

CODE = "SEC003"
_CARRIERS = frozenset("href src srcset action formaction xlink:href poster data background cite longdesc usemap manifest ping".split())
_TARGET = re.compile(r"\](?:\(|:)\s*")
_DIAGRAM = re.compile(r"^[ \t]*(?:click|link|links|href)\b[^\n]*?[\"'\s@]((?:j|v|d|&|%|\\)[^\"'\n]*)", re.IGNORECASE | re.MULTILINE)
_MACRO = re.compile(r"\\(?:href|url|nolinkurl)\s*\{([^{}]*)\}|\]\(([^()]*)|(?:href|src)\s*=\s*[\"']?([^\"'>]*)", re.IGNORECASE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    found: dict[Location, str] = {}
    for place, scheme in _all(monograph):
        if scheme:
            found.setdefault(place, scheme)
    for place, scheme in found.items():
        yield Diagnostic(place, CODE, f"address with the scheme '{scheme}:'", "give the https address of the source, or delete it")


def _all(monograph: Monograph) -> Iterator[tuple[Location, str]]:
    for link in written(monograph):  # those of pages with brackets are read below, as written
        if link.html or not link.location.path.startswith("docs/"):
            yield link.location, script(link.link.target, image=link.link.image)
    for tag in tags(monograph):
        for name, value in tag.attributes.items():
            if name in _CARRIERS:
                yield tag.location, script(value, image=tag.name in ("img", "source"))
    for attribute in attributes(monograph):
        if attribute.name in _CARRIERS:
            yield attribute.location, script(attribute.value)
    for entry in monograph.navigation or ():
        yield entry.location, script(entry.target)
    for page in monograph.pages:
        yield from _of_page(page, monograph)
    yield from _of_entries(monograph)
    yield from _of_data(monograph)


def _of_page(page: Page, monograph: Monograph) -> Iterator[tuple[Location, str]]:
    """Targets that the reader did not take for one, definitions, clicks in diagrams, front matter."""
    known, code = texts(monograph), Spans(page.code)
    for match in _TARGET.finditer(page.text, page.body_start):
        if match.start() not in code:
            start = max(page.text.rfind("[", 0, match.start()), page.body_start)
            image = page.text[start - 1 : start] == "!"
            yield known.at(page.path, start - image), script(page.text[match.end() : match.end() + 400], image=image)
    for fence in page.fences:
        if fence.language == "mermaid":
            for match in _DIAGRAM.finditer(page.text, fence.span.start, fence.span.end):
                yield known.at(page.path, match.start(1)), script(match[1])
    for value in page.front_matter.values():
        if isinstance(value, str):
            yield Location(page.path), script(value) if not value.lower().startswith(("data:", "javascript: ")) else ""


def _of_entries(monograph: Monograph) -> Iterator[tuple[Location, str]]:
    for _, field in fields(monograph):
        if WHOLE.fullmatch(field.name) or field.name in ("howpublished", "eprint", "doi", "file"):
            scheme = script(field.value)
            yield field.location, scheme if scheme != "data" or WHOLE.fullmatch(field.name) else ""
        for match in _MACRO.finditer(field.value):
            yield field.location, script(match[1] or match[2] or match[3] or "")


def _of_data(monograph: Monograph) -> Iterator[tuple[Location, str]]:
    for data in monograph.data.values():
        for datum in data:
            for name, value, place in strings(datum):
                scheme = script(value) if " " not in value[:30] else ""
                yield place, scheme if scheme != "data" or WHOLE.fullmatch(name.rpartition(".")[2]) else ""
