"""The descriptions that pages carry as JSON-LD in schema.org's words: read, never run, within limits."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from apparatus.grounds import works
from apparatus.sources import cleaning, forms
from apparatus.sources.cleaning import address, line, prose
from apparatus.sources.dating import date
from apparatus.sources.description import Creator, Description
from apparatus.sources.given import thirteen
from apparatus.sources.language_names import babel
from apparatus.sources.people import byline, creator, listed

LARGEST = 500_000  # characters of one script
MOST = 300  # objects of one page
_RANK = {name: rank for rank, name in enumerate(forms.OF_SCHEMA)}
_BODIES = frozenset({"Organization", "NewsMediaOrganization", "GovernmentOrganization", "EducationalOrganization", "Corporation", "NGO"})
Node = Mapping[str, object]


def description(scripts: Iterable[str]) -> Description:
    """What the object says that describes the work most closely; an empty description where none does."""
    nodes = list(_nodes(scripts))
    named = {str(node["@id"]): node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1}
    works_ = [node for node in nodes if _type(node)]
    best = min(works_, key=lambda node: (_RANK[_type(node)], not _title(node)), default=None)
    return _description(best, named) if best else Description()


def _nodes(scripts: Iterable[str]) -> Iterator[Node]:
    """The objects of all scripts, those in ``@graph`` and lists too; what is no JSON is passed over."""
    count = 0
    for script in scripts:
        try:
            waiting = [json.loads(script)] if len(script) <= LARGEST else []
        except (ValueError, RecursionError):
            continue
        while waiting and count < MOST:
            found = waiting.pop(0)
            if isinstance(found, list):
                waiting += found[:MOST]
            elif isinstance(found, dict):
                count += 1
                yield found
                inner = (found.get(name) for name in ("@graph", "mainEntity", "mainEntityOfPage"))
                waiting += [each for each in inner if isinstance(each, (list, dict))]


def _type(node: Node) -> str:
    """The type that says most, of those that a work can have; empty for a person, a path of crumbs, a site."""
    given = node.get("@type")
    names = [line(name).rpartition("/")[2] for name in (given if isinstance(given, list) else [given])[:10]]
    return min((name for name in names if name in _RANK), key=_RANK.__getitem__, default="")


def _title(node: Node) -> str:
    return prose(node.get("headline")) or prose(node.get("name"))


def _description(node: Node, named: Mapping[str, Node]) -> Description:
    form, shelf = forms.OF_SCHEMA[_type(node)]
    outlet = _names(node, named, "publisher") or _names(node, named, "sourceOrganization")
    host = cleaning.title(next(_names_of(node, named, "isPartOf"), "")) if form in ("article", "incollection") else ""
    return Description(
        form="online" if form == "article" and not host else form,
        shelf=shelf,
        authors=listed(_people(node, named, "author")) or listed(_people(node, named, "creator")),
        editors=listed(_people(node, named, "editor")) if form in ("book", "incollection") else (),
        title=_title(node),
        subtitle=cleaning.title(node.get("alternativeHeadline")) if form == "book" else "",
        host=host,
        body=outlet,
        publisher=outlet if form in ("book", "incollection") else "",
        date=date(node.get("datePublished")) or date(node.get("dateCreated")),
        number=prose(node.get("reportNumber")) or prose(node.get("issueNumber")),
        edition=prose(node.get("bookEdition")),
        doi=next(filter(None, (works.doi(line(value)) for value in _identifiers(node))), ""),
        isbn=next(filter(None, (thirteen(line(value)) for value in _listed(node.get("isbn")))), ""),
        url=address(node.get("url")),
        language=babel(node.get("inLanguage")),
    )


def _listed(value: object) -> list[object]:
    return value[:50] if isinstance(value, list) else [] if value is None else [value]


def _things(node: Node, named: Mapping[str, Node], role: str) -> Iterator[object]:
    """The values of a role; one that only points to another object of the page is that object."""
    for value in _listed(node.get(role)):
        pointer = value.get("@id") if isinstance(value, dict) and len(value) <= 2 and not value.get("name") else None
        yield named.get(pointer, value) if isinstance(pointer, str) else value


def _names_of(node: Node, named: Mapping[str, Node], role: str) -> Iterator[str]:
    for value in _things(node, named, role):
        if name := prose(value.get("name") if isinstance(value, dict) else value):
            yield name


def _names(node: Node, named: Mapping[str, Node], role: str) -> str:
    name = next(_names_of(node, named, role), "")
    return "" if "://" in name else name


def _people(node: Node, named: Mapping[str, Node], role: str) -> Iterator[Creator | None]:
    for value in _things(node, named, role):
        if not isinstance(value, dict):
            yield from byline(value)
        elif value.get("familyName") and value.get("givenName"):
            yield Creator(prose(value["familyName"]).replace(",", ""), prose(value["givenName"]).replace(",", ""))
        elif set(map(str, _listed(value.get("@type")))) & _BODIES:
            yield creator(value.get("name"), body=True)
        else:
            for name in _listed(value.get("name")):
                yield from byline(name)


def _identifiers(node: Node) -> Iterator[object]:
    for value in (*_listed(node.get("identifier")), node.get("doi")):
        yield value.get("value") if isinstance(value, dict) else value
