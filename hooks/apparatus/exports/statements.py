"""The statements of the book under names that last as long as their places: ``fighters/concept.md#p4.2``, ``editorial#e7.short.1``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from apparatus.evidence import passages, sentences
from apparatus.evidence.sentences import Sentence
from apparatus.grounds.numbering import anchor
from apparatus.grounds.texts import once
from apparatus.model import Citation, Cluster, Datum, Location, Monograph, Page

_APART = frozenset(("note", "title"))  # kinds of paragraphs that have no number of their own


@dataclass(frozen=True)
class Statement:
    """A sentence of a page, or of a datum: its name, where it stands, its words, what it cites.

    ``origin`` is ``page`` or the data file's name; ``page`` and ``section`` are empty for data, ``datum`` and ``field`` for pages.
    ``paragraph`` is None outside numbered paragraphs; ``target`` is where a reader finds it, page with anchor, or empty.
    """

    id: str
    origin: str
    kind: str
    target: str
    words: str
    citations: tuple[Citation, ...]
    page: str = ""
    section: str = ""
    paragraph: int | None = None
    box: str = ""
    datum: str = ""
    field: str = ""


@once
def of_pages(monograph: Monograph) -> dict[str, tuple[Statement, ...]]:
    """The statements of each page by its name: its sentences in order, whether they cite or not, then headings that cite."""
    return {page.name: tuple(_of_page(page, monograph)) for page in monograph.pages}


def _of_page(page: Page, monograph: Monograph) -> Iterator[Statement]:
    count: Counter[str] = Counter()
    seen: set[Cluster] = set()
    for sentence in sentences.by_page(monograph)[page.name]:
        seen.update(sentence.clusters)
        yield _sentence(sentence, count)
    for cluster in page.clusters:
        if cluster not in seen:
            yield _heading(page, cluster, count)


def _sentence(sentence: Sentence, count: Counter[str]) -> Statement:
    place, paragraph = sentence.paragraph, sentence.paragraph.paragraph
    stem = f"{place.anchor}.{paragraph.kind}" if paragraph.kind in _APART else place.anchor
    count[stem] += 1
    return Statement(
        id=f"{sentence.page.name}#{stem}.{count[stem]}",
        origin="page",
        kind=paragraph.kind,
        target=sentence.target,
        words=sentence.words,
        citations=sentence.citations,
        page=sentence.page.name,
        section=paragraph.section,
        paragraph=place.number,
        box=sentence.box,
    )


def _heading(page: Page, cluster: Cluster, count: Counter[str]) -> Statement:
    above = [heading for heading in page.headings if heading.span.start <= cluster.span.start]
    name, words = (above[-1].anchor, above[-1].text) if above else ("", page.title)
    stem = f"{name}.heading" if name else "heading"
    count[stem] += 1
    target = f"{page.name}#{name}" if name else page.name
    words = sentences.plain(words)
    return Statement(f"{page.name}#{stem}.{count[stem]}", "page", "heading", target, words, cluster.citations, page.name, name)


@once
def of_data(monograph: Monograph) -> tuple[Statement, ...]:
    """The statements of data that cite, file by file, in the order written."""
    places = {
        citation.location: (kind, name, field)
        for kind, data in monograph.data.items()
        for name, datum in zip(_names(kind, data), data, strict=True)
        for field, clusters in datum.clusters.items()
        for cluster in clusters
        for citation in cluster.citations
    }
    return tuple(_of_data(monograph, places))


def _of_data(monograph: Monograph, places: dict[Location, tuple[str, str, str]]) -> Iterator[Statement]:
    count: Counter[str] = Counter()
    listed = (passage for passage in passages.passages(monograph) if passage.origin != "page")
    for ((kind, name, field), words), group in groupby(listed, key=lambda p: (places[p.citation.location], p.words)):
        cited = tuple(group)
        stem = f"{kind}#{name}.{field}"
        count[stem] += 1
        citations = tuple(passage.citation for passage in cited)
        yield Statement(f"{stem}.{count[stem]}", kind, "value", cited[0].target, words, citations, datum=name, field=field)


def _names(kind: str, data: tuple[Datum, ...]) -> Iterator[str]:
    """A name for each datum of a file: its id or term as an anchor, else its place in the file, as in ``n3``, counted from 1."""
    name = passages.HOMES[kind][1] if kind in passages.HOMES else "id"
    found = [anchor(str(datum.values.get(name) or "")) for datum in data]
    often = Counter(found)
    for number, value in enumerate(found, start=1):
        yield value if value and often[value] == 1 else f"n{number}"
