"""The sentences of a page: where each begins and ends, what it cites, its words without markup."""

import pytest
from apparatus import read
from apparatus.evidence import sentences
from apparatus.model import Page


def of(text):
    return sentences.of_page(read.markdown.page("docs/a.md", text)[0])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One hive.[@a] Two hives.\nThree.[@b; @c, p. 2]", [("One hive.", ["a"]), ("Two hives.", []), ("Three.", ["b", "c"])]),
        ("A *hive. Two* hives. **Bold.** [Link. Text](x.md#p4).[@a]", [("A hive. Two hives.", []), ("Bold.", []), ("Link. Text.", ["a"])]),
        ("“One. Two,” he says (or. So).[@a] End", [("“One. Two,” he says (or. So).", ["a"]), ("End", [])]),
        ("The U.S. team of Dr. A. Linden came.[@a]", [("The U.S. team of Dr. A. Linden came.", ["a"])]),
        ("| A | B |\n|---|---|\n| x.[@a] y. | z[@a; @b] |\n", [("A · B", []), ("x. y.", ["a"]), ("x. y: z", ["a", "b"])]),
        ("| A | B | C |\n|---|---|---|\n| x | y[@a] | z[@b] |\n| x | – | z |\n", [("A · B · C", []), ("x: y", ["a"]), ("x: z", ["b"]), ("x · z", [])]),
        ("| A | B | C |\n|---|---|---|\n| | y[@a] | — |\n| – | y[@a] | |\n", [("A · B · C", []), ("y", ["a"]), ("y", ["a"])]),
        ("| A | B | C |\n|---|---|---|\n| x | `y|z` | [@a] |\n", [("A · B · C", []), ("x · y|z", ["a"])]),
        ("| A[@a] | B |\n|---|---|\n| x | y[^n] |\n\n[^n]: A note.\n", [("A", ["a"]), ("x: y", []), ("A note.", [])]),
        ("A | B\n--- | ---\nx \\| w: | y[@a] \\", [("A · B", []), ("x | w: y \\", ["a"])]),
        ("One `a. b` and <em>two</em>, \\*three\\*.[^n]\n\n[^n]: A note.", [("One a. b and two, *three*.", []), ("A note.", [])]),
        ("Half[@a] a sentence,[@b] then.[@a]", [("Half a sentence, then.", ["a", "b"])]),
        ("", []),
    ],
)
def test_sentences(text, found):
    assert [(sentence.words.removeprefix("[^n]: "), list(sentence.citekeys)) for sentence in of(text)] == found


def test_every_cluster_of_a_page_is_in_one_sentence(book):
    for page in book.pages:
        inside = [cluster for sentence in sentences.by_page(book)[page.name] for cluster in sentence.clusters]
        assert sorted(inside, key=lambda c: c.span) == list(page.clusters)


def test_sentences_keep_their_order_and_do_not_overlap(book):
    for listed in sentences.by_page(book).values():
        spans = [sentence.span for sentence in listed]
        assert all(one.end <= other.start for one, other in zip(spans, spans[1:], strict=False))


def test_the_cells_of_a_row_share_its_place(book):
    found = [sentence for sentence in of("# A\n\nOne.\n\n| x[@a] | y | z[@b] |\n|---|---|---|\n") if sentence.clusters]
    assert [(s.page.text[s.span.start : s.span.end], s.target) for s in found] == [("x[@a]", "a.md#p2"), ("z[@b]", "a.md#p2")]


def test_place_and_box(book):
    found = sentences.by_page(book)["parts/roofs.md"]
    assert found[0].box == "abstract"
    boxed = next(sentence for sentence in found if sentence.words == "A box holds bees.")
    assert boxed.box == "note" and boxed.target.startswith("parts/roofs.md#p")


def test_a_look_into_a_set_of_sentences_reads_no_page(monkeypatch):
    """A hash of the page at every look made the site's build twice as long."""
    found, again = of("One hive. Two hives."), of("One hive. Two hives.")
    monkeypatch.setattr(Page, "__hash__", lambda page: pytest.fail("the whole page was read"))
    assert set(found) == set(again) and len({*found, *of("One hive. Two hives. Three.")}) == 5
