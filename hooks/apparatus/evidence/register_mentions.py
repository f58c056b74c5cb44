"""Every mention of a record of the registers in the book: the sentence, and the words that name the record there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from apparatus.evidence import sentences
from apparatus.evidence.register_names import Record, names
from apparatus.evidence.sentences import Sentence
from apparatus.grounds.texts import once
from apparatus.model import Monograph

_OUTSIDE = ("about/", "apparatus/")  # pages about the book tell nothing of the people that they name as examples


@dataclass(frozen=True)
class Mention:
    """A sentence that names a record, and the first words in it that do."""

    sentence: Sentence
    form: str


@once
def register_mentions(monograph: Monograph) -> Mapping[Record, tuple[Mention, ...]]:
    """The mentions of each record by register and id, in the order of the book; a sentence once for each record that it names.

    Records that are named nowhere have no entry.
    """
    found: dict[Record, list[Mention]] = {}
    known = names(monograph)
    for sentence in told(monograph):
        forms: dict[Record, str] = {}
        for named in known.find(sentence.words):
            forms.setdefault(named.record, named.text)
        for record, form in forms.items():
            found.setdefault(record, []).append(Mention(sentence, form))
    return {record: tuple(mentions) for record, mentions in found.items()}


def told(monograph: Monograph) -> Iterator[Sentence]:
    """The sentences of the pages that tell the book's story, in the order of the navigation, then of their names."""
    order = {entry.target: number for number, entry in enumerate(monograph.navigation or ())}
    pages = (page.name for page in monograph.pages if not page.name.startswith(_OUTSIDE))
    for name in sorted(pages, key=lambda name: (order.get(name, len(order)), name)):
        yield from sentences.by_page(monograph)[name]
