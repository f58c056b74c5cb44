"""The file holds to PDF/UA-1 and PDF/A-2a, says what it is, and is the same from everywhere."""

import io
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from apparatus import typesetting
from apparatus.typesetting import press
from page import ValidationProfile, validate_pdf_bytes
from specimen import VOLUME, only
from specimen_pieces import numbered

HERE = Path(__file__).parent
FROM_ELSEWHERE = """
import hashlib, sys
sys.path[:0] = sys.argv[1:3]
from apparatus import typesetting
from specimen import VOLUME
print(hashlib.sha256(typesetting.book(VOLUME, receipt={"Typesetter": "of the test"}).pdf).hexdigest())
"""


def failures(pdf: bytes, profile: ValidationProfile) -> list[str]:
    return [f"{failure.rule_id}: {failure.message}" for failure in validate_pdf_bytes(pdf, profile=profile).failures]


@pytest.mark.parametrize("profile", [ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A])
@pytest.mark.parametrize("form", ["book", "large print", "chapter"])
def test_one_file_holds_to_both_standards(printed, form, profile):
    if form == "large print":
        printed = typesetting.book(VOLUME, large_print=True)
    if form == "chapter":
        printed = typesetting.chapter(VOLUME, "town/hives.md")
    assert printed.faults == ()
    assert failures(printed.pdf, profile) == []


def test_the_validator_sees_a_file_without_tags():
    import typst

    assert failures(typst.compile(b"= No title", format="pdf", pdf_tags=False), ValidationProfile.PDF_UA_1)


def stream(data: bytes) -> bytes:
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(data), data)


@pytest.mark.parametrize("data", [b"plain", b"by chance \r", b"by chance \n", b"\r"])
def test_a_stream_is_as_long_as_it_says_however_it_ends(data):
    made = press.unambiguous(stream(data))
    assert len(made) == len(stream(data))
    told = made.split(b"stream\n", 1)[1]
    assert re.sub(rb"(\r\n|\r|\n)endstream$", b"", told) == data


def test_the_file_says_what_it_is(printed):
    pdf = pikepdf.open(io.BytesIO(printed.pdf))
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == f"{VOLUME.imprint.title}: {VOLUME.imprint.subtitle}"
        assert metadata["dc:creator"] == [", ".join(VOLUME.imprint.authors)]
        assert metadata["dc:language"] == ["en-GB"] or "en-GB" in metadata["dc:language"]
        assert metadata["dc:description"] == VOLUME.imprint.description
        assert all(word in metadata["pdf:Keywords"] for word in VOLUME.imprint.keywords)
        assert metadata["xmp:CreateDate"].startswith(VOLUME.imprint.date)
    assert pdf.Root.Lang == "en-GB"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root][:4] == ["Contents", "Bees in towns", "1 Bees over the town", "Hives and honey"]
        assert [item.title for item in outline.root[3].children] == ["2 Kinds of hives", "3 Honey"]


def test_the_same_bytes_from_another_folder_clock_and_locale(printed, tmp_path):
    import hashlib

    code = tmp_path / "elsewhere.py"
    code.write_text(FROM_ELSEWHERE, encoding="utf-8")
    hooks = HERE.parent.parent / "hooks"
    environment = {"PATH": "/usr/bin:/bin", "TZ": "Asia/Kabul", "LC_ALL": "C", "PYTHONHASHSEED": "7", "TMPDIR": str(tmp_path)}
    command = [sys.executable, str(code), str(hooks), str(HERE.parent)]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == hashlib.sha256(printed.pdf).hexdigest()


def test_no_folder_of_this_machine_is_in_the_file(printed):
    assert b"/tmp" not in printed.pdf and str(HERE.parent.parent).encode() not in printed.pdf


def test_the_time_of_the_file_is_that_of_the_revision():
    volume = only(numbered(1, "One line."))
    later = replace(volume, imprint=replace(volume.imprint, revised=volume.imprint.revised + 1))
    with pikepdf.open(io.BytesIO(typesetting.book(later).pdf)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20190504120001")
