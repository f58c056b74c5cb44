"""TXT023 doubled-word: the same word stands twice in a row.

Why: the most common slip of typing, and the eye skips it, above all over a line's end.
Fix: delete one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import prose
from apparatus.model import Diagnostic, Monograph

CODE = "TXT023"
_TWICE = re.compile(r"(?<![\w’'-])([^\W\d_]+)([ \t]+|[ \t]*(?:\r\n|\r|\n)[ \t>]*)(\1)(?![\w’'-])", re.IGNORECASE)
_SMALL = frozenset(
    "a an and are as at be been but by can could for from has have he his if into it its may of on or our she should so some such "
    "than the their them then there these they this to was we were what when where which while who will with would you your in".split()
)
_LEGAL = frozenset(
    "had that her do did does so long very really much more many far never again well there here out over no yes ha bye hush "
    "hear now tut knock blah pom chop beri tsetse cha can only on up off through by".split()
)
_PHRASAL = frozenset("in on".split())
_VERB = re.compile(
    r"(?:\w+(?:ed|ing)|c[ao]mes?|br[eo]aken?|broke|go|goes|gone|went|lives?|moves?|taken?|took|sent|set|put|brings?|brought|hands?|"
    r"turns?|carry|carries|holds?|held|keeps?|kept|goes|drags?|gives?|gave|given|logs?|checks?|signs?|joins?|looks?)\s+\Z"
)
_EMPHATIC = re.compile(r"\b(?:what|all|whatever|problem|point|question|thing|truth|fact)\b[^.!?]*\Z", re.IGNORECASE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for stretch in prose.of_book(monograph):
        if stretch.kind == "row":
            continue
        for match in _TWICE.finditer(stretch.text):
            if _is_slip(stretch.text, match):
                message = f"'{match[1]} {match[3]}'"
                yield Diagnostic(stretch.at(match.start(3)), CODE, f"doubled word {message}", "delete one of the two", "warning")


def _is_slip(text: str, match: re.Match[str]) -> bool:
    first, second = match[1], match[3]
    word = first.lower()
    if word in _PHRASAL:
        return second.islower() and not _VERB.search(text, max(0, match.start() - 30), match.start())
    if word == "is":
        return second.islower() and not _EMPHATIC.search(text, max(0, match.start() - 80), match.start())
    if word in _LEGAL:
        return False
    if word in _SMALL:
        return second.islower() or first == second.capitalize() == "The"
    return len(word) > 2 and second.islower() and (first.islower() or _opens(text, match.start()))


def _opens(text: str, offset: int) -> bool:
    """Whether a sentence begins at ``offset``."""
    before = text[max(0, offset - 80) : offset].rstrip(" \t\r\n*_“‘")
    return not before or before[-1] in ".!?"
