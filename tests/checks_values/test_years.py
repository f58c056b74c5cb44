"""The years that dates and citekeys can mean."""

import pytest
from apparatus.grounds import years


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ("2019", (2019, 2019)),
        ("2019-04-30", (2019, 2019)),
        ("{2019}", (2019, 2019)),
        ("2019/2020", (2019, 2020)),
        ("2019-12-30/2020-01-02", (2019, 2020)),
        ("2019~", (2019, 2019)),
        ("2019-21", (2019, 2019)),
        ("201X", (2010, 2019)),
        ("2019/", (2019, years.EVER)),
        ("2019/..", (2019, years.EVER)),
        ("/2019", (-years.EVER, 2019)),
        ("April 2019", None),
        ("n.d.", None),
        ("", None),
        ("/", None),
        ("2" * 100_000, None),
    ],
)
def test_of_date(value, span):
    assert years.of_date(value) == span


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ("2019", (2019, 2019)),
        ("[2019]", (2019, 2019)),
        ("c. 2019", (2019, 2019)),
        ("2019--2021", (2019, 2021)),
        ("forthcoming", None),
        ("20199", None),
        ("", None),
    ],
)
def test_of_year(value, span):
    assert years.of_year(value) == span


@pytest.mark.parametrize(
    ("citekey", "found"),
    [
        ("smith2019", (2019,)),
        ("smith2019roofs", (2019,)),
        ("news182020kerala", (2020, 8202, 1820)),
        ("unsc2014res2178", (2014,)),
        ("Smith_2019", (2019,)),
        ("guildnd", ()),
        ("smith19", ()),
        ("2019smith", ()),
        ("x123456789012", ()),
        ("", ()),
    ],
)
def test_of_citekey(citekey, found):
    assert years.of_citekey(citekey) == found
