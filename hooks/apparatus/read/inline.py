"""Reads one run of text: what in it is code, link, note, anchor or citation, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from apparatus.model import (
    Anchor, Citation, Cluster, Diagnostic, Link, Locator, Malformed, MissingReference, NoteReference, Span,
)  # fmt: skip
from apparatus.read.brackets import DEEPEST, Brackets, brackets
from apparatus.read.citations import Citations, Cited, Group
from apparatus.read.links import Found, Links
from apparatus.read.masks import HIDDEN, Mask
from apparatus.read.places import Places
from apparatus.read.stretches import hold, joined

MOST = 2_000  # square or angle brackets in one run; more than that cost some Markdown programs minutes
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_IDENTIFIER = re.compile(r"(?:(?<=[\s{:])#([^\s{}]+)|\bid=[\"']?([^\s{}\"']+))")
_SPECIAL = re.compile(r"[`\\<\[\]@{]|://")


class Text(Protocol):
    """A stretch of text that knows where each of its characters stands in the file."""

    text: str

    def raw(self, offset: int) -> int: ...

    def span(self, start: int, end: int) -> tuple[int, int]: ...


class Inline:
    """What one run holds, in order of place. ``markup`` are the stretches of the run that are no words of it."""

    def __init__(self, run: Text, source: str, places: Places, definitions: Mapping[str, str]) -> None:
        self._run, self._source, self._places = run, source, places
        self.clusters: list[Cluster] = []
        self.malformed: list[Malformed] = []
        self.links: list[Link] = []
        self.missing: list[MissingReference] = []
        self.notes: list[NoteReference] = []
        self.anchors: list[Anchor] = []
        self.hidden: list[tuple[int, int]] = []  # in the source
        self.markup: list[tuple[int, int]] = []
        self.faults: list[Diagnostic] = []
        self.plain = run.text
        if _SPECIAL.search(run.text):
            self._read(Mask(run.text), definitions)

    def _read(self, mask: Mask, definitions: Mapping[str, str]) -> None:
        found = brackets(mask.plain)
        links = Links(mask, found, definitions)
        self.plain = mask.plain
        self.markup += mask.marks
        self._hide(mask.spans + links.targets)
        self._anchors(mask)
        self._limits(mask, found)
        for link in links.found:
            self._link(link)
        self._addresses(mask, links)
        if "@" in mask.plain:
            citations = Citations(mask.text, mask.plain, links.brackets, found.edges)
            for group in citations.read(links.texts + links.targets, found.stray_open, found.stray_close):
                self._group(group)

    def _at(self, offset: int):
        return self._places.at(self._run.raw(offset))

    def _hide(self, stretches: list[tuple[int, int]]) -> None:
        self.hidden += [self._run.span(start, end) for start, end in stretches]

    def _limits(self, mask: Mask, found: Brackets) -> None:
        many = next((sign for sign in "[<" if mask.text.count(sign) > MOST), "")
        if found.too_deep >= 0:
            message, offset = f"square brackets nested deeper than {DEEPEST}", found.too_deep
        elif many:
            message, offset = f"more than {MOST} times '{many}' in one paragraph", mask.text.index(many)
        else:
            return
        self.faults.append(Diagnostic(self._at(offset), "READ005", message, "write fewer brackets, or break up the paragraph"))

    def _anchors(self, mask: Mask) -> None:
        found = list(mask.anchors)
        if "{" in mask.plain:
            for attributes in _ATTRIBUTES.finditer(mask.plain):
                for name in _IDENTIFIER.finditer(attributes[0]):
                    found.append((attributes.start() + name.start(), name[1] or name[2]))
        self.anchors += [Anchor(name, self._at(offset)) for offset, name in sorted(found) if HIDDEN not in name]

    def _link(self, found: Found) -> None:
        self.markup += self._around(found)
        if found.note:
            self.notes.append(NoteReference(found.note, self._at(found.start)))
        elif found.label:
            self.missing.append(MissingReference(found.label, found.text, self._at(found.start)))
        else:
            self.links.append(Link(found.target, found.text, self._at(found.start), image=found.image))

    def _around(self, found: Found) -> list[tuple[int, int]]:
        """Of a link its brackets and target, of a note or an image all of it, of an undefined reference nothing."""
        if found.label:
            return []
        if found.note or found.image:
            return [(found.start, found.end)]
        return [(found.start, found.start + 1), (found.close, found.end)]

    def _addresses(self, mask: Mask, links: Links) -> None:
        """The URLs that are not part of a link; they are put among the links in order of place."""
        if not mask.addresses:
            return
        taken = joined(links.targets + links.texts)
        for address in mask.addresses:
            bare = address.kind == "bare"
            if bare and hold(taken, address.start):
                continue
            text = "" if address.kind in ("a", "img") else address.target.removeprefix("mailto:")
            place = self._at(address.start)
            self.links.append(Link(address.target, text, place, image=address.kind == "img", bare=bare))
        self.links.sort(key=lambda link: link.location)

    def _group(self, group: Group) -> None:
        start, end = self._run.span(group.start, group.end)
        raw, place = self._source[start:end], self._places.at(start)
        self.markup.append((group.start, group.end))
        if group.fault:
            self.malformed.append(Malformed(" ".join(raw.split()), group.fault, place, group.keys))
        else:
            citations = tuple(self._citation(cited) for cited in group.cited)
            self.clusters.append(Cluster(citations, place, Span(start, end), raw, group.in_text))

    def _citation(self, cited: Cited) -> Citation:
        sign, locator = cited.sign, None
        if found := cited.locator:
            place = self._at(min(sign.end + found.offset, len(self._run.text)))
            locator = Locator(found.label, found.value, found.text, place)
        return Citation(sign.key, self._at(sign.at), cited.prefix, locator, cited.suffix, sign.at > sign.start)
