"""Numbers in words keep the force that the book gives them."""

import pytest
from apparatus.registers.quantities import one, quantity


@pytest.mark.parametrize(
    ("low", "high", "terms", "unit", "said"),
    [
        (None, 199, ["fewer than 200"], "fighters", "fewer than 200 fighters"),
        (550, None, ["over 550 leaders"], "leaders", "over 550 leaders"),
        (100, 100, ["nearly 100 civil wars"], "civil wars", "nearly 100 civil wars"),
        (400, 400, ["some 400 FTFs"], "fighters", "some 400 FTFs"),
        (300, 300, ["About 300 inmates"], "", "about 300 inmates"),
        (150, 150, ["150", "about 150"], "fighters", "about 150 fighters"),
        (6, 6, ["about half a dozen"], "teams", "about half a dozen teams"),
        (None, None, ["several thousand"], "fighters", "several thousand fighters"),
        (None, None, ["by the hundred", "hundreds of children"], "children", "hundreds of children"),
        (None, None, ["hundreds of fighters", "Hundreds escaped"], "fighters", "hundreds of fighters"),
        (7000, 8500, ["7,000–8,500"], "fighters", "7,000–8,500 fighters"),
        (1025, None, ["1,025"], "", "at least 1,025"),
        (None, 5, [], "men", "at most 5 men"),
        (1, 1, ["one came over from the Taliban"], "emirs", "1 emir"),  # “over” is no hedge there
        (0, 0, ["0"], "", "0"),
        (None, None, [], "men", ""),
    ],
)
def test_quantity(low, high, terms, unit, said):
    assert quantity(low, high, terms, unit) == said


def test_one():
    assert [one(unit) for unit in ("emirs", "countries", "men", "per cent")] == ["emir", "country", "man", "per cent"]
