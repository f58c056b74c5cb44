"""The symbols of United Nations documents: how they are built, and the one that a web address holds."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from apparatus.grounds.extremism import is_extremist
from apparatus.model import Entry

ORGANS = frozenset(
    "A S E T ST DP TD UNEP CRC CAT CEDAW CCPR CERD CMW CRPD CED HRI HRC CD DC NPT FCCC CBD ICCD HSP SPC UNW UNITAR UNHCR AT PBC CTOC CAC "
    "INCB IDB LC LOS BWC CCW SSOD ECE ESCAP ESCWA ECA LC ISBA IS".split()
)
_PART = r"(?:[A-Z][A-Za-z]*(?:\.[1-9]\d*(?:[A-Za-z]|-\d+)?|\.[A-Z]+)?|[1-9]\d*)"
_MIXED = re.compile(r"/(?:Res|Prst|Pv|Inf|Hrc|Conf)\b")
_SYMBOL = re.compile(rf"([A-Z]+)((?:/{_PART})+)(\s?\([^()]{{1,40}}\))*(\s?\[[^\[\]]{{1,20}}\])?\*{{0,3}}(?:[-–][A-Z]+(?:/{_PART})+)?", re.ASCII)
_YEARED = re.compile(r"S/(?:PRST/|INF/)?(\d+)/\d+", re.ASCII)
_SESSION = re.compile(r"S/(?:RES|PV\.\d+)(?:/\d+)?\s?\((\d{4})\)", re.ASCII)
_BARE = re.compile(r"S/(\d+)", re.ASCII)
_OF_DOCUMENTS = frozenset("report techreport misc legislation legal".split())  # the number of an article is that of an issue
_IN_URL = re.compile(r"(?:symbol=|[?&]s=|undocs\.org/(?:(?:en|fr|es|ru|ar|zh)/)?)([A-Za-z]+/[^?#&]+)", re.ASCII)


def looks_like_one(text: str) -> bool:
    """Whether a report's number begins as a symbol does: an organ of the United Nations, in any case, and a slash before more."""
    start = re.match(r"([A-Za-z]{1,6})\s?/[\s/]{0,3}(?=[\dA-Za-z])", text.strip()[:100])
    return bool(start) and start[1].upper() in ORGANS


def is_symbol(text: str) -> bool:
    """Whether the text is built as a symbol is: ``S/2020/53``, ``S/RES/2178 (2014)``, ``A/HRC/37/CRP.2``, ``S/2018/466/Add.1``."""
    match = _SYMBOL.fullmatch(text) if len(text) < 300 else None
    if not match or match[1] not in ORGANS or not re.search(r"\d", text) or _MIXED.search(text):
        return False
    yeared = _YEARED.match(text)
    return not yeared or 1946 <= int(yeared[1][:9]) <= 2100


def year(text: str) -> int | None:
    """The year in a symbol of the Security Council that has one."""
    match = _YEARED.match(text) or _SESSION.match(text)
    return int(match[1][:9]) if match else None


def lacks_year(text: str, published: int) -> bool:
    """Whether a document of the Security Council from 1995 or later has no year, or no number after the year."""
    return published >= 1995 and bool(_BARE.fullmatch(text))


def in_address(url: str) -> str:
    """The symbol that an address of the United Nations' document services holds, or the empty string."""
    match = _IN_URL.search(unquote(url[:2000]))
    return match[1].rstrip("/") if match and looks_like_one(match[1]) else ""


def address(symbol: str) -> str:
    """Where the United Nations give out a document, ``https://undocs.org/S/2020/53``: their service of documents by symbol.

    Blanks and the asterisks of a reissue are no part of it: ``S/RES/2178 (2014)`` is found under ``S/RES/2178(2014)``.
    Empty for what is no symbol.
    """
    bare = re.sub(r"[\s*]", "", symbol)
    return f"https://undocs.org/{quote(bare, safe='/().')}" if is_symbol(symbol) else ""


def official(entry: Entry) -> str:
    """The address of the document that an entry names by its symbol, where the entry itself gives no way to it; else empty."""
    if entry.kind.lower() not in _OF_DOCUMENTS or entry["url"] or entry["doi"] or is_extremist(entry):
        return ""
    return address(entry["number"].strip())


def key(symbol: str) -> str:
    """What two spellings of one symbol share: no case, blanks, sessions in brackets or asterisks."""
    return re.sub(r"\([^)]*\)|\[[^\]]*\]|[\s*+]", "", symbol).upper()


def meant(text: str) -> str:
    """The symbol that a misspelt one was meant to be, or the empty string."""
    text = re.sub(r"^\W*(?:UN|United Nations)?\s*(?:doc(?:ument)?s?|symbol)?\b\.?:?\s*(?=[A-Za-z]+\s*[/\\-])", "", text[:200], flags=re.IGNORECASE)
    text = re.sub(r"\s*[/\\]+\s*", "/", text.strip(" .,;/")).replace("–", "-")
    organ, _, rest = text.partition("/")
    rest = re.sub(r"^(RES|PRST|PV|INF|HRC|AC|CN|CONF)\b", lambda match: match[0].upper(), rest, flags=re.IGNORECASE)
    rest = re.sub(r"(?<=/)0+(?=\d)|^0+(?=\d)", "", rest)
    near = f"{organ.upper()}/{rest}"
    tight = re.sub(r"(?<=\d)[oO](?=[\d/])", "0", text.upper().replace("-", "/").replace(" ", ""))
    for guess in (near, near.replace("-", "/"), tight, re.sub(r"(?<=\d)\.(?=\d)", "/", tight)):
        if is_symbol(guess) and not _BARE.fullmatch(guess):
            return guess
    return ""
