"""BIB017 unknown-keyword: an entry has a keyword that the house does not use.

Why: keywords are marks with a meaning here: `consulted` says that the editors have seen the work, `extremist` that it must
never be linked. A misspelt mark does nothing, and nobody notices.
Fix: write `consulted`, `consulted-in-part` or `extremist`, in small letters, with a comma between them; delete other keywords.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.nearest import Nearest
from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB017"
KEYWORDS = ("article", "consulted", "consulted-in-part", "extremist")
_near = Nearest(KEYWORDS)
_STEMS = {"consult": "consulted", **dict.fromkeys(("extremis", "jihad", "propaganda", "terroris"), "extremist")}


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        for field in entry.fields:
            if field.name == "keywords":
                for word in dict.fromkeys(part.strip() for part in field.value.split(",")):
                    if word and word not in KEYWORDS:
                        message = f"keyword '{quoted(word)}' of entry '{quoted(entry.citekey)}' is none of the house's"
                        yield Diagnostic(field.location, CODE, message, _fix(word), severity="warning")


def _fix(word: str) -> str:
    bare = word.strip("{} \"'").casefold()
    if any(sign in bare for sign in "; /") and any(known in bare for known in KEYWORDS):
        return "put a comma between keywords"
    near = _near.of(bare) or next((known for stem, known in _STEMS.items() if bare.startswith(stem)), "")
    return f"did you mean '{near}'?" if near else f"write {' or '.join(KEYWORDS)}, or delete it"
