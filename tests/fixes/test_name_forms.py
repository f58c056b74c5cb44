"""Names are mended where they are spelt otherwise, and left alone where another name or a quotation stands."""

import pytest
from apparatus import checks, fixes, read
from apparatus.model import Source

PEOPLE = """- id: ann-mossgrave
  name: Ann Mossgrave
  variants: [Mossgrave, Anne Mossgraf, Queen of the Roofs, Bee Wife]
  kind: historical
  facts: []
"""


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("Anne Mossgraf kept bees.", "Ann Mossgrave kept bees."),
        ("She is “Anne Mossgraf” on a map.", None),
        ("Ann Mossgrave, or Anne Mossgraf, kept bees.", None),
        ("The Bee Wife kept bees.", None),
    ],
)
def test_a_spelling_becomes_the_preferred_name(written, mended):
    page = "# Bees\n\n{}\n"
    book = read.monograph([Source("docs/index.md", page.format(written)), Source("data/people.yml", PEOPLE)])
    found = fixes.mended(book, fixes.edits(book, checks.run(book)))
    assert found.get("docs/index.md", page.format(written)) == page.format(mended or written)
