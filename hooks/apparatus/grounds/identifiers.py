"""Check digits of book and serial numbers, and the shape of a DOI: what can be known of an identifier without asking anyone."""

from __future__ import annotations

import re
from urllib.parse import unquote

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\x00-\x1f]+", re.ASCII)


def isbn10(digits: str) -> str:
    """The check digit that belongs to the first nine digits."""
    total = sum((10 - place) * int(digit) for place, digit in enumerate(digits[:9]))
    return "0123456789X"[-total % 11]


def isbn13(digits: str) -> str:
    """The check digit that belongs to the first twelve digits."""
    total = sum((3 if place % 2 else 1) * int(digit) for place, digit in enumerate(digits[:12]))
    return str(-total % 10)


def issn(digits: str) -> str:
    """The check digit that belongs to the first seven digits."""
    total = sum((8 - place) * int(digit) for place, digit in enumerate(digits[:7]))
    return "0123456789X"[-total % 11]


def is_doi(value: str) -> bool:
    """Whether the value is a bare DOI: ``10.1093/acprof:oso/9780199.001`` with brackets in pairs and nothing after it."""
    if not _DOI.fullmatch(value) or re.search(r"[\\‐-―−]", value) or value[-1] in ".,;:!'\"–—-":
        return False
    return all(value.count(left) == value.count(right) for left, right in ("()", "[]", "{}", "<>"))


def doi_in(text: str) -> str:
    """The bare DOI that the text was meant to give, or the empty string."""
    text = unquote(text[:2000]).replace("\\", "").replace("{", "").replace("}", "")
    text = re.sub(r"[‐-―−]", "-", text)
    found = re.search(r"10\.\s?\d{4,9}(?:\.\d+)*\s?/\s?[^\s<>\"]+", text, re.ASCII)
    if not found:
        return ""
    if re.match(r"\s+\S*\d", text[found.end() :]):
        return ""
    doi = re.sub(r"\s", "", found[0]).split("?")[0].rstrip(".,;:!'\"–—-")
    while doi.endswith(")") and doi.count("(") < doi.count(")"):
        doi = doi[:-1]
    return doi if is_doi(doi) else ""
