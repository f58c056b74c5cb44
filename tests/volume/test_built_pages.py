"""Built pages become nodes: one small page for each thing, and what the book does not know is reported and kept."""

import pytest
from apparatus.volume import built_pages
from apparatus.volume.blocks import blocks
from apparatus.volume.contents import Bound
from apparatus.volume.divisions import division
from apparatus.volume.inlines import Reading
from apparatus.volume.nodes import (
    Abbreviation,
    Anchor,
    Box,
    Cell,
    Claim,
    Code,
    Definitions,
    Emphasis,
    Figure,
    Foreign,
    Inside,
    LineBreak,
    Link,
    Listing,
    Mark,
    Note,
    OnSite,
    Outside,
    Paragraph,
    Quotation,
    Rule,
    Section,
    Strong,
    Superscript,
    Table,
    Text,
    Verbatim,
    Work,
    plain,
)
from apparatus.volume.targets import Addresses

ADDRESSES = Addresses({"": "index.md", "a/one/": "a/one.md", "a/two/": "a/two.md"}, {"a/one.md": "one", "a/two.md": "two"})
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><title>Hives</title><desc>Two.</desc>{}</svg>'


def page(inner):
    return built_pages.article(f'<html><body><article class="md-content__inner md-typeset">{inner}</article></body></html>')


def reading():
    return Reading("a/one.md", "a/one/", ADDRESSES)


def read(inner):
    built, own = page(inner), reading()
    own.drawings = built.drawings
    return blocks(built.article, own), own.faults


def lines(inner):
    """What stands in one paragraph."""
    found, faults = read(f"<p>{inner}</p>")
    assert faults == [] and len(found) == 1
    return found[0].content


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("a  b\n c", (Text("a b c"),)),
        ("p.\u00a012", (Text("p.\u00a012"),)),
        ("<em>a</em> <strong>b</strong>", (Emphasis((Text("a"),)), Text(" "), Strong((Text("b"),)))),
        ("m<sup>2</sup>", (Text("m"), Superscript((Text("2"),)))),
        ("<code>a  b</code>", (Code("a  b"),)),
        ("a<br> b", (Text("a"), LineBreak(), Text("b"))),
        ('<abbr title="United Nations">UN</abbr>', (Abbreviation((Text("UN"),), "United Nations"),)),
        ('<span lang="ps">wilāyat</span>', (Foreign((Text("wilāyat"),), "ps"),)),
        ('<span class="x">a</span>b', (Text("ab"),)),
        ('<span id="n3">3</span>', (Anchor("n3"), Text("3"))),
        (
            '<span class="claim claim--press claim--more" data-works="P 1">A.</span> B',
            (Claim((Text("A."),), "press", "P 1"), Text(" B")),
        ),
    ],
)
def test_what_stands_in_a_line(inner, expected):
    assert lines(inner) == expected


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("../two/", Inside("a/two.md")),
        ("../two/#x", Inside("a/two.md", "x")),
        ("../two/#two", Inside("a/two.md")),
        ("#here", Inside("a/one.md", "here")),
        ("./#p2", Inside("a/one.md", "p2")),
        ("../..", Inside("index.md")),
        ("../../#top", Inside("index.md", "top")),
        ("https://example.org/a?b#c", Outside("https://example.org/a?b#c")),
        ("mailto:a@example.org", Outside("mailto:a@example.org")),
        ("../../apparatus/works/smith1999/", Inside("apparatus/bibliography.md", "smith1999")),
        ("../../register/people/ann-lee/", Inside("index-of-names.md", "people-ann-lee")),
        ("../../register/people/ann-lee/#mentions", Inside("index-of-names.md", "people-ann-lee")),
        ("../../downloads/bibliography.bib", OnSite("downloads/bibliography.bib")),
        ("../../about/data/#x", OnSite("about/data/#x")),
    ],
)
def test_where_links_lead(href, target):
    assert lines(f'<a href="{href}">x</a>') == (Link((Text("x"),), target),)


def test_links_have_roles():
    assert lines('<a class="mention" href="../two/" title="t">x</a>')[0].role == "mention"
    assert lines('<a class="archived" href="https://example.org/">x</a>')[0].role == "archived"
    assert lines('<a class="editorial-link" href="../two/#e1">x</a>')[0].role == "editorial"


def test_notes_keep_the_numbers_of_the_site_and_lose_what_the_screen_adds():
    mark = '<sup id="fnref:{0}"><a class="footnote-ref" href="#fn:{0}">{0}</a></sup>'
    again = '<sup id="fnref2:1"><a class="footnote-ref" href="#fn:1">1</a></sup>'
    notes = (
        '<div class="footnote"><hr><ol><li id="fn:1"><p>Lee, <em>Bees</em>, p. 3; <span class="also"><a href="../two/">also cited</a></span>. '
        '<a class="footnote-backref" href="#fnref:1">↩</a></p></li>'
        '<li id="fn:2"><p>First.</p><p>Second.&nbsp;<a class="footnote-backref" href="#fnref:2">↩</a></p></li></ol></div>'
    )
    built = page(f"<h1 id='one'>One</h1><p>A.{mark.format(1)} B.{mark.format(2)} C.{again}</p>{notes}")
    found = division(built, Bound("a/one.md", "body", 3, "Part"), reading())
    assert (found.title, found.number, found.matter, found.part, found.slug) == ("One", 3, "body", "Part", "a-one")
    assert found.blocks == (
        Paragraph((Text("A."), Mark(1), Text(" B."), Mark(2), Text(" C."), Mark(1, True))),
    )
    assert found.notes == (
        Note(1, (Text("Lee, "), Emphasis((Text("Bees"),)), Text(", p. 3."))),
        Note(2, (Text("First. Second."),)),
    )


