"""Pages generated for readers: the lists of them, their Markdown, and the monograph as it is with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from apparatus.model import Monograph, Reference, Source
from apparatus.pages import (
    bibliography,
    concordance,
    dossiers,
    editorial_notes,
    evidence,
    glossary,
    register_estimates,
    register_events,
    register_groups,
    register_leadership,
    register_operations,
    register_organisation,
    register_people,
    register_places,
    timeline,
)
from apparatus.read import markdown
from apparatus.records import WorkRecord

PAGES = {  # path below docs/ -> function from (Monograph, references) to Markdown
    "apparatus/concordance.md": concordance.render,
    "apparatus/editorial-notes.md": editorial_notes.render,
    "apparatus/evidence.md": evidence.render,
    "apparatus/glossary.md": glossary.render,
}
CITABLE = {"apparatus/bibliography.md": bibliography.render}  # those that give works in forms to copy: records as third argument
REGISTERS = (  # functions from the monograph to the pages of a register, by path below docs/; none without the register
    register_people.pages,
    register_groups.pages,
    register_places.pages,
    register_events.pages,
    register_leadership.pages,
    register_organisation.pages,
    register_estimates.pages,
    register_operations.pages,
    timeline.pages,
)
PLAIN = f"{dossiers.FOLDER}/"  # what the pages below it quote is plain text, without notes
OUTSIDE = (PLAIN, *(f"register/{name}/" for name in ("people", "groups", "places", "events")))  # no pages of the navigation


def rendered(
    monograph: Monograph, references: Mapping[str, Reference], records: Mapping[str, WorkRecord]
) -> Mapping[str, str]:
    """The Markdown of every generated page by its path below ``docs/``: the single ones in the order listed, the registers, the works."""
    found = {name: render(monograph, references) for name, render in PAGES.items()}
    found |= {name: render(monograph, references, records) for name, render in CITABLE.items()}
    for made in REGISTERS:
        found |= made(monograph)
    return found | dossiers.pages(monograph, references, records)


def monograph(sources: Monograph, texts: Mapping[str, str]) -> Monograph:
    """The monograph with generated pages among those written by hand, read as they are; so that checks see them too."""
    pages, failures = list(sources.pages), list(sources.failures)
    for name, text in texts.items():
        page, found = markdown.page(f"docs/{name}", text)
        pages.append(page)
        failures += found
    return replace(
        sources,
        pages=tuple(pages),
        sources=(*sources.sources, *(Source(f"docs/{name}", text) for name, text in texts.items())),
        failures=tuple(sorted(failures)),
        files=(*sources.files, *(f"docs/{name}" for name in texts)),
    )
