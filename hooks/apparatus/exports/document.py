"""Documents of JSON: what they have in common, and how they are laid out."""

from __future__ import annotations

import json
from collections.abc import Mapping

from apparatus.evidence import article_notes, note_numbers, support
from apparatus.exports.statements import Statement
from apparatus.grounds.texts import once
from apparatus.model import Citation, Monograph
from apparatus.read import configuration, nodes
from apparatus.read.places import Places

LANGUAGE = "en-GB"
DATA_LICENCE, TEXT_LICENCE = "CC0-1.0", "CC-BY-4.0"  # SPDX identifiers


def text(document: Mapping[str, object]) -> str:
    """The document as JSON in UTF-8: each member of the whole on a line, each item of a list on a line of its own.

    So a change of one record is a change of one line, and the file is half as long as with every value on its own line.
    The order of names is that of the document. Half a surrogate pair, which UTF-8 cannot hold, is written as its escape.
    """
    members = ",\n".join(f"  {_compact(name)}: {_member(value)}" for name, value in document.items())
    return f"{{\n{members}\n}}\n".encode("utf-8", "backslashreplace").decode("utf-8")


def _member(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"    {_compact(item)}" for item in value) + "\n  ]"
    return _compact(value)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(", ", ": "))


def words(value: object) -> str | None:
    """A value of a datum as text; None for none. What should be text may be a date or a number while the source is being written."""
    return str(value) if value is not None else None


def in_order(value: object) -> object:
    """The value with the names of every object in it sorted, whatever program has written it."""
    if isinstance(value, Mapping):
        return {name: in_order(value[name]) for name in sorted(value)}
    return [in_order(item) for item in value] if isinstance(value, list | tuple) else value


@once
def book(monograph: Monograph) -> dict[str, object]:
    """What a document says of the book it is taken from."""
    return {
        "title": _title(monograph),
        "edition": monograph.edition.isoformat() if monograph.edition else None,
        "language": LANGUAGE,
        "licence": DATA_LICENCE,
        "text_licence": TEXT_LICENCE,
        "article": support.article(monograph) or None,
    }


def _title(monograph: Monograph) -> str:
    """The title in ``CITATION.cff``, else the name of the site, else nothing."""
    for path, wanted in ((configuration.CITATION, "title"), (configuration.SETTINGS, "site_name")):
        text = next((source.text for source in monograph.sources if source.path == path), "")
        try:
            root = nodes.compose(text, Places(path, text), "READ003")
        except nodes.Unreadable:
            continue
        for name, _, item in root.items if isinstance(root, nodes.Mapping) else ():
            if name == wanted and isinstance(item, nodes.Scalar) and str(item.value or "").strip():
                return " ".join(str(item.value).split())
    return ""


def citations(statement: Statement, monograph: Monograph) -> list[dict[str, object]]:
    """The citations of a statement, in order, each with the note that prints it and the article's notes it stands for.

    The article's notes stand for the text of a section, not for what the editors say in a box, a note or a record.
    """
    numbers = note_numbers.by_citation(monograph)
    own = bool(statement.page) and statement.kind != "note" and statement.box != "editorial"
    section = f"{statement.page}#{statement.section}" if own else None
    return [citation(cited, numbers.get(cited), section, monograph) for cited in statement.citations]


def citation(cited: Citation, note: int | None, section: str | None, monograph: Monograph) -> dict[str, object]:
    """One citation, printed in the page's note of this number, in a section (``page.md#anchor``) or outside the article's text."""
    locator = cited.locator
    return {
        "citekey": cited.citekey,
        "prefix": cited.prefix,
        "locator": {"label": locator.label, "value": locator.value, "text": locator.text} if locator else None,
        "suffix": cited.suffix,
        "note": note,
        "article_notes": list(article_notes.of_citation(cited, section, monograph)) if section is not None else [],
    }
