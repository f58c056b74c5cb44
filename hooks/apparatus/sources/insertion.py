"""Where in a file of ``bib/`` a new entry stands: in the order of the citekeys if the file keeps it, else at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from apparatus.grounds.entries import start
from apparatus.model import Entry
from apparatus.read.places import Places

_COMMENT = re.compile(r"[ \t]*%")


def inserted(text: str, entries: Sequence[Entry], citekey: str, written: str) -> str:
    """The file's text with the entry in it, an empty line on either side; no other character changes.

    ``entries`` are those of the file in the order written. Line ends are those of the file's first line.
    """
    end = "\r\n" if re.match(r"[^\n]*\r\n", text) else "\n"
    written = written.replace("\n", end)
    keys = [entry.citekey.casefold() for entry in entries]
    index = next((n for n, key in enumerate(keys) if key > citekey.casefold()), len(keys)) if keys == sorted(keys) else len(keys)
    if index == len(keys):
        return text + _gap(text, end) + written
    places = Places(entries[index].location.path, text)
    line = start(entries[index]).line - 1
    while line > 0 and _COMMENT.match(text, places.starts[line - 1]) and line - 1 > _last_line(entries, index):
        line -= 1  # a remark above an entry belongs to it
    offset = places.starts[line]
    return text[:offset] + written + end + text[offset:]


def _last_line(entries: Sequence[Entry], index: int) -> int:
    """The last line, from 0, of the entry before; of a file's head, which stands above the first entry, the first line."""
    if index == 0:
        return 0
    before = entries[index - 1]
    return start(before).line - 1 + before.raw.count("\n")


def _gap(text: str, end: str) -> str:
    """What stands between the end of a file and an entry added there."""
    if not text.strip("\ufeff"):
        return ""
    return end * (2 - min(len(re.search(r"(?:\r?\n)*\Z", text)[0].replace("\r", "")), 2))
