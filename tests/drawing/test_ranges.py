"""Charts of ranges: what is read from a fence, what stands in the picture, that nothing touches, and that marks stand where they should."""

import re

import pytest
from apparatus.drawing import Drawing, Fault, ranges, stylesheet
from apparatus.drawing.measure import width
from apparatus.drawing.palette import CHARTS, COLOURS
from apparatus.drawing.pieces import SIZE
from apparatus.drawing.range_source import MOST_ROWS, Row, read
from apparatus.enrich.diagrams import estimates
from lxml import etree

SVG = "{http://www.w3.org/2000/svg}"
HEAD = "title: Bees <b>, as estimated\n"
SMALL = (
    f"{HEAD}panel: Hives: all of them\nSpring of 2016, a keeper | 1,000 to 3,000 | 1000 | 3000 | added, uncertain\n%% a comment\n"
    "2017, \\| another | 2,200 | 2200 | 2200\npanel: Swarms\n2018, a third | More than 300 | 300 |\n2019, a fourth | Fewer than 200 | | 199 | uncertain\n"
    "2020, a fifth | Several hundred | | |\n"
)


def drawn(source):
    """The legend and the panels, as trees."""
    made = ranges.draw(source)
    assert isinstance(made, tuple) and all(isinstance(picture, Drawing) for picture in made), made
    return [etree.fromstring(picture.svg) for picture in made]


def words(pictures):
    return [text.text for svg in pictures for text in svg.iter(f"{SVG}text")]


def boxes(svg):
    """Left, right, top and bottom of each text, as the font has it."""
    found = []
    for text in svg.iter(f"{SVG}text"):
        x, y, long = float(text.get("x")), float(text.get("y")), width(text.text, SIZE, text.get("font-weight") == "600")
        left = {"end": x - long, "middle": x - long / 2}.get(text.get("text-anchor"), x)
        found.append((left, left + long, y - 0.75 * SIZE, y + 0.22 * SIZE))
    return found


def marks(pictures):
    """Points and bars in their order: left and right end, fill."""
    found = []
    for shape in (shape for svg in pictures for shape in svg):
        if shape.tag == f"{SVG}circle":
            found.append((float(shape.get("cx")), float(shape.get("cx")), shape.get("fill")))
        elif shape.tag == f"{SVG}rect":
            left = float(shape.get("x"))
            found.append((left, left + float(shape.get("width")), shape.get("fill")))
    return found


def test_each_picture_is_one_image_with_title_and_a_description_that_says_all():
    told = []
    for svg in drawn(SMALL):
        named = {element.get("id"): element.text for element in svg.iter() if element.get("id")}
        assert svg.get("role") == "img"
        told.append((named[svg.get("aria-labelledby")], named[svg.get("aria-describedby")]))
    assert told[1:] == [
        (
            "Bees <b>, as estimated: Hives: all of them",
            "Spring of 2016, a keeper: 1,000 to 3,000 (uncertain, added by the editors); 2017, | another: 2,200.",
        ),
        (
            "Bees <b>, as estimated: Swarms",
            "2018, a third: More than 300; 2019, a fourth: Fewer than 200 (uncertain); 2020, a fifth: Several hundred.",
        ),
    ]
    assert told[0][1] == "between two numbers. one number. at least, or at most. hollow: added by the editors. ?: reported, disputed or inferred. No mark: the source has a word, no number."


def test_every_row_stands_in_it_with_its_number():
    said = words(drawn(SMALL))
    for label, value in [("2017, | another", "2,200"), ("2018, a third", "More than 300"), ("2019, a fourth", "Fewer than 200 ?"), ("2020, a fifth", "Several hundred")]:
        assert said.index(value) == said.index(label) + 1
    assert said[:6] == [*ranges.LEGEND.values(), ranges.DOUBT, ranges.WORDS]


def test_a_legend_has_only_what_occurs():
    assert words(drawn(f"{HEAD}A | 3 | 3 | 3\n"))[:2] == ["one number", "0"]


