"""The registers to take away: tables as CSV, records as JSON, and the dictionary that describes both."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from apparatus.exports import datapackage, register_documents
from apparatus.exports.tables import TABLES, cells
from apparatus.exports.tables.columns import Book, Table
from apparatus.model import Monograph, Reference
from apparatus.records import WorkRecord

FOLDER = "downloads/registers"


def files(monograph: Monograph, records: Mapping[str, WorkRecord], references: Mapping[str, Reference]) -> Mapping[str, str]:
    """The files by path below the site: tables, documents, then ``datapackage.json``.

    All of them are there for every book; a register that it does not have is a table with a head alone and a document without
    records. CSV ends its lines with CR LF: write them as bytes.
    """
    book = Book(monograph, records, references)
    made = {f"{table.name}.csv": text(_lines(table, book)) for table in TABLES}
    made |= register_documents.files(book)
    made[datapackage.NAME] = datapackage.render(book, made)
    return {f"{FOLDER}/{name}": content for name, content in made.items()}


def text(lines: Iterable[Iterable[str]]) -> str:
    """Cells as CSV after RFC 4180: commas, quotation marks where needed, CR LF; no byte order mark.

    Half a surrogate pair, which UTF-8 cannot hold, is written as its escape.
    """
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows(lines)
    return buffer.getvalue().encode("utf-8", "backslashreplace").decode("utf-8")


def _lines(table: Table, book: Book) -> Iterable[Iterable[str]]:
    yield [column.name for column in table.columns]
    for row in table.rows(book):
        yield cells(table, row, book)
