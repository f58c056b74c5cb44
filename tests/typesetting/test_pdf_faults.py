"""What cannot be set is a fault with its place, never a traceback and never a hole."""

import pytest
from apparatus import typesetting
from apparatus.typesetting import press
from apparatus.volume.nodes import Cell, Emphasis, Inside, Link, Mark, Note, Rule
from specimen import only
from specimen_pieces import cell, drawing, line, note, numbered, paragraph, table

SNOWMAN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><text>☃</text></svg>'


def faults(*blocks, notes: tuple[Note, ...] = ()) -> list[tuple[str, str, str]]:
    made = typesetting.book(only(*blocks, notes=notes))
    return [(fault.code, fault.anchor, fault.message) for fault in made.faults]


@pytest.mark.parametrize(
    ("blocks", "notes", "anchor", "name"),
    [
        ((numbered(1, "Here."), numbered(2, "A ☃ stands here.")), (), "p2", "U+2603 SNOWMAN"),
        ((numbered(1, "Here.", Mark(1)), numbered(2, "There.")), (note(1, "漢"),), "p1", "U+6F22 CJK UNIFIED IDEOGRAPH-6F22"),
        ((numbered(1, "Here."), drawing("snow", SNOWMAN, "Snow", "A man of snow.", 9, 9)), (), "p1", "U+2603 SNOWMAN"),
    ],
)
def test_a_character_without_a_glyph(blocks, notes, anchor, name):
    made = typesetting.book(only(*blocks, notes=notes))
    assert made.pdf == b""
    found = [(fault.code, fault.anchor, fault.message) for fault in made.faults]
    assert found == [("SET001", anchor, f"no typeface of the book has {name}")]


def test_each_character_is_named_once():
    assert len(faults(numbered(1, "☃☃"), numbered(2, "☃ and ☂"))) == 2


def test_italics_have_fewer_characters_than_upright_type():
    assert faults(numbered(1, "Ж", Emphasis(line("ḥ ʿ ā")))) == []
    (message,) = [message for _, _, message in faults(numbered(1, Emphasis(line("Ж"))))]
    assert message.endswith("has U+0416 CYRILLIC CAPITAL LETTER ZHE")


def test_a_table_too_wide():
    heads = tuple("unbreakableheadword" for _ in range(12))
    assert [(code, anchor) for code, anchor, _ in faults(numbered(1, "Wide:"), table(heads, heads))] == [("SET002", "p1")]
    assert faults(numbered(1, "Not so wide:"), table(heads[:3], heads[:3])) == []


def test_a_link_to_nothing():
    link = Link(line("gone"), Inside("only.md", "gone"))
    assert [(code, anchor) for code, anchor, _ in faults(numbered(1, "See ", link, "."))] == [("SET004", "p1")]


def test_a_node_that_print_does_not_know():
    assert [code for code, _, _ in faults(numbered(1, "Here."), Cell((paragraph("loose"),)))] == ["SET003"]
    assert [code for code, _, _ in faults(numbered(1, Rule()))] == ["SET003"]


def test_a_failure_of_the_typesetter(monkeypatch):
    good = press.printed
    monkeypatch.setattr(press, "printed", lambda source, labels, seconds: good(source + "#panic()", labels, seconds))
    made = typesetting.book(only(numbered(1, "Here.")))
    assert made.pdf == b""
    assert [fault.code for fault in made.faults] == ["SET006"]
    assert "panick" in made.faults[0].message and "/" not in made.faults[0].message


def test_nothing_in_the_text_is_code():
    signs = '"; panic() // #panic() \\ $x$ @label <label> `raw` *a* _b_ = - + [x] {y} -- ... ~ \\u{41} /* */'
    assert faults(numbered(1, signs), table((signs,), (signs,)), paragraph(signs)) == []
    assert cell(signs)
