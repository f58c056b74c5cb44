"""What the checks of setting (SET) know of the bound book is what the rooms that bind it go by."""

import io

import pytest
from apparatus import fonts
from apparatus.checks import set003_element_unknown
from apparatus.grounds import elements, type_area
from apparatus.typesetting import faces, press, tables
from apparatus.typesetting.measures import BOOK, LARGE
from apparatus.volume import blocks, built_pages, inlines
from apparatus.volume.contents import ON_THE_SITE
from fontTools.ttLib import TTFont

PARTS = {"dd", "dt", "figcaption", "li", "summary", "tbody", "td", "th", "thead", "tr"}  # of lists, tables, figures, boxes


@pytest.mark.parametrize("italic", [False, True])
def test_the_printed_book_has_the_same_characters(italic):
    drawn = {c for c in faces.characters(italic) if c not in faces.UNSEEN}
    assert fonts.characters(italic) - faces.UNSEEN == drawn
    assert not {c for c in fonts.COMMON if c not in fonts.characters(italic)}


@pytest.mark.parametrize("italic", [False, True])
def test_the_typesetter_prints_every_one_of_them(italic):
    head = '#set document(title: "x")\n#set text(fallback: false, font: ("Source Serif Pro", "Source Sans Pro"), style: "{}")\n'
    said = "".join(f'#"\\u{{{ord(c):x}}}"\n' for c in sorted(fonts.characters(italic)))
    assert press.printed(head.format("italic" if italic else "normal") + said, [], 0).pdf.startswith(b"%PDF")
    with pytest.raises(press.PressFailure):
        press.printed(head.format("italic" if italic else "normal") + '#"\\u{1f41d}"', [], 0)


def test_the_sites_typefaces_are_cut_to_them(tmp_path):
    used = "蜂ж"
    for name, content in fonts.webfonts(tmp_path, used).items():
        there = {chr(code) for code in TTFont(io.BytesIO(content)).getBestCmap()}
        whole = TTFont(str(fonts.files(fonts.FACES[name][0]) / "files" / fonts.FACES[name][1])).getBestCmap()
        assert there == {c for c in fonts.characters(True) | {"ж"} if ord(c) in whole}
    assert ord("ж") in whole


def test_what_has_no_glyph_is_no_hole():
    assert fonts.unprintable("a\u00ad\u200b\u200c\u200d\u200e\u2009\u202f\u3000\ufe0f\n\t\u2028") == frozenset()
    assert fonts.unprintable("aж\u0300ὠ🐝蜂▪") == {"🐝", "蜂", "▪"}


def test_the_reader_of_built_pages_knows_the_same_elements():
    assert elements.BOUND == (inlines.ELEMENTS | blocks.BLOCK_ELEMENTS | PARTS) - {"article"}
    assert not elements.BOUND & elements.ACTIVE


def test_the_names_that_are_kept_are_those_that_leave_something_out():
    for place in built_pages.SCREEN:
        condition = place.removesuffix("]").partition("[@")[2]
        name = condition.partition("=")[2].strip("'") or condition
        assert name in set003_element_unknown._CLASSES | set003_element_unknown._SCREEN


def test_tables_are_measured_as_they_are_set():
    assert type_area.ROOM == pytest.approx(min(measures.width / min(measures.tables) for measures in (BOOK, LARGE)))
    assert (type_area.GUTTER, type_area.SLACK) == (tables.GUTTER, tables.SLACK)
    assert (type_area.BREAKS.pattern, type_area.PAGE) == (tables.BREAKS.pattern, tables.PAGE)
    assert type_area.UNBOUND == {f"docs/{name}" for name in ON_THE_SITE}


def test_words_have_less_room_than_the_page():
    """In em of the text and in signs of code, less what the insets of boxes take; the type of the large print is the wider one."""
    assert type_area.WORD < LARGE.width / 17 < BOOK.width / 10.4
    assert type_area.CODE * 0.602 * 0.9 * 17 < LARGE.width
