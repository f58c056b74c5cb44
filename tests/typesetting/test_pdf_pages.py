"""Page numbers in contents, cross-references, bibliography and index, against the pages of the file itself."""

import re

import pytest
from apparatus.volume.nodes import Work, walk
from specimen import VOLUME

PLACES = {  # words in print, and the place that they name
    "Bees over the town": ("introduction.md", ""),
    "Kinds of hives": ("town/hives.md", ""),
    "Bibliography": ("apparatus/bibliography.md", ""),
}


def numbers(sheets) -> list[str]:
    """The number printed on each sheet, at its head or foot; empty where there is none."""
    found = []
    for sheet in sheets:
        lines = [line.strip() for line in sheet.splitlines() if line.strip()]
        ends = [lines[0], lines[-1]] if lines else []
        number = [m[0] for line in ends for m in [re.search(r"^(\d+|[ivxl]+)(?=$|\s{3,})|(?<=\s{3})(\d+|[ivxl]+)$", line)] if m]
        found.append(number[-1] if number else "")
    return found


def sheet_with(sheets, words: str, after: int = 4) -> int:
    alone = re.compile(rf"^\s*{re.escape(words)}\s*$", re.MULTILINE)
    return next(index for index, text in enumerate(sheets) if index >= after and alone.search(text))


@pytest.mark.parametrize("title", PLACES)
def test_contents_give_the_page_printed_there(printed, sheets, title):
    contents = next(text for text in sheets if re.search(r"^\s*Contents\s*$", text, re.MULTILINE))
    listed = re.search(rf"{re.escape(title)}\s+([ivx]+|\d+)\s*$", contents, re.MULTILINE)[1]
    assert listed == numbers(sheets)[sheet_with(sheets, title)] == printed.pages[PLACES[title]]


def test_cross_references_give_the_page_of_what_they_name(printed, sheets):
    text = re.sub(r"\s+", " ", " ".join(sheets))
    for words, place in {
        "their parts": ("town/hives.md", "parts"),
        "the drawing": ("town/hives.md", "figure-parts"),
        "a paragraph on honey": ("town/honey.md", "p2"),
    }.items():
        assert f"{words} (p. {printed.pages[place]})" in text
    assert f"(Elm, n. 2, p. {printed.pages['apparatus/concordance.md', 'n2']})" in text


def test_works_and_names_list_the_pages_that_mention_them(printed, sheets):
    text = re.sub(r"\s+", " ", " ".join(sheets))
    work = next(node for node in walk(VOLUME) if isinstance(node, Work) and node.citekey == "linden2011roofs")
    cited = [printed.pages[place.division, place.anchor] for place in work.cited]
    assert f"(https://archive.example/copy) · pp. {', '.join(dict.fromkeys(cited))}" in text
    assert f"C.. A keeper. {printed.pages['introduction.md', 'p2']}" in text


def test_pages_that_follow_each_other_become_a_range(printed, sheets):
    pages = [int(printed.pages[place]) for place in (("introduction.md", "p2"), ("introduction.md", "p5"), ("town/honey.md", "p3"))]
    assert pages[1] == pages[0] + 1
    assert f"{pages[0]}–{pages[1]}, {pages[2]}" in " ".join(sheets)


def test_front_matter_counts_in_roman_the_rest_from_one(printed, sheets):
    assert printed.pages["index.md", ""] == "v"
    assert printed.pages["introduction.md", ""] == "1"
    assert numbers(sheets)[sheet_with(sheets, "Colophon", 10)].isdigit()


def test_each_page_has_the_first_place_on_it(printed, sheets):
    assert [number for number, _, _ in printed.page_starts if number.isdigit()] == sorted(
        {number for number, _, _ in printed.page_starts if number.isdigit()}, key=int
    )
    for number, division, anchor in printed.page_starts:
        if printed.pages[division, anchor] != number:  # a page in the middle of a paragraph or a table
            before = [place for place, page in printed.pages.items() if page == number and place[0] == division]
            assert before == []


def test_chapters_open_on_the_right(sheets):
    assert all(sheet_with(sheets, title) % 2 == 0 for title in ("Bees over the town", "Kinds of hives", "Honey", "Hives and honey"))


def test_running_heads_name_book_and_chapter(sheets):
    heads = [sheet.strip().splitlines()[0] for sheet in sheets if sheet.strip()]
    assert any(re.match(r"\d+\s+Bees in Towns", head) for head in heads)
    assert any(re.match(r"Honey\s+\d+", head) for head in heads)
