"""Links by value: what each LNK check finds on a page of a tiny book, where, and the look-alikes that none may touch."""

import importlib
from pathlib import Path

import apparatus.checks
import pytest
from apparatus import pages, read
from apparatus.grounds.links import GENERATED
from apparatus.model import Source

CHECKS = [
    importlib.import_module(f"apparatus.checks.{path.stem}")
    for path in sorted(Path(apparatus.checks.__file__).parent.glob("lnk[0-9]*.py"))
]
OTHER = Source("docs/part/hives.md", "# Hives\n\n## Two kinds {#kinds}\n\n### Wide & narrow\n\n[](){#spot} <span id=\"dot\"></span>\n")
FILES = ("docs/index.md", "docs/part/hives.md", "docs/assets/hive.svg", "docs/assets/list.pdf")


def book(text, *others, files=FILES):
    return read.monograph([Source("docs/index.md", text), OTHER, *others], (), files)


def found(text, *others):
    """Codes, lines and columns on the page, whose first two lines are its title and nothing."""
    findings = sorted({finding for check in CHECKS for finding in check.check(book(f"# Bees\n\n{text}", *others))})
    return [(f.code, f.location.line - 2, f.location.column) for f in findings if f.location.path == "docs/index.md"]


GOOD = [
    "[hives](part/hives.md) [kinds](part/hives.md#kinds) [kinds](./part/hives.md#kinds) [q](part/hives.md?x#wide-narrow)",
    "[spot](part/hives.md#spot) [dot](part/hives.md#dot) [bees](#bees) [top](#top) [note](#fn:1) [up](part/../part/hives.md)",
    "[percent](part/hiv%65s.md#k%69nds) [angle](<part/hives.md>) [titled](part/hives.md \"Title\") [titled](part/hives.md 'T')",
    "[book](apparatus/bibliography.md) [glossary](apparatus/glossary.md#glossary) [checks](about/checks.md#cit001)",
    "![A hive](assets/hive.svg) [list](assets/list.pdf#page=3) [styles](assets/stylesheets/diagrams.css)",
    "[mail](mailto:bees@example.org) <bees@example.org> <https://example.org/a> [web](https://example.org/a_(b))",
    "`[nothing](nowhere.md)` \\[a](nowhere.md) <!-- [a](nowhere.md) https://example.org -->",
    "```text\n[a](nowhere.md) [here](b.md) https://example.org [a] (b.md)\n```",
    "    [a](nowhere.md) https://example.org [a] (b.md)",
    "[here is a hive](part/hives.md) [herein](part/hives.md) [the article](part/hives.md) [more bees](part/hives.md)",
    "[](){#anchor} [text][ref] [ref][] [ref] ![A hive][ref2]\n\n[ref]: part/hives.md \"T\"\n[REF2]: assets/hive.svg",
    "[//]: # (a comment)\n[comment]: <> (another)",
    "[1] (see below) and [sic] (part) and f(x)[0] and (text)[^1] and [a](part/hives.md) (b)\n\n[^1]: Note.",
    "Wow! [Hives](part/hives.md) and [[1]] and [@key] (p. 3) and [text]{.class}",
    "![A hive](assets/hive.svg){ loading=lazy } <img src=\"assets/hive.svg\" alt=\"\"> <img src=\"assets/hive.svg\" alt=\"Hive\">",
    "## One\n\n### Two\n\n#### Three\n\n## Four\n\n### Five",
    "## Same\n\n## Same\n\n## Same {#other}",
    "[![A hive](assets/hive.svg)](part/hives.md)",
    "خلايا [النحل](part/hives.md) é [café](part/hives.md)",
    "*[FH]: Frame hive\n\nFH and [Note]: this is prose",
    "[www.example.org](https://example.org/a) [https://example.org](https://www.example.org/) [notes.org](assets/list.pdf)",
    "[the list (index.md)] and [two words](part/hives.md) and [` x `](part/hives.md) and e.g. [a `[b](c)`](part/hives.md)",
    "https example.org and user@example.org and //example and C: drive",
    "[_](part/hives.md) and [notes.org](https://example.net/a)",
]


@pytest.mark.parametrize("text", GOOD)
def test_legal_links_are_left_alone(text):
    assert found(text) == []


