"""Which fields hold prose and which hold codes, and the stretches of a value that no reader of prose may judge."""

from __future__ import annotations

import re

# Addresses, identifiers, keys, dates and what programs write for themselves; abstracts are copied text and never printed.
CODES = frozenset(
    """url urlraw doi eprint eprinttype eprintclass archiveprefix primaryclass file pdf verba verbb verbc isbn issn eissn isrn isan ismn iswc
    crossref xref xdata related relatedtype ids entryset options sortkey presort keywords langid date urldate origdate eventdate year month
    abstract annotation annote comment review owner timestamp creationdate modificationdate groups execute gender pagination
    bookpagination sha mendeley-groups mendeley-tags citeulike-article-id biburl bibsource archivedate archiveurl""".split()
)
_ADDRESS = re.compile(r"\\(?:url|nolinkurl|path)\s?\{[^{}]*\}|\\href\s?\{[^{}]*\}|https?://[^\s{}]+")


def without_addresses(value: str) -> str:
    """The value with its web addresses blanked out, so that offsets stay."""
    return _ADDRESS.sub(lambda match: " " * len(match[0]), value)


def is_prose(name: str) -> bool:
    """Whether a field of this name is printed as text."""
    return name not in CODES and not name.startswith(("bdsk-", "date-"))
