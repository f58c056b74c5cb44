"""CIT027 space-missing-after: the next word touches the bracket of a citation.

Why: the note's number would run into the word that follows.
Fix: put a space, or a new line, after the bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.settings import settings
from apparatus.model import Diagnostic, Monograph

CODE = "CIT027"
_WORD = re.compile(r"[“‘]?[A-Za-z0-9\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]\w*")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for setting in settings(monograph):
        if not setting.cluster.in_text and (word := _WORD.match(setting.after)):
            message = f"no space between the citation '{excerpt(setting.cluster.raw)}' and '{excerpt(word[0])}'"
            yield Diagnostic(setting.cluster.location, CODE, message, "put a space after the bracket")
