"""Which sentences are claims, what they rest on, and the sums of chapters and book."""

import pytest
from apparatus.evidence import tally, wording
from apparatus.evidence.claims import claims
from apparatus.evidence.support import SUPPORTS

OF_ROOFS = [  # words, works, strongest support
    ("Hives stood on roofs in 2012.", ["linden2011roofs"], "scholarly"),
    ("Nobody counted them in 2016.", ["sage2020hives"], "author"),
    ("In 2013 there were 300 hives.", [], "none"),
    ("One swarm flew in April 2015.", ["council2015bees", "elm2016swarm"], "official"),
    ("The drones sang.", ["drones2017song"], "primary"),
    ("Old: 3,000", ["ministry2016combs"], "official"),
    ("New · 40", [], "none"),
    ("The drones “sang for the queen and then they flew away”.", ["drones2017song", "sage2020hives"], "primary"),
    ("A box holds bees.", ["linden2011roofs"], "scholarly"),
]


def test_claims_are_sentences_with_a_note_or_in_need_of_one(book):
    found = [claim for claim in claims(book) if claim.chapter.page.name == "parts/roofs.md"]
    bare = [(claim.sentence.words.lstrip("->0123456789. "), list(claim.works), claim.support) for claim in found]
    assert bare == OF_ROOFS


def test_a_work_without_entry_is_no_support(book):
    wax = tally.of_chapters(book)[0]
    assert [claim.support for claim in wax.claims] == ["author", "none", "scholarly"]
    assert wax.claims[1].works == ()
    assert len(wax.single) == 1


def test_a_chapter_in_numbers(book):
    roofs = tally.by_page(book)["parts/roofs.md"]
    assert {name: len(roofs.resting_on(name)) for name in SUPPORTS} == {
        "scholarly": 2, "official": 2, "press": 0, "primary": 2, "author": 1, "none": 2
    }  # fmt: skip
    assert len(roofs.single) == 5 and len(roofs.single_other) == 4 and len(roofs.author_alone) == 1
    assert [claim.works for claim in roofs.extremist] == [("drones2017song",), ("drones2017song", "sage2020hives")]
    assert [(weight.citekey, weight.claims, weight.alone) for weight in roofs.works] == [
        ("drones2017song", 2, 1), ("linden2011roofs", 2, 2), ("council2015bees", 1, 0), ("elm2016swarm", 1, 0), ("ministry2016combs", 1, 1)
    ]  # fmt: skip


def test_of_the_works_cited_most_none_is_left_out(book, build):
    wax, roofs = tally.of_chapters(book)
    assert [weight.citekey for weight in roofs.most_cited] == ["drones2017song", "linden2011roofs"]
    assert [weight.citekey for weight in wax.most_cited] == ["linden2011roofs", "linden2015wax"]
    assert [weight.citekey for weight in tally.of_book(book).most_cited] == ["linden2011roofs"]
    assert tally.of_book(build({"a.md": "# A\n"})).most_cited == ()


def test_each_cell_with_a_note_is_a_claim_of_its_own_support(build):
    rows = "| Hive | Bees | Told |\n|---|---|---|\n| Old | 3,000[@elm2016swarm] | They hum.[@linden2011roofs] |\n| New | 40 | – |\n| Gone | – | – |\n"
    page = f'# A\n\n!!! abstract "Abstract"\n\n    All.\n\n{rows}'
    found = [(claim.sentence.words, claim.support) for claim in claims(build({"a.md": page}))]
    assert found == [("Old: 3,000", "press"), ("Old: They hum.", "scholarly"), ("New · 40", "none")]


def test_the_book_is_the_sum_of_its_chapters(book):
    whole, parts = tally.of_book(book), tally.of_chapters(book)
    assert whole.chapter is None and [part.chapter.number for part in parts] == [1, 2]
    assert whole.claims == tuple(claim for part in parts for claim in part.claims)
    for name in SUPPORTS:
        assert len(whole.resting_on(name)) == sum(len(part.resting_on(name)) for part in parts)
    assert whole.works[0].citekey == "linden2011roofs" and whole.works[0].claims == 3 and whole.works[0].alone == 2


def test_every_claim_has_one_strongest_support(book):
    for counted in (tally.of_book(book), *tally.of_chapters(book)):
        assert sum(len(counted.resting_on(name)) for name in SUPPORTS) == len(counted.claims)


def test_a_book_without_chapters_counts_nothing(build):
    empty = build({"index.md": "# Home\n\nHives stand here in 2011.[@linden2011roofs]\n"})
    assert tally.of_book(empty).claims == () and tally.of_chapters(empty) == ()
    assert wording.kinds(tally.of_book(empty)) == ""


def test_in_words(book):
    wax, roofs = tally.of_chapters(book)
    assert wording.kinds(wax) == "1 rests on scholarship, 1 on the article’s author alone and 1 has no note of its own"
    assert wording.kinds(roofs) == (
        "2 rest on scholarship, 2 on documents of the United Nations or governments, 2 on armed groups’ own words, "
        "1 on the article’s author alone and 2 have no note of their own"
    )


@pytest.mark.parametrize(("part", "whole", "said"), [(1, 3, "1 of 3 claims (33\u00a0%)"), (1, 1, "1 of 1 claim (100\u00a0%)"), (1, 300, "1 of 300 claims (<1\u00a0%)")])
def test_shares(part, whole, said):
    assert wording.share(part, whole) == said
