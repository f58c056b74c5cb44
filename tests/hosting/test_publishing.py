"""Publishing into a folder: the latest at the root, editions for ever, previews apart, nothing ever half done."""

import base64
import hashlib
import json
import shutil

import assembly
import host_folder
import publish
import pytest
from apparatus.hosting import address, lists, names, pages, policy
from lxml import html

CANONICAL = "//link[@rel='canonical']/@href"


def document(folder, path):
    return html.fromstring((folder / path).read_bytes())


def test_the_site_stands_at_the_root_byte_for_byte(publishing, built, files):
    code, said, host = publishing()
    made, served = files(built.folder), files(host)
    assert code == 0 and "5a5a5a" in said
    assert {path: served[path] for path in made} == made
    assert set(served) - set(made) == {".nojekyll", "editions.json", "robots.txt", "headers.conf", "_headers"}
    assert served["robots.txt"] == b"User-agent: *\nAllow: /\n\nSitemap: https://example.org/book/sitemap.xml\n"
    assert oct((host / "bees/queens/index.html").stat().st_mode)[-3:] == "644" and oct(host.stat().st_mode)[-3:] == "755"


def test_what_is_no_longer_built_goes_from_the_root(publishing, built):
    publishing()
    shutil.rmtree(built.folder)
    del built.texts["bees/queens/index.html"]
    assert not (publishing()[2] / "bees").exists()


def test_an_edition_is_frozen_with_its_manifest(publishing, built, files):
    code, said, host = publishing("--edition", "1")
    assert code == 0 and "Edition 1 frozen" in said
    (listed,) = json.loads((host / "editions.json").read_text())["editions"]
    assert (listed["edition"], listed["date"], listed["commit"]) == ("1", "2026-11-22", "5a" * 20)
    frozen = files(host / "v/1")
    assert json.loads(frozen.pop("manifest.json")) == listed
    assert {path: hashlib.sha256(data).hexdigest() for path, data in frozen.items()} == listed["files"]
    assert frozen["downloads/b.pdf"] == built.others["downloads/b.pdf"] and frozen["404.html"] == built.others["404.html"]


def test_a_frozen_page_names_its_edition_and_the_same_page_of_the_latest(publishing):
    _, _, host = publishing("--edition", "1")
    page = document(host, "v/1/bees/queens/index.html")
    assert page.xpath(CANONICAL) == ["https://example.org/book/bees/queens/"]
    (line,) = page.xpath("//aside")
    assert line.text_content() == "Edition 1 of 22 November 2026. See this page in the latest edition."
    (link,) = line.xpath(".//a/@href")
    assert (host / "v/1/bees/queens" / link / "index.html").resolve() == (host / "bees/queens/index.html").resolve()
    assert page.xpath("//p")[0].text_content() == "Queens"


@pytest.mark.parametrize("known", ["https://example.org/", None])
def test_without_an_address_there_is_no_canonical_link(publishing, built, known):
    built.address = known
    _, _, host = publishing("--edition", "1")
    assert document(host, "v/1/index.html").xpath(CANONICAL) == ([known] if known else [])
    assert ("Sitemap" in (host / "robots.txt").read_text()) == bool(known)


def test_an_address_is_put_in_where_a_page_gives_none():
    page = pages.frozen("<head></head><body>", "a/b/index.html", "2", "", 'https://example.org/"x/')
    assert '<link rel="canonical" href="https://example.org/&quot;x/a/b/">' in page and "Edition 2. <a" in page


def test_a_newer_edition_leaves_the_older_as_it_was(publishing, built, files):
    _, _, host = publishing("--edition", "1")
    before = files(host / "v/1")
    built.edition, built.time = "2", "2027-01-01T00:00:00Z"
    built.texts["index.html"] = "Home again"
    code, said, _ = publishing("--edition", "2")
    assert code == 0 and "Edition 1 is kept" in said and files(host / "v/1") == before
    assert [one["edition"] for one in json.loads((host / "editions.json").read_text())["editions"]] == ["2", "1"]
    assert document(host, "v/index.html").xpath("//li/a/@href") == ["2/", "1/"]
    assert "Home again" in (host / "index.html").read_text()


def test_an_edition_with_the_same_bytes_is_no_trouble(publishing, files):
    _, _, host = publishing("--edition", "1")
    before = files(host)
    code, said, _ = publishing("--edition", "1")
    assert code == 0 and "the same bytes" in said and files(host) == before


def test_an_edition_with_other_bytes_is_refused_and_nothing_changes(publishing, built, files):
    _, _, host = publishing("--edition", "1")
    before = files(host)
    built.texts["index.html"] = "Other"
    code, said, _ = publishing("--edition", "1")
    assert code == 1 and "edition 1 is frozen" in said and "index.html" in said and "Fix:" in said
    assert files(host) == before


