"""Command-line adapter: writes the citekeys as snippets for Visual Studio Code. Exit 0 written, 2 no book there."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from apparatus import read
from apparatus.exports import snippets


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="citekey_snippets.py", description=f"Write {snippets.FILE} from bib/.")
    parser.add_argument("root", nargs="?", type=Path, default=Path(), help="the folder that holds docs/, bib/ and data/")
    options = parser.parse_args(arguments)
    if not (options.root / "docs").is_dir():
        print(f"{options.root}: no folder docs/ in it. Fix: name the folder that holds docs/, bib/ and data/", file=sys.stderr)
        return 2
    monograph = read.book(options.root)
    target = options.root / snippets.FILE
    target.parent.mkdir(exist_ok=True)
    target.write_text(snippets.render(monograph), encoding="utf-8", newline="\n")
    print(f"{snippets.FILE}: {len(monograph.by_citekey)} citekeys.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
