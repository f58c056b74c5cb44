"""The names of people, groups, places, operations and events: which words of a text name which record of the registers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from apparatus.evidence import sentences
from apparatus.grounds.register_pages import identifier
from apparatus.grounds.texts import once
from apparatus.model import Datum, Monograph

Record = tuple[str, str]  # register and id
# The register and the field with the preferred name. Of a form that an earlier line has, a later one has nothing.
_REGISTERS = (("people", "name"), ("groups", "name"), ("places", "name"), ("operations", "name"), ("events", "title"))
_TOGETHER = frozenset(("people", "groups", "places"))  # a form that two of their records share names neither
_WORD = re.compile(r"[a-z]\w+")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Named:
    """Words that name a record, with their place in the text."""

    record: Record
    text: str
    start: int


@dataclass(frozen=True)
class Names:
    """The forms of names by record. ``words`` are those that the book also writes in small letters: “Mines” may be mines."""

    forms: Mapping[str, Record]
    words: frozenset[str] = frozenset()
    _pattern: re.Pattern[str] | None = field(init=False, repr=False, compare=False)
    _found: dict[str, tuple[Named, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        forms = sorted(self.forms, key=lambda form: (-len(form), form))  # longest first: ‘al-Qaeda in Iraq’ is not Iraq
        pattern = "|".join(_loose(form) for form in forms)
        object.__setattr__(self, "_pattern", re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") if forms else None)

    def find(self, text: str) -> tuple[Named, ...]:
        """What a sentence names, in order of place, no stretch twice. Capitals matter, but for the first letter of the sentence."""
        if text not in self._found:  # the hundreds of forms make the search slow, and many ask of the same sentences
            self._found[text] = tuple(self._find(text))
        return self._found[text]

    def _find(self, text: str) -> Iterator[Named]:
        match = self._pattern.search(text) if self._pattern else None
        while match:
            record = self._record(" ".join(match[0].split()), first=not _LETTER.search(text, 0, match.start()))
            if record:
                yield Named(record, match[0], match.start())
            match = self._pattern.search(text, match.end() if record else match.start() + 1)

    def _record(self, form: str, first: bool) -> Record | None:
        """What a form names; ``first`` is whether it begins a sentence."""
        if first and form[1:].islower() and form.lower() in self.words:
            return None
        return self.forms.get(form) or (self.forms.get(form[0].lower() + form[1:]) if first else None)


def _loose(form: str) -> str:
    """A pattern for a form, over the end of a line too; its first letter small or capital."""
    head = form[0]
    start = f"[{head.lower()}{head.upper()}]" if head.islower() else re.escape(head)
    return start + r"\s+".join(map(re.escape, form[1:].split(" ")))


@once
def names(monograph: Monograph) -> Names:
    """The forms that name records: preferred names, abbreviations, short forms and variants.

    Left out are descriptions of what has no name, forms without any capital (“the north”), and those that two people, groups or
    places share.
    """
    found: dict[str, Record] = {}
    shared: Counter[str] = Counter()
    for register, title in _REGISTERS:
        for datum in monograph.data.get(register, ()):
            for form in dict.fromkeys(_forms(datum, title)):
                shared[form] += register in _TOGETHER
                found.setdefault(form, (register, identifier(datum)))
    words = frozenset(word for listed in sentences.by_page(monograph).values() for s in listed for word in _WORD.findall(s.words))
    return Names({form: record for form, record in found.items() if shared[form] < 2}, words)


def _forms(datum: Datum, title: str) -> Iterator[str]:
    values = datum.values
    if not identifier(datum) or values.get("unnamed") is True:
        return
    forms = [] if values.get("named") is False else [values.get(title), values.get("abbr")]
    for listed in (values.get("short"), values.get("variants")):  # ``short``: what prose may write as well
        forms += listed if isinstance(listed, list) else [listed]
    for form in forms:
        words = " ".join(form.split()) if isinstance(form, str) else ""
        if any(letter.isupper() for letter in words):
            yield words
