"""A small invented book as a Volume, with every kind of node and the awkward cases; each writer's tests set it."""

from dataclasses import replace

from apparatus.volume.nodes import (
    Anchor,
    Block,
    Box,
    Definitions,
    Division,
    Emphasis,
    Figure,
    Imprint,
    IndexEntry,
    Inside,
    Link,
    Listing,
    Mark,
    Note,
    Outside,
    Section,
    Table,
    Volume,
    Work,
)
from specimen_chapters import BIBLIOGRAPHY, CHAPTERS, EDITORIAL, GLOSSARY, HIVES, HONEY, INDEX, LONG, ROOFS
from specimen_pieces import CHART, cell, drawing, line, note, numbered, paragraph, table

IMPRINT = Imprint(
    title="Bees in Towns",
    subtitle="Hives on Roofs & What They Give",
    description="A little book about hives on roofs, invented to try the writers on.",
    authors=("A. Linden", "B. Hazel"),
    language="en-GB",
    edition="Edition 0.1",
    date="2019-05-04",
    licence="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    copyright="Text CC BY 4.0. The leaflet remains its author’s.",
    cite_as="A. Linden and B. Hazel, Bees in Towns, edition 0.1, 2019.",
    keywords=("bees", "towns"),
    address="https://bees.example/book/",
    revision="0123456789abcdef0123456789abcdef01234567",
    revised=1556971200,
)
FRONT = Division(
    "index.md",
    "Bees in towns",
    "front",
    0,
    "",
    (
        numbered(
            1,
            *("What the book finds: see ", Link(line("chapter 2"), Inside(HIVES)), " and "),
            *(Link(line("honey"), Inside(HONEY, "p2")), ".", Mark(1)),
        ),
        Section(line("For whom"), (Listing(((paragraph("readers"),), (paragraph("bees"),))),), "for-whom"),
    ),
    (note(1, "B. Hazel, ", Link(line(Emphasis(line("Wax and Town"))), Inside(BIBLIOGRAPHY, "hazel2015wax")), ", 2015, p. 9."),),
)
REGISTER = Division(
    "register/places.md",
    "Places",
    "back",
    0,
    "Registers",
    (
        paragraph("The places that the book names."),
        Section(
            line("Honeyton"),
            (paragraph("A town of roofs.", Mark(1), " Told of in ", Link(line("chapter 1"), Inside(ROOFS, "p2")), "."),),
            "honeyton",
        ),
    ),
    (note(1, "City of Honeyton, ", Link(line("Rules for Hives"), Inside(BIBLIOGRAPHY, "city2019rules")), ", 2019, sec. 1."),),
)
GLOSSARY_PAGE = Division(
    GLOSSARY,
    "Glossary",
    "back",
    0,
    "Apparatus",
    (
        paragraph("Words of the trade."),
        Definitions(
            (
                ("skep", line("skep"), (paragraph("A hive of straw; see ", Link(line("super"), Inside(GLOSSARY, "super")), "."),)),
                ("super", line("super ", Emphasis(line("(honey super)"))), (paragraph("A box for honey."), paragraph("It stands on top."))),
            )
        ),
    ),
)


def works(*listed: tuple[str, tuple, tuple[Inside, ...]]) -> Listing:
    """A list of works: citekey, reference, places that cite it."""
    marks = line(Emphasis(line("consulted")), " · ", Link(line("a copy"), Outside("https://archive.example/copy"), "archived"))
    return Listing(tuple((Work(citekey, reference, marks, cited, citekey),) for citekey, reference, cited in listed))


