"""The page of the evidence ledger for invented books: what stands on it, and what it says where there is nothing to count."""

import re

import pytest
from apparatus import checks, pages
from apparatus.drawing import bars
from apparatus.evidence import tally
from apparatus.grounds.links import EVIDENCE
from apparatus.model import Reference
from apparatus.pages import evidence, evidence_chapters, evidence_lists, evidence_tables
from apparatus.read import markdown
from apparatus.references import TITLE_END, TITLE_START

ABSTRACT = '# Roofs\n\n!!! abstract "Abstract"\n\n    All.\n\n'


def references(book):
    return {key: Reference(key, key, f"{TITLE_START}{entry['title'].strip('{}')}{TITLE_END}.", 0) for key, entry in book.by_citekey.items()}


def rendered(book):
    return evidence.render(book, references(book))


def test_every_section_and_every_chapter_has_its_anchor(book):
    page, failures = markdown.page("docs/apparatus/evidence.md", rendered(book))
    assert failures == ()
    assert {heading.anchor for heading in page.headings} == EVIDENCE | {"wax", "parts-roofs"}


def test_every_chart_can_be_drawn_and_every_chart_and_table_has_its_caption(book):
    page, _ = markdown.page("docs/apparatus/evidence.md", rendered(book))
    assert len(page.fences) == 3 and not [fault for fence in page.fences for fault in bars.faults(fence.source)]
    found = checks.run(pages.monograph(book, {"apparatus/evidence.md": page.text}))
    assert [finding for finding in found if finding.code.startswith(("FIG", "PAGE")) and "evidence" in finding.location.path] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Roofs\n\nNo chapter.[@linden2011roofs]\n", "No chapter of this book holds a claim yet."),
        (f"{ABSTRACT}They hum.\n", "No chapter of this book holds a claim yet."),
        (f"{ABSTRACT}They hum.[@sage2020hives]\n", "No claim cites another work than the article."),
        (f"{ABSTRACT}They hum.[@sage2020hives]\n", "No other work than the article is cited."),
        (f"{ABSTRACT}They hum.[@linden2011roofs]\n", "No claim with a source other than the article names a year."),
        (f"{ABSTRACT}They hum.[@linden2011roofs]\n", "No claim cites extremist material."),
        (f"{ABSTRACT}They hum.[@linden2011roofs]\n", "No author or body stands behind more than one of the works cited."),
        (f"{ABSTRACT}In 2012 they hummed.[@linden2011roofs]\n", "1 [claim](#method) with a source other than the article names a year"),
        (f"{ABSTRACT}They hum.[@drones2017song; @sage2020hives]\n", "1 of 1 claim (100\u00a0%) cites [armed groups’ own words]"),
    ],
)
def test_what_is_said_where_there_is_little_to_count(build, text, said):
    assert said in rendered(build({"roofs.md": text}))


@pytest.mark.parametrize(
    ("text", "row", "said"),
    [
        (
            "One.[@linden2011roofs] Two.[@linden2015wax]", "none in more than one claim | – | – |",
            "No work besides the article is cited in more than one claim.",
        ),
        (
            "One.[@linden2011roofs; @linden2015wax] Two.[@linden2011roofs; @linden2015wax] Three.[@elm2016swarm]",
            "[Ada Linden, Roofs (2011)](works/linden2011roofs.md) and [Ada Linden and Bo Hazel, Wax (2015)](works/linden2015wax.md) "
            "| 2 each | 67\u00a0% each |",
            "Cited most, the article apart, are [Ada Linden, Roofs (2011)](works/linden2011roofs.md) and "
            "[Ada Linden and Bo Hazel, Wax (2015)](works/linden2015wax.md): 2 of 3 claims (67\u00a0%) each.",
        ),
        (
            " ".join(["One.[@linden2011roofs; @linden2015wax; @elm2016swarm; @council2015bees]"] * 2), "4 works | 2 each | 100\u00a0% each |",
            "Cited most, the article apart, are 4 works: 2 of 2 claims (100\u00a0%) each.",
        ),
        (
            "One.[@linden2011roofs] Two.[@linden2011roofs]", "[Ada Linden, Roofs (2011)](works/linden2011roofs.md) | 2 | 100\u00a0% |",
            "Cited most, the article apart, is [Ada Linden, Roofs (2011)](works/linden2011roofs.md): 2 of 2 claims (100\u00a0%).",
        ),
    ],
)  # fmt: skip
def test_of_works_that_are_cited_alike_none_is_preferred(build, text, row, said):
    shown = rendered(build({"roofs.md": ABSTRACT + text + "\n"}))
    assert row in shown and said in shown
    assert ("is cited most" in shown, "are cited most" in shown) == ((" is [" in said), (" are " in said))


