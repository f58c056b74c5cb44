"""The figures drawn from the registers: golden Markdown, and drawing, description and table that say the same."""

import re
from pathlib import Path

import pytest
from apparatus import figures, read
from apparatus.drawing import Drawing, draw
from apparatus.figures import FIGURES
from apparatus.figures.cells import cited, plain
from apparatus.figures.figure import Figure, Table, markdown
from apparatus.figures.flowchart import Box, Line, described, fence
from apparatus.registers import Registers, registers

GOLDEN = Path(__file__).parent / "golden"
DRAWN = ("alliances", "emirs", "organisation", "recruiters", "sub-provinces", "timeline")  # as flowcharts, by this room
SOURCE = re.compile(r"```mermaid\n(.*?)```", re.DOTALL)
BOX = re.compile(r'^    (b\d+)\["(.*)"\]$', re.MULTILINE)
LINE = re.compile(r"^    (b\d+) (---|-->|-\.-|-\.->)(?:\|\"(.*)\"\|)? (b\d+)$", re.MULTILINE)


def words(label):
    """A label as a reader sees it."""
    text = label.replace("<br/>", " ")
    for code, sign in (("#quot;", '"'), ("#lt;", "<"), ("#gt;", ">"), ("#96;", "`"), ("#35;", "#")):
        text = text.replace(code, sign)
    return text


def rows(figure, number=0):
    return figure.tables[number].rows


@pytest.mark.parametrize("name", DRAWN)
def test_markdown_is_as_agreed(name, bees):
    assert figures.render(name, bees, "parts/deep") + "\n" == (GOLDEN / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FIGURES)
def test_the_same_data_give_the_same_bytes(name, monograph):
    assert figures.render(name, registers(monograph())) == figures.render(name, registers(monograph()))


@pytest.mark.parametrize("name", DRAWN)
def test_every_drawing_can_be_drawn_and_its_description_says_what_its_boxes_and_lines_say(name, bees):
    for source in SOURCE.findall(figures.render(name, bees)):
        drawn = draw(source)
        assert isinstance(drawn, Drawing), drawn
        heard = set(re.findall(r"\w+", drawn.description.lower())) | {"supports"}  # told as “support for”
        for label in [label for _, label in BOX.findall(source)] + [label for _, _, label, _ in LINE.findall(source)]:
            told = set(re.findall(r"\w+", re.sub(r"^\d+\. ", "", words(label)).lower()))  # a number is told as an ordinal
            assert told <= heard, f"{told - heard} of '{label}' is not told"


@pytest.mark.parametrize("name", ("emirs", "recruiters"))
def test_each_box_of_a_succession_has_its_row_and_each_row_its_box(name, bees):
    figure = figures.figure(name, bees)
    boxes = [words(label) for _, label in BOX.findall(figure.drawings[0].markdown)]
    names = [re.sub(r" \(.*", "", row[0]) for row in rows(figure)]
    assert len(boxes) == len(names) and all(box.startswith(held) for box, held in zip(boxes, names, strict=True))


def test_lines_of_a_succession_lead_from_all_joint_holders_to_the_next(bees):
    source = figures.render("recruiters", bees)
    assert [(start, end) for start, _, _, end in LINE.findall(source)] == [("b1", "b2"), ("b1", "b3"), ("b2", "b4"), ("b3", "b4")]
    assert '"First helper' in source and '"1. ' not in source  # two share a number: none is shown


def test_each_relation_drawn_has_its_row_and_each_row_its_line(bees):
    figure = figures.figure("alliances", bees)
    assert len(LINE.findall(figure.drawings[0].markdown)) == len(rows(figure)) == 3
    figure = figures.figure("sub-provinces", bees)
    source = figure.drawings[0].markdown
    shown = " ".join(words(label) for _, label in BOX.findall(source)) + " ".join(words(label) for _, _, label, _ in LINE.findall(source))
    for group in ("Comb Branch", "Stone Bees", "Wax Branch", "Moss Bees", "Drones", "GBR", "Newtown", "Cora Sage", 'Bo "the Broom" Hazel'):
        assert group in shown and any(group in " ".join(row) for row in rows(figure)), group


def test_groups_gathered_alike_share_a_box_and_one_of_which_more_is_drawn_has_its_own(monograph):
    surely = registers(monograph(groups=("certainty: disputed, figures: [sub-provinces], note: E1", "figures: [sub-provinces]")))
    boxes = [words(label) for _, label in BOX.findall(figures.render("sub-provinces", surely))]
    assert "Moss Bees Drones" in boxes and "Meadow splinters such as Stone Bees" in boxes


def test_bodies_and_lines_of_the_organisation_have_rows_and_what_is_not_drawn_has_its_own(bees):
    figure = figures.figure("organisation", bees)
    boxes = [len(BOX.findall(drawing.markdown)) for drawing in figure.drawings]
    lines = [len(LINE.findall(drawing.markdown)) for drawing in figure.drawings]
    assert (boxes, lines) == ([3, 2], [2, 1])
    told = [sum(cell != "–" for row in rows(figure) for cell in row[column : column + 1]) for column in (1, 2)]
    assert told == [3 + 2 + 1, 2 + 1]  # with the drones of the formation, who are not drawn but set beside those of 2020
    assert [row[1] for row in rows(figure, 1)] == ["Choir"]


