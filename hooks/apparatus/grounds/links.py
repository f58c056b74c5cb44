"""Links within the book: where each stands, what it leads to, and which pages, files and anchors there are."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from apparatus.grounds import bound_files, boxes, register_pages
from apparatus.grounds.addresses import leaves
from apparatus.grounds.numbering import anchor, numbered
from apparatus.grounds.texts import once, strings, texts
from apparatus.model import Datum, Link, Location, Monograph, Page
from apparatus.read import markdown

# Pages made at build, and the data they show. pages/ writes them, which a check may not import; a test holds the lists together.
GENERATED = {
    "apparatus/bibliography.md": "bib",
    "apparatus/concordance.md": "concordance",
    "apparatus/editorial-notes.md": "editorial",
    "apparatus/evidence.md": "",
    "apparatus/glossary.md": "glossary",
    "about/checks.md": "",
}
EVIDENCE = frozenset("evidence method kinds leaning single bodies primary author age chapters".split())  # sections of the evidence ledger
DOSSIER = frozenset("reference use passages beside notes editorial".split())  # sections of the page of a work
WORKS = "apparatus/works/"  # below it a page for each entry, by citekey
DOWNLOADS = "downloads/"  # below it the works of the book and of each chapter, in several forms
REGISTERS = "downloads/registers/"  # below it the registers: tables, records, and the dictionary of both
REGISTER_TABLES = tuple(
    """people person_facts groups group_relations group_facts places place_presence place_facts events event_people event_groups
    event_casualties event_claims operations operation_groups operation_outcomes estimates leadership leadership_facts
    leadership_together structure structure_lines disputes glossary citations sources""".split()
)
REGISTER_RECORDS = tuple("people groups places events leadership structure estimates operations glossary".split())
_HOMES = {kind: name for name, kind in GENERATED.items() if kind}  # data files: the page that shows their Markdown
_CAPTION_ID = re.compile(r"^[ \t]*/{3,}[ \t]*[\w-]+[^\n]*?\|[^\n]*?#([\w:.-]+)", re.MULTILINE)
_OPTION_ID = re.compile(r"^[ \t]{4,}attrs:[ \t]*\{[^}\n]*\bid:[ \t]*[\"']?([\w:.-]+)", re.MULTILINE)
_MADE_AT_BUILD = re.compile(r"top|__.*|fn(?:ref)?\d*:.*")  # the page's top, what the theme and the notes bring along
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_ROOTS = ("/home/", "/users/", "/etc/", "/var/", "/tmp/", "/root/", "/proc/", "/mnt/", "/media/", "/private/", "~/")
_EMAIL = re.compile(r"(?:mailto:)?[^\s@/]+@[\w.-]+")
_AFTER = re.compile(r"[ \t\n>]*(?:\)|\"|'|\()|>|\Z")


@dataclass(frozen=True)
class Written:
    """A link as it stands in a page or in a record; ``base`` is the page its target is relative to."""

    link: Link
    base: str
    location: Location
    html: bool = False
    cut: bool = False  # its target holds a blank, so that it cannot be read

    @property
    def path(self) -> str:
        """The target without query and fragment, decoded."""
        return unquote(html.unescape(re.split(r"[?#]", self.link.target, maxsplit=1)[0]))

    @property
    def fragment(self) -> str:
        """What stands after the ``#``, decoded."""
        return unquote(html.unescape(self.link.target).partition("#")[2])

    @property
    def inner(self) -> bool:
        """Whether it leads to something in the book, by a relative path."""
        target = self.link.target
        return bool(target) and not self.cut and not leaves(target) and not _EMAIL.fullmatch(target) and not self.absolute

    @property
    def absolute(self) -> bool:
        """Whether the path begins at the root of a site or a disk."""
        return self.path.startswith(("/", "~/")) or bool(_DRIVE.match(self.path))

    @property
    def resolved(self) -> str:
        """The path below docs/ that it leads to; it begins with ``../`` if that is outside."""
        if not self.path:
            return self.base
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.base), self.path))

    @property
    def astray(self) -> bool:
        """Whether it leaves docs/, or leads to a place on somebody's disk."""
        if self.absolute:
            return bool(_DRIVE.match(self.path)) or self.path.lower().startswith(_ROOTS)
        return self.inner and (self.resolved == ".." or self.resolved.startswith("../"))


@once
def written(monograph: Monograph) -> tuple[Written, ...]:
    """All links of pages, then of data, in source order."""
    found = [_of_page(page, link, monograph) for page in monograph.pages for link in page.links if not link.bare]
    for kind, data in monograph.data.items():
        for datum in data:
            found += _of_datum(datum, _HOMES.get(kind, "index.md"), monograph)
    return tuple(found)


