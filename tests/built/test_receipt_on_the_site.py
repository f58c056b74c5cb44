"""The receipt as readers find it: on the page about the edition, leading to build.json, with the numbers that the site bears out."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from lxml import html

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def said(built, tmp_path_factory):
    """The receipt of the site, which is written into it last of all and taken out again."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "hooks/write_receipt.py"), str(built), "--root", str(ROOT)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    text = (built / "build.json").read_text(encoding="utf-8")
    (built / "build.json").unlink()
    return json.loads(text)


def chapters(built):
    pages = [html.fromstring(path.read_bytes()) for path in built.rglob("index.html")]
    return [page for page in pages if page.xpath("//p[@class='chapter-number']")]


def test_it_keeps_to_its_schema(said, built):
    schema = json.loads((built / "schemas/build-1.json").read_text(encoding="utf-8"))
    assert [
        error.message for error in Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).iter_errors(said)
    ] == []


def test_every_file_of_the_site_is_in_it(said, built):
    there = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file() and not path.name.startswith(".")}
    assert set(said["outputs"]) == there


def test_its_counts_are_those_of_the_site(said, built):
    found = chapters(built)
    figures = [
        caption
        for page in found
        for caption in page.xpath("//figcaption//*[contains(@class, 'caption-prefix')]/text()")
        if caption.startswith("Figure")
    ]
    works = list((built / "apparatus/works").glob("*/index.html"))
    counts = said["counts"]
    assert counts["chapters"] == len(found) == 16
    assert counts["notes"] == sum(len(page.xpath("//div[contains(@class, 'footnote')]//li[starts-with(@id, 'fn:')]")) for page in found)
    assert counts["figures"] == len(figures) and counts["works"] == len(works) and counts["findings"] == 0


def test_readers_are_shown_it(said, built):
    page = html.fromstring((built / "about/edition/index.html").read_bytes())
    (section,) = page.xpath("//div[@data-search-exclude][h2[@id='receipt']]")
    text = " ".join(section.text_content().split())
    assert "../../build.json" in section.xpath(".//a/@href")
    if said["commit"]:
        assert said["commit"]["id"] in text and said["commit"]["time"][:10] in text
    for name in sorted(set(said["tools"]) - {"python"}):
        version = said["tools"][name]
        assert f"{name} {version}" in text
    for name in ("chapters", "notes", "figures", "works"):
        assert re.search(rf"\b{said['counts'][name]:,}\b", text), name
