"""What publishing reads in a site's receipt, ``build.json``: which edition of which commit it is, and the sums of its files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from apparatus.hosting import names
from apparatus.hosting.editions import digest


@dataclass(frozen=True)
class Receipt:
    """Edition and its day (``2026-11-22``), commit and its second (Unix time), address of the site; empty or 0 where not known.

    ``outputs`` are the sums (SHA-256) of the site's files by path; the receipt itself is not among them.
    """

    edition: str = ""
    date: str = ""
    commit: str = ""
    committed: int = 0
    address: str = ""
    outputs: Mapping[str, str] = field(default_factory=dict, hash=False)


def read(text: str) -> Receipt:
    """The receipt. Raises ValueError if it is not of the form of ``docs/schemas/build-1.json``."""
    try:
        said = json.loads(text)
        commit = said["commit"] or {"id": "", "time": ""}
        seconds = int(datetime.fromisoformat(commit["time"]).timestamp()) if commit["time"] else 0
        outputs = {str(path): str(digest) for path, digest in said["outputs"].items()}
        return Receipt(said["edition"] or "", said["date"] or "", commit["id"], seconds, said["address"] or "", outputs)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"{names.RECEIPT} is not as a build writes it ({type(error).__name__}: {error})") from error


def differences(receipt: Receipt, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The files of a site that are not those of its receipt: missing, new or changed, in order of path."""
    now = {path: digest(data) for path, data in files.items() if path != names.RECEIPT}
    return tuple(path for path in sorted({*receipt.outputs, *now}) if receipt.outputs.get(path) != now.get(path))
