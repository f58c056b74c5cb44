"""The registers of the real book and of the invented one: as files, as tables, as sources."""

import pytest
import yaml
from apparatus import read
from invented_registers import NAMES, ROOT, invented, made, rows


@pytest.fixture(scope="module")
def book():
    return read.book(ROOT)


@pytest.fixture(scope="module")
def files(book):
    return made(book)


@pytest.fixture(scope="module")
def tables(files):
    return {name.removesuffix(".csv"): rows(text) for name, text in files.items() if name.endswith(".csv")}


@pytest.fixture(scope="module")
def small():
    return made(invented())


@pytest.fixture(scope="module")
def data():
    """The registers as PyYAML reads them; every scalar as it is written."""
    return {name: yaml.load((ROOT / f"data/{name}.yml").read_text(encoding="utf-8"), yaml.BaseLoader) for name in NAMES}
