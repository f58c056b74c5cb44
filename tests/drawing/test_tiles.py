"""Maps of tiles: what is read from a fence, what stands in each panel, that nothing touches, and that the switch needs no script."""

import re
from pathlib import Path

import pytest
from apparatus.drawing import Fault, stylesheet, tiles
from apparatus.drawing.measure import width
from apparatus.drawing.palette import CHARTS, COLOURS
from apparatus.drawing.pieces import SIZE
from apparatus.drawing.tile_names import fitted
from apparatus.drawing.tile_source import LEVELS, MOST_PANELS, Mark, read
from apparatus.enrich.diagrams import tile_map
from lxml import etree, html

SVG = "{http://www.w3.org/2000/svg}"
HEAD = "title: Where hives <b> stand\nswitch: Year\n"
SMALL = (
    f"{HEAD}panels: 2019 | 2020\ngroup: Inland\n%% a comment\nOld town | 1 1 | base, attack? | none\nNew \\| town | 2 1 | | present?\n"
    "Heath | 1 2 | contested |\ngroup: Coast: islands\nSouth Sandholm | 3 2 | | \n"
)
SHEET = Path(__file__).parents[2] / "docs" / "assets" / "stylesheets" / "figures.css"
STYLES = f"{stylesheet()}\n{(SHEET.parent / 'book.css').read_text(encoding='utf-8')}\n{SHEET.read_text(encoding='utf-8')}"


def drawn(source):
    made = tiles.draw(source)
    assert isinstance(made, tiles.Panels), made
    return [etree.fromstring(picture.svg) for _, picture in made.panels], etree.fromstring(made.legend.svg)


def words(svg):
    return [text.text for text in svg.iter(f"{SVG}text")]


def boxes(svg):
    """Left, right, top and bottom of each text, as the font has it."""
    found = []
    for text in svg.iter(f"{SVG}text"):
        x, y, long = float(text.get("x")), float(text.get("y")), width(text.text, SIZE, text.get("font-weight") == "600")
        left = {"end": x - long, "middle": x - long / 2}.get(text.get("text-anchor"), x)
        found.append((left, left + long, y - 0.68 * SIZE, y + 0.2 * SIZE))
    return found


def squares(svg):
    return [rect for rect in svg.iter(f"{SVG}rect") if abs(float(rect.get("width")) - max(float(r.get("width")) for r in svg.iter(f"{SVG}rect"))) < 0.1]


def test_each_picture_is_one_image_with_title_and_description():
    panels, legend = drawn(SMALL)
    for svg in (*panels, legend):
        named = {element.get("id"): element.text for element in svg.iter() if element.get("id")}
        assert svg.get("role") == "img" and named[svg.get("aria-labelledby")] and named[svg.get("aria-describedby")]
    assert panels[1].findtext(f"{SVG}title") == "Where hives <b> stand: 2020"
    assert panels[0].findtext(f"{SVG}desc") == "Base: Old town. Contested: Heath. Attack: Old town (uncertain). Nothing is stated of the other 2."
    assert panels[1].findtext(f"{SVG}desc") == "Present: New | town (uncertain). None: Old town. Nothing is stated of the other 2."


def test_every_place_and_every_level_stands_in_every_panel():
    (first, second), legend = drawn(SMALL)
    assert words(first) == [
        "Inland", "Coast:", "islands", "Old", "town", "B A?", "New |", "town", "Heath", "C", "S. Sand-", "holm"
    ]  # fmt: skip
    assert [said.text for said in second.iter(f"{SVG}title")][1:] == ["Old town: none", "New | town: present?", "Heath: nothing stated", "South Sandholm: nothing stated"]
    assert len(squares(first)) == len(squares(second)) == 4
    for level in LEVELS:
        assert any(said and said.startswith(f"{level}:") for said in words(legend))


def test_the_legend_says_that_an_empty_square_is_no_statement_of_absence():
    silence = "empty: nothing is stated, which does not mean that nothing was there"
    assert silence.startswith(tiles.BLANK) and silence in " ".join(words(drawn(SMALL)[1]))
    told = drawn(f"{HEAD}panels: A\nKent | 1 1 | base\n")[1]
    assert "empty" not in " ".join(words(told)) and "?" not in " ".join(words(told)), "only what occurs"


