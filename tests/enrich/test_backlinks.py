"""Names of marks, notes and links back: each link back says where it leads, and that is where its mark stands."""

import re

import pytest
from apparatus.enrich.backlinks import named
from lxml import html

BACK = '<a class="footnote-backref" href="#fnref:{0}" title="Jump back to footnote {0} in the text">&#8617;</a>'


def mark(number):
    return f'<sup id="fnref:{number}"><a class="footnote-ref" href="#fn:{number}">{number}</a></sup>'


def para(number):
    return f'<a class="para" id="p{number}" href="#p{number}" data-n="{number}" aria-label="Paragraph {number}"></a>'


def places(body, marks):
    notes = "".join(f'<li id="fn:{n}"><p>A work.&#160;{BACK.format(n)}</p></li>' for n in range(1, marks + 1))
    return re.findall(r'title="Back to ([^"]*)"', named(f'{body}<div class="footnote"><hr /><ol>{notes}</ol></div>'))


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (f"<p>{para(1)}One.{mark(1)}</p><p>{para(2)}Two.{mark(2)} Three.{mark(3)}</p>", ["paragraph 1", "paragraph 2", "paragraph 2"]),
        (
            f'<p>{para(1)}One.</p><p id="editorial-e7">Not so.{mark(1)}</p><p>{para(2)}Two.{mark(2)}</p>',
            ["editorial note E7", "paragraph 2"],
        ),
        (f"<p>{para(1)}One.</p><figure><svg></svg><figcaption><p>{mark(1)}{para(2)}</p></figcaption></figure>", ["paragraph 2"]),
        (f"<p>{para(1)}One.</p><figure><table><tr><td>{mark(1)}</td></tr></table><p>{para(2)}Two</p></figure>", ["paragraph 2"]),
        (f"<p>{para(1)}</p><figure><figcaption>{mark(1)}</figcaption></figure>", ["paragraph 1"]),
        (
            f'<p>{para(1)}</p><h2 id="a">Hives &amp; <em>“bees”</em>{mark(1)}<a class="headerlink" href="#a">&para;</a></h2>',
            ["“Hives &amp; “bees””"],
        ),
        (f'<dl><dt id="wax">Wax</dt><dd>Of bees.{mark(1)}</dd><dt>Comb</dt><dd>Of wax.{mark(2)}</dd></dl>', ["“Wax”", "“Comb”"]),
        (mark(1), ["the text"]),
        ("", ["the text"]),
        (f'<h2 id="a">The "old" one</h2><p>{mark(1)}</p>', ["“The &quot;old&quot; one”"]),
    ],
)
def test_a_link_back_names_the_place_of_its_mark(body, wanted):
    assert places(body, len(wanted)) == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (f"<p>{para(12)}One.{mark(1)}</p>", "¶\u00a012"),
        (f'<p id="editorial-e49">Not so.{mark(1)}</p>', "E49"),
        (f'<figure><table></table><figcaption><p><span class="caption-prefix">Table 1.</span> {mark(1)}{para(2)}</p></figcaption></figure>', "Table\u00a01"),
        (f'<figure><svg></svg><figcaption><p><span class="caption-prefix">Figure 12.</span>{mark(1)}</p></figcaption></figure>', "Figure\u00a012"),
        (f'<h2 id="e49">E49. A title as long as it takes to say what is wrong</h2><p>{mark(1)}</p>', "E49"),
        (f'<h2 id="a">A title as long as it takes to say what is wrong</h2><p>{mark(1)}</p>', None),
        (f'<dl><dt id="wax">Wax &amp; co.</dt><dd>Of bees.{mark(1)}</dd></dl>', "“Wax & co.”"),
        (mark(1), None),
    ],
)
def test_a_link_back_prints_its_place_in_short(body, wanted):
    tree = html.document_fromstring(named(f'{body}<div class="footnote"><p>{BACK.format(1)}</p></div>'))
    (link,) = tree.xpath("//a[@class='footnote-backref']")
    printed = [span.text_content() for span in link.xpath("./span[@class='back-to']")]
    assert printed == ([] if wanted is None else [wanted]) and link.text_content().split() == " ".join(["↩", *printed]).split()
    if wanted and wanted[0] not in "¶E":
        assert wanted.replace("\u00a0", " ") in link.get("aria-label"), "who speaks the name says what is printed"


def test_marks_notes_and_links_back_have_names_and_roles():
    tree = html.document_fromstring(named(f'<p>{para(1)}{mark(1)}</p><div class="footnote"><p>{BACK.format(1)}</p></div>'))
    found = [(e.get("role"), e.get("aria-label")) for e in tree.xpath("//*[@role]")]
    assert found == [("doc-noteref", "Note 1"), ("doc-endnotes", "Notes"), ("doc-backlink", "Back to paragraph 1")]


def test_a_page_without_notes_stays_as_it_is():
    text = f'<h1 id="a">A</h1><p>{para(1)}A <a href="#p1">link</a>.</p>'
    assert named(text) == text
