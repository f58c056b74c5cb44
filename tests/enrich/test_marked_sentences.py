"""Anchors and marks in the text of a page: where they stand, what they say, and that nothing else is changed."""

import re

import pytest
from apparatus import read
from apparatus.enrich.sentences import marked, statement, statements, supported
from apparatus.evidence import sentences
from apparatus.model import Source
from lxml import html
from markdown import markdown

BIB = {
    "bib/scholarship.bib": (
        "@article{linden2011roofs,\n  title = {{Roofs}},\n}\n@book{sage2020hives,\n  title = {{Hives}},\n  keywords = {article},\n}\n"
    ),
    "bib/un.bib": "@report{council2015wax,\n  title = {{Wax}},\n}\n",
    "bib/press.bib": "@online{post2016swarm,\n  title = {{Swarm}},\n}\n",
    "bib/primary.bib": "@misc{drones2017song,\n  title = {{Song}},\n  keywords = {extremist},\n}\n",
}
MONOGRAPH = read.monograph([Source(path, text) for path, text in BIB.items()])
TAG = re.compile(r'<a class="para" [^<>]*></a>|<span class="claim [^<>]*>|</span>')

PAGES = {
    "plain": "One hive.[@linden2011roofs] Two hives. Three.[@post2016swarm, p. 3]\n",
    "items": "- A hive.[@linden2011roofs]\n- Another. And one more.\n    - Within it.\n\n1. First.\n2. Second.\n\n* Star.\n+ Plus.\n",
    "loose items": "-   A hive.\n\n    Its second paragraph. It has two sentences.\n\n-   Another.\n",
    "table": "| Hive | Bees |\n|---|---:|\n| Old | 3[@linden2011roofs] |\n| New | 4 |\n\n/// table-caption\nHives.[@council2015wax]\n///\n",
    "table with pipes": "| Sign | Name |\n|:--|--|\n| \\| | a pipe \\| escaped |\n| `a|b` | code [link](x.md) |\n| | empty |\n",
    "table without margins": "Hive | Bees\n--- | ---\nOld | 3[@linden2011roofs]\n1. New | 4\n",
    "quotation": "> One hive. Two hives.[@linden2011roofs]\n> Three.\n>\n> - An item in it. Two.\n",
    "emphasis": "It is *one hive. It is two* hives. **Bold.** _Under. Lined._ Next.\n\nSnake_case. Here_too.\n",
    "links": (
        "See [one hive. Or two](x.md#a) here. Then [two](y.md \"A title. Here\").[@linden2011roofs]\n\n"
        "[Reference. One][ref] follows. Next.\n\n[ref]: z.md\n"
    ),
    "brackets": "“One. Two,” he says (as if. No). Then [@linden2011roofs, p. 3; see @council2015wax, pp. 4-5]. End\n",
    "code": "Code `a. B` here. And ``c` . D`` there.\n\n```\nNo. Prose.\n```\n\n    Indented. Code.\n",
    "attributes": "A paragraph. With an id.\n{: #here .there }\n\n## A head. Two. {#head}\n\nMore.\n",
    "captions": "```mermaid\nflowchart TD\n    a --> b\n```\n\n/// figure-caption\nA figure. Drawn.[@linden2011roofs]\n///\n\nText.\n",
    "boxes": (
        '!!! abstract "Abstract"\n\n    It repeats. All.\n\n'
        '!!! note "A title. Two"\n    Inside. The box.[@post2016swarm]\n\n!!! editorial "E1"\n\nAfter.\n'
    ),
    "front matter": "---\ntitle: A. B.\ndescription: C. D.\n---\n\n# Title\n\nOne hive. Two.\n",
    "CRLF": "# Title\r\n\r\nOne hive.[@linden2011roofs]\r\nTwo hives.\r\n\r\n- Item.\r\n\r\n| A | B |\r\n|---|---|\r\n| c | d |\r\n",
    "hand-written notes": "One.[^a] Two.\n\n[^a]: A note. It has two sentences.\n    And more.\n\nThree.\n",
    "definitions": "Hive\n:   A home. For bees.\n\nBee\n:   An insect.\n",
    "HTML": (
        'One <em>hive. Two</em> hives. <span title="x. Y">Three.</span> Four<br> <img src="x.png" alt="A. B"> &amp; five. Six.\n\n'
        '<!-- No. Prose. -->\n\n<div>\nBlock. Of it.\n</div>\n'
    ),
    "hard breaks": "One hive,  \ntwo hives.  \nThree hives.\\\nFour.\n",
    "nothing": "",
    "no full stop": "a hive",
}


def page(text):
    return read.markdown.page("hives.md", text)[0]


@pytest.mark.parametrize("kind", PAGES)
def test_without_the_tags_the_text_is_as_it_was(kind):
    text = PAGES[kind]
    own = text.count("</span>")
    done = marked(page(text), MONOGRAPH)
    bare = TAG.sub("", done)
    assert bare == TAG.sub("", text)
    assert done.count("</span>") - own == len(re.findall('<span class="claim', done))
    assert [int(n) for n in re.findall(r'id="p(\d+)"', done)] == list(range(1, done.count('class="para"') + 1))


