"""The receipt of a build: what was built from what, with which tools, and what it came to.

``build.json`` has all of it (``docs/schemas/build-1.json``), the page about the edition what is known before the site stands.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone

from apparatus import figures
from apparatus.evidence import chapters, note_numbers
from apparatus.grounds import metadata
from apparatus.grounds.bound_files import RECEIPT
from apparatus.model import Fence, Monograph
from apparatus.registers import registers

SCHEMA = "schemas/build-1.json"
VERSION = 1
_DRAWN = frozenset(("mermaid", "bars", "ranges", "tiles"))  # fences that become one figure each
_BOX = '<div class="receipt">'
PAGE = "about/edition.md"  # where readers are shown it
TOOLS = tuple("mkdocs mkdocs-material mkdocs-bibtex pypandoc-binary merman typst font-source-serif-pro font-source-sans-pro".split())


@dataclass(frozen=True)
class Counts:
    """Chapters, the notes and figures in them, works in the bibliography, findings of the checks, and findings waived with a reason."""

    chapters: int
    notes: int
    figures: int
    works: int
    findings: int
    waived: int


@dataclass(frozen=True)
class Making:
    """How a build came about: commit and its second (Unix time), whether anything differed from it, tools with their versions.

    Commit empty and second 0 where git tells of none; ``address`` is that of the site, empty where none is known.
    """

    commit: str = ""
    seconds: int = 0
    changed: bool = False
    tools: Mapping[str, str] = field(default_factory=dict, hash=False)
    address: str = ""


def counts(monograph: Monograph, findings: int = 0) -> Counts:
    """What the sources come to; of the pages made at build nothing is counted, for their notes and figures repeat those of the chapters."""
    own = [chapter.page for chapter in chapters.chapters(monograph)]
    notes = note_numbers.by_page(monograph)
    drawn = sum(_drawings(fence, monograph) for page in own for fence in page.fences)
    return Counts(len(own), sum(len(notes[page.name]) for page in own), drawn, len(monograph.entries), findings, len(monograph.waivers))


def document(monograph: Monograph, making: Making, counted: Counts, sources: Mapping[str, str], outputs: Mapping[str, str]) -> str:
    """The receipt as JSON; ``sources`` and ``outputs`` are sums (SHA-256) by path, without that of the receipt itself."""
    said = metadata.of(monograph)
    made_from = {"id": making.commit, "time": _time(making.seconds), "changed": making.changed} if making.commit else None
    whole = {
        "$schema": SCHEMA,
        "version": VERSION,
        "title": said.title or None,
        "edition": said.version or None,
        "date": said.date or None,
        "address": making.address or None,
        "commit": made_from,
        "tools": dict(making.tools),
        "counts": vars(counted),
        "sources": dict(sorted(sources.items())),
        "outputs": dict(sorted(outputs.items())),
    }
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n"


def section(monograph: Monograph, making: Making) -> str:
    """The Markdown that closes the page about the edition; it belongs to the site alone, for every bound form has a colophon of its own."""
    counted = counts(monograph)
    when = _time(making.seconds).removesuffix("Z").replace("T", ", ")
    rows = {
        "Commit": commit(making),
        **({"Committed": f"{when} UTC"} if making.commit else {}),
        "Chapters": f"{counted.chapters}",
        "Notes in the chapters": f"{counted.notes:,}",
        "Figures in the chapters": f"{counted.figures}",
        "Works": f"{counted.works:,}",
        "Tools": ", ".join(f"{name} {version}" for name, version in makers(making).items()),
    }
    said = "\n".join(f"- **{name}**: {value}" for name, value in rows.items())
    return (
        '\n<div class="receipt" markdown="1">\n\n'
        f"## This copy {{#receipt}}\n\n{said}\n\n"
        f"The [receipt of the build](../{RECEIPT}) also has the sums of all its sources and of every file it wrote.\n\n</div>\n"
    )


def commit(making: Making) -> str:
    """The commit in words."""
    if not making.commit:
        return "not known: made outside a checkout"
    return f"{making.commit}{', with changes that are not in it' if making.changed else ''}"


def makers(making: Making) -> dict[str, str]:
    """The tools that leave their marks on what is made, with their versions: all but the Python they run on."""
    return {name: version for name, version in making.tools.items() if name in TOOLS}


def for_the_screen(html: str) -> str:
    """The page with its receipt marked as belonging to the screen: search leaves it out, and so does binding.

    Done to the finished HTML, for of attributes with a value the theme's search takes this one out again.
    """
    return html.replace(_BOX, f"{_BOX.removesuffix('>')} data-search-exclude>", 1)


def _drawings(fence: Fence, monograph: Monograph) -> int:
    if note_numbers.is_figure(fence):
        return len(figures.figure(fence.source.strip(), registers(monograph)).drawings)
    return int(fence.language in _DRAWN)


def _time(seconds: int) -> str:
    """``2026-11-22T14:05:09Z``"""
    return datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
