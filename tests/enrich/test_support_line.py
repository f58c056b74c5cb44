"""The line at the head of a chapter's closing section: its numbers, its link, and where it does not stand."""

from apparatus import read
from apparatus.enrich.support_line import with_support_line
from apparatus.model import Source

ABSTRACT = '# Roofs\n\n!!! abstract "Abstract"\n\n    All.\n\n'
BODY = "Hives stand there.[@linden2011roofs] In 2012 they were nine.[@linden2011roofs; @hazel2015wax]\n\n"
BIB = "@book{linden2011roofs,\n  title = {Roofs},\n}\n@book{hazel2015wax,\n  title = {Wax},\n}\n"
CLOSING = "## What this chapter rests on {#rests-on}\n\nTwo books.\n"


def line(text, name="parts/roofs.md"):
    book = read.monograph([Source(f"docs/{name}", text), Source("bib/scholarship.bib", BIB)])
    return with_support_line(book.pages[0], book)


def test_it_stands_below_the_heading_with_a_link_to_the_chapter_in_the_ledger():
    heading, _, rest = CLOSING.partition("\n")
    said = "Of 2 claims, 2 rest on scholarship; 1 rests on one work only ([evidence ledger](../apparatus/evidence.md#parts-roofs))."
    assert line(ABSTRACT + BODY + CLOSING) == f"{ABSTRACT}{BODY}{heading}\n\n{said}\n{{: .support-line }}\n\n{rest}"
    assert "(apparatus/evidence.md#roofs)" in line(ABSTRACT + BODY + CLOSING, "roofs.md")


def test_nothing_is_added_elsewhere():
    for text in (ABSTRACT + BODY, BODY + CLOSING, ABSTRACT + "They hum.\n\n" + CLOSING, ""):
        assert line(text) == text


def test_text_right_below_the_heading_is_a_paragraph_of_its_own():
    page, _ = read.markdown.page("docs/a.md", line(ABSTRACT + BODY + CLOSING.replace("\n\n", "\n")))
    assert page.paragraphs[-1].text.strip() == "Two books."


def test_a_heading_may_end_the_page():
    assert line(ABSTRACT + BODY + CLOSING.partition("\n")[0]).endswith("roofs)).\n{: .support-line }\n")
