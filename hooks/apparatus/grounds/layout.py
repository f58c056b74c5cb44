"""How the lines of a page are laid out: blanks that nobody sees, blocks without space round them, lists written in two ways.

Each is a place with a message and what would mend it; checks report them, a fix mends those that have a replacement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from apparatus.grounds import boxes, links, prose, sentences
from apparatus.grounds.misspellings import unquoted
from apparatus.grounds.texts import once
from apparatus.model import Monograph, Page

_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|\Z)")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_DEEPEST = 200  # blanks with which a line of text begins
_MARGIN = re.compile(r"[ \t]*")
_ITEM = re.compile(r"([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)(?=\S)")
_END = re.compile(r"\r\n|\n|\r")
_OPENER = re.compile(r"[#>+*=|~`:-]|\d+[.)]")  # what would be more than text at the beginning of a line
_RUN_IN = ("*", "_", "[*", "[_")  # a heading within the line, and a title in italics


@dataclass(frozen=True)
class Slip:
    """One slip of layout: its kind, the stretch of the page that it concerns, what is wrong, the fix, and the text to put there or None."""

    kind: str
    start: int
    end: int
    message: str
    fix: str
    text: str | None

    @property
    def place(self) -> int:
        """Where a finding points: to the second sentence, not to the space before it; of others to their beginning."""
        return self.end if self.kind == "sentence" else self.start


@once
def of_book(monograph: Monograph) -> tuple[tuple[Page, Slip], ...]:
    """The slips of every page that people write, page by page, in the order of the text; of a page made at build no line is read or changed."""
    found, made = [], links.generated(monograph)
    for page in monograph.pages:
        if page.name in made:
            continue
        end = "\r\n" if "\r\n" in page.text else "\n"
        slips = [*_blanks(page), *_blocks(page, end), *_sentences(page, end)]
        found += [(page, slip) for slip in sorted(slips, key=lambda slip: (slip.start, slip.end, slip.kind))]
    return tuple(found)


def _blanks(page: Page) -> Iterator[Slip]:
    """Blanks at the ends of lines, tabs, blank lines beyond one, and the end of the file."""
    empty, last = 0, len(page.text.rstrip())
    for line in boxes.lines(page):
        if line.is_code:
            empty = 0
            continue
        if line.text[-1:] in (" ", "\t"):
            at = line.start + len(line.text.rstrip(" \t"))
            yield Slip("blank", at, line.start + len(line.text), "blanks at the end of the line", "delete them", "")
        elif "\t" in line.text:
            at = line.start + line.text.index("\t")
            yield Slip("blank", at, at + 1, "tab", "write spaces: four for each level", None)
        empty = 0 if line.text.strip() else empty + 1
        if empty == 2 and line.start < last:
            yield Slip("blank", line.start, line.start, "more than one blank line", "leave one", None)
    if last and not page.text.endswith(("\n", "\r")):
        yield Slip("blank", len(page.text), len(page.text), "no line end at the end of the file", "end the last line", "\n")
    elif last and (first := _END.search(page.text, last)).end() < len(page.text):
        yield Slip("blank", first.end(), len(page.text), "blank lines at the end of the file", "delete them", "")


def _blocks(page: Page, end: str) -> Iterator[Slip]:
    """Headings and fences without a blank line before them, headings without one after; lists that are none, or of two forms."""
    above, in_code = "", False
    for line in boxes.lines(page):
        text = line.text
        if line.start < page.body_start:
            continue
        if line.is_code:
            if not in_code and above.strip() and _FENCE.match(text) and not _ITEM.match(above):
                yield _insert(line.start, "a fence right below a line", end)
            above, in_code = "", True
            continue
        in_code = False
        if above.strip() and _HEADING.match(text):
            yield _insert(line.start, "a heading right below a line", end)
        elif _HEADING.match(above) and text.strip() and not _HEADING.match(text):
            yield _insert(line.start, "a line right below a heading", end)
        elif item := _ITEM.match(text):
            yield from _item(line, item, above, end)
        above = text


def _insert(at: int, message: str, end: str) -> Slip:
    return Slip("block", at, at, message, "leave a blank line between them", end)


def _margin(page: Page, offset: int) -> str:
    """The blanks with which the line of an offset begins."""
    near = max(0, offset - _DEEPEST)  # no further, or long texts take long
    return _MARGIN.match(page.text, max(page.text.rfind("\n", near, offset), page.text.rfind("\r", near, offset), near - 1) + 1)[0]


def _item(line: boxes.Line, item: re.Match[str], above: str, end: str) -> Iterator[Slip]:
    at = line.start + item.start(2)
    if item[2] in "*+":
        yield Slip("list", at, at + 1, f"a list item that begins with '{item[2]}'", "begin it with '-'", "-")
    if len(item[1]) % 4:
        message = f"a list item {len(item[1])} spaces in, which is no level"
        yield Slip("list", line.start, at, message, "begin it at the margin, or four spaces further in for each level", None)
    elif _is_text(above) and not above.startswith(f"{item[1]} ") and item[2] in "-*+":
        yield _insert(line.start, "a list right below a paragraph, which is printed as part of it", end)


def _is_text(line: str) -> bool:
    return bool(line.strip()) and not (_ITEM.match(line) or line.lstrip().startswith(("!!!", "???", "///", ">", "[^")))


def _sentences(page: Page, end: str) -> Iterator[Slip]:
    """Second and further sentences of a line of running text; those after a run-in heading, in lists, tables and quotations may stand."""
    text = unquoted(prose.blanked(page))
    for paragraph in page.paragraphs:
        if paragraph.kind != "paragraph":
            continue
        start = paragraph.span.start
        for line in text[start : paragraph.span.end].splitlines(keepends=True):
            found = list(sentences.split(line)) if not line.lstrip().startswith(_RUN_IN) else []
            for (_, before), (begin, _) in zip(found, found[1:], strict=False):
                broken = None if _OPENER.match(line, begin) else f"{end}{_margin(page, start)}"
                yield Slip("sentence", start + before, start + begin, "a second sentence on the line", "begin a new line with it", broken)
            start += len(line)
