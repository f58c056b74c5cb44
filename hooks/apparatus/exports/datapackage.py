"""``datapackage.json``: the dictionary of the tables, in the form of the Data Package standard, version 2 (datapackage.org)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from apparatus.evidence import support
from apparatus.exports import document
from apparatus.exports.register_documents import TITLES
from apparatus.exports.tables import TABLES
from apparatus.exports.tables.columns import Book, Column, Table
from apparatus.exports.tables.works import work
from apparatus.read import configuration, nodes
from apparatus.read.places import Places

NAME = "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}
_LICENCE = {
    "name": document.DATA_LICENCE,
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
    "title": "Creative Commons Zero 1.0 Universal",
}
_DESCRIPTION = """\
What the book states of people, groups, places, events, offices, numbers and operations, one row a statement, each with its citation, \
its source in short, its section in the book and its licence.
Lists of words are joined by `; `; what leads to other tables is a table of its own, one row for each pair, so that tables can be \
joined: `event_people`, `event_groups`, `operation_groups`, `leadership_together`, and `citations`, which leads from the rows of all \
tables to `sources`. \
A row of a list within a record is named `record.1`, `record.2` in the order written, so that its id changes when the list does.
Dates are in EDTF, with the earliest and the latest day they can mean beside them; an approximate date (`2019~`) gives the days of its year.
Values are given as they are: no cell is altered for spreadsheets, which take one that begins with `=`, `+`, `-` or `@` for a formula; \
import the columns as text where that matters.
A person accused is not a person convicted; `certainty`, `stated_by` and `notes` belong to each statement."""


def render(book: Book, contents: Mapping[str, str]) -> str:
    """The descriptor of the package; ``contents`` are the files it describes, by name, whose sizes and sums it gives."""
    told = document.book(book.monograph)
    edition = {"version": told["edition"], "created": f"{told['edition']}T00:00:00Z"} if told["edition"] else {}
    descriptor = {
        "$schema": _PROFILE,
        "name": "registers",
        "title": f"Registers of “{told['title']}”" if told["title"] else "Registers",
        "description": _DESCRIPTION,
        **edition,
        **_listed("keywords", [*_cited_as(book, "keywords"), *TITLES]),
        "licenses": [_LICENCE],
        "sources": _sources(book),
        **_listed("contributors", [{"title": name, "roles": ["editor"]} for name in _cited_as(book, "authors")]),
        "resources": [*(_table(table, contents) for table in TABLES), *(_document(register, contents) for register in TITLES)],
    }
    return json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"


def _listed(name: str, values: list) -> dict[str, list]:
    """A member that the standard wants filled or absent."""
    return {name: values} if values else {}


def _sources(book: Book) -> list[dict[str, str]]:
    """The article, if there is one, and the works cited."""
    article = support.article(book.monograph)
    found = work(article, book) if article else None
    listed = [{"title": found.reference, **({"path": found.url} if found.url else {})}] if found else []
    return [*listed, {"title": "The works in the table of sources, each cited in the rows that rest on it", "path": "sources.csv"}]


def _table(table: Table, contents: Mapping[str, str]) -> dict[str, object]:
    return {
        "name": table.name,
        "type": "table",
        **_file(f"{table.name}.csv", "csv", "text/csv", contents),
        "title": table.title,
        "description": table.description,
        "dialect": _DIALECT,
        "licenses": [_LICENCE],
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": [table.key],
            **_listed("foreignKeys", [_foreign(column, table) for column in table.columns if column.to]),
        },
    }


def _document(register: str, contents: Mapping[str, str]) -> dict[str, object]:
    return {
        "name": f"{register}-records",
        "type": "json",
        **_file(f"{register}.json", "json", "application/json", contents),
        "title": f"{TITLES[register]}, as records",
        "description": "The records of the register as they are kept, each with the statements within it; `fields` describes every name.",
        "licenses": [_LICENCE],
    }


def _file(name: str, form: str, kind: str, contents: Mapping[str, str]) -> dict[str, object]:
    data = contents[name].encode("utf-8")
    total = hashlib.sha256(data).hexdigest()
    return {"path": name, "format": form, "mediatype": kind, "encoding": "utf-8", "bytes": len(data), "hash": f"sha256:{total}"}


def _field(column: Column) -> dict[str, object]:
    constraints = {
        **({"required": True} if column.required else {}),
        **({"unique": True} if column.unique else {}),
        **({"enum": list(column.choices)} if column.choices else {}),
    }
    truth = {"trueValues": ["true"], "falseValues": ["false"]} if column.type == "boolean" else {}
    title = column.name.replace("_", " ").capitalize()
    described = {"name": column.name, "type": column.type, "title": title, "description": column.description, **truth}
    return {**described, **({"constraints": constraints} if constraints else {})}


def _foreign(column: Column, table: Table) -> dict[str, object]:
    key = next(other.key for other in TABLES if other.name == column.to)
    resource = "" if column.to == table.name else column.to
    return {"fields": [column.name], "reference": {"resource": resource, "fields": [key]}}


def _cited_as(book: Book, member: str) -> list[str]:
    """A list in ``CITATION.cff``: words as they stand, people by their names; nothing where it cannot be read."""
    text = next((source.text for source in book.monograph.sources if source.path == configuration.CITATION), "")
    try:
        root = nodes.compose(text, Places(configuration.CITATION, text), "READ003")
    except nodes.Unreadable:
        return []
    found = nodes.value(root).get(member) if isinstance(root, nodes.Mapping) else None
    return [name for name in map(_name, found if isinstance(found, list) else []) if name]


def _name(item: object) -> str:
    if isinstance(item, Mapping):
        parts = [item.get("name")] if item.get("name") else [item.get("given-names"), item.get("family-names")]
        return " ".join(str(part) for part in parts if part)
    return item if isinstance(item, str) else ""