WORKS = Division(
    BIBLIOGRAPHY,
    "Bibliography",
    "back",
    0,
    "Apparatus",
    (
        paragraph("All works, by kind."),
        Section(
            line("Books"),
            (
                works(
                    (
                        "hazel2015wax",
                        line("B. Hazel, ", Emphasis(line("Wax and Town")), ", 2015"),
                        (Inside("index.md", "p1"), Inside(ROOFS, "p2"), Inside(HIVES, "p4")),
                    ),
                    (
                        "linden2011roofs",
                        line("A. Linden, ", Emphasis(line("Bees on Roofs")), " (Honeyton: Roof Press, 2011)"),
                        (Inside(ROOFS, "p1"), Inside(ROOFS, "p2"), Inside(HONEY, "p2")),
                    ),
                ),
            ),
            "books",
        ),
        Section(
            line("Documents of the city"),
            (
                works(
                    (
                        "city2019rules",
                        line("City of Honeyton, ‘Rules for Hives’, 2019, ", Link(line(LONG), Outside(LONG))),
                        (Inside(ROOFS, "p2"),),
                    ),
                ),
            ),
            "city",
        ),
    ),
)
CONCORDANCE = Division(
    "apparatus/concordance.md",
    "Concordance",
    "back",
    0,
    "Apparatus",
    (
        paragraph("Where the notes of the leaflet went."),
        Table(
            ("right", "left"),
            ((cell("Note", heading=True), cell("Here", heading=True)),),
            (
                (cell(Anchor("n1"), "1"), cell(Link(line("ch. 1 ¶ 1"), Inside(ROOFS, "p1")))),
                (
                    cell(Anchor("n2"), "2"),
                    cell(Link(line("ch. 1 ¶ 2"), Inside(ROOFS, "p2")), "; ", Link(line("ch. 3 ¶ 2"), Inside(HONEY, "p2"))),
                ),
            ),
        ),
    ),
)
EDITORIAL_NOTES = Division(
    EDITORIAL,
    "Editorial notes",
    "back",
    0,
    "Apparatus",
    (
        Section(
            line("E1: The year of the skep"),
            (
                paragraph("The leaflet has 1801.", Mark(1)),
                paragraph("It stands at ", Link(line("its place"), Inside(HIVES, "editorial-e1")), "."),
            ),
            "e1",
        ),
    ),
    (note(1, "Leaflet, p. 1."),),
)
EVIDENCE = Division(
    "apparatus/evidence.md",
    "Evidence",
    "back",
    0,
    "Apparatus",
    (
        Figure(
            "figure",
            "Figure 1.",
            line("Works by kind."),
            (
                drawing("evidence-kinds", CHART, "Works by kind", "Two books and one leaflet.", 640, 96),
                table(("Kind", "Works"), ("Books", "2"), ("Leaflets", "1")),
            ),
            "figure-kinds",
        ),
    ),
)
INDEX_OF_NAMES = Division(
    INDEX,
    "Index of names",
    "back",
    0,
    "Apparatus",
    (
        Section(
            line("People"),
            (IndexEntry("Ash, C.", (), line("A keeper."), (Inside(ROOFS, "p2"),), "people-ash"),),
            "people",
        ),
        Section(
            line("Places"),
            (
                IndexEntry(
                    "Honeyton",
                    ("Māʾ-town", "the Town"),
                    line("A town; see ", Link(line("its record"), Inside("register/places.md", "honeyton")), "."),
                    (Inside(ROOFS, "p2"), Inside(ROOFS, "p5"), Inside(HONEY, "p3")),
                    "places-honeyton",
                ),
                IndexEntry("Waxham", (), (), (), "places-waxham"),
            ),
            "places",
        ),
    ),
)
ABOUT = Division(
    "about/edition.md",
    "About this edition",
    "back",
    0,
    "About",
    (
        Section(line("Text"), (numbered(1, "Set from the leaflet. Write to bees@bees.example."),), "text"),
        Section(
            line("Licence"),
            (Box("note", line("Licence"), (paragraph(Link(line("CC BY 4.0"), Outside(IMPRINT.licence_url)), "."),)),),
            "licence",
        ),
    ),
)
VOLUME = Volume(
    IMPRINT,
    (FRONT, *CHAPTERS, REGISTER, GLOSSARY_PAGE, WORKS, CONCORDANCE, EDITORIAL_NOTES, EVIDENCE, INDEX_OF_NAMES, ABOUT),
)


def with_division(division: Division) -> Volume:
    """The specimen with the division of that name replaced."""
    return replace(VOLUME, divisions=tuple(division if old.name == division.name else old for old in VOLUME.divisions))


def with_blocks(name: str, *blocks: Block, notes: tuple[Note, ...] = ()) -> Volume:
    """The specimen with blocks, and notes to go with them, added at the end of a division."""
    division = VOLUME.division(name)
    return with_division(replace(division, blocks=division.blocks + blocks, notes=division.notes + notes))


def only(*blocks: Block, notes: tuple[Note, ...] = ()) -> Volume:
    """A book of one chapter, ``only.md``, that holds these blocks."""
    return Volume(IMPRINT, (Division("only.md", "Only", "body", 1, "", blocks, notes),))
