"""BIB034 title-ends-with-stop: a title ends with a full stop, a comma, a colon or a semicolon.

Why: the citation style sets the punctuation after a title; the note shows both.
Fix: remove it. A question mark, an exclamation mark, three points and the stop of an abbreviation stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import titles
from apparatus.grounds.entry_fields import named, quoted, value
from apparatus.model import Diagnostic, Monograph

CODE = "BIB034"
ABBREVIATED = frozenset(
    "inc ltd corp co bros jr sr esq dr mr mrs ms prof gen col capt lt sgt gov sen rep st mt vs etc ed eds vol vols no nos nr pt ser "
    "dept univ assn intl natl approx dept est suppl proc rev ibid op cit al ca jan feb mar apr jun jul aug sept sep oct nov dec "
    "mass calif conn wash penn misc fig figs sec ch chap para art resp incl plc ave blvd rd abr trans".split()
)
_LAST = re.compile(r"(?:^|[\s(“‘\"'/-])([^\s(“‘\"'/-]+?)([.,;:])$")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry, field in named(monograph, titles.TITLES):
        title = titles.text(field.value)
        last = _LAST.search(title[-200:])
        if last and not (last[2] == "." and _stays(last[1], value(entry, "langid"))):
            message = f"{field.name} '{quoted(title)}' ends with '{last[2]}'"
            yield Diagnostic(field.location, CODE, message, f"remove the '{last[2]}'", "warning")


def _stays(word: str, language: str) -> bool:
    """Whether a stop after the word may belong to it: abbreviations, initials, points of omission, ordinals of other languages."""
    if word.endswith(".") or "." in word or len(word.strip("()[]")) < 2 or word.lower() in ABBREVIATED:
        return True
    foreign = language.strip() not in ("", "english", "british", "american", "en", "en-GB", "en-US")
    return (foreign and (word.isdigit() or len(word) < 5)) or not re.search(r"[\w)\]’”]$", word)
