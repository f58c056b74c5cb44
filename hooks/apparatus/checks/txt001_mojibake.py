"""TXT001 mojibake: a replacement character, or UTF-8 that was read in another encoding (`Ã©` for `é`).

Why: a letter is lost or garbled, most often in the one place that matters, a name; nobody can search for it any more.
Fix: type the letter that was meant, and save the file as UTF-8.
Source: The Unicode Standard, section 23.8 (U+FFFD); https://www.w3.org/International/questions/qa-what-is-encoding
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.characters import found, in_code, line_of, shown
from apparatus.model import Diagnostic, Monograph

CODE = "TXT001"
_TAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_SUSPECT = re.compile(
    f"\ufffd+|ï»¿|ðŸ[{_TAIL}]*|â€[{_TAIL}]?|(?:[\u00c2-\u00df][{_TAIL}]|[\u00e0-\u00ef][{_TAIL}][{_TAIL}])+"
)
_NEEDED = re.compile("[\ufffdïðâ\u00c2-\u00ef]")
_AMBIGUOUS = frozenset("‘’“”–—…»« \u00a0")  # what may follow a word's last letter
_SIGNS = re.compile("[\u2010-\u206f\u20a0-\u20bf\u2100-\u214f\u2190-\u22ff\u2600-\u27bf\u00a0-\u00ff\u0152-\u0178]+")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    pages = {page.path: page for page in monograph.pages}
    for source, match, place in found(monograph, _SUSPECT, _NEEDED):
        text, start = match[0], match.start()
        if "\ufffd" in text:
            message = f"replacement character U+FFFD in '{shown(line_of(source.text, start))}'"
            yield Diagnostic(place, CODE, message, "type the letter that was lost")
        elif (meant := _meant(source.text, match)) and not in_code(pages.get(source.path), start):
            fix = f"write '{shown(meant)}'" if meant.strip() and meant.isprintable() else "type the character that was meant"
            yield Diagnostic(place, CODE, f"'{shown(text)}' is text read in a wrong encoding", fix)


def _meant(text: str, match: re.Match[str]) -> str:
    """What the suspect characters were before they were garbled; empty if they may well be what the author typed."""
    suspect, start, end = match[0], match.start(), match.end()
    if suspect.startswith(("ï»¿", "ðŸ", "â€")):
        return _decoded(suspect) or "?"
    meant = _decoded(suspect)
    if not meant:
        return ""
    if len(suspect) == 2:
        return meant if _is_surely_garbled(text, start, end) else ""
    return meant if len(meant) > 1 or _SIGNS.fullmatch(meant) else ""


def _is_surely_garbled(text: str, start: int, end: int) -> bool:
    """Two characters: only the lead bytes of Latin-1, and not where a word in capitals meets a closing quotation mark."""
    lead, tail = text[start], text[start + 1]
    before, after = text[start - 1 : start], text[end : end + 1]
    if lead not in "ÂÃ":
        return lead in "ÄÅ" and before.islower() and tail not in _AMBIGUOUS
    if tail not in _AMBIGUOUS:
        return True
    return before.islower() or (after.isalpha() and tail not in " \u00a0") or (lead == "Â" and not before.isalpha())


def _decoded(suspect: str) -> str:
    try:
        raw = b"".join(c.encode("cp1252") if c > "\u00ff" else c.encode("latin-1") for c in suspect)
        return raw.decode("utf-8")
    except UnicodeError:
        return ""
