"""What the readers count with: stretches, brackets, columns, and the ends of values."""

import pytest
from apparatus.read import bibtex, brackets, macros, markdown, openers, stretches


@pytest.mark.parametrize(("offset", "inside"), [(0, False), (1, True), (2, True), (3, False), (5, False), (6, True), (7, False), (9, False)])
def test_a_stretch_holds_its_first_offset_and_not_its_end(offset, inside):
    assert stretches.hold([(1, 3), (6, 7)], offset) is inside


def test_stretches_that_touch_are_joined():
    assert stretches.joined([(4, 6), (0, 2), (2, 3), (5, 9), (11, 12)]) == [(0, 3), (4, 9), (11, 12)]


def test_brackets_that_follow_each_other_are_not_deep():
    found = brackets.brackets("[a]" * (brackets.DEEPEST + 10))
    assert (len(found.square), found.too_deep) == (brackets.DEEPEST + 10, -1)


@pytest.mark.parametrize(("more", "too_deep"), [(0, -1), (1, brackets.DEEPEST), (2, brackets.DEEPEST)])
def test_brackets_that_are_too_deep(more, too_deep):
    depth = brackets.DEEPEST + more
    assert brackets.brackets("[" * depth + "]" * depth).too_deep == too_deep


@pytest.mark.parametrize(("text", "found"), [("x", (0, 0)), ("  x", (2, 2)), ("\tx", (1, 4)), ("\t\tx", (2, 8)), (" \t x", (3, 5)), ("     \tx", (6, 8))])
def test_tabs_stop_every_four_columns(text, found):
    assert openers.width(text, 0, len(text), 0) == found


@pytest.mark.parametrize(("written", "value"), [("{abc", "abc"), ('"abc', "abc"), ("{a{b}", "a{b}"), ("{a} # {b}", "ab"), ("12 # jan", "121")])
def test_values_with_and_without_an_end(written, value):
    assert macros.value(written, {}) == (value, ())


@pytest.mark.parametrize(
    ("text", "citekeys"),
    [
        ("    [@a]", []),
        ("\n    [@a]", []),
        ("\n\n    [@a]\n\n[@b]", ["b"]),
        ("> [@a]\n>", ["a"]),
        ("A\n\n:   - [@b]\n\n        more [@c]\n", ["b", "c"]),
        ("A\n:   !!! note\n\n        [@x]\n", ["x"]),
        ("<!-- a\n\n<!-- b\n\nText [@c]", ["c"]),
    ],
)
def test_what_is_text_at_the_edges_of_a_page(text, citekeys):
    page, faults = markdown.page("docs/a.md", text)
    assert not faults
    assert [citation.citekey for cluster in page.clusters for citation in cluster.citations] == citekeys


@pytest.mark.parametrize(("text", "names"), [("A *b*{ id=\"x\" }", ["x"]), ("A *b*{ id=y }", ["y"]), ("A *b*{ #z .c }", ["z"]), ("A <b id='w'>b</b>", ["w"])])
def test_anchors_by_their_several_spellings(text, names):
    page, _ = markdown.page("docs/a.md", text)
    assert [anchor.name for anchor in page.anchors] == names


@pytest.mark.parametrize(("text", "malformed"), [("[see @ home]", 0), ("[@ home]", 1), ("[see @ home, @a]", 0)])
def test_a_sign_without_a_key(text, malformed):
    page, _ = markdown.page("docs/a.md", f"Text {text} more.")
    assert len(page.malformed) == malformed


@pytest.mark.parametrize(("length", "shown"), [(60, "b" * 39 + "…"), (40, "b" * 40), (41, "b" * 39 + "…")])
def test_a_long_name_is_cut(length, shown):
    _, faults = bibtex.entries("bib/a.bib", f"@book{{a, {'b' * length} {{x}}}}")
    assert faults[0].message == f"no '=' after '{shown}'"
