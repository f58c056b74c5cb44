"""What changed in the evidence between two states of the book: the diff that a reviewer cannot see in the prose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from apparatus.model import Citation, Location, Monograph, Page


@dataclass(frozen=True, order=True)
class Change:
    """One citation that came, went, moved or points elsewhere in its work. Locators as written; empty where there is none."""

    location: Location
    kind: str  # added, removed, moved, locator
    citekey: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, order=True)
class Passage:
    """A paragraph whose sources changed, and all the works it rests on now; none when it rests on nothing."""

    location: Location
    opening: str
    works: tuple[str, ...]


@dataclass(frozen=True)
class Changes:
    """Everything that changed, each list in order of place or of citekey."""

    citations: tuple[Change, ...] = ()
    passages: tuple[Passage, ...] = ()
    works_new: tuple[str, ...] = ()
    works_gone: tuple[str, ...] = ()
    entries_changed: tuple[str, ...] = ()


def compare(before: Monograph, after: Monograph) -> Changes:
    """``works_new`` and ``works_gone`` are cited in one state only; ``entries_changed`` are printed differently in both."""
    old, new = _units(before), _units(after)
    found = [change for name in sorted({*old, *new}) for change in _changes(old.get(name, ()), new.get(name, ()))]
    changes = tuple(sorted(_moved(found)))
    touched = {change.location for change in changes if change.kind != "removed"}
    cited_before, cited_after = ({c.citekey for c in state.citations} for state in (before, after))
    return Changes(
        changes,
        tuple(sorted(passage for page in after.pages for passage in _passages(page, touched, before.by_name.get(page.name)))),
        tuple(sorted(cited_after - cited_before)),
        tuple(sorted(cited_before - cited_after)),
        tuple(sorted(key for key in {*before.by_citekey} & {*after.by_citekey} if _differs(key, before, after))),
    )


def _units(monograph: Monograph) -> Mapping[str, tuple[Citation, ...]]:
    """The citations of each source file, in order."""
    units = {page.path: page.citations for page in monograph.pages}
    for data in monograph.data.values():
        for datum in data:
            units[datum.location.path] = (*units.get(datum.location.path, ()), *datum.citations)
    return units


def _changes(old: tuple[Citation, ...], new: tuple[Citation, ...]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [c.citekey for c in old], [c.citekey for c in new], autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            for one, other in zip(old[i:j], new[k:m], strict=True):
                if _locator(one) != _locator(other):
                    yield Change(other.location, "locator", other.citekey, _locator(one), _locator(other))
            continue
        yield from (Change(c.location, "removed", c.citekey, before=_locator(c)) for c in old[i:j])
        yield from (Change(c.location, "added", c.citekey, after=_locator(c)) for c in new[k:m])


def _moved(changes: list[Change]) -> Iterator[Change]:
    """A citation that went here and came there, with the same locator, has moved."""
    gone = Counter((c.citekey, c.before) for c in changes if c.kind == "removed")
    came = Counter((c.citekey, c.after) for c in changes if c.kind == "added")
    both = gone & came
    left = {"removed": Counter(both), "added": Counter(both)}
    for change in changes:
        pair = (change.citekey, change.before or change.after)
        if change.kind in left and left[change.kind][pair]:
            left[change.kind][pair] -= 1
            if change.kind == "added":
                yield Change(change.location, "moved", change.citekey, change.after, change.after)
        else:
            yield change


def _passages(page: Page, touched: set[Location], before: Page | None) -> Iterator[Passage]:
    """Paragraphs with a changed citation, and those that lost one: matched with the old page by their words."""
    old = {_words(p.text): _works(before, p) for p in before.paragraphs} if before else {}
    for paragraph in page.paragraphs:
        works = _works(page, paragraph)
        inside = any(
            citation.location in touched
            for cluster in page.clusters
            if paragraph.span.start <= cluster.span.start < paragraph.span.end
            for citation in cluster.citations
        )
        if inside or old.get(_words(paragraph.text), works) != works:
            yield Passage(paragraph.location, _words(paragraph.text)[:60], works)


def _works(page: Page, paragraph) -> tuple[str, ...]:
    inside = (c for c in page.clusters if paragraph.span.start <= c.span.start < paragraph.span.end)
    return tuple(dict.fromkeys(citation.citekey for cluster in inside for citation in cluster.citations))


def _words(text: str) -> str:
    """A paragraph without its citations."""
    kept = []
    for piece in text.replace("[", "\0[").replace("]", "]\0").split("\0"):
        if not (piece.startswith("[") and "@" in piece):
            kept.append(piece)
    return " ".join("".join(kept).split())


def _locator(citation: Citation) -> str:
    return citation.locator.text if citation.locator else ""


def _differs(key: str, before: Monograph, after: Monograph) -> bool:
    one, other = before.by_citekey[key], after.by_citekey[key]
    return (one.kind, {f.name: f.value for f in one.fields}) != (other.kind, {f.name: f.value for f in other.fields})
