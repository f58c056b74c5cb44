"""Command-line adapter: checks a book and prints what is wrong. Exit 0 clean, 1 findings, 2 broken tool or input."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path

from apparatus import changes, checks, read, report, summary


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="check.py", description="Check citations, entries, links, figures, data and prose.")
    parser.add_argument("root", nargs="?", type=Path, default=Path(), help="the folder that holds docs/, bib/ and data/")
    parser.add_argument("--format", choices=("text", "github", "json", "sarif"), default="text", help="how to print findings")
    parser.add_argument("--diff", metavar="BASE", help="print what changed in the evidence since a git revision, or A..B")
    parser.add_argument("--markdown", action="store_true", help="with --diff: as Markdown, for the summary of a pull request")
    parser.add_argument("--files", nargs="+", metavar="FILE", help="print only what was found in these files; the whole book is read even so")
    options = parser.parse_args(arguments)
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    if not (options.root / "docs").is_dir():
        print(f"{options.root}: no folder docs/ in it. Fix: name the folder that holds docs/, bib/ and data/", file=sys.stderr)
        return 2
    if options.diff:
        return _diff(options.root, options.diff, summary.markdown if options.markdown else summary.text)
    gc.disable()  # all that is read is kept to the end, and looking for what is not takes a tenth of the time
    monograph = read.book(options.root)
    findings = checks.run(monograph)
    if options.files:
        wanted = {_from_root(Path(name), options.root) for name in options.files}
        everywhere, findings = findings, tuple(finding for finding in findings if finding.location.path in wanted)
        if elsewhere := len(everywhere) - len(findings):
            print(f"{elsewhere} more in other files: make check", file=sys.stderr)
    sys.stdout.write(_printed(options.format, findings))
    print(report.totals(monograph, findings), file=sys.stdout if options.format == "text" else sys.stderr)
    return 1 if findings else 0


def _from_root(name: Path, root: Path) -> str:
    """A file's path as findings give it: from the book's folder. One that lies elsewhere keeps its name, and has no findings."""
    path = Path(os.path.abspath(name))
    home = Path(os.path.abspath(root))
    return path.relative_to(home).as_posix() if path.is_relative_to(home) else str(name)


def _diff(root: Path, span: str, print_out) -> int:
    """Print the citation diff between two revisions, or between one and the work tree. Exit 0 whatever changed."""
    from git_revision import NoRevision, book

    base, _, tip = span.partition("..")
    try:
        before = book(root, base)
        after = book(root, tip) if tip else read.book(root)
    except NoRevision as error:
        print(f"--diff {span}: {error}. Fix: name a branch, tag or commit that exists here", file=sys.stderr)
        return 2
    sys.stdout.write(print_out(changes.compare(before, after)))
    return 0


def _printed(form: str, findings) -> str:
    if form == "sarif":
        return report.sarif(findings, ((check.CODE, checks.what(check)) for check in checks.CHECKS))
    return {"text": report.text, "github": report.github, "json": report.as_json}[form](findings)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
