"""CIT008 same-work-twice: one bracket cites the same work twice without two different places in it.

Why: the note would print the whole reference twice.
Fix: cite the work once; join several pages in one locator: `[@citekey, pp. 3, 5]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.model import Citation, Cluster, Diagnostic, Monograph

CODE = "CIT008"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        for cluster in page.clusters:
            yield from _cluster(cluster)
    for data in monograph.data.values():
        for datum in data:
            for clusters in datum.clusters.values():
                for cluster in clusters:
                    yield from _cluster(cluster)


def _cluster(cluster: Cluster) -> Iterator[Diagnostic]:
    first: dict[str, Citation] = {}
    places: set[tuple[str, str]] = set()
    for citation in cluster.citations:
        earlier = first.setdefault(citation.citekey, citation)
        place = (citation.citekey, _place(citation))
        whole = not citation.prefix and "" in (place[1], _place(earlier))
        if earlier is not citation and (whole or place in places):
            located = earlier.locator or citation.locator
            once = f"[@{citation.citekey}, {located.text}]" if located else f"[@{citation.citekey}]"
            message = f"'@{excerpt(citation.citekey)}' is cited twice in one bracket"
            yield Diagnostic(citation.location, CODE, message, f"cite it once: '{excerpt(once)}'")
        places.add(place)


def _place(citation: Citation) -> str:
    """The locator and what follows it, in a form that can be compared."""
    locator = f"{citation.locator.label} {citation.locator.value}" if citation.locator else ""
    return " ".join(f"{locator} {citation.suffix}".casefold().replace("–", "-").split())
