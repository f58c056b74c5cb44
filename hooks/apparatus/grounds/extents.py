"""Reads what a locator says: its numbers, ranges and quoted titles, each under its label; judging is left to the checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from apparatus.model import Locator
from apparatus.read.locators import LABELS, printed

PLURALS = {
    "p.": "pp.", "para.": "paras.", "ch.": "chs.", "sec.": "secs.", "n.": "nn.", "vol.": "vols.", "no.": "nos.",
    "art.": "arts.", "app.": "apps.", "bk.": "bks.", "col.": "cols.", "fig.": "figs.", "fol.": "fols.", "l.": "ll.",
    "pt.": "pts.", "r.": "rr.", "s.v.": "s.vv.", "tbl.": "tbls.", "v.": "vv.", "eq.": "eqs.", "annex": "annexes",
    "Issue": "Issues", "pmbl. para.": "pmbl. paras.",
}  # fmt: skip
SINGULARS = {plural: singular for singular, plural in PLURALS.items()}

_WORDS = sorted({w.replace("_", " ") for words in LABELS.values() for w in words.split()}, key=len, reverse=True)
_LABEL = re.compile(
    rf"(?i:({'|'.join(map(re.escape, _WORDS))}))(?:\.|(?![\w.])|(?<=[§¶]))\s*(?=[\d“\"(ivxlcdmA-Z])"
)
_QUOTATION = re.compile(r"“[^”]*”|\"[^\"]*\"")
_ROMAN = r"(?:[ivxlcdm]+|[IVXLCDM]+)(?!\w)"
_ATOM = (
    rf"\(?(?:\d{{1,3}}(?:,\d{{3}})+(?!\w)|(?:[A-Z][-.]|[A-Za-z]{{1,3}})?\d{{1,9}}(?!\d)(?:[.:/]\w{{1,9}}(?!\w))*[A-Za-z]{{0,2}}(?!\w)"
    rf"|{_ROMAN}|[A-Za-z](?!\w))\)?(?:\(\w{{1,9}}\))*[*†]?"
)
_DASH = r"(?:[-\u2010-\u2015\u2212]{1,3})"
_RANGE = re.compile(rf"({_ATOM})(?:(\s*{_DASH}\s*)({_ATOM})?|(\s+to\s+)({_ATOM}))?")
_BETWEEN = re.compile(r"(?:[\s,;&]|and\b)+")
_FOLLOWER = re.compile(r"\s*(?:ff?\b\.?|et\s+seq+\b\.?|passim\b|sqq?\b\.?)")
_STRICT_ROMAN = re.compile(r"(?=.)m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_ARABIC = re.compile(r"\(?([A-Za-z]{0,3}[-.]?)(\d+(?:[.:]\d+)*)([A-Za-z]{0,2})\)?((?:\(\w+\))*)[*†]?")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


class Extent(NamedTuple):
    """One number, range or quoted title under a label. ``joint`` is what stands between the ends of a range, as written.

    An open range (``14-``) has a joint and an empty ``last``; ``follower`` is ``ff.``, ``passim`` and the like.
    """

    label: str
    first: str
    joint: str = ""
    last: str = ""
    follower: str = ""

    @property
    def text(self) -> str:
        """As written, without its label."""
        return f"{self.first}{self.joint}{self.last}{self.follower}"

    @property
    def quoted(self) -> bool:
        """Whether it is a title in quotation marks."""
        return self.first[:1] in ("“", '"')


class Number(NamedTuple):
    """A number taken apart: ``S12a`` has prefix ``S``, numbers (12,), suffix ``a``; ``kind`` is arabic, roman or letter."""

    kind: str
    numbers: tuple[int, ...]
    prefix: str = ""
    suffix: str = ""


def extents(locator: Locator) -> tuple[tuple[Extent, ...], str]:
    """What the locator lists, in order, and the words at its end that are neither number nor quotation."""
    text, label, at, found = locator.value, locator.label, 0, []
    while at < len(text):
        if between := _BETWEEN.match(text, at):
            at = between.end()
        elif named := _LABEL.match(text, at):
            label, at = printed(named[1]), named.end()
        elif quotation := _QUOTATION.match(text, at):
            found.append(Extent(label, quotation[0]))
            at = quotation.end()
        elif several := _RANGE.match(text, at):
            follower = _FOLLOWER.match(text, several.end())
            found.append(_extent(label, several, follower[0] if follower else ""))
            at = follower.end() if follower else several.end()
        else:
            break
    return tuple(found), text[at:].strip()


def _extent(label: str, several: re.Match[str], follower: str) -> Extent:
    return Extent(label, several[1], several[2] or several[4] or "", several[3] or several[5] or "", follower)


_NOTHING = re.compile(r"[\s?.…,;:_#–—-]*|[“\"][\s?.…_–—-]*[”\"]")
_WORD_FOR_NOTHING = re.compile(r"\[?(?:0+|TODO|TBD|TBC|TK|FIXME|[Tt]odo|tbd|tbc|[Xx]+-[Xx]+|NN?|nn?)\]?[.?]?")


def is_placeholder(locator: Locator) -> bool:
    """Whether the value says that it is still to be filled in: ``?``, ``TODO``, ``0``. Of ``xx`` and the like it cannot be told."""
    return bool(_NOTHING.fullmatch(locator.value) or (locator.label and _WORD_FOR_NOTHING.fullmatch(locator.value)))


def number(text: str) -> Number | None:
    """One end of a range as a Number, or None if it is none that can be compared."""
    bare = text.strip("()")
    if len(bare) == 1 and bare.isalpha():
        return Number("letter", (ord(bare.lower()),))
    if numeral := roman(text):
        return numeral
    found = _ARABIC.fullmatch(text.replace(",", ""))
    if not found or len(found[2]) > 30:
        return None
    return Number("arabic", tuple(int(part) for part in re.split("[.:]", found[2])), found[1], found[3] + found[4])


def roman(text: str) -> Number | None:
    """A Roman numeral as a Number, or None; a single letter counts as one if it can."""
    bare = text.strip("()")
    if not _STRICT_ROMAN.fullmatch(bare):
        return None
    total, greatest = 0, 0
    for sign in reversed(bare.lower()):
        value = _VALUES[sign]
        greatest = max(greatest, value)
        total += value if value >= greatest else -value
    return Number("roman", (total,))


def pages(text: str) -> Iterator[tuple[int, int] | None]:
    """The first and last page of each item of a list such as ``12, 15-16, 114-16``; None for what is no plain arabic number."""
    for item in re.split(r"\s*(?:,|&|\band\b)\s*", text):
        ends = re.split(rf"\s*{_DASH}\s*", item.strip())
        if len(ends) > 2 or not all(re.fullmatch(r"\d{1,9}", end) for end in ends):
            yield None
        else:
            yield int(ends[0]), unabbreviated(ends[0], ends[-1])


def unabbreviated(first: str, last: str) -> int:
    """The last page in full: after ``114`` the last page ``16`` is 116 (Chicago Manual, 9.61)."""
    if len(last) < len(first) and int(last) < int(first):
        return int(first[: len(first) - len(last)] + last)
    return int(last)
