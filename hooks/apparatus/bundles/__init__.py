"""A chapter to take away and work with: Markdown, its works, the citation style and its figures, of which pandoc makes the same text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace

from apparatus.bundles import clusters, front, readme, style
from apparatus.bundles.chapter import FIGURES, Chapter, drawings
from apparatus.bundles.lines import Lines
from apparatus.evidence import note_numbers
from apparatus.model import Entry, Monograph, Reference
from apparatus.records.bibtex import text as bibtex
from apparatus.records.public import public
from apparatus.volume.nodes import Division, Volume, walk

STYLE = "house.csl"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that a zip can name


def render(volume: Volume, name: str, monograph: Monograph, references: Mapping[str, Reference], house: str) -> bytes:
    """The zip of the division ``name``; ``house`` is the text of the citation style. Its files are sorted, and not compressed.

    Compression would differ between machines. Raises StopIteration if the volume has no such division.
    """
    return _zipped(files(volume, name, monograph, references, house))


def files(volume: Volume, name: str, monograph: Monograph, references: Mapping[str, Reference], house: str) -> Mapping[str, str]:
    """What the zip holds, by path."""
    division = volume.division(name)
    slug = division.slug
    return {
        "README.txt": readme.text(division, volume.imprint, STYLE),
        f"{slug}.md": markdown(volume, division, monograph, references),
        f"{slug}.bib": _works(division, monograph),
        STYLE: style.outgoing(house),
        **{f"{FIGURES}/{drawing.name}.svg": drawing.svg for drawing in drawings(walk(division.blocks))},
    }


def markdown(volume: Volume, division: Division, monograph: Monograph, references: Mapping[str, Reference]) -> str:
    """The division in pandoc's Markdown, with its front matter and a final line end."""
    site = volume.imprint.address
    bare = Lines(division.name, f"{site.rstrip('/')}/" if site else "", {})
    lines = replace(bare, notes=clusters.notes(division, monograph, references, bare))
    head = front.matter(division, volume.imprint, f"{division.slug}.bib", STYLE)
    return f"{head}\n{Chapter(lines).text(division.blocks)}\n"


def _works(division: Division, monograph: Monograph) -> str:
    """The works in the division's notes, sorted by citekey."""
    printed = note_numbers.by_page(monograph).get(division.name, ())
    keys = {citation.citekey for note in printed if note.cluster for citation in note.cluster.citations}
    return "\n".join(bibtex(_as_printed(monograph.by_citekey[key])) for key in sorted(keys & monograph.by_citekey.keys()))


def _as_printed(entry: Entry) -> Entry:
    """The entry as it goes out, without the address of an official document, which the book's notes print in a place of its own."""
    own = {field.name for field in entry.fields}
    shown = public(entry)
    return replace(shown, fields=tuple(field for field in shown.fields if field.name in own))


def _zipped(found: Mapping[str, str]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(found):
            member = zipfile.ZipInfo(path, _EPOCH)
            member.create_system, member.external_attr = 3, 0o100644 << 16
            archive.writestr(member, found[path].encode("utf-8"))
    return whole.getvalue()
