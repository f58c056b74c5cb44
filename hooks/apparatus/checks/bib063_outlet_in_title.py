"""BIB063 outlet-in-title: the title ends with the name of the outlet that stands in its own field.

Why: browsers show “Headline - BBC News”; the note prints the outlet twice.
Fix: end the title where the headline ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import titles
from apparatus.grounds.entry_fields import first, named, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB063"
OUTLETS = ("journaltitle", "journal", "organization", "publisher", "institution", "booktitle", "maintitle")
_JOINT = re.compile(r"\s+(?:[-–—|•·»:]|::)\s+")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry, field in named(monograph, {"title"}):
        title = titles.text(field.value)
        joints = list(_JOINT.finditer(title[-300:]))
        tail = title[-300:][joints[-1].end() :] if joints else ""
        for outlet in filter(None, (first(entry, name) for name in OUTLETS)):
            if tail and _same(tail, titles.text(outlet.value)):
                message = f"title '{quoted(title)}' ends with the {outlet.name}"
                fix = f"end it before '{quoted(joints[-1][0].strip())} {quoted(tail)}'"
                yield Diagnostic(field.location, CODE, message, fix, "warning")
                break


def _same(tail: str, outlet: str) -> bool:
    return re.sub(r"^the ", "", tail.casefold()) == re.sub(r"^the ", "", outlet.casefold())
