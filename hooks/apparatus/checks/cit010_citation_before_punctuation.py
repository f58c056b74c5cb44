"""CIT010 citation-before-punctuation: a citation stands before the closing punctuation.

Why: the note's number follows the punctuation: “roofs.¹”, not “roofs¹.”. Only a dash comes after it.
Fix: write `text.[@citekey]`. A space before the bracket is legal; it is not printed.
Source: MHRA Style Guide, 10.3; The Chicago Manual of Style, 17th edition, 14.26
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.settings import Setting, settings
from apparatus.model import Diagnostic, Monograph

CODE = "CIT010"
_PUNCTUATION = re.compile(r"[ \t]?([.,;:?!](?![.\w])[”’»]?)|([”’»](?=[.,;:?!\s]|$))")
_MARKUP = "*_ \t\r\n"
_MAY_STAND_OFF = frozenset("([{:|–—-“‘\"'«¡¿/>=+&]")  # before a space; after a bracket see CIT023
# After these a citation with a space before it is meant as a word of the sentence.
_LEADS_IN = frozenset(
    "see also cf cf. compare contra pace after from in by via with and or per to of on as than both e.g. eg i.e. ie namely "
    "esp. especially source sources following citing quoting quoted cites quotes vgl. vgl voir".split()
)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for setting in settings(monograph):
        if setting.cluster.in_text or setting.kind in ("note", "heading", "title") or setting.linked or setting.as_word:
            continue
        if setting.locator_after:
            continue
        if finding := _punctuation(setting):
            yield Diagnostic(setting.cluster.location, CODE, *finding)


def _punctuation(setting: Setting) -> tuple[str, str] | None:
    found = _PUNCTUATION.match(setting.after)
    if not found or (found[2] and not _opened(setting.before, found[2])):
        return None
    mark, raw = found[1] or found[2], excerpt(setting.cluster.raw)
    if setting.before[-1:].isspace() and _led_in(setting.before):
        return None
    if found[1] and setting.before.rstrip(_MARKUP).endswith(mark[0]):
        return f"'{mark[0]}' stands before and after the citation '{raw}'", f"delete the second '{mark[0]}'"
    return f"citation '{raw}' stands before '{mark}'", f"write '{mark}{raw}'"


def _led_in(before: str) -> bool:
    """Whether the citation stands at the beginning, after a colon, dash or bracket, or as a word of the sentence: ‘see [@a]’."""
    words = before.rstrip(_MARKUP)
    return not words or words[-1] in _MAY_STAND_OFF or words[-40:].split()[-1].lstrip("(“‘\"").lower() in _LEADS_IN


def _opened(before: str, mark: str) -> bool:
    opening = {"”": "“", "’": "‘", "»": "«"}[mark]
    return before.rfind(opening) > before.rfind(mark)
