"""Receipt adapter: writes build.json into a site that is built and bound, as the last step of a build. Exit 0 written, 2 broken input."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import making
from apparatus import checks, read, receipt
from apparatus.grounds.bound_files import RECEIPT
from apparatus.hosting import address

# What a build reads. Hidden files, caches and the contributors' own documents are none of it.
SOURCES = ("bib", "data", "docs", "hooks", "CITATION.cff", "mkdocs.offline.yml", "mkdocs.yml", "requirements.txt", "wordlist.txt")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="write_receipt.py", description="Write the receipt of a build into the built site.")
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/, bib/ and data/")
    options = parser.parse_args(arguments)
    home = options.site / "index.html"
    if not home.is_file():
        print(f"{options.site}: no built site there. Fix: make book", file=sys.stderr)
        return 2
    monograph = read.book(options.root)
    made = making.of(options.root, address.canonical(home.read_text(encoding="utf-8")))
    counts = receipt.counts(monograph, len(checks.run(monograph)))
    outputs = {name: total for name, total in _sums(options.site, [options.site]) if name != RECEIPT}
    sources = dict(_sums(options.root, (options.root / name for name in SOURCES)))
    text = receipt.document(monograph, made, counts, sources, outputs)
    (options.site / RECEIPT).write_text(text, encoding="utf-8", newline="")
    print(f"Receipt: {len(sources)} sources, {len(outputs)} files, in {options.site / RECEIPT}.")
    return 0


def _sums(base: Path, places: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Each file at or below the places, by its path from ``base``, with its SHA-256."""
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            parts = path.relative_to(base).parts
            if path.is_file() and "__pycache__" not in parts and not any(part.startswith(".") for part in parts):
                yield "/".join(parts), hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
