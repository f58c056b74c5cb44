"""Splits the lists of names in entries as BibTeX does, and knows the words that give a body away from a person."""

from __future__ import annotations

import re
from typing import NamedTuple

PEOPLE = frozenset(
    "author editor editora editorb editorc bookauthor translator annotator commentator introduction foreword afterword holder "
    "shortauthor shorteditor namea nameb namec origauthor".split()
)
BODIES = frozenset({"organization", "institution", "publisher", "school", "origpublisher"})
SUFFIX = re.compile(
    r"(?:[js](?:unio|enio)?n?r|jnr|snr|[ivx]+|\d(?:st|nd|rd|th)|esq|ph\.?\s?d|d\.?phil|m\.?\s?d|m\.?a|b\.?a|m\.?sc|j\.?d|ll\.?[bmd]|"
    r"fils|père|pere|filho|neto|júnior|o\.?p|s\.?j|o\.?s\.?b|frs|mp|cbe|obe|ret|usa|usn|usmc)\.?",
    re.IGNORECASE,
)
# Words that no person's name holds, and words that a person's name may hold once.
BODY = frozenset(
    "Academy Administration Agency Assembly Association Authority Centre Commission Committee Confederation Congress Consortium "
    "Corporation Council Department Directorate Embassy Federation Foundation Government Inc Institute Institution Laboratory Ltd LLC "
    "GmbH Ministry Nations Network Office Organisation Organization Parliament Programme Secretariat Society University "
    "Corp Ministère Ministerio Ministerium Université Universität Universidad Università Institut Instituto Comité "
    "Rights Initiative Observatory Taskforce Coalition".split()
)
PERHAPS = frozenset(
    "Agence Amnesty Archive Archives Army Bank Board Branch Bureau Center Church College Command Company Court Crisis Division Force "
    "Forces Fund Group House International Library Media Mission Museum National News Party Police Post Press Project Radio Review "
    "School Security Service Services Staff State States Study Team Television The Times Trust Union United Watch World Without "
    "Global European Islamic American British Federal Royal Republic Journal Unit War Human".split()
)
# Typed words for names left out; `and others` is not among them.
OMITTED = re.compile(
    r"(?:(?<=[\s,;{~])|^)(?:(?:and\s+|\\?&\s*)?(?i:et\.?[\s~]*(?:al(?:ii|iae|ia)?\b|coll?\b)(?!-)\.?)|(?i:\\emph\{et al\.?\})|"
    r"(?i:u\.\s?a\.|et autres|and (?:co-?(?:workers|authors)|colleagues|(?:\w+ )?more)\b|(?:&|\\&|with) others\b|among others\b)|"
    r"(?:and\s+)?(?:…|\.\.\.|\\l?dots\b))"
)
ROLE = re.compile(r"(?:,\s*|\()\s*(?:[Ee]ds?\.?|[Ee]ditors?|[Tt]rans(?:\.|lator)|[Aa]uthors?|[Cc]orrespondent|[Rr]eporter)\)?$")
# What stands in a byline and is no name.
GENERIC = re.compile(
    r"(?:web ?(?:site )?)?admin(?:istrator)?|web ?master|super ?user|user|guest(?: author)?|about us|contact us|home ?page|e-?mail|editors?|authors?|"
    r"(?:our )?(?:staff|special|foreign|own)?[- ]?(?:reporters?|correspondents?)|staff(?: writers?| report)?|contributors?|"
    r"submitted|posted(?: by)?|written by|by|login|collaborators?|no author|anon",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[{}]|(?<=\s)and(?=\s)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")


class Name(NamedTuple):
    """One name of a list as written, without blanks around it; ``bare`` is it with what stands in braces blanked out."""

    text: str
    bare: str
    offset: int

    @property
    def braced(self) -> bool:
        """Whether all of it is in braces: a body, or a person that must not be taken apart."""
        return bool(self.text) and not self.bare.strip()


def split(value: str) -> list[Name]:
    """The names of a list, split at each ``and`` outside braces; an empty one where two stand together or one stands at an end."""
    bare, joints, depth, start = list(value), [], 0, 0
    for token in _TOKEN.finditer(f" {value} "):
        sign, offset = token[0], token.start() - 1
        depth += (sign == "{") - (sign == "}")
        if sign == "{" and depth == 1:
            start = offset
        elif sign == "}" and depth == 0:
            bare[start : offset + 1] = " " * (offset + 1 - start)
        elif depth == 0 and sign.lower() == "and":
            joints.append((offset, offset + 3))
    pieces, begin = [], 0
    for left, right in [*joints, (len(value), len(value))]:
        text = value[begin:left]
        lead = len(text) - len(text.lstrip())
        pieces.append(Name(text.strip(), "".join(bare[begin:left]), begin + lead))
        begin = right
    return pieces


def is_body(name: Name) -> bool:
    """Whether a name without braces is plainly that of a body: a ministry, a newspaper, an agency."""
    words = _WORD.findall(name.bare[:1000])
    sure = sum(word in BODY for word in words)
    perhaps = sum(word in PERHAPS for word in words)
    if "," in name.bare:
        return sure > 0 and any(word in ("of", "for", "the", "on") for word in words)
    if "for" in words and len(words) > 2:
        return True
    letters = any(len(word) > 2 and word.isupper() for word in words)
    return (sure > 0 and len(words) > 1) or perhaps > 1 or (perhaps > 0 and ("of" in words or letters))
