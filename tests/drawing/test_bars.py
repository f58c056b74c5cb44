"""Bar charts: what is read from a fence, what stands in the picture, and that it can be read in both schemes, narrow and in print."""

import re

import pytest
from apparatus.drawing import Drawing, Fault, bars, stylesheet
from apparatus.drawing.chart import MOST_ROWS, Bar, read
from apparatus.drawing.measure import width
from apparatus.drawing.palette import CHARTS, COLOURS
from apparatus.enrich.diagrams import chart as figure
from lxml import etree

HEAD = "title: Hives <b>\ndescription: Where “hives” & bees stand.\n"
STACKED = f"{HEAD}series: On roofs | In gardens | Elsewhere\nunit: hives\nOld town | 12 | 3 | 0\nNew \\| town | 1 | 0 | 0.5\nNowhere | 0 | 0 | 0\n"
SVG = "{http://www.w3.org/2000/svg}"


def drawn(source):
    made = bars.draw(source)
    assert isinstance(made, Drawing), made
    return etree.fromstring(made.svg)


def words(svg):
    return [text.text for text in svg.iter(f"{SVG}text")]


def boxes(svg):
    """Left, right, top and bottom of each text, as the font has it."""
    found = []
    for text in svg.iter(f"{SVG}text"):
        x, y, long = float(text.get("x")), float(text.get("y")), width(text.text, bars.SIZE, text.get("font-weight") == "600")
        left = {"end": x - long, "middle": x - long / 2}.get(text.get("text-anchor"), x)
        found.append((left, left + long, y - 0.75 * bars.SIZE, y + 0.22 * bars.SIZE))
    return found


def test_the_picture_is_one_image_with_title_and_description():
    svg = drawn(STACKED)
    assert svg.get("role") == "img"
    named = {element.get("id"): element.text for element in svg.iter() if element.get("id")}
    assert named[svg.get("aria-labelledby")] == "Hives <b>"
    assert named[svg.get("aria-describedby")] == "Where “hives” & bees stand."


def test_labels_values_and_totals_stand_in_it():
    assert words(drawn(STACKED)) == [
        "On roofs", "In gardens", "Elsewhere", "Old town", "15 hives", "12", "3", "New | town", "1.5 hives", "1", "Nowhere", "0 hives"
    ]  # fmt: skip


def test_lengths_add_up():
    svg = drawn(f"{HEAD}series: A | B\nOne | 30 | 10\nTwo | 10 | 10\n")
    by_row = {}
    for rect in svg.iter(f"{SVG}rect"):
        if float(rect.get("height")) == bars.BAR and "url" not in rect.get("fill"):
            by_row.setdefault(rect.get("y"), []).append(float(rect.get("width")))
    assert [[round(part / sum(parts), 3) for part in parts] for parts in by_row.values()] == [[0.75, 0.25], [0.5, 0.5]]
    one, two = map(sum, by_row.values())
    assert one == pytest.approx(bars.WIDE - 1, abs=0.1) and two == pytest.approx(one / 2, abs=0.1)


def test_shares_fill_the_width_and_are_labelled_in_per_cent():
    svg = drawn(f"{HEAD}series: A | B\nscale: share\nunit: hives\nOne | 2 | 1\nTwo | 0 | 7\n")
    assert words(svg) == ["A", "B", "One", "3 hives", "67", "33", "Two", "7 hives", "100"]


def test_per_cent_of_a_whole():
    assert words(drawn(f"{HEAD}of: 300\nOne | 60\nTwo | 1\nNone | 0\n")) == ["One", "60 (20 %)", "Two", "1 (<1 %)", "None", "0 (0 %)"]


@pytest.mark.parametrize(("value", "whole", "said"), [(1, 3, "33"), (1, 200, "1"), (1, 201, "<1"), (0, 5, "0"), (0, 0, "0"), (5, 5, "100"), (1, 8, "13")])
def test_per_cent(value, whole, said):
    assert bars.percent(value, whole) == said


