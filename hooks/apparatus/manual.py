"""The readers' page on the checks, made from the docstrings of the checks themselves."""

from __future__ import annotations

import re
from itertools import groupby
from types import ModuleType

from apparatus import checks

PAGE = "about/checks.md"
FAMILIES = {
    "BIB": "Entries of the bibliography",
    "CIT": "Citations and notes",
    "DAT": "Data",
    "FIG": "Figures",
    "LNK": "Links and headings",
    "PAGE": "Pages",
    "SEC": "Safety",
    "SET": "Setting",
    "TXT": "Text",
    "URL": "Addresses",
    "WVR": "Waivers",
}
HEAD = """---
title: Checks
description: What is checked before this book is published, why, and how each fault is mended.
---

# Checks

Nothing is published while one of these finds anything.
Each finding is one line: the file, the line and column, the code, what is wrong, and how to mend it.
What cannot be mended is waived, one finding at a time, with a reason and a date.
"""
UNREADABLE = """
## What cannot be read {#read}

A source that cannot be read is named under READ001 to READ009: it is not UTF-8, its front matter, YAML or BibTeX does not parse, it is too
large or too deeply nested, it is a link out of the repository, or it cannot be opened.
The rest of the book is checked all the same.
An entry that the citation style cannot print is named under REF001.
"""
_PARTS = re.compile(r"^(Why|Fix|Source): ", re.MULTILINE)
_AS_IT_IS = re.compile(r"(`[^`]*`)|(?:\bhttps?://[^\s,;)]*[^\s,;).]|\bhttps?://)")


def render() -> str:
    """The page's Markdown: every check by family, in the order of the codes."""
    parts = [HEAD]
    ordered = sorted(checks.CHECKS, key=lambda check: check.CODE)
    for family, members in groupby(ordered, key=lambda check: check.CODE.rstrip("0123456789")):
        parts.append(f"\n## {FAMILIES.get(family, family)} {{#{family.lower()}}}\n")
        parts += [_check(check) for check in members]
    return "".join([*parts, UNREADABLE])


def _check(check: ModuleType) -> str:
    head, *rest = _PARTS.split(check.__doc__.strip())
    code, _, words = head.partition(" ")
    name, _, what = words.partition(":")
    said = dict(zip(rest[::2], rest[1::2], strict=True))
    lines = [f"\n### {code} {name.replace('-', ' ')} {{#{code.lower()}}}\n\n{_prose(what.strip()[:1].upper() + what.strip()[1:])}\n"]
    lines += [f"\n*{part}:* {_prose(said[part])}\n" for part in ("Why", "Fix", "Source") if part in said]
    return "".join(lines)


def _prose(text: str) -> str:
    """Running text; what Markdown or the citation reader would take for markup, and addresses, are kept as they are."""
    plain, pieces, done = " ".join(text.split()), [], 0
    for found in _AS_IT_IS.finditer(plain):
        pieces += (_escaped(plain[done : found.start()]), found[1] or f"`{found[0]}`")
        done = found.end()
    return "".join([*pieces, _escaped(plain[done:])])


def _escaped(text: str) -> str:
    return re.sub(r"([\[\]*_{}\\])", r"\\\1", text).replace("<", "&lt;")
