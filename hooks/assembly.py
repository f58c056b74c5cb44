"""What a host's new folder holds: the latest site, the editions as they were frozen, previews, and the lists that follow from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import host_folder
from apparatus.hosting import Edition, editions, lists, names, pages, policy, receipts
from host_folder import Refusal


@dataclass(frozen=True)
class Site:
    """A built site: its files by path, and what its receipt says of it."""

    files: dict[str, bytes]
    receipt: receipts.Receipt


@dataclass(frozen=True)
class Order:
    """What is to be done. Without edition and preview the site becomes the latest."""

    edition: str = ""
    preview: str = ""
    drop: bool = False


def assemble(old: Path, new: Path, site: Site, order: Order) -> list[str]:
    """Fills the new folder; returns what was done, a sentence each. Raises Refusal, with the old folder untouched."""
    before = _receipt(old)
    kept = _editions(old)
    said = _carried(old, new, kept)
    if order.preview:
        said.append(_preview(new, site, order))
    if order.edition:
        kept, sentence = _frozen(new, kept, site, order.edition)
        said.append(sentence)
    is_later = 0 < site.receipt.committed < before.committed  # what the root shows; an edition may be frozen long after its day
    if order.preview or (order.edition and is_later):
        _keep_root(old, new)
    else:
        host_folder.write(new, site.files)
        said.append(f"The root shows commit {site.receipt.commit[:12] or 'not known'}, {len(site.files)} files.")
    _add_lists(new, kept, site.receipt.address or before.address)
    return said


def _receipt(folder: Path) -> receipts.Receipt:
    path = folder / names.RECEIPT
    return receipts.read(path.read_text(encoding="utf-8")) if path.is_file() else receipts.Receipt()


def _editions(old: Path) -> tuple[Edition, ...]:
    """The editions on the host. A folder that is no host's is refused, for its files would be taken away."""
    listed = old / names.LISTED
    if not listed.is_file():
        others = sorted(path.name for path in old.iterdir() if not path.name.startswith(".")) if old.is_dir() else []
        if others not in ([], [names.DOMAIN]):
            fix = "name a folder that is empty, or that it has made"
            raise Refusal(f"{others[0]} lies there, which this command did not put there. Fix: {fix}")
        return ()
    try:
        return editions.read(listed.read_text(encoding="utf-8"))
    except ValueError as error:
        raise Refusal(f"{names.LISTED} on the host {error}. Fix: put the file back as it was published") from error


def _carried(old: Path, new: Path, kept: tuple[Edition, ...]) -> list[str]:
    """Takes over the editions, which have to be as they were frozen, the previews, and what the host's owner put there."""
    for edition in kept:
        folder = old / names.EDITIONS / edition.edition
        others = editions.differences(edition, {path: editions.digest(data) for path, data in host_folder.files(folder).items()})
        if others:
            place = f"{names.EDITIONS}/{edition.edition}/{others[0]}"
            raise Refusal(f"{place} and {len(others) - 1} more are not as they were frozen. Fix: put back what was published")
        host_folder.copy(folder, new / names.EDITIONS / edition.edition)
    if (old / names.PREVIEWS).is_dir():
        host_folder.copy(old / names.PREVIEWS, new / names.PREVIEWS)
    for path in old.iterdir() if old.is_dir() else ():
        if path.name == names.DOMAIN or path.name.startswith("."):
            host_folder.copy(path, new / path.name)
    return [f"Edition {edition.edition} is kept: {len(edition.files)} files, unchanged." for edition in kept]


def _preview(new: Path, site: Site, order: Order) -> str:
    folder = new / names.PREVIEWS / order.preview
    was_there = folder.is_dir()
    if was_there:
        host_folder.remove(folder)
    if order.drop:
        return f"Preview {order.preview} {'removed' if was_there else 'was not there'}."
    host_folder.write(folder, _with_pages(site, lambda page, path: pages.preview(page, path, order.preview)))
    return f"Preview {order.preview}: {len(site.files)} files in {names.PREVIEWS}/{order.preview}/."


def _frozen(new: Path, kept: tuple[Edition, ...], site: Site, name: str) -> tuple[tuple[Edition, ...], str]:
    """The editions with this one among them. One that is there already has to be the same."""
    said = site.receipt
    made = _with_pages(site, lambda page, path: pages.frozen(page, path, name, said.date, said.address))
    edition = editions.of(name, said.date, said.commit, made)
    there = next((one for one in kept if one.edition == name), None)
    if there is None:
        host_folder.write(new / names.EDITIONS / name, made | {editions.MANIFEST: editions.manifest(edition).encode()})
        return (*kept, edition), f"Edition {name} frozen: {len(made)} files in {names.EDITIONS}/{name}/."
    others = editions.differences(there, edition.files)
    if others:
        few = ", ".join(others[:5])
        raise Refusal(f"edition {name} is frozen, and {len(others)} of these files are others ({few}). Fix: give the new text a new number")
    return kept, f"Edition {name} is there already, with the same bytes."


def _with_pages(site: Site, change: Callable[[str, str], str]) -> dict[str, bytes]:
    return {path: change(data.decode("utf-8"), path).encode() if pages.is_page(path) else data for path, data in site.files.items()}


def _keep_root(old: Path, new: Path) -> None:
    for path in old.iterdir() if old.is_dir() else ():
        if path.name not in (names.EDITIONS, names.PREVIEWS) and not (new / path.name).exists():
            host_folder.copy(path, new / path.name)


def _add_lists(new: Path, kept: tuple[Edition, ...], address: str) -> None:
    """What follows from all that the new folder holds by now."""
    shown = [path for path in sorted(new.rglob("*.html")) if path.relative_to(new).parts[0] != names.PREVIEWS]
    headers = policy.headers(policy.hashes(path.read_text(encoding="utf-8") for path in shown))
    made = {
        names.LISTED: editions.listed(kept),
        ".nojekyll": "",  # GitHub Pages would leave out what begins with an underscore
        policy.NGINX: policy.nginx(headers),
        policy.STATIC: policy.static(headers),
    }
    root = {path.relative_to(new).as_posix() for path in shown}
    if "index.html" in root:
        made |= lists.gone(root, kept, address)
    if not (new / lists.ROBOTS).exists():
        made[lists.ROBOTS] = lists.robots(address)
    if kept:
        made[f"{names.EDITIONS}/index.html"] = lists.index(kept)
    host_folder.write(new, {path: text.encode() for path, text in made.items()})
