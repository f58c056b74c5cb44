"""Numbers of paragraphs: what opens a new one, what shares one."""

import pytest
from apparatus import read
from apparatus.grounds.numbering import anchor, numbered

TABLE = "| A | B |\n|---|---|\n| x | y |\n"
CAPTION = "\n/// table-caption\nWords.\n///\n"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("One.\n\nTwo.\n", [("paragraph", 1, True), ("paragraph", 2, True)]),
        ("- One.\n- Two.\n\n> Three.\n", [("item", 1, True), ("item", 2, True), ("quotation", 3, True)]),
        (f"One.\n\n{TABLE}{CAPTION}\nTwo.\n", [("paragraph", 1, True), ("row", 2, True), ("row", 2, False), ("caption", 2, False), ("paragraph", 3, True)]),
        ("```mermaid\nflowchart TD\n```\n\n/// figure-caption\nWords.\n///\n\nOne.\n", [("caption", 1, True), ("paragraph", 2, True)]),
        ('!!! note "Title"\n    One.\n', [("title", 1, False), ("paragraph", 1, True)]),
        ("", []),
    ],
)
def test_numbers(text, numbers):
    page, _ = read.markdown.page("docs/a.md", text)
    assert [(n.paragraph.kind, n.number, n.opens) for n in numbered(page)] == numbers


def test_no_anchor_opens_twice(book):
    for page in book.pages:
        opened = [n.anchor for n in numbered(page) if n.opens]
        assert opened == [f"p{number}" for number in range(1, len(opened) + 1)]


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Islamic State", "islamic-state"), ("Da’wat (1990)", "da-wat-1990"), ("IS–K", "is-k"), ("Élan", "élan"), ("E7", "e7"), ("…", "")],
)
def test_anchors_of_records(name, slug):
    assert anchor(name) == slug
