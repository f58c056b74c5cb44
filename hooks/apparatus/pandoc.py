"""Runs of pandoc over entries: in batches, an entry that cannot be read singled out, what comes back kept by its content."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from apparatus.model import Entry

SECONDS = 60  # a run takes 0.4 s for 90 entries; a style or an entry that loops is cut off here

Made = TypeVar("Made")


class PandocFailure(Exception):
    """Pandoc did not make what it was asked for; the message is its own last line."""


def chosen(entries: Iterable[Entry]) -> list[Entry]:
    """The entries by citekey in order; of entries with the same citekey the first counts."""
    unique: dict[str, Entry] = {}
    for entry in entries:
        unique.setdefault(entry.citekey, entry)
    return [unique[key] for key in sorted(unique)]


def biblatex(entry: Entry) -> str:
    """The entry as plain biblatex, macros resolved. Cross-references are left out: pandoc never ends on a loop of them."""
    fields = [f"  {f.name} = {{{f.value}}},\n" for f in entry.fields if f.name not in {"crossref", "xdata", "xref"}]
    return f"@{entry.kind}{{{entry.citekey},\n{''.join(fields)}}}\n"


def run(arguments: Sequence[str], text: str) -> str:
    """What pandoc writes for ``text``. Raises PandocFailure where it fails or is not done within ``SECONDS``."""
    import pypandoc  # costs 0.1 s, and only a run without cache needs it

    command = [pypandoc.get_pandoc_path(), *arguments]
    try:
        done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", timeout=SECONDS)
    except subprocess.TimeoutExpired as late:
        raise PandocFailure(f"no answer within {SECONDS} s") from late
    if done.returncode:
        raise PandocFailure((done.stderr.strip().splitlines() or ["nothing came back"])[-1])
    return done.stdout


def in_batches(
    entries: Sequence[Entry], make: Callable[[Sequence[Entry]], dict[str, Made]]
) -> tuple[dict[str, Made], list[tuple[Entry, PandocFailure]]]:
    """All entries in one run of ``make``; where that fails, halves, so that one bad entry does not take the others with it.

    What was made by citekey, and each entry that fails alone with its failure, in the order of the entries.
    """
    try:
        return make(entries), []
    except PandocFailure as failure:
        if len(entries) == 1:
            return {}, [(entries[0], failure)]
    middle = len(entries) // 2
    first, first_failures = in_batches(entries[:middle], make)
    second, second_failures = in_batches(entries[middle:], make)
    return first | second, first_failures + second_failures


def place(cache: Path | None, name: str, *parts: str | bytes) -> Path | None:
    """The file of the folder ``cache`` in which what ``parts`` give is kept; none without a folder."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part.encode() if isinstance(part, str) else part).digest())
    return cache / f"{name}-{whole.hexdigest()[:16]}.json" if cache else None


def kept(place: Path | None) -> dict | None:
    """What is kept there, if anything."""
    return json.loads(place.read_text("utf-8")) if place and place.is_file() else None


def keep(place: Path | None, made: dict) -> None:
    """Write it there whole or not at all, while other builds may write the same; the folder may not exist yet."""
    if place:
        place.parent.mkdir(parents=True, exist_ok=True)
        written = place.with_suffix(f".{os.getpid()}.tmp")
        written.write_text(json.dumps(made, sort_keys=True), "utf-8")
        written.replace(place)