MANY = "".join(f"Row {number} | {number} | {40 - number} | {number % 3}\n" for number in range(40))
LONG = f"{HEAD}series: {' | '.join(f'A long name of a series, the {number}' for number in range(6))}\nunit: hives and bees\n"
LONG += f"{'A label that goes on and on ' * 7}| 1 | 2 | 3 | 4 | 5 | 6\n{'W' * 200} | 0 | 0 | 0 | 0 | 0 | 1000000\nshort | 1 | 1 | 1 | 1 | 1 | 1\n"


@pytest.mark.parametrize(
    "source",
    [STACKED, f"{HEAD}series: A | B | C\n{MANY}", f"{HEAD}series: A | B | C\nscale: share\n{MANY}", LONG, f"{HEAD}of: 9\n{'W' * 90} | 3\n"],
    ids=["small", "forty rows", "forty rows of shares", "long names", "one series"],
)
def test_nothing_overlaps_and_nothing_sticks_out(source):
    svg = drawn(source)
    wide, high = map(float, svg.get("viewBox").split()[2:])
    found = boxes(svg)
    assert all(-0.6 <= left and right <= wide + 0.6 and top >= -0.6 and bottom <= high + 0.6 for left, right, top, bottom in found)
    for place, (left, right, top, bottom) in enumerate(found):
        for other in found[place + 1 :]:
            assert right <= other[0] - 3 or other[1] <= left - 3 or bottom <= other[2] + 0.3 or other[3] <= top + 0.3
    assert all(float(rect.get("x")) + float(rect.get("width")) <= wide + 0.6 for rect in svg.iter(f"{SVG}rect") if rect.get("x"))


def test_a_label_keeps_its_distance_from_the_total_however_long_it_is():
    for long in range(40, 90):
        *labels, total = boxes(drawn(f"{HEAD}unit: hives\n{'i' * long} {'l' * 20} | 10\n"))
        assert total[0] - max(right for _, right, _, _ in labels) >= 2 * bars.PAD


def test_a_value_stands_only_where_it_has_room():
    seen = set()
    for part in range(1, 100):
        svg = drawn(f"{HEAD}series: A | B\nscale: share\nRow | {part} | {100 - part}\n")
        rects = [rect for rect in svg.iter(f"{SVG}rect") if float(rect.get("height")) == bars.BAR and "url" not in rect.get("fill")]
        for rect, value in zip(rects, (part, 100 - part), strict=True):
            room = float(rect.get("width")) - width(str(value), bars.SIZE)
            assert (str(value) in words(svg)[4:]) is (room >= bars.PAD) or value == 50
            seen.add(room >= bars.PAD)
    assert seen == {True, False}


def test_letters_are_legible_on_a_phone():
    assert bars.SIZE * 328 / bars.WIDE >= 10.5  # pixels, in a column of 328
    assert set(re.findall(r'font-size="([^"]*)"', bars.draw(LONG).svg)) == {str(bars.SIZE)}


