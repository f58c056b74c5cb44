"""Sources in, Monograph out: finds the files of a book and reads each with the reader of its format."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from apparatus.model import Diagnostic, Monograph, Source
from apparatus.read import bibtex, configuration, data, ledger, markdown, waivers
from apparatus.read.files import names, sources

__all__ = ["book", "monograph", "sources"]


def book(root: Path) -> Monograph:
    """Everything that stands below ``root``: the one call that checks and builds begin with."""
    found, failures = sources(root)
    return monograph(found, failures, names(root))


def monograph(sources: Iterable[Source], failures: Iterable[Diagnostic] = (), files: Iterable[str] = ()) -> Monograph:
    """Read every source; what cannot be read joins ``failures``, which are then in order of place.

    Which reader a source gets follows from its path: ``docs/**/*.md``, ``bib/*.bib``, ``data/*.yml``, and the single files
    ``mkdocs.yml``, ``CITATION.cff``, ``bib/waivers.yml`` and ``bib/links.lock``; others are only kept. Data are under their file's stem.
    ``files`` are the paths of all files below ``docs/``.
    """
    kept = tuple(sources)
    with _nothing_discarded():
        return _monograph(kept, list(failures), tuple(files))


def _monograph(sources: tuple[Source, ...], failures: list[Diagnostic], files: tuple[str, ...]) -> Monograph:
    pages, entries, records, single = [], [], {}, {"navigation": None, "edition": None, "waivers": (), "links": ()}
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
            case _ if source.path in _SINGLE:
                name, reader = _SINGLE[source.path]
                single[name], found = reader(source.path, source.text)
        failures += found
    return Monograph(tuple(pages), tuple(entries), records, sources, tuple(sorted(failures)), files, **single)


_SINGLE = {
    configuration.SETTINGS: ("navigation", configuration.navigation),
    configuration.CITATION: ("edition", configuration.edition),
    waivers.PATH: ("waivers", waivers.waivers),
    ledger.PATH: ("links", ledger.rows),
}


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
