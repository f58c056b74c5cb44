"""Which paragraphs of a page no citation covers: not their own, not their table's or list's, and not by what they are."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from itertools import islice

from apparatus.grounds import boxes, prose
from apparatus.grounds.prose import CITED, NOTED, Stretch
from apparatus.model import Page, Span

_RESTS_ON = re.compile(r"(?:rests-on|what-this-chapter-rests-on)(?:[-_]\d+)?")
_ABOUT_ITSELF = frozenset(("abstract", "summary", "tldr", "editorial"))
_GROUPED = frozenset(("row", "item", "quotation"))
_JUDGED = _GROUPED | {"paragraph", "caption"}
_LEADS_TO_SOURCE = re.compile(
    r"apparatus/(?:editorial-notes|bibliography|concordance|evidence|glossary)\.md#.+|apparatus/works/[^#]+\.md(?:#.*)?|.+\.md#p\d+"
)
_RECORD_OR_FIGURE = re.compile(r"register/[^#]+\.md(?:#.*)?|.+\.md#figure-.+")
_CHECK = re.compile(r"(?:BIB|CIT|DAT|FIG|LNK|PAGE|READ|REF|SEC|TXT|URL|WVR)\d{3}\b")
# A citation typed as text is a fault of its own kind (CIT022, CIT026): what it supports is not uncited.
_TYPED = re.compile(
    r"[(\[](?:see |cf\. )?[A-Z][\w’-]+(?:,? (?:and|&) [A-Z][\w’-]+| et al\.?)?,? (?:19|20)\d\d[a-z]?(?:[,:][^()\[\]]*)?[)\]]"
    r"|\[\d{1,3}(?:[,–-] ?\d{1,3})*\]"
)
_EDITORIAL_NOTE = re.compile(r"E\d+\. ")  # in the register: what a note argues rests on what it cites
_BETWEEN = " \t>|:-*+0123456789.)"


class Piece:
    """A paragraph of a page, where it lies, and whether a citation covers it."""

    def __init__(self, span: Span, stretch: Stretch, covered: bool) -> None:
        self.span, self.stretch, self.kind, self.covered = span, stretch, stretch.kind, covered

    @property
    def introduces(self) -> bool:
        return self.kind == "paragraph" and self.stretch.text.rstrip(f" *_\n{CITED}{NOTED}").endswith(":")


def uncovered(page: Page) -> Iterator[Stretch]:
    """The paragraphs, items, rows and captions of a page that neither cite nor are covered by a citation beside them."""
    marked = _marked_lines(page)
    spans = sorted(paragraph.span for paragraph in page.paragraphs)
    stretches = [stretch for stretch in prose.of_page(page) if stretch.kind != "heading"]
    pieces = [Piece(span, stretch, _cites(stretch, marked)) for span, stretch in zip(spans, stretches, strict=True)]
    groups = _groups(page, pieces)
    for index, group in enumerate(groups):
        _spread(group, groups[index - 1][-1] if index else None, groups[index + 1][0] if index + 1 < len(groups) else None)
    spared = about_itself(page)
    for piece in pieces:
        while spared and spared[0].end <= piece.span.start:
            spared.pop(0)
        if not piece.covered and piece.kind in _JUDGED and not (spared and spared[0].start <= piece.span.start):
            yield piece.stretch


def _marked_lines(page: Page) -> set[int]:
    """The lines with a citation that cannot be read, or with a link to where a source is named.

    That is an editorial note or a numbered paragraph (``chapter.md#p4``), which have notes of their own, a work itself, or, for
    what is counted from the notes, the ledger of evidence. On a page of registers or apparatus it is a record or a figure too, which
    cite; a chapter has to cite beside what it says itself.
    """
    lines = {malformed.location.line for malformed in page.malformed}
    folder = posixpath.dirname(page.name)
    for link in page.links:
        target = page.name + link.target if link.target.startswith("#") else posixpath.join(folder, link.target)
        target = posixpath.normpath(target)
        is_listed = page.name.startswith(("register/", "apparatus/")) and _RECORD_OR_FIGURE.fullmatch(target)
        if not link.bare and (is_listed or _LEADS_TO_SOURCE.fullmatch(target)):
            lines.add(link.location.line)
    return lines


def _cites(stretch: Stretch, marked: set[int]) -> bool:
    if CITED in stretch.text or NOTED in stretch.text or _TYPED.search(stretch.text):
        return True
    first = stretch.at(0).line
    return bool(marked) and any(line in marked for line in range(first, first + stretch.text.count("\n") + 1))


def about_itself(page: Page) -> list[Span]:
    """Abstracts, and the sections on what a chapter rests on, on a check, or on an editorial note that cites, with those below them.

    In order, joined where they overlap.
    """
    spared = [box.span for box in boxes.admonitions(page) if box.kind in _ABOUT_ITSELF]
    for index, heading in enumerate(page.headings):
        words = heading.text.casefold()
        about = _RESTS_ON.fullmatch(heading.anchor) or words.startswith("what this chapter rests on") or words == "abstract"
        if about or _CHECK.match(heading.text):
            spared.append(_section(page, index))
        elif _EDITORIAL_NOTE.match(heading.text) and _holds_citation(page, section := _section(page, index)):
            spared.append(section)
    joined: list[Span] = []
    for span in sorted(spared):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _section(page: Page, index: int) -> Span:
    """From a heading to the next one that is not below it."""
    heading = page.headings[index]
    later = (h.span.start for h in islice(page.headings, index + 1, None) if h.level <= heading.level)
    return Span(heading.span.start, next(later, len(page.text)))


def _holds_citation(page: Page, section: Span) -> bool:
    return any(section.start <= cluster.span.start < section.end for cluster in page.clusters)


def _groups(page: Page, pieces: list[Piece]) -> list[list[Piece]]:
    """The rows of a table, the items of a list and the paragraphs of a quotation belong together; all else stands alone."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        before = groups[-1][-1] if groups else None
        gap = page.text[before.span.end : piece.span.start] if before else ""
        together = before and piece.kind in _GROUPED and before.kind == piece.kind and not gap.replace("\n", "").strip(_BETWEEN + "\r")
        if together and not (piece.kind == "row" and re.search(r"\n[ \t>]*\r?\n", gap)):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _spread(group: list[Piece], before: Piece | None, after: Piece | None) -> None:
    """A citation covers the table, list or quotation it introduces; a caption its table; rows with notes their caption."""
    if group[0].kind not in _GROUPED:
        return
    introduced = before is not None and before.introduces
    whole = introduced and before.covered
    if group[0].kind == "row":
        group[0].covered = True  # the header states nothing
        captions = [piece for piece in (before, after) if piece is not None and piece.kind == "caption"]
        whole = whole or any(caption.covered for caption in captions)
        for caption in captions:
            caption.covered = caption.covered or any(piece.covered for piece in group[1:])
    elif group[0].kind == "quotation":
        whole = whole or any(piece.covered for piece in group)
    for piece in group:
        piece.covered = piece.covered or whole
    if introduced:
        before.covered = before.covered or all(piece.covered for piece in group)
