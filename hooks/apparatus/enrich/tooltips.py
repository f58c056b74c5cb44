"""Abbreviations explained where they stand: Markdown's abbreviation lines, made from the glossary."""

from __future__ import annotations

from apparatus.model import Monograph


def abbreviations(monograph: Monograph) -> str:
    """Lines such as ``*[FTF]: foreign terrorist fighter`` for every abbreviation of ``data/glossary.yml``, sorted."""
    known = {
        str(term.values["abbr"]): str(term.values.get("expansion", ""))
        for term in monograph.data.get("glossary", ())
        if term.values.get("abbr")
    }
    return "".join(f"*[{abbr}]: {' '.join(known[abbr].split())}\n" for abbr in sorted(known))
