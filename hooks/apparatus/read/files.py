"""Finds the files of a book and reads them as text: pages in ``docs/``, entries in ``bib/``, data in ``data/``."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from apparatus.model import Diagnostic, Location, Source
from apparatus.read.places import Places

LARGEST = 8 * 1024 * 1024  # bytes
_FOLDERS = (("docs", (".md", ".svg"), True), ("bib", (".bib",), False), ("data", (".yml",), False))
_SINGLE = tuple(
    """.zenodo.json CITATION.cff README.md bib/links.lock bib/uncited.baseline bib/waivers.yml mkdocs.offline.yml mkdocs.yml wordlist.txt""".split()
)


def sources(root: Path) -> tuple[tuple[Source, ...], tuple[Diagnostic, ...]]:
    """The sources below ``root`` and what could not be read, both by path. Text is as in the file, line ends and all.

    Names that begin with a full stop are left out, as MkDocs does. A folder that is missing is an empty one.
    """
    found: list[Source] = []
    faults: list[Diagnostic] = []
    for folder, suffixes, deep in _FOLDERS:
        top = Path(folder)
        if not (root / top).is_dir() or _leads_astray(root, top, faults, set()):
            continue
        for path in _paths(root, top, deep, faults, set()):
            if path.suffix not in suffixes:
                _leads_astray(root, path, faults, set())  # it is not read, but MkDocs publishes what it finds
            elif source := _source(root, path, faults):
                found.append(source)
    for name in _SINGLE:
        if (root / name).exists() and (source := _source(root, Path(name), faults)):
            found.append(source)
    return tuple(sorted(found, key=lambda source: source.path)), tuple(sorted(faults))


def names(root: Path) -> tuple[str, ...]:
    """The path of every file below ``docs/``, sorted; hidden ones and those behind links out of the repository left out."""
    top = Path("docs")
    if not (root / top).is_dir() or _leads_astray(root, top, [], set()):
        return ()
    return tuple(sorted(_name(path) for path in _paths(root, top, True, [], set())))


def _paths(root: Path, folder: Path, deep: bool, faults: list[Diagnostic], seen: set[str]) -> Iterator[Path]:
    """Files in a folder and, if ``deep``, below it; links are followed as far as they stay in the repository."""
    try:
        names = sorted(os.listdir(root / folder))
    except OSError as error:
        faults.append(_closed(folder, error))
        return
    for name in names:
        path = folder / name
        if name.startswith("."):
            continue
        if not (root / path).is_dir():
            yield path
        elif deep and not _leads_astray(root, path, faults, seen):
            yield from _paths(root, path, deep, faults, seen)


def _leads_astray(root: Path, path: Path, faults: list[Diagnostic], seen: set[str]) -> bool:
    """Whether a link must not be followed; ``seen`` are the folders that links have led to."""
    if not (root / path).is_symlink():
        return False
    home, real = os.path.realpath(root), os.path.realpath(root / path)
    below = Path(real).relative_to(home).parts if Path(real).is_relative_to(home) else None
    if below is None:
        problem = "link out of the repository"
    elif any(part.startswith(".") for part in below):
        problem = "link to a hidden file"
    elif not os.path.exists(real):
        problem = "link to a file that does not exist"
    elif os.path.isdir(real) and (below[:1] in ((), path.parts[:1]) or real in seen):
        problem = "link to a folder that is read without it"
    else:
        seen.add(real)
        return False
    faults.append(Diagnostic(Location(_name(path)), "READ006", problem, "put the files themselves in its place"))
    return True


def _source(root: Path, path: Path, faults: list[Diagnostic]) -> Source | None:
    if _leads_astray(root, path, faults, set()):
        return None
    name = _name(path)
    try:
        status = (root / path).stat()
        if not stat.S_ISREG(status.st_mode):
            raise OSError("it is not an ordinary file")
        if status.st_size > LARGEST:
            message = f"file of {status.st_size} bytes; no more than {LARGEST} are read"
            faults.append(Diagnostic(Location(name), "READ005", message, "split it into smaller files"))
            return None
        content = (root / path).read_bytes()
    except OSError as error:
        faults.append(_closed(path, error))
        return None
    return _decoded(name, content, faults)


def _decoded(name: str, content: bytes, faults: list[Diagnostic]) -> Source | None:
    try:
        return Source(name, content.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        message = f"byte 0x{content[error.start]:02X} is not UTF-8"
        place = Places(name, before).at(len(before))
        faults.append(Diagnostic(place, "READ001", message, "save the file in the encoding UTF-8"))
        return None


def _closed(path: Path, error: OSError) -> Diagnostic:
    reason = error.strerror or str(error)
    return Diagnostic(Location(_name(path)), "READ007", f"cannot be opened: {reason}", "mend or remove it")


def _name(path: Path) -> str:
    """The path as text that can be printed, whatever bytes are in the file's name."""
    return " ".join(path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace").splitlines())