@pytest.mark.parametrize("what", ["changed", "added", "removed"])
def test_an_edition_that_was_tampered_with_stops_everything(publishing, files, what):
    _, _, host = publishing("--edition", "1")
    place = host / "v/1/bees/queens/index.html"
    {"changed": lambda: place.write_text("x"), "added": lambda: place.with_name("x.html").write_text("x"), "removed": place.unlink}[what]()
    before = files(host)
    code, said, _ = publishing()
    assert code == 1 and "not as they were frozen" in said and files(host) == before


def test_an_edition_frozen_late_does_not_set_the_root_back(publishing, built):
    built.texts["index.html"], built.edition, built.time = "Newer", "2", "2027-05-01T00:00:00Z"
    publishing()
    built.texts["index.html"], built.edition, built.time = "Older", "1", "2026-11-22T12:00:00Z"
    code, _, host = publishing("--edition", "1")
    assert code == 0 and "Older" in (host / "v/1/index.html").read_text() and "Newer" in (host / "index.html").read_text()


def test_a_page_that_only_an_edition_has_leaves_a_way(publishing, built):
    publishing("--edition", "1")
    shutil.rmtree(built.folder)
    del built.texts["bees/queens/index.html"]
    built.edition, built.time = "2", "2027-01-01T00:00:00Z"
    _, _, host = publishing()
    left = document(host, "bees/queens/index.html")
    assert left.xpath(CANONICAL) == ["https://example.org/book/"]
    assert [(host / "bees/queens" / link).resolve() for link in left.xpath("//a/@href")] == [
        (host / "v/1/bees/queens").resolve(),
        host.resolve(),
    ]
    built.texts["bees/queens/index.html"] = "Queens again"
    publishing()
    assert "Queens again" in (host / "bees/queens/index.html").read_text()


def test_a_preview_stands_apart_and_goes_when_dropped(publishing, built, files):
    _, _, host = publishing("--edition", "1")
    before = files(host)
    built.texts["index.html"] = "Draft"
    code, said, _ = publishing("--preview", "pr-7")
    page = document(host, "preview/pr-7/bees/queens/index.html")
    assert code == 0 and page.xpath("//meta[@name='robots']/@content") == ["noindex"] and page.xpath(CANONICAL) == []
    assert "not published" in page.xpath("//aside")[0].text_content()
    assert {path: data for path, data in files(host).items() if not path.startswith("preview/")} == before
    assert publishing("--preview", "pr-8")[0] == 0 and (host / "preview/pr-7").is_dir()
    publishing()  # the latest, with previews kept
    code, said, _ = publishing("--preview", "pr-7", "--drop")
    assert code == 0 and "removed" in said and sorted(path.name for path in (host / "preview").iterdir()) == ["pr-8"]
    assert "was not there" in publishing("--preview", "pr-7", "--drop")[1]


def test_a_script_of_a_preview_is_not_let_in_by_the_policy(publishing, built):
    built.texts["index.html"] = "<script>draft()</script>"
    _, _, host = publishing("--preview", "pr-7")
    assert "sha256" not in (host / "headers.conf").read_text()
    publishing()
    assert "sha256" in (host / "headers.conf").read_text()


@pytest.mark.parametrize(
    ("option", "name"),
    [
        *(
            ("--preview", name)
            for name in ("..", "../v/1", "a/b", "PR-7", "-x", "x-", "a b", "a\nb", ".git", "é", "x" * 64, "$(id)", "a\\b")
        ),
        *(("--edition", name) for name in ("..", "1/2", "v1", "1.", "01", "1.2.3.4", "１", "1\n", "-1", "1;id", "latest")),
    ],
)
def test_odd_names_are_refused(publishing, option, name):
    code, said, host = publishing(f"{option}={name}")
    assert code == 1 and "Fix:" in said and not host.exists()


def test_the_environment_names_what_no_option_does(publishing):
    _, said, host = publishing(PREVIEW="pr-9")
    assert (host / "preview/pr-9/index.html").is_file()
    assert publishing(PREVIEW="$(touch x)")[0] == 1
    assert publishing("--preview", "pr-9", EDITION="", DROP="1")[0] == 0 and not (host / "preview/pr-9").exists()
    assert publishing(EDITION="1", PREVIEW="pr-1")[0] == 1


def test_a_tag_and_a_book_of_two_minds_are_refused(publishing):
    code, said, host = publishing("--edition", "2")
    assert code == 1 and "the book says edition 1" in said and not host.exists()


@pytest.mark.parametrize(
    "path", [".git/hooks/pre-push", "a/.htaccess", "v/9/index.html", "preview/x/index.html", "editions.json", "CNAME", "a\\b.html", "a\nb"]
)
def test_files_that_could_rule_the_host_are_refused(publishing, built, path):
    built.others[path] = b"x"
    code, said, host = publishing()
    assert code == 1 and "Fix:" in said and not host.exists()


def test_a_link_in_the_site_is_refused(publishing, built, tmp_path):
    built.write()
    (tmp_path / "secret").write_text("x")
    (built.folder / "leak.txt").symlink_to(tmp_path / "secret")
    code, said, host = publishing(write=False)
    assert code == 1 and "leak.txt: no ordinary file" in said and not host.exists()


