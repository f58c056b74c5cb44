"""A work as a RIS record, written from its CSL-JSON item.

After the specifications of RIS of 2001 and 2011. Where they differ, the tag that Zotero, EndNote and pandoc all read is taken:
``WEB`` for a web page, ``ED`` for an editor. A report's number stands under ``SN``, as in 2011.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

Item = Mapping[str, object]  # CSL-JSON

TYPES = {
    "article": "EJOUR",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "graphic": "ART",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "song": "SOUND",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "WEB",
}
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}  # as CSL numbers them in place of a month
_NAMES = {"AU": "author", "ED": "editor", "A4": "translator"}
_BEFORE = {"TI": "title", "T2": "container-title", "T3": "collection-title", "VL": "volume", "IS": "issue"}
_BETWEEN = {"ET": "edition", "NV": "number-of-volumes"}
_AFTER = {"CY": "publisher-place", "PB": "publisher"}
_LAST = {"DO": "DOI", "UR": "URL", "LA": "language"}
_TYPED = frozenset({"report", "thesis", "webpage", "manuscript", "map"})  # readers know the kind of these from M3
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|span)(?: [^<>]*)?>")  # what CSL-JSON allows within text
_BLANKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_PAGES = re.compile(r"([ivxlcdm]+|\w*\d)[-–]([ivxlcdm]+|\w*\d)")


def text(item: Item) -> str:
    """The record: one tag a line, each line ended by CR LF, from ``TY`` to ``ER``. Empty values are left out."""
    kind = TYPES.get(str(item.get("type")), "GEN")
    values = [("TY", kind), ("ID", str(item["id"])), *_values(item)]
    lines = [f"{tag}  - {plain}" for tag, value in values if value and (plain := _plain(value))]
    return "".join(f"{line}\r\n" for line in [*lines, "ER  - "])


def _values(item: Item) -> Iterator[tuple[str, object]]:
    for tag, role in _NAMES.items():
        yield from ((tag, _name(name)) for name in item.get(role, ()))
    yield from _under(_BEFORE, item)
    pages = str(item.get("page", ""))
    ends = _PAGES.fullmatch(pages)
    yield from (("SP", ends[1]), ("EP", ends[2])) if ends else (("SP", pages),)
    yield from _under(_BETWEEN, item)
    yield from _dates(item)
    yield from _under(_AFTER, item)
    yield from _numbers(item)
    yield from _under(_LAST, item)
    yield ("M3" if item.get("type") in _TYPED else "N1"), item.get("genre", "")
    yield "N1", item.get("note", "")


def _under(tags: Mapping[str, str], item: Item) -> Iterator[tuple[str, object]]:
    return ((tag, item.get(name, "")) for tag, name in tags.items())


def _numbers(item: Item) -> Iterator[tuple[str, object]]:
    yield from (("SN", item.get(name, "")) for name in ("ISBN", "ISSN"))
    yield ("SN" if item.get("type") == "report" else "M1"), item.get("number", "")


def _dates(item: Item) -> Iterator[tuple[str, object]]:
    """``PY`` holds the year alone, ``DA`` the date, ``Y2`` the day of access; nothing stands for a date not known."""
    issued = item.get("issued", {})
    start = next(iter(issued.get("date-parts", ())), ())
    yield "PY", start[0] if start else ""
    yield "DA", _date(issued)
    yield "Y2", _date(item.get("accessed", {}))


def _date(date: Item) -> str:
    """``YYYY/MM/DD/`` and, in words, what that cannot say: the end of a range, a season, that the date is about right."""
    parts = date.get("date-parts") or ()
    if not parts:
        return str(date.get("literal") or date.get("raw") or "")
    year, month, day = [*parts[0], 0, 0][:3]
    more = [SEASONS.get(month, "")] + ["circa"] * bool(date.get("circa"))
    if len(parts) > 1:
        more.append("to " + "-".join(f"{part:02}" for part in parts[1]) if parts[1][0] else "onwards")
    inner = [f"{number:02}" if number else "" for number in (month if month <= 12 else 0, day)]
    return "/".join([f"{year:04}", *inner, " ".join(filter(None, more))])


def _name(name: Item) -> str:
    """``Family, Given, Suffix``. A name without given name ends in a comma, or readers take its last word for the family name.

    RIS has no way to write a comma within a name: in the name of a body a dash stands for it, so that the name stays whole.
    """
    dropping, fixed, family = (_part(name, part) for part in ("dropping-particle", "non-dropping-particle", "family"))
    joined = fixed + family if fixed.endswith(("-", "'", "’")) else f"{fixed} {family}".strip()
    whole = _part(name, "literal") or f"{dropping} {joined}".strip()
    given, suffix = _part(name, "given"), _part(name, "suffix")
    if not given and not suffix:
        return f"{whole}," if " " in whole else whole
    return ", ".join([whole, given, *filter(None, [suffix])])


def _part(name: Item, part: str) -> str:
    return re.sub(r"\s*,\s*", " – ", _plain(name.get(part, "")).strip(" ,"))


def _plain(value: object) -> str:
    """The value on one line, without markup: a line end in it would begin another field."""
    return _BLANKS.sub(" ", _MARKUP.sub("", str(value))).strip()