def test_marks_stand_at_their_values_on_the_scale_of_their_panel():
    span, point, more, fewer = marks(drawn(SMALL)[1:])
    long = ranges.WIDE - 2 * ranges.EDGE
    assert span[:2] == pytest.approx((ranges.EDGE + long / 3, ranges.EDGE + long), abs=0.1)
    assert point[0] == pytest.approx(ranges.EDGE + 2200 / 3000 * long, abs=0.1)
    assert more[0] == pytest.approx(ranges.EDGE + 300 / 400 * long, abs=0.1) and fewer[0] == pytest.approx(ranges.EDGE + 199 / 400 * long, abs=0.1)
    hollow, full = (f"var(--diagram-label, {COLOURS['label'].light})", f"var(--support-plain-line, {CHARTS['plain'].line[0]})")
    assert span[2] == hollow and point[2] == more[2] == fewer[2] == full


def test_open_ends_have_an_arrow_to_their_side():
    arrows = [path.get("d") for svg in drawn(SMALL)[1:] for path in svg.iter(f"{SVG}path") if path.get("stroke-width") == "2"]
    sides = []
    for arrow in arrows:
        start, end, barb = map(float, re.match(r"M([\d.]+) [\d.]+H([\d.]+)M([\d.]+)", arrow).groups())
        assert min(start, end) < barb < max(start, end), "the head points away from the point"
        sides.append(end > start)
    assert sides == [True, False]


@pytest.mark.parametrize(
    ("rows", "ticks"),
    [
        ("A | 8,500 | 8500 | 8500\n", ["0", "2,000", "4,000", "6,000", "8,000", "10,000"]),
        ("A | 0 | 0 | 0\n", ["0", "1"]),
        ("A | 7 | 7 | 7\n", ["0", "2", "4", "6", "8"]),
        ("A | word | | \n", ["0", "1"]),
    ],
)
def test_the_scale_is_linear_from_zero_in_round_steps(rows, ticks):
    _, svg = drawn(HEAD + rows)
    shown = [text for text in svg.iter(f"{SVG}text") if text.get("text-anchor") == "middle"]
    assert [text.text for text in shown] == ticks


MANY = "".join(f"Row {number}, a keeper: hives | {number * 97:,} | {number * 97} | {number * 99} | added, uncertain\n" for number in range(40))
HOSTILE = f"<img src=x onerror=alert(1)> | \"'&amp;\u202e\x01 | 1 | 1\n{'W' * 200} | {'W' * 60} | 1000000000 | | uncertain\n{'A label that goes on ' * 9}| 1 | | 1\n"


@pytest.mark.parametrize(
    "source",
    [SMALL, f"{HEAD}panel: Forty\n{MANY}", f"{HEAD}panel: {'W' * 90}\n{HOSTILE}", f"{HEAD}A | 1 | 1 | 1\n", f"{HEAD}A | word | | \n"],
    ids=["small", "forty rows", "hostile text", "one value", "no number"],
)
def test_nothing_overlaps_and_nothing_sticks_out(source):
    for svg in drawn(source):
        wide, high = map(float, svg.get("viewBox").split()[2:])
        found = boxes(svg)
        assert all(-0.6 <= left and right <= wide + 0.6 and top >= -0.6 and bottom <= high + 0.6 for left, right, top, bottom in found)
        for place, (left, right, top, bottom) in enumerate(found):
            for other in found[place + 1 :]:
                assert right <= other[0] + 0.3 or other[1] <= left + 0.3 or bottom <= other[2] + 0.3 or other[3] <= top + 0.3
        assert all(0 <= left and right <= wide for left, right, _ in marks([svg]))
        for path in svg.iter(f"{SVG}path"):
            assert all(0 <= float(end) <= wide for end in re.findall(r"[HL]([-\d.]+)", path.get("d")))


def test_letters_are_legible_on_a_phone():
    assert SIZE * 328 / ranges.WIDE >= 10.5  # pixels, in a column of 328
    assert set(re.findall(r'font-size="([^"]*)"', estimates(SMALL))) == {str(SIZE)}


