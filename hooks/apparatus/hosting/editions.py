"""The editions on a host: ``editions.json`` names each with its day, its commit and the sums of its files, which never change again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field

MANIFEST = "manifest.json"  # in an edition's folder: its own record, without the sum of this file
VERSION = 1


@dataclass(frozen=True)
class Edition:
    """A frozen edition: its name, its day (``2026-11-22``), the commit it was built from, and the SHA-256 of each file by path.

    Day and commit are empty where they are not known.
    """

    edition: str
    date: str
    commit: str
    files: Mapping[str, str] = field(hash=False)


def of(edition: str, date: str, commit: str, files: Mapping[str, bytes]) -> Edition:
    """The record of an edition with these files."""
    return Edition(edition, date, commit, {path: digest(files[path]) for path in sorted(files)})


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def manifest(edition: Edition) -> str:
    """The record as JSON, for the edition's own folder."""
    return f"{json.dumps(asdict(edition), ensure_ascii=False, indent=1)}\n"


def listed(editions: Iterable[Edition]) -> str:
    """All editions as JSON, the newest first."""
    found = [asdict(edition) for edition in in_order(editions)]
    return f"{json.dumps({'version': VERSION, 'editions': found}, ensure_ascii=False, indent=1)}\n"


def read(text: str) -> tuple[Edition, ...]:
    """The editions that ``listed`` has written. Raises ValueError if the text is not of that form."""
    try:
        whole = json.loads(text)
        if whole["version"] != VERSION:
            raise ValueError("version")
        return tuple(
            Edition(str(one["edition"]), str(one["date"]), str(one["commit"]), {str(k): str(v) for k, v in one["files"].items()})
            for one in whole["editions"]
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"is not as it was written ({type(error).__name__}: {error})") from error


def in_order(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """The newest first, by the numbers of their names."""
    return tuple(sorted(editions, key=lambda one: [int(part) for part in one.edition.split(".")], reverse=True))


def differences(then: Edition, now: Mapping[str, str]) -> tuple[str, ...]:
    """The files that are not as they were frozen: missing, new or changed, in order of path."""
    return tuple(path for path in sorted({*then.files, *now} - {MANIFEST}) if then.files.get(path) != now.get(path))