def test_heads_are_narrow_and_explained_and_numbers_do_not_break(book):
    shown = rendered(book)
    assert "| Chapter | Claims | Scholarship | UN, gov. | Press | Groups | Author alone | No note |" in shown
    assert "UN, gov.: United Nations and governments; Groups: Armed groups’ own words; " in shown
    assert "2\u00a0(22\u00a0%)" in shown and not re.search(r"\d \(<?\d+|\d %", re.sub(r"```.*?```", "", shown, flags=re.DOTALL).replace("claims (", ""))


def test_what_repeats_for_every_chapter_opens_on_demand(book):
    outside = re.sub(r"^\?\?\? .*\n(?:\n|    .*\n)+", "", rendered(book), flags=re.MULTILINE)
    assert "(#wax)" not in outside and outside.count("| Work |") == 1 and "### 1. Wax {#wax}" in outside


@pytest.mark.parametrize(
    ("works", "said"),
    [("@drones2017song", "for all of them it is"), ("@drones2017song; @linden2011roofs", "for 1 of them it is")],
)
def test_how_many_of_the_claims_on_extremist_material_have_nothing_stronger(build, works, said):
    assert said in rendered(build({"roofs.md": f"{ABSTRACT}One.[{works}] Two.[@drones2017song]\n"}))


def test_a_chapter_without_claims_has_a_section(build):
    shown = rendered(build({"a.md": f"{ABSTRACT}They hum.[@linden2011roofs]\n", "b.md": ABSTRACT}))
    assert "### 2. Roofs {#b}\n\nThis chapter holds no claim.\n" in shown
    assert "| [2. Roofs](#b) | 0 | 0 | 0 | 0 | 0 | 0 | 0 |" in shown


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("{Hives: a study}", "Ada Linden, Hives: a study (2016)"),
        ("{The hives of roofs: a study}", "Ada Linden, The hives of roofs (2016)"),
        ("{‘The hives of roofs: a study’}", "Ada Linden, ‘The hives of roofs’ (2016)"),
        ("{Hives of 2016 counted}", "Ada Linden, Hives of 2016 counted"),
        (f"{{‘[{'Of hives ' * 12}]’}}", f"Ada Linden, ‘[{'Of hives ' * 6}Of …]’ (2016)"),
        (f"{{‘{'Of hives ' * 12}’}}", f"Ada Linden, ‘{'Of hives ' * 6}Of …’ (2016)"),
        ("{A | B [of] *hives* @home}", "Ada Linden, A | B [of] *hives* @home (2016)"),
    ],
)
def test_works_are_named_by_maker_title_and_year(build, title, named):
    bib = f"@book{{hives2016,\n  author = {{Linden, Ada}},\n  title = {{{title}}},\n  date = {{2016}},\n}}\n"
    book = build({"a.md": f"{ABSTRACT}They hum.[@hives2016]\n"}, scholarship=bib)
    assert evidence_lists.name("hives2016", book, references(book)) == named
    for line in re.findall(r"^\|.*works/hives2016\.md.*$", rendered(book), re.MULTILINE):
        assert line.count("|") in (5, 6), "a bar in a title does not part cells"
    page, _ = markdown.page("docs/apparatus/evidence.md", rendered(book))
    assert page.clusters == () and not [fault for fence in page.fences for fault in bars.faults(fence.source)]


def test_a_work_that_could_not_be_printed_goes_by_its_citekey_and_has_no_link(book):
    shown = evidence.render(book, {})
    assert "Ada Linden, linden2011roofs" in shown and "works/linden2011roofs.md" not in shown


def test_a_book_of_very_many_chapters_stays_readable(build, monkeypatch):
    monkeypatch.setattr(evidence_tables, "MOST_BARS", 1)
    monkeypatch.setattr(evidence_chapters, "MOST_FULL", 1)
    book = build({name: f"{ABSTRACT}They hum.[@linden2011roofs]\n" for name in ("a.md", "b.md")})
    shown = rendered(book)
    assert shown.count("Whole book | 2 | 0") == 1 and "1. Roofs | 1 | 0" not in shown
    assert 'only stand"' not in shown and "### 2. Roofs {#b}" in shown
    assert len(tally.of_chapters(book)) == 2