def light(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast(scheme):
    """Words on the page 4.5 to 1, marks against page and hollow 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11)."""
    text, line, label = ((COLOURS[name].light, COLOURS[name].dark)[scheme] for name in ("text", "line", "label"))
    page, mark = ("#fdfcf9", "#16191d")[scheme], CHARTS["plain"].line[scheme]
    assert contrast(text, page) >= 4.5 and contrast(line, page) >= 4.5
    assert contrast(mark, page) >= 3 and contrast(mark, label) >= 3


def test_every_colour_is_a_custom_property_with_a_value_in_both_schemes():
    svg = estimates(SMALL)
    assert "#" not in re.sub(r"var\(--[\w-]+, #[0-9a-f]{6}\)", "", svg)
    in_light, in_dark = stylesheet().split("@media screen")
    for name in re.findall(r"var\((--[\w-]+),", svg):
        assert f"{name}: #" in in_light and f"{name}: #" in in_dark


def test_ids_of_two_charts_do_not_clash_and_the_same_source_gives_the_same_bytes():
    one, other = (set(re.findall(r'\bid="([^"]+)"', estimates(HEAD + row))) for row in ("A | 1 | 1 | 1\n", "A | 2 | 2 | 2\n"))
    assert one and not one & other
    assert ranges.draw(SMALL) == ranges.draw(SMALL)


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("", 1, "title"),
        (HEAD, 1, "no row"),
        (f"{HEAD}A | 1 | 1\n", 2, "3 cells"),
        (f"{HEAD}A | 1 | 1 | 1 | | \n", 2, "6 cells"),
        (f"{HEAD}A | 1,2 | 1,200 | 1200\n", 2, "'1,200'"),
        (f"{HEAD}A | 1 | -1 | 1\n", 2, "'-1'"),
        (f"{HEAD}A | 1 | 1.5 | 2\n", 2, "'1.5'"),
        (f"{HEAD}A | 1 | ٣ | 4\n", 2, "'٣'"),
        (f"{HEAD}A | 1 | 9999999999 |\n", 2, "'9999999999'"),
        (f"{HEAD}A | 3–1 | 3 | 1\n", 2, "above the highest"),
        (f"{HEAD} | 1 | 1 | 1\n", 2, "label"),
        (f"{HEAD}A | | 1 | 1\n", 2, "as printed"),
        (f"{HEAD}A | 1 | 1 | 1 | hollow\n", 2, "'hollow'"),
        (f"{HEAD}panel: B\npanel: C\nA | 1 | 1 | 1\n", 2, "no row"),
        (f"{HEAD}A | 1 | 1 | 1\npanel: B\n", 3, "no row"),
        (f"{HEAD}panel:\nA | 1 | 1 | 1\n", 2, "empty"),
        (f"{HEAD}titel: B\nA | 1 | 1 | 1\n", 2, "'titel'"),
        (f"{HEAD}title: B\nA | 1 | 1 | 1\n", 2, "second time"),
        (HEAD + "A | 1 | 1 | 1\n" * (MOST_ROWS + 1), MOST_ROWS + 2, "rows"),
    ],
)
def test_a_slip_is_named_with_its_line(source, line, said):
    found = ranges.faults(source)
    assert any(fault.line == line and said in fault.message for fault in found), found
    assert ranges.draw(source) == found[0] and isinstance(found[0], Fault)


def test_what_is_read():
    chart, faults = read(SMALL)
    assert faults == () and [panel.name for panel in chart.panels] == ["Hives: all of them", "Swarms"]
    assert chart.panels[0].rows == (
        Row("Spring of 2016, a keeper", "1,000 to 3,000", 1000, 3000, added=True, uncertain=True), Row("2017, | another", "2,200", 2200, 2200)
    )  # fmt: skip
    assert [(row.low, row.high) for row in chart.panels[1].rows] == [(300, None), (None, 199), (None, None)]
    assert read(f"{HEAD}A | 1 | 1 | 1\n")[0].panels[0].name == ""


def test_no_markup_of_a_label_survives_and_a_fault_shows_itself_escaped():
    assert not re.search(r"<(img|b)\b", estimates(HEAD + HOSTILE))
    assert "diagram--fault" in estimates("<script> | 1\n") and "<script" not in estimates("<script> | 1\n")
