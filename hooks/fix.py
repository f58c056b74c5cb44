"""Command-line adapter: mends what is mechanical and says what it did. Exit 0 done or nothing to do, 2 broken input."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from apparatus import changes, checks, fixes, read


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="fix.py", description="Mend what is mechanical, with as small a change as possible.")
    parser.add_argument("root", nargs="?", type=Path, default=Path(), help="the folder that holds docs/, bib/ and data/")
    parser.add_argument("--since", default="HEAD", help="put fields in order in entries changed since this git revision")
    options = parser.parse_args(arguments)
    if not (options.root / "docs").is_dir():
        print(f"{options.root}: no folder docs/ in it. Fix: name the folder that holds docs/, bib/ and data/", file=sys.stderr)
        return 2
    monograph = read.book(options.root)
    edits = fixes.edits(monograph, checks.run(monograph), _changed(options.root, options.since, monograph))
    for path, text in fixes.mended(monograph, edits).items():
        (options.root / path).parent.mkdir(exist_ok=True)  # the link ledger can be the first file of bib/
        with open(options.root / path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
    for edit in edits:
        print(f"{edit.location}: {edit.what}")
    print(f"{len(edits)} mended" if edits else "nothing to mend")
    return 0


def _changed(root: Path, since: str, monograph) -> frozenset[str]:
    """Citekeys of entries that are new or different since the revision; none where there is no git to ask."""
    from git_revision import NoRevision, book

    try:
        before = book(root, since)
    except NoRevision:
        return frozenset()
    new = monograph.by_citekey.keys() - before.by_citekey.keys()
    return frozenset(new) | frozenset(changes.compare(before, monograph).entries_changed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
