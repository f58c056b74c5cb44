"""LNK017 malformed-link: what should be a link is written so that it does not become one.

Why: the reader sees brackets and an address in the middle of the sentence.
Fix: write `[words](address)`, without a blank between or within; put an address that has blanks into <…>.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.links import written
from apparatus.grounds.markup import Spans
from apparatus.grounds.texts import shown, texts
from apparatus.model import Diagnostic, Monograph, Page

CODE = "LNK017"
_TARGET = r"(?:https?://|mailto:|www\.|#(?=[A-Za-z])|(?:\.{0,2}/)*[\w%-]+(?:/[\w%.-]+)*\.(?:md|html?|pdf|png|jpe?g|svg|gif|webp)\b)"
_EMAIL = re.compile(r"[^\s@/:]+@[\w-]+(?:\.[\w-]+)+")
_APART = re.compile(rf"\[(?!\^|-?@)([^\[\]\n]+)\][ \t]+\({_TARGET}[^()\s]*\)")
_TURNED = re.compile(rf"(?<![\]\w])\(([^()\n\[\]]+)\)\[{_TARGET}[^\[\]\s]*\]")
_ANGLE = re.compile(rf"\[(?!\^|-?@)([^\[\]\n]+)\](?:\{{{_TARGET}[^{{}}\s]*\}}|<{_TARGET}[^<>\s]*>)")
_OPEN = re.compile(rf"\]\({_TARGET}[^()\s]*(?=\s|\Z)(?!\s+[\"'(]|\s*\))")
_IMAGE = re.compile(r"!\s+\[[^\[\]\n]*\]\([^()\s]+\.(?:png|jpe?g|svg|gif|webp)\)")
_AFTER = re.compile(r"\]\([^()\s#]+\)#[A-Za-z][\w-]*")
_NO_END = re.compile(rf"(?<!\])\[(?!\^|-?@)[^\[\]()\n]+\({_TARGET}[^()\s]*\)(?![^\[\]\n]*\])")
_NO_BEGIN = re.compile(rf"\]\({_TARGET}[^()\s]*\)")
_SHAPES = (
    (_APART, "a blank stands between the words and the address of a link", "write '](' without a blank"),
    (_TURNED, "the brackets of a link are exchanged", "write [words](address)"),
    (_ANGLE, "the address of a link stands in the wrong brackets", "write [words](address)"),
    (_NO_END, "the text of a link is not closed", "write '](' before the address"),
    (_IMAGE, "a blank stands between '!' and an image", "write '![' without a blank"),
)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = texts(monograph)
    for page in monograph.pages:
        for offset, problem, fix in _malformed(page):
            yield Diagnostic(known.at(page.path, offset), CODE, problem, fix)
    for link in written(monograph):
        if _EMAIL.fullmatch(link.link.target):
            message = f"the mail address '{shown(link.link.target)}' is no address of a link"
            yield Diagnostic(link.location, CODE, message, f"write mailto:{shown(link.link.target)}")
        if link.cut:
            message = f"the address of link '{shown(link.link.text)}' holds a blank"
            yield Diagnostic(link.location, CODE, message, "remove the blank, or write %20 for it")


def _malformed(page: Page) -> Iterator[tuple[int, str, str]]:
    if "[" not in page.text and "]" not in page.text:
        return
    code = Spans(page.code)
    for pattern, problem, fix in _SHAPES:
        for match in pattern.finditer(page.text, page.body_start):
            if match.start() not in code:
                yield match.start(), f"{problem}: '{shown(match[0])}'", fix
    for match in _AFTER.finditer(page.text, page.body_start):
        if match.start() not in code:
            yield match.start(), f"the anchor stands outside the brackets of a link: '{shown(match[0])}'", "put it before ')'"
    for match in _NO_BEGIN.finditer(page.text, page.body_start):
        line = page.text[page.text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if match.start() not in code and match.start() + 1 not in code and "\\[" not in line[-1_000:]:
            yield match.start(), f"a link has no opening bracket: '{shown(match[0])}'", "write '[' before its words"
    for match in _OPEN.finditer(page.text, page.body_start):
        closed = match.start() + 1 in code  # then the reader found the closing parenthesis
        if match.start() not in code and not closed:
            start = max(page.text.rfind("[", 0, match.start()), page.body_start)
            yield start, f"the address of a link is not closed: '{shown(page.text[start : match.end()])}'", "add ')' after the address"
