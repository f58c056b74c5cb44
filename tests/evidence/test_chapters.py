"""Which pages are chapters, and in what order."""

from apparatus.evidence import chapters

ABSTRACT = '# T\n\n!!! abstract "Abstract"\n\n    All.\n'


def test_chapters_are_the_pages_with_an_abstract_in_the_order_of_the_navigation(book):
    assert [(c.number, c.page.name, c.slug) for c in chapters.chapters(book)] == [(1, "wax.md", "wax"), (2, "parts/roofs.md", "parts-roofs")]
    assert chapters.by_name(book)["parts/roofs.md"].number == 2 and "index.md" not in chapters.by_name(book)


def test_without_navigation_the_names_decide(build):
    pages = {"b.md": ABSTRACT, "a/z.md": ABSTRACT, "c.md": "# C\n\n!!! note\n\n    No.\n", "d.md": "# D\n\n```\n" + ABSTRACT + "```\n"}
    assert [c.page.name for c in chapters.chapters(build(pages))] == ["a/z.md", "b.md"]


def test_a_page_listed_twice_or_not_there_is_one_chapter_or_none(build):
    book = build({"a.md": ABSTRACT, "b.md": ABSTRACT}, "nav:\n  - b.md\n  - gone.md\n  - b.md\n")
    assert [c.page.name for c in chapters.chapters(book)] == ["b.md"]
