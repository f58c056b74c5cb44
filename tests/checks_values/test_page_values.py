"""Pages by value: what the checks of headings, pages and diagrams find on one page, and the look-alikes that none may touch."""

import pytest
from apparatus import read
from apparatus.checks import bib033_unprotected_capitals, fig004_unknown_role, page006_empty_page, page010_empty_section
from apparatus.model import Source


def found(check, text, *others):
    monograph = read.monograph([Source("docs/a.md", text), *others])
    return [(finding.location.line, finding.location.column) for finding in check.check(monograph)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("# A\n\n## B\n\nText.\n", []),
        ("# A\n", []),  # an empty page has a finding of its own
        ("## A\n", [(1, 4)]),
        ("# A\n\n# B\n\nText.\n", [(1, 3)]),
        ("# A\n\n## B\n\n## C\n", [(3, 4), (5, 4)]),
    ],
)
def test_sections_without_text(text, places):
    assert found(page010_empty_section, text) == places


@pytest.mark.parametrize(("text", "places"), [("# A\n\n## B\n", [(1, 3)]), ("", [(1, 1)]), ("# A\n\nText.\n", [])])
def test_pages_without_text(text, places):
    assert found(page006_empty_page, text) == places


@pytest.mark.parametrize(("kind", "places"), [("flowchart TD", [(3, 9)]), ("stateDiagram-v2", []), ("classDiagram", [])])
def test_roles_are_those_of_flowcharts(kind, places):
    assert found(fig004_unknown_role, f"```mermaid\n{kind}\n    a:::lost\n```\n") == places


@pytest.mark.parametrize(("abbreviation", "places"), [("Keepers", [(1, 16)]), ("keepers", []), ("[Keepers]", []), ("Keepers" * 6, [])])
def test_abbreviations_of_the_glossary_are_known_as_names(abbreviation, places):
    bib = Source("bib/a.bib", "@book{ash2001, title = {All the Keepers and keepers of it}}")
    assert found(bib033_unprotected_capitals, "", bib, Source("data/glossary.yml", f"- term: A\n  abbr: {abbreviation}\n")) == places
