"""TXT020: which sentences state something that needs a source, and where sentences end."""

import pytest
from apparatus.grounds.claims import reason, reasons
from apparatus.grounds.sentences import split

STATEMENTS = {
    "a date": [
        "In 2015 the province was declared.",
        "The raid took place on 2 August 2020.",
        "The bomb fell in April 2017.",
        "By the 1990s the valley had changed hands.",
        "He arrived on 11 May.",
        "Between 2016–18 four men fell.",
    ],
    "a number": [
        "The raid cost 30 lives.",
        "Around 1,442 members surrendered.",
        "Attacks fell by 40% within months.",
        "Two dozen people came.",
        "Hundreds of fighters gave up.",
        "The group has some 2.5 million dollars.",
        "Eleven attackers took part.",
    ],
    "an act of violence": ["The emir was killed in a drone strike.", "His deputy was arrested in Kabul."],
    "an attribution": [
        "Giustozzi reports that the group grew.",
        "According to the ministry, nothing was lost.",
        "Afghan officials said that the raid was over.",
        "The group is said to have fled.",
        "It reportedly has no funds.",
        "The losses, he thinks, will be made good.",
        "In Sarkar’s view the group endures.",
    ],
    "a person’s act": [
        "Hafiz Saeed Khan founded the group.",
        "Abdul Haseeb Logari, the second emir, led the attack.",
        "Abu Saeed al-Khorasani was a Syrian.",
        "He would not accept Khan as leader.",
    ],
    "a quotation": ["It “spelled the beginning of the end for them” in the east."],
}
NO_STATEMENTS = [
    "",
    "A hive has frames or it has none.",
    "How many people died in 2015?",
    "This chapter covers the years 2015 to 2020.",
    "The book shows the state of knowledge of August 2020.",
    "Of the article’s 70 notes, all are accounted for.",
    "The text of notes 4 and 24 is lost.",
    "See chapter 3, figure 2 and pp. 14–16.",
    "Creative Commons Attribution 4.0 International (CC BY 4.0).",
    "The licence of the fonts is the SIL Open Font License 1.1.",
    "Dates are written as *4 April 2020*.",
    "No “recently” is used, and no “2020-04-04”.",
    "*A Digital Monograph*, after the article, first edition, 2026.",
    "What is uncertain is said to be uncertain.",
    "That a man is called Logari or al-Muhajir says how he is named.",
    "“Sarkar argues” and the like mark what he concludes.",
    "COVID-19, GBU-43 and S/2020/53 are names.",
    "Names of people and places follow one form.",
    "Three voices are kept apart throughout.",
    "Note E65 says more.",
    "The two sub-provinces compared.",
]


@pytest.mark.parametrize(("why", "sentence"), [(why, s) for why, all_ in STATEMENTS.items() for s in all_])
def test_a_statement_is_told_by_its_kind(why, sentence):
    assert reason(sentence), sentence
    if why in ("a date", "a person’s act", "a quotation", "an act of violence"):
        assert reason(sentence) == why


@pytest.mark.parametrize("sentence", NO_STATEMENTS)
def test_no_statement(sentence):
    assert reason(sentence) == ""


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("In May 2016 the emir was killed, reportedly with 30 men.", ["a date", "a number", "an act of violence", "an attribution"]),
        ("On 3 May 2016 it fell.", ["a date"]),
        ("It fell between 2014 and 2016, in 2 weeks.", ["a date", "a number"]),
        ("Hundreds of fighters and 30 men gave up.", ["a number"]),
        ("Jowzjan: 3,000", ["a number"]),
        ("Was the emir killed in 2016?", []),
        ("This chapter covers 2015 to 2020; the emir was killed.", ["an act of violence"]),
        ("Whether he said so is known to Khan in 2016.", ["a date"]),
        ("Hafiz Saeed Khan founded the group.", ["a person’s act"]),
        ("Bees hum.", []),
    ],
)
def test_every_kind_that_a_sentence_shows(sentence, kinds):
    """The figures of a date are no number, and a fragment gives its number too."""
    assert list(reasons(sentence)) == kinds


@pytest.mark.parametrize("sentence", [text for texts in STATEMENTS.values() for text in texts])
def test_the_kind_that_makes_a_statement_is_one_of_all(sentence):
    assert reason(sentence) in reasons(sentence)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("One. Two.", ["One.", "Two."]),
        ("One.\x01\x01 Two", ["One.\x01\x01", "Two"]),
        ("Dr. A. B. Khan said so. “Yes.” No!", ["Dr. A. B. Khan said so.", "“Yes.”", "No!"]),
        ("It rose by 2.5 per cent, e.g. in the U.S. army. Then it fell.", ["It rose by 2.5 per cent, e.g. in the U.S. army.", "Then it fell."]),
        ("Why? Because… it is. (So.) *It is.* End", ["Why?", "Because… it is.", "(So.)", "*It is.*", "End"]),
        ("See no. 4. And p. 5 of vol. 2.", ["See no. 4.", "And p. 5 of vol. 2."]),
        ("One\nline goes on.\nTwo.", ["One\nline goes on.", "Two."]),
    ],
)
def test_sentences(text, sentences):
    assert [text[start:end] for start, end in split(text)] == sentences
