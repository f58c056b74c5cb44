"""What tests share: the invented little book, laid out in a folder of its own, and how a missing tool is met."""

import os
import shutil
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
ROOT = TESTS.parent


@pytest.fixture
def site(tmp_path):
    """A function that lays the invented book, and examples over it, into a fresh folder and returns the folder."""

    def lay(*overlays: Path) -> Path:
        for folder in (TESTS / "site", *overlays):
            shutil.copytree(folder, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
        return tmp_path

    return lay


@pytest.fixture(scope="session")
def tool():
    """A function from a program's name to its path: programs that only the fullest tests need.

    Without the program the test is skipped, or fails where REQUIRE_ALL is set.
    """

    def find(name: str) -> str:
        found = shutil.which(name)
        if not found:
            message = f"{name} is not installed"
            pytest.fail(message) if os.environ.get("REQUIRE_ALL") else pytest.skip(message)
        return found

    return find
