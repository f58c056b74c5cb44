"""Signs that show a reader, or a program, something else than what is written: each is refused with line and column."""

import pytest

PAGE = {
    "text that is turned round": ("A hive \u202egnol\u202c and wide.", "TXT003", 8),
    "an isolate that never ends": ("A hive \u2067and wide.", "TXT003", 8),
    "a Cyrillic letter in a word": ("A hivе and wide.", "TXT006", 6),
    "a host in two alphabets": ("A [hive](https://www.bееs.example.org/) is wide.", "URL024", 3),
    "an invisible letter": ("A hi\u200bve is wide.", "TXT004", 5),
    "a control character": ("A hive\x08 is wide.", "TXT002", 7),
    "a link that shows another address": ("A [https://www.un.org](https://example.org/) is wide.", "LNK024", 3),
    "a password in an address": ("A [hive](https://www.un.org@example.org/) is wide.", "URL006", 18),
    "an address of a private network": ("A [hive](http://192.168.0.1/a) is wide.", "URL009", 3),
    "a shortened address": ("A [hive](https://bit.ly/abc) is wide.", "URL010", 3),
}


@pytest.mark.parametrize("way", PAGE)
def test_deceiving_words_are_refused_in_their_place(site, lines, way):
    text, code, column = PAGE[way]
    root = site()
    page = root / "docs/index.md"
    page.write_text(page.read_text("utf-8") + f"\n{text}\n", "utf-8")
    found = [line for line in lines(root) if f" {code} " in line]
    assert [line for line in found if line.startswith(f"docs/index.md:13:{column}:")], lines(root)


FORMULAS = ['=HYPERLINK("https://example.org/?"&A1)', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\\t=1+1", " =1+1", "＝1+1"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_cell_that_is_a_formula_is_refused(site, lines, cell):
    root = site()
    path = root / "data/glossary.yml"
    escaped = cell.replace('"', '\\"')
    path.write_text(path.read_text("utf-8").replace("A hive whose combs hang in frames.", f'"{escaped}"'), "utf-8")
    assert any(line.startswith("data/glossary.yml:4:15: SEC010 'definition' begins as a formula does") for line in lines(root))


def test_a_field_of_an_entry_that_is_a_formula_is_refused(site, lines):
    root = site()
    path = root / "bib/scholarship.bib"
    path.write_text(path.read_text("utf-8").replace("{Meadow Press}", "{=cmd|' /C calc'!A0}"), "utf-8")
    assert any(line.startswith("bib/scholarship.bib:4:3: SEC010 'publisher'") for line in lines(root))
