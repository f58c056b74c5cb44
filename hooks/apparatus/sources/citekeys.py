"""The house's citekeys: who, the year, one word of the title; of a document of the United Nations its symbol.

The name is that of the outlet for the press, of the first author's family elsewhere, of the body where no person is named. A body
that the book has cited goes by the name it has there; another by its one or two words, or by the initials of three and more. The
word is the first of four letters or more that is no function word and does not stand in every other title of the book.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count

from apparatus.grounds import titles, un_symbols, works
from apparatus.model import Entry, Monograph
from apparatus.sources.description import OTHERS, Description

_KEY = re.compile(r"([a-z]+?)(?:[0-9]{4}|nd)[a-z0-9]*")
_FUNCTION = frozenset(
    """about after again against ahead also amid among been before being between could does down each every from have here how into its
    just like many more most much near nor once only onto over said says shall should since some such than that their them then there
    these they this those through thus under until unto upon very were what when where whether which while whom whose will with within
    without would your""".split()
)
_SMALL = frozenset("and at de des du for in la le of on the to und".split())
_ORGANS = {"S": "unsc", "A": "unga", "E": "ecosoc", "ST": "unst"}


def proposed(work: Description, kind: str, monograph: Monograph) -> str:
    """A citekey that the book does not have yet."""
    taken = {entry.citekey.casefold() for entry in monograph.entries}
    stem = f"{_who(work, kind, monograph)}{work.date[:4] if work.date[:4].isdecimal() else 'nd'}"
    return next(key for key in _with_words(stem, work, monograph) if key not in taken)


def _with_words(stem: str, work: Description, monograph: Monograph) -> Iterator[str]:
    if un_symbols.is_symbol(work.number):
        yield stem + _symbol(work.number)
    words = list(_words(work, monograph))
    yield from (stem + word for word in words)
    if not words:
        yield stem
    yield from (f"{stem}{words[0] if words else 'x'}{number}" for number in count(2))


def _symbol(symbol: str) -> str:
    """``s415`` for S/2020/415, ``res2178`` for S/RES/2178 (2014), ``a73352`` for A/73/352."""
    organ, *rest = un_symbols.key(symbol).split("/")
    if rest and rest[0].isdecimal():
        rest = [organ, *(rest[1:] if organ == "S" and len(rest) > 1 else rest)]
    return re.sub(r"[^a-z0-9]", "", "".join(rest).lower())


def _words(work: Description, monograph: Monograph) -> Iterator[str]:
    """The words of the title that a key can take, the best first; each once."""
    text = work.title or work.body
    found = [word for word in works.letters(titles.text(text)).split() if word.isascii() and word.isalpha()]
    common = _common(monograph)
    telling = [word for word in found if len(word) > 3 and word not in _FUNCTION]
    yield from dict.fromkeys([*(word for word in telling if word not in common), *telling, *found])


def _common(monograph: Monograph) -> frozenset[str]:
    """The words of more than a twentieth of the book's titles, and of more than three: they tell none of them apart."""
    counts = Counter(word for entry in monograph.entries for word in set(works.letters(entry["title"]).split()))
    most = max(3, len(monograph.entries) // 20)
    return frozenset(word for word, count in counts.items() if count > most)


def _who(work: Description, kind: str, monograph: Monograph) -> str:
    if un_symbols.is_symbol(work.number):
        organ, _, rest = work.number.partition("/")
        return "unhrc" if rest.startswith("HRC/") else _ORGANS.get(organ, "un")
    person = next((one for one in (*work.authors, *work.editors) if not one.body and one != OTHERS), None)
    authors = [one.name for one in work.authors if one.body]
    bodies = [work.body, *authors] if kind == "press" else [*authors, work.body]
    body = next(filter(None, [*bodies, work.publisher, work.host]), "")
    if person and not (kind == "press" and work.form == "online" and body):
        return _letters(person.name.rpartition(" ")[2]) or _letters(person.given) or "anon"
    return _known(body, monograph) or short(body) or "anon"


def _known(body: str, monograph: Monograph) -> str:
    """The name that most keys of a body have in the book; of several as frequent the first."""
    counts: Counter[str] = Counter()
    for entry in monograph.entries:
        key = _KEY.fullmatch(entry.citekey)
        if key and _name(body) and _name(body) in _bodies(entry, key[1]):
            counts[key[1]] += 1
    return max(counts, key=counts.__getitem__, default="")


def _bodies(entry: Entry, stem: str) -> set[str]:
    """The bodies that can have given their name to an entry's key: an author's name that begins it is not that of the outlet."""
    named = stem in works.letters(entry["author"]).split()
    given = (entry["author"],) if named else (entry["organization"], entry["institution"], entry["author"])
    return {_name(value.partition(", in ")[0]) for value in given if value}


def _name(body: str) -> str:
    return works.letters(body).removeprefix("the ")


def short(body: str) -> str:
    """``dawn`` for Dawn, ``hindustantimes`` for Hindustan Times, ``isw`` for the Institute for the Study of War."""
    plain = re.sub(r"\.(?:com|org|net|info|in|uk|co)\b|['’]s\b", "", body)
    words = [word for word in works.letters(plain).split() if word not in _SMALL]
    if len(words) > 2:
        return _letters("".join(word[0] for word in words if word[0].isascii() and word[0].isalpha()))
    return _letters("".join(words))


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", works.letters(text))[:30]
