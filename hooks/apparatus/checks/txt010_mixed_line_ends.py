"""TXT010 mixed-line-ends: some lines of a file end in LF, others in CRLF or a lone CR.

Why: programs count the lines differently, so that findings and changes are shown at the wrong place.
Fix: save the file with one kind of line end, best LF.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from apparatus.model import Diagnostic, Monograph
from apparatus.read.places import Places

CODE = "TXT010"
_END = re.compile(r"\r\n|\r|\n")
_NAMES = {"\r\n": "CRLF", "\r": "CR", "\n": "LF"}


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for source in monograph.sources:
        if "\r" not in source.text:
            continue
        ends = list(_END.finditer(source.text))
        counts = Counter(end[0] for end in ends)
        if len(counts) > 1:
            usual = max(counts, key=lambda kind: (counts[kind], kind == "\n"))
            odd = next(end for end in ends if end[0] != usual)
            rest = sum(counts.values()) - counts[usual]
            message = f"this line ends in {_NAMES[odd[0]]}, most in {_NAMES[usual]} ({rest} of {len(ends)} differ)"
            place = Places(source.path, source.text).at(odd.start())
            yield Diagnostic(place, CODE, message, f"save the file with {_NAMES[usual]} throughout", "warning")
