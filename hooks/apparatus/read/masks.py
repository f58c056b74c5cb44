"""Finds what stands in running text without being text: code, comments, escapes, HTML tags, addresses.

Each is blanked in a copy of the same length, so that whoever reads that copy cannot take it for a link or a citation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

HIDDEN, ESCAPED, BRACED = "\x00", "\x01", "\x02"  # what stands for a hidden, an escaped, a key's character

_TOKEN = re.compile(r"\\[!-/:-@\[-`{-~]|`+|<(?=[A-Za-z/!])|@\{[^{}\n]*\}|\b(?:https?|ftp)://")
_TICKS = re.compile(r"`+")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[\w.!#$%&'*+/=?^`{|}~-]++@[\w.-]++)>")
_TAG = re.compile(r"</?([A-Za-z][\w:-]*+)(?=[\s/>])((?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>")
_LONGEST_TAG = 20_000
_ADDRESS = re.compile(r"[^\s<>\[\]\"`“”|{}\\^]*+")
_ATTRIBUTE = re.compile(r"(?<![\w:-])(id|name|href|src)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]++))", re.IGNORECASE)
_VERBATIM = frozenset({"script", "style", "pre", "code", "textarea"})
_HINTS = ("`", "\\", "<", "@{", "://")


class Address(NamedTuple):
    """A URL in the text: autolink, bare, or the target of an HTML element."""

    start: int
    end: int
    target: str
    kind: str  # "autolink", "bare", "a" or "img"


class Mask:
    """One text and its blanked copy; the lists hold offsets into the text, in order."""

    def __init__(self, text: str) -> None:
        self.text = self.plain = text
        self.spans: list[tuple[int, int]] = []
        self.marks: list[tuple[int, int]] = []  # the parts of the spans that are markup, not words
        self.addresses: list[Address] = []
        self.anchors: list[tuple[int, str]] = []
        self._ticks: dict[int, list[int]] | None = None
        self._ends: dict[str, bool] = {}
        if any(hint in text for hint in _HINTS):
            self._blank()

    def _blank(self) -> None:
        pieces: list[str] = []
        done = position = 0
        while token := _TOKEN.search(self.text, position):
            start = token.start()
            position, filler = self._read(token, start)
            if filler:
                pieces += (self.text[done:start], filler * (position - start))
                done = position
                self.spans.append((start, position))
            elif token[0].startswith("@"):
                pieces += (self.text[done : start + 2], BRACED * (position - start - 3), "}")
                done = position
        self.plain = "".join(pieces) + self.text[done:]

    def _read(self, token: re.Match[str], start: int) -> tuple[int, str]:
        """Where the token ends and what it is replaced by; nothing if it is text after all."""
        first = token[0][0]
        if first == "\\":
            self.marks.append((start, start + 1))
            return start + 2, ESCAPED
        if first == "`":
            return self._code(start, len(token[0]))
        if first == "@":
            return token.end(), ""
        if first == "<":
            return self._angle(start)
        return self._bare(start), HIDDEN

    def _code(self, start: int, ticks: int) -> tuple[int, str]:
        if self._ticks is None:
            self._ticks = {}
            for run in _TICKS.finditer(self.text):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
        closers = self._ticks.get(ticks, [])
        index = bisect_left(closers, start + ticks)
        if index == len(closers):
            return start + ticks, ""
        self.marks += ((start, start + ticks), (closers[index], closers[index] + ticks))
        return closers[index] + ticks, HIDDEN

    def _angle(self, start: int) -> tuple[int, str]:
        if self.text.startswith("<!--", start):
            end = self._find("-->", start + 4)
            self.marks.append((start, max(end, start)))
            return (end, HIDDEN) if end >= 0 else (start + 4, "")
        if link := _AUTOLINK.match(self.text, start):
            self.marks += ((start, start + 1), (link.end() - 1, link.end()))
            target = link[1] if ":" in link[1] else f"mailto:{link[1]}"
            self.addresses.append(Address(start, link.end(), target, "autolink"))
            return link.end(), HIDDEN
        tag = _TAG.match(self.text, start, start + _LONGEST_TAG)
        if not tag:
            return start + 1, ""
        self._attributes(tag)
        self.marks.append((start, tag.end()))
        return self._element(tag), HIDDEN

    def _element(self, tag: re.Match[str]) -> int:
        """The end of a tag, or of the whole element if its content is not Markdown."""
        name = tag[1].lower()
        if name not in _VERBATIM or tag[0].startswith("</") or tag[0].endswith("/>"):
            return tag.end()
        end = self._find(f"</{name}>", tag.end())
        if end < 0:
            return tag.end()
        self.marks.append((end - len(name) - 3, end))
        return end

    def _find(self, closer: str, start: int) -> int:
        """The offset after ``closer``, or -1. What was not found once is not sought again: the time stays linear."""
        if self._ends.get(closer) is False:
            return -1
        index = self.text.find(closer, start)
        if index < 0:
            self._ends[closer] = False
            return -1
        return index + len(closer)

    def _attributes(self, tag: re.Match[str]) -> None:
        name = tag[1].lower()
        for attribute in _ATTRIBUTE.finditer(tag[2]):
            value = attribute[2] or attribute[3] or attribute[4] or ""
            which = attribute[1].lower()
            if which == "id" or (which == "name" and name == "a"):
                self.anchors.append((tag.start(2) + attribute.start(), value))
            elif (name, which) in (("a", "href"), ("img", "src")):
                self.addresses.append(Address(tag.start(), tag.end(), value, name))

    def _bare(self, start: int) -> int:
        end = _ADDRESS.match(self.text, start).end()
        surplus = self.text.count(")", start, end) - self.text.count("(", start, end)
        while end > start and (self.text[end - 1] in ".,;:!?'*" or (self.text[end - 1] == ")" and surplus > 0)):
            surplus -= self.text[end - 1] == ")"
            end -= 1
        self.addresses.append(Address(start, end, self.text[start:end], "bare"))
        return end
