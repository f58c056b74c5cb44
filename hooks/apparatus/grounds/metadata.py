"""What ``CITATION.cff`` says of the book: title, authors, edition, licence, and how to cite it. Every other place repeats it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from apparatus.grounds.texts import once
from apparatus.model import Monograph
from apparatus.read import nodes
from apparatus.read.configuration import CITATION
from apparatus.read.places import Places

ZENODO = ".zenodo.json"
LICENCES = {  # SPDX identifier: name in full, name in short, address
    "CC-BY-4.0": (
        "Creative Commons Attribution 4.0 International (CC BY 4.0)",
        "CC BY 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    "CC0-1.0": ("Creative Commons Zero 1.0 (CC0)", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
}
_ORDINALS = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")


@dataclass(frozen=True)
class Metadata:
    """The values of ``CITATION.cff``, each on one line; empty where it gives none. ``after`` names the authors of the article."""

    title: str = ""
    authors: tuple[str, ...] = ()
    version: str = ""
    date: str = ""
    licence: str = ""
    kind: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def edition(self) -> str:
        """``First edition``; ``Edition 1.2`` for what has no ordinal here."""
        number = int(self.version) if self.version.isdecimal() else 0
        return f"{_ORDINALS[number]} edition" if 0 < number < len(_ORDINALS) else f"Edition {self.version}"

    @property
    def after_article(self) -> str:
        """Whose article the book restructures, as a phrase; empty where none is named."""
        return f"after the article by {', '.join(self.after)}" if self.after else ""

    @property
    def cite_as(self) -> str:
        """The book as a reference without markup: title, after whose article, edition, year."""
        parts = (self.title, self.after_article, self.edition.lower(), self.date[:4])
        return f"{', '.join(part for part in parts if part)}."

    @property
    def licence_in_short(self) -> str:
        return LICENCES.get(self.licence, ("", self.licence, ""))[1]


@once
def of(monograph: Monograph) -> Metadata:
    """What ``CITATION.cff`` says; nothing where it is missing or cannot be read, which is a finding of its own."""
    cited = values(monograph, CITATION)
    article = next((work for work in _several(cited, "references") if isinstance(work, dict)), {})
    return Metadata(
        title=text(cited, "title"),
        authors=tuple(_name(person) for person in _several(cited, "authors")),
        version=text(cited, "version"),
        date=text(cited, "date-released"),
        licence=text(cited, "license"),
        kind=text(cited, "type"),
        abstract=text(cited, "abstract"),
        keywords=tuple(str(word) for word in _several(cited, "keywords")),
        after=tuple(_name(person) for person in _several(article, "authors")),
    )


def zenodo(metadata: Metadata) -> dict[str, object]:
    """What ``.zenodo.json`` has to say, as Zenodo's deposit metadata (developers.zenodo.org); names without a value are left out."""
    whole = {
        "title": metadata.title,
        "upload_type": metadata.kind,
        "description": metadata.abstract,
        "creators": [{"name": name} for name in metadata.authors],
        "version": metadata.version,
        "publication_date": metadata.date,
        "access_right": "open",
        "license": {"id": metadata.licence} if metadata.licence else None,
        "keywords": list(metadata.keywords),
        "language": "eng",
    }
    return {name: value for name, value in whole.items() if value}


def zenodo_text(metadata: Metadata) -> str:
    """The same as the text of the file."""
    return f"{json.dumps(zenodo(metadata), ensure_ascii=False, indent=2)}\n"


def text(values: Mapping[str, object], name: str) -> str:
    """A value on one line; empty where there is none."""
    return re.sub(r"\s+", " ", str(values.get(name) or "")).strip()


def values(monograph: Monograph, path: str) -> dict:
    """The settings of a file as plain values; empty if it is not there or cannot be read."""
    source = next((source for source in monograph.sources if source.path == path), None)
    if source is None:
        return {}
    try:
        root = nodes.compose(source.text, Places(path, source.text), "READ003")
    except nodes.Unreadable:
        return {}
    found = _plain(root)
    return found if isinstance(found, dict) else {}


def _several(values: Mapping[str, object], name: str) -> list:
    found = values.get(name)
    return found if isinstance(found, list) else []


def _name(person: object) -> str:
    if not isinstance(person, dict):
        return str(person)
    whole = f"{person.get('given-names', '')} {person.get('family-names', '')}".strip()
    return whole or str(person.get("name", ""))


def _plain(node: nodes.Node) -> object:
    if isinstance(node, nodes.Mapping):
        return {key: _plain(item) for key, _, item in node.items}
    if isinstance(node, nodes.Sequence):
        return [_plain(item) for item in node.items]
    return node.value if node.value is not None else ""
