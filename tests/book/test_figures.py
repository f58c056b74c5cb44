"""The figures of the real book: all can be drawn, fit a phone, rest on records that exist, and stand on a page."""

import re
from pathlib import Path

import pytest
from apparatus import read
from apparatus.drawing import Drawing, draw
from apparatus.figures import FIGURES, figure
from apparatus.figures import markdown as written
from apparatus.pages import timeline
from apparatus.read import markdown
from apparatus.registers import registers

ROOT = Path(__file__).parents[2]
PHONE = 430  # pixels: what a drawing may need at its least, of which a phone shows 330 and the reader moves the rest


@pytest.fixture(scope="module")
def book():
    return read.book(ROOT)


@pytest.mark.parametrize("name", FIGURES)
def test_each_has_drawings_captions_with_citations_and_tables(book, name):
    drawn = figure(name, registers(book))
    assert drawn.drawings and drawn.tables[0].rows
    for drawing in drawn.drawings:
        assert "[@" in drawing.caption, f"{name} has no caption in data/figures.yml"
    for source in re.findall(r"```mermaid\n(.*?)```", written(drawn, ""), re.DOTALL):
        picture = draw(source)
        assert isinstance(picture, Drawing) and picture.width * 0.62 < PHONE


def test_everybody_drawn_is_in_the_register(book):
    known = registers(book)
    drawn = [tenure for tenure in known.leadership.values() if tenure.office in ("emir", "jowzjan-recruitment-chief")]
    assert len(drawn) > 10
    assert [tenure.id for tenure in drawn if not (tenure.name or tenure.person in known.people)] == []
    others = [other for tenure in drawn for other in tenure.disputed if other.field == "person"]
    assert others and [other.value for other in others if other.value not in known.people] == []


def test_each_relation_with_a_figure_leads_to_a_group_of_the_register(book):
    known = registers(book)
    relations = [relation for group in known.groups.values() for relation in group.relations if relation.figures]
    assert relations and [relation for relation in relations if relation.to not in known.groups or not set(relation.figures) <= set(FIGURES)] == []


def test_each_stands_on_a_page(book):
    pages = [*book.pages, *(markdown.page(name, text)[0] for name, text in timeline.pages(book).items())]
    placed = {" ".join(fence.source.split()) for page in pages for fence in page.fences if fence.language == "figure"}
    assert placed == set(FIGURES)


def test_a_term_that_began_some_time_after_another_ended_says_so(book):
    spans = [row[1] for name in ("recruiters", "emirs") for row in figure(name, registers(book)).tables[0].rows]
    assert "After January 2018 to March 2018: killed" in spans and any(span.startswith("After April 2020: in office") for span in spans)
    assert not [span for span in spans if re.match(r"(?:Since|From after|About)\b", span)]
