"""The tables of the registers, as data for programs: what each holds, column by column, and its rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from apparatus.exports.document import DATA_LICENCE
from apparatus.exports.tables import events, names, offices, works
from apparatus.exports.tables.columns import Book, Column, Row, Table, own

JOINED = "; "  # between the items of a list of words
_CERTAINTY = ("reported", "disputed", "inferred")
_SECTION = Column("section", "string", "The section that tells it, by its path below the site’s address.", lambda r, b: place(r.section))
_LICENCE = Column(
    "licence", "string", "The licence of the row, by its SPDX identifier.", lambda r, b: DATA_LICENCE,
    required=True, choices=(DATA_LICENCE,),
)  # fmt: skip
SOURCE = Column(
    "source",
    "string",
    "What the row rests on: the works cited, in short, with locators; for a row without citation of its own, those of its record or of "
    f"what is stated of it; “{works.EDITORS}” where there are none.",
    lambda r, b: works.sources(r.cites or r.through, b),
    required=True,
)
STATED = (
    Column("cite", "string", "The citation as written, in pandoc’s syntax; several one after the other.", lambda r, b: " ".join(r.cites)),
    Column(
        "citekeys", "string", f"The works in `cite`, by citekey, joined by `{JOINED}`; with locators in `citations`.",
        lambda r, b: tuple(dict.fromkeys(c.citekey for cite in r.cites for c in works.cited(cite))),
    ),
    SOURCE,
    Column(
        "certainty",
        "string",
        "`reported`: said by somebody, not established; `disputed`: sources contradict; `inferred`: concluded by the author or the "
        "editors; empty: stated by the source.",
        lambda r, b: r.certainty,
        choices=_CERTAINTY,
    ),
    Column("stated_by", "string", "Whose word it is, where the book attributes it.", lambda r, b: r.stated_by),
    Column("notes", "string", f"The editorial notes that concern it, joined by `{JOINED}`.", lambda r, b: r.notes),
    Column("editor", "boolean", "Whether only the editors add it: the article does not have it.", lambda r, b: r.editor, required=True),
    _SECTION,
    _LICENCE,
)  # fmt: skip
_JOINING = (SOURCE, _SECTION, _LICENCE)  # for tables that only join two others
_BRIDGES = frozenset(("event_people", "event_groups", "operation_groups", "leadership_together"))


def place(section: str) -> str:
    """Where the site has a section of a page: ``inside/leadership/#arrests`` for ``inside/leadership.md#arrests``."""
    page, mark, anchor = section.partition("#")
    stem = page.removesuffix(".md")
    folder = stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/" if stem else ""
    return f"{folder}{mark}{anchor}"


def cells(table: Table, row: Row, book: Book) -> tuple[str, ...]:
    """The row as texts, in the order of the columns: truth as ``true`` and ``false``, nothing as the empty text."""
    return tuple(_cell(column.value(row, book)) for column in table.columns)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return JOINED.join(value)
    return "" if value is None else str(value)


def _completed(table: Table) -> Table:
    return replace(table, columns=(*table.columns, *(_JOINING if table.name in _BRIDGES else STATED)))


_STATING = tuple(_completed(table) for table in (*names.TABLES, *events.TABLES, *offices.TABLES))


def _citations(book: Book) -> Iterator[Row]:
    """A row for each citation of the other tables, in their order."""
    for table in _STATING:
        for row in table.rows(book):
            found = [(cite, citation) for cite in row.cites for citation in works.cited(cite)]
            for number, (cite, citation) in enumerate(found, start=1):
                name = f"{table.name}.{row.id}.{number}"
                yield replace(row, id=name, of=f"{table.name}.{row.id}", value=citation, cites=(f"[@{citation.citekey}]",))


def _works(book: Book) -> Iterator[Row]:
    for citekey in sorted({row.value.citekey for row in _citations(book)}):
        yield Row(citekey, citekey, works.work(citekey, book), cites=(f"[@{citekey}]",))


def _located(name: str, part: str, description: str) -> Column:
    """A column with a part of the locator, empty where there is none."""
    return Column(name, "string", description, lambda r, b: getattr(r.value.locator, part) if r.value.locator else "")


CITATIONS = Table(
    "citations",
    "Citations",
    "A row for each citation of the other tables, in the order written: it joins a row of a table with a work in `sources`.",
    (
        Column("id", "string", "Identifier of the row.", lambda r, b: r.id, required=True, unique=True),
        Column("table", "string", "The table of the row that cites.", lambda r, b: r.of.partition(".")[0], required=True),
        Column("row", "string", "The id of that row.", lambda r, b: r.of.partition(".")[2], required=True),
        own("citekey", "The work.", required=True, to="sources"),
        own("prefix", "Words before the citation, such as `see`."),
        _located("label", "label", "What the locator counts, such as `p.`, `para.` or `sec.`."),
        _located("locator", "value", "The place in the work, without its label."),
        own("suffix", "Words after the citation."),
        *(SOURCE, _SECTION, _LICENCE),
    ),
    _citations,
)
SOURCES = Table(
    "sources",
    "Sources",
    "A row for each work that the tables cite. The licence is that of the row, not of the work.",
    (
        own("citekey", "Identifier of the work, as in the bibliography.", required=True, unique=True),
        replace(SOURCE, description="The work in short, as the tables print it."),
        own("reference", "The full reference, as the bibliography prints it.", required=True),
        own("kind", "The kind of source: the file of the bibliography that holds it."),
        own("support", "The kind of support it gives, as in the ledger of evidence."),
        own("extremist", "Whether it is extremist material, which is cited and has no address.", "boolean"),
        own("url", "Where the work is on the web."),
        own("archive", "An archived copy."),
        own("rights", "What the licence does not cover.", required=True),
        _LICENCE,
    ),
    _works,
    key="citekey",
)
TABLES = (*_STATING, CITATIONS, SOURCES)
