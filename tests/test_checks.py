"""Each check has two examples laid over the invented book: bad gives exactly expected.txt, good gives nothing."""

from pathlib import Path

import pytest
from apparatus import checks, read, report

EXAMPLES = Path(__file__).parent / "checks"
CODES = {check.__name__.rsplit(".", 1)[1]: check.CODE for check in checks.CHECKS}
NAMES = list(CODES)


def lines(root: Path) -> list[str]:
    return [report.line(finding) for finding in checks.run(read.book(root))]


def test_the_invented_book_is_clean(site):
    assert lines(site()) == []


@pytest.mark.parametrize("name", NAMES)
def test_bad_example_gives_exactly_the_expected_lines(site, name):
    expected = (EXAMPLES / name / "bad" / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert lines(site(EXAMPLES / name / "bad")) == expected
    assert any(f" {CODES[name]} " in line for line in expected)


@pytest.mark.parametrize("name", NAMES)
def test_good_example_is_silent(site, name):
    assert lines(site(EXAMPLES / name / "good")) == []