def test_headings_hold_what_follows_them():
    found, _ = read("<p>a</p><h2 id='x'>X<a class='headerlink' href='#x'>¶</a></h2><p>b</p><h3 id='y'>Y</h3><p>c</p><h2>Z</h2>")
    inner = Section((Text("Y"),), (Paragraph((Text("c"),)),), "y")
    assert found == (
        Paragraph((Text("a"),)),
        Section((Text("X"),), (Paragraph((Text("b"),)), inner), "x"),
        Section((Text("Z"),), ()),
    )


def test_paragraphs_have_the_numbers_of_the_site():
    found, _ = read(
        '<p><a class="para" id="p1" href="#p1" data-n="1"></a>A.</p>'
        '<ul><li><a class="para" id="p2" href="#p2" data-n="2"></a>B.</li></ul>'
        '<p id="editorial-e1"><a class="para" id="p3" href="#p3" data-n="3"></a>C.</p>'
    )
    assert found[0] == Paragraph((Text("A."),), 1, "p1")
    assert found[1] == Listing(((Paragraph((Text("B."),), 2, "p2"),),))
    assert found[2] == Paragraph((Anchor("editorial-e1"), Text("C.")), 3, "p3")


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<ol start='4'><li>a</li></ol>", Listing(((Paragraph((Text("a"),)),),), True, 4)),
        ("<ul><li id='x'>a</li></ul>", Listing(((Paragraph((Anchor("x"),)), Paragraph((Text("a"),))),))),
        ("<ul><li>a<ul><li>b</li></ul>c</li></ul>", Listing(((Paragraph((Text("a"),)), Listing(((Paragraph((Text("b"),)),),)), Paragraph((Text("c"),))),))),
        ("<dl><dt id='t'>T</dt><dd>a</dd><dd>b</dd></dl>", Definitions((("t", (Text("T"),), (Paragraph((Text("a"),)), Paragraph((Text("b"),)))),))),
        ("<blockquote><p>q</p></blockquote>", Quotation((Paragraph((Text("q"),)),))),
        ("<pre><code><span class='k'>a</span>\n  b\n</code></pre>", Verbatim("a\n  b")),
        ("<hr>", Rule()),
        ("<div class='admonition abstract'><p class='admonition-title'>T</p><p>a</p></div>", Box("abstract", (Text("T"),), (Paragraph((Text("a"),)),))),
        ("<details class='claims'><summary>S</summary><p>a</p></details>", Box("details", (Text("S"),), (Paragraph((Text("a"),)),))),
        ("<p class='record-head'>a</p>", Paragraph((Text("a"),), role="record-head")),
    ],
)  # fmt: skip
def test_blocks(inner, expected):
    found, faults = read(inner)
    assert (found, faults) == ((expected,), [])


def test_a_table_with_its_caption():
    cells = "<tr><td>a</td><td></td><td>b</td></tr>"
    head = "<thead><tr><th><a class='para' id='p4' href='#p4' data-n='4'></a>H</th><th style='text-align: right;' colspan='2'>I</th></tr></thead>"
    caption = "<figcaption><p><span class='caption-prefix'>Table 2.</span> Hives.</p></figcaption>"
    found, faults = read(f"<figure id='t'><table>{head}<tbody>{cells}</tbody></table>{caption}</figure>")
    table = Table(
        ("left", "right", "right"),
        ((Cell((Paragraph((Text("H"),), 4, "p4"),), True), Cell((Paragraph((Text("I"),)),), True, 2)),),
        ((Cell((Paragraph((Text("a"),)),)), Cell(()), Cell((Paragraph((Text("b"),)),))),),
    )
    assert found == (Figure("table", "Table 2.", (Text("Hives."),), (table,), "t"),) and faults == []


def test_a_drawing_stands_alone_in_both_schemes():
    svg = SVG.format('<rect fill="var(--diagram-text, #1f2a33)" stroke="var(--support-press-line, #855600)"/>')
    found, faults = read(f"<figure id='f'><div class='diagram' tabindex='0'>{svg}</div><figcaption>C</figcaption></figure>")
    (figure,) = found
    (drawing,) = figure.blocks
    assert (figure.kind, plain(figure.caption), faults) == ("figure", "C", [])
    assert (drawing.name, drawing.title, drawing.description, drawing.width, drawing.height) == ("a-one-1", "Hives", "Two.", 40, 20)
    assert 'viewBox="0 0 40 20"' in drawing.svg and 'fill="#1f2a33" stroke="#855600"' in drawing.svg
    assert 'fill="#e6e3dc" stroke="#e3b75e"' in drawing.dark and "var(" not in drawing.svg + drawing.dark


