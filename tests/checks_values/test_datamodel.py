"""Names of types and fields: what is known, and what an unknown one was meant to be."""

import pytest
from apparatus.grounds import datamodel
from apparatus.grounds.nearest import Nearest, plain


@pytest.mark.parametrize("kind", "article book online report mvbook suppperiodical dataset xdata phdthesis www conference".split())
def test_types_of_the_manual_are_known(kind):
    assert kind in datamodel.TYPES or kind in datamodel.TYPE_ALIASES


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("artcle", "article"),
        ("aritcle", "article"),
        ("artticle", "article"),
        ("аrticle", "article"),  # Cyrillic
        ("bok", "book"),
        ("boook", "book"),
        ("onlin", "online"),
        ("webpage", "online"),
        ("web-page", "online"),
        ("newspaper", "article"),
        ("chapter", "incollection"),
        ("dissertation", "thesis"),
        ("reprot", "report"),
        ("zzz", ""),
        ("", ""),
        ("x" * 100_000, ""),
    ],
)
def test_type_meant(written, meant):
    assert datamodel.type_meant(written) == meant


@pytest.mark.parametrize(
    "name",
    """author title journaltitle journal address school urldate urlyear eventendday origlanguage eid usera verbc author+an
    title+an:default bdsk-url-1 date-added mendeley-groups zotero-key jabref_x opt_note x-fetchedfrom timestamp pmid langid
    shortjournal entrysubtype month archiveprefix primaryclass key annote hyphenation file abstract""".split(),
)
def test_fields_of_the_manual_and_of_programs_are_known(name):
    assert datamodel.is_field(name)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("tilte", "title"),
        ("titel", "title"),
        ("titl", "title"),
        ("titlle", "title"),
        ("autor", "author"),
        ("authors", "author"),
        ("jounral", "journaltitle"),
        ("journal-title", "journaltitle"),
        ("publsher", "publisher"),
        ("urldat", "urldate"),
        ("url_date", "urldate"),
        ("acessed", ""),
        ("accessed", "urldate"),
        ("organisation", "organization"),
        ("tіtle", "title"),  # Cyrillic
        ("titlé", "title"),
        ("colour", ""),
        ("", ""),
        ("x" * 100_000, ""),
    ],
)
def test_field_meant(written, meant):
    assert not datamodel.is_field(written)
    assert datamodel.field_meant(written) == meant


def test_hints_name_what_exists():
    assert set(datamodel.FIELD_HINTS.values()) | set(datamodel.FIELD_ALIASES.values()) <= datamodel.FIELDS
    assert set(datamodel.TYPE_HINTS.values()) | set(datamodel.TYPE_ALIASES.values()) <= datamodel.TYPES
    assert not [name for name in datamodel.FIELD_HINTS if datamodel.is_field(name)]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("Smith2019", "smith2019"),
        ("smith2091", "smith2019"),
        ("smth2019", "smith2019"),
        ("smith2018", "smith2019"),
        ("smiht2091", ""),
        ("sm", ""),
    ],
)
def test_nearest(word, near):
    assert Nearest(["smith2019", "jones2001", "abc"]).of(word) == near


@pytest.mark.parametrize(("word", "ascii"), [("müller", "muller"), ("ѕmith", "smith"), ("Ünal", "Unal"), ("北京", "北京"), ("", "")])
def test_plain(word, ascii):
    assert plain(word) == ascii
