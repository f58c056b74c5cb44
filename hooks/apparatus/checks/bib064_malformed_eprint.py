"""BIB064 malformed-eprint: the identifier of a preprint or a record is not of the form its archive gives.

Why: the identifier is the link; with a prefix of its own or a digit too few it leads nowhere.
Fix: write the identifier alone: `eprinttype = {arxiv}, eprint = {2101.00001}`.
Source: arXiv, “Understanding the arXiv identifier”; biblatex manual, section 3.14.7, “Electronic Publishing Information”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.entry_fields import named, plain, quoted, value
from apparatus.model import Diagnostic, Monograph

CODE = "BIB064"
SHAPES = {
    "arxiv": (re.compile(r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?", re.ASCII), "2101.00001"),
    "pubmed": (re.compile(r"[1-9]\d{0,8}", re.ASCII), "23193287"),
    "pmid": (re.compile(r"[1-9]\d{0,8}", re.ASCII), "23193287"),
    "jstor": (re.compile(r"(?:10\.\d{4,5}/)?[a-z]{0,4}[.]?\d{3,12}(?:\.\d+)?", re.ASCII), "1225428"),
}


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry, field in named(monograph, {"eprint"}):
        kind = plain(value(entry, "eprinttype") or value(entry, "archiveprefix")).lower()
        if kind in SHAPES and not SHAPES[kind][0].fullmatch(plain(field.value)):
            message = f"eprint '{quoted(field.value)}' is no identifier of {kind}"
            yield Diagnostic(field.location, CODE, message, f"write it as {SHAPES[kind][1]}")
