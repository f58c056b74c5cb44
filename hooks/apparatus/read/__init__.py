"""Sources in, Monograph out: finds the files of a book and reads each with the reader of its format."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
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
    with _nothing_discarded():
        return _monograph(kept, list(failures))


def _monograph(sources: tuple[Source, ...], failures: list[Diagnostic]) -> Monograph:
    pages, entries, records = [], [], {}
    for source in sources:
        path, found = PurePosixPath(source.path), ()
        match path.parts[:1], path.suffix:
            case ("docs",), ".md":
                page, found = markdown.page(source.path, source.text)
                pages.append(page)
            case ("bib",), ".bib":
                several, found = bibtex.entries(source.path, source.text)
                entries += several
            case ("data",), ".yml":
                records[path.stem], found = data.data(source.path, source.text)
        failures += found
    return Monograph(tuple(pages), tuple(entries), records, sources, tuple(sorted(failures)))


@contextmanager
def _nothing_discarded() -> Iterator[None]:
    """No garbage collection: all that is read is kept, and looking for what is not takes a third of the time of a large book."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
