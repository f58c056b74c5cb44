"""The specimen as a printed book, once for all tests of it, and its text page by page."""

import subprocess

import pytest
from apparatus import typesetting
from specimen import VOLUME


@pytest.fixture(scope="session")
def printed():
    return typesetting.book(VOLUME, receipt={"Typesetter": "of the test"})


@pytest.fixture(scope="session")
def read(printed, tool, tmp_path_factory):
    """A function from a way of reading to the text of each sheet of the specimen, as a program of other people's reads it."""
    path = tmp_path_factory.mktemp("pdf") / "book.pdf"
    path.write_bytes(printed.pdf)

    def pages(way: str) -> list[str]:
        done = subprocess.run([tool("pdftotext"), way, str(path), "-"], capture_output=True, check=True, encoding="utf-8")
        return done.stdout.split("\f")[:-1]

    return pages


@pytest.fixture(scope="session")
def sheets(read):
    """The text of each sheet as it stands on the page."""
    return read("-layout")
