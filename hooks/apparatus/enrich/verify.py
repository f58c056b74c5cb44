"""The switch of Verify mode and its legend: what kinds of source support the sentences of a chapter, and how many each."""

from __future__ import annotations

import re
from collections import Counter

from apparatus.enrich import figures, sentences
from apparatus.evidence.chapters import Chapter
from apparatus.evidence.support import SUPPORTS, supports
from apparatus.model import Monograph, Page

_PLACE = re.compile(r'<div class="admonition abstract">.*?</div>|<h1\b.*?</h1>', re.DOTALL)
_LEDGER = "evidence ledger"
_EXPLAINED = (
    "A sentence has the tint of the strongest kind of work that it cites, in the order of this list; "
    "the letters after it name every kind, the number says how many works. "
    "“No note of its own”: mostly sentences that connect, introduce or speak of the book; "
    "claims without a note are counted in the {ledger}. "
    "Every sentence counts here, and every cell of a table with a note, those of figures too; "
    "the ledger counts only what makes a claim, and leaves the figures out. "
    "The abstract and the editorial notes stay plain. "
    "The tint tells who stands behind a statement, not whether it is true."
)


def with_switch(html: str, chapter: Chapter, monograph: Monograph) -> str:
    """A chapter's HTML with the switch after its abstract; hidden, for without its script the switch would do nothing."""
    places = list(_PLACE.finditer(html))
    place = next((found for found in places if found[0].startswith("<div")), places[0] if places else None)
    end = place.end() if place else 0
    return f"{html[:end]}\n{_switch(counts(chapter.page, monograph), _ledger(html, chapter))}\n{html[end:]}"


def _ledger(html: str, chapter: Chapter) -> str:
    """The name of the evidence ledger, with the address that the chapter's own line has for it; without that line no link."""
    found = re.search(rf'<a href="([^"<>]*#{re.escape(chapter.slug)})">{_LEDGER}</a>', html)  # the site knows how addresses are written
    return f'<a href="{found[1]}">{_LEDGER}</a>' if found else _LEDGER


def counts(page: Page, monograph: Monograph) -> dict[str, int]:
    """How many marks of a page each support carries, those of its figures too, in the order of precedence; 0 where there are none."""
    marked = (*sentences.statements(page), *figures.statements(page, monograph))
    found = Counter(supports(sentence.citekeys, monograph)[0] for sentence in marked)
    return {name: found[name] for name in SUPPORTS}


def _switch(found: dict[str, int], ledger: str) -> str:
    return (
        '<div class="verify" data-search-exclude hidden>\n'
        '<label class="verify__switch"><input type="checkbox" role="switch"> '
        '<span><b>Verify mode</b> shows what supports each sentence</span></label>\n'
        f'<div class="verify__legend">\n<ul>\n{"".join(_item(name, number) for name, number in found.items())}</ul>\n'
        f"<p>{_EXPLAINED.format(ledger=ledger)}</p>\n</div>\n</div>"
    )


def _item(name: str, number: int) -> str:
    label, letter = SUPPORTS[name]
    badge = f' <b class="verify__letter">{letter}</b>' if letter else ""
    return (
        f'<li data-support="{name}"><span class="verify__sample verify__sample--{name}">{label}{badge}</span> '
        f'<span class="verify__count">{number}</span></li>\n'
    )
