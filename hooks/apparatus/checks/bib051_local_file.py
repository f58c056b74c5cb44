"""BIB051 local-file: an entry points to a file on somebody's own computer.

Why: no reader can open it, and it publishes the name of an account and the order of somebody's folders.
Fix: delete the field, or give the public address in `url`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.entry_fields import named, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB051"
FIELDS = ("file", "pdf", "howpublished", "note", "annotation", "annote", "addendum", "bdsk-file-1", "bdsk-url-1")
_LOCAL = re.compile(
    r"(?<![\w.])file:/{1,3}\w"
    r"|(?<![\w.])[A-Za-z](?:\\\\?)?:(?:[\\/]|\{\\textbackslash\})+(?:Users|Documents|Dokumente|Temp|Zotero|home)\b"
    r"|(?<![\w/.])(?:/home/|/Users/|/mnt/c/|/media/)\w"
    r"|(?<![\w/.])~/\w",
    re.IGNORECASE,
)
LONGEST = 5000  # characters of a value that are read


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry, field in named(monograph, FIELDS):
        if found := _LOCAL.search(field.value[:LONGEST]):
            shown = quoted(field.value[found.start() : found.start() + 60])
            message = f"{field.name} of entry '{quoted(entry.citekey)}' points to a file on one computer, '{shown}'"
            yield Diagnostic(field.location, CODE, message, f"delete '{field.name}', or give a public address", severity="warning")
