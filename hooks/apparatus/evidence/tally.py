"""The numbers of the evidence ledger: how many claims of a chapter, and of the book, rest on what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from apparatus.evidence import chapters
from apparatus.evidence.chapters import Chapter
from apparatus.evidence.claims import Claim, claims
from apparatus.evidence.support import article
from apparatus.grounds.extremism import is_extremist
from apparatus.grounds.texts import once
from apparatus.model import Monograph


@dataclass(frozen=True)
class Weight:
    """A work, the number of claims that cite it, and of those that cite nothing else."""

    citekey: str
    claims: int
    alone: int


@dataclass(frozen=True)
class Tally:
    """Claims counted. ``chapter`` is None for the whole book; ``extremist`` are those that cite extremist material at all.

    ``single`` are the claims with exactly one work; the article counts as a work there, but not among ``works``, which are in
    the order of their claims, then of their citekeys.
    """

    chapter: Chapter | None
    claims: tuple[Claim, ...]
    single: tuple[Claim, ...]
    extremist: tuple[Claim, ...]
    works: tuple[Weight, ...]

    def resting_on(self, support: str) -> tuple[Claim, ...]:
        """The claims whose strongest support this is."""
        return tuple(claim for claim in self.claims if claim.support == support)

    @property
    def most_cited(self) -> tuple[Weight, ...]:
        """The work that most claims cite, or those that equally many cite, by citekey; none without works."""
        return tuple(weight for weight in self.works if weight.claims == self.works[0].claims)

    @property
    def author_alone(self) -> tuple[Claim, ...]:
        """The claims that cite the article and nothing else."""
        return self.resting_on("author")

    @property
    def single_other(self) -> tuple[Claim, ...]:
        """The claims with exactly one work, where that is another than the article."""
        return tuple(claim for claim in self.single if claim.support != "author")


@once
def of_chapters(monograph: Monograph) -> tuple[Tally, ...]:
    """One for each chapter in the order of the book, also for one without claims."""
    found: dict[int, list[Claim]] = {chapter.number: [] for chapter in chapters.chapters(monograph)}
    for claim in claims(monograph):
        found[claim.chapter.number].append(claim)
    return tuple(_tally(chapter, found[chapter.number], monograph) for chapter in chapters.chapters(monograph))


@once
def of_book(monograph: Monograph) -> Tally:
    """The claims of all chapters together."""
    return _tally(None, claims(monograph), monograph)


@once
def by_page(monograph: Monograph) -> dict[str, Tally]:
    """The tallies of the chapters by their page's path below ``docs/``."""
    return {tally.chapter.page.name: tally for tally in of_chapters(monograph)}


def _tally(chapter: Chapter | None, counted: Iterable[Claim], monograph: Monograph) -> Tally:
    listed = tuple(counted)
    single = tuple(claim for claim in listed if len(claim.works) == 1)
    extremist = tuple(claim for claim in listed if any(is_extremist(monograph.by_citekey[key]) for key in claim.works))
    own = article(monograph)
    cited = Counter(key for claim in listed for key in claim.works if key != own)
    alone = Counter(claim.works[0] for claim in single)
    weights = (Weight(key, number, alone[key]) for key, number in cited.items())
    return Tally(chapter, listed, single, extremist, tuple(sorted(weights, key=lambda weight: (-weight.claims, weight.citekey))))
