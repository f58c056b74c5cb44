"""Where each citation of the text stands: what comes before and after it in its paragraph, cell, heading or value."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from apparatus.grounds.texts import once
from apparatus.model import Cluster, Datum, Heading, Monograph, Page, Paragraph
from apparatus.read.places import Places

REACH = 2_000  # characters before a citation that are looked at
_PREFIX = re.compile(r"\n[ \t>]*")
_CELL = re.compile(r"(?<!\\)\|")
_VERBS = (
    "argues? asserts? believes? calls? claims? concludes? contends? counts? describes? discusses? does estimates? explains? "
    "finds? found gives? has have had holds? is are was were lists? makes? mentions? notes? noted observes? puts? "
    "records? reports? reported says? said sees? shows? showed speaks? states? stated suggests? tells? thinks? wrote writes?"
)
_VERB = re.compile(rf"\s+(?:also |further |rightly |too )?(?:{'|'.join(_VERBS.split())})\b")
_ATTRIBUTED = re.compile(
    r"\b(?:according to|(?:as )?(?:quoted|cited|reported|argued|described|shown|stated|noted|written|told|given) (?:by|in))\s+$",
    re.IGNORECASE,
)
_LOCATOR = re.compile(
    r"[.,;:]?\s*[(\[]?((?:pp?|paras?|sec|ch)\.\s*\d[\d–-]*|pages? \d[\d–-]*|paragraphs? \d[\d–-]*|§+\s?\d[\d–-]*)(?!\w)[)\]]?"
)
_SENTENCE_END = re.compile(r"(?:^|[.?!][”’)\]*_]*\s)\s*$")


@dataclass(frozen=True)
class Setting:
    """A cluster with the text before (at most 2,000 characters) and after it in the same block.

    ``kind`` is that of the paragraph, ``heading``, or ``datum``; ``block`` is where the block begins in the page, -1 in data.
    """

    cluster: Cluster
    kind: str
    before: str
    after: str
    name: str = ""  # of the value, in data
    block: int = -1
    linked: str = ""  # the target of the link, or of the image, in whose text it stands

    @property
    def in_note(self) -> bool:
        """Whether the citation is printed where it stands, because a note stands there."""
        return self.kind == "note"

    @property
    def locator_after(self) -> str:
        """A locator that stands after the bracket instead of in it, as written, or nothing."""
        found = None if self.in_note and not self.cluster.in_text else _LOCATOR.match(self.after)
        return found[1] if found else ""

    @property
    def as_word(self) -> bool:
        """Whether the sentence needs the citation as its subject or after ‘according to’."""
        if self.cluster.in_text or self.kind in ("note", "heading", "title"):
            return False
        starts = bool(_SENTENCE_END.search(self.before[-10:] if self.before.strip() else ""))
        return bool(starts and _VERB.match(self.after)) or bool(_ATTRIBUTED.search(self.before[-40:]))


@once
def settings(monograph: Monograph) -> tuple[Setting, ...]:
    """The setting of every cluster of pages and data, in source order."""
    return tuple(_settings(monograph))


def _settings(monograph: Monograph) -> Iterator[Setting]:
    for page in monograph.pages:
        yield from of_page(page)
    for data in monograph.data.values():
        for datum in data:
            yield from of_datum(datum)


def of_page(page: Page) -> Iterator[Setting]:
    """The settings of a page's clusters; a cluster outside of every block has none."""
    blocks: list[Paragraph | Heading] = sorted([*page.paragraphs, *page.headings], key=lambda block: block.span.start)
    starts = [block.span.start for block in blocks]
    linked = _linked(page)
    for cluster in page.clusters:
        index = bisect_right(starts, cluster.span.start) - 1
        if index < 0 or blocks[index].span.end < cluster.span.end:
            continue
        block = blocks[index]
        kind = block.kind if isinstance(block, Paragraph) else "heading"
        before = page.text[max(block.span.start, cluster.span.start - REACH) : cluster.span.start]
        after = page.text[cluster.span.end : min(block.span.end, cluster.span.end + REACH)]
        if kind == "row":
            before, after = _CELL.split(before)[-1], _CELL.split(after)[0]
        before, after = _PREFIX.sub("\n", before), _PREFIX.sub("\n", after)
        yield Setting(cluster, kind, before, after, "", block.span.start, linked.get(cluster.span.start, ""))


def _linked(page: Page) -> dict[int, str]:
    """Where clusters begin that stand in the text of a link or image, with its target."""
    links = [link for link in page.links if "@" in link.text and not link.bare and link.text != link.target]
    places, found = Places(page.path, page.text) if links else None, {}
    starts = [cluster.span.start for cluster in page.clusters]
    for link in links:
        start = places.starts[link.location.line - 1] + link.location.column - 1
        index = bisect_left(starts, start)
        while index < len(starts) and starts[index] < start + 3 * len(link.text) + 10:
            upto = " ".join(page.text[start : page.clusters[index].span.end].split()).removeprefix("!")
            if f"[{link.text}".startswith(upto.replace("[ ", "[", 1)):
                found[starts[index]] = link.target or "#"
            index += 1
    return found


def of_datum(datum: Datum) -> Iterator[Setting]:
    """The settings of a record's clusters within their values."""
    for name, clusters in datum.clusters.items():
        text, done = value(datum, name), 0
        for cluster in clusters:
            start, raw = _find(text, cluster.raw, done)
            if start >= 0:
                done = start + len(raw)
                yield Setting(cluster, "datum", text[max(0, start - REACH) : start], text[done : done + REACH], name)


def value(datum: Datum, name: str) -> str:
    """The string at a dotted path of the record, or nothing."""
    found: object = datum.values
    for part in name.split("."):
        if isinstance(found, dict):
            found = found.get(part)
        elif isinstance(found, list) and part.isdecimal() and len(part) < 10 and int(part) < len(found):
            found = found[int(part)]
        else:
            return ""
    return found if isinstance(found, str) else ""


def _find(text: str, raw: str, start: int) -> tuple[int, str]:
    """Where the value holds the cluster, which the file may write with folded lines or doubled quotation marks."""
    for written in (raw, " ".join(raw.split()), " ".join(raw.replace("''", "'").replace('\\"', '"').split())):
        if (index := text.find(written, start)) >= 0:
            return index, written
    return -1, ""
