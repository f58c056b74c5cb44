"""BIB043 unknown-language: the language of an entry is none that programs know.

Why: by it they choose hyphenation, quotation marks and whether capitals in a title are kept; an unknown one is passed over in silence.
Fix: write babel's name in lower case, `english`, `arabic`, `ngerman`, or a language tag, `en-GB`.
Source: biblatex manual, section 3.1, table 2, “Supported Languages”; BCP 47.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from apparatus.grounds.entry_fields import named, plain, quoted
from apparatus.grounds.languages import NAMES, known
from apparatus.model import Diagnostic, Monograph

CODE = "BIB043"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, {"langid"}):
        value = plain(field.value)
        if not known(value):
            guesses = [value[:40].lower(), value[:40].replace("_", "-")]
            near = [guess for guess in guesses if known(guess)] or get_close_matches(guesses[0], sorted(NAMES), n=1, cutoff=0.75)
            fix = f"did you mean '{near[0]}'?" if near else "write a language's name as babel has it, or a language tag"
            yield Diagnostic(field.location, CODE, f"langid '{quoted(field.value)}' is no language", fix, "warning")
