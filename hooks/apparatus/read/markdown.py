"""Reads one Markdown page: its citations, headings, links, notes, fences and paragraphs, each with its place in the raw file.

How blocks and lines are told apart is in ``blocks`` and ``inline``; this module puts what they find into a Page.
"""

from __future__ import annotations

import re
from itertools import chain

from apparatus.model import Diagnostic, Heading, NoteDefinition, Page, Paragraph, Span
from apparatus.read import frontmatter, headings
from apparatus.read.blocks import Blocks
from apparatus.read.open_blocks import NoteBody
from apparatus.read.inline import Inline
from apparatus.read.places import Places
from apparatus.read.runs import Run
from apparatus.read.stretches import joined

_INDENTATION = re.compile(r"^(?: {1,4}|\t)", re.MULTILINE)
_NOT_PROSE = re.compile(r"[\x00\s]*")


def page(path: str, text: str) -> tuple[Page, tuple[Diagnostic, ...]]:
    """One page, and what of it could not be read, by place. Whatever the text, there is a Page."""
    places = Places(path, text)
    matter = frontmatter.read(text, places)
    blocks = Blocks(text, matter.end, places)
    inlines = [Inline(run, text, places, blocks.definitions) for run in blocks.runs]
    anchors = tuple(chain.from_iterable(inline.anchors for inline in inlines))
    outline, paragraphs = _prose(blocks.runs, inlines, places, headings.Anchors(anchor.name for anchor in anchors))
    found = Page(
        path=path,
        name=path.removeprefix("docs/"),
        text=text,
        body_start=matter.end,
        front_matter=matter.values,
        clusters=tuple(chain.from_iterable(inline.clusters for inline in inlines)),
        headings=outline,
        anchors=anchors,
        links=tuple(chain.from_iterable(inline.links for inline in inlines)),
        note_references=tuple(chain.from_iterable(inline.notes for inline in inlines)),
        note_definitions=tuple(_note(note, text, places) for note in sorted(blocks.notes, key=lambda note: note.marker)),
        fences=tuple(blocks.fences),
        markers=tuple(blocks.markers),
        paragraphs=paragraphs,
        code=tuple(Span(*stretch) for stretch in joined([*blocks.hidden, *chain.from_iterable(i.hidden for i in inlines)])),
        malformed=tuple(chain.from_iterable(inline.malformed for inline in inlines)),
        missing_references=tuple(chain.from_iterable(inline.missing for inline in inlines)),
    )
    faults = chain(matter.faults, blocks.faults, chain.from_iterable(inline.faults for inline in inlines))
    return found, tuple(sorted(faults))


def _prose(
    runs: list[Run], inlines: list[Inline], places: Places, anchors: headings.Anchors
) -> tuple[tuple[Heading, ...], tuple[Paragraph, ...]]:
    """The headings with their anchors and the paragraphs with the anchor of the heading above them."""
    outline: list[Heading] = []
    paragraphs: list[Paragraph] = []
    section = ""
    for run, inline in zip(runs, inlines, strict=True):
        span = Span(*run.span(0, len(run.text)))
        if run.kind == "heading":
            text, anchor = headings.attributes(run.text)
            words = headings.words(text, inline.plain[: len(text)], inline.markup)
            section = anchor or anchors.free(headings.slug(words))
            outline.append(Heading(run.level, words, section, places.at(span.start), span))
        elif not _NOT_PROSE.fullmatch(inline.plain):
            raw = places.text[span.start : span.end]
            paragraphs.append(Paragraph(raw, section, places.at(span.start), span, run.kind))
    return tuple(outline), tuple(paragraphs)


def _note(note: NoteBody, text: str, places: Places) -> NoteDefinition:
    body = text[note.start : note.end].replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = body.partition("\n")
    return NoteDefinition(note.name, f"{first}\n{_INDENTATION.sub('', rest)}".strip(), places.at(note.marker))
