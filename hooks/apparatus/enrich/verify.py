"""The switch of Verify mode and its legend: what kinds of source support the sentences of a chapter, and how many each."""

from __future__ import annotations

import re
from collections import Counter

from apparatus.enrich import sentences
from apparatus.evidence.chapters import Chapter
from apparatus.evidence.support import SUPPORTS, supports
from apparatus.model import Monograph, Page

_PLACE = re.compile(r'<div class="admonition abstract">.*?</div>|<h1\b.*?</h1>', re.DOTALL)
_EXPLAINED = (
    "A sentence has the tint of the strongest kind of work that it cites, in the order of this list; "
    "the letters after it name every kind, the number says how many works. "
    "“No note of its own” marks a sentence that connects, introduces, or speaks of the book itself. "
    "Every sentence counts here, a row of a table as one; the evidence ledger counts only those that make a claim. "
    "The abstract and the editorial notes stay plain. "
    "The tint tells who stands behind a statement, not whether it is true."
)


def with_switch(html: str, chapter: Chapter, monograph: Monograph) -> str:
    """A chapter's HTML with the switch after its abstract; hidden, for without its script the switch would do nothing."""
    places = list(_PLACE.finditer(html))
    place = next((found for found in places if found[0].startswith("<div")), places[0] if places else None)
    end = place.end() if place else 0
    return f"{html[:end]}\n{_switch(counts(chapter.page, monograph))}\n{html[end:]}"


def counts(page: Page, monograph: Monograph) -> dict[str, int]:
    """How many sentences of a page each support carries, in the order of precedence; 0 where there are none."""
    found = Counter(supports(sentence.citekeys, monograph)[0] for sentence in sentences.statements(page))
    return {name: found[name] for name in SUPPORTS}


def _switch(found: dict[str, int]) -> str:
    return (
        '<div class="verify" data-search-exclude hidden>\n'
        '<label class="verify__switch"><input type="checkbox" role="switch"> '
        '<span><b>Verify mode</b> shows what supports each sentence</span></label>\n'
        f'<div class="verify__legend">\n<ul>\n{"".join(_item(name, number) for name, number in found.items())}</ul>\n'
        f"<p>{_EXPLAINED}</p>\n</div>\n</div>"
    )


def _item(name: str, number: int) -> str:
    label, letter = SUPPORTS[name]
    badge = f' <b class="verify__letter">{letter}</b>' if letter else ""
    return (
        f'<li data-support="{name}"><span class="verify__sample verify__sample--{name}">{label}{badge}</span> '
        f'<span class="verify__count">{number}</span></li>\n'
    )
