"""The passages that cite a work, as index pages list them: by chapter, each place a link, with its locator. None is left out."""

from __future__ import annotations

import html
import posixpath
from collections import Counter
from collections.abc import Iterable, Sequence

from apparatus.evidence.passages import FIGURES, HOMES, Passage
from apparatus.references import locator_text, markdown_safe

OF_REGISTERS = {  # what the registers are called
    "people": "the register of people",
    "groups": "the register of groups",
    "places": "the register of places",
    "events": "the register of events",
    "leadership": "the register of leadership",
    "structure": "the register of the organisation",
    "estimates": "the register of strength and losses",
    "operations": "the register of operations",
}
OF_DATA = {"editorial": "editorial notes", "glossary": "glossary", "figures": "captions of figures", **OF_REGISTERS}


def by_home(passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    """The passages by what holds them: ``ch. 2``, the title of another page, ``editorial notes`` …; in the order given."""
    found: dict[str, list[Passage]] = {}
    for passage in passages:
        found.setdefault(_home(passage), []).append(passage)
    return found


def listed(passages: Sequence[Passage], folder: str) -> str:
    """Markdown of passages with one home: ``¶ 4, ¶ 9 (p. 3); ¶ 12 (twice; once p. 5)``, each place a link from a page in ``folder``.

    Places that cite the work in the same way stand together, in order of first appearance, and how they cite it follows them: the
    locator; the number of times where it is more than one; for several locators each of them with its number.
    """
    cited: dict[tuple[str, str], tuple[Passage, Counter[str]]] = {}
    for passage in passages:
        place = passage.target, passage.where if passage.origin == "page" else ""
        cited.setdefault(place, (passage, Counter()))[1][locator(passage)] += 1
    groups: dict[str, list[str]] = {}
    for passage, counts in cited.values():
        groups.setdefault(_how(counts), []).append(link(passage, folder))
    return ";\n    ".join(f"{', '.join(places)} ({how})" if how else ", ".join(places) for how, places in groups.items())


def _how(counts: Counter[str]) -> str:
    """``p. 3``, ``p. 3, twice``, ``twice``, ``twice; once p. 1``; empty for once without locator."""
    if len(counts) == 1:
        text, number = next(iter(counts.items()))
        return ", ".join([text] * bool(text) + [times(number)] * (number > 1))
    return "; ".join(f"{times(number)} {text}".rstrip() for text, number in sorted(counts.items(), key=lambda item: bool(item[0])))


def link(passage: Passage, folder: str) -> str:
    """The place of a passage as a link: ``¶ 4``, ``E3``, a term of the glossary; without link where its record has no page."""
    text = markdown_safe(html.escape(name(passage), quote=False))
    return f"[{text}]({relative(passage.target, folder)})" if passage.target else text


def name(passage: Passage) -> str:
    """What a place is called within its home."""
    if passage.origin in OF_REGISTERS or passage.origin == FIGURES:
        return passage.title.removeprefix(f"{passage.origin}: ")
    if passage.origin not in HOMES:
        return passage.where.replace("¶ ", "¶\u00a0")
    before, _, after = HOMES[passage.origin][2].partition("{}")
    return passage.title.removeprefix(before).removesuffix(after)


def locator(passage: Passage) -> str:
    """The locator as printed, safe in Markdown, or empty."""
    return markdown_safe(locator_text(passage.citation.locator))


def tally(passages: Sequence[Passage]) -> str:
    """How often and where, in words: ``58 times: 30 in 12 chapters, 28 in 14 editorial notes``; ``nowhere`` for none."""
    if not passages:
        return "nowhere"
    kinds: dict[str, list[Passage]] = {"chapter": [], "page": []}  # first the chapters, then other pages, then data
    for passage in passages:
        kind = "registers" if passage.origin in OF_REGISTERS else passage.origin
        kinds.setdefault("chapter" if passage.chapter is not None else kind, []).append(passage)
    kinds = {kind: found for kind, found in kinds.items() if found}
    where = {kind: f"{'on' if kind == 'page' else 'in'} {_homes(kind, found)}" for kind, found in kinds.items()}
    if len(kinds) == 1:
        return f"{times(len(passages))} {next(iter(where.values()))}"
    return f"{times(len(passages))}: {', '.join(f'{len(kinds[kind])} {where[kind]}' for kind in kinds)}"


def times(number: int) -> str:
    """``once``, ``twice``, ``3 times``."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def several(number: int, noun: str) -> str:
    """``1 chapter``, ``2 chapters``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def relative(target: str, folder: str) -> str:
    """A path below ``docs/``, perhaps with anchor, as a link from a page in ``folder``."""
    path, sign, anchor = target.partition("#")
    return f"{posixpath.relpath(path, folder)}{sign}{anchor}"


def _home(passage: Passage) -> str:
    if passage.chapter is not None:
        return f"ch.\u00a0{passage.chapter}"
    return passage.title if passage.origin == "page" else OF_DATA.get(passage.origin, passage.origin)


def _homes(kind: str, passages: Sequence[Passage]) -> str:
    """``12 chapters``, ``1 editorial note``, ``the glossary``, ``2 other pages``."""
    if kind == "glossary":
        return "the glossary"
    number = len({passage.target.partition("#")[0] if passage.origin == "page" else passage.target for passage in passages})
    if kind == "registers":
        return f"{several(number, 'record')} of the registers"
    if kind == "page" and number == 1:
        return "one other page"
    nouns = {"chapter": "chapter", "page": "other page", "editorial": "editorial note"}
    return several(number, nouns[kind]) if kind in nouns else f"the data on {kind}"
