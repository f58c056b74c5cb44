"""PAGE003 unclosed-element: an HTML element or comment is opened and not closed, or closed and not opened.

Why: a browser guesses where it ends, often at the end of the page; what follows is swallowed, small, bold or hidden.
Elements whose end HTML leaves open (`<p>`, `<li>`, `<td>` …) and void ones (`<br>`) are legal without.
Fix: write the tag that is missing; a sign that is no tag is written `&lt;` or in backticks.
Source: HTML Living Standard, section 13.1.2 (elements, optional tags)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import elements, prose
from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Monograph, Page
from apparatus.read.places import Places

CODE = "PAGE003"
_LOOSE = re.compile(r"<!--|<(/?)([A-Za-z][\w-]*)(?:\s+[\w:@-]+\s*=\s*[\"'][^<>\n]*|\s*)(?=\n|\Z|<)")
_DASHES = re.compile(r"(?<!-)-->")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)")
_CONTAINER = re.compile(r"\s{0,3}(?:[-*+]\s|\d+\.\s|!!!|\?\?\?|\[\^|:\s|///)")
_REACH = 40  # lines above a tag, and characters before it in its line, that are looked at


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        if "<" in page.text or "-->" in page.text:
            places = Places(page.path, page.text)
            for offset, message, fix in sorted([*_unbalanced(page), *_loose(page)]):
                yield Diagnostic(places.at(offset), CODE, message, fix)


def _unbalanced(page: Page) -> Iterator[tuple[int, str, str]]:
    opened: list[elements.Tag] = []
    count: dict[str, int] = {}
    told: dict[str, int] = {}  # elements closed by the end of another; their own end then says nothing new
    for tag in elements.tags(page):
        if not opened and _in_indented_code(page.text, tag.offset):
            continue
        if tag.name not in elements.KNOWN and "-" not in tag.name:
            fix = "write it in backticks, or with &lt; for the sign <"
            yield tag.offset, f"'{shown(tag.text)}' is no HTML element and would vanish from the page", fix
        elif tag.name in elements.VOID | elements.OPTIONAL_END or tag.empty:
            continue
        elif not tag.closes:
            opened.append(tag)
            count[tag.name] = count.get(tag.name, 0) + 1
        elif not count.get(tag.name):
            if told.get(tag.name):
                told[tag.name] -= 1
                continue
            yield tag.offset, f"'</{tag.name}>' closes nothing", f"delete it, or write <{tag.name}> where the element begins"
        else:
            while opened[-1].name != tag.name:
                told[opened[-1].name] = told.get(opened[-1].name, 0) + 1
                yield _open(opened.pop(), count)
            count[opened.pop().name] -= 1
    for tag in opened:
        yield _open(tag, count)


def _in_indented_code(text: str, offset: int) -> bool:
    """Whether the line is indented by four columns after a blank line, and no list, box or note above takes it in."""
    end = text.rfind("\n", max(0, offset - _REACH), offset) + 1
    if not _INDENTED.match(text, end):
        return False
    blank = False
    for _ in range(_REACH):
        start = text.rfind("\n", 0, max(end - 1, 0)) + 1
        line = text[start : end - 1] if end else ""
        if line.strip() and not _INDENTED.match(line):
            return blank and not _CONTAINER.match(line)
        blank = not line.strip()
        if not start:
            return blank
        end = start
    return False


def _open(tag: elements.Tag, count: dict[str, int]) -> tuple[int, str, str]:
    count[tag.name] -= 1
    return tag.offset, f"'{shown(tag.text)}' is never closed", f"write </{tag.name}> where the element ends"


def _loose(page: Page) -> Iterator[tuple[int, str, str]]:
    """Comments that do not end, tags without their closing bracket."""
    text = prose.blanked(page)
    for match in _LOOSE.finditer(text, page.body_start):
        if match[0].startswith("<!--"):
            yield match.start(), "the comment '<!--' is never closed", "write --> where the comment ends"
        elif match[2].lower() in elements.KNOWN and len(match[2]) > 1:
            yield match.start(), f"the tag '{shown(match[0])}' has no closing bracket", "write > where the tag ends"
    if "<!--" not in text:
        for match in _DASHES.finditer(text, page.body_start):
            before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
            if not before.strip(" \t") and text[match.end() : match.end() + 1] in ("", "\n", "\r"):
                yield match.start(), "'-->' ends no comment", "delete it, or write <!-- where the comment begins"
