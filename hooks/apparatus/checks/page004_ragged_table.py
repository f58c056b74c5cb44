"""PAGE004 ragged-table: a row of a table has more or fewer cells than its header, or a table is not taken for one.

Why: cells that are too many are dropped without a word, note and all; too few leave the wrong heading over a figure.
Fix: give each row as many cells as the header; write a line of hyphens below the header and a blank line above it;
a bar that is no border is written `\\|`.
Source: GitHub Flavored Markdown 0.29, section 4.10; markdownlint MD055, MD056, MD058
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import boxes, prose
from apparatus.model import Diagnostic, Location, Monograph, Page
from apparatus.read.openers import TABLE_RULE

CODE = "PAGE004"
_BAR = re.compile(r"(?<!\\)\|")
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        if "|" in page.text:
            for lines in _blocks(page):
                yield from _table(page, lines)


def _blocks(page: Page) -> Iterator[list[tuple[boxes.Line, str]]]:
    """Runs of lines without a blank one, each line with its text blanked of code and citations."""
    text, run = prose.blanked(page), []
    for line in boxes.lines(page):
        words = text[line.start : line.start + len(line.text)]
        if line.is_code or not line.text.strip(" \t>"):
            yield run
            run = []
        else:
            run.append((line, words[_PREFIX.match(words).end() :]))
    yield run


def _table(page: Page, lines: list[tuple[boxes.Line, str]]) -> Iterator[Diagnostic]:
    rule = next((i for i, (_, words) in enumerate(lines) if "|" in words and TABLE_RULE.match(words)), None)
    if rule is None:
        barred = [line for line, words in lines if words.startswith("|") and words.rstrip().endswith("|") and len(words) > 2]
        if len(barred) > 1 and len(barred) == len(lines):
            place = _place(page, *lines[0])
            yield Diagnostic(place, CODE, "the table has no line of hyphens below its header", "write | --- | --- | there")
        return
    if rule == 0:
        yield Diagnostic(_place(page, *lines[0]), CODE, "the table has no header", "write a row of headings above this line")
        return
    if rule > 1:
        message = "the table begins in the middle of a paragraph and is printed as text"
        yield Diagnostic(_place(page, *lines[rule - 1]), CODE, message, "leave a blank line above it")
    width = _cells(lines[rule - 1][1])
    for line, words in lines[rule:]:
        if words.startswith(("///", "!!!", "{:", "\x00")) and "|" not in words:
            return
        if (cells := _cells(words)) != width and not (line is lines[rule][0] and rule > 1):
            what = "the line of hyphens" if line is lines[rule][0] else "the row"
            message = f"{what} has {cells} cell{'s' * (cells != 1)}, the header {width}"
            fix = f"write {width}, or \\| for a bar that is no border"
            if "|" not in words:
                message, fix = "the line directly below the table is taken for a row", "leave a blank line above it"
            yield Diagnostic(_place(page, line, words), CODE, message, fix)


def _cells(words: str) -> int:
    inner = words.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return len(_BAR.findall(inner)) + 1


def _place(page: Page, line: boxes.Line, words: str) -> Location:
    return Location(page.path, line.number, len(line.text) - len(words) + 1)
