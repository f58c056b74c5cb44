"""The desk at which new sources are taken in: looks each up in the book, has the checks read its entry, and says what was done."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from apparatus import checks, fixes, read, report
from apparatus.checks import sec002_propaganda_host
from apparatus.fixes.addresses import cleaned
from apparatus.fixes.field_order import ORDER
from apparatus.grounds import entries, ledger
from apparatus.model import Diagnostic, Entry, Monograph, Source
from apparatus.sources import Proposal, entry_text, proposal, settled, shelving, twins
from apparatus.sources.description import Description
from apparatus.sources.given import Given
from apparatus.sources.insertion import inserted

POLICY = "docs/about/policy.md"
EXPECTED = "CIT002"  # a new source is not cited yet
GAPS = frozenset({"BIB002", "BIB023"})  # what is not there
# What these find is no value at all, or an address that no reader can use: the field is left out, and named as not found.
NO_VALUE = frozenset(
    "BIB020 BIB036 BIB037 BIB038 BIB040 BIB041 BIB042 BIB043 BIB046 BIB047 BIB048 BIB049 BIB064 "
    "SEC003 URL001 URL002 URL006 URL007 URL009 URL010 URL020 URL021 URL022 URL023 URL024".split()
)
_ROUNDS = 8  # fields that are taken out of one entry


class Refusal(Exception):
    """A work is not taken in; the message says why and what to do."""


@dataclass(frozen=True)
class _Done:
    """One entry that was added, and what is to be said of it."""

    proposed: Proposal
    unsure: tuple[str, ...]
    left_out: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


class Desk:
    """Takes works in one by one; ``changed`` has the new texts, ``told`` what to print."""

    def __init__(self, monograph: Monograph, kind: str, another: bool, asked: str) -> None:
        self._kind, self._another, self._asked = kind or "", another, asked
        self._cited = {citation.citekey for citation in monograph.citations}
        self._before = {source.path: source.text for source in monograph.sources}
        # Entries are checked without the chapters: no chapter can be at odds with a source that it does not cite.
        self._book = read.monograph(source for source in monograph.sources if not source.path.startswith("docs/"))
        self._done: list[_Done] = []

    def known_already(self, what: Given) -> None:
        """Refuses what the book has, before anybody is asked about it."""
        if twin := twins.of_given(replace(what, value=cleaned(what.value)) if what.way == "url" else what, self._book):
            raise _twin(twin, self._asked)

    def take_in(self, work: Description) -> None:
        """Add one work. Raises Refusal, and then nothing has changed."""
        propaganda(work.url)
        work = settled(replace(work, url=cleaned(work.url)), self._book)
        propaganda(work.url)
        twin = twins.of(work, self._book)
        if twin and (twin.sure or not self._another):
            raise _twin(twin, self._asked)
        if not work.title and not work.number:
            raise Refusal(f"{self._asked}: no title found, and a work without one cannot be cited. Fix: write it in a file: FROM=file.bib")
        shelf = shelving.Shelf(self._kind, "as was said") if self._kind else shelving.shelf(work, self._book)
        done, book = self._fitted(work, shelf if shelf.kind else shelving.Shelf("press", ""))
        if not shelf.kind:
            raise Refusal(_which_kind(work, self._asked))
        self._done.append(done)
        self._book = book

    def _fitted(self, work: Description, shelf: shelving.Shelf) -> tuple[_Done, Monograph]:
        """The entry, proposed and checked until no field is left whose value is none, and the book with it."""
        left_out: list[str] = []
        for _ in range(_ROUNDS):
            proposed = proposal(work, self._book, *shelf)
            book, findings = self._with(proposed)
            entry = book.by_citekey[proposed.citekey]
            empty = {field.name: each for field in entry.fields for each in findings if _at(each, field) and each.code in NO_VALUE}
            if not empty:
                break
            if "title" in empty:
                raise Refusal(f"{self._asked}: {empty['title'].message}: the site gave a program something else than the page. "
                              "Fix: open it and write title and date in a file: FROM=file.bib")  # fmt: skip
            for name, finding in empty.items():
                left_out.append(finding.message)
                work = entry_text.without(work, name)
        if barred := [finding for finding in findings if finding.code.startswith(("READ", "SEC"))]:
            raise Refusal(f"{report.text(barred).rstrip()}\n{self._asked}: no entry can be made of this ({POLICY})")
        return _Done(proposed, work.unsure, tuple(left_out), findings), book

    def _with(self, proposed: Proposal) -> tuple[Monograph, tuple[Diagnostic, ...]]:
        """The book with the entry and its row in the ledger, mended as `make fix` would, and what is new among the findings."""
        texts = {source.path: source.text for source in self._book.sources}
        here = [entry for entry in self._book.entries if entry.location.path == proposed.path]
        texts[proposed.path] = inserted(texts.get(proposed.path, ""), here, proposed.citekey, proposed.text)
        before = checks.run(self._book)
        book = _read(texts)
        for _ in range(2):
            findings = checks.run(book)
            edits = [edit for edit in fixes.edits(book, findings, {proposed.citekey}) if _within(edit.location, book, proposed)]
            if not edits:
                break
            texts |= fixes.mended(book, edits)
            book = _read(texts)
        return book, tuple(_new(before, checks.run(book), book, proposed))

    def changed(self) -> Mapping[str, str]:
        """The files that are to be written, by path."""
        return {source.path: source.text for source in self._book.sources if self._before.get(source.path) != source.text}

    def told(self) -> Iterator[str]:
        """What was done and what is left to do, in the order in which the works came."""
        for done in self._done:
            yield "\n".join(self._lines(done))

    def _lines(self, done: _Done) -> Iterator[str]:
        key = done.proposed.citekey
        entry = self._book.by_citekey[key]
        place = f"{entry.location.path}:{entry.location.line}"
        yield f"{place}: added '{key}' (there, because {done.proposed.why})"
        yield f"\n{entry.raw}\n"
        for name in done.proposed.missing:
            what, example = entry_text.NAMES[name], entry_text.EXAMPLES.get(name, "{…}")
            yield f"Not found: {what}; if you know it, add  {name} = {example},  at {_place_for(name, entry)}"
        for message in done.left_out:
            yield f"Left out: {message}"
        for what in done.unsure:
            yield f"Look over: {what}"
        for finding in done.findings:
            if not (done.proposed.missing and finding.code in GAPS):
                yield f"To mend: {report.text([finding]).rstrip()}"
        if any(finding.code in GAPS for finding in done.findings):
            yield "The book cannot be built until what was not found is added: make check names it."
        if entry["url"] in self._book.by_url:
            yield f"{ledger.PATH} has a row for its address; make links asks whether the page is there."
        if not entry["keywords"]:
            yield "If you have read it yourself, add  keywords = {consulted},  to it."
        yield f"Cite it in a chapter: [@{key}] or, with the page, [@{key}, p. 12]."
        if key not in self._cited:
            yield "It is not cited yet: until a chapter does so, make check says it is never cited."


def propaganda(text: str) -> None:
    """Refuses an address at which extremist material is spread; nothing is asked there."""
    bare = text if "://" in text else f"https://{text}"
    book = Monograph(sources=(Source("bib/new.bib", bare),))
    if any(True for _ in sec002_propaganda_host.check(book)):
        raise Refusal(
            f"this is an address on which extremist material is spread: the book gives none, and none is asked ({POLICY}). Fix: cite a "
            "scholarly or press report; or name title and date in a file without address: FROM=file.ris KIND=primary"
        )


def _twin(twin: twins.Twin, asked: str) -> Refusal:
    entry = twin.entry
    place = f"{entry.location.path}:{entry.location.line}"
    message = f"{asked}: the book has it already: '{entry.citekey}' ({place}) has {twin.shared}. Cite it: [@{entry.citekey}, p. …]"
    return Refusal(message if twin.sure else f"{message}. If it is another work, add ANOTHER=yes")


def _which_kind(work: Description, asked: str) -> str:
    kinds = "".join(f"\n  KIND={kind:<12} {words}" for kind, words in shelving.KINDS.items())
    again = f"run it again with the kind: make source FROM='{asked}' KIND=…"
    return f"“{work.title[:80]}”: what kind of source it is cannot be known. Fix: {again}{kinds}"


def _read(texts: Mapping[str, str]) -> Monograph:
    return read.monograph(Source(path, text) for path, text in sorted(texts.items()))


def _lines_of(entry: Entry) -> range:
    first = entries.start(entry).line
    return range(first, first + entry.raw.count("\n") + 1)


def _within(location, book: Monograph, proposed: Proposal) -> bool:
    entry = book.by_citekey[proposed.citekey]
    return location.path == proposed.path and location.line in _lines_of(entry)


def _at(finding: Diagnostic, field) -> bool:
    return (finding.location.path, finding.location.line) == (field.location.path, field.location.line)


def _new(before: Sequence[Diagnostic], after: Sequence[Diagnostic], book: Monograph, proposed: Proposal) -> Iterator[Diagnostic]:
    """What is found in the entry, and what its coming brings about elsewhere; places that have only moved are not new."""
    old = Counter(map(_kind_of, before))
    for finding in after:
        if finding.code == EXPECTED:
            continue
        old[_kind_of(finding)] -= 1
        if _within(finding.location, book, proposed) or old[_kind_of(finding)] < 0:
            yield finding


def _kind_of(finding: Diagnostic) -> tuple[str, str, str]:
    return finding.code, finding.location.path, re.sub(r"\d+", "#", finding.message)


def _place_for(name: str, entry: Entry) -> str:
    """The line before which a field is to stand, in the order of the house."""
    rank = ORDER.index(name) if name in ORDER else len(ORDER)
    after = (field.location.line for field in entry.fields if field.name in ORDER and ORDER.index(field.name) > rank)
    return f"{entry.location.path}:{next(after, _lines_of(entry)[-1])}"
