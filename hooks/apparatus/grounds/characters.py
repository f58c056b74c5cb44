"""Finds characters in the sources by pattern, with their places and names; what is wrong with them the checks say."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from apparatus.grounds.texts import once
from apparatus.model import Location, Monograph, Page, Source
from apparatus.read.places import Places

NAMES = {
    0x00: "NULL", 0x08: "BACKSPACE", 0x0B: "LINE TABULATION", 0x0C: "FORM FEED", 0x1B: "ESCAPE", 0x7F: "DELETE",
    0x85: "NEXT LINE", 0xFEFF: "BYTE ORDER MARK",
}  # fmt: skip


def found(
    monograph: Monograph, pattern: re.Pattern[str], needed: re.Pattern[str] | None = None
) -> Iterator[tuple[Source, re.Match[str], Location]]:
    """Every match of the pattern in every source, in order, with the place where it begins.

    ``needed`` matches a single character without which there is no match: sources that do not hold one are passed over.
    """
    for source, held in zip(monograph.sources, signs(monograph), strict=True):
        if needed and not needed.search(held):
            continue
        places = None
        for match in pattern.finditer(source.text):
            places = places or Places(source.path, source.text)
            yield source, match, places.at(match.start())


@once
def signs(monograph: Monograph) -> tuple[str, ...]:
    """The characters that each source holds, each once, in no order that matters."""
    return tuple("".join(sorted(set(source.text))) for source in monograph.sources)


def name(character: str) -> str:
    """``U+200B ZERO WIDTH SPACE``; without a name where Unicode has none."""
    code = ord(character)
    return f"U+{code:04X} {NAMES.get(code) or unicodedata.name(character, '')}".rstrip()


def in_code(page: Page | None, offset: int) -> bool:
    """Whether a character of a page stands in code (or a comment, a tag, an address)."""
    if page is None:
        return False
    index = bisect_right(page.code, offset, key=lambda span: span.start) - 1
    return index >= 0 and offset < page.code[index].end


def line_of(text: str, offset: int) -> str:
    """The line that holds the character at ``offset``; no more of it than 400 characters on either side."""
    head = text[max(0, offset - 400) : offset]
    tail = text[offset : offset + 400]
    return re.split(r"[\r\n]", head)[-1] + re.split(r"[\r\n]", tail)[0]


def shown(text: str, limit: int = 60) -> str:
    """Text fit for a message: on one line, without invisible characters, not too long."""
    text = re.sub("[\x00-\x02]+", "…", text)  # what stands for code and citations in prose
    seen = "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in " ".join(text.split()))
    return seen if len(seen) <= limit else seen[: limit - 1] + "…"
