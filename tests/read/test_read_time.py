"""Time: whatever is repeated, twice as much of it takes about twice as long, and a book is read in seconds."""

import gc
import subprocess
import sys
import time
from pathlib import Path

import pytest
from apparatus import read
from apparatus.model import Source
from apparatus.read import bibtex, data, locators, markdown

SIGNS = 240_000
PAGES = [
    "[", "]", "[]", "[a](", "[a](b", "[a][", "[a] [b] ", "![", "[@a", "[@a;", "[@a] ", "[@", "@", "@a1999 ", "@a1999 [", "@a1999] ",
    "@{", "`", "`a", "`` ` ", "\\", "<", "<a ", '<a "', "<a \"' ", "<!--", "<!--\n", "<pre>\n", "<code>", "</", "http://", "http://a)",
    "*a", "_a ", "**", "{#", "{a}", ">", "> \n", "- ", "- x\n", "1. ", ": ", "x\n", "x \n\n", "    x\n", "\t", " ", "\r", "# ", "# a\n",
    "# a_1\n# a\n", "=", "-", "* ", "___", "|", "|-", "a|b\n-|-\n", "```\n", "~~~ x\n", "!!! a ", '!!! a "b"\n', "/// a\n", "[^a]: x\n",
    "[^a]", "[a]: x\n", "---\n", "&", "\0", "😀", "\ufeff", "“", '"', ";", "a:", "p. ",
]  # fmt: skip
WRAPPED = [("[" , "[", "]" * 200_000), ("[@a", "; @a", "]"), ("[@a, p. ", "1, ", "]"), ("[@a, “", "“;", "]"), ("# ", " {a", "}"), ("[a](", "(", ")" * 300_000),
           ("---\n", "a: [\n", "---\n"), ("---\n", "x\n", "\n---\n"), ("- " * 29, "x\n\n", ""), ("<a ", "b=c ", ">"), ("`", "a", "`"), ("a|b\n", "-", "x")]  # fmt: skip
ENTRIES = ["{", "}", "@", "@a{", "@a{\n", "@a{b,", "@a{b,c={", '@a{b,c="', "@a{b} ", "@comment{", "@comment{\n", " @\n", "a=\n", "a = {\n", "%", "\\", "@a("]
FIELDS = ["{", "}", '"', "c", "c=", "c=1,", "c=1 ", "c={x},", "c={x}y", "1#", "{x,", " ", ",", "=", "(", "@", "\n@", "\nc = {", "c = \n"]
RECORDS = ["[", "{", "- ", "- a: b\n", "- a:\n", "? ", "'", '"', "- a: '[@b]'\n", "x", "&a ", "*a ", "! ", "|", ">\n", ": ", "\t", "#", "---\n", "- {a: "]


def seconds(act, *arguments):
    """Without garbage collection, whose time grows with what the tests before have left behind."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        act(*arguments)
        return time.process_time() - start
    finally:
        gc.enable()


def linear(act, make):
    """Whether many signs are read in seconds and, if it takes more than one, a quarter of them in much less."""
    long = seconds(act, "x", make(SIGNS))
    assert long < 20
    if long > 1:
        assert long < 10 * seconds(act, "x", make(SIGNS // 4))


@pytest.mark.parametrize("piece", PAGES, ids=repr)
def test_pages_take_time_in_proportion(piece):
    linear(markdown.page, lambda size: piece * (size // len(piece)))


@pytest.mark.parametrize(("before", "piece", "after"), WRAPPED)
def test_pages_with_an_end_take_time_in_proportion(before, piece, after):
    linear(markdown.page, lambda size: before + piece * (size // len(piece)) + after)


@pytest.mark.parametrize("piece", ENTRIES, ids=repr)
def test_entries_take_time_in_proportion(piece):
    linear(bibtex.entries, lambda size: piece * (size // len(piece)))


@pytest.mark.parametrize("piece", FIELDS, ids=repr)
def test_fields_take_time_in_proportion(piece):
    linear(bibtex.entries, lambda size: "@a{b, c = " + piece * (size // len(piece)) + "}")
    linear(bibtex.entries, lambda size: "@a{b, " + piece * (size // len(piece)) + "}")


@pytest.mark.parametrize("piece", RECORDS, ids=repr)
def test_records_take_time_in_proportion(piece):
    linear(data.data, lambda size: piece * (size // len(piece)))


@pytest.mark.parametrize("piece", ["1, ", "1-", "1 n. ", " ", "“", "(", "1:", "p. ", "i", "A-", ",", "{", "pmbl. ", "and "], ids=repr)
def test_locators_take_time_in_proportion(piece):
    for head in (", ", ", p. ", ", p. 1", " "):
        linear(lambda _, text: locators.read(text), lambda size: head + piece * (size // len(piece)) + "~")


def test_a_book_is_read_in_seconds():
    prose = "Words that go on for a line as they do in prose, and then one more line follows it.\nIt ends [see @k{0}, pp. 3-4; @b].[^1]\n\n"
    page = "---\ntitle: A\n---\n# A\n\n" + "".join(f"## H {i}\n\n" + prose.format(i) * 4 for i in range(10)) + "[^1]: Note [@c].\n"
    entry = "@report{{k{0},\n  author = {{{{UN}}}},\n  title = {{T {{x}}}},\n  year = {{2019}},\n  url = {{https://x.org/{0}}},\n}}\n\n"
    book = [Source(f"docs/{i}.md", page) for i in range(300)] + [Source("bib/a.bib", "".join(map(entry.format, range(2000))))]
    assert seconds(read.monograph, book) < 8  # 1.3 s when measured


def test_the_readers_load_at_once():
    code = "import sys; sys.path.insert(0, sys.argv[1]); import apparatus.read; assert not {'yaml', 'bibtexparser'} & set(sys.modules)"
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, str(Path(read.__file__).parents[2])], check=True)
    assert time.perf_counter() - start < 5
