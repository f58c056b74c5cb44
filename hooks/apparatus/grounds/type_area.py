"""The measure of the printed book: what the columns of a table and the words of a line may need of it; and which pages are not bound."""

from __future__ import annotations

import re
from collections.abc import Iterable

UNBOUND = frozenset(("docs/about/checks.md", "docs/about/data.md"))  # for contributors and programs, on the site alone
# Width of the text and smallest type of tables, of the book and of its large print.
_MEASURES = ((112, 7.2), (162, 11.0))  # mm, pt
ROOM = min(width * 72 / 25.4 / size for width, size in _MEASURES)  # em of its type that a table has in the narrower of them
GUTTER = 0.9  # between columns, halved on both sides
SLACK = 1.04  # what kerning and rounding may add to a measured width
BREAKS = re.compile(r"[ \u200b]+|(?<=[-–—/])")  # where a line may end
PAGE = " (p. 000)"  # what a link within the book is followed by in print
MARK = "0"  # what a note is marked by


def least(words: Iterable[float]) -> float:
    """The least width of a column, with its gutter, from the widths of all words in it that no line may end in; for none, 1."""
    return max(1.0, max(words, default=0.0) * SLACK + GUTTER)


# The longest that may stand in a line of running text, less what boxes and lists take of it: in em of the text, and in signs of code.
WORD = 25.0
CODE = 48
