"""Binding adapter: reads the built site, writes the book's downloads into it. Exit 0 bound, 1 findings, 2 broken tool or input.

Nothing is written unless everything could be made; what is written has the time of the commit, so that the same commit gives the
same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path

import making
from apparatus import archival, bundles, epub, fonts, offline, read, receipt, references, report, typesetting, volume
from apparatus.evidence import support
from apparatus.model import Monograph
from apparatus.receipt import Making
from apparatus.volume.imprint import imprint
from apparatus.volume.places import diagnostic

FOLDER = "downloads"
SUMS = "SHA256SUMS"


@dataclass
class Shelf:
    """What every process that binds knows; made once in each."""

    volume: volume.Volume
    monograph: Monograph
    references: dict
    receipt: dict[str, str]
    root: Path


@dataclass
class Bound:
    """Finished files by name, what could not be set, and the notes that end up on the page after their mark, as (division, number)."""

    files: dict[str, bytes] = field(default_factory=dict)
    faults: tuple[volume.Fault, ...] = ()
    late: tuple[tuple[str, int], ...] = ()


shelf: Shelf | None = None


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bind.py", description="Bind the built site into PDF, EPUB, archive and chapters.")
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/, bib/ and data/")
    parser.add_argument("--offline", type=Path, help="the folder of the site as built for reading without a network")
    parser.add_argument("--format", choices=("text", "github"), default="text", help="how to print findings")
    options = parser.parse_args(arguments)
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    if not (options.site / "index.html").is_file():
        print(f"{options.site}: no built site there. Fix: make book", file=sys.stderr)
        return 2
    monograph = read.book(options.root)
    built = making.of(options.root)
    said = imprint(monograph, built.commit, _dated(built, monograph))
    try:
        bound, faults = volume.read(lambda name: _page(options.site, name), monograph, said)
    except (OSError, ValueError) as error:
        print(f"{options.site}: {error}. Fix: make book, which builds the whole site", file=sys.stderr)
        return 2
    printed, _ = references.references(monograph.entries, options.root / "bib/house.csl", options.root / ".cache")
    made = _bind(Shelf(bound, monograph, printed, _receipt(bound, monograph, built), options.root), options.offline)
    findings = sorted({diagnostic(fault, monograph) for fault in (*faults, *made.faults)})
    sys.stdout.write((report.github if options.format == "github" else report.text)(findings))
    if findings:
        print(f"{len(findings)} found in binding. Nothing was written.")
        return 1
    _write(options.site / FOLDER, made.files)
    if made.late:
        listed = ", ".join(f"{division} {number}" for division, number in made.late)
        print(f"Notes that begin on the page after their mark, {len(made.late)} in iskp-book.pdf: {listed}.")
    size = sum(map(len, made.files.values()))
    print(f"Bound: {len(made.files)} files, {size / 1e6:.1f} MB, in {options.site / FOLDER}.")
    return 0


def _page(site: Path, name: str) -> str:
    return (site / volume.address(name) / "index.html").read_text(encoding="utf-8")


def _bind(own: Shelf, offline_site: Path | None) -> Bound:
    """All files; the works of one process each, the longest first."""
    whole = Bound()
    jobs = [(_book,), (_large_print,), *((_chapter, d.name) for d in own.volume.divisions if d.number), (_archive,)]
    if offline_site:
        jobs.append((_offline, offline_site))
    with ProcessPoolExecutor(initializer=_take, initargs=(own,)) as pool:
        for job, one in [(job, pool.submit(*job)) for job in jobs]:
            done = _done(one, job)
            whole.files |= done.files
            whole.faults += done.faults
            whole.late += done.late
    return whole


def _done(one: Future[Bound], job: tuple) -> Bound:
    """What a job made. One that failed is a fault of the book, not a traceback: the rest is still looked through."""
    try:
        return one.result()
    except Exception as error:  # whatever a writer may raise
        where = str(job[1]) if job[0] is _chapter else ""
        what = f"{job[0].__name__.strip('_').replace('_', ' ')} could not be made: {type(error).__name__}: {error}"
        return Bound(faults=(volume.Fault(where, "", "SET006", what, "report it with the chapter as it is now"),))


def _take(own: Shelf) -> None:
    global shelf
    shelf = own


def _book() -> Bound:
    printed = typesetting.book(shelf.volume, receipt=shelf.receipt)
    rendered = epub.render(shelf.volume, printed.page_starts, shelf.receipt, _typefaces())
    late = tuple((division, number) for division, number, mark, note in printed.notes if note > mark)
    return Bound({"iskp-book.pdf": printed.pdf, "iskp-book.epub": rendered.data}, printed.faults + rendered.faults, late)


def _typefaces() -> dict[str, bytes]:
    return fonts.webfonts(shelf.root / ".cache", "".join(source.text for source in shelf.monograph.sources))


def _large_print() -> Bound:
    printed = typesetting.book(shelf.volume, large_print=True, receipt=shelf.receipt)
    return Bound({"iskp-book-large-print.pdf": printed.pdf}, printed.faults)


def _chapter(name: str) -> Bound:
    printed = typesetting.chapter(shelf.volume, name, receipt=shelf.receipt)
    slug = shelf.volume.division(name).slug
    style = (shelf.root / "bib/house.csl").read_text(encoding="utf-8")
    bundle = bundles.render(shelf.volume, name, shelf.monograph, shelf.references, style)
    return Bound({f"{slug}.pdf": printed.pdf, f"{slug}-markdown.zip": bundle}, printed.faults)


def _archive() -> Bound:
    rendered = archival.render(shelf.volume, shelf.receipt, support.article(shelf.monograph))
    return Bound({"iskp-book.xml": rendered.data}, rendered.faults)


def _offline(folder: Path) -> Bound:
    return Bound({"iskp-site.zip": offline.packed(folder)})


def _receipt(bound: volume.Volume, monograph: Monograph, built: Making) -> dict[str, str]:
    """What the colophon says of the making: the commit, the tools with their versions, what was counted."""
    counted = receipt.counts(monograph)
    notes = sum(len(division.notes) for division in bound.divisions)
    return {
        "Commit": receipt.commit(built),
        **receipt.makers(built),
        "Chapters": str(counted.chapters),
        "Figures": f"{counted.figures} in the chapters",
        "Notes": f"{counted.notes:,} in the chapters, {notes:,} in all",
        "Works": str(counted.works),
        "Findings": f"{counted.findings}, and {counted.waived} waived with a reason",
    }


def _dated(built: Making, monograph: Monograph) -> int:
    """The second of the commit, after which every file is dated; of the day of the edition where there is no checkout."""
    day = monograph.edition
    midnight = int(datetime(day.year, day.month, day.day, tzinfo=timezone.utc).timestamp()) if day else 0
    return int(os.environ.get("SOURCE_DATE_EPOCH") or built.seconds or midnight)


def _write(folder: Path, made: dict[str, bytes]) -> None:
    """The files, and the sums of all that lies in the folder then."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in sorted(made.items()):
        _put(folder / name, data)
    lying = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SUMS)
    sums = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n" for path in lying)
    _put(folder / SUMS, "".join(sums).encode())


def _put(path: Path, data: bytes) -> None:
    """A file, whole or not at all."""
    half = path.with_name(f".{path.name}.{os.getpid()}")
    half.write_bytes(data)
    half.replace(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