def test_the_timeline_shows_main_events_only_under_the_year_in_which_they_begin(bees):
    figure = figures.figure("timeline", bees)
    source = words(figure.drawings[0].markdown)
    assert "Nothing" not in source and len(rows(figure)) == 5
    for event in (event for event in bees.events.values() if event.main):
        assert event.title in source


@pytest.mark.parametrize("name", DRAWN)
def test_every_citation_is_one_of_the_data(name, bees, monograph):
    data = [datum for data in monograph().data.values() for datum in data]
    given = {cluster.raw for datum in data for found in datum.clusters.values() for cluster in found}
    page, failures = read.markdown.page("docs/parts/a.md", figures.render(name, bees, "parts"))
    assert page.clusters and {cluster.raw for cluster in page.clusters} <= given and not page.malformed and not failures


@pytest.mark.parametrize("name", DRAWN)
def test_links_lead_from_the_folder_of_the_page(name, bees):
    deep, top = figures.render(name, bees, "parts/deep"), figures.render(name, bees)
    assert "](../../downloads/registers/" in deep and "](../../register/" in deep and "](../" not in top
    assert deep.replace("../../", "") == top
    assert f"/// figure-caption | #figure-{name}\n" in top


def test_what_the_editors_add_is_not_drawn_but_stands_in_the_table_as_theirs(bees):
    for name, words_of_theirs in (("emirs", "The Elm has the day"), ("alliances", "They clashed once"), ("timeline", "She was there")):
        text = figures.render(name, bees)
        row = next(line for line in text.splitlines() if words_of_theirs in line)
        assert "*added by the editors*" in row and row.startswith("|")
        assert not any(words_of_theirs in source for source in SOURCE.findall(text))
    assert "she hummed" not in figures.render("recruiters", bees)


def test_the_drawing_follows_the_data_where_a_label_names_another_date(monograph):
    source = SOURCE.findall(figures.render("emirs", registers(monograph())))[0]
    assert "killed 2011" in source
    changed = monograph(leadership=('  end_date: "2011"\n', '  end_date: "2012-02"\n'))
    source = SOURCE.findall(figures.render("emirs", registers(changed)))[0]
    assert "killed February 2012" in source and "killed 2011" not in source


def test_two_values_in_the_text_told_here_are_marked_in_the_box_and_the_editors_alone_are_not(monograph):
    plainly = registers(monograph(leadership=("  certainty: reported\n", "")))
    boxes = dict(BOX.findall(figures.render("emirs", plainly)))
    assert "disputed" in boxes["b3"] and "disputed" not in boxes["b1"]


def test_uncertain_lines_are_broken_and_say_why(bees):
    for name in DRAWN:
        for _, pattern, label, _ in LINE.findall(figures.render(name, bees)):
            doubted = any(word in label for word in ("reported", "inferred", "disputed"))
            assert not doubted or "." in pattern


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_without_data_has_nothing_to_show(name):
    assert not figures.figure(name, Registers()).drawings
    assert figures.render(name, Registers()) == ""


def test_tables_without_rows_are_left_out():
    figure = Figure("a", (), (Table(("A",), (), "None."), Table(("B",), (("x",),), "Some.")), (("a", "register/a.md"),), ("a",))
    assert "None." not in markdown(figure, "") and "| B |" in markdown(figure, "")


def test_signs_of_markdown_print_as_themselves():
    import markdown as renderer

    text = r"a | b * c_d_e [x](y) `z` \ <i>&amp; {: #id} ![p](q) @key 1. "
    html = renderer.markdown(f"| h |\n|---|\n| {plain(text)} |", extensions=["tables", "attr_list", "md_in_html"])
    cell = re.search(r"<td>(.*)</td>", html)[1]
    import html as entities

    assert entities.unescape(cell) == text.strip() and "<i>" not in cell and "<a" not in cell and "<img" not in cell
    assert cited("[@a, p. 3; @b]") == "[@a, p. 3; @b]" and cited("[@a](javascript:x)") == r"\[&#64;a\](javascript:x)"


def test_labels_break_evenly_and_after_commas_and_keep_their_signs():
    texts = {"a": "arrested April 2020, Kandahar", "b": "Incomprehensibilities of the longest kind", "c": '"#1" <x> `y`'}
    boxes = [Box(name, (text,)) for name, text in texts.items()]
    source = fence("T", boxes, [Line("a", "b", "a leads to b", "x | y"), Line("a", "nowhere", "lost")])
    assert "arrested April 2020,<br/>Kandahar" in source
    assert "Incomprehensibilities<br/>of the longest kind" in source
    assert "#quot;#35;1#quot; #lt;x#gt; #96;y#96;" in source and "nowhere" not in source
    drawn = draw(SOURCE.findall(source)[0])
    assert isinstance(drawn, Drawing) and "lost" not in described(boxes, []) and ">x | y<" in drawn.svg
    assert "&lt;x" in drawn.svg and "<x>" not in drawn.svg


def test_boxes_where_the_drawing_ends_stand_under_each_other_beyond_the_number_given():
    boxes = [Box(name, (name,)) for name in "abcde"]
    lines = [Line("a", "b", ""), Line("a", "c", ""), Line("a", "d", ""), Line("d", "e", "")]
    assert "~~~" not in fence("T", boxes, lines)
    assert re.findall(r"(b\d) ~~~ (b\d)", fence("T", boxes, lines, beside=1)) == [("b2", "b3")]  # d has something below it
