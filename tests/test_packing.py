"""Zips whose bytes depend on nothing but what is packed."""

import io
import zipfile

import pytest
from apparatus import offline, packing

FILES = {"b/hive.html": b"<p>hive</p>" * 500, "a.png": b"\x89PNG" * 500, "é.txt": "Bienen öffnen".encode()}


def opened(data):
    return zipfile.ZipFile(io.BytesIO(data))


def test_the_order_in_which_files_come_leaves_no_trace():
    backwards = dict(reversed(FILES.items()))
    assert list(backwards) != list(FILES) and packing.zipped(backwards) == packing.zipped(FILES)
    assert opened(packing.zipped(FILES)).namelist() == ["a.png", "b/hive.html", "é.txt"]


def test_what_was_packed_comes_out_with_neither_time_nor_rights_of_the_machine():
    archive = opened(packing.zipped(FILES))
    assert {name: archive.read(name) for name in archive.namelist()} == FILES
    assert {(m.date_time, m.external_attr >> 16, m.create_system) for m in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0o100644, 3)}


def test_pictures_are_not_compressed_again():
    archive = opened(packing.zipped(FILES))
    sizes = {m.filename: m.compress_size < m.file_size for m in archive.infolist() if "." in m.filename and m.file_size > 100}
    assert sizes == {"a.png": False, "b/hive.html": True}


def test_nothing_makes_an_empty_zip():
    assert opened(packing.zipped({})).namelist() == []


def test_a_site_is_packed_without_what_only_servers_and_programs_need(tmp_path):
    for name in ("index.html", "404.html", "sitemap.xml", "hives/old.html", "search/search_index.js", "search/search_index.json", ".log"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<title>Bees &amp; Hives</title>", encoding="utf-8")
    for name in ("downloads/hives.bib", "downloads/book.pdf", "assets/javascripts/bundle.js", "assets/javascripts/bundle.js.map"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_bytes(b"x")
    archive = opened(offline.packed(tmp_path))
    kept = ["README.txt", "assets/javascripts/bundle.js", "downloads/hives.bib", "hives/old.html", "index.html", "search/search_index.js"]
    assert archive.namelist() == [f"{offline.FOLDER}/{name}" for name in kept]
    assert archive.read(f"{offline.FOLDER}/README.txt").decode().startswith("Bees & Hives\n")


def test_a_folder_without_a_site_is_refused(tmp_path):
    with pytest.raises(ValueError, match="no built site"):
        offline.packed(tmp_path)
