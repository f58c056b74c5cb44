"""Where the book tells what a record states: the sentences that tell an event, and the paragraphs that tell of what they do not name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from apparatus.evidence import sentences
from apparatus.evidence.register_mentions import told as of_story
from apparatus.evidence.register_names import names
from apparatus.evidence.sentences import Sentence
from apparatus.evidence.support import article
from apparatus.grounds import prose_dates
from apparatus.grounds.texts import once
from apparatus.model import Monograph
from apparatus.registers import Event, Statement, extents, registers
from apparatus.registers.extents import Extent
from apparatus.registers.naming import Events

_CITEKEY = re.compile(r"(?<!\w)@([\w:.#$%&+?<>~/-]*\w)")


def told(monograph: Monograph, event: Event) -> list[Sentence]:
    """The sentences that tell an event, in the order of the book; empty where none can be told from those round it.

    In the section that its record names they are those with one of its names, and those that name its people or its place and have
    its date, or its people and cite what it cites; failing these, those that cite what it cites in a paragraph with its date, of them first those that name its people or
    its place. Elsewhere a sentence needs both a name of the event and its date.
    """
    own = list(_section(monograph, event.see))
    cited = citekeys(event.cite)
    found = {s for s in own if event.id in _named(monograph)[s] or _tells(monograph, event, s)}
    if not found:
        near = {s for s in own if cited & set(s.citekeys) and any(_dated(event, other) for other in own if other.target == s.target)}
        found = {s for s in near if _people(monograph, event, s) or _place(monograph, event, s)} or near
    listed = list(of_story(monograph))
    found |= {s for s in listed if s not in found and event.id in _named(monograph)[s] and _dated(event, s)}
    return [s for s in listed if s in found]


def paragraphs(monograph: Monograph, statements: Iterable[Statement]) -> list[Sentence]:
    """A sentence for each paragraph in the sections of some statements that cites what the statement cites, in the order of the book.

    Where none of them names a section it is every paragraph that does. The article, which nearly every paragraph cites, tells none of them from the others; what only the editors add is told in none.
    """
    found: dict[str, Sentence] = {}
    known = list(statements)
    placed = [statement for statement in known if statement.see]
    for statement in placed or known:
        cited = frozenset() if statement.editor else citekeys(statement.cite) - {article(monograph)}
        for sentence in _section(monograph, statement.see) if statement.see else of_story(monograph):
            if not sentence.box and cited & set(sentence.citekeys):
                found.setdefault(sentence.target, sentence)
    order = {s.target: number for number, s in enumerate(of_story(monograph))}
    return sorted(found.values(), key=lambda s: order.get(s.target, len(order)))


def citekeys(cite: str) -> frozenset[str]:
    """The works that a citation names, as it is written."""
    return frozenset(_CITEKEY.findall(cite))


def _section(monograph: Monograph, see: str) -> Iterator[Sentence]:
    """The sentences of a section, without boxes; those of the page where no anchor is named."""
    page, _, anchor = see.partition("#")
    for sentence in sentences.by_page(monograph).get(page, ()):
        if not sentence.box and (not anchor or sentence.paragraph.paragraph.section == anchor):
            yield sentence


@once
def _named(monograph: Monograph) -> dict[Sentence, frozenset[str]]:
    """The events that each sentence names, by their own names or their title."""
    events, known = Events(registers(monograph)), names(monograph)
    found = {}
    for listed in sentences.by_page(monograph).values():
        for sentence in listed:
            own = {name for naming in events.named(sentence.words, False) for name in naming.ids}
            own |= {named.record[1] for named in known.find(sentence.words) if named.record[0] == "events"}
            found[sentence] = frozenset(own)
    return found


@once
def _records(monograph: Monograph) -> dict[Sentence, frozenset[tuple[str, str]]]:
    known = names(monograph)
    return {s: frozenset(n.record for n in known.find(s.words)) for listed in sentences.by_page(monograph).values() for s in listed}


def _tells(monograph: Monograph, event: Event, sentence: Sentence) -> bool:
    """Whether a sentence names the people of an event, with a date that may be the wider or a work of the record, or only its place,
    with a date as exact.
    """
    if _people(monograph, event, sentence):
        return _dated(event, sentence) or bool((citekeys(event.cite) - {article(monograph)}) & set(sentence.citekeys))
    return _place(monograph, event, sentence) and _dated(event, sentence, wider=False)


def _people(monograph: Monograph, event: Event, sentence: Sentence) -> bool:
    return any(("people", name) in _records(monograph)[sentence] for name in event.people)


def _place(monograph: Monograph, event: Event, sentence: Sentence) -> bool:
    return ("places", event.place) in _records(monograph)[sentence]


def _dated(event: Event, sentence: Sentence, wider: bool = True) -> bool:
    """Whether a sentence has a date of the event: one of its values or a time within it; ``wider``: or a time that holds it."""
    values = [extents.of_period(event.when), *(extents.of_text(other.value) for other in event.disputed if other.field == "date")]
    own = [_begun(extents.eased(value)) for value in values if value]
    for date in prose_dates.found(sentence.words):
        placed = date.within(own[0].first[0]) if date.yearless and own else date
        if any(_within(placed, value) or (wider and value.first >= placed.first and value.last <= placed.last) for value in own):
            return True
    return False


def _within(date: prose_dates.ProseDate, value: Extent) -> bool:
    return value.first <= date.first and date.last <= value.last


def _begun(value: Extent) -> Extent:
    """Of a time that is open at its end the year in which it begins, for all later dates lie within it."""
    return value._replace(last=(value.first[0], 12, 31)) if value.last == extents.LATEST else value
