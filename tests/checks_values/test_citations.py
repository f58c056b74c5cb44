"""Citations by value: what the checks of citations find in one line, and the look-alikes that none may touch."""

import importlib
from pathlib import Path

import apparatus.checks
import pytest
from apparatus import read
from apparatus.model import Source

CHECKS = [
    importlib.import_module(f"apparatus.checks.{path.stem}")
    for path in sorted(Path(apparatus.checks.__file__).parent.glob("cit[0-9]*.py"))
    if not path.stem.startswith("cit002")
]
BIB = """@book{linden2011roofs, author = {Linden, A.}, title = {{Roofs and Bees}}, date = {2011}, pagetotal = {300}}
@article{hazel2015wax, author = {Hazel, B.}, title = {{Wax}}, date = {2015}, pages = {1--9}}
"""


def found(text, bib=BIB):
    """Codes and columns in the line of the text, which begins in column 1."""
    monograph = read.monograph([Source("bib/a.bib", bib), Source("docs/a.md", f"# Bees\n\n{text}\n")])
    return sorted((finding.code, finding.location.column) for check in CHECKS for finding in check.check(monograph))


@pytest.mark.parametrize(
    ("after", "code"),
    [
        (", ", "CIT004"), (", p.", "CIT004"), (", pp. ??", "CIT004"),
        (", pag. 3", "CIT005"), (", pgs. 3-5", "CIT005"), (", Seiten 3-5", "CIT005"), (", стр. 3", "CIT005"), (", pagse 3", "CIT005"),
        (", sec. Conclusion", "CIT005"), (", sec. “Conclusion", "CIT005"), (", p. 2O", "CIT005"), (", p. l2", "CIT005"), (", 2011", "CIT005"),
        (", pp. 9-3", "CIT006"), (", pp. 9-9", "CIT006"), (", pp. 9-", "CIT006"), (", pp. x-v", "CIT006"), (", secs. D-B", "CIT006"),
        (", chs. V-II", "CIT006"), (", paras. 3.4-3.2", "CIT006"), (", timestamp 1:03-1:02", "CIT006"), (", pp. 110-10", "CIT006"),
        (", p. 301", "CIT007"), (", pp. 299-310", "CIT007"), (", 400", "CIT007"),
        (", p. 3-5", "CIT017"), (", pp. 3", "CIT017"), (", paras. 3", "CIT017"), (", p. 3 and 5", "CIT017"), (", ch. II-IV", "CIT017"), (", pp. 3, n. 4 of the article", "CIT017"),
        (", pp. 3, 3", "CIT030"), (", pp. 3-9, 5", "CIT030"),
    ],
)  # fmt: skip
def test_a_locator_with_one_fault_has_one_finding_at_its_first_character(after, code):
    assert found(f"Text.[@linden2011roofs{after}]") == [(code, 25)]


@pytest.mark.parametrize(
    "after",
    ["", ", p. 3", " p. 3", ", p 3", ", page 3", ", pp. 3-5", ", pp. 3, 5-7", ", pp. 3 & 5", ", 3-5", ", p. xii", ", pp. xii-xv", ", pp. ix-12",
     ", p. 12a", ", pp. 12a-c", ", p. A-12", ", pp. 114-16", ", pp. 101-8", ", pp. 3ff.", ", pp. 3 f.", ", pp. 3 et seq.", ", p. [3]",
     ", sec. “Wax”", ", sec. \"Wax\"", ", sec. 3.2", ", sec. IV.B", ", secs. 3.2-3.4", ", secs. “A” and “B”", ", § 3", ", §§ 3-5",
     ", para. 3(a)-(c)", ", art. 2(4)", ", s.v. Wax", ", s.v. “Wax”", ", app. A", ", annex II", ", fig. 3a", ", vol. II, p. 3", ", no. 3/4",
     ", timestamp 1:02:03", ", n. 14", ", n. 14 of the article", ", ch. three", ", passim", ", emphasis added", ", in German", ", note that",
     ", part of it", " for a discussion", "{}, 33 bees", " {pp. iv, vi-xi, (xv)-(xvii)} and so on", ", map 2", ", plate 3", ", esp. p. 3",
     ", p. 3, emphasis added", ", pp. 12ab-12a", ", unpaginated", ", side by side", ", par excellence", ", title page"],
)  # fmt: skip
def test_a_sound_locator_has_none(after):
    assert found(f"Text.[@linden2011roofs{after}]") == []