BAD = [
    ("A [hive](part/hive.md).", "LNK001", 1, 3),
    ("A [hive](hives.md).", "LNK001", 1, 3),
    ("A [hive](part/Hives.md).", "LNK001", 1, 3),
    ("A [hive](part/hives).", "LNK001", 1, 3),
    ("A [hive](part/hives/).", "LNK001", 1, 3),
    ("A [hive](part/hives.html#kinds).", "LNK001", 1, 3),
    ("A [hive](part\\hives.md).", "LNK001", 1, 3),
    ("A [hive][r].\n\n[r]: part/hive.md", "LNK001", 1, 3),
    ("A [kind](part/hives.md#kind).", "LNK002", 1, 3),
    ("A [kind](part/hives.md#Kinds).", "LNK002", 1, 3),
    ("A [kind](#kinds).", "LNK002", 1, 3),
    ("A [row](apparatus/concordance.md#n99).", "LNK002", 1, 3),
    ("An ![A hive](assets/hive.png).", "LNK003", 1, 4),
    ("An ![A hive](assets/Hive.svg).", "LNK003", 1, 4),
    ("A [list](assets/lists.pdf).", "LNK003", 1, 3),
    ("## One {#a}\n\n## Two {#a}", "LNK004", 3, 9),
    ("A <span id=\"a\"></span> and [](){#a}", "LNK004", 1, 33),
    ("!!! editorial \"E1\"\n\n[](){#editorial-e1}", "LNK004", 3, 6),
    ("![](assets/hive.svg)", "LNK005", 1, 1),
    ("![ ](assets/hive.svg)", "LNK005", 1, 1),
    ("![image](assets/hive.svg)", "LNK005", 1, 1),
    ("![hive.svg](assets/hive.svg)", "LNK005", 1, 1),
    ("![Hive.](assets/hive.svg)", "LNK005", 1, 1),
    ("A <img src=\"assets/hive.svg\">", "LNK005", 1, 3),
    ("See https://example.org/a.", "LNK006", 1, 5),
    ("See [here](part/hives.md).", "LNK007", 1, 5),
    ("See [click here](part/hives.md).", "LNK007", 1, 5),
    ("See [**this page**](part/hives.md).", "LNK007", 1, 5),
    ("See [“Read more …”](part/hives.md).", "LNK007", 1, 5),
    ("See [](part/hives.md).", "LNK007", 1, 5),
    ("See [link][r].\n\n[r]: part/hives.md", "LNK007", 1, 5),
    ("See [the DOI](http://doi.org/10.1000/1).", "LNK008", 1, 5),
    ("See [hives][hivs].", "LNK009", 1, 5),
    ("See.\n\n[hives]: part/hives.md", "LNK010", 3, 1),
    ("## One\n\n#### Two", "LNK011", 3, 6),
    ("Text.\n\n# Second", "LNK012", 3, 3),
    ("[a]\n\n[a]: part/hives.md\n[A]: part/hives.md#kinds", "LNK015", 4, 1),
    ("A [hive](/part/hives.md).", "LNK016", 1, 3),
    ("A [bee](index.md).", "LNK016", 1, 3),
    ("A [hive] (part/hives.md).", "LNK017", 1, 3),
    ("A (hive)[part/hives.md].", "LNK017", 1, 3),
    ("A [hive]{part/hives.md}.", "LNK017", 1, 3),
    ("A [hive](part/hives.md and more", "LNK017", 1, 3),
    ("A [hive](part/my hives.md).", "LNK017", 1, 3),
    ("A [hive](part/hives.md)#kinds.", "LNK017", 1, 8),
    ("A [hive(part/hives.md).", "LNK017", 1, 3),
    ("A hive](part/hives.md).", "LNK017", 1, 7),
    ("A [mail](keeper@example.org).", "LNK017", 1, 3),
    ("See www.example.org/a.", "LNK006", 1, 5),
    ("A [ hive](part/hives.md).", "LNK023", 1, 3),
    ("A [hive ][r].\n\n[r]: part/hives.md", "LNK023", 1, 3),
    ("A [hive ](part/hives.md).", "LNK023", 1, 3),
    ("A [www.example.org](https://example.net/).", "LNK024", 1, 3),
    ("A [the [hive](part/hives.md) there](index.md#bees).", "LNK025", 1, 3),
    ("A <a href=\"part/hives.md\">hive</a>.", "LNK020", 1, 3),
    ("A [hive]().", "LNK021", 1, 3),
    ("A [hive](#).", "LNK021", 1, 3),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), BAD)
def test_each_fault_is_found_once_in_its_place(text, code, line, column):
    assert found(text) == [(code, line, column)]


def test_a_fault_is_found_after_links_that_are_none_of_its_check():
    text = "[one](https://example.org/a) [two](part/hives.md) f[ab][cd] [hive](part/hive.md)\n![A hive](assets/hive.svg) [here](part/hives.md) [hives][hivs] ![A hive](assets/hive.png)"
    assert found(text) == [("LNK001", 1, 61), ("LNK007", 2, 28), ("LNK009", 2, 50), ("LNK003", 2, 64)]


def test_a_label_without_definition_is_found_on_every_page():
    findings = [finding for check in CHECKS for finding in check.check(book("# Bees\n\nText.", Source("docs/z.md", "# Z\n\nA [hive][hivs].\n")))]
    assert [(str(f.location), f.code) for f in findings if f.code == "LNK009"] == [("docs/z.md:3:3", "LNK009")]


def test_links_in_records_count_too():
    data = Source("data/editorial.yml", "- id: E1\n  short: >-\n    See [E2](editorial-notes.md#e2)\n    and [E1](editorial-notes.md#e1).\n")
    findings = [finding for check in CHECKS for finding in check.check(book("# Bees\n\nText.", data))]
    assert [(str(f.location), f.code) for f in findings] == [("data/editorial.yml:3:9", "LNK002")]


def test_the_list_of_generated_pages_is_that_of_the_pages():
    assert set(pages.PAGES) <= set(GENERATED)


STRANGE = ["[" * 5_000, "](" * 5_000, "[a](" * 2_000, "![" * 3_000, "[a]: b\n" * 3_000, "# \n" * 500, "<a " * 5_000, "{#a}" * 3_000]


@pytest.mark.parametrize("text", [*STRANGE, "", "\x00", "[](%)", "[a](http://[)", "[a](<>)", "[a](\\)"], ids=range(len(STRANGE) + 6))
def test_nothing_ends_in_a_traceback(text):
    found(text)
