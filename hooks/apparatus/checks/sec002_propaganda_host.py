"""SEC002 propaganda-host: a source file holds an address on a service or site that spreads extremist material.

Why: what stands in the repository is public, comments and code included; the book leads nobody to propaganda.
Fix: delete the address, and name the outlet in words; a scholarly or press report can be linked instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.texts import shown, texts
from apparatus.model import Diagnostic, Monograph

CODE = "SEC002"
_DOT = r"(?:\.|\[\.\]|\(\.\)|\{\.\}|%2e)"
_BEFORE = r"(?:(?<![\w.@-])|(?<=%2F)|(?<=[./]))"
_SERVICES = "|".join(name.replace(".", _DOT) for name in ("t.me", "telegram.me", "telegram.dog", "telegra.ph", "web.telegram.org", "justpaste.it"))
_OUTLETS = r"(?:nashir(?:[-_]?news|[-_]?media|\d)?|a3?maq(?:[-_]?news|[-_]?agency|[-_]?media|\d)?|elokab|i3lam|alhayat-?media|halummu)"
_HOST = re.compile(
    rf"{_BEFORE}(?:(?:{_SERVICES})(?:/|%2F)+(?=[\w+@%])"
    rf"|[a-z2-7]{{16,56}}{_DOT}onion\b"
    rf"|(?<=//)(?:[\w-]{{1,63}}{_DOT}){{1,5}}onion\b"
    rf"|(?<=//)(?:[\w-]{{1,63}}{_DOT}){{0,4}}{_OUTLETS}{_DOT}(?:[\w-]{{1,63}}{_DOT}){{0,3}}[a-z]{{2,24}})"
    rf"|\btg://[^\s\"'<>)]+|(?<=//)(?:{_SERVICES})\b",
    re.IGNORECASE,
)
_HINTS = ("onion", "telegra", "justpaste", "nashir", "maq", "elokab", "i3lam", "alhayat", "halummu", "tg:", "t.me", "t[.]", "t(.)", "t{.}", "t%2e")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = texts(monograph)
    for source in monograph.sources:
        text = source.text.lower()
        if not any(hint in text for hint in _HINTS):
            continue
        for match in _HOST.finditer(source.text):
            message = f"address on '{shown(match[0].rstrip('/'))}', where extremist material is spread"
            yield Diagnostic(known.at(source.path, match.start()), CODE, message, "delete the address, and name the outlet in words")
