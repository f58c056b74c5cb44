"""What newcomers read is true: the files, forms, commands and families of checks that CONTRIBUTING.md and README.md name are there."""

import re
from pathlib import Path

import pytest
from apparatus import manual

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
READ_FIRST = ("CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "README.md")


def rows(text, start):
    """The rows of the first table after a piece of text, each a list of cells; without its head."""
    table = re.search(r"(?:^\|.*\n)+", text[text.index(start) :], re.MULTILINE)[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


def test_the_table_of_checks_has_every_family():
    assert [(code, what) for code, what, _ in rows(GUIDE, "<!-- families")] == list(manual.FAMILIES.items())


def test_every_file_of_data_and_bibliography_is_explained():
    listed = [row[0].strip("`") for row in rows(GUIDE, "## Figures and data")]
    assert sorted(listed) == sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "data").glob("*.yml"))
    shelves = [row[0].strip("`") for row in rows(GUIDE, "## BibTeX in five minutes")]
    assert sorted(shelves) == sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "bib").glob("*.bib"))


@pytest.mark.parametrize("name", READ_FIRST)
def test_links_lead_to_files_and_headings_that_are_there(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    headings = {re.sub(r"[^\w -]", "", line.lower()).strip().replace(" ", "-") for line in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}
    found = re.findall(r"\]\(([^)\s]+)\)", text)
    assert found or name == "CODE_OF_CONDUCT.md"
    for target in found:
        if target.startswith("#"):
            assert target[1:] in headings, target
        elif "://" not in target:
            assert (ROOT / target).exists(), target


@pytest.mark.parametrize("name", READ_FIRST)
def test_commands_are_those_of_the_makefile_and_of_hooks(name):
    text, makefile = ((ROOT / path).read_text(encoding="utf-8") for path in (name, "Makefile"))
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE)) <= targets
    for script in re.findall(r"hooks[\\/](\w+\.py)", text):
        assert (ROOT / "hooks" / script).is_file(), script
    for pins in re.findall(r"(?:-r|--requirement) (\S+\.txt)", text):
        assert (ROOT / pins).is_file()


def test_the_way_without_make_installs_what_make_installs():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installed = re.findall(r"pip install .*?(--no-deps )?--requirement (\S+)", makefile)
    without = re.findall(r"^\.venv\\Scripts\\python -m pip install (--no-deps )?-r (\S+)", GUIDE, re.MULTILINE)
    assert without and without == installed


def test_the_example_of_a_finding_is_one_that_the_check_prints(site):
    from apparatus import checks, read, report

    book = site(ROOT / "tests/checks/cit001_unknown_citekey/bad")
    printed = [report.line(finding) for finding in checks.run(read.book(book))]
    code, fix = re.search(r"> (CIT001 no entry for citekey) '\w+'\. (Fix: did you mean) ", GUIDE).groups()
    assert any(code in line and fix in line for line in printed)
