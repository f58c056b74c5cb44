"""TXT033 american-spelling: a word of the running text is spelt in the American way.

Why: the book is in British spelling; two spellings of one word split every search and index.
Names (Pearl Harbor, the Combating Terrorism Center), quotations, titles and code keep their own.
Fix: write the British form.
Source: the book’s editorial policy, “Language”; New Oxford Dictionary for Writers and Editors
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import prose
from apparatus.model import Diagnostic, Monograph

CODE = "TXT033"
_STEMS = {
    "color": "colour", "favor": "favour", "honor": "honour", "labor": "labour", "neighbor": "neighbour", "behavior": "behaviour",
    "harbor": "harbour", "rumor": "rumour", "armor": "armour", "endeavor": "endeavour", "vigor": "vigour", "center": "centre",
    "theater": "theatre", "fiber": "fibre", "defense": "defence", "offense": "offence", "analyz": "analys", "paralyz": "paralys",
    "catalog": "catalogue", "dialog": "dialogue", "traveling": "travelling", "traveled": "travelled", "traveler": "traveller",
    "labeled": "labelled", "labeling": "labelling", "modeled": "modelled", "modeling": "modelling", "canceled": "cancelled",
    "signaled": "signalled", "signaling": "signalling", "fueled": "fuelled", "channeled": "channelled", "gray": "grey", "skeptic": "sceptic",
}  # fmt: skip
_ENDINGS = r"(?:s|ed|ing|er|ers|e|es|ation|ations|ational|able|ably|ful|less|ist|ists|y|ally|al|ism|hood|hoods|ly|men|man|ite|ites)?"
_WORD = re.compile(rf"(?<![\w@/.-])(?P<stem>{'|'.join(sorted(_STEMS, key=len, reverse=True))})(?P<end>{_ENDINGS})(?![\w’-]|\.\w)")
_KEPT = re.compile(r"“[^“”]{0,2000}”|‘[^‘’]{0,500}’|«[^«»]{0,2000}»|(?<![\w*])\*[^*\n]+\*(?![\w*])|(?<![\w_])_[^_\n]+_(?![\w_])")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for stretch in prose.of_book(monograph):
        if not any(stem in stretch.text for stem in _STEMS):
            continue
        text = _KEPT.sub(lambda m: prose.BLANK * len(m[0]), stretch.text)
        for match in _WORD.finditer(text):
            if match["stem"].endswith("z") and not match["end"]:
                continue
            right = _british(match["stem"], match["end"])
            if right != match[0]:
                yield Diagnostic(stretch.at(match.start()), CODE, f"American spelling '{match[0]}'", f"write '{right}'", "warning")


def _british(stem: str, end: str) -> str:
    if stem in ("center", "theater", "fiber") and end in ("ed", "ing"):
        return _STEMS[stem][:-1] + end
    if stem in ("defense", "offense") and end == "":
        return _STEMS[stem]
    if stem in ("catalog", "dialog") and end in ("ed", "ing"):
        return _STEMS[stem][:-1] + end
    if stem in ("honor", "labor", "vigor", "color", "rumor") and end in ("ation", "ational", "ist", "ists"):
        return stem + end
    return _STEMS[stem] + end
