"""TXT025 undated-present: “recently”, “currently”, “this year” and the like, without a date in the sentence.

Why: the book is read years later, and its present is that of August 2020; such words silently change their meaning.
Words within quotation marks, and sentences that give a date, are legal.
Fix: name the date, as in “in May 2020”, or “as of August 2020”.
Source: the book’s editorial policy, “Language”; Wikipedia, Manual of Style, “Relative time references”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import prose
from apparatus.grounds.sentences import split
from apparatus.model import Diagnostic, Monograph

CODE = "TXT025"
_RELATIVE = re.compile(
    r"(?<![\w-])(?:recently|currently|nowadays|presently|lately|yesterday|tomorrow|today|at present|at the moment|(?<=, )to date(?=,)|"
    r"at the time of writing|as of (?:now|today|this writing)|"
    r"(?<!the )(?<!that )(?:this|last|next|past) (?:year|month|week|summer|winter|spring|autumn)|"
    r"(?:in|over|during) (?:recent|the past few|the last few|the coming|the past|the last) (?:\w+ )?(?:years|months|weeks|days|decades))(?![\w-])",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b|\bMay \d|\d May\b"
    r"|\b(?:19|20)?\d0s\b"
)
_QUOTED = re.compile(r"“[^“”]{0,2000}”|‘[^‘’]{0,500}’|«[^«»]{0,2000}»|\"[^\"]*\"|(?<![\w*])\*[^*\n]+\*(?![\w*])|(?<![\w_])_[^_\n]+_(?![\w_])")
_NAME = re.compile(r"\b(?:[A-Z]\w+ |the )(?=Today\b)")
_AFTER = re.compile(r"\s+(?:of|before|after|in which)\b")
_HINTS = ("recent", "rently", "nowadays", "presently", "lately", "yesterday", "tomorrow", "today", "at present", "moment", "to date",
    "at the time", "as of now", "as of this", "this ", "last ", "next ", "past ", "coming ")  # fmt: skip


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for stretch in prose.of_book(monograph):
        low = stretch.text.lower()
        if stretch.kind == "heading" or not any(hint in low for hint in _HINTS) or not _RELATIVE.search(stretch.text):
            continue
        words = _QUOTED.sub(lambda m: prose.BLANK * len(m[0]), stretch.text)
        dated = False
        for start, end in split(stretch.text):
            sentence = words[start:end]
            before, dated = dated, bool(_DATE.search(sentence))
            if not before and not dated:
                for match in _found(sentence):
                    message = f"'{' '.join(match[0].split())}' without a date"
                    yield Diagnostic(stretch.at(start + match.start()), CODE, message, "name the date that is meant", "warning")


def _found(sentence: str) -> Iterator[re.Match[str]]:
    for match in _RELATIVE.finditer(sentence):
        if match[0] == "Today" and match.start() and _NAME.search(sentence, max(0, match.start() - 20), match.end()):
            continue
        if match[0].lower().endswith(("year", "month", "week")) and _AFTER.match(sentence, match.end()):
            continue
        yield match
