"""Command-line adapter: adds a source to bib/. Exit 0 added, 1 refused (the book has it, or too little is known), 2 broken tool or input.

``make source`` hands over FROM, KIND, SEEN and ANOTHER in the environment, where no shell reads the signs of an address.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from apparatus import read, report
from apparatus.grounds import dates
from apparatus.model import Monograph
from apparatus.sources import given, shelving
from apparatus.sources.description import Description
from apparatus.sources.given import Given, Unclear
from source_desk import Desk, Refusal, propaganda
from describe_source import BROKEN, REFUSED, Inquiry, NoDescription

ASK = "Paste a DOI, an ISBN, a web address or the name of a .ris, .bib or .json file, then Enter: "
USAGE = "nothing to add. Fix: make source FROM=10.1080/… or FROM=978… or FROM='https://…' or FROM=file.ris"


def main(arguments: Sequence[str], inquiry: Inquiry = Inquiry(), environment: Mapping[str, str] = os.environ) -> int:
    """``inquiry`` and ``environment`` are other than usual only in tests."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = _options(arguments, environment)
        return _add(options, inquiry)
    except (Unclear, NoDescription) as refusal:
        return _said(str(refusal), getattr(refusal, "code", BROKEN))
    except Refusal as refusal:
        return _said(str(refusal), REFUSED)
    except OSError as error:
        return _said(f"{error.filename}: {error.strerror}. Fix: see that the folder and the file can be written", BROKEN)
    except KeyboardInterrupt:
        return _said("stopped; nothing was written", 130)


def _said(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code


def _options(arguments: Sequence[str], environment: Mapping[str, str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="add_source.py", description="Add a source to the bibliography, in the house's form.")
    parser.add_argument("what", nargs="?", help="DOI, ISBN, UN symbol, address, .ris, .bib or .json file; - reads what is pasted")
    parser.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/, bib/ and data/")
    parser.add_argument("--kind", help=f"the kind of source: {', '.join(shelving.KINDS)}")
    parser.add_argument("--seen", help="the day on which you read it (2026-11-22), where it has an address and a file does not say")
    parser.add_argument("--another", action="store_true", help="it is another work than the one with its title and year")
    options = parser.parse_args(arguments)
    if options.what is None:
        options.what = environment.get("FROM", "").strip()
        options.kind = options.kind or environment.get("KIND", "").strip()
        options.seen = options.seen or environment.get("SEEN", "").strip()
        options.another = options.another or bool(environment.get("ANOTHER", "").strip())
    if not options.what and sys.stdin.isatty():
        options.what = input(ASK)
    if not options.what:
        raise Unclear(USAGE)
    if options.kind and options.kind not in shelving.KINDS:
        raise Unclear(f"'{options.kind[:40]}' is no kind of source. Fix: KIND= one of {', '.join(shelving.KINDS)}")
    if options.seen and not (len(options.seen) == 10 and dates.one(options.seen)):
        raise Unclear(f"'{options.seen[:40]}' is no day. Fix: write it like {date.today().isoformat()}")
    return options


def _add(options: argparse.Namespace, inquiry: Inquiry) -> int:
    what = given.read(options.what)
    propaganda(what.value)
    monograph = _book(options.root)
    desk = Desk(monograph, options.kind, options.another, options.what)
    desk.known_already(what)
    if options.kind == "primary" and what.way not in ("file", "paste"):
        raise Refusal("the armed groups' own words are cited without an address, and none is asked for (docs/about/policy.md). "
                      "Fix: give title and date in a file: FROM=file.ris KIND=primary")  # fmt: skip
    if what.way == "file" and not Path(what.value).is_absolute() and not Path(what.value).exists() and (options.root / what.value).exists():
        what = Given("file", str(options.root / what.value))
    found = inquiry.descriptions(what)
    code = _each(found, desk, options.seen or "")
    _write(options.root, desk.changed())
    for told in desk.told():
        print(told)
    return code


def _book(root: Path) -> Monograph:
    """The book, all of whose bibliography can be read: in what cannot, nothing is looked up and nothing is written."""
    if not (root / "docs").is_dir():
        raise Unclear(f"{root}: no folder docs/ in it. Fix: name the folder that holds docs/, bib/ and data/")
    monograph = read.book(root)
    if unread := [fault for fault in monograph.failures if fault.location.path.startswith("bib/")]:
        raise Unclear(f"{report.text(unread[:3]).rstrip()}\nnothing was written: mend this first")
    return monograph


def _each(found: Sequence[Description], desk: Desk, seen: str) -> int:
    """Take in each work by itself; what is refused does not keep the others out."""
    code = 0
    for work in found:
        try:
            desk.take_in(replace(work, seen=work.seen or seen))
        except Refusal as refusal:
            code = REFUSED
            print(refusal, file=sys.stderr)
    return code


def _write(root: Path, texts: Mapping[str, str]) -> None:
    """Replace each file in one step; all new ones are written before the first is put in place."""
    targets = {(root / path).resolve(): text.encode("utf-8") for path, text in texts.items()}
    ready = {target: target.with_name(f".{target.name}.new") for target in targets}
    try:
        for target, new in ready.items():
            target.parent.mkdir(exist_ok=True)
            new.write_bytes(targets[target])
            if target.exists():
                shutil.copymode(target, new)
        for target, new in ready.items():
            os.replace(new, target)
    finally:
        for new in ready.values():
            new.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
