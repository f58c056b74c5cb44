"""Values of entries: for each check of one field the values that it must find, and the look-alikes that it must not."""

import importlib
import time
from datetime import date

import pytest
from apparatus.model import Monograph
from apparatus.read import bibtex

UN = "author = {{United Nations Security Council}}, date = {2020-01-20},"
# Check, kind of entry, field, further fields, values without fault, values with one.
TABLE = [
    ("bib027_origdate_after_date", "book", "origdate", "date = {2011},", ["/2019", "2011-05", "2011~"], ["2019", "2012/2014"]),
    ("bib027_origdate_after_date", "book", "origdate", "date = {2011/},", ["2019"], []),
    (
        "bib030_malformed_name", "book", "author", "",
        ["Jadoon, Amira and Mines, Andrew", "Amira Jadoon and Andrew Mines", "{United Nations Security Council}", "van Gogh, Vincent",
         "King, Jr., Martin Luther", "Martin Luther {King Jr.}", "Ortega y Gasset, José", "Smith, John and others", "{Ernst & Young}",
         "M{\\\"u}ller, J\\'er\\^ome", "أحمد, محمد", "O'Brien, Flann", "Reuters", "{DoD News, Defense Media Activity}", "{[Unsigned]}",
         "Sand, George and Ander, Son", "Charles XII", "William of Ockham", "Prince of Wales, Charles", "O. Henry", "{Smith and Sons}",
         "family=Smith, given=John, prefix=van", "Karl-Theodor von und zu Guttenberg", "Post, Emily", "Michael Church", "Zia Ur Rehman",
         "Smith, J. et al.", "Smith, John (ed.)", "{Food and Agriculture Organization}", "Li, X.", "王小明"],
        ["Jadoon, Amira & Mines, Andrew", "Jadoon, Amira; Mines, Andrew", "Jadoon, Amira and", "and Jadoon, Amira", "A, B and and C, D",
         "A, B, and C, D", "Smith2, John", "Smith, John, Doe, Jane", "Smith, J., Doe, K., Roe, L.", "J. Smith, K. Doe",
         "King, Martin Luther, Jr.", "United Nations Security Council", "University of Oxford", "Amnesty International", "World Bank",
         "Human Rights Watch", "Institute for the Study of War", "The New York Times", "BBC News", "{Smith, John and Doe, Jane}",
         "smith@example.org", ",John", "Smith,", "Smith, John*", "Bank of England", "Smith, J. und Doe, K.", "A, B and others and C, D", "and"],
    ),
    (
        "bib031_et_al_typed", "book", "author", "",
        ["Smith, John and others", "Al-Rashid, Etienne", "Pete Alonso", "Jean et Al-Rashid", "Colette, Et.", "Alia, Bo"],
        ["Smith, J. et al.", "Smith, J., et al.", "Smith, J. and {et al.}", "{Smith et al.}", "Smith, J. et al", "Smith, J. et. al.",
         "Smith, J. and colleagues", "Smith, J. & others", "Smith, J. and …", "Smith, J. u.a.", "Smith, J. et~al.", "Smith ET AL."],
    ),
    (
        "bib032_title_in_capitals", "book", "title", "",
        ["{MOAB}", "{UNAMA UNHCR}", "{NATO and ISAF}", "{BBC NEWS: What now?}", "{S/2020/53}", "{COVID-19}", "{النحل}", "{}", "{USA, UK, EU}"],
        ["{ROOFS AND BEES}", "ROOFS AND BEES", "{BREAKING COMBS}", "{AFGHANISTAN}", "{THE WARS: A history}", "{{T}HE {W}ARS}"],
    ),
    (
        "bib033_unprotected_capitals", "book", "title", "",
        ["{ISIL in Afghanistan}", "Roofs and Bees", "Afghanistan", "Self-Defence and Counter-Terrorism", "The war: Iraq burns", "Plan A",
         "A study of {ISIL} in {Kunar}", "What Is to Be Done?", "Turn left in march", "ROOFS AND BEES OF ISIL", "O the hive"],
        ["A study of ISIL", "Wars of Afghanistan", "Report S/2020/53", "The McKay plan", "An iPhone", "US-led hives", "Iraqi ISIL"],
    ),
    ("bib033_unprotected_capitals", "book", "title", "langid = {ngerman},", ["Geschichte der NATO in Afghanistan"], []),
    (
        "bib034_title_ends_with_stop", "book", "title", "",
        ["{Roofs?}", "{Roofs…}", "{Wax ...}", "{Made in the U.S.}", "{Bees Inc.}", "{Part A.}", "{Bees (2nd ed.)}", "{They said “no.”}", "."],
        ["{Roofs.}", "Roofs.", "{Hives,}", "{Wax:}", "{Combs;}", "{Update 30.}", "{Keepers}.", "{The hive (again).}"],
    ),
    (
        "bib035_reversed_pages", "article", "pages", "",
        ["9--11", "9-11", "114-16", "105--6", "xii--xv", "e12", "S12--S20", "12, 15--17", "1:23--1:40", "xii--15", "3-12--3-20", "99--102",
         "10+", "10ff.", "iv", "a--b", "--", "9" * 5000 + "--1", "12--"],
        ["14-10", "14--14", "xv--xii", "S20--S12", "114--12", "12--15, 30--20", "20–10", "199--12", "12, 30--20"],
    ),
    (
        "bib036_malformed_pages", "article", "pages", "",
        ["9--11", "9–11", "114--16", "1", "xii--xv", "e12", "e1003--e1010", "12, 15--17", "1:23--1:40", "A-12", "3-12--3-20", "10+", "10ff.",
         "10\\psq", "Article 0012", "PE14", "IV--IX", "{9--11}", "9--11; 13--15"],
        ["9-11", "p. 3", "p.3", "pp. 3--4", "S. 12", "245 p.", "n.p.", "in press", "12--", "--12", "1O--12", "3---4", "3 to 5", "12,,13", "?"],
    ),
    (
        "bib037_malformed_volume", "article", "volume", "",
        ["12", "XII", "A", "12A", "12/13", "2015", "S1", "LIV", "1 (new series)"],
        ["Vol. 12", "vol 12", "12(3)", "12, no. 3", "Volume XII", "twelve", "1O", "-1", "Bd. 3"],
    ),
    (
        "bib037_malformed_volume", "article", "number", "",
        ["3", "Spring", "Special Issue", "Suppl. 1", "3/4", "Winter 2015", "10.3", "0", "No Limits"],
        ["No. 3", "no.3", "#3", "Issue 3", "Vol. 3", "n° 3"],
    ),
    ("bib037_malformed_volume", "report", "number", "", ["No. 7", "S/2020/53", "Vol. 2"], []),
    (
        "bib038_malformed_edition", "book", "edition", "",
        ["2", "2nd", "Second", "Third, revised and expanded edition", "21st", "11th", "112th", "2015 ed.", "Paperback"],
        ["2nd ed.", "Second edition", "2 ed", "2. Auflage", "edition 2", "2th", "11st", "0", "two"],
    ),
    (
        "bib039_malformed_un_symbol", "report", "number", UN,
        ["S/2020/53", "S/RES/2178 (2020)", "S/RES/2178(2020)", "S/RES/2178", "A/70/826", "S/2020/466/Add.1", "S/PV.7272", "S/PRST/2020/20",
         "A/HRC/37/CRP.2", "E/CN.4/2006/6", "A/CONF.157/24 (Part I)", "S/2020/35*", "A/RES/217(III)[A]", "ST/ESA/SER.A/423", "No. 7", "7",
         "CCPR/C/21/Rev.1/Add.13", "A/67/735-S/2013/25", "S/2019/1012", "Sales No. E.20.I.1"],
        ["S/2020/ 53", "s/2020/53", "S-2020-53", "S/2020-53", "S/2020.53", "S/53", "S/2020", "S/2020/", "S/202/53", "S/2018/53", "S/2020/053",
         "S/2O20/53", "UN Doc. S/2020/53", "S/RES/2178 (2014)", "S/Res/2178 (2020)", "S / 2020 / 53", "S//2020/53", "S/2020/" + "5/" * 5000],
    ),
    ("bib039_malformed_un_symbol", "report", "number", "author = {{Council of Keepers}},", ["S-2020-53", "UN Doc. S/2020/53", "S/2020/53"], []),
    ("bib039_malformed_un_symbol", "report", "number", "author = {{United Nations Security Council}}, date = {/2019},", ["S/2020/53"], []),
    ("bib039_malformed_un_symbol", "report", "number", "author = {{United Nations Security Council}},", ["S/2020/53"], ["S-2020-53"]),
    (
        "bib040_malformed_doi", "article", "doi", "",
        ["10.1080/09546553.2019.1657097", "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2", "10.1000.10/123456",
         "10.1016/S0140-6736(05)67889-0", " 10.1234/abc "],
        ["doi:10.1080/0954", "https://doi.org/10.1080/0954", "10.1080/0954.", "10.1080", "10.1080/", "1080/0954", "10.1080/09 54", "x" * 9999,
         "10.1080/0954)", "10.1007/978\\_1", "10.1080%2F0954", "10.1080/0954–1"],
    ),
    (
        "bib041_malformed_isbn", "book", "isbn", "",
        ["9781849049641", "978-0-306-40615-7", "0306406152", "080442957X", "0-8044-2957-x", "979-10-90636-07-1"],
        ["9781849049642", "978184904964", "ISBN 9781849049641", "9781849049641 (pbk.)", "0306406153", "9771849049641", "978–1–84904–964–1",
         "97818490O9641", "12345", "1" * 9999, "978--1849049641", "٩٧٨١٨٤٩٠٤٩٦٤١"],
    ),
    (
        "bib042_malformed_issn", "article", "issn", "",
        ["0378-5955", "2049-3630", "1050-124X", "0378-5955, 2049-3630"],
        ["0378-5954", "03785955", "ISSN 0378-5955", "0378-595", "0378–5955", "0378-5955 (print)", "O378-5955"],
    ),
    (
        "bib043_unknown_language", "book", "langid", "",
        ["english", "ngerman", "en", "en-GB", "arabic", "farsi", "zh-Hans-CN"],
        ["English", "englsh", "xx", "klingon", "en_GB", "german, english"],
    ),
    (
        "bib044_markup_left_over", "book", "title", "",
        ["Allied \\& Lethal", "a < b > c", "M\\\"uller", "``quoted''", "A\\textsuperscript{2}", "\\'Etude", "AT&T;", "5 * 6 * 7", "{\\o}l", "x <y> z",
         "\\url{https://example.org/<i>}", "It`s", "[sic]"],
        ["Fish &amp; chips", "it&#8217;s", "<i>Apis</i>", "\\emph{Apis}", "{\\em Apis}", "Apis \\cite{x}", "**bold**", "[x](https://y.org)",
         "a\\\\b", "<br/>", "\\&amp; x", "[[Bees]]"],
    ),
    (
        "bib045_doubled_title", "book", "subtitle", "title = {{Roofs: Hives and Men}},",
        ["A Study", "Men", "Wax Wax", "The Bees and the Bees"],
        ["Hives and men", "Roofs: Hives and Men", "The Wars of Wax The Wars of Wax"],
    ),
    (
        "bib046_malformed_month", "book", "month", "year = {2019},",
        ["4", "04", "12", "apr", "8~7", "jul--aug", "4/5"],
        ["13", "0", "April", "Avril", "Spring", "2019", "-4", "in spring", "4~99"],
    ),
    (
        "bib047_placeholder", "book", "publisher", "",
        ["None of Us Press", "Test Press", "Tbilisi", "Checkmate", "TODO Lists Ltd"],
        ["TODO", "tbd", "???", "n/a", "null", "Publisher", "…", "-", "unknown publisher", "TODO: find"],
    ),
    ("bib047_placeholder", "article", "volume", "", ["XXX", "xxx"], ["???", "TBD"]),
    (
        "bib048_generic_title", "online", "title", "url = {https://example.org},",
        ["404 bees", "The Home Page of Bees", "Error and Trial", "Home Fires", "Are You a Keeper?"],
        ["404 Not Found", "Page not found", "Access Denied", "Just a moment...", "Are you a robot?", "Home", "Untitled document", "report.pdf"],
    ),
    ("bib048_generic_title", "book", "title", "", ["Home", "Untitled", "Index"], []),
    (
        "bib049_generic_name", "book", "author", "",
        ["Byron, George", "Rev, Istvan", "{Dr. Seuss}", "{Editors of Hives}", "Guest, Edgar", "{Google}"],
        ["Dr. Jane Smith", "Smith, Dr. Jane", "By John Smith", "Admin", "{admin}", "Staff Writer", "Smith, John (ed.)", "Smith, John, editor"],
    ),
    ("bib050_part_without_whole", "article", "issuesubtitle", "issuetitel = {The Roof},", ["In Spring"], []),
    ("bib050_part_without_whole", "article", "issuesubtitle", "isbn = {1},", [], ["In Spring"]),
    (
        "bib060_name_split_by_and", "book", "publisher", "",
        ["{C. Hurst and Co.}", "Springer and Wiley", "Oxford University Press and Clarendon Press", "Academy of Science and University of Newtown",
         "University of Oxford and RAND", "Institute for Wax and Chatham"],
        ["C. Hurst and Co.", "John Wiley and Sons", "United Nations Office on Drugs and Crime", "Institute for Wax and Security", "Associated Press, in Stars and Stripes"],
    ),
    (
        "bib061_unescaped_sign", "book", "title", "",
        ["50\\% more", "Allied \\& Lethal", "\\$5", "$x^2$", "$n$-bees and $m$", "See https://x.org/?a=1&b=%20"],
        ["50% more", "Allied & Lethal", "Cost $5", "Cost $5 million and $6 million"],
    ),
    ("bib062_name_in_capitals", "book", "author", "", ["NG, K.", "{AL JAZEERA}", "WHO", "von MISES, L."], ["JADOON, Amira", "AL-KAFI, Abu"]),
    (
        "bib063_outlet_in_title", "online", "title", "organization = {BBC News},",
        ["The BBC News - a story", "BBC News", "Bees – Al Jazeera TV"],
        ["Bees - BBC News", "{Bees | BBC News}", "Bees – the BBC News"],
    ),
    ("bib064_malformed_eprint", "article", "eprint", "eprinttype = {arxiv},", ["2101.00001v2", "hep-th/9901001"], ["arXiv:2101.00001", "2113.00001"]),
    ("bib065_place_in_publisher", "book", "publisher", "", ["Hurst", "{Hives: The Press}", "12:30 Press"], ["London: Hurst", "New York : Knopf"]),
]  # fmt: skip


