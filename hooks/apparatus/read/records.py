"""Scans the text of a ``.bib`` file, in linear time: where its records, citekeys and fields stand, and where it is malformed.

The rules are BibTeX's: braces count even after a backslash, a quotation mark within braces is text. One of our own: a line that
begins like ``@book{`` begins a record, so that a missing brace spoils one record and not all that follow.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

DEEPEST = 40  # braces in braces
MOST_FAULTS = 500  # a file with more is not read further
_START = re.compile(r"@[ \t]*([A-Za-z][\w-]*)?[ \t]*([{(])?")
_LINE_START = re.compile(r"(?:\A\ufeff?|(?<=[\r\n]))[ \t]*+@")
_SPACE = re.compile(r"\s*+")
_KEY = re.compile(r"[^\s,{}\"=()]*+(?:[()]+[^\s,{}\"=()]++)*+")
_NAME = re.compile(r"[^\s,{}()\"=#@]++")
_EQUALS = re.compile(r"\s*+=\s*+")
_WORD = re.compile(r"[^\s,{}()\"=#%']++")
_SIMPLE = re.compile(r"\{[^{}]*+\}|\"[^{}\"]*+\"")
_BRACE = re.compile(r"[{}]")
_QUOTED = re.compile(r"[{}\"]")
_JOINT = re.compile(r"\s*+#\s*+")
_SWALLOWED = re.compile(r"[\r\n][ \t]*+[A-Za-z][\w-]*[ \t]*=[ \t]*(?:[{\"]|$)")
_RESUME = {
    closing: re.compile(rf"(?<=[,\s])[A-Za-z][\w-]*\s*+=|[,{closing}]") for closing in "})"
}
_STRAY = re.compile(r"(?:\A\ufeff?|(?<=[\r\n]))[ \t]*+(?:[{}]|[A-Za-z][\w-]*[ \t]*=[ \t]*[{\"\d])")
_AFTER = re.compile(r"\s*+[,})]")
_OPAQUE = frozenset({"comment", "preamble"})


class Fault(NamedTuple):
    """What is wrong where, and how to mend it; ``code`` as in the finding."""

    offset: int
    message: str
    fix: str
    code: str = "READ004"


class Assignment(NamedTuple):
    """``name = value``: the name as written, the value with its delimiters, both by offset."""

    name: str
    offset: int
    start: int
    end: int


class Record(NamedTuple):
    """``@kind{key, …}`` from ``start`` to ``end``; ``sound`` if nothing in it is malformed."""

    kind: str
    key: str
    key_offset: int
    fields: tuple[Assignment, ...]
    start: int
    end: int
    sound: bool


class _TooManyFaults(Exception):
    """Reading on would only repeat what is wrong."""


class Records:
    """The ``records`` of one text (entries and ``@string`` definitions) and its ``faults``, in order of place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.records: list[Record] = []
        self.faults: list[Fault] = []
        self._leading = {match.end() - 1 for match in _LINE_START.finditer(text)}  # every @ that is the first in its line
        self._starts = sorted(offset for offset in self._leading if (start := _START.match(text, offset))[1] and start[2])
        self._limit = 0  # where the record that is being read must have ended
        self._unbalanced = -1  # the limit before which a brace is known to be missing
        try:
            self._read()
        except _TooManyFaults:
            message, fix = f"more than {MOST_FAULTS} faults; the file is read no further", "mend those above first"
            self.faults.append(Fault(self.faults[-1].offset, message, fix, "READ005"))

    def _read(self) -> None:
        position = gap = 0
        while (found := self.text.find("@", position)) >= 0:
            position = self._at(_START.match(self.text, found), gap)
            gap = max(gap, position) if position > found + 1 else gap
        self._between(gap, len(self.text))

    def _at(self, start: re.Match[str], gap: int) -> int:
        """Read what an ``@`` begins; returns where to go on, which is right after the ``@`` if it begins nothing."""
        offset, kind = start.start(), (start[1] or "").lower()
        if not kind or not start[2]:
            if offset in self._leading and kind not in _OPAQUE:
                self._fault(offset, f"no '{{' after '@{kind}'" if kind else "no kind of entry after '@'", "write '@book{key,'")
            return offset + 1
        self._between(gap, offset)
        index = bisect_right(self._starts, offset)
        self._limit = self._starts[index] if index < len(self._starts) else len(self.text)
        if kind in _OPAQUE:
            return self._opaque(kind, start)
        before = len(self.faults)
        key, key_offset, fields, end = self._body(kind, start.end(), "}" if start[2] == "{" else ")")
        self.records.append(Record(kind, key, key_offset, tuple(fields), offset, end, sound=len(self.faults) == before))
        return end

    def _opaque(self, kind: str, start: re.Match[str]) -> int:
        """Pass over a comment or preamble, which no one reads."""
        if start[2] == "(":
            return start.end()
        end = self._balanced(start.end() - 1)
        if end < 0:
            self._fault(start.start(), f"closing brace of '@{kind}' is missing", "the entry opened here is never closed: add '}' at its end")
        return end if end >= 0 else start.end()

    def _between(self, start: int, end: int) -> None:
        """Text between records is comment, unless it looks like what a brace too many has cut off a record."""
        after = self.records and _AFTER.match(self.text, start, end)
        stray = _STRAY.search(self.text, start, end)
        if after or stray:
            offset = after.end() - 1 if after else stray.end() - 1
            self._fault(offset, "fields or braces outside of any entry", "remove the brace too many in the entry above")

    def _body(self, kind: str, offset: int, closing: str) -> tuple[str, int, list[Assignment], int]:
        offset = self._space(offset)
        if kind == "string":
            return ("", offset, *self._fields(offset, closing))
        key = _KEY.match(self.text, offset, self._limit)
        word = key[0].rstrip(")") if closing == ")" else key[0]
        after = self._space(offset + len(word))
        sign = self.text[after : after + 1] if after < self._limit else ""
        if not word or sign == "=":
            self._fault(offset, f"no citekey in '@{kind}'", "write a citekey and a comma after the opening brace")
            return ("", offset, *self._fields(after + 1 if sign == "," else offset, closing))
        if sign == ",":
            after += 1
        elif sign != closing:
            self._fault(offset + len(word), f"no comma after citekey '{word}'", "write ',' after the citekey")
        return (word, offset, *self._fields(after, closing))

    def _fields(self, offset: int, closing: str) -> tuple[list[Assignment], int]:
        fields: list[Assignment] = []
        text, opened = self.text, offset
        while (offset := self._space(offset)) < self._limit:
            if text[offset] == closing:
                return fields, offset + 1
            name = _NAME.match(text, offset, self._limit)
            equals = _EQUALS.match(text, name.end(), self._limit) if name else None
            if not equals:
                offset = self._no_field(offset, name, closing)
                continue
            end = self._value(equals.end(), name[0])
            if end < 0:
                return fields, self._limit
            fields.append(Assignment(name[0], offset, equals.end(), end))
            offset = self._comma(name[0], end, closing)
        where = fields[-1].start if fields and _SWALLOWED.search(text, fields[-1].start, fields[-1].end) else opened
        self._fault(where, "closing brace is missing", "add the '}' that closes this value")
        return fields, self._limit

    def _no_field(self, offset: int, name: re.Match[str] | None, closing: str) -> int:
        """Report what stands where a field should; go on with the next field."""
        if name:
            self._fault(name.end(), f"no '=' after '{_short(name[0])}'", "write 'name = {value},'")
            offset = name.end()
        else:
            self._fault(offset, f"'{self.text[offset]}' where a field's name should be", "write 'name = {value},'")
            offset += self.text[offset] != "{"
        return self._resume(offset, closing)

    def _resume(self, offset: int, closing: str) -> int:
        """Where reading can go on after a fault: the next line with a field, or after a comma, or the closing brace."""
        offset = self._space(offset)
        if offset < self._limit and self.text[offset] == "{":
            end = self._balanced(offset)
            offset = end if end >= 0 else offset + 1
        following = _RESUME[closing].search(self.text, offset, self._limit)
        if not following:
            return self._limit
        return following.end() if following[0] == "," else following.start()

    def _balanced(self, offset: int) -> int:
        """As _group, but before each limit a brace that is missing is sought only once: the time stays linear."""
        if self._unbalanced == self._limit:
            return -1
        end = self._group(offset)
        if end < 0:
            self._unbalanced = self._limit
        return end

    def _comma(self, name: str, end: int, closing: str) -> int:
        """Past the comma after a value; a missing one is reported where it should stand."""
        after = self._space(end)
        if after >= self._limit or self.text[after] == closing:
            return after
        if self.text[after] == ",":
            return after + 1
        following = _NAME.match(self.text, after, self._limit)
        if following and _EQUALS.match(self.text, following.end(), self._limit):
            self._fault(end, f"no comma after the value of '{name}'", "write ',' after the value")
            return after
        fix = "write ',' after the value, braces around all of it"
        self._fault(after, f"'{self.text[after]}' after the value of '{name}'", fix)
        return self._resume(after + (self.text[after] != "{"), closing)

    def _value(self, offset: int, name: str) -> int:
        """The end of a value: groups, words and numbers joined by ``#``. Nothing is -1: the record cannot be read further."""
        start = offset
        while True:
            end = self._piece(offset, name)
            joint = _JOINT.match(self.text, end, self._limit) if end > offset else None
            if not joint:
                break
            offset = joint.end()
        if end >= 0 and _SWALLOWED.search(self.text, start, end):
            self._fault(start, f"value of '{name}' is not closed", "close its brace or quotation mark before the next field")
        return end

    def _piece(self, offset: int, name: str) -> int:
        if simple := _SIMPLE.match(self.text, offset, self._limit):
            return simple.end()
        sign = self.text[offset] if offset < self._limit else ""
        if sign in ("{", '"'):
            end = self._group(offset) if sign == "{" else self._quotation(offset)
            if end < 0:
                self._fault(offset, f"value of '{name}' is not closed", f"close its '{sign}'")
            return end
        if word := _WORD.match(self.text, offset, self._limit):
            return word.end()
        self._fault(offset, f"no value after '{name} ='", "write a value in braces")
        return offset

    def _group(self, offset: int) -> int:
        """The end of a brace group, or -1 if it has none before the next record."""
        depth = 0
        for brace in _BRACE.finditer(self.text, offset, self._limit):
            depth += 1 if brace[0] == "{" else -1
            if depth > DEEPEST:
                self._deep(brace.start())
            if depth == 0:
                return brace.end()
        return -1

    def _quotation(self, offset: int) -> int:
        """The end of a value in quotation marks, in which marks within braces are text; or -1."""
        depth = 0
        for sign in _QUOTED.finditer(self.text, offset + 1, self._limit):
            if sign[0] == '"':
                if depth == 0:
                    return sign.end()
                continue
            depth += 1 if sign[0] == "{" else -1
            if depth > DEEPEST:
                self._deep(sign.start())
            if depth < 0:
                return -1
        return -1

    def _deep(self, offset: int) -> None:
        if not self.faults or self.faults[-1].code != "READ005":
            self.faults.append(Fault(offset, f"braces nested deeper than {DEEPEST}", "write fewer braces", "READ005"))

    def _space(self, offset: int) -> int:
        return _SPACE.match(self.text, offset, self._limit).end()

    def _fault(self, offset: int, message: str, fix: str) -> None:
        if len(self.faults) >= MOST_FAULTS:
            raise _TooManyFaults
        self.faults.append(Fault(offset, message, fix))


def _short(word: str) -> str:
    return word if len(word) <= 40 else word[:39] + "…"