def test_levels_differ_without_colour():
    looks = set()
    for level in LEVELS:
        ((svg,), _) = drawn(f"{HEAD}panels: A\nKent | 1 1 | {level}\n")
        group = svg.find(f"{SVG}g")
        shapes = [(shape.tag, shape.get("stroke-dasharray"), "hatch" in (shape.get("stroke") or ""), shape.get("d")) for shape in group]
        looks.add((str(shapes), re.search(r'fill="([^"]+)"', etree.tostring(group).decode())[1] if level == "base" else ""))
    assert len(looks) >= len(LEVELS) - 1, "present and base have the same edge, and differ in fill and weight"
    assert len(set(tiles.LETTERS.values())) == len(LEVELS)


def test_groups_stand_apart_and_no_line_is_drawn_between_them():
    ((svg, _), _) = drawn(SMALL)
    xs = sorted(float(rect.get("x")) for rect in squares(svg))
    assert xs[3] - xs[2] > tiles.LARGEST + tiles.GAP - 1 and xs[2] - xs[0] <= tiles.LARGEST + 1
    assert not list(svg.iter(f"{SVG}line")) and len(list(svg.iter(f"{SVG}path"))) == 1, "the hatch only"


FULL = "".join(f"Place number {n} | {n % 7 + 1} {n // 7 + 1} | base?, contested?, present?, attack?, none? | none\n" for n in range(40))
HOSTILE = "<img src=x onerror=alert(1)> | 1 1 | base\n\"'&amp;\u202e\x01 | 2 1 | none?\nŚrī-Łódź ولایت خراسان | 3 1 | \nW" + "W" * 90 + " | 4 1 | contested\n"


@pytest.mark.parametrize(
    "source",
    [
        SMALL,
        f"{HEAD}panels: A | B\n{FULL}",
        f"{HEAD}panels: A\ngroup: {'Long name of a group ' * 4}\n{HOSTILE}",
        f"{HEAD}panels: A\nKent | 10 20 | base\n",
        f"{HEAD}panels: A\n" + "".join(f"Bartholomewstea{n} | {n} 1 | {level}\n" for n, level in enumerate((*LEVELS, "", ""), start=1)),
    ],
    ids=["small", "forty places", "hostile text", "one place", "ten columns"],
)
def test_nothing_overlaps_and_nothing_sticks_out(source):
    panels, legend = drawn(source)
    for svg in (*panels, legend):
        wide, high = map(float, svg.get("viewBox").split()[2:])
        found = boxes(svg)
        assert all(-0.6 <= left and right <= wide + 0.6 and top >= -0.6 and bottom <= high + 0.6 for left, right, top, bottom in found)
        for place, (left, right, top, bottom) in enumerate(found):
            for other in found[place + 1 :]:
                assert right <= other[0] + 0.3 or other[1] <= left + 0.3 or bottom <= other[2] + 0.3 or other[3] <= top + 0.3
        for rect in svg.iter(f"{SVG}rect"):
            assert float(rect.get("x")) + float(rect.get("width")) <= wide + 0.6 and float(rect.get("y")) + float(rect.get("height")) <= high + 0.6


def test_words_keep_within_their_square():
    for source in (SMALL, f"{HEAD}panels: A | B\n{FULL}"):
        for svg in drawn(source)[0]:
            for group in svg.iter(f"{SVG}g"):
                rect = group.find(f"{SVG}rect")
                left, right = float(rect.get("x")), float(rect.get("x")) + float(rect.get("width"))
                top, bottom = float(rect.get("y")), float(rect.get("y")) + float(rect.get("height"))
                assert all(left <= a and b <= right and top <= c and d <= bottom for a, b, c, d in boxes(group))


def test_marks_that_have_no_room_are_a_plus():
    said = tiles.letters(tuple(Mark(level, True) for level in LEVELS), 48.0)
    assert said.endswith("+") and said.startswith("B?") and width(said, SIZE, bold=True) <= 48
    assert tiles.letters((Mark("base"), Mark("none", True)), 48.0) == "B N?"


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Kent", ["Kent"]),
        ("Badakhshan", ["Badakh-", "shan"]),
        ("Nangarhar", ["Nan-", "garhar"]),
        ("Sar-e Pul", ["Sar-e", "Pul"]),
        ("South Waziristan", ["S. Wa-", "ziristan"]),
        ("Krrkrrkrrkrr", ["Krrkrrkr."]),
    ],
)
def test_names_are_cut_to_fit(name, lines):
    assert fitted(name, 50.7) == lines


