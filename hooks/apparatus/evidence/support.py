"""What kinds of source support a statement: by the file of bib/ that holds the entry, and the article itself as its author's word."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from apparatus.grounds.extremism import is_extremist
from apparatus.model import Entry, Monograph

SUPPORTS = {  # in the order of precedence: a statement with several is counted under the first
    "scholarly": ("Scholarship", "S"),
    "official": ("United Nations and governments", "O"),
    "press": ("Press", "P"),
    "primary": ("Armed groups’ own words", "G"),
    "author": ("The article’s author alone", "A"),
    "none": ("No note of its own", ""),
}
ARTICLE = "article"  # the keyword of the work that the book restructures
_OF_FILE = {"scholarship": "scholarly", "un": "official", "government": "official", "press": "press", "primary": "primary"}


def kind(entry: Entry) -> str:
    """The file of ``bib/`` that holds the entry, without its ending: ``un``, ``press`` …"""
    return PurePosixPath(entry.location.path).stem


def support(entry: Entry) -> str:
    """The support that an entry gives; entries of a file that the house does not know count as press."""
    if ARTICLE in entry.keywords:
        return "author"
    return "primary" if is_extremist(entry) else _OF_FILE.get(kind(entry), "press")


def supports(citekeys: Iterable[str], monograph: Monograph) -> tuple[str, ...]:
    """The supports of these works, each once, in the order of precedence; ``("none",)`` for no known work."""
    found = {support(monograph.by_citekey[key]) for key in citekeys if key in monograph.by_citekey}
    return tuple(name for name in SUPPORTS if name in found) or ("none",)


def article(monograph: Monograph) -> str:
    """The citekey of the work that the book restructures, or empty."""
    return next((entry.citekey for entry in monograph.entries if ARTICLE in entry.keywords), "")
