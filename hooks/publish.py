"""Publishing adapter: puts a built site into the folder of a host, or onto the branch a forge serves. Exit 0 done, 1 refused, 2 broken.

``make publish`` hands over INTO, EDITION, PREVIEW and DROP in the environment, where no shell reads their signs. Needs Python and git.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import host_folder
from apparatus.grounds import forges
from apparatus.hosting import names, pages, receipts
from assembly import Order, Site, assemble
from host_folder import Refusal
from pages_branch import Branch, Failure, remote


def main(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> int:
    """``environment`` is another than usual only in tests."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _options(arguments, environment)
    try:
        order = _order(options)
        site = Site({}, receipts.Receipt()) if order.drop else _site(options.site, order)
        _publish(options, site, order, environment)
    except (Refusal, ValueError) as refusal:
        return _said(f"{refusal}. Nothing was published.", 1)
    except Failure as failure:
        return _said(f"{failure}\nNothing was published.", 2)
    except OSError as error:
        return _said(f"{error.filename}: {error.strerror}. Nothing was published. Fix: see that the folders can be read and written", 2)
    return 0


def _said(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code


def _options(arguments: Sequence[str], environment: Mapping[str, str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="publish.py", description="Publish the built site: as the latest, as an edition, as a preview.")
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("host", type=Path, nargs="?", help="the folder that a server serves")
    parser.add_argument("--edition", help="freeze it below v/ under this number")
    parser.add_argument("--preview", help="put it below preview/ under this name, and leave the rest as it is")
    parser.add_argument("--drop", action="store_true", help="with --preview: take that preview away")
    parser.add_argument("--push", action="store_true", help="renew the branch gh-pages instead of a folder")
    parser.add_argument("--root", type=Path, default=Path(), help="the checkout whose remote is pushed to")
    options = parser.parse_args(arguments)
    for name, variable in (("edition", "EDITION"), ("preview", "PREVIEW")):
        setattr(options, name, getattr(options, name) if getattr(options, name) is not None else environment.get(variable, ""))
    if options.host is None and not options.push and environment.get("INTO"):
        options.host = Path(environment["INTO"])
    options.drop = options.drop or bool(environment.get("DROP"))
    options.push = options.push or options.host is None
    return options


def _order(options: argparse.Namespace) -> Order:
    if options.edition and options.preview:
        raise Refusal("an edition and a preview at once. Fix: one of the two")
    if options.drop and not options.preview:
        raise Refusal("which preview is to be taken away? Fix: PREVIEW=pr-7 DROP=1")
    edition = names.edition(options.edition) if options.edition else ""
    preview = names.preview(options.preview) if options.preview else ""
    return Order(edition, preview, options.drop)


def _site(folder: Path, order: Order) -> Site:
    """The site as built, whole, and nothing else."""
    if not (folder / "index.html").is_file():
        raise Refusal(f"{folder}: no built site there. Fix: make book")
    files = host_folder.files(folder)
    refused = names.refused(files)
    if refused:
        raise Refusal(f"{refused[0]} ({len(refused)} such). Fix: build the site anew into an empty folder")
    _readable(files)
    if names.RECEIPT not in files:
        raise Refusal(f"{folder}: no {names.RECEIPT}, so nothing tells what was built. Fix: make book, which writes it last")
    receipt = receipts.read(files[names.RECEIPT].decode("utf-8"))
    others = receipts.differences(receipt, files)
    if others:
        raise Refusal(f"{others[0]} ({len(others)} such) is not what the build wrote. Fix: make book")
    if order.edition and order.edition != receipt.edition:
        said = receipt.edition or "none"
        fix = "the version in CITATION.cff, or the tag"
        raise Refusal(f"edition {order.edition} is to be frozen, the book says edition {said}. Fix: {fix}")
    return Site(files, receipt)


def _readable(files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        if pages.is_page(path) or path == names.RECEIPT:
            try:
                data.decode("utf-8")
            except UnicodeDecodeError as error:
                raise Refusal(f"{path}: is not UTF-8. Fix: build the site anew") from error


def _publish(options: argparse.Namespace, site: Site, order: Order, environment: Mapping[str, str]) -> None:
    def renew(host: Path) -> None:
        with host_folder.renewed(host) as (old, new):
            said = assemble(old, new, site, order)
        print("\n".join(said))

    if not options.push:
        _apart(options.site.resolve(), options.host.resolve())
        renew(options.host.resolve())
        print(f"Published into {options.host}.")
        return
    known = forges.repository(environment)
    to = remote(options.root, known.address if known else "", environment)
    if not to:
        raise Refusal("no repository to push to. Fix: INTO=folder publishes into a folder; git remote add origin … names a repository")
    what = f"edition {order.edition}" if order.edition else f"preview {order.preview}" if order.preview else "the latest"
    commit = site.receipt.commit or "no commit"
    print(Branch(to, environment).renew(renew, f"Publish {what}, built from {commit}", site.receipt.committed))


def _apart(site: Path, host: Path) -> None:
    if site == host or site.is_relative_to(host) or host.is_relative_to(site):
        raise Refusal(f"{host}: one of site and host lies in the other. Fix: name a folder of its own for the host")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