def test_letters_are_legible_on_a_phone():
    made = tiles.draw(SMALL)
    assert SIZE * 328 / tiles.WIDE >= 10.5  # pixels, in a column of 328
    assert set(re.findall(r'font-size="([^"]*)"', made.legend.svg + "".join(p.svg for _, p in made.panels))) == {str(SIZE)}


def light(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast(scheme):
    """Words on each fill 4.5 to 1, edges and patterns 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11); the broken edge of silence is no information."""
    text, line, label = ((COLOURS[name].light, COLOURS[name].dark)[scheme] for name in ("text", "line", "label"))
    page, plain = ("#fdfcf9", "#16191d")[scheme], CHARTS["plain"]
    assert contrast(label, plain.line[scheme]) >= 4.5, "base"
    assert contrast(text, plain.fill[scheme]) >= 4.5 and contrast(text, label) >= 4.5 and contrast(line, page) >= 4.5
    assert contrast(plain.line[scheme], plain.fill[scheme]) >= 3 and contrast(plain.line[scheme], page) >= 3 and contrast(plain.line[scheme], label) >= 3


def test_every_colour_is_a_custom_property_with_a_value_in_both_schemes():
    svg = tile_map(SMALL)
    bare = re.sub(r"var\(--[\w-]+, #[0-9a-f]{6}\)", "", svg)
    assert not re.search(r'(fill|stroke)="#', bare) and "#" not in re.sub(r"url\(#[\w-]+\)", "", bare)
    in_light, in_dark = stylesheet().split("@media screen")
    for name in set(re.findall(r"var\((--[\w-]+),", svg)):
        assert f"{name}: #" in in_light and f"{name}: #" in in_dark


def test_ids_are_unique_and_every_reference_has_its_target():
    one, other = tile_map(SMALL), tile_map(SMALL.replace("Heath", "Moor"))
    ids = re.findall(r'\bid="([^"]+)"', one)
    assert len(ids) == len(set(ids)) and not set(ids) & set(re.findall(r'\bid="([^"]+)"', other))
    assert set(re.findall(r'url\(#([^)]+)\)', one)) | set(re.findall(r'aria-\w+by="([^"]+)"', one)) <= set(ids)
    assert set(re.findall(r'name="([^"]+)"', one)).isdisjoint(re.findall(r'name="([^"]+)"', other))
    assert tile_map(SMALL) == one


def test_without_styles_every_panel_is_there_under_its_name_and_the_switch_is_hidden():
    page = html.fromstring(tile_map(SMALL))
    assert page.xpath("//fieldset/@hidden") and [p.text_content() for p in page.xpath("//*[@class='tiles__name']")] == ["2019", "2020"]
    assert page.xpath("//fieldset/legend/text()") == ["Year"] and page.xpath("//input[@checked]/@value") == ["2"]
    assert page.get("role") == "group" and page.get("aria-label") == "Where hives <b> stand"


def test_the_stylesheet_knows_as_many_panels_as_a_map_may_have():
    assert sorted(map(int, re.findall(r"label:nth-of-type\((\d+)\)", SHEET.read_text(encoding="utf-8")))) == list(range(1, MOST_PANELS + 1))


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("", 1, "title"),
        (f"{HEAD}panels: A\n", 1, "no row"),
        (f"{HEAD}Kent | 1 1 | base\n", 1, "panels"),
        (f"{HEAD}panels: A | A\nKent | 1 1 | | \n", 3, "name of its own"),
        (f"{HEAD}panels: {' | '.join(map(str, range(13)))}\nKent | 1 1{' |' * 13}\n", 3, "13 panels"),
        (f"{HEAD}panels: A\nKent | 1 1 | bse\n", 4, "'bse'"),
        (f"{HEAD}panels: A\nKent | 1 1 | base, base?\n", 4, "twice"),
        (f"{HEAD}panels: A\nKent | 1 1\n", 4, "0 cells"),
        (f"{HEAD}panels: A\nKent | 1 1 | base | none\n", 4, "2 cells"),
        (f"{HEAD}panels: A\nKent | 11 1 | base\n", 4, "'11 1'"),
        (f"{HEAD}panels: A\nKent | 1,1 | base\n", 4, "'1,1'"),
        (f"{HEAD}panels: A\nKent | ١ 1 | base\n", 4, "no square"),
        (f"{HEAD}panels: A\n | 1 1 | base\n", 4, "name"),
        (f"{HEAD}panels: A\nKent | 1 1 | base\nEssex | 1 1 | none\n", 5, "'Kent' stands on this square"),
        (f"{HEAD}panels: A\nKent | 1 1 | base\nKent | 2 1 | none\n", 5, "has a tile already"),
        (f"{HEAD}panels: A\ngroup: I\nKent | 2 1 | base\ngroup: J\nEssex | 1 1 | none\n", 7, "earlier group"),
        (f"{HEAD}panels: A\ntilte: B\nKent | 1 1 | base\n", 4, "'tilte'"),
        (f"{HEAD}title: B\npanels: A\nKent | 1 1 | base\n", 3, "second time"),
        (f"{HEAD}panels: A\ngroup:\nKent | 1 1 | base\n", 4, "empty"),
    ],
)
def test_a_slip_is_named_with_its_line(source, line, said):
    found = tiles.faults(source)
    assert any(fault.line == line and said in fault.message for fault in found), found
    assert tiles.draw(source) == found[0] and isinstance(found[0], Fault)


