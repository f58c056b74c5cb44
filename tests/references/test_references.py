"""Entries as the house style prints them: real runs of pandoc's citation processor."""

from pathlib import Path

import pytest
from apparatus.model import Citation, Entry, Field, Location, Locator, Reference
from apparatus.references import linked, locator_text, markdown_safe, note_text, plain_text, references, title, without_marks

STYLE = Path(__file__).parents[2] / "bib/house.csl"
PLACE = Location("bib/works.bib", 1, 1)


def entry(citekey, kind, **fields):
    return Entry(citekey, kind, tuple(Field(name, value, PLACE) for name, value in fields.items()), PLACE)


def locator(text):
    label, _, value = text.partition(" ")
    return Locator(label, value, text, PLACE)


WORKS = [
    entry("book1", "book", author="Linden, Ada", title="{Roofs}", publisher="Meadow", location="Newtown", date="2011"),
    entry(
        "report1", "report", author="{{Hive Council}}", title="{Ninth Report}", number="S/2020/53", institution="{Council}",
        date="2020-01-20", url="https://example.org/a_b*c", urldate="2020-05-23",
    ),
    entry(
        "article1", "article", author="Hazel, Bo and Linden, Ada", title="{Wax: UN Papers}", journaltitle="Hives", volume="12",
        number="8", date="2019-09", pages="14--22",
    ),
    entry("news1", "online", organization="The Elm", title="{Bees return}", date="2019-11-06", url="https://example.org/n"),
]  # fmt: skip

NOTES = {
    ("book1", None): "Ada Linden, <em>Roofs</em> (Newtown: Meadow, 2011)",
    ("book1", "p. 3"): "Ada Linden, <em>Roofs</em> (Newtown: Meadow, 2011), p.\u00a03",
    ("report1", "pp. 14-16"): "Hive Council, ‘Ninth Report’, S/2020/53 (Council, 20 January 2020), pp.\u00a014–16, "
    '<a href="https://example.org/a_b*c">https://example.org/a_b*c</a> (accessed 23 May 2020)',
    ("article1", None): "Bo Hazel and Ada Linden, ‘Wax: UN Papers’, <em>Hives</em>, vol. 12, no. 8 (September 2019)",
    ("news1", None): 'The Elm, ‘Bees return’, 6 November 2019, <a href="https://example.org/n">https://example.org/n</a>',
}


@pytest.fixture(scope="module")
def rendered():
    found, failures = references(WORKS, STYLE)
    assert failures == ()
    return found


@pytest.mark.parametrize(("citekey", "where"), NOTES, ids=lambda v: str(v))
def test_note_has_full_reference_and_its_own_locator(rendered, citekey, where):
    citation = Citation(citekey, PLACE, locator=locator(where) if where else None)
    assert without_marks(note_text(rendered[citekey], citation)) == NOTES[citekey, where]


def test_prefix_and_suffix_surround_the_reference(rendered):
    citation = Citation("book1", PLACE, prefix="see", locator=locator("p. 3"), suffix="with a <map>")
    text = note_text(rendered["book1"], citation)
    assert text.startswith("see Ada Linden") and text.endswith("p.\u00a03, with a &lt;map&gt;")


def test_bibliography_is_sorted_by_name_and_gives_pages_of_articles(rendered):
    order = sorted(rendered, key=lambda key: rendered[key].rank)
    assert order == ["article1", "report1", "book1", "news1"]
    assert rendered["article1"].bibliography.endswith("vol. 12, no. 8 (September 2019), pp. 14–22.")
    assert without_marks(rendered["book1"].bibliography).startswith("Linden, Ada, <em>Roofs</em>")


def test_the_title_can_become_a_link(rendered):
    assert title(rendered["news1"]) == "‘Bees return’"
    assert linked(note_text(rendered["book1"], Citation("book1", PLACE)), "b.md#book1").startswith("Ada Linden, [<em>Roofs</em>](b.md#book1) (")
    assert linked("No title", "b.md#x") == "No title"


def test_the_plain_text_is_the_bibliography_form_without_markup(rendered):
    assert plain_text(rendered["report1"]) == (
        "Hive Council, ‘Ninth Report’, S/2020/53 (Council, 20 January 2020), https://example.org/a_b*c (accessed 23 May 2020)."
    )
    assert plain_text(Reference("a", "", "A &amp; <em>B</em>\nC\u00a01", 0)) == "A & B C\u00a01"


def test_the_first_of_two_entries_with_one_citekey_counts():
    found, _ = references([entry("a", "book", title="{One}"), entry("a", "book", title="{Two}")], STYLE)
    assert "One" in found["a"].note


def test_one_entry_that_cannot_be_set_does_not_take_the_others_with_it():
    broken = entry("broken", "book", title="{Open", date="2011")
    found, failures = references([*WORKS, broken], STYLE)
    assert [finding.code for finding in failures] == ["REF001"]
    assert "broken" in failures[0].message and failures[0].location == PLACE
    assert set(found) == {"book1", "report1", "article1", "news1", "broken"}


def test_a_crossref_loop_ends(tmp_path):
    loop = [entry("a", "book", title="{A}", crossref="b"), entry("b", "book", title="{B}", crossref="a")]
    found, failures = references(loop, STYLE)
    assert set(found) == {"a", "b"} and failures == ()


def test_cache_gives_the_same_and_asks_pandoc_once(tmp_path, monkeypatch):
    first, _ = references(WORKS, STYLE, tmp_path / "cache")
    monkeypatch.setattr("subprocess.run", lambda *a, **k: pytest.fail("pandoc was asked again"))
    again, _ = references(WORKS, STYLE, tmp_path / "cache")
    assert again == first


@pytest.mark.parametrize(
    ("written", "printed"),
    [("pp. 14-16", "pp.\u00a014–16"), ("para. 7", "para.\u00a07"), ("pp. 3, 10-12", "pp.\u00a03, 10–12"), ("p. S-4", "p.\u00a0S-4")],
)
def test_locators_have_dashes_and_do_not_break(written, printed):
    assert locator_text(locator(written)) == printed


def test_markdown_leaves_rendered_references_alone():
    assert markdown_safe('a_b *c* <a href="x_y">[z]</a>') == 'a\\_b \\*c\\* <a href="x_y">\\[z\\]</a>'
