"""Every passage that cites a work: where it stands, its words, the locator, and the works beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from apparatus.evidence import chapters, sentences
from apparatus.grounds import prose, register_pages
from apparatus.grounds.numbering import anchor
from apparatus.grounds.sentences import split
from apparatus.grounds.settings import value
from apparatus.grounds.texts import once
from apparatus.model import Citation, Cluster, Datum, Monograph, Page

FIGURES = "figures"  # the data file with the captions of figures, which stand on the pages that show them
HOMES = {  # where the records of a data file are shown, and what a record is called there
    "editorial": ("apparatus/editorial-notes.md", "id", "editorial note {}"),
    "glossary": ("apparatus/glossary.md", "term", "glossary, “{}”"),
}


@dataclass(frozen=True)
class Passage:
    """One citation in its place. ``target`` is a page below ``docs/`` with anchor; ``where`` names the place within the page.

    ``origin`` is ``page`` or the name of the data file; ``chapter`` is the chapter's number, or None elsewhere; ``title`` that of
    the page or record; ``beside`` are the other works that the same sentence cites.
    """

    citation: Citation
    origin: str
    target: str
    title: str
    where: str
    words: str
    chapter: int | None = None
    beside: tuple[str, ...] = ()

    @property
    def locator(self) -> str:
        """The locator as written, or empty."""
        return self.citation.locator.text if self.citation.locator else ""


@once
def passages(monograph: Monograph) -> tuple[Passage, ...]:
    """One for each citation of the book: pages in the order of the book, then data. None is left out."""
    order = {entry.target: number for number, entry in enumerate(monograph.navigation or ())}
    found: list[Passage] = []
    for page in sorted(monograph.pages, key=lambda page: (order.get(page.name, len(order)), page.name)):
        found += _of_page(page, monograph)
    for kind, data in monograph.data.items():
        for datum in data:
            found += _of_datum(kind, datum, monograph)
    return tuple(found)


@once
def by_work(monograph: Monograph) -> dict[str, tuple[Passage, ...]]:
    """The passages of each cited work by citekey, in the order of ``passages``."""
    found: dict[str, list[Passage]] = {}
    for passage in passages(monograph):
        found.setdefault(passage.citation.citekey, []).append(passage)
    return {key: tuple(listed) for key, listed in found.items()}


def _of_page(page: Page, monograph: Monograph) -> Iterator[Passage]:
    chapter = chapters.by_name(monograph).get(page.name)
    number, seen = chapter.number if chapter else None, set()
    for sentence in sentences.by_page(monograph)[page.name]:
        place = sentence.paragraph
        for cluster in sentence.clusters:
            seen.add(cluster)
            for citation in cluster.citations:
                beside = tuple(key for key in sentence.citekeys if key != citation.citekey)
                yield Passage(citation, "page", sentence.target, page.title, f"¶ {place.number}", sentence.words, number, beside)
    for cluster in page.clusters:  # in headings and the like
        if cluster not in seen:
            yield from _elsewhere(page, cluster, number)


def _elsewhere(page: Page, cluster: Cluster, number: int | None) -> Iterator[Passage]:
    above = [heading for heading in page.headings if heading.span.start <= cluster.span.start]
    anchor, words = (above[-1].anchor, above[-1].text) if above else ("", page.title)
    for citation in cluster.citations:
        beside = tuple(c.citekey for c in cluster.citations if c.citekey != citation.citekey)
        target = f"{page.name}#{anchor}" if anchor else page.name
        yield Passage(citation, "page", target, page.title, f"“{words}”", sentences.plain(words), number, beside)


def _of_datum(kind: str, datum: Datum, monograph: Monograph) -> Iterator[Passage]:
    target, title = _of_figure(datum, monograph) if kind == FIGURES else home(kind, datum)
    for name, clusters in datum.clusters.items():
        for words, group in _statements(datum, name, clusters):
            keys = dict.fromkeys(c.citekey for cluster in group for c in cluster.citations)
            for citation in (c for cluster in group for c in cluster.citations):
                beside = tuple(key for key in keys if key != citation.citekey)
                yield Passage(citation, kind, target, title, name, words, None, beside)


def home(kind: str, datum: Datum) -> tuple[str, str]:
    """Where a record of a data file is shown (page below ``docs/``, perhaps with anchor), and its title. Others have no page."""
    if kind in register_pages.INDEXES:
        return register_pages.home(kind, datum), f"{kind}: {_called(datum)}"
    if kind not in HOMES:
        return "", kind
    page, name, title = HOMES[kind]
    value = str(datum.values.get(name, ""))
    return f"{page}#{anchor(value)}", title.format(value)


def _of_figure(datum: Datum, monograph: Monograph) -> tuple[str, str]:
    """Where a page shows a figure, with anchor; empty where none does. One of several pictures has the figure's name before its own."""
    name = str(datum.values.get("id", ""))
    fences = {" ".join(fence.source.split()): page.name for page in monograph.pages for fence in page.fences if fence.language == "figure"}
    if "figure-timeline" in register_pages.anchors(monograph).get(register_pages.TIMELINE, ()):
        fences.setdefault("timeline", register_pages.TIMELINE)  # that page is made at build
    shown = (f"{page}#figure-{figure}" for figure, page in fences.items() if name == figure or name.startswith(f"{figure}-"))
    return next(shown, ""), f"{FIGURES}: {name}"


def _called(datum: Datum) -> str:
    """What a record of a register is called: its name or title, else its office with its number, else its id in words."""
    values = datum.values
    office = f"{values.get('office') or ''} {values.get('number') or ''}".strip()
    return " ".join(str(values.get("name") or values.get("title") or office or values.get("id") or "").split()).replace("-", " " if office else "-")


def _statements(datum: Datum, name: str, clusters: tuple[Cluster, ...]) -> Iterator[tuple[str, tuple[Cluster, ...]]]:
    """The sentences of a value that cite, with what they cite; a value that is only a citation speaks for its record."""
    text, places = value(datum, name), []
    for cluster in clusters:
        raw = next((raw for raw in (cluster.raw, " ".join(cluster.raw.split())) if raw in text), "")
        start = text.find(raw) if raw else len(text)
        text = text[:start] + prose.CITED * len(raw) + text[start + len(raw) :]
        places.append((start, cluster))
    if not text.replace(prose.CITED, "").strip():
        yield sentences.plain(_beside(datum, name) or _main(datum)), clusters
        return
    spans = list(split(text)) or [(0, len(text))]
    starts = [start for start, _ in spans]
    for index, (start, end) in enumerate(spans):
        group = tuple(cluster for offset, cluster in places if max(bisect_right(starts, offset) - 1, 0) == index)
        if group:
            yield sentences.plain(text[start:end].replace(prose.CITED, "")), group


def _beside(datum: Datum, name: str) -> str:
    """The text that a value of its own cites for: ``facts.2.text`` for ``facts.2.cite``, ``end_text`` for ``end_cite``; else nothing."""
    return value(datum, f"{name.removesuffix('cite')}text") if name.endswith("cite") else ""


def _main(datum: Datum) -> str:
    """What a record says of itself: its definition, else its longest text."""
    texts = [value for value in datum.values.values() if isinstance(value, str) and "@" not in value]
    return str(datum.values.get("definition") or max(texts, key=len, default=""))
