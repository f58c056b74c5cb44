"""The schema as a fixture, so that each test that needs it is skipped where it is missing."""

import pytest
import tei_schema
from lxml import etree


@pytest.fixture
def schema() -> etree.RelaxNG:
    return tei_schema.schema()
