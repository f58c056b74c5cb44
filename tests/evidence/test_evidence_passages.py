"""Every citation of the book as a passage: where it stands and what stands beside it."""

from apparatus.evidence.passages import by_work, passages
from apparatus.model import Source
from apparatus import read

EDITORIAL = "- id: E1\n  title: Roofs\n  short: They leak.[@linden2011roofs, p. 2] They stand.[@elm2016swarm]\n  record: All dry.\n"
GLOSSARY = "- term: Frame hive\n  definition: A hive with frames.\n  cite: '[@linden2011roofs; @elm2016swarm]'\n"


def test_there_is_one_for_each_citation_and_none_is_left_out(book):
    assert len(passages(book)) == len(book.citations)
    assert {p.citation for p in passages(book)} == set(book.citations)
    assert sum(map(len, by_work(book).values())) == len(book.citations)


def test_pages_come_in_the_order_of_the_book(book):
    names = list(dict.fromkeys(passage.target.partition("#")[0] for passage in passages(book)))
    assert names == ["index.md", "wax.md", "parts/roofs.md"]
    assert {p.target.partition("#")[0]: p.chapter for p in passages(book)} == {"index.md": None, "wax.md": 1, "parts/roofs.md": 2}


def test_a_passage_knows_its_place_its_words_and_what_stands_beside_it(book):
    first, second = [p for p in passages(book) if p.words.endswith("One swarm flew in April 2015.")]
    assert first.citation.citekey == "council2015bees" and first.beside == ("elm2016swarm",) and first.locator == ""
    assert second.locator == "p. 3" and second.beside == ("council2015bees",)
    assert first.where == f"¶ {first.target.rpartition('#p')[2]}" and first.title == "Roofs"


def test_records_of_data_lead_to_the_page_that_shows_them():
    sources = [Source("data/editorial.yml", EDITORIAL), Source("data/glossary.yml", GLOSSARY)]
    found = passages(read.monograph(sources))
    assert [(p.citation.citekey, p.origin, p.target, p.where, p.words, p.beside) for p in found] == [
        ("linden2011roofs", "editorial", "apparatus/editorial-notes.md#e1", "short", "They leak.", ()),
        ("elm2016swarm", "editorial", "apparatus/editorial-notes.md#e1", "short", "They stand.", ()),
        ("linden2011roofs", "glossary", "apparatus/glossary.md#frame-hive", "cite", "A hive with frames.", ("elm2016swarm",)),
        ("elm2016swarm", "glossary", "apparatus/glossary.md#frame-hive", "cite", "A hive with frames.", ("linden2011roofs",)),
    ]


def test_a_citation_in_a_heading_is_found_too(build):
    found = passages(build({"a.md": "# A\n\n## Hives[@linden2011roofs] {#hives}\n\nText.\n"}))
    assert [(p.target, p.where) for p in found if p.citation.citekey == "linden2011roofs"] == [("a.md#hives", found[0].where)]
