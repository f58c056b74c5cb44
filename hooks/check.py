"""Command-line adapter: ``python hooks/check.py [ROOT]``. Exit 0 clean, 1 findings, 2 broken tool or input."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from apparatus import checks, read, report


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="check.py", description="Check citations, entries, figures and data.")
    parser.add_argument("root", nargs="?", type=Path, default=Path(), help="the folder that holds docs/, bib/ and data/")
    root = parser.parse_args(arguments).root
    if not (root / "docs").is_dir():
        print(f"{root}: no folder docs/ in it. Fix: name the folder that holds docs/, bib/ and data/", file=sys.stderr)
        return 2
    sources, failures = read.sources(root)
    monograph = read.monograph(sources, failures)
    findings = checks.run(monograph)
    for finding in findings:
        print(report.line(finding))
    print(report.totals(findings, len(monograph.pages), len(monograph.citations), len(monograph.entries)))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
