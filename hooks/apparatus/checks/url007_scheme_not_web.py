"""URL007 scheme-not-web: an address has another scheme than http or https.

Why: browsers no longer open ftp or gopher, a path on somebody's disk is no address, and an identifier has a field of its own.
Fix: give the https address; put a DOI into the field doi, another identifier into eprint or number.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.texts import shown
from apparatus.grounds.urls import BLANK, SCHEME, WEB, fault
from apparatus.model import Diagnostic, Monograph

CODE = "URL007"
_ELSEWHERE = frozenset({"javascript", "vbscript", "livescript", "data", "file", "tg", "blob"})  # these are for the SEC checks
_IN_PAGES = frozenset({"mailto", "tel"})


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for address in addresses(monograph):
        scheme = SCHEME.match(address.text)
        name = scheme[1].lower() if scheme else ""
        if not name or name in WEB or name in _ELSEWHERE or (name in _IN_PAGES and address.origin == "page"):
            continue
        if BLANK.search(address.text) or fault(address.text):
            continue
        rest = shown(address.text[len(name) + 1 :])
        fix = f"put {rest} into the field doi, or write https://doi.org/{rest}" if name == "doi" else "give an https address"
        yield Diagnostic(address.place, CODE, f"address '{shown(address.text)}' has the scheme '{name}'", fix)
