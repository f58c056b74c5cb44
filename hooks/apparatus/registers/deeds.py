"""What befalls people and can be dated: they take office or leave it, are arrested, die, surrender; and the words that tell it."""

from __future__ import annotations

import re

WORDS = {
    "change": r"appoint\w*|bec(?:a|o)m(?:e|es|ing)|t(?:ook|akes?|aken) over|succe(?:ed|eds|eded)|replac(?:ed|es|e|ing)"
    r"|(?:g[ai]ve[sn]?|ma(?:k|d)e) way|in place of|ma(?:de|king)\b(?=[^.]{0,40}\b(?:emir|leader|chief|head)\b)"
    r"|named(?= an? (?:deputy|leader|head|emir|chief))|(?:declar|proclaim)ed(?= (?:as )?caliph)|elected|took office|founding",
    "arrested": r"arrest(?:s|ed|ing)?|captur(?:e|es|ed)|captives?|detained|in(?:to)? custody|into the hands",
    "died": r"kill(?:s|ed|ing)?|die[sd]|deaths?|murder(?:ed)?|assassinated|assassination|slain",
    "surrendered": r"surrender(?:s|ed|ing)?|g[ai]ve[sn]? (?:him|them|it)sel(?:f|ves) up",
}
ENDS = {  # how a tenure may end
    "killed": "died",
    "died": "died",
    "arrested": "arrested",
    "captured": "arrested",
    "replaced": "change",
    "surrendered": "surrendered",
}
SAID = {"change": "change in office", "arrested": "arrest", "died": "death", "surrendered": "surrender", "event": "date"}
_DEED = re.compile(r"\b(?:" + "|".join(f"(?P<{deed}>{words})" for deed, words in WORDS.items()) + r")\b", re.IGNORECASE)
_TRANSFER = re.compile(r"replac|way|in place|succe|took over", re.IGNORECASE)


def found(words: str) -> tuple[tuple[str, int, int], ...]:
    """The deeds that a text tells, each with the place of the words that tell it, in order of place."""
    return tuple((match.lastgroup or "", match.start(), match.end()) for match in _DEED.finditer(words))


def of_fate(text: str) -> str:
    """The first deed that a sentence on somebody's fate tells, or the empty string."""
    told = found(text)
    return told[0][0] if told else ""


def is_transfer(words: str) -> bool:
    """Whether the words tell of two people at once, one who leaves an office and one who takes it."""
    return bool(_TRANSFER.search(words))