def test_a_site_that_is_not_what_the_build_wrote_is_refused(publishing, built):
    built.write()
    (built.folder / "index.html").write_text("other")
    code, said, _ = publishing(write=False)
    assert code == 1 and "index.html (1 such) is not what the build wrote" in said
    (built.folder / "build.json").write_text("{")
    assert publishing(write=False)[0] == 1
    (built.folder / "build.json").unlink()
    code, said, host = publishing(write=False)
    assert code == 1 and "make book" in said and not host.exists()


def test_a_folder_that_holds_something_else_is_refused(publishing, tmp_path):
    host = tmp_path / "srv/host"
    host.mkdir(parents=True)
    (host / "thesis.txt").write_text("mine")
    code, said, _ = publishing()
    assert code == 1 and "thesis.txt" in said and (host / "thesis.txt").read_text() == "mine"


def test_what_the_owner_put_there_is_kept(publishing, tmp_path):
    host = tmp_path / "srv/host"
    (host / ".well-known").mkdir(parents=True)
    (host / ".well-known/security.txt").write_text("x")
    (host / "CNAME").write_text("example.org\n")
    for _ in range(2):
        assert publishing()[0] == 0
    assert (host / "CNAME").read_text() == "example.org\n" and (host / ".well-known/security.txt").is_file()


@pytest.mark.parametrize(("module", "function"), [(host_folder, "write"), (host_folder, "copy"), (assembly.lists, "robots")])
def test_broken_off_in_the_middle_the_old_stands(publishing, built, files, monkeypatch, module, function):
    _, _, host = publishing("--edition", "1")
    before = files(host)
    built.texts["index.html"] = "New"

    def full(*arguments):
        raise OSError(28, "No space left on device", "x")

    (host / "robots.txt").unlink()
    before.pop("robots.txt")
    with monkeypatch.context() as patch:
        patch.setattr(module, function, full)
        code, said, _ = publishing()
    assert code == 2 and "No space left" in said and files(host) == before
    assert [path.name for path in host.parent.iterdir()] == ["host"]
    assert publishing()[0] == 0 and "New" in (host / "index.html").read_text()


def test_killed_between_the_two_renamings_the_next_run_puts_the_old_back(publishing, built, files):
    _, _, host = publishing("--edition", "1")
    host.rename(host.with_name(".host.old"))
    (host.with_name(".host.new")).mkdir()
    code, said, _ = publishing("--preview", "pr-1")
    assert code == 0 and (host / "v/1/index.html").is_file() and [path.name for path in host.parent.iterdir()] == ["host"]


def test_a_failed_exchange_puts_the_old_back(publishing, files, monkeypatch):
    _, _, host = publishing()
    before, rename = files(host), type(host).rename

    def failing(self, target):
        if self.name.endswith(".new"):
            raise OSError(5, "Input/output error", str(self))
        return rename(self, target)

    monkeypatch.setattr(type(host), "rename", failing)
    assert publishing()[0] == 2 and files(host) == before


def test_two_at_once_do_not_meet(publishing, tmp_path):
    (tmp_path / "srv").mkdir()
    with host_folder.renewed(tmp_path / "srv/host"):
        code, said, _ = publishing()
    assert code == 1 and "another run" in said


def test_site_and_host_may_not_lie_in_each_other(publishing, built):
    site = built.write()
    assert publish.main([str(site), str(site / "host")], {}) == 1
    assert publish.main([str(site), str(site.parent)], {}) == 1


def test_policy_lets_the_pages_own_scripts_run_and_no_other():
    page = '<script>a()</script><script src="x.js"></script><script type="application/json">{}</script><SCRIPT type=module>b()\r\n</SCRIPT>'
    found = policy.hashes([page, page])
    assert set(found) == {f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'" for text in (b"a()", b"b()\n")}
    sent = policy.headers(found)["Content-Security-Policy"]
    assert sent.startswith(f"default-src 'none'; script-src 'self' {found[0]} {found[1]}; ") and "script-src 'self' 'unsafe" not in sent
    assert policy.nginx(policy.headers(found)).count("add_header") == 6


@pytest.mark.parametrize(
    "given", ["javascript:x", "example.org", 'https://example.org/"', "https://u:p@example.org/", "https://example.org/?a", "https:///x"]
)
def test_an_odd_address_is_refused(given):
    with pytest.raises(ValueError, match="Fix:"):
        address.of({"SITE_URL": given})


def test_names_are_printed_on_one_line():
    assert names.refused(["a\x1b[31m\n/.b"]) == ("a\N{REPLACEMENT CHARACTER}[31m\N{REPLACEMENT CHARACTER}/.b: hidden",)
    assert lists.robots("") == "User-agent: *\nAllow: /\n" and pages.day("2026-13-01") == "2026-13-01"
