"""BIB037 malformed-volume: the volume or number of an article is not one, or has more in it.

Why: the style sets “vol.” and “no.” itself: “Vol. 3” in the field becomes “vol. Vol. 3”, and `12(3)` hides the number of the issue.
Fix: write the number alone, `volume = {12}` and `number = {3}`. Roman numerals, letters and double numbers stay as they are.
Source: Wikipedia, Help:CS1 errors, “|volume= has extra text”, “|issue= has extra text”; biblatex manual, section 2.2.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.entry_fields import named, plain, quoted
from apparatus.grounds.page_lists import ROMAN
from apparatus.model import Diagnostic, Monograph

CODE = "BIB037"
KINDS = frozenset("article periodical suppperiodical".split())
_VOLUME = re.compile(r"(?:vols?|volumes?|bd|band|tome|jg|jahrgang|v)(?:\.\s*|\s+)(?=[\divxlc])", re.IGNORECASE)
_NUMBER = re.compile(r"(?:no|nos|nr|num|number|iss|issue|heft|h|№|nº|n°|#)(?:\.\s*|\s+|(?<=[#№º°]))\s*(?=\d)", re.IGNORECASE)
_BOTH = re.compile(r"(\w+)\s*(?:\(\s*([\w/–-]+)\s*\)|[,:;]\s*(?:no\.?|nr\.?|issue|iss\.?)\s*([\w/–-]+))", re.IGNORECASE)
_ROMAN_LETTERS = re.compile(r"\d[OolI]\d?|\b[OolI]\d")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry, field in named(monograph, {"volume", "number", "issue"}):
        if entry.kind in KINDS and (fault := _fault(field.name, plain(field.value))):
            severity = "warning" if "no number" in fault[0] else "error"
            yield Diagnostic(field.location, CODE, f"{field.name} '{quoted(field.value)}' {fault[0]}", fault[1], severity)


def _fault(name: str, value: str) -> tuple[str, str] | None:
    label = _VOLUME.match(value) if name == "volume" else _NUMBER.match(value)
    other = _VOLUME.match(value) if name == "number" else _NUMBER.match(value)
    if name == "volume" and (both := _BOTH.fullmatch(value[:200])):
        return "has the number of the issue in it", f"write volume = {{{both[1]}}} and number = {{{both[2] or both[3]}}}"
    if label and name != "issue":
        return f"has the label '{label[0].strip()}'", f"write {name} = {{{quoted(value[label.end() :])}}}"
    if other and name != "issue":
        return f"has the label '{other[0].strip()}'", f"write {'number' if name == 'volume' else 'volume'} = {{…}}"
    if name != "issue" and _ROMAN_LETTERS.search(value) and re.fullmatch(r"[\dOolI/–-]+", value):
        return "has a letter where a digit should be", "write the digit 0 or 1"
    if name == "volume" and re.search(r"[^\W\d_]", value) and not re.search(r"\d", value) and not ROMAN.fullmatch(value) and len(value) > 1:
        return "is no number", "write the number of the volume, or remove the field"
    if re.fullmatch(r"-\d+", value):
        return "is no number that a volume has", "correct it, or remove the field"
    return None
