"""TXT033 american-spelling: a word of the running text is spelt in the American way.

Why: the book is in British spelling, with *-ise*; two spellings of one word split every search and index.
Names (Pearl Harbor, the Combating Terrorism Center), quotations, titles and code keep their own.
Fix: write the British form.
Source: the book’s editorial policy, “Language”; New Oxford Dictionary for Writers and Editors
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from apparatus.grounds import prose
from apparatus.grounds.misspellings import unquoted
from apparatus.model import Diagnostic, Monograph

CODE = "TXT033"
_STEMS = {
    "color": "colour", "favor": "favour", "honor": "honour", "labor": "labour", "neighbor": "neighbour", "behavior": "behaviour",
    "harbor": "harbour", "rumor": "rumour", "armor": "armour", "endeavor": "endeavour", "vigor": "vigour", "center": "centre",
    "theater": "theatre", "fiber": "fibre", "defense": "defence", "offense": "offence", "analyz": "analys", "paralyz": "paralys",
    "catalog": "catalogue", "dialog": "dialogue", "traveling": "travelling", "traveled": "travelled", "traveler": "traveller",
    "labeled": "labelled", "labeling": "labelling", "modeled": "modelled", "modeling": "modelling", "canceled": "cancelled",
    "signaled": "signalled", "signaling": "signalling", "fueled": "fuelled", "channeled": "channelled", "gray": "grey", "skeptic": "sceptic",
    "humor": "humour", "odor": "odour", "parlor": "parlour", "savior": "saviour", "splendor": "splendour", "tumor": "tumour", "vapor": "vapour",
    "clamor": "clamour", "valor": "valour", "saber": "sabre", "specter": "spectre", "somber": "sombre",
    "meager": "meagre", "maneuver": "manoeuvre", "luster": "lustre", "pretense": "pretence", "counselor": "counsellor", "marshaled": "marshalled",
    "marshaling": "marshalling", "leveled": "levelled", "leveling": "levelling", "rivaled": "rivalled", "totaled": "totalled",
    "totaling": "totalling", "quarreled": "quarrelled", "tunneled": "tunnelled", "tunneling": "tunnelling", "enrollment": "enrolment",
    "fulfillment": "fulfilment", "installment": "instalment", "skillful": "skilful", "willful": "wilful", "jewelry": "jewellery",
    "plow": "plough", "mold": "mould", "aluminum": "aluminium", "artifact": "artefact", "archeology": "archaeology", "archeologist": "archaeologist",
    "pediatric": "paediatric", "catalyz": "catalys",
}  # fmt: skip
_ENDINGS = r"(?:s|ed|ing|er|ers|e|es|ation|ations|ational|able|ably|ful|less|ist|ists|y|ally|al|ism|hood|hoods|ly|men|man|ite|ites)?"
_ISE = re.compile(r"(?<![\w@/.-])([a-z]{2,}i)z(e|ed|es|er|ers|ing|ation|ations|ational)(?![\w’-]|\.\w)")
_WITH_Z = re.compile(r"(?:.*-)?(?:re|down|out|over|under)?siz(?:e|ed|es|er|ers|ing)|(?:ap)?priz(?:e|ed|es|ing)|seiz.*|capsiz.*|assizes?|(?:ma|ba)izes?")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    whole = "\n".join(stretch.text for stretch in prose.of_book(monograph))
    pattern = _words(tuple(stem for stem in _STEMS if stem in whole))
    for stretch in prose.of_book(monograph):
        if not (pattern.search(stretch.text) or "iz" in stretch.text):
            continue
        text = unquoted(stretch.text)
        for match in pattern.finditer(text):
            if match["stem"].endswith("z") and not match["end"]:
                continue
            right = _british(match["stem"], match["end"])
            if right != match[0]:
                yield Diagnostic(stretch.at(match.start()), CODE, f"American spelling '{match[0]}'", f"write '{right}'", "warning")
        for match in _ISE.finditer(text):
            if not _WITH_Z.fullmatch(match[0]):
                fix = f"write '{match[1]}s{match[2]}', as all of the book does"
                yield Diagnostic(stretch.at(match.start()), CODE, f"spelling '{match[0]}' with z", fix, "warning")


@lru_cache(maxsize=8)
def _words(stems: tuple[str, ...]) -> re.Pattern[str]:
    """Words of these stems, those that the book has at all; of none a pattern that nothing matches."""
    either = "|".join(sorted(stems, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?<![\w@/.-])(?P<stem>{either})(?P<end>{_ENDINGS})(?![\w’-]|\.\w)")


def _british(stem: str, end: str) -> str:
    if stem in ("center", "theater", "fiber", "maneuver", "saber", "luster", "specter") and end in ("ed", "ing"):
        return _STEMS[stem][:-1] + end
    if stem in ("defense", "offense") and end == "":
        return _STEMS[stem]
    if stem in ("catalog", "dialog") and end in ("ed", "ing"):
        return _STEMS[stem][:-1] + end
    if stem in ("honor", "labor", "vigor", "color", "rumor") and end in ("ation", "ational", "ist", "ists"):
        return stem + end
    return _STEMS[stem] + end
