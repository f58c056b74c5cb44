"""The real monograph: complete, clean, every note of the article accounted for, in the shape the house wants."""

import re
from pathlib import Path

import pytest
from apparatus import checks, read, report

ROOT = Path(__file__).parents[2]
CHAPTERS = [
    "introduction.md",
    *(f"fighters/{name}.md" for name in ("concept", "in-the-ranks", "attacks", "india")),
    *(f"borders/{name}.md" for name in ("emergence", "sub-provinces", "alliances")),
    *(f"inside/{name}.md" for name in ("leadership", "structure", "aims")),
    *(f"counter-terrorism/{name}.md" for name in ("operations-2016-17", "nangarhar", "jowzjan", "kunar")),
    "conclusion.md",
]
ALL_NOTES = list(range(1, 71))
LOST = {4, 24}


@pytest.fixture(scope="module")
def book():
    return read.book(ROOT)


def test_no_findings(book):
    assert [report.line(finding) for finding in checks.run(book)] == []


def test_every_address_has_its_row_in_the_ledger_and_every_row_its_archived_copy(book):
    """The two entries without a copy are those whose date of access is lost."""
    rows = {row.url: row for row in book.links}
    given = {entry["url"]: entry for entry in book.entries if entry["url"]}
    documents = {"https://undocs.org/" + e["number"].replace(" ", "") for e in book.entries if e.location.path == "bib/un.bib" and not e["url"]}
    assert rows.keys() == given.keys() | documents and len(given) > 100
    assert {given[url].citekey for url, row in rows.items() if not row.archive and url not in documents} == {"giustozzi2016nuanced", "schmid2015estimates"}
    for url, row in rows.items():
        if row.archive:
            assert row.archive == f"https://web.archive.org/web/{given[url]['urldate'].replace('-', '')}/{url}"


def test_every_note_of_the_article_is_in_the_concordance(book):
    rows = book.data["concordance"]
    assert [row.values["note"] for row in rows] == ALL_NOTES
    assert {row.values["note"] for row in rows if row.values["status"] == "lost"} == LOST
    assert all(row.values.get("citekey") for row in rows if row.values["note"] not in LOST)


def test_locators_of_the_concordance_stand_in_the_text(book):
    """Where the article's note gives a page, the section that carries the claim cites that page."""
    cited = {(p.name, c.citekey, c.locator.text if c.locator else "") for p in book.pages for c in p.citations}
    for row in book.data["concordance"]:
        if row.values.get("locator"):
            where = row.values["where"]
            pages = [target.partition("#")[0] for target in ([where] if isinstance(where, str) else where)]
            wanted = {(page, row.values["citekey"], row.values["locator"]) for page in pages}
            assert wanted & cited, f"note {row.values['note']}: {sorted(wanted)}"


@pytest.mark.parametrize("name", CHAPTERS)
def test_chapter_has_the_parts_of_a_chapter(book, name):
    page = book.by_name[name]
    assert page.front_matter["title"] == page.headings[0].text
    assert 20 < len(page.front_matter["description"]) < 170
    assert page.text.index('!!! abstract "Abstract"') < page.text.index("\n## ")
    assert page.headings[-1].anchor == "rests-on", "each chapter closes with what it rests on"
    assert len(page.citations) >= 8
    assert len({link.target.partition("#")[0] for link in page.links if ".md" in link.target}) >= 4, "chapters link to each other"


@pytest.mark.parametrize("name", CHAPTERS)
def test_chapter_is_as_long_as_a_chapter(book, name):
    body = re.sub(r"\[[^\]\n]*@[^\]\n]*\]|(?s:^```.*?^```)|^\|.*$", " ", book.by_name[name].text, flags=re.MULTILINE)
    assert 550 <= len(re.findall(r"[\w’-]+", body)) <= 1400


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_paragraph_of_a_chapter_cites(book, name):
    """Abstract, editorial notes and the closing section apart."""
    page = book.by_name[name]
    for paragraph in page.paragraphs:
        text = paragraph.text.strip()
        if paragraph.kind != "paragraph" or paragraph.section == "rests-on" or text.startswith(("!!!", "///")):
            continue
        if paragraph.span.start < page.text.index("\n## ") and "abstract" in page.text[: paragraph.span.start].rsplit("!!!", 1)[-1][:30]:
            continue
        inside = [c for c in page.clusters if paragraph.span.start <= c.span.start < paragraph.span.end]
        assert inside, f"{paragraph.location}: {text[:60]}"


def test_extremist_sources_have_no_address(book):
    extremist = [entry for entry in book.entries if "extremist" in entry.keywords]
    assert len(extremist) >= 4
    for entry in extremist:
        assert not entry["url"] and not entry["doi"] and "http" not in entry.raw


def test_works_read_for_this_edition_are_told_from_those_that_were_not(book):
    """A work of the article is marked as consulted only by an explicit decision; an editors' source always is."""
    of_article = {row.values.get("citekey") for row in book.data["concordance"]}
    chapters = {c.citekey for name in CHAPTERS for c in book.by_name[name].citations}
    for entry in book.entries:
        if "consulted" in entry.keywords:
            assert entry.citekey not in of_article and entry.citekey not in chapters
        else:
            assert entry.citekey in of_article | {"sarkar2020"}


def test_every_figure_is_there(book):
    named = {name: [f.source.strip() for f in page.fences if f.language == "figure"] for name, page in book.by_name.items()}
    assert {name: figures for name, figures in named.items() if figures} == {
        "inside/leadership.md": ["emirs"],
        "inside/structure.md": ["organisation"],
        "borders/alliances.md": ["alliances"],
        "borders/sub-provinces.md": ["sub-provinces"],
        "counter-terrorism/jowzjan.md": ["recruiters"],
        "counter-terrorism/operations-2016-17.md": ["strength"],
        "counter-terrorism/kunar.md": ["presence"],
    }
