"""BIB047 placeholder: a field holds a stand-in, not a value.

Why: “TODO” and “n/a” are printed like any other word, and a reader takes them for the author or the place.
Fix: fill in the value, or leave the field out and say in `note` what is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.entry_fields import plain, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB047"
DATES = frozenset({"date", "year", "urldate", "origdate", "eventdate"})  # BIB020 sees to these
_STAND_IN = re.compile(
    r"to-?\s?do(?:\s?[:!?-].{0,60})?|fix-?\s?me(?:\s?[:!?-].{0,60})?|tb[acd]|t\.b\.[acd]\.|\?{1,9}|!{2,9}|x{3,20}|\.{3}|…|-{1,3}|[–—_*]{1,5}|n\.?/a\.?|not available|not applicable|"
    r"null|undefined|nan|none|\[object object\]|lorem ipsum.{0,60}|(?:insert|add|enter|your)\s(?:the\s)?(?:an?\s)?"
    r"(?:title|author|name|url|publisher|text|date|year|journal)s?(?:\shere)?|placeholder|unknown (?:author|publisher|title|journal)|"
    r"(?:author|title|publisher|journal|name)s?(?:\s?(?:name|here|[?]))?|first\s?name last\s?name|last\s?name, first\s?name|"
    r"<[a-z ]{3,20}>|\[(?:author|title|publisher|url|date|name|citation needed)s?\]|citation needed|to be (?:added|checked|confirmed)|asdf\w*",
    re.IGNORECASE,
)
NUMERALS = frozenset({"volume", "number", "issue", "part", "chapter", "edition", "pages", "series", "volumes"})
EXEMPT = frozenset("note keywords abstract annotation file comment options addendum shorthand label".split())


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        for field in entry.fields:
            if not isinstance(field.value, str) or field.name in DATES or len(field.value) > 200:
                continue
            value = plain(field.value)
            found = _STAND_IN.fullmatch(value)
            roman = re.fullmatch(r"[xX]+", value) and (field.name in NUMERALS or value.isupper())
            word = field.name in EXEMPT and re.fullmatch(r"[a-z]{4,}|-+", value, re.IGNORECASE) and not value.lower().startswith("todo")
            if found and not roman and not word:
                message = f"{field.name} '{quoted(field.value)}' is a stand-in"
                yield Diagnostic(field.location, CODE, message, "fill in the value, or leave the field out")
