"""The registers of an invented guild of bees, with what the real ones hold: gaps, joint holders, disputes, signs of markup."""

from pathlib import Path

import pytest
from apparatus import read
from apparatus.model import Source
from apparatus.registers import registers

BEES = Path(__file__).parent / "bees"


@pytest.fixture(scope="session")
def monograph():
    """A function from changes (a file's name: old text, new text) to the monograph of the bees."""

    def made(**changes):
        sources = []
        for path in sorted(BEES.glob("*.yml")):
            text = path.read_text(encoding="utf-8")
            if path.stem in changes:
                old, new = changes[path.stem]
                assert text.count(old) == 1
                text = text.replace(old, new)
            sources.append(Source(f"data/{path.name}", text))
        return read.monograph(sources)

    return made


@pytest.fixture(scope="session")
def bees(monograph):
    """The registers as they stand."""
    return registers(monograph())
