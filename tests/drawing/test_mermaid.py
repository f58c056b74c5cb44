"""Mermaid drawn at build: the picture, its title and description, its colours, and what is refused."""

import re

import pytest
from apparatus.drawing import Drawing, Fault, draw, faults, stylesheet
from apparatus.drawing.measure import width
from apparatus.drawing.palette import NAMED, ROLES

FLOW = """flowchart TD
    accTitle: Two hives
    accDescr: A leads to B.
    a["Hive A<br/>on a roof"] --> b["Hive B"]
    class a killed
"""
TIMELINE = "timeline\n    accTitle: Years\n    accDescr: One year.\n    2013 : first\n    2014 : second\n"


@pytest.mark.parametrize(("source", "title"), [(FLOW, "Two hives"), (TIMELINE, "Years")])
def test_picture_has_title_description_and_role(source, title):
    drawn = draw(source)
    assert isinstance(drawn, Drawing)
    assert f">{title}</title>" in drawn.svg and "</desc>" in drawn.svg
    head = drawn.svg[: drawn.svg.index(">")]
    assert 'role="img"' in head and "aria-labelledby" in head
    assert drawn.width > 100


def test_labels_stand_in_the_picture_as_text():
    texts = "".join(re.findall(r"<tspan[^>]*>([^<]*)|<text[^>]*>([^<]*)", draw(FLOW).svg).__str__())
    assert "Hive A" in texts and "on a roof" in texts


def test_every_colour_is_a_custom_property_with_a_value_in_both_schemes():
    svg = draw(FLOW).svg
    marks = {colour.mark for colour in NAMED.values()}
    assert not [mark for mark in marks if mark in svg.lower()]
    assert "var(--diagram-killed-fill" in svg
    light, dark = stylesheet().split("@media screen")
    for name in NAMED:
        assert f"--diagram-{name}: #" in light and f"--diagram-{name}: #" in dark


def test_colours_are_told_apart():
    assert len({colour.mark for colour in NAMED.values()}) == len(NAMED)


@pytest.mark.parametrize("role", ROLES)
def test_every_role_can_be_used(role):
    drawn = draw(f'flowchart TD\n a["x"] --> b["y"]\n class a {role}\n')
    assert f"var(--diagram-{role}-stroke" in drawn.svg


@pytest.mark.parametrize(
    ("source", "line"),
    [("flowchart TD\n  a --> b\n  c[[\n", 3), ("flowchart TD\n  a -> b\n", 2), ("flowchat TD\n a --> b\n", 1), ("", 1)],
)
def test_a_slip_is_named_with_its_line(source, line):
    assert [fault.line for fault in faults(source)][0] == line
    assert isinstance(draw(source), Fault)


@pytest.mark.parametrize(
    "label",
    ["<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "<iframe src=//example.org></iframe>"],
)
def test_no_script_survives_a_label(label):
    drawn = draw(f'flowchart TD\n  a["{label}"] --> b["x"]\n  click a href "javascript:alert(1)"\n')
    text = getattr(drawn, "svg", "")
    assert not re.search(r"<(script|img|iframe|foreignObject)|onerror=|javascript:", text)


def test_the_same_source_gives_the_same_bytes():
    assert draw(FLOW) == draw(FLOW)


def test_widths_come_from_the_font():
    assert 0 < width("iiii", 16) < width("mmmm", 16) < width("mmmm", 32)
    assert width("mm\nm", 16) == width("mm", 16)
