"""What a note adds to its reference: the official document, the copy of a page, what became of its link, where else the work is cited."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from apparatus.evidence import passages, work_links
from apparatus.evidence.passages import Passage
from apparatus.evidence.support import ARTICLE
from apparatus.model import Citation, Entry, Locator, Monograph, Page
from apparatus.references import locator_text, markdown_safe

WORKS = "apparatus/works"
MOST = 6  # other paragraphs that a note names one by one
_PAGES = ("p.", "pp.")


def trail(citation: Citation, page: Page, here: str, monograph: Monograph) -> str:
    """Markdown after a reference; empty if there is nothing to add. ``here`` is the place of the note, as ``page.md#p4``."""
    entry = monograph.by_citekey[citation.citekey]
    document = work_links.document(entry)
    parts = [f"official document: {document}" if document else "", _copy(entry, monograph), _elsewhere(entry, page, here, monograph)]
    return "".join(f"; {part}" for part in parts if part)


def _copy(entry: Entry, monograph: Monograph) -> str:
    row = work_links.row(entry, monograph)
    dead = f"link found dead on {row.last_checked}" if row and row.status == "dead" else ""
    return ", ".join(filter(None, [dead, work_links.copy(entry)]))


def _elsewhere(entry: Entry, page: Page, here: str, monograph: Monograph) -> str:
    """The other paragraphs of chapters that cite the work, each once; beyond ``MOST`` their chapters, with a link to them all.

    Of the restructured article, which most paragraphs cite, only their number is said.
    """
    found = [p for p in passages.by_work(monograph).get(entry.citekey, ()) if p.chapter is not None and p.target != here]
    if not found:
        return ""
    folder = posixpath.dirname(page.name) or "."
    number = len({passage.target for passage in found})
    dossier = posixpath.relpath(f"{WORKS}/{entry.citekey}.md", folder)
    if number > MOST and ARTICLE in entry.keywords:
        return f'<span class="also">[also cited in {number} other paragraphs of the chapters]({dossier})</span>'
    groups = _by_locators(found)
    if number <= MOST:
        said = f"also cited: {'; '.join(_named(label, group, folder) for label, group in groups.items())}"
        return f'<span class="also">{said}</span>'
    said = "; ".join(_counted(label, group) for label, group in groups.items())
    return f'<span class="also">also cited: {said} ([{number} paragraphs of the chapters]({dossier}))</span>'


def _by_locators(found: Sequence[Passage]) -> Mapping[str, list[Passage]]:
    """One passage for each paragraph, in the order of the book, by what is cited of the work there; those without locator last."""
    paragraphs: dict[str, list[Passage]] = {}
    for passage in found:
        paragraphs.setdefault(passage.target, []).append(passage)
    groups: dict[str, list[Passage]] = {}
    for there in paragraphs.values():
        groups.setdefault(_located(passage.citation.locator for passage in there), []).append(there[0])
    return dict(sorted(groups.items(), key=lambda group: not group[0]))


def _located(locators: Iterable[Locator | None]) -> str:
    """What these locators name, each once: ``p. 3``, ``pp. 388, 389``, ``p. 3, ch. 2``; empty for none."""
    known = list({locator_text(locator): locator for locator in locators if locator and locator.value}.items())
    if len(known) > 1 and all(locator.label in _PAGES for _, locator in known):
        return "pp.\u00a0" + ", ".join(text.partition("\u00a0")[2] for text, _ in known)
    return ", ".join(text for text, _ in known)


def _named(label: str, group: Sequence[Passage], folder: str) -> str:
    """``p. 3 (ch. 2 ¶ 4, 5, ch. 14 ¶ 4)``: each paragraph a link, the chapter said once."""
    links = []
    for chapter, there in groupby(group, key=lambda passage: passage.chapter):
        before = f"ch.\u00a0{chapter} ¶\u00a0"
        for passage in there:
            number = passage.where.removeprefix("¶ ")
            text = f"{before}{number}" if number != passage.where else f"ch.\u00a0{chapter} {markdown_safe(passage.where)}"  # in a heading
            links.append(f"[{text}]({_relative(passage.target, folder)})")
            before = ""
    said = ", ".join(links)
    return f"{label} ({said})" if label else said


def _counted(label: str, group: Sequence[Passage]) -> str:
    """``pp. 14–16 (ch. 3)``, ``ch. 3, 6, 8–15``: the chapters, three or more in a row as a range."""
    numbers = sorted({passage.chapter for passage in group})
    said = []
    for _, run in groupby(numbers, key=lambda number: number - numbers.index(number)):
        first, *others = run
        said += [f"{first}–{others[-1]}"] if len(others) > 1 else map(str, [first, *others])
    return f"{label} (ch.\u00a0{', '.join(said)})" if label else f"ch.\u00a0{', '.join(said)}"


def _relative(target: str, folder: str) -> str:
    name, _, anchor = target.partition("#")
    return f"{posixpath.relpath(name, folder)}#{anchor}"
