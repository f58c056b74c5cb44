"""Reads the part of a citation after the citekey: the locator (``pp. 14-16``) and the words that follow it.

The labels are the locator terms of CSL 1.0.2 as pandoc knows them in English, and those of this house.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# As printed, then as it may be written (without its full stop). This is the only list of labels.
LABELS = {
    "p.": "p page", "pp.": "pp pages", "para.": "para paragraph ¶", "paras.": "paras paragraphs ¶¶",
    "ch.": "ch chap chapter", "chs.": "chs chaps chapters", "sec.": "sec section §", "secs.": "secs sections §§",
    "n.": "n note", "nn.": "nn notes", "vol.": "vol volume", "vols.": "vols volumes", "no.": "no number",
    "nos.": "nos numbers", "art.": "art article", "arts.": "arts articles", "app.": "app appendix", "apps.": "apps appendices",
    "bk.": "bk book", "bks.": "bks books", "col.": "col column", "cols.": "cols columns", "fig.": "fig figure",
    "figs.": "figs figures", "fol.": "fol folio", "fols.": "fols folios", "l.": "l line", "ll.": "ll lines",
    "loc.": "loc location", "op.": "op opus", "pt.": "pt part", "pts.": "pts parts", "r.": "r rule", "rr.": "rr rules",
    "sc.": "sc scene", "s.v.": "s.v", "s.vv.": "s.vv", "tbl.": "tbl table", "tbls.": "tbls tables", "v.": "v verse",
    "vv.": "vv verses", "eq.": "eq equation", "eqs.": "eqs equations", "suppl.": "suppl supplement", "act": "act",
    "canon": "canon", "title": "title", "version": "version", "surah": "surah", "timestamp": "timestamp",
    "annex": "annex", "annexes": "annexes", "Issue": "issue", "Issues": "issues",
    "pmbl. para.": "pmbl._para", "pmbl. paras.": "pmbl._paras",
}  # fmt: skip
_PRINTED = {word.replace("_", " "): label for label, words in LABELS.items() for word in words.split()}


class Reading(NamedTuple):
    """A locator in the text after a citekey; ``offset`` counts from the citekey's end."""

    label: str
    value: str
    text: str
    offset: int


def _words() -> str:
    words = sorted(_PRINTED, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s++") for word in words)


_LABEL = rf"(?:(?:{_words()})(?:\.|(?![\w.])|(?<=[§¶])))\s*+"
_ROMAN = r"(?:[ivxlcdm]+|[IVXLCDM]+)(?!\w)"
_NUMBER = rf"(?:\(?(?:\d\w*(?:[.:/]\w+)*|{_ROMAN})\)?(?:\(\w+\))*)"
_NAMED = rf"(?:{_NUMBER}|[A-Z]{{1,3}}[-.]?\d\w*|[A-Z](?!\w))"  # after a label also 'A' and 'A-12'
_LIST = r"{0}(?:\s*+[-–—]{{1,3}}\s*+{0})?(?:\s*+(?:,|&|\band\b)\s*+{0}(?:\s*+[-–—]{{1,3}}\s*+{0})?)*"
_QUOTATION = r"(?:“[^”]*”|\"[^\"]*\")"
_VALUE = rf"(?:{_QUOTATION}|{_LIST.format(_NAMED)})"

_HEAD = re.compile(r"\s*+(,?)\s*+")
_LABELLED = re.compile(rf"(?i:({_LABEL}))")
_NEXT = re.compile(rf"\s*+(?:,\s*+)?(?i:{_LABEL}){_VALUE}")
_VALUES = re.compile(_VALUE)
_BARE = re.compile(_LIST.format(_NUMBER))
_BARE_ROMAN = re.compile(r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?!\w)", re.IGNORECASE)
_BRACED = re.compile(r"\{([^{}]*)\}")


def read(rest: str) -> tuple[Reading | None, str]:
    """The locator and the suffix in what follows a citekey, up to the next citation.

    A comma with nothing after it is an empty locator; so is a label without a value. The suffix comes without its comma.
    """
    head = _HEAD.match(rest)
    start, body = head.end(), rest[head.end() :].rstrip()
    if not body:
        return (Reading("", "", "", start) if head[1] else None), ""
    if braced := _BRACED.match(body):
        return _in_braces(braced, body, start)
    if label := _LABELLED.match(body):
        return _labelled(label, body, start)
    return _bare(body, start)


def printed(label: str) -> str:
    """A label as this house prints it: ``page`` and ``p`` become ``p.``; the empty label stays empty."""
    return _PRINTED.get(" ".join(label.lower().split()).removesuffix("."), label.strip())


def _in_braces(braced: re.Match[str], body: str, start: int) -> tuple[Reading | None, str]:
    inner, suffix = braced[1].strip(), _suffix(body[braced.end() :])
    if not inner:  # pandoc's way to say that what follows is no locator
        return None, suffix
    label = _LABELLED.match(inner)
    value = inner[label.end() :] if label else inner
    return Reading(printed(label[1]) if label else "", _plain(value), _plain(inner), start), suffix


def _labelled(label: re.Match[str], body: str, start: int) -> tuple[Reading | None, str]:
    value = _VALUES.match(body, label.end())
    if value:
        end = _extent(body, value.end())
    elif label.end() == len(body) or body[label.end()] == ",":
        end = label.end()
    elif label[1].rstrip().endswith((".", "§", "¶")):
        end = len(body)
    else:  # 'note that …', 'part of which …' are words
        return None, _suffix(body)
    words = _plain(body[label.end() : end])
    return Reading(printed(label[1]), words, _plain(body[:end]), start), _suffix(body[end:])


def _extent(body: str, end: int) -> int:
    """Where a locator ends: after further numbers and labels, and after words up to a comma."""
    while further := _NEXT.match(body, end):
        end = further.end()
    comma = body.find(",", end)
    return len(body) if comma < 0 else comma


def _bare(body: str, start: int) -> tuple[Reading | None, str]:
    roman = _BARE_ROMAN.match(body)
    value = _BARE.match(body) if body[0].isdigit() or roman else None
    if not value or (roman and body[value.end() :].lstrip()[:1] not in ("", ",")):
        return None, _suffix(body)
    end = value.end()
    while further := _NEXT.match(body, end):
        end = further.end()
    return Reading("", _plain(body[:end]), _plain(body[:end]), start), _suffix(body[end:])


def _plain(text: str) -> str:
    return " ".join(text.split())


def _suffix(text: str) -> str:
    return _plain(text.lstrip().removeprefix(","))
