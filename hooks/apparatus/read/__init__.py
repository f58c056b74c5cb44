"""Sources in, Monograph out: finds the files of a book and reads each with the reader of its format."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from apparatus.model import Diagnostic, Monograph, Source
from apparatus.read import bibtex, data, markdown
from apparatus.read.files import sources

__all__ = ["monograph", "sources"]


def monograph(sources: Iterable[Source], failures: Iterable[Diagnostic] = ()) -> Monograph:
    """Read every source; what cannot be read joins ``failures``, which are then in order of place.

    Which reader a source gets follows from its path: ``docs/**/*.md``, ``bib/*.bib``, ``data/*.yml``; others are only kept.
    Data are under their file's stem.
    """
    kept = tuple(sources)
    pages, entries, records, faults = [], [], {}, list(failures)
    for source in kept:
        found: tuple[Diagnostic, ...] = ()
        match PurePosixPath(source.path).parts[0], PurePosixPath(source.path).suffix:
            case "docs", ".md":
                page, found = markdown.page(source.path, source.text)
                pages.append(page)
            case "bib", ".bib":
                several, found = bibtex.entries(source.path, source.text)
                entries += several
            case "data", ".yml":
                records[PurePosixPath(source.path).stem], found = data.data(source.path, source.text)
        faults += found
    return Monograph(tuple(pages), tuple(entries), records, kept, tuple(sorted(faults)))
