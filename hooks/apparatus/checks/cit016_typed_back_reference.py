"""CIT016 typed-back-reference: `Ibid.`, `op. cit.`, `supra note 4` and the like are typed where a citation belongs.

Why: such a reference points at a note by its place, and points at the wrong work as soon as a note is added or moved.
Fix: cite the work again: `[@citekey, p. 3]`; the notes are numbered and printed by the build.
Source: The Chicago Manual of Style, 17th edition, 14.34
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.passages import passages
from apparatus.model import Diagnostic, Monograph

CODE = "CIT016"
AS_PRINTED = ("printed", "status")  # of data: how the article prints its own notes
FIX = "cite the work again: '[@citekey, p. 3]'"
_NOTE = r"(?:notes?|nn?\.|fnn?\.?|footnotes?)"
_LATIN = r"ibid(?:em)?\b\.?|(?:op|loc|art)\.?[ \t]?cit\b\.?|idem\b|ebd\.|a\.[ ]?a\.[ ]?O\."
_BY_PLACE = (
    rf"(?:supra|infra),?\s+(?:at\s+)?{_NOTE}\s*\d+|{_NOTE}\s*\d+,?\s+(?:above|below|supra|infra)\b|"
    rf"(?:above|below),?\s+{_NOTE}\s*\d+|(?-i:[Ii]d)\.\s+at\s+\d+"
)
_TYPED = re.compile(rf"(?<![\w.])(?:{_LATIN}|{_BY_PLACE})", re.IGNORECASE)
_NAME_AND_NOTE = re.compile(
    r"(?<![\w’'-])[A-Z][\w’'-]+(?:(?:, |,? and | & )[A-Z][\w’'-]+){0,5}(?: et al\.)?, (?:nn?|fnn?)\.\s?\d+"
)
# One of these stands in every back-reference, in small letters.
_HINTS = ("ibid", "cit", "idem", "ebd.", "a.a.", "a. a.", "supra", "infra", "note", "n.", "fn", "nn", "id.")
# ‘an ibid.’ and ‘the word ibid.’ speak about the word.
_SPOKEN_OF = re.compile(
    r"(?:\b(?:an?|the|this|that|each|every|word|words|abbreviation|no|such|by|of|with|without|through|two|three|or|reading|reads|says)\s"
    r"|[‘'“\"«„*_`(]*[‘'“\"«„])[*_]*$",
    re.IGNORECASE,
)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for passage in passages(monograph):
        if passage.kind == "quotation" or passage.name.rpartition(".")[2] in AS_PRINTED:
            continue
        low = passage.text.lower()
        if not any(hint in low for hint in _HINTS):
            continue
        text = passage.unquoted
        for found in (*_TYPED.finditer(text), *_NAME_AND_NOTE.finditer(text)):
            if not _SPOKEN_OF.search(text[max(0, found.start() - 30) : found.start()]):
                message = f"typed back-reference '{excerpt(found[0])}'"
                yield Diagnostic(passage.at(found.start(), found[0]), CODE, message, FIX)
    for citation in monograph.citations:
        if found := _TYPED.search(citation.prefix) or _TYPED.search(citation.suffix):
            message = f"typed back-reference '{excerpt(found[0])}' beside '@{excerpt(citation.citekey)}'"
            yield Diagnostic(citation.location, CODE, message, "delete it: the note prints the work in full")
