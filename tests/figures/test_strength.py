"""The chart of strength and losses: which estimates stand together, what their rows say, and that its tables leave none out."""

import pytest
from apparatus.drawing import ranges
from apparatus.drawing.range_source import Row, read
from apparatus.figures import strength
from apparatus.model import Location
from apparatus.registers import Caption, Estimate, Period, Place, Registers

HERE = Location("data/estimates.yml", 1, 1)
CAPTION = Caption("strength", HERE, "How many bees", "Bees.[@a]", "Estimates.", "Leaders.")


def estimate(id, of="strength", start="2016", text="", **more):
    given = {"group": "iskp", "unit": "fighters", "by": "A keeper"} | more
    end = given.pop("end", start)
    return Estimate(HERE, f"About {id}.", f"[@{id}]", Period(start, end, text), id=id, of=of, **given)


def drawn(*estimates):
    places = {p.id: p for p in (Place("land", "Land", HERE, kind="country"), Place("kent", "Kent", HERE, kind="province"))}
    return strength.render(Registers(places=places, estimates={e.id: e for e in estimates}), CAPTION)


def panels(*estimates):
    source = drawn(*estimates).drawings[0].markdown.removeprefix("```ranges\n").removesuffix("```")
    chart, faults = read(source)
    assert faults == () and isinstance(ranges.draw(source), tuple)
    return {panel.name: panel.rows for panel in chart.panels}


def test_what_is_counted_differently_stands_on_different_scales():
    found = panels(
        estimate("whole", place="land", min=1, max=2),
        estimate("local", place="kent", min=1, max=2),
        estimate("families", "surrendered", unit="members and dependants", min=3, max=3),
        estimate("fighters", "surrendered", min=4, max=4),
        estimate("dead", "killed", place="kent", min=5, max=5),
        estimate("leaders", "leaders-lost", unit="leaders", min=6),
        estimate("emirs", "leaders-lost", unit="emirs", min=7, max=7),
        estimate("others", group="rivals", min=8, max=8),
        estimate("bombs", "bombs", min=9),
    )
    assert [[row.low for row in rows] for rows in found.values()] == [[1], [1], [3], [4, 5], [6]]
    assert list(found) == list(strength.PANELS)
    labels = [row.label.partition(": ")[2] for rows in found.values() for row in rows]
    assert labels == ["fighters", "fighters in Kent", "members and dependants", "fighters surrendered", "fighters killed in Kent", "leaders"]


def test_rows_are_in_order_of_date_and_say_when_who_and_how_sure():
    ((_, rows),) = panels(
        estimate("b", start="2019-09", text="late 2019; a report says so", min=2000, max=5000, terms=("2,000–5,000",)),
        estimate("a", text="early on", max=199, terms=("fewer than 200 fighters",), editor=True, certainty="disputed"),
    ).items()
    assert rows == (
        Row("2016 (early on), A keeper: fighters", "Fewer than 200", None, 199, added=True, uncertain=True),
        Row("Late 2019, A keeper: fighters", "2,000–5,000", 2000, 5000),
    )


@pytest.mark.parametrize(
    ("terms", "low", "high", "said"),
    [
        (("1,442",), 1442, 1442, "1,442"),
        (("more than 300 fighters",), 300, None, "More than 300"),
        (("153 killed",), 153, 153, "153"),
        (("a score",), 20, 20, "20"),
        (("hundreds of them",), None, None, "Hundreds of them"),
        ((), 1000, 3000, "1,000–3,000"),
        ((), 300, None, "300 or more"),
        ((), None, 25, "25 or fewer"),
        ((), None, None, "no number"),
    ],
)
def test_numbers_stand_as_the_book_prints_them(terms, low, high, said):
    assert strength.number(estimate("a", "killed", min=low, max=high, terms=terms)) == said


def test_tables_have_every_estimate_with_its_citation():
    figure = drawn(
        estimate("a", min=3, certainty="reported", editor=True),
        estimate("b", "surrendered", place="kent", min=4, max=4),
        estimate("c", "leaders-lost", unit="emirs", min=6, max=6),
    )
    shown, others = figure.tables
    assert [(row[2], row[3]) for row in shown.rows] == [("fighters", "3 or more"), ("fighters surrendered in Kent", "4")]
    assert shown.rows[0][4] == "About a.[@a] (*reported*, *added by the editors*)"
    assert [(row[2], row[3], row[4]) for row in others.rows] == [("emirs lost", "6", "About c.[@c]")]


def test_without_estimates_there_is_nothing_to_draw():
    assert drawn().drawings == () and not any(table.rows for table in drawn().tables)
    assert drawn(estimate("c", "leaders-lost", unit="emirs", min=6, max=6)).drawings == ()
