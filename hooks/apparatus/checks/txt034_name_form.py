"""TXT034 name-form: prose names a person, group or place by another form than the preferred one, or misspells a preferred name.

Why: a reader who meets two spellings asks whether two are meant, and search by the one misses the other.
Fix: write the preferred form. A variant may stand in quotation marks, and in a sentence that has the preferred form, its
abbreviation or a part of it; a further form that prose may use is listed under `short` in the register.
Source: the book’s editorial policy, “Names”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.evidence.hand_written import Writing, writings
from apparatus.grounds.nearest import Nearest
from apparatus.grounds.proper_names import NAMES
from apparatus.model import Diagnostic, Monograph
from apparatus.registers import forms
from apparatus.registers.forms import Variant

CODE = "TXT034"
_LEAST = 6  # letters of a name of which a misspelling is recognised
_CAPITAL = re.compile(r"(?<![\w@/’'-])[A-Z][^\W\d_]{4,}(?:-[^\W\d_]+)*")
_DERIVED = ("s", "n", "i", "an", "is", "ns", "ian")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    variants = forms.variants(monograph)
    preferred, known = forms.words(monograph, _LEAST)
    if not preferred:
        return
    longest = sorted(variants, key=lambda form: (-len(form), form))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])") if longest else None
    slips = _Slips(monograph, preferred, known)
    titles = [entry["title"] for entry in monograph.entries]
    for writing in writings(monograph):
        for match in pattern.finditer(writing.words) if pattern else ():
            variant = variants[match[0]]
            if not _quoted(writing.words, match.start()) and not _beside(writing.words, variant) and not _in_title(writing, match, titles):
                yield _finding(writing, match[0], "variant", f"write '{variant.preferred}'")
        for match in _CAPITAL.finditer(writing.words):
            if (near := slips.of(match[0])) and not _quoted(writing.words, match.start()):
                yield _finding(writing, match[0], "misspelt", f"did you mean '{near}'?")


class _Slips:
    """Misspellings of preferred names; words that the registers, the bibliography or the language know are none."""

    def __init__(self, monograph: Monograph, preferred: set[str], known: set[str]) -> None:
        self._nearest = Nearest(preferred)
        fields = ("author", "editor", "title", "publisher", "journaltitle")
        printed = " ".join(entry[field] for entry in monograph.entries for field in fields)
        self._known = known | NAMES | set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", printed))
        self._known |= {word + ending for word in preferred for ending in _DERIVED}
        self._seen: dict[str, str] = {}

    def of(self, word: str) -> str:
        """The name that a word misspells, or the empty string."""
        if word not in self._seen:
            near = "" if word in self._known or len(word) < _LEAST - 1 else self._nearest.of(word)
            self._seen[word] = near if near.casefold() != word.casefold() else ""
        return self._seen[word]


def _beside(words: str, variant: Variant) -> bool:
    return any(re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", words) for form in variant.beside)


def _quoted(words: str, place: int) -> bool:
    return words.count("“", 0, place) > words.count("”", 0, place)


def _in_title(writing: Writing, match: re.Match[str], titles: list[str]) -> bool:
    """Whether the form stands in the title of a work that the sentence names."""
    around = writing.words[match.start() : match.end() + 12]
    return any(around in title for title in titles)


def _finding(writing: Writing, form: str, how: str, fix: str) -> Diagnostic:
    return Diagnostic(writing.at(form), CODE, f"{how} name '{form}'", fix, "warning")
