"""The folder that a host serves, made anew beside the old one and put in its place only when it is complete.

Broken off at any moment, the old folder stands; between the two renamings it lies beside, and the next run puts it back.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from apparatus.hosting import names


class Refusal(Exception):
    """What was asked for must not be done; the message says why, and how to mend it."""


@contextmanager
def renewed(host: Path) -> Iterator[tuple[Path, Path]]:
    """Two folders: the old one to read, which may not be there, and an empty new one to fill, which takes its place at the end."""
    host.parent.mkdir(parents=True, exist_ok=True)
    old, new = host.with_name(f".{host.name}.old"), host.with_name(f".{host.name}.new")
    with _alone(host.parent):
        if old.is_dir() and not host.exists():
            old.rename(host)  # what a run left that was broken off between the two renamings
        for left in (old, new):
            shutil.rmtree(left, ignore_errors=True)
        new.mkdir()
        new.chmod(0o755)
        try:
            yield host, new
            _exchange(host, old, new)
        finally:
            shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _exchange(host: Path, old: Path, new: Path) -> None:
    if host.exists():
        host.rename(old)
    try:
        new.rename(host)
    except OSError:
        if old.is_dir():
            old.rename(host)
        raise


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One run at a time for hosts in a folder; the lock ends with the process, however that ends. Windows has none, and no second run."""
    if os.name == "nt":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as busy:
        raise Refusal(f"{folder}: another run is publishing there. Fix: wait until it has ended") from busy
    finally:
        os.close(handle)


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path. Links and what is no ordinary file raise Refusal: they would lead out of it."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise Refusal(f"{names.shown(name)}: no ordinary file. Fix: put the file itself in its place")
        if path.is_file():
            found[name] = path.read_bytes()
    return found


def write(folder: Path, made: Mapping[str, bytes]) -> None:
    """Files by their paths below a folder, readable for the server whatever the umask."""
    for name, data in made.items():
        path = folder / name
        for parent in reversed(path.relative_to(folder).parents):
            place = folder / parent
            if not place.is_dir():
                place.mkdir(parents=True)
                place.chmod(0o755)
        path.write_bytes(data)
        path.chmod(0o644)


def remove(folder: Path) -> None:
    """A folder with all that is in it; a link to one is not followed."""
    shutil.rmtree(folder)


def copy(source: Path, target: Path) -> None:
    """A file or a folder with all that is in it; links stay links, and are not followed."""
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target, follow_symlinks=False)