def _of_page(page: Page, link: Link, monograph: Monograph) -> Written:
    start = texts(monograph).offset(link.location)
    tag = start >= 0 and page.text[start : start + 2].lower() in ("<a", "<i") and not link.text
    return Written(link, page.name, link.location, tag, not tag and _is_cut(page.text, start, link))


def _is_cut(text: str, start: int, link: Link) -> bool:
    """Whether an inline target goes on after a blank, as in ``[a](my file.md)``."""
    if text[start : start + 1] not in ("[", "!"):
        return False
    head = text.find(f"]({link.target}", start, start + 2 * len(link.text) + len(link.target) + 200) if start >= 0 and link.target else -1
    return head >= 0 and not _AFTER.match(text, head + 2 + len(link.target))


def _of_datum(datum: Datum, base: str, monograph: Monograph) -> Iterator[Written]:
    known = texts(monograph)
    for _, value, place in strings(datum):
        if "](" not in value and "<a" not in value:
            continue
        page, _ = markdown.page("docs/" + base, value)
        reach = 4 * len(value) + 200
        for link in page.links:
            if link.bare:
                continue
            target = known.find(f"]({link.target}", place, reach)
            start = known.text(place.path).rfind("[", 0, target) if target >= 0 else -1
            yield Written(link, base, known.at(place.path, start) if start >= 0 else place)


@once
def generated(monograph: Monograph) -> frozenset[str]:
    """The pages made at build, by path below ``docs/``."""
    return frozenset(GENERATED) | {f"{WORKS}{entry.citekey}.md" for entry in monograph.entries} | set(register_pages.anchors(monograph))


@once
def files(monograph: Monograph) -> frozenset[str]:
    """The files that pages may link to and nobody writes: citation graph, data of the chapters, works of both, registers, bound book."""
    chapters = _chapters(monograph)
    slugs = [chapter.replace("/", "-") for chapter in chapters]
    works = {f"{DOWNLOADS}{name}.{ending}" for name in ("bibliography", *slugs) for ending in ("bib", "json", "ris")}
    tables = {f"{REGISTERS}{name}.csv" for name in REGISTER_TABLES} | {f"{REGISTERS}{name}.json" for name in REGISTER_RECORDS}
    documents = {"graph.json", f"{REGISTERS}datapackage.json", *(f"{chapter}.json" for chapter in chapters)}
    return frozenset(works | tables | documents | set(bound_files.paths(slugs)) | {bound_files.RECEIPT})


def _chapters(monograph: Monograph) -> list[str]:
    """The pages with an abstract, by path below ``docs/`` without ending."""
    return [page.name.removesuffix(".md") for page in monograph.pages if any(box.kind == "abstract" for box in boxes.admonitions(page))]


@once
def anchors(monograph: Monograph) -> dict[str, frozenset[str]]:
    """By page, also those made at build, the anchors that a link may name."""
    found = {page.name: frozenset(_anchors(page)) for page in monograph.pages}
    data = {kind: monograph.data.get(kind, ()) for kind in GENERATED.values()}
    keys = {entry.citekey for entry in monograph.entries} | {entry.location.path[4:-4] for entry in monograph.entries}
    found.setdefault("apparatus/bibliography.md", frozenset(keys | {"bibliography"}))
    numbers = {f"n{datum.values.get('note')}" for datum in data["concordance"]}
    found.setdefault("apparatus/concordance.md", frozenset(numbers | {"concordance"}))
    notes = {str(datum.values.get("id", "")).lower() for datum in data["editorial"]}
    found.setdefault("apparatus/editorial-notes.md", frozenset(notes | {"editorial-notes"}))
    terms = {anchor(str(datum.values.get("term", ""))) for datum in data["glossary"]}
    found.setdefault("apparatus/glossary.md", frozenset(terms | {"glossary"}))
    slugs = {chapter.replace("/", "-") for chapter in _chapters(monograph)}
    found.setdefault("apparatus/evidence.md", frozenset(slugs | EVIDENCE))
    for key in monograph.by_citekey:
        found.setdefault(f"{WORKS}{key}.md", DOSSIER)
    for name, known in register_pages.anchors(monograph).items():
        found.setdefault(name, known)
    return found


def _anchors(page: Page) -> Iterator[str]:
    yield from (heading.anchor for heading in page.headings)
    yield from (anchor.name for anchor in page.anchors)
    yield from (place.anchor for place in numbered(page) if place.opens)
    yield from (f"editorial-{marker.note.lower()}" for marker in page.markers)
    yield from (f"figure-{' '.join(fence.source.split())}" for fence in page.fences if fence.language == "figure")
    yield from _CAPTION_ID.findall(page.text)
    yield from _OPTION_ID.findall(page.text)


def is_anchor(fragment: str, known: frozenset[str]) -> bool:
    """Whether a link may name it: an anchor of the page, or one that every built page has."""
    return fragment in known or bool(_MADE_AT_BUILD.fullmatch(fragment)) or ":~:" in fragment
