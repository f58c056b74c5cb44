"""The layout of pages as `make fix` mends it: each slip, what is left alone, and that the page prints the same."""

import time

import markdown
import pytest
from apparatus import checks, fixes, read
from apparatus.grounds import layout
from apparatus.model import Source

LAYOUT = {
    "A hive.  \nA skep.\t\n": "A hive.\nA skep.\n",
    "A hive.": "A hive.\n",
    "A hive.\n\n \n": "A hive.\n",
    "A hive.\r\n\r\n\r\n": "A hive.\r\n",
    "Some:\n- a\n- b\n": "Some:\n\n- a\n- b\n",
    "## A\nA hive.\n## B\n\nA skep.\n": "## A\n\nA hive.\n\n## B\n\nA skep.\n",
    "A hive.\r\n## B\r\n\r\nA skep.\r\n": "A hive.\r\n\r\n## B\r\n\r\nA skep.\r\n",
    "* a\n* b\n": "- a\n- b\n",
    "A hive. It stands. “It is one. It is.”\n": "A hive.\nIt stands. “It is one. It is.”\n",
    "!!! note\n\n    A hive. It stands.\n": "!!! note\n\n    A hive.\n    It stands.\n",
    "A hive.[@a2000x] It stands.[@a2000x]\r\n": "A hive.[@a2000x]\r\nIt stands.[@a2000x]\r\n",
}
KEPT = [
    "```text\na  \n\n\n* b\n```\n",
    "- A hive. It stands.\n",
    "A hive. 2. is no hive. # is none.\n",
    "Dr. Hazel, i.e. the keeper, and Prof. M. Linden.\n",
    "- a\n  b\n- c\n",
]


def mend(text):
    book = read.monograph([Source("docs/p.md", text)])
    return fixes.mended(book, fixes.edits(book, checks.run(book))).get("docs/p.md", text)


@pytest.mark.parametrize("written", LAYOUT)
def test_layout_is_mended_once_and_for_all(written):
    mended = mend(written)
    assert mended == LAYOUT[written]
    assert mend(mended) == mended


@pytest.mark.parametrize("written", KEPT)
def test_what_is_right_or_unclear_is_kept(written):
    assert mend(written) == written


@pytest.mark.parametrize("written", [text for text in LAYOUT if "Some:" not in text and "  \n" not in text])
def test_the_page_prints_the_same(written):
    """A list right below a paragraph and two blanks at a line's end are what print otherwise; that is why they are slips."""

    def printed(text):
        return " ".join(markdown.markdown(text, extensions=["admonition"]).split())

    assert printed(LAYOUT[written]) == printed(written)


def test_a_misspelling_with_one_meaning_is_mended_and_one_with_several_is_not():
    assert mend("They recieve wax, and Recieve it; ajust and “recieve” and ths.\n") == "They receive wax, and Receive it; adjust and “recieve” and ths.\n"


LONG = ["\n" * 240_000 + "a", "A b. C d.\n" * 50_000, "a" + " " * 240_000 + "b", " \n" * 100_000 + "a\n", "# a\n" * 60_000, "a\n- b\n" * 40_000]


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_long_pages_take_time_in_proportion(text):
    monograph = read.monograph([Source("docs/p.md", text)])
    start = time.process_time()
    layout.of_book(monograph)
    assert time.process_time() - start < 10
