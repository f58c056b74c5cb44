"""BIB033 unprotected-capitals: a name or an acronym in a title is not in braces.

Why: programs that read BibTeX write English titles in lower case and keep only what stands in braces: “afghanistan”, “s/2020/53”.
Fix: put a second pair of braces around the title: `title = {{Foreign Fighters in Afghanistan}}`.
Source: biblatex manual, section 4.6.4, `\\MakeSentenceCase`; pandoc manual, “Capitalization in titles”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import titles
from apparatus.grounds.entry_fields import first, named, quoted, wrapped
from apparatus.grounds.proper_names import NAMES
from apparatus.model import Diagnostic, Monograph

CODE = "BIB033"
MOST = 5  # words that a message names
ENGLISH = frozenset({"", "english", "british", "american", "usenglish", "ukenglish", "australian", "canadian", "newzealand"})
_SYMBOL = re.compile(r"(?:[AES]|ST)/[A-Z\d./]*\d[\d./]*")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = NAMES | _glossary(monograph)
    for entry, field in named(monograph, titles.TITLES):
        language = first(entry, "langid")
        english = language is None or language.value.strip() in ENGLISH or language.value.strip().startswith("en-")
        title = titles.text(field.value)
        if not english or title == title.upper() or wrapped(field.value.strip()):
            continue
        words = [word.text for word in titles.words(field.value) if word.bare and _needs(word, known)]
        if words:
            some = ", ".join(dict.fromkeys(quoted(word) for word in words[:MOST]))
            message = f"{field.name} '{quoted(title)}' has capitals without braces: {some}"
            yield Diagnostic(field.location, CODE, message, f"put braces around the whole title: {field.name} = {{{{…}}}}")


def _glossary(monograph: Monograph) -> set[str]:
    """The words with a capital in the abbreviations and terms that the book explains; those of one capital word are names."""
    found = set()
    for datum in monograph.data.get("glossary", ()):
        abbreviation = datum.values.get("abbr")
        if isinstance(abbreviation, str) and len(abbreviation) < 40 and abbreviation[:1].isupper():
            found.add(abbreviation)
    return found


def _needs(word: titles.Word, known: frozenset[str] | set[str]) -> bool:
    if _SYMBOL.fullmatch(word.text):
        return True
    parts = re.split(r"[-/'’.&]", word.text)
    if any(len(part) > 1 and any(sign.isupper() for sign in part[1:]) for part in parts):
        return True
    name = re.sub(r"['’]s?$", "", word.text)
    return not word.start and (name in known or any(part in known for part in re.split(r"[-/]", name)))
