"""Where a text names what a register of the book explains: the terms of the glossary, people, groups, places, operations, events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from apparatus.evidence.register_names import Names, names
from apparatus.grounds.numbering import anchor
from apparatus.grounds.texts import once
from apparatus.model import Monograph


@dataclass(frozen=True)
class Mention:
    """Words that name a record: the register and the id of what it explains, the words as they stand, and their place in the text."""

    register: str
    id: str
    text: str
    start: int


class Explains(Protocol):
    """What finds the mentions of one register, or of several that share their names out among them."""

    def mentions(self, words: str) -> Iterator[Mention]:
        """The mentions in a text, in order of place."""


@dataclass(frozen=True)
class Register:
    """A register's name, and the id of what it explains for each form of its name."""

    name: str
    forms: Mapping[str, str]

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        # Longest first: ‘al-Qaeda in Iraq’ is not ‘al-Qaeda’. An s may make the plural, as in FTFs.
        longest = sorted(self.forms, key=lambda form: (-len(form), form))
        return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest))})s?(?!\w)") if longest else None

    def mentions(self, words: str) -> Iterator[Mention]:
        """The mentions in a text, in order of place; of forms that begin at the same place the longest counts. Capitals matter."""
        for match in self._pattern.finditer(words) if self._pattern else ():
            yield Mention(self.name, self.forms[match[1]], match[0], match.start())


@dataclass(frozen=True)
class Registers:
    """The registers of people, groups, places, operations and events together: no stretch of a text names two of their records."""

    names: Names

    def mentions(self, words: str) -> Iterator[Mention]:
        """The mentions in a sentence, in order of place."""
        for named in self.names.find(words):
            yield Mention(*named.record, named.text, named.start)


@once
def registers(monograph: Monograph) -> tuple[Explains, ...]:
    """The registers of the book. A further one joins here, with its forms and ids."""
    return (_glossary(monograph), Registers(names(monograph)))


def mentions(words: str, registers: Iterable[Explains]) -> tuple[Mention, ...]:
    """The mentions of all registers in a text, by place; a stretch may be named by several registers."""
    found = (mention for register in registers for mention in register.mentions(words))
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.register)))


def _glossary(monograph: Monograph) -> Register:
    """Terms and abbreviations; the first letter of a term may be small or capital. Of equal forms the first term counts."""
    forms: dict[str, str] = {}
    for datum in monograph.data.get("glossary", ()):
        term, abbreviation = (str(datum.values.get(name) or "").strip() for name in ("term", "abbr"))
        for form in (term, term[:1].lower() + term[1:], term[:1].upper() + term[1:], abbreviation):
            if form:
                forms.setdefault(form, anchor(term))
    return Register("glossary", forms)
