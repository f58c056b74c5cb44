"""CIT022 placeholder-citation: empty brackets, `[citation needed]`, `[ref]` or a typed number stand where a citation belongs.

Why: a source was to be filled in and was forgotten, and the brackets are printed as they stand.
Fix: cite the source, `[@citekey, p. 3]`, or delete the brackets and say that there is no source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.passages import passages
from apparatus.model import Diagnostic, Monograph

CODE = "CIT022"
_WANTED = (
    r"(?:(?:add|insert|needs?|missing|find|check)\s+)?(?:a\s+)?(?:citations?|cit|cite|sources?|references?|refs?|footnote|page)"
    r"(?:\s+(?:needed|missing|required|wanted|here|to come|tk|tbd|tbc|todo))?\s?[?!.…]{0,3}"
    r"|cn|todo[^\[\]\n]{0,60}|tkk?|fixme[^\[\]\n]{0,60}|\?{2,3}|xx+"
)
_PLACEHOLDER = re.compile(
    rf"\[(?:{_WANTED})\](?![(\[:])|\{{\{{(?:citation needed|cn|fact|source)[^{{}}\n]{{0,60}}\}}\}}"
    r"|\((?:citation|source|reference|ref\.?) (?:needed|missing|required|tk)\??\)",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"(?<=[\w.,;:?)”’\"])\s?\[\s*\](?![(\[:])")
_TYPED = re.compile(r"(?<=[.,;:?!)”’])\[\d{1,3}(?:\s?[-–,]\s?\d{1,3})*\](?![(\[:])")
FIX = "write '[@citekey, p. 3]', or delete the brackets"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for passage in passages(monograph):
        text = passage.unquoted
        if "[" not in text and "{{" not in text and "^" not in text and "(" not in text:
            continue
        links = {link.location for link in passage.page.links} if passage.page else set()
        for pattern, what in ((_PLACEHOLDER, "placeholder"), (_EMPTY, "empty brackets"), (_TYPED, "typed note number")):
            for found in pattern.finditer(text):
                words = found[0].strip()
                place = passage.at(found.end() - len(words), words)
                if place not in links:
                    yield Diagnostic(place, CODE, f"{what} '{excerpt(words)}' where a citation belongs", FIX)