def found(check, kind, field, more, value):
    entries, _ = bibtex.entries("bib/works.bib", f"@{kind}{{key,\n  {field} = {{{value}}},\n  {more}\n}}\n")
    monograph = Monograph(entries=entries, edition=date(2026, 11, 22))
    return list(importlib.import_module(f"apparatus.checks.{check}").check(monograph))


GOOD = [(*row[:4], value) for row in TABLE for value in row[4]]
BAD = [(*row[:4], value) for row in TABLE for value in row[5]]


def name(value):
    return value[:40] if isinstance(value, str) else None


@pytest.mark.parametrize(("check", "kind", "field", "more", "value"), GOOD, ids=name)
def test_value_without_fault(check, kind, field, more, value):
    assert found(check, kind, field, more, value) == []


@pytest.mark.parametrize(("check", "kind", "field", "more", "value"), BAD, ids=name)
def test_value_with_a_fault(check, kind, field, more, value):
    findings = found(check, kind, field, more, value)
    assert findings and all(finding.location.line == 2 for finding in findings)
    for finding in findings:
        assert not finding.message.endswith(".") and not finding.fix.endswith((". ", "..")) and "\n" not in finding.message + finding.fix


@pytest.mark.parametrize("check", sorted({row[0] for row in TABLE}))
@pytest.mark.parametrize("value", ["{" * 30 + "}" * 30, "and " * 12_000, "$&%" * 9_000, "a-" * 20_000, "<i " * 15_000, "A/" * 20_000, "9" * 40_000, ", " * 20_000])
def test_enormous_values_take_no_time(check, value):
    row = next(row for row in TABLE if row[0] == check)
    start = time.monotonic()
    found(check, row[1], row[2], row[3], value)
    assert time.monotonic() - start < 1
