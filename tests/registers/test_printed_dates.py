"""Dates as the book prints them, from EDTF."""

import pytest
from apparatus.registers import Period
from apparatus.registers.dates import printed

CASES = {
    ("2020-04-04", "2020-04-04"): "4 April 2020",
    ("2020-04", "2020-04"): "April 2020",
    ("2020", "2020"): "2020",
    ("2018-22", "2018-22"): "summer 2018",
    ("198X", "198X"): "1980s",
    ("19XX", "19XX"): "1900s",
    ("2019~", "2019~"): "about 2019",
    ("2019-03?", "2019-03?"): "perhaps March 2019",
    ("2019%", "2019%"): "perhaps about 2019",
    ("2016", "2018"): "2016–18",
    ("1936", "1939"): "1936–39",
    ("1999", "2001"): "1999–2001",
    ("1998", "2000"): "1998–2000",
    ("198X", "199X"): "1980s–1990s",
    ("2019-09", "2019-11"): "September–November 2019",
    ("2019-10", "2020-02"): "October 2019–February 2020",
    ("2020-05-03", "2020-05-05"): "3–5 May 2020",
    ("2020-05-30", "2020-06-02"): "30 May–2 June 2020",
    ("2019-12-30", "2020-01-02"): "30 December 2019–2 January 2020",
    ("2019-04", "2020"): "April 2019 to 2020",
    ("2019~", "2020"): "about 2019 to 2020",
    ("2014", ".."): "since 2014",
    ("2014", ""): "from 2014",
    ("", "2014"): "until 2014",
    ("..", "2014-05"): "until May 2014",
    ("2018-06/2018-08", "2018-06/2018-08"): "June–August 2018",
    ("2018-01/..", "2018-01/.."): "after January 2018",
    ("2018-01/..", ""): "after January 2018",
    ("2018-01/..", "2018-03"): "after January 2018 to March 2018",
    ("soon/..", "soon/.."): "soon/..",
    ("", ""): "",
    ("..", ".."): "",
    ("soon", "soon"): "soon",
    ("2020-13", "2020-13"): "2020-13",
    ("2020-00", "2020-00"): "2020-00",
    ("2020-22-03", "2020-22-03"): "2020-22-03",
    ("2020-04-32", "2020-04-32"): "2020-04-32",
    ("2019", "soon"): "2019 to soon",
    ("soon", ".."): "since soon",
}


@pytest.mark.parametrize(("dates", "expected"), CASES.items(), ids=["/".join(dates) or "none" for dates in CASES])
def test_dates_are_printed_in_british_form(dates, expected):
    assert printed(Period(*dates)) == expected


def test_the_books_own_phrase_comes_first():
    assert printed(Period("2019-11", "2019-12", "late 2019")) == "late 2019"
    assert printed(Period("", "", "soon after")) == "soon after"
