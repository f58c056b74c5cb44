"""The words and the anchors of headings, as Python-Markdown's ``toc`` extension makes them with its default settings."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable

_ATTRIBUTES = re.compile(r"[ \t]\{:?[ \t]*+[^{}\n]+\}$")
_IDENTIFIER = re.compile(r"(?:(?<=[\s{:])#([^\s{}]+)|\bid=[\"']?([^\s{}\"']+))")
_EMPHASIS = re.compile(r"(?<![^\W_])(_{1,3})(?=[^\s_])|(?<=[^\s_])(_{1,3})(?![^\W_])")
_STARS = re.compile(r"\*+")
_NUMBERED = re.compile(r"(.*)_([0-9]+)$")


def attributes(text: str) -> tuple[str, str]:
    """A heading's text without its attribute list, and the anchor that the list gives, or nothing."""
    if not text.endswith("}") or not (found := _ATTRIBUTES.search(text, max(text.rfind("{") - 1, 0))):
        return text, ""
    name = _IDENTIFIER.search(found[0])
    return text[: found.start()].rstrip(), (name[1] or name[2]) if name else ""


def words(text: str, markup: Iterable[tuple[int, int]]) -> str:
    """The text without the stretches that are markup, without emphasis, white space made single."""
    pieces, done = [], 0
    for start, end in sorted(markup):
        if start >= len(text):
            break
        pieces.append(text[done:start] if start > done else "")
        done = max(done, end)
    bare = "".join(pieces) + text[done:]
    return " ".join(_EMPHASIS.sub("", _STARS.sub("", bare)).split())


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