def light(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast(name, scheme):
    """Text on the fill 4.5 to 1, the edge of a part against the page 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11)."""
    text = (COLOURS["text"].light, COLOURS["text"].dark)[scheme]
    page = ("#fdfcf9", "#16191d")[scheme]
    hue = CHARTS[name]
    assert contrast(text, hue.fill[scheme]) >= 4.5 and contrast(hue.line[scheme], hue.fill[scheme]) >= 3
    assert contrast(hue.line[scheme], page) >= 4.5, "it is also the colour of marks in the text"


def test_every_colour_is_a_custom_property_with_a_value_in_both_schemes():
    svg = bars.draw(f"{HEAD}series: {' | '.join('abcdef')}\nRow | 1 | 2 | 3 | 4 | 5 | 6\n").svg
    bare = re.sub(r"var\(--[\w-]+, #[0-9a-f]{6}\)", "", svg)
    assert "#" not in re.sub(r"url\(#[\w-]+\)", "", bare)
    in_light, in_dark = stylesheet().split("@media screen")
    for name in re.findall(r"var\((--[\w-]+),", svg):
        assert f"{name}: #" in in_light and f"{name}: #" in in_dark


def test_series_are_told_apart_without_colour():
    svg = drawn(f"{HEAD}series: {' | '.join('abcdef')}\nRow | 1 | 2 | 3 | 4 | 5 | 6\n")
    patterns = [pattern[0].get("d") for pattern in svg.iter(f"{SVG}pattern")]
    assert len(patterns) == len(set(patterns)) == 5, "the first is plain"


def test_ids_of_two_charts_do_not_clash_and_the_same_source_gives_the_same_bytes():
    one, other = (set(re.findall(r'\bid="([^"]+)"', bars.draw(HEAD + row).svg)) for row in ("A | 1\n", "A | 2\n"))
    assert one and not one & other
    assert bars.draw(STACKED) == bars.draw(STACKED)


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("", 1, "title"),
        ("title: A\nA | 1\n", 1, "description"),
        (f"{HEAD}", 1, "no row"),
        (f"{HEAD}tilte: B\nA | 1\n", 3, "'tilte'"),
        (f"{HEAD}title: B\nA | 1\n", 3, "second time"),
        (f"{HEAD}unit:\nA | 1\n", 3, "empty"),
        (f"{HEAD}A | -1\n", 3, "'-1'"),
        (f"{HEAD}A | nan\n", 3, "'nan'"),
        (f"{HEAD}A | 1e9\n", 3, "'1e9'"),
        (f"{HEAD}A | 9999999999\n", 3, "'9999999999'"),
        (f"{HEAD}A | ٣\n", 3, "'٣'"),
        (f"{HEAD}A | \n", 3, "''"),
        (f"{HEAD}A | 1 | 2\n", 3, "2 values for 1"),
        (f"{HEAD}series: A | B\nA | 1\n", 4, "1 value for 2"),
        (f"{HEAD}series: A | A\nA | 1 | 2\n", 3, "name of its own"),
        (f"{HEAD}series: A | \nA | 1 | 2\n", 3, "name of its own"),
        (f"{HEAD}series: {' | '.join('abcdefg')}\nA{' | 1' * 7}\n", 3, "7 series"),
        (f"{HEAD}colours: pink\nA | 1\n", 3, "'pink'"),
        (f"{HEAD}colours: press | plain\nA | 1\n", 3, "2 colours for 1"),
        (f"{HEAD}scale: log\nA | 1\n", 3, "'log'"),
        (f"{HEAD}of: 3\nA | 1\nB | 4\n", 5, "more than 3"),
        (f"{HEAD}of: all\nA | 1\n", 3, "'all'"),
        (f"{HEAD} | 1\n", 3, "label"),
        (f"{HEAD}{'A' * 201} | 1\n", 3, "label"),
        (HEAD + "A | 1\n" * (MOST_ROWS + 1), MOST_ROWS + 3, "rows"),
        (f"{HEAD}unit: {'x' * 21}\nA | 1\n", 3, "unit"),
    ],
)
def test_a_slip_is_named_with_its_line(source, line, said):
    found = bars.faults(source)
    assert any(fault.line == line and said in fault.message for fault in found), found
    assert bars.draw(source) == found[0] and isinstance(found[0], Fault)


def test_what_is_read():
    chart, faults = read("%% title: no\r\ntitle: A: b\r\n\r\n  description: C | d\r\nscale: share\r\nTime: late | 3\r\n")
    assert faults == () and (chart.title, chart.description, chart.scale) == ("A: b", "C | d", "share")
    assert chart.bars == (Bar("Time: late", (3.0,)),) and chart.series == ("",) and chart.colours == ("plain",)


def test_no_markup_of_a_label_survives():
    svg = bars.draw(f"{HEAD}series: <i>A | \"B'\n<img src=x onerror=alert(1)> | 1 | 2\n").svg
    assert not re.search(r"<(img|i|b)\b", svg)
    etree.fromstring(svg)


def test_a_fence_that_cannot_be_drawn_shows_itself_escaped():
    shown = figure("A | <script>\n")
    assert "diagram--fault" in shown and "&lt;script&gt;" in shown and "<script" not in shown
    assert 'class="diagram chart"' in figure(STACKED) and "<svg" in figure(STACKED)
