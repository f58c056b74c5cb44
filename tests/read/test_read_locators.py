"""Locators: labels, values, where they end, and the words after them."""

import pytest
from apparatus.read import locators


@pytest.mark.parametrize(
    ("rest", "label", "value", "suffix"),
    [
        (", p. 3", "p.", "3", ""),
        (" p. 3", "p.", "3", ""),
        (", p.3", "p.", "3", ""),
        (", p 3", "p.", "3", ""),
        (", page 3", "p.", "3", ""),
        (", P. 3", "p.", "3", ""),
        (", pp. 14-16", "pp.", "14-16", ""),
        (", pp. 14–16", "pp.", "14–16", ""),
        (", pp. 3, 10-12", "pp.", "3, 10-12", ""),
        (", pp. 3 and 5", "pp.", "3 and 5", ""),
        (", p. xii", "p.", "xii", ""),
        (", p. 3 ff.", "p.", "3 ff.", ""),
        (", para. 7", "para.", "7", ""),
        (", paras. 7–9", "paras.", "7–9", ""),
        (", ¶ 7", "para.", "7", ""),
        (", § 4", "sec.", "4", ""),
        (", para. 7(b)", "para.", "7(b)", ""),
        (", ch. 2", "ch.", "2", ""),
        (", chapter 2", "ch.", "2", ""),
        (", n. 12", "n.", "12", ""),
        (", annex II", "annex", "II", ""),
        (", fig. A", "fig.", "A", ""),
        (", Issue 6", "Issue", "6", ""),
        (", issue 6", "Issue", "6", ""),
        (", pmbl. para. 9", "pmbl. para.", "9", ""),
        (", pmbl.\npara. 9", "pmbl. para.", "9", ""),
        (", vol. 2, p. 3", "vol.", "2, p. 3", ""),
        (", p. 3, n. 4, my words", "p.", "3, n. 4", "my words"),
        (", pp. 10-12, and n. 4", "pp.", "10-12", "and n. 4"),
        (", p. 3 ff., emphasis added", "p.", "3 ff.", "emphasis added"),
        (", sec. “Title, of section”", "sec.", "“Title, of section”", ""),
        (', sec. "Title", emphasis added', "sec.", '"Title"', "emphasis added"),
        (", sec. Title of section", "sec.", "Title of section", ""),
        (", s.v. Kabul", "s.v.", "Kabul", ""),
        (", 33-35", "", "33-35", ""),
        (", 33-35 and more", "", "33-35", "and more"),
        (", xi-xii", "", "xi-xii", ""),
        (", iv, emphasis added", "", "iv", "emphasis added"),
        (", {pp. iv, (xv)-(xvii)} with suffix", "pp.", "iv, (xv)-(xvii)", "with suffix"),
        ("{A, D-Z}, x", "", "A, D-Z", "x"),
        (", ", "", "", ""),
        (",", "", "", ""),
        (", p.", "p.", "", ""),
        (", pp", "pp.", "", ""),
        (", p., x", "p.", "", "x"),
    ],
)
def test_locators(rest, label, value, suffix):
    reading, after = locators.read(rest)
    assert (reading.label, reading.value, after) == (label, value, suffix)
    assert rest[reading.offset :].lstrip("{").startswith(reading.text.split(" ")[0])


@pytest.mark.parametrize(
    ("rest", "suffix"),
    [
        ("", ""),
        (" and others", "and others"),
        (", emphasis added", "emphasis added"),
        (", see chapter 2", "see chapter 2"),
        (", note that", "note that"),
        (", part of it", "part of it"),
        (", I think", "I think"),
        (", mixed", "mixed"),
        (", pages from it", "pages from it"),
        (", {} 99 years", "99 years"),
        (", {p. 3", "{p. 3"),
    ],
)
def test_words_are_no_locator(rest, suffix):
    assert locators.read(rest) == (None, suffix)


def test_a_label_is_printed_as_it_is_written_in_the_list():
    for label, words in locators.LABELS.items():
        assert locators.printed(label) == label
        assert all(locators.printed(word.replace("_", " ")) == label for word in words.split())
    assert locators.printed("") == ""
