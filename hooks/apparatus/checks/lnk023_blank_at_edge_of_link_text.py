"""LNK023 blank-at-edge-of-link-text: the text of a link begins or ends with a blank.

Why: the blank is underlined and belongs to the link.
Fix: put the blank outside the brackets.
Source: markdownlint MD039.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.markup import Spans
from apparatus.grounds.texts import shown, texts
from apparatus.model import Diagnostic, Monograph

CODE = "LNK023"
_EDGE = re.compile(r"(?<!!)\[(?:[ \t]+[^\[\]\n]*[^\[\]\s][^\[\]\n]*|[^\[\]\s\n][^\[\]\n]*[ \t])\](?=\(|\[[^\[\]\n]*\])")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = texts(monograph)
    for page in monograph.pages:
        if " ](" not in page.text and "[ " not in page.text and " ][" not in page.text:
            continue
        code, starts = Spans(page.code), {link.location for link in page.links}
        for match in _EDGE.finditer(page.text, page.body_start):
            place = known.at(page.path, match.start())
            if match.start() not in code and place in starts:
                message = f"link text '{shown(match[0])}' begins or ends with a blank"
                yield Diagnostic(place, CODE, message, "put the blank outside the brackets", "warning")
