"""The labels of locators that contributors write from habit in other programs and languages, and what this house writes."""

from __future__ import annotations

import re

from apparatus.grounds.nearest import Nearest
from apparatus.read.locators import LABELS, printed

_PAGE = (
    "pag pág pg pge pgae s seite str стр с σ σελ página pagina blz sid side sida sivu strana strona oldal sayfa "
    "صفحة ص стор"
).split()
_PAGES = "págs pags pgs pgg ppg ppgs ppp pps seiten páginas pagine pagg bls sidor сс".split()
FOREIGN = {
    **dict.fromkeys(_PAGE, "p."),
    **dict.fromkeys(_PAGES, "pp."),
    **dict.fromkeys("kap kapitel cap capítulo capitulo chapitre capitolo chp chpt chapt глава гл".split(), "ch."),
    **dict.fromkeys("sect abschnitt sección seccion sezione".split(), "sec."),
    "sects": "secs.",
    **dict.fromkeys("par parag abs absatz abschn párrafo alinéa пара".split(), "para."),
    "pars": "paras.",
    **dict.fromkeys("fn ftn footnote endnote anm fußnote fussnote nota сноска".split(), "n."),
    **dict.fromkeys("fnn fns footnotes endnotes".split(), "nn."),
    **dict.fromkeys("tab tabelle tabla".split(), "tbl."),
    **dict.fromkeys("abb abbildung figura".split(), "fig."),
    **dict.fromkeys("appx appdx anhang apéndice apendice".split(), "app."),
    **dict.fromkeys("anx annexe anexo".split(), "annex"),
    **dict.fromkeys("ln zeile".split(), "l."),
    "lns": "ll.",
    **dict.fromkeys("bd band tome tomo".split(), "vol."),
    **dict.fromkeys("nr num nro heft".split(), "no."),
}
LAW = frozenset("legislation legal jurisdiction".split())
LAW_LABELS = frozenset("s cap c r abs".split())  # ‘s. 12’ is a section of an act
_UNSPACED = frozenset("p pp pg pgs pag para paras par ch chap sec fn page pages".split())  # 'p3'
_CAREFUL = frozenset("s str с σ sid side abs cap par tab num band bd".split())  # also words or initials: only with a full stop
PARTS = frozenset(
    "abstract,introduction,conclusion,conclusions,preface,foreword,prologue,epilogue,afterword,summary,executive summary,"
    "acknowledgements,acknowledgments,bibliography,methodology,discussion,appendix,annex,preamble,postscript".split(",")
)
NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty first second third fourth fifth sixth seventh eighth ninth tenth last".split()
)
_KNOWN = sorted({word.replace("_", " ") for words in LABELS.values() for word in words.split()}, key=len, reverse=True)
_LABELLED = re.compile(rf"(?i:({'|'.join(map(re.escape, _KNOWN))}))(?:\.|(?![\w.])|(?<=[§¶]))\s*(?=\d|[ivxlc]+\b)")
_LONG = Nearest(word for word in _KNOWN if len(word) >= 5 and word.isalpha())


def labelled(text: str) -> str:
    """The text as a locator if it begins with a label of this house and a number, or nothing."""
    found = _LABELLED.match(text)
    return f"{printed(found[1])} {text[found.end() :]}" if found else ""


def label_of(word: str, stopped: bool, apart: bool) -> str:
    """The label that a word before a number was meant to be, or nothing.

    ``stopped``: a full stop follows it; ``apart``: a full stop or a space.
    """
    folded = word.casefold()
    if folded in _CAREFUL and not stopped:
        return ""
    if not apart and folded not in _UNSPACED:
        return ""
    if folded in FOREIGN:
        return FOREIGN[folded]
    if not apart:
        return printed(folded)
    near = _LONG.of(folded) if len(folded) >= 5 else ""
    return printed(near) if near and near != folded else ""
