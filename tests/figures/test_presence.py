"""The map of presence: what statements become on it year by year, and that its table leaves none out."""

import pytest
from apparatus.drawing import tiles
from apparatus.drawing.tile_source import Mark, read
from apparatus.figures import markdown, presence
from apparatus.model import Location
from apparatus.registers import Caption, Period, Place, Presence, Registers

HERE = Location("data/places.yml", 1, 1)
CAPTION = Caption("presence", HERE, "Where bees are", "Bees.[@a]", "Statements.", "Wider areas.")


def stated(level, start, end=None, **more):
    return Presence(HERE, more.pop("text", f"{level} {start}."), "[@a, p. 1]", Period(start, start if end is None else end), level=level, **more)


def place(id, tile=None, *presences, country="south", kind="province", **more):
    return Place(id, more.pop("name", id.title()), HERE, kind=kind, country=country, tile=tile, presence=presences, **more)


def drawn(*places):
    known = {p.id: p for p in (place("south", name="South Land", kind="country"), place("north", name="North", kind="country"), *places)}
    return presence.render(Registers(places=known), CAPTION)


def tilemap(*places):
    figure = drawn(*places)
    source = figure.drawings[0].markdown.removeprefix("```tiles\n").removesuffix("```")
    made, faults = read(source)
    assert faults == () and isinstance(tiles.draw(source), tiles.Panels)
    return made


def marks(*presences):
    made = tilemap(place("kent", (1, 1), *presences))
    return dict(zip(made.panels, made.tiles[0].marks, strict=True))


def test_a_statement_holds_for_the_years_it_names_and_no_others():
    found = marks(stated("base", "2016-03", "2018-01"), stated("attack", "2020-05-12"))
    assert found == {"2016": (Mark("base"),), "2017": (Mark("base"),), "2018": (Mark("base"),), "2019": (), "2020": (Mark("attack"),)}


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [("2016", "..", "2016 2017 2018"), ("2016", "", "2016"), ("", "2017", "2017"), ("2016~", "2017", "2016 2017"), ("soon", "soon", ""), ("2018", "2016", "2018")],
)
def test_ends_that_are_open_unknown_or_no_dates(start, end, years):
    found = marks(stated("none", "2015"), stated("none", "2018"), stated("present", start, end))
    assert " ".join(year for year, here in found.items() if Mark("present") in here) == years


def test_a_level_is_in_doubt_only_if_every_statement_of_it_is():
    found = marks(stated("base", "2016", certainty="disputed"), stated("base", "2017", certainty="reported"), stated("base", "2017"), stated("none", "2017", certainty="inferred"))
    assert found == {"2016": (Mark("base", True),), "2017": (Mark("base"), Mark("none", True))}


def test_countries_are_groups_and_names_lose_the_word_for_their_kind():
    made = tilemap(
        place("kent", (1, 1), stated("base", "2016"), name="Kent province"),
        place("a|b", (2, 1), name="A | B"),
        place("moor", (3, 1), country="north", kind="agency", name="Moor agency"),
    )
    assert made.groups == ("South Land", "North: former tribal districts")
    assert [(tile.name, tile.group) for tile in made.tiles] == [("A | B", 0), ("Kent", 0), ("Moor", 1)]


def test_tables_have_every_statement_with_its_citation_and_name_the_silent_places():
    figure = drawn(
        place("kent", (1, 1), stated("none", "2016", certainty="disputed", editor=True), stated("base", "2017")),
        place("essex", (2, 1)),
        place("moor", (3, 1)),
        place("wold", None, stated("present", "2013")),
    )
    tiled, wider = figure.tables
    assert [row[:3] for row in tiled.rows] == [("Kent", "2016", "none (N)"), ("Kent", "2017", "base (B)")]
    assert "none 2016.[@a, p. 1] (*disputed*, *added by the editors*)" in tiled.rows[0][3]
    assert tiled.caption == "Statements. The book states neither presence nor absence for Essex and Moor."
    assert [row[0] for row in wider.rows] == ["Wold"] and "[@a, p. 1]" in wider.rows[0][3]
    said = markdown(figure, "register")
    assert "[places](../register/places.md)" in said and said.count("[@a, p. 1]") == 3 and "<svg" not in said


def test_without_a_statement_there_is_nothing_to_draw():
    assert drawn(place("kent", (1, 1))).drawings == () and drawn().tables[0].rows == ()


def test_too_many_years_leave_the_earliest_to_the_table():
    assert tilemap(place("kent", (1, 1), stated("base", "1979"), stated("base", "2020"))).panels[0] == "2009"


def test_tiles_without_a_country_need_no_name_of_their_own_unless_they_stand_beside_others():
    bare = place("kent", (1, 1), stated("base", "2016"), country="")
    assert tilemap(bare).groups == ("",)
    assert tilemap(bare, place("moor", (2, 1), country=""), place("wold", (3, 1), country="north")).groups == ("", "North")
    assert tilemap(place("moor", (1, 1)), place("essex", (2, 1)), place("kent", (3, 1), stated("base", "2016"), country="")).groups == ("South Land", "Elsewhere")