def test_what_is_read():
    tilemap, faults = read(SMALL)
    assert faults == () and tilemap.groups == ("Inland", "Coast: islands") and tilemap.panels == ("2019", "2020")
    assert [(tile.name, tile.column, tile.row, tile.group) for tile in tilemap.tiles][1::2] == [("New | town", 2, 1, 0), ("South Sandholm", 3, 2, 1)]
    assert tilemap.tiles[0].marks == ((Mark("base"), Mark("attack", True)), (Mark("none"),))
    assert read(f"{HEAD}panels: A\nKent | 1 1 | base?, none, present\n")[0].tiles[0].marks == ((Mark("present"), Mark("none"), Mark("base", True)),)


def test_no_markup_of_a_name_survives_and_a_fault_shows_itself_escaped():
    shown = tile_map(f"{HEAD}panels: A\n{HOSTILE}")
    assert not re.search(r"<(img|b)\b", shown)
    for svg in drawn(f"{HEAD}panels: A\n{HOSTILE}")[0]:
        assert len(squares(svg)) == 4
    assert "diagram--fault" in tile_map("<script> | 1\n") and "<script" not in tile_map("<script> | 1\n")


@pytest.fixture(scope="module")
def browser(request):
    import shutil

    path = shutil.which("chromium")
    if not path:
        pytest.skip("chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu", "--no-first-run"])
        yield browser
        browser.close()


def opened(browser, styles=STYLES, **options):
    page = browser.new_context(java_script_enabled=False, **options).new_page()
    maps = tile_map(SMALL) + tile_map(SMALL.replace("Heath", "Moor"))
    page.set_content(f'<!doctype html><title>A</title><style>{styles}</style><body data-md-color-scheme="default">{maps}')
    return page


def visible(page):
    return [shown.inner_text() for shown in page.locator(".tiles").first.locator(".tiles__panel").all() if shown.is_visible()]


def test_the_switch_works_by_keyboard_and_pointer_without_script(browser):
    page = opened(browser, viewport={"width": 360, "height": 800})
    assert [text.split("\n")[0] for text in visible(page)] == ["2020"]
    group = page.get_by_role("group", name="Year").first
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value") == "2" and group.get_by_role("radio").count() == 2
    outline = "getComputedStyle(document.activeElement.nextElementSibling).outlineStyle"
    assert page.evaluate(outline) == "solid"
    page.keyboard.press("ArrowLeft")
    assert [text.split("\n")[0] for text in visible(page)] == ["2019"]
    assert page.locator(".tiles").nth(1).locator(".tiles__panel:visible").count() == 1, "the other map keeps its year"
    group.get_by_role("radio", name="2020").click()
    assert [text.split("\n")[0] for text in visible(page)] == ["2020"]
    box = group.get_by_text("2019").bounding_box()
    assert box["width"] >= 24 and box["height"] >= 24
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("case", ["print", "no styles", "no :has()"])
def test_elsewhere_all_panels_are_shown_in_order(browser, case):
    styles = {"no styles": "", "no :has()": STYLES.replace("selector(:has(a))", "selector(:none-such(a))")}.get(case, STYLES)
    page = opened(browser, styles)
    page.emulate_media(media="print" if case == "print" else "screen")
    assert [text.split("\n")[0] for text in visible(page)] == ["2019", "2020"]
    assert not page.locator("fieldset").first.is_visible()
