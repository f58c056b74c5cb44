"""What a note adds to its reference: the archived copy, whether the link still led there, and where else the work is cited."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from apparatus.evidence import passages
from apparatus.evidence.passages import Passage
from apparatus.grounds.archives import archived
from apparatus.model import Citation, Monograph, Page
from apparatus.references import locator_text

WORKS = "apparatus/works"
MOST = 6  # other places that a note names one by one


def trail(citation: Citation, page: Page, here: str, monograph: Monograph) -> str:
    """Markdown after a reference; empty if there is nothing to add. ``here`` is the place of the note, as ``page.md#p4``."""
    parts = [_copy(citation, monograph), _elsewhere(citation, page, here, monograph)]
    return "".join(f"; {part}" for part in parts if part)


def _copy(citation: Citation, monograph: Monograph) -> str:
    entry = monograph.by_citekey[citation.citekey]
    copy = archived(entry)
    row = monograph.by_url.get(entry["url"])
    dead = f"link found dead on {row.last_checked}, " if row and row.status == "dead" else ""
    return f"{dead}[archived copy](<{copy}>){{.archived}}" if copy else dead.removesuffix(", ")


def _elsewhere(citation: Citation, page: Page, here: str, monograph: Monograph) -> str:
    """The other paragraphs of chapters that cite the work, each once; beyond ``MOST`` their number, with a link to them all."""
    others = [p for p in passages.by_work(monograph).get(citation.citekey, ()) if p.chapter is not None and p.target != here]
    if not others:
        return ""
    folder = posixpath.dirname(page.name) or "."
    targets = {passage.target for passage in others}
    if len(targets) > MOST:
        works = posixpath.relpath(f"{WORKS}/{citation.citekey}.md", folder)
        return f'<span class="also">[also cited in {len(targets)} other paragraphs]({works})</span>'
    return f'<span class="also">also cited: {"; ".join(_place(passages_, folder) for passages_ in _by_locator(others))}</span>'


def _by_locator(others: Sequence[Passage]) -> list[list[Passage]]:
    """Passages with the same locator together, each paragraph once, in the order of the book."""
    groups: dict[str, dict[str, Passage]] = {}
    for passage in others:
        groups.setdefault(locator_text(passage.citation.locator), {}).setdefault(passage.target, passage)
    return [list(group.values()) for group in groups.values()]


def _place(group: Sequence[Passage], folder: str) -> str:
    located = locator_text(group[0].citation.locator)
    links = ", ".join(f"[ch.\u00a0{p.chapter} {_unbroken(p.where)}]({_relative(p.target, folder)})" for p in group)
    return f"{located} ({links})" if located else links


def _unbroken(where: str) -> str:
    return where.replace("¶ ", "¶\u00a0")


def _relative(target: str, folder: str) -> str:
    name, _, anchor = target.partition("#")
    return f"{posixpath.relpath(name, folder)}#{anchor}"
