"""The glossary: abbreviations, organisations and terms, from ``data/glossary.yml``."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Mapping

from apparatus.grounds.numbering import anchor
from apparatus.model import Datum, Monograph, Reference

HEAD = """---
title: Glossary
description: Abbreviations, organisations and terms used in the book.
---

# Glossary

Abbreviations are also explained where they stand: point at one, or focus it, and its long form appears.
Names of groups are those the sources use; to print a name is not to accept the claim it makes.

"""


def render(monograph: Monograph, references: Mapping[str, Reference]) -> str:
    """The page's Markdown: a definition list, sorted by term."""
    terms = sorted(monograph.data.get("glossary", ()), key=_rank)
    return HEAD + "\n".join(_term(term.values, monograph) for term in terms)


def _rank(term: Datum) -> str:
    """The term as it is sorted: without case, accents counted as plain letters."""
    letters = unicodedata.normalize("NFKD", str(term.values.get("term", "")))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def _term(values: Mapping[str, object], monograph: Monograph) -> str:
    name, abbr, expansion = (str(values.get(key) or "") for key in ("term", "abbr", "expansion"))
    head = f"{name} ({abbr})" if abbr and abbr != name else name
    text = " ".join(str(values.get("definition") or "").split()) + str(values.get("cite") or "").strip()
    if expansion and expansion.casefold() != name.casefold():
        text = f"{expansion[0].upper()}{expansion[1:]}. {text}"
    return f"{head} {{#{anchor(name)}}}\n:   {text}{_see(str(values.get('see') or ''), monograph)}\n"


def _see(target: str, monograph: Monograph) -> str:
    name, sign, section = target.partition("#")
    if name not in monograph.by_name:
        return ""
    link = posixpath.relpath(name, "apparatus") + sign + section
    return f" See [{monograph.by_name[name].title}]({link})."
