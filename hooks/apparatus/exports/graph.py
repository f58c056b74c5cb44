"""``graph.json``: the citation graph of the book. Works and statements are its nodes; each citation joins one of each.

What can be counted from it (works cited together, chapters of a work, support of a chapter) is left to the reader: docs/about/data.md
shows how.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from apparatus.evidence import article_notes, support
from apparatus.evidence.chapters import Chapter, by_name, chapters
from apparatus.exports import document, statements
from apparatus.exports.statements import Statement
from apparatus.grounds.archives import archived
from apparatus.model import Datum, Entry, Monograph
from apparatus.records import WorkRecord

PATH = "graph.json"
SCHEMA = "schemas/graph-1.json"
# Semantic: the first number changes, and with it the schema's file, when a name goes or changes its meaning; the second when a name
# is added; the third when a value is mended.
VERSION = "1.0.0"


def files(monograph: Monograph, records: Mapping[str, WorkRecord]) -> Mapping[str, str]:
    """The file by its path below the site."""
    return {PATH: render(monograph, records)}


def render(monograph: Monograph, records: Mapping[str, WorkRecord]) -> str:
    """The document: chapters in order, works by citekey, the article's notes, then what cites: pages in order, then data."""
    return document.text(
        {
            "$schema": SCHEMA,
            "version": VERSION,
            "book": document.book(monograph),
            "chapters": [_chapter(chapter) for chapter in chapters(monograph)],
            "works": [_work(monograph.by_citekey[key], records.get(key), monograph) for key in sorted(monograph.by_citekey)],
            "article_notes": [_article_note(datum) for datum in monograph.data.get("concordance", ())],
            "passages": [_passage(statement, monograph) for statement in _citing(monograph)],
        }
    )


def _chapter(chapter: Chapter) -> dict[str, object]:
    return {
        "number": chapter.number,
        "page": chapter.page.name,
        "data": twin(chapter),
        "title": chapter.page.title,
        "sections": sections(chapter),
    }


def twin(chapter: Chapter) -> str:
    """The path below the site of a chapter's own document: ``graph-2.json`` for ``graph.md``, whose name is taken."""
    stem = chapter.page.name.removesuffix(".md")
    return f"{stem}-2.json" if f"{stem}.json" == PATH else f"{stem}.json"


def sections(chapter: Chapter) -> list[dict[str, object]]:
    """The headings of a chapter, its title first."""
    return [{"anchor": heading.anchor, "level": heading.level, "title": heading.text} for heading in chapter.page.headings]


def _work(entry: Entry, record: WorkRecord | None, monograph: Monograph) -> dict[str, object]:
    csl = dict(record.csl) if record else {}  # of extremist material without address
    row = monograph.by_url.get(str(csl.get("URL")))
    return {
        "citekey": entry.citekey,
        "kind": support.kind(entry),
        "support": support.support(entry),
        "keywords": sorted(entry.keywords),
        "url": csl.get("URL"),
        "archive": archived(entry) or None,
        "link": {"status": row.status, "checked": row.last_checked, "detail": row.detail} if row and row.status != "unchecked" else None,
        "article_notes": list(article_notes.of_work(entry.citekey, monograph)),
        "csl": document.in_order(csl) or None,
    }


def _article_note(datum: Datum) -> dict[str, object]:
    row, number = datum.values, datum.values.get("note")
    return {
        "number": number if isinstance(number := row.get("note"), int) else None,
        "citekey": document.words(row.get("citekey")),
        "locator": document.words(row.get("locator")),
        "status": document.words(row.get("status")),
        "mark_lost": row.get("mark") == "lost",
        "sections": list(article_notes.places(row)),
    }


def _citing(monograph: Monograph) -> Iterator[Statement]:
    order = {entry.target: number for number, entry in enumerate(monograph.navigation or ())}
    for name, found in sorted(statements.of_pages(monograph).items(), key=lambda item: (order.get(item[0], len(order)), item[0])):
        yield from (statement for statement in found if statement.citations)
    yield from statements.of_data(monograph)


def _passage(statement: Statement, monograph: Monograph) -> dict[str, object]:
    chapter = by_name(monograph).get(statement.page)
    return {
        "id": statement.id,
        "origin": statement.origin,
        "target": statement.target or None,
        "chapter": chapter.number if chapter else None,
        "page": statement.page or None,
        "section": statement.section or None,
        "paragraph": statement.paragraph,
        "record": statement.datum or None,
        "field": statement.field or None,
        "kind": statement.kind,
        "words": statement.words,
        "supports": list(support.supports((citation.citekey for citation in statement.citations), monograph)),
        "citations": document.citations(statement, monograph),
    }
