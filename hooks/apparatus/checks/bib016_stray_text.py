"""BIB016 stray-text: text stands between the entries of a .bib file and is not marked as a comment.

Why: BibTeX passes over it in silence, so that what was meant as an entry or a field is lost, and other programs stop at it.
Fix: begin the line with `%` if it is a comment; delete it, or complete the entry it belongs to.
Source: BibTeX manual (Patashnik, BibTeXing, section 4).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from apparatus.grounds import entries
from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Entry, Location, Monograph

CODE = "BIB016"
_LINE_END = re.compile(r"\r\n|\r|\n")
_COMMAND = re.compile(r"@[ \t]*(?:(?:string|preamble|comment)[ \t]*([{(])|comment\b[^\r\n]*)", re.IGNORECASE)
_BRACKET = re.compile(r"[{}()\"]")
_MERGE = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?![<=>|])")  # has a finding of its own
_TEXT = re.compile(r"[^\s\ufeff]")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    of_path: dict[str, list[Entry]] = defaultdict(list)
    for entry in monograph.entries:
        of_path[entry.location.path].append(entry)
    faulty = {(failure.location.path, failure.location.line) for failure in monograph.failures}
    unread = entries.unread(monograph)
    for source in monograph.sources:
        if source.path.endswith(".bib"):
            own = of_path[source.path]
            yield from _file(source.path, source.text, own, {line for path, line in faulty if path == source.path}, unread)


def _file(path: str, text: str, own: list[Entry], faulty: set[int], unread: frozenset[Location]) -> Iterator[Diagnostic]:
    """Read the gaps between entries. A gap with a fault of reading in it, or after an unread entry, is left to that finding."""
    position, line, sound = 0, 1, True
    for entry in [*own, None]:
        start = text.find(entry.raw, position) if entry and entry.raw else len(text) if entry is None else -1
        if start < 0:
            continue
        gap = text[position:start]
        lines = len(_LINE_END.findall(gap))
        if sound and not faulty.intersection(range(line, line + lines + 1)):
            yield from _gap(path, text, position, gap, line)
        line += lines + (len(_LINE_END.findall(entry.raw)) if entry else 0)
        position, sound = start + len(entry.raw if entry else ""), entry is None or entry.location not in unread


def _gap(path: str, text: str, offset: int, gap: str, line: int) -> Iterator[Diagnostic]:
    """The first stray character of each run of lines; comments and ``@string``, ``@preamble``, ``@comment`` are none."""
    line_start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    before, reported = offset - line_start - text.startswith("\ufeff", line_start), -2
    gap, number = _without_commands(gap), line
    for content in _LINE_END.split(gap):
        bare = "" if _MERGE.match(content) else content.partition("%")[0]
        if found := _TEXT.search(bare):
            if reported != number - 1:
                message = f"'{quoted(bare[found.start():])}' stands outside of any entry"
                place = Location(path, number, max(before + found.start() + 1, 1))
                yield Diagnostic(place, CODE, message, "begin the line with '%', or delete it", severity="warning")
            reported = number
        number, before = number + 1, 0


def _without_commands(gap: str) -> str:
    """The gap with blanks for its ``@string``, ``@preamble`` and ``@comment`` commands, line ends kept."""
    kept, position = [], 0
    while command := _COMMAND.search(gap, position):
        end = _end(gap, command.end() - 1) if command[1] else command.end()
        kept += [gap[position : command.start()], re.sub(r"[^\r\n]", " ", gap[command.start() : end])]
        position = end
    return "".join([*kept, gap[position:]])


def _end(gap: str, offset: int) -> int:
    """The offset after the bracket that closes the one at ``offset``; the end if none does."""
    opening, closing = gap[offset], {"{": "}", "(": ")"}[gap[offset]]
    depth = braces = 0
    for sign in _BRACKET.finditer(gap, offset):
        if opening == "(" and sign[0] in "{}":
            braces += 1 if sign[0] == "{" else -1
        elif sign[0] in (opening, closing) and not braces:
            depth += 1 if sign[0] == opening else -1
            if depth == 0:
                return sign.end()
    return len(gap)
