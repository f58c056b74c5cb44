"""The words and the anchors of headings, as Python-Markdown's ``toc`` extension makes them with its default settings."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable

from apparatus.read.stretches import joined

_ATTRIBUTES = re.compile(r"[ \t]\{:?[ \t]*+[^{}\n]+\}$")
_IDENTIFIER = re.compile(r"(?:(?<=[\s{:])#([^\s{}]+)|\bid=[\"']?([^\s{}\"']+))")
_EMPHASIS = re.compile(r"\*{1,3}|_{1,3}")
_NUMBERED = re.compile(r"(.*)_([0-9]+)$")


def attributes(text: str) -> tuple[str, str]:
    """A heading's text without its attribute list, and the anchor that the list gives, or nothing."""
    if not text.endswith("}") or not (found := _ATTRIBUTES.search(text, max(text.rfind("{") - 1, 0))):
        return text, ""
    name = _IDENTIFIER.search(found[0])
    return text[: found.start()].rstrip(), (name[1] or name[2]) if name else ""


def words(text: str, plain: str, markup: Iterable[tuple[int, int]]) -> str:
    """The text without what is markup, white space made single; ``plain`` is the text with code and escapes blanked."""
    pieces, done = [], 0
    for start, end in joined([*markup, *_emphasis(plain)]):
        pieces.append(text[done:start])
        done = end
    return " ".join("".join([*pieces, text[done:]]).split())


def _emphasis(plain: str) -> list[tuple[int, int]]:
    """The asterisks and underscores that have a partner; an underscore within a word is a letter."""
    found: list[tuple[int, int]] = []
    opened: dict[str, list[tuple[int, int]]] = {}
    for mark in _EMPHASIS.finditer(plain):
        before, after = plain[max(mark.start() - 1, 0) : mark.start()], plain[mark.end() : mark.end() + 1]
        inner = mark[0][0] == "_"
        if before.strip() and not (inner and _is_letter(after)) and opened.get(mark[0]):
            found += (opened[mark[0]].pop(), mark.span())
        elif after.strip() and not (inner and _is_letter(before)):
            opened.setdefault(mark[0], []).append(mark.span())
    return found


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def slug(text: str) -> str:
    """The anchor that Python-Markdown makes from a heading's words."""
    ascii_only = unicodedata.normalize("NFKD", html.unescape(text)).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())


class Anchors:
    """Hands out anchors that are not taken: a repeated one gets ``_1``, ``_2`` …"""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._counts: dict[str, int] = {}

    def free(self, name: str) -> str:
        """``name``, or the next numbered form of it that is free; it is taken from then on."""
        if name in self._taken or not name:
            numbered = _NUMBERED.match(name)
            base, count = (numbered[1], int(numbered[2])) if numbered else (name, 0)
            known = self._counts.get(base, 0)  # base_1 to base_known are taken
            follows = count <= known or name == f"{base}_{known + 1}"
            count = (max(count, known) if follows else count) + 1
            while f"{base}_{count}" in self._taken:
                count += 1
            if follows:
                self._counts[base] = count
            name = f"{base}_{count}"
        self._taken.add(name)
        return name
