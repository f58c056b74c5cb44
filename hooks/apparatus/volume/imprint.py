"""What the imprint says, from ``CITATION.cff`` and ``mkdocs.yml``: who, which edition, under which licence, how to cite it."""

from __future__ import annotations

import re

from apparatus.model import Monograph
from apparatus.read import nodes
from apparatus.read.configuration import CITATION, SETTINGS
from apparatus.read.places import Places
from apparatus.volume.nodes import Imprint

LICENCES = {
    "CC-BY-4.0": ("Creative Commons Attribution 4.0 International (CC BY 4.0)", "https://creativecommons.org/licenses/by/4.0/"),
    "CC0-1.0": ("Creative Commons Zero 1.0 (CC0)", "https://creativecommons.org/publicdomain/zero/1.0/"),
}
_ORDINALS = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")


def imprint(monograph: Monograph, revision: str = "", revised: int = 0) -> Imprint:
    """The imprint of the book at a commit; ``revised`` is the commit's time in seconds (Unix time), 0 for the day of the edition."""
    cited, site = _values(monograph, CITATION), _values(monograph, SETTINGS)
    title, _, subtitle = _text(cited, "title").partition(". ")
    licence, address = LICENCES.get(_text(cited, "license"), (_text(cited, "license"), ""))
    version = _text(cited, "version")
    authors = tuple(_name(person) for person in cited.get("authors", ()))
    date = _text(cited, "date-released")
    edition = f"{_ORDINALS[int(version)]} edition" if version.isdigit() and 0 < int(version) < len(_ORDINALS) else f"Edition {version}"
    return Imprint(
        title=title,
        subtitle=subtitle,
        description=_text(site, "site_description"),
        authors=authors,
        language="en-GB",
        edition=edition,
        date=date,
        licence=licence,
        licence_url=address,
        copyright=_text(site, "copyright"),
        cite_as=f"{_text(cited, 'title')}, {_after(cited)}{edition.lower()}, {date[:4]}.",
        keywords=tuple(str(word) for word in cited.get("keywords", ())),
        address=_text(site, "site_url"),
        revision=revision,
        revised=revised,
    )


def _after(cited: dict) -> str:
    """Whose article the book restructures."""
    article = next((work for work in cited.get("references", ()) if isinstance(work, dict)), {})
    names = ", ".join(_name(person) for person in article.get("authors", ()))
    return f"after the article by {names}, " if names else ""


def _name(person: object) -> str:
    if not isinstance(person, dict):
        return str(person)
    whole = f"{person.get('given-names', '')} {person.get('family-names', '')}".strip()
    return whole or str(person.get("name", ""))


def _text(values: dict, name: str) -> str:
    return re.sub(r"\s+", " ", str(values.get(name) or "")).strip()


def _values(monograph: Monograph, path: str) -> dict:
    """The settings of a file as plain values; empty if it is not there or cannot be read, which is a finding of its own."""
    source = next((source for source in monograph.sources if source.path == path), None)
    if source is None:
        return {}
    try:
        root = nodes.compose(source.text, Places(path, source.text), "READ003")
    except nodes.Unreadable:
        return {}
    found = _plain(root)
    return found if isinstance(found, dict) else {}


def _plain(node: nodes.Node) -> object:
    if isinstance(node, nodes.Mapping):
        return {key: _plain(item) for key, _, item in node.items}
    if isinstance(node, nodes.Sequence):
        return [_plain(item) for item in node.items]
    return node.value if node.value is not None else ""
