"""The command: what it writes and nothing else, what it refuses and how it says so, and what it does when the web fails."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from apparatus import checks, read

HOOKS = Path(__file__).parents[2] / "hooks"


def state(book):
    return {path.name: path.read_bytes() for path in sorted((book / "bib").iterdir())}


def added(before, after):
    """The lines that a file has more than before, where nothing else changed; fails if a line went or changed."""
    rest = iter(after.splitlines())
    kept = before.splitlines()
    for line in kept:
        assert line in rest, line  # takes lines from the iterator until it finds this one
    extra = list(after.splitlines())
    for line in kept:
        extra.remove(line)
    return "\n".join(line for line in extra if line)


def findings(book):
    return [str(f.code) for f in checks.run(read.book(book)) if f.code != "CIT002"]


def test_a_piece_of_news_becomes_an_entry_that_no_check_faults(add, book, web):
    before = state(book)
    code, out, err = add(web.url("/news?fbclid=1"))
    assert (code, err) == (0, "")
    after = state(book)
    url = web.url("/news/2019/hives?id=7")
    assert added(before["press.bib"].decode(), after["press.bib"].decode()) == (
        "@online{dailycomb2019keepers,\n"
        "  author = {Linden, Maya},\n"
        "  title = {{Keeper’s hives \\& swarms vanish overnight}},\n"
        "  organization = {Daily Comb},\n"
        "  date = {2019-05-04},\n"
        f"  url = {{{url}}},\n"
        "  urldate = {2020-08-08},\n"
        "  langid = {english},\n"
        "}"
    )
    row = f"{url} 2020-08-08 - unchecked - https://web.archive.org/web/20200808/{url} -"
    assert added(before["links.lock"].decode(), after["links.lock"].decode()) == row
    assert {name for name in after if after[name] != before.get(name)} == {"press.bib", "links.lock"}
    assert findings(book) == []
    assert "[@dailycomb2019keepers]" in out and "[@dailycomb2019keepers, p. 12]" in out


def test_an_entry_stands_in_the_order_of_the_citekeys_below_no_remark_of_another(add, book, web):
    assert add(web.url("/news"))[0] == 0
    text = (book / "bib/press.bib").read_text("utf-8")
    order = ["% Press: newspapers.", "@online{dailycomb2019bees,", "@online{dailycomb2019keepers,", "% This one is old.",
        "@online{oak2018wasps,"]
    assert [line for line in text.splitlines() if line[:1] in "@%" and line] == order
    assert "\n\n\n" not in text and text.endswith("}\n")


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("10.5555/wax", ["@article{hazel2015roofs,", "author = {Hazel, Béla and {Society of Keepers and Growers}}", "date = {2015-04}",
                         "title = {{Wax and roofs of old: 5\\% of all hives}}", "journaltitle = {Journal of Hives}", "volume = {3}",
                         "number = {2}", "pages = {1--9}", "doi = {10.5555/wax}", "issn = {0954-6553}"]),
        ("https://doi.org/10.5555/WAX", ["@article{hazel2015roofs,"]),
        ("doi: 10.5555/wax", ["@article{hazel2015roofs,"]),
        ("10.5555/chapter", ["@incollection{oak2011drones,", "editor = {Linden, A.}", "booktitle = {{All Castes}}", "pages = {31--40}",
                             "location = {Newtown}"]),
        ("10.5555/landing", ["@article{linden2018dances,", "author = {Linden, Maya and Hazel, B.}", "pages = {9--21}",
            "doi = {10.5555/landing}"]),
        ("PAGE/journal", ["@article{linden2018dances,", "url = {", "urldate = {2020-08-08}"]),
        ("PAGE/names-a-doi", ["@article{hazel2015roofs,", "doi = {10.5555/wax}"]),
    ],
)  # fmt: skip
def test_a_doi_and_a_page_of_a_publisher(add, book, web, typed, parts):
    code, out, err = add(typed.replace("PAGE", web.url("")))
    assert (code, err) == (0, "")
    text = (book / "bib/scholarship.bib").read_text("utf-8")
    assert [part for part in parts if part not in text] == []
    assert ("url = " in text) == ("url = {" in parts)
    assert findings(book) == [] and "To mend" not in out


def test_a_book_by_its_isbn(add, book, web):
    (book / "bib/scholarship.bib").write_text("", "utf-8")
    code, out, err = add("0-306-40615-2", KIND="scholarship")
    assert (code, err) == (0, "")
    assert (book / "bib/scholarship.bib").read_text("utf-8") == (
        "@book{linden2012queens,\n  author = {Linden, Maya},\n  title = {{Queens}},\n  subtitle = {{A life of bees}},\n"
        "  publisher = {{Hurst and Co.}},\n  location = {London},\n  date = {2012-03},\n  isbn = {9780306406157},\n}\n"
    )
    assert "Look over: the author" in out


def test_a_document_of_the_united_nations_needs_no_network(add, book, web):
    code, out, _ = add("https://undocs.org/en/S/2020/415")
    assert code == 0 and web.asked == []
    assert "@report{unsc2020s415," in (book / "bib/un.bib").read_text("utf-8")
    assert "Not found: the title; if you know it, add  title = {…},  at bib/un.bib:3" in out
    assert "https://undocs.org/S/2020/415 2020-08-08 - unchecked - - -" in (book / "bib/links.lock").read_text("utf-8")
    assert findings(book) == ["BIB002"]


@pytest.mark.parametrize(
    ("typed", "key", "shared"),
    [
        ("https://www.comb.example.org/bees/?utm_source=x", "dailycomb2019bees", "the address"),
        ("https://web.archive.org/web/20200101000000/https://comb.example.org/bees", "dailycomb2019bees", "the address"),
        ("http://weekly.example.org/wasps?id=3#top", "oak2018wasps", "the address"),
        ("https://dx.doi.org/10.5555/ROOFS", "linden2011roofs", "the DOI 10.5555/roofs"),
        ("978-0-306-40615-7", "linden2011roofs", "the ISBN 9780306406157"),
    ],
)
def test_what_the_book_has_is_refused_by_name_and_nobody_is_asked(add, book, web, typed, key, shared):
    before = state(book)
    code, out, err = add(typed)
    path = f"bib/{'scholarship' if 'linden' in key else 'press'}.bib"
    line = next(number for number, text in enumerate((book / path).read_text().splitlines(), 1) if key in text)
    assert (code, out) == (1, "")
    assert f"'{key}' ({path}:{line}) has {shared}. Cite it: [@{key}, p. …]" in err
    assert state(book) == before and web.asked == []


def test_what_has_the_title_and_the_year_is_refused_unless_somebody_says_that_it_is_another(add, book):
    ris = b"TY  - NEWS\r\nTI  - BEES ON THE MOVE\r\nT2  - Hive Post\r\nPY  - 2019\r\nER  - \r\n"
    code, _, err = add("-", ris)
    assert code == 1 and "'dailycomb2019bees' (bib/press.bib:3) has the title and the year" in err and "ANOTHER=yes" in err
    assert add("-", ris.replace(b"2019", b"2018"))[0] == 0
    assert add("-", ris, ANOTHER="yes")[0] == 0


def test_another_version_of_a_work(add, book):
    (book / "bib/scholarship.bib").write_text((book / "bib/scholarship.bib").read_text().replace("10.5555/roofs", "10.5555/draft"))
    code, _, err = add("10.5555/wax")
    assert code == 1 and "'linden2011roofs' (bib/scholarship.bib:1) has another version of the work (DOI 10.5555/draft)" in err


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("/code/404", 1, ["is not there (HTTP 404)", "archived copy"]),
        ("/code/403", 2, ["does not answer programs (HTTP 403)", "FROM=file.ris"]),
        ("/code/500", 2, ["answered with an error (HTTP 500)", "FROM=file.ris"]),
        ("/slow", 2, ["did not answer in time", "FROM=file.ris"]),
        ("/endless", 2, ["FROM=file.ris"]),
        ("/bomb", 2, ["is larger than 4 MB"]),
        ("/pdf", 1, ["is a PDF", "FROM=file.ris"]),
        ("/to//", 1, ["leads to the home page of its site"]),
        ("/to/http://127.0.0.2:PORT/news", 2, ["stands in a private network, and was not asked"]),
        ("/to/ftp://x.example.org/", 2, ["leads away from the web"]),
        ("/wall", 1, ["is not that of a work"]),
        ("/nothing", 1, ["no title found"]),
        ("/huge", 1, ["no title found"]),
        ("/title-only", 1, ["“Comb & Honey”: what kind of source it is cannot be known", "KIND=press"]),
        ("/propaganda", 1, ["extremist material is spread", "docs/about/policy.md"]),
    ],
)
def test_what_cannot_be_found_out_is_said_with_what_to_do(add, book, web, path, code, words):
    before = state(book)
    given = add(web.url(path))
    assert given[:2] == (code, ""), given
    assert [word for word in words if word not in given[2]] == []
    assert state(book) == before


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        ("", 2, "nothing to add"),
        ("bees", 2, "'bees' is no DOI, ISBN, UN symbol, web address or file"),
        ("978-0-306-40615-8", 2, "has the check digit 8, not 7"),
        ("10.5555/unknown", 1, "DOI 10.5555/unknown is not registered"),
        ("10.5555/nonsense", 2, "is no description of a work"),
        ("9781849049641", 1, "library.example.org does not know a book with ISBN 9781849049641"),
        ("https://no.such.host.invalid/x", 2, "there is no such host"),
        ("http://127.0.0.9/x", 2, "stands in a private network"),
        ("missing.ris", 2, "there is no such file"),
        ("https://t.me/somebody/12", 1, "docs/about/policy.md"),
    ],
)
def test_what_is_typed_amiss(add, book, typed, code, words):
    before = state(book)
    given = add(typed)
    assert given[0] == code and words in given[2] and "Fix:" in given[2], given
    assert state(book) == before


def test_the_kind_can_be_said_and_decides_the_file(add, book, web):
    assert add(web.url("/graph"), KIND="poetry")[0] == 2
    code, out, _ = add(web.url("/graph"), KIND="scholarship")
    assert code == 0
    text = (book / "bib/scholarship.bib").read_text("utf-8")
    assert "@online{hazel2020bees,\n  author = {van der Hazel, Ada},\n  title = {{Why bees dance}},\n" in text
    assert "organization = {Institute for the Study of Hives}" in text


def test_the_words_of_armed_groups_get_no_address(add, book, web):
    assert add(web.url("/news"), KIND="primary")[0] == 1 and web.asked == []
    ris = b"TY  - ELEC\nTI  - Words of the wasps\nPB  - The Wasps\nPY  - 2019\nUR  - https://wasps.example.org/x\nDO  - 10.5555/x\nER  - \n"
    assert add("-", ris, KIND="primary")[0] == 0
    text = (book / "bib/primary.bib").read_text("utf-8")
    assert "keywords = {extremist}" in text and "wasps.example.org" not in text and "10.5555" not in text and "@misc{" in text
    assert "wasps.example.org" not in (book / "bib/links.lock").read_text("utf-8") and findings(book) == []


def test_a_channel_in_a_note_is_not_written(add, book):
    before = state(book)
    for note in ("See t.me/wasps/3", "On wasps.example.com", "Posted by @waspsmedia"):
        bib = f"@misc{{x, title={{Words of the wasps}}, organization={{Wasps}}, year=2019, note={{{note}}}, keywords={{extremist}}}}\n"
        code, _, err = add("-", bib.encode())
        assert code == 1 and "SEC00" in err and state(book) == before


def test_hostile_metadata_becomes_plain_text_or_nothing(add, book, web):
    code, out, err = add(web.url("/hostile"))
    assert (code, err) == (0, "")
    entries = [e for e in read.book(book).entries if e.citekey.startswith("dailycomb2020") or "end" in e["title"]]
    assert len(entries) == 1
    entry = entries[0]
    assert {field.name for field in entry.fields} == {"title", "organization", "url", "urldate", "langid"}
    assert entry["title"] == "{A ), url = (javascript:alert(1)) input(x) \\% end}"
    assert "\u202e" not in entry.raw and "<" not in entry.raw and "\x00" not in entry.raw and entry["organization"] == "Daily Comb"
    assert entry["url"] == web.url("/hostile")
    assert "Not found: the date" in out
    assert [code for code in findings(book) if not code.startswith("BIB0")] == []


def test_deep_nesting_and_other_alphabets(add, book, web):
    assert add(web.url("/deep"), KIND="press")[0] == 0
    assert add(web.url("/latin"), KIND="press")[0] == 0
    assert "title = {{Möwen über Kabul}}" in (book / "bib/press.bib").read_text("utf-8")
    assert add(web.url("/packed"))[0] == 0


def test_a_page_that_names_the_doi_of_another_work(add, web, book):
    code, out, _ = add(web.url("/names-another-doi"), KIND="press")
    assert code == 0 and "Look over: the DOI: the page names 10.5555/wax" in out and "doi =" not in (book / "bib/press.bib").read_text()


def test_several_works_of_one_file_each_by_itself(add, book, tmp_path):
    path = tmp_path / "mine.bib"
    path.write_text(
        "@book{a, title={Nests}, author={M{\\\"u}ller, J{\\o}rn}, publisher={P}, address={Q}, year=2001}\n"
        "@Book{b, title={Roofs and Bees}, author={Linden, Maya}, year=2011, publisher={P}}\n"
        "@incollection{c, title={Combs of wax}, author={Oak, C.}, crossref={a}, pages={3-9}}\n", "utf-8"
    )  # fmt: skip
    code, out, err = add(str(path))
    assert code == 1 and "'linden2011roofs' (bib/scholarship.bib:1) has the title and the year" in err
    text = (book / "bib/scholarship.bib").read_text("utf-8")
    assert "@book{muller2001nests,\n  author = {Müller, Jørn}," in text
    assert "@incollection{oak2001combs," in text and "booktitle = {{Nests}}" in text and "pages = {3--9}" in text
    assert findings(book) == []


def test_a_file_that_cannot_be_read_is_never_touched(add, book, web):
    for name, fault in (("press.bib", "@online{x,\n  title = {open\n"), ("links.lock", "nonsense\n")):
        kept = (book / "bib" / name).read_text("utf-8")
        (book / "bib" / name).write_text(kept + fault, "utf-8")
        before = state(book)
        code, _, err = add(web.url("/news"))
        assert code == 2 and f"bib/{name}:" in err and "nothing was written" in err
        assert state(book) == before and web.asked == []
        (book / "bib" / name).write_text(kept, "utf-8")


def test_line_ends_of_the_file_are_kept_and_a_second_run_refuses(add, book, web):
    path = book / "bib/press.bib"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert add(web.url("/news"))[0] == 0
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")
    before = state(book)
    assert add(web.url("/news"))[0] == 1 and state(book) == before


def test_the_day_of_reading_can_be_said_for_a_file(add, book):
    ris = b"TY  - NEWS\nTI  - Hornets\nT2  - Daily Comb\nDA  - 2019/05/06/\nUR  - https://comb.example.org/hornets\nER  - \n"
    code, out, _ = add("-", ris, SEEN="2020-07-30")
    assert code == 0 and "urldate = {2020-07-30}" in out and findings(book) == []
    code, out, _ = add("-", ris.replace(b"ornets", b"oneydew"))
    assert code == 0 and "Not found: the day on which somebody read it" in out and findings(book) == ["BIB023"]


def test_the_command_by_itself_never_ends_in_a_traceback(book, tmp_path):
    """As make runs it: FROM in the environment, with signs that a shell would read."""
    path = tmp_path / "it's & $(so).ris"
    path.write_text("TY  - NEWS\nTI  - Ants\nAU  - Oak, C.\nT2  - Daily Comb\nPY  - 2019\nER  - \n")
    command = [sys.executable, str(HOOKS / "add_source.py"), "--root", str(book)]
    done = subprocess.run(command, env={**os.environ, "FROM": str(path)}, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL)
    assert done.returncode == 0 and "oak2019ants" in done.stdout, done.stderr
    for given in ("\udcff", "x" * 100_000, "-", "http://[::1"):
        done = subprocess.run([*command, given], capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, errors="replace")
        assert done.returncode in (1, 2) and "Traceback" not in done.stderr and "Fix:" in done.stderr, (given[:20], done.stderr[-300:])
    assert findings(book) == []


def test_no_build_and_no_check_can_reach_it():
    """Nothing but the command itself loads what asks the web."""
    web = {"metadata_client", "describe_source", "add_source"}
    loads = {}
    for path in [*HOOKS.glob("*.py"), *(HOOKS / "apparatus").rglob("*.py")]:
        named = set(re.findall(r"^\s*(?:from|import) (\w+)", path.read_text("utf-8"), re.MULTILINE))
        if named & web:
            loads[path.name] = named & web
    assert loads == {"add_source.py": {"describe_source"}, "describe_source.py": {"metadata_client"}}