@pytest.mark.parametrize("svg", ["<svg viewBox='0 0 1 1'><rect></svg>", "<svg xmlns='http://www.w3.org/2000/svg'></svg>"])
def test_a_broken_drawing_is_a_fault(svg):
    _, faults = read(f"<figure id='f'>{svg}</figure>")
    assert [(fault.code, fault.anchor) for fault in faults] == [("SET003", "f")]


@pytest.mark.parametrize(
    ("inner", "kept"), [("<p id='p9'>a <kbd>K</kbd> b</p>", "a K b"), ("<iframe>c</iframe>", "c"), ("<video>d</video>", "d")]
)
def test_what_the_book_does_not_know_is_reported_and_its_words_are_kept(inner, kept):
    found, faults = read(inner)
    assert plain(found) == kept
    assert [(fault.division, fault.code) for fault in faults] == [("a/one.md", "SET003")]


@pytest.mark.parametrize(
    ("head", "body", "fits"),
    [
        ([(1, 1), (1, 1)], [[(1, 1), (1, 1)]], True),
        ([(1, 2), (2, 1)], [[(1, 1), (1, 1)]], False),  # the second row of the head belongs to the head
        ([(2, 1)], [[(1, 2), (1, 1)], [(1, 1)]], True),
        ([(1, 1)], [[(1, 9)]], False),
        ([(1, 1), (1, 1)], [[(3, 1)]], False),
        ([(1, 1), (1, 1)], [[(1, 1)]], False),
        ([(1, 1), (1, 1)], [[(1, 1)] * 3], False),
    ],
)
def test_a_table_whose_cells_do_not_fill_it_is_a_fault_and_is_kept(head, body, fits):
    def row(cells, tag):
        return "<tr>" + "".join(f"<{tag} colspan='{wide}' rowspan='{high}'>x</{tag}>" for wide, high in cells) + "</tr>"

    rows = "".join(row(cells, "td") for cells in body)
    (table,), faults = read(f"<table><thead>{row(head, 'th')}</thead><tbody>{rows}</tbody></table>")
    assert [fault.code for fault in faults] == ([] if fits else ["SET003"])
    assert plain(table) == "x" * (len(head) + sum(map(len, body)))
    assert fits or {len(cells) for cells in (*table.head, *table.body)} == {len(table.columns)}


@pytest.mark.parametrize("inner", ["<ul>loose<li>a</li></ul>", "<dl>loose<dt>a</dt></dl>", "<table><caption>c</caption><tr><td>a</td></tr></table>"])
def test_what_stands_between_the_parts_of_a_list_or_table_is_a_fault(inner):
    assert [fault.code for fault in read(inner)[1]] == ["SET003"]


def test_a_list_in_a_caption_keeps_its_words_and_is_a_fault():
    found, faults = read("<figure id='t'><table><tr><td>a</td></tr></table><figcaption><p>C</p><ul><li>d</li></ul></figcaption></figure>")
    assert plain(found[0].caption) == "Cd" and [fault.code for fault in faults] == ["SET003"]


def test_text_behind_an_inner_article_is_kept():
    assert plain(read("<p>a</p><article>b</article><p>c</p>")[0]) == "abc"


@pytest.mark.parametrize(
    "gone",
    [
        "<p data-search-exclude>x</p>",
        "<div hidden>x</div>",
        "<p class='downloads'>x</p>",
        "<details class='cite'><summary>x</summary></details>",
        "<details class='mentions'><summary>x</summary></details>",
        "<fieldset class='tiles__switch' hidden>x</fieldset>",
    ],
)
def test_what_belongs_to_the_screen_is_left_out(gone):
    found, faults = read(f"<p>a</p>{gone}<p>b</p>")
    assert (plain(found), faults) == ("ab", [])


def test_a_work_of_the_bibliography():
    found, faults = read(
        "<ul><li class='work' id='lee1999'><p>Lee, <a href='../../apparatus/works/lee1999/'>Bees</a>.</p>"
        "<p class='work-marks'><em>consulted</em> · <a class='archived' href='https://example.org/'>copy</a> · "
        "<a href='../../apparatus/works/lee1999/'>page of this work</a></p>"
        "<details class='work-passages'><summary>Cited</summary><p class='work-passages'><a href='../two/#p1'>¶ 1</a>, "
        "<a href='../two/#p1'>again</a>, <a href='../../downloads/x'>x</a></p></details></li></ul>"
    )
    ((work,),) = found[0].items
    assert isinstance(work, Work) and faults == []
    assert (work.citekey, plain(work.reference), plain(work.marks)) == ("lee1999", "Lee, Bees.", "consulted · copy")
    assert work.cited == (Inside("a/two.md", "p1"),)


def test_a_page_without_article_is_none():
    with pytest.raises(ValueError, match="no article"):
        built_pages.article("<html><body><p>x</p></body></html>")
