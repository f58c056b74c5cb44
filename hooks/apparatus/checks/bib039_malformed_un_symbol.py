"""BIB039 malformed-un-symbol: the symbol of a United Nations document cannot be one, or contradicts the entry it stands in.

Why: the symbol is the only handle on the document; one sign wrong and the Official Document System finds nothing, or another text.
Fix: copy it from the upper right corner of the document: `S/2020/53`, `S/RES/2178 (2014)`, `A/HRC/37/CRP.2`, `S/2018/466/Add.1`.
Source: United Nations Library, Research Guide “UN Document Symbols”, https://research.un.org/en/docs/symbols
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import dates, un_symbols
from apparatus.grounds.entry_fields import first, plain, quoted, value
from apparatus.model import Diagnostic, Entry, Monograph

CODE = "BIB039"
COPY = "copy the symbol from the document"
_LABEL = re.compile(r"\W*(?:U\.?N\.?|United Nations)\b|\W*doc(?:ument)?s?\b[.:]?\s", re.IGNORECASE)
_HYPHENED = re.compile(r"[AS]\s?[-\\]\s?(?:RES\s?[-\\]\s?)?\d", re.ASCII)
_PLAINLY = re.compile(r"(?:[AS]/(?:\d{2,4}/\d|RES/|HRC/|PRST/|PV\.\d)|E/CN\.\d|ST/SGB/)", re.IGNORECASE | re.ASCII)
_KEY = re.compile(r"[a-z]+(\d{4})s(\d+)[a-z]?", re.ASCII)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        field = first(entry, "number") if entry.kind not in ("article", "periodical", "patent") else None
        if field is None:
            continue
        symbol = plain(field.value)
        body = entry.location.path.endswith("un.bib") or "United Nations" in f"{value(entry, 'author')} {value(entry, 'institution')}"
        labelled = body and (_LABEL.match(symbol) or _HYPHENED.match(symbol))
        if un_symbols.looks_like_one(symbol) and (body or _PLAINLY.match(symbol)) or labelled and un_symbols.meant(symbol):
            for message, fix in _faults(entry, symbol):
                yield Diagnostic(field.location, CODE, f"number '{quoted(symbol)}' {message}", fix)


def _faults(entry: Entry, symbol: str) -> Iterator[tuple[str, str]]:
    if not un_symbols.is_symbol(symbol):
        meant = un_symbols.meant(symbol)
        yield "is no symbol of a United Nations document", f"write number = {{{quoted(meant)}}}" if meant else COPY
        return
    published = dates.of(entry, "date", "year")
    when = published.start.first if published and published.start and not published.start.vague else None
    if when and un_symbols.lacks_year(symbol, when[0]):
        yield "has no year or no number; the Security Council counts by year since 1994", "write it as S/2020/53"
    elif when and not _fits(symbol, un_symbols.year(symbol), published.start):
        yield f"has the year {un_symbols.year(symbol)}, the entry {when[0]}", "correct the one that is wrong"
    linked = un_symbols.in_address(value(entry, "url"))
    if linked and un_symbols.key(linked) != un_symbols.key(symbol):
        yield f"is not the symbol in the url, '{quoted(linked)}'", "correct the one that is wrong"
    key, parts = _KEY.fullmatch(entry.citekey), re.fullmatch(r"S/(\d{4})/(\d+)", symbol, re.ASCII)
    if key and parts and key.groups() != parts.groups():
        yield f"is not the symbol in the citekey, S/{key[1]}/{key[2]}", "correct the one that is wrong"


def _fits(symbol: str, year: int | None, when: dates.When) -> bool:
    """Whether a document of that year can be dated so: what is dated in December may be issued in January, and the other way round."""
    if year is None or year == when.first[0]:
        return True
    return "(" not in symbol and when.first[1:] > (1, 1) and (year - when.first[0], when.first[1]) in ((1, 12), (-1, 1), (-1, 2))
