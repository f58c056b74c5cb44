"""What somebody has typed after FROM: a DOI, an ISBN, a symbol of the United Nations, an address, a file, or the text of one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from apparatus.grounds import identifiers, un_symbols, works
from apparatus.grounds.archives import on_the_web
from apparatus.read.places import BOM

FORMATS = {".ris": "ris", ".bib": "bib", ".bibtex": "bib", ".json": "csl"}
_WRAPPED = ("<>", '""', "''", "“”")  # signs that were copied with it
_ISBN = re.compile(r"(?:isbn(?:-1[03])?:?\s*)?((?:97[89][ -]?)?\d(?:[ -]?\d){8}[ -]?[\dXx])", re.IGNORECASE | re.ASCII)
_NUMBER = re.compile(r"(?:isbn(?:-1[03])?:?\s*)?[\d -]{9,20}[\dXx]?", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True)
class Given:
    """``way`` is ``doi``, ``isbn``, ``symbol``, ``url``, ``file`` or ``paste``; ``value`` is as it is compared and asked for."""

    way: str
    value: str


class Unclear(Exception):
    """What was typed cannot be read as anything; the message says why and what to write."""


def read(text: str) -> Given:
    """What is meant. Raises Unclear."""
    text = text.strip()
    while text[:1] + text[1:][-1:] in _WRAPPED:
        text = text[1:-1].strip()
    if text == "-":
        return Given("paste", text)
    if PurePath(text).suffix.lower() in FORMATS and not on_the_web(text):
        return Given("file", text)
    if doi := works.doi(text) or (identifiers.doi_in(text) if re.match(r"doi\b", text, re.IGNORECASE) else ""):
        return Given("doi", doi)
    if found := _ISBN.fullmatch(text) or _NUMBER.fullmatch(text):
        return Given("isbn", isbn(re.sub(r"(?i)isbn(?:-1[03])?:?|[\s-]", "", found[0])))
    if un_symbols.looks_like_one(text) and (symbol := text if un_symbols.is_symbol(text) else un_symbols.meant(text)):
        return Given("symbol", symbol)
    address = text if "://" in text else f"https://{text}"
    if on_the_web(address) and "/" in address.partition("://")[2]:
        return Given("symbol", symbol) if (symbol := un_symbols.in_address(address)) else Given("url", address)
    raise Unclear(
        f"'{text[:80]}' is no DOI, ISBN, UN symbol, web address or file. Fix: FROM=10.1080/…, FROM=978…, FROM=S/2020/53, "
        "FROM='https://…', or a file that ends in .ris, .bib or .json"
    )


def isbn(digits: str) -> str:
    """The thirteen digits of an ISBN of ten or thirteen. Raises Unclear where length or check digit is wrong."""
    digits = digits.upper()
    if len(digits) not in (10, 13) or len(digits) == 13 and not digits.startswith(("978", "979")):
        raise Unclear(f"'{digits}' is no ISBN: it has 13 digits and begins with 978 or 979, or 10. Fix: copy it from the imprint page")
    due = identifiers.isbn10(digits) if len(digits) == 10 else identifiers.isbn13(digits)
    if due != digits[-1]:
        raise Unclear(f"ISBN {digits} has the check digit {digits[-1]}, not {due}: a digit is wrong. Fix: copy it from the imprint page")
    return thirteen(digits)


def thirteen(digits: str) -> str:
    """The ISBN of thirteen digits that one of ten stands for; one of thirteen as it is; empty for what is neither."""
    digits = re.sub(r"[\s-]", "", digits).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits, re.ASCII):
        return f"978{digits[:9]}{identifiers.isbn13(f'978{digits[:9]}')}"
    return digits if re.fullmatch(r"97[89]\d{10}", digits, re.ASCII) else ""


def form_of(text: str) -> str:
    """Which format a text is in, by how it begins: ``ris``, ``bib`` or ``csl``; empty if none."""
    start = text.removeprefix(BOM).lstrip()[:2000]
    if re.match(r"TY {1,3}-", start):
        return "ris"
    if start[:1] in ("{", "["):
        return "csl"
    return "bib" if re.search(r"^\s*@[A-Za-z]+\s*[{(]", start, re.MULTILINE) else ""


def decoded(content: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 where its mark says so, else the letters of Western Europe, as older exports write them."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
