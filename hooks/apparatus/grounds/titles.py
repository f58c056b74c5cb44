"""Titles of entries: which fields hold one, their text without protection, and their words with the depth of braces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from apparatus.grounds.entry_fields import plain

TITLES = frozenset({"title", "subtitle", "booktitle", "booksubtitle", "maintitle", "mainsubtitle", "issuetitle", "eventtitle"})
_PIECE = re.compile(r"[{}]|\\[A-Za-z]+\s*|\\.|(?:[^\W_]|[/.'’&-](?=[^\W_]))+|[^\w\s{}\\]+|\s+|_+")
_TEX = re.compile(r"\\(?:[A-Za-z]+\s*|.)")


class Word(NamedTuple):
    """A word of a title; ``start`` where it begins a title or a part of one after a colon, ``bare`` outside all braces."""

    text: str
    offset: int
    bare: bool
    start: bool


def text(value: str) -> str:
    """The title as read: no braces, no TeX commands (``\\&`` is ``&``), one blank between words."""
    kept = _TEX.sub(lambda match: match[0][1:] if match[0][1:] in "&%$#_" else "", plain(value))
    return " ".join(re.sub(r"[{}]", "", kept).split())


def words(value: str) -> Iterator[Word]:
    """The words of a title as written, in order."""
    depth, start = 0, True
    for piece in _PIECE.finditer(value):
        sign = piece[0]
        depth += (sign == "{") - (sign == "}")
        if sign[0].isalnum() or sign[0] in "/.'’&-" and len(sign) > 1 and sign[-1].isalnum():
            yield Word(sign, piece.start(), depth == 0, start)
            start = False
        elif re.search(r"[:?!.]", sign) and not sign.startswith("\\"):
            start = True