@pytest.mark.parametrize("kind", [kind for kind in PAGES if kind not in ("CRLF", "front matter")])
def test_as_html_every_mark_is_whole_and_nothing_else_differs(kind):
    """The tags never break a list, a table, a link or emphasis: without them the HTML is that of the page as written."""
    text = PAGES[kind].replace("\r\n", "\n")
    extensions = ["tables", "def_list", "attr_list", "admonition", "footnotes", "fenced_code"]
    plain, done = (markdown(t, extensions=extensions) for t in (text, marked(page(text), MONOGRAPH)))
    tree = html.fragment_fromstring(done, create_parent="div")
    claims = tree.xpath(".//span[contains(@class, 'claim ')]")
    assert len([c for c in claims if "claim--more" not in c.get("class")]) == len(list(statements(page(text))))
    for element in [*claims, *tree.xpath(".//a[@class='para']")]:
        element.drop_tag()
    wanted = html.tostring(html.fragment_fromstring(plain, create_parent="div"))
    assert html.tostring(tree) == wanted


def test_a_mark_names_the_strongest_support_and_the_letters_of_all():
    text = (
        "One.[@post2016swarm; @linden2011roofs; @post2016swarm, p. 3] Two.[@council2015wax] Three. "
        "Four.[@sage2020hives] Five.[@drones2017song] Six.[@unknown]\n"
    )
    done = marked(page(text), MONOGRAPH)
    assert re.findall(r'<span class="([^"]*)"(?: data-works="([^"]*)")?>', done) == [
        ("claim claim--scholarly", "SP 2"),
        ("claim claim--official", "O 1"),
        ("claim claim--none", ""),
        ("claim claim--author", "A 1"),
        ("claim claim--primary", "G 1"),
        ("claim claim--none", ""),
    ]


def test_a_row_without_notes_is_one_statement_whose_first_cell_shows_it_and_the_head_is_none():
    text = PAGES["table"]
    done = marked(page(text), MONOGRAPH)
    assert "| <a" in done.splitlines()[0] and "claim" not in done.splitlines()[0]
    assert done.splitlines()[3] == (
        '| <span class="claim claim--none">New</span> | <span class="claim claim--none claim--more">4</span> |'
    )
    assert [s.words for s in statements(page(text))] == ["Old: 3", "New · 4", "Hives."]


def test_in_a_row_with_notes_each_cell_has_the_support_of_its_own():
    """A newspaper beside the number lends the name of the hive no support, nor does the book behind the number of bees."""
    row = "| Old | 3[@linden2011roofs] | in May[@post2016swarm; @council2015wax] | – |"
    done = marked(page(f"| Hive | Bees | Flown | Sold |\n|---|---|---|---|\n{row}\n"), MONOGRAPH)
    assert done.splitlines()[2] == (
        '| Old | <span class="claim claim--scholarly" data-works="S 1">3[@linden2011roofs]</span> '
        '| <span class="claim claim--official" data-works="OP 2">in May[@post2016swarm; @council2015wax]</span> | – |'
    )


def test_what_stands_on_another_page_has_marks_where_it_cites_and_no_anchors():
    done = supported(page(PAGES["table"] + "\nPlain. Cited.[@post2016swarm]\n"), MONOGRAPH)
    assert re.findall(r"<[^<>]*>[^<]*", done.replace("\n", "")) == [
        *('<span class="claim claim--scholarly" data-works="S 1">3[@linden2011roofs]', "</span> || New | 4 |/// table-caption"),
        *('<span class="claim claim--official" data-works="O 1">Hives.[@council2015wax]', "</span>///Plain. "),
        *('<span class="claim claim--press" data-works="P 1">Cited.[@post2016swarm]', "</span>"),
    ]


def test_a_head_that_cites_is_a_statement():
    assert len(list(statements(page("| Hive[@linden2011roofs] | Bees |\n|---|---|\n| Old | 3 |\n")))) == 2


def test_a_table_shares_its_number_with_its_caption_and_not_with_the_figure_before_it():
    text = "```mermaid\nflowchart TD\n    a --> b\n```\n\n/// figure-caption\nA figure.\n///\n\n" + PAGES["table"]
    done = marked(page(text), MONOGRAPH).splitlines()
    assert [re.findall(r'id="(p\d+)"', line) for line in done if 'class="para"' in line] == [["p1"], ["p2"]]
    assert done[next(i for i, line in enumerate(done) if "p2" in line)].startswith("| <a")
    assert {s.paragraph.anchor for s in sentences.of_page(page(text))} == {"p1", "p2"}


def test_abstracts_titles_and_notes_are_not_marked():
    done = marked(page(PAGES["boxes"]), MONOGRAPH)
    assert '</a>It repeats. All.' in done and '!!! note "A title. Two"' in done and '!!! editorial "E1"' in done
    assert "claim" not in marked(page(PAGES["hand-written notes"]), MONOGRAPH).split("[^a]:")[1].split("Three")[0].rpartition("\n\n")[0]


def test_a_statement_of_data_is_marked_alike():
    assert statement("Bees.", ["council2015wax"], MONOGRAPH) == '<span class="claim claim--official" data-works="O 1">Bees.</span>'
    assert statement("Bees.", [], MONOGRAPH) == '<span class="claim claim--none">Bees.</span>'