@pytest.mark.parametrize(
    ("after", "code"), [(", p.", "CIT004"), (", pag. 3", "CIT005"), (", pp. 9-3", "CIT006"), (", p. 301", "CIT007"), (", p. 3-5", "CIT017"), (", pp. 3, 3", "CIT030")]
)
def test_a_fault_is_found_after_citations_with_nothing_to_look_at(after, code):
    text = "One.[@linden2011roofs] Two.[@linden2011roofs, p. ?] Three.[@linden2011roofs, p. 3] Four.[@linden2011roofs"
    assert found(text + after + "]") == sorted([("CIT004", 47), (code, 108)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Text[@hazel2015wax].", [("CIT010", 5)]),
        ("Text [@hazel2015wax].", [("CIT010", 6)]),
        ("Text. [@hazel2015wax]", []),
        ("Text [@hazel2015wax] more.", []),
        ("Text.[@hazel2015wax].", [("CIT010", 6)]),
        ("Text[@hazel2015wax]: more.", [("CIT010", 5)]),
        ("“Text[@hazel2015wax]” more.", [("CIT010", 6)]),
        ("Text.[@hazel2015wax][@linden2011roofs]", [("CIT023", 21)]),
        ("Text.[@hazel2015wax; @hazel2015wax]", [("CIT008", 22)]),
        ("Text.[@Hazel2015wax]", [("CIT019", 7)]),
        ("Text.[hazel2015wax, p. 3]", [("CIT020", 7)]),
        ("Text.@hazel2015wax", [("CIT020", 6)]),
        ("Text.[]", [("CIT022", 6)]),
        ("Text.[@hazel2015wax]More.", [("CIT027", 6)]),
        ("Text.[@hazel2015wax], p. 3", [("CIT031", 6)]),
        ("[@hazel2015wax] says so.", [("CIT024", 1)]),
        ("[@hazel2015wax]", [("CIT028", 1)]),
        ("Text (Hazel 2015, 3).", [("CIT026", 6)]),
        ("Text [Linden 2011, p. 12].", [("CIT026", 6)]),
        ("Text. Ibid.", [("CIT016", 7)]),
        ("Text.[@nobody1999]", [("CIT001", 7)]),
        ("Text.[@hazel2015wax, @linden2011roofs]", [("CIT003", 6)]),
        ("Text.[@] Text.[see @hazel2015wax, [@linden2011roofs]]", [("CIT003", 6), ("CIT003", 35)]),
        ("Text.[@hazel2015wax, p. ?; @linden2011roofs, pag. 3]", [("CIT004", 22), ("CIT005", 46)]),
    ],
)
def test_a_citation_in_the_wrong_place(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Text.[@hazel2015wax] More,[@linden2011roofs] and more.", "Text[@hazel2015wax] – more.", "(Text[@hazel2015wax]) and (text.[@hazel2015wax])",
     "*Text.*[@hazel2015wax] **Text.[@hazel2015wax]**", "“Text.”[@hazel2015wax]", "As @hazel2015wax [p. 3] says.", "See [@hazel2015wax].",
     "Source: [@hazel2015wax].", "- [@hazel2015wax]", "| [@hazel2015wax] |\n|---|\n| text[@hazel2015wax] |", "نص.[@hazel2015wax] نص[@hazel2015wax] نص.",
     "文[@hazel2015wax]文。", "Mail hazel2015wax@example.org or a.@b.example.", "`[@hazel2015wax].` `ibid.` `[]`", "An “ibid.” and “op. cit.” are quoted.",
     "Text.[@hazel2015wax, p. 3; see also @hazel2015wax, p. 5]", "Text (Hazel 2015).[@hazel2015wax]", "- [ ] to do", "[text](a.md)[@hazel2015wax]",
     "Text…[@hazel2015wax] more.", "Text.[^1]\n\n[^1]: [@hazel2015wax], and [@linden2011roofs].", "Text.[-@hazel2015wax]", "Text.[@{hazel2015wax}]"],
)  # fmt: skip
def test_a_citation_in_its_place(text):
    assert found(text) == []


def messages(*sources):
    monograph = read.monograph([Source("bib/a.bib", BIB), *sources])
    return sorted(f"{finding.message}. {finding.fix}" for check in CHECKS for finding in check.check(monograph))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("“Text[@hazel2015wax].”", "citation '[@hazel2015wax]' stands before '.”'. write '.”[@hazel2015wax]'"),
        ("“Text.[@hazel2015wax].”", "'.' stands before and after the citation '[@hazel2015wax]'. delete the second '.'"),
        (
            "[@hazel2015wax; @linden2011roofs, p. 3] say so.",
            "citation '[@hazel2015wax; @linden2011roofs, p. 3]' stands where the sentence needs a name. "
            "write '@hazel2015wax', or the name here and the citation at the end of the sentence",
        ),
    ],
)
def test_what_is_said_of_a_fault(text, message):
    assert messages(Source("docs/a.md", f"# Bees\n\n{text}\n")) == [message]


def test_the_title_of_any_work_is_no_quotation():
    bib = BIB + "@book{ash2000bees, title = {{The Bees of the Town}}}"
    assert found("He read “The bees of the town.”[@hazel2015wax]", bib) == []
    assert found("He read “The bees of the town.”[@hazel2015wax]") == [("CIT011", 32)]


def test_a_command_of_another_program_in_a_record_stands_where_it_begins():
    data = Source("data/glossary.yml", "- term: A\n  definition: See \\cite{hazel2015wax}.\n")
    monograph = read.monograph([Source("bib/a.bib", BIB), data])
    places = [(f.code, f.location.line, f.location.column) for check in CHECKS for f in check.check(monograph)]
    assert places == [("CIT020", 2, 19)]


@pytest.mark.parametrize(("more", "count"), [("", 1), ("[@hazel2015wax]", 1), ("[@linden2011roofs, p. 3]", 0)])
def test_a_citation_typed_in_a_record_may_stand_beside_the_real_one(more, count):
    assert len(messages(Source("data/glossary.yml", f"- term: A\n  definition: 'Wax (Linden 2011).{more}'\n"))) == count


@pytest.mark.parametrize("value", ["", "-", "--", "1-", "²", "9" * 5000, "“", "\x00", "([{" * 200, "1," * 5000, "m" * 5000])
def test_no_value_ends_in_an_exception(value):
    found(f"Text.[@linden2011roofs, p. {value}] [@hazel2015wax, {value}]", BIB.replace("1--9", value.replace("{", "")))
