"""The checks that read running text, each on many small pieces of it: what they mark, and what they leave alone."""

import pytest
from apparatus import read
from apparatus.checks import (
    txt001_mojibake,
    txt004_invisible_character,
    txt005_not_composed,
    txt006_lookalike_letter,
    txt011_private_character,
    txt022_hyphen_in_range,
    txt023_doubled_word,
    txt024_unmatched_quotes,
    txt025_undated_present,
    txt032_stray_punctuation,
    txt033_american_spelling,
)
from apparatus.model import Source

BAD = {
    txt001_mojibake: ["Ã©", "EspaÃ±a", "the beeâ€™s", "â€œ", "Â£5", "Ù…Ø\u00ad", "a\ufffdb", "ï»¿x", "â‚¬", "naÃ¯ve", "Ã‰tat"],
    txt004_invisible_character: ["a\u200bb", "a\u00adb", "a\u2060b", "a\ufeffb", "a\u200db", "a\u200eb", "\u3164"],
    txt005_not_composed: ["e\u0301", "A\u030a", "\u212b", "\u0627\u0653", "u\u0308ber"],
    txt006_lookalike_letter: ["hivе", "ISKР", "Κabul", "Яndex"[0] + "oссия", "a сору of it all", "ᴀ"[0:0] + "𝐛𝐞𝐞"],
    txt011_private_character: ["a\ue000", "\ufffe", "\ufdd0", "\U0001fffe", "\U0001ffff", "\U000effff", "\U000f0000"],
    txt022_hyphen_in_range: ["2016-17", "2016-2018", "about 30-40 men", "April-May 2020", "1980s-1990s", "some 1,200-1,500", "pages 3--5"],
    txt023_doubled_word: ["the the", "of\nof", "fighters fighters", "They they went", "hum hum", "| a |\n|---|\n| b b |\n\nIt is the the hive."],
    txt024_unmatched_quotes: ["“a", "a”", "“a “b” c", "«a", "‘a", "”a“"],
    txt025_undated_present: ["It was recently lost.", "Currently none.", "This year it fell.", "In recent years it grew.", "Today it is."],
}
GOOD = {
    txt001_mojibake: ["é", "SÃO", "“IRMÃ”", "CAFÉ’s", "Fuß“", "â", "5° £5", "€", "Ångström", "Đà Nẵng", "`Ã©`", "Ø", "Ñuñoa"],
    txt004_invisible_character: ["می\u200cخواهم", "क्\u200dष", "👩\u200d🌾", "(نحل)\u200f", "a\u00a0b", "🏴\U000e0067\U000e0062\U000e007f"],
    txt005_not_composed: ["é", "x\u0304", "م\u064e\u0651", "שָׁ", "क़".replace("क़", "\u0915\u093c"), "각"],
    txt006_lookalike_letter: ["пчела", "НАТО", "5 μm", "kΩ", "β-carotene", "ИГИЛ-K2", "“сор”", "*нос*", "𝑥", "ＮＨＫの蜂", "Ħal"],
    txt022_hyphen_in_range: ["2016–17", "COVID-19", "2020-04-04", "GBU-43", "737-800", "978-3-16", "6-3", "S/2020/53-54", "2020-01", "9-11", "p3-4x"],
    txt023_doubled_word: ["had had", "that that", "Duran Duran", "what it is is", "came in in May", "long long ago", "the. The", "a-a", "New York New York"],
    txt024_unmatched_quotes: ["“a”", "“a ‘b’ c”", "«a»", "„a“", "”a” och ”b”", "the ’90s", "a 12” frame", "`“`", "“a\nb”"],
    txt025_undated_present: ["It was recently lost in 2015.", "“currently”", "the next year", "up to date", "Russia Today", "the last year of the war"],
}


def found(check, text):
    monograph = read.monograph([Source("docs/a.md", f"---\ntitle: A\ndescription: B\n---\n\n{text}\n")])
    return [(f.code, f.location) for f in check.check(monograph)]


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in BAD.items() for text in texts])
def test_marked(check, text):
    assert found(check, text)


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in GOOD.items() for text in texts])
def test_left_alone(check, text):
    assert found(check, text) == []


def test_a_flag_may_begin_a_file():
    monograph = read.monograph([Source("docs/a.md", "🏴\U000e0067\U000e0062\U000e007f\n")])
    assert list(txt004_invisible_character.check(monograph)) == []


@pytest.mark.parametrize(
    ("written", "right"),
    [("centered", "centred"), ("cataloged", "catalogued"), ("colors", "colours"), ("canceled", "cancelled"), ("analyzed", "analysed"), ("defense", "defence")],
)
def test_american_spelling_and_the_british_one(written, right):
    (finding,) = txt033_american_spelling.check(read.monograph([Source("docs/a.md", f"It is {written} here.\n")]))
    assert (finding.message, finding.fix) == (f"American spelling '{written}'", f"write '{right}'")


@pytest.mark.parametrize(("text", "columns"), [("Wax;, and", [4]), ("Wax &amp;, and", []), ("Wax , and", [4]), ("Wax&amp; and wax,, and", [17])])
def test_stray_punctuation_is_no_end_of_an_entity(text, columns):
    assert [location.column for _, location in found(txt032_stray_punctuation, text)] == columns
