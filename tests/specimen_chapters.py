"""The specimen's chapters: two of a part and one outside, with notes wherever notes can stand."""

from apparatus.volume.nodes import (
    Abbreviation,
    Anchor,
    Box,
    Cell,
    Claim,
    Code,
    Division,
    Emphasis,
    Figure,
    Foreign,
    Inside,
    LineBreak,
    Link,
    Listing,
    Mark,
    OnSite,
    Outside,
    Quotation,
    Rule,
    Section,
    Strong,
    Subscript,
    Superscript,
    Table,
    Verbatim,
)
from specimen_pieces import HIVE, SWARM, cell, drawing, line, note, numbered, paragraph, table

ROOFS, HIVES, HONEY = "introduction.md", "town/hives.md", "town/honey.md"
BIBLIOGRAPHY, GLOSSARY, EDITORIAL = "apparatus/bibliography.md", "apparatus/glossary.md", "apparatus/editorial-notes.md"
CONCORDANCE, INDEX = "apparatus/concordance.md", "index-of-names.md"
LONG = "https://bees.example/archive/2011/04/a-very-long-name-of-a-page-that-nobody-can-break-" + "roof" * 12 + ".html?from=a&to=b#part_2"


def reference(citekey: str, title: str) -> Link:
    return Link(line(Emphasis(line(title))), Inside(BIBLIOGRAPHY, citekey))


LINDEN = line("A. Linden, ", reference("linden2011roofs", "Bees on Roofs"), " (Honeyton: Roof Press, 2011)")
HAZEL = line("B. Hazel, ", reference("hazel2015wax", "Wax and Town"), ", 2015")
CITY = line("City of Honeyton, ", reference("city2019rules", "Rules for Hives"), ", 2019, ", Link(line(LONG), Outside(LONG)))

INTRODUCTION = Division(
    ROOFS,
    "Bees over the town",
    "body",
    1,
    "",
    (
        Box("abstract", line("Abstract"), (numbered(1, "What this little book tells, in one paragraph.", Mark(1)),)),
        numbered(
            2,
            Claim(line("Hives stand on roofs in many towns.", Mark(2)), "scholarly", "S 1"),
            " ",
            Claim(line("A rule of the city allows six on a roof.", Mark(3), Mark(4)), "official", "OS 2"),
            " ",
            Claim(line("The ", Emphasis(line("Honeyton Gazette")), " counted nine."), "press", "P 1"),
            " ",
            Claim(line("The keepers say twelve."), "primary", "G 1"),
            " ",
            Claim(line("More is not known.", Mark(2, again=True)), "author", "A 1"),
            " ",
            Claim(line("So much for numbers."), "none"),
        ),
        Section(
            line("Names & ", Emphasis(line("words"))),
            (
                numbered(
                    3,
                    Abbreviation(line("HBK"), "Honeyton Bee Keepers"),
                    " call a skep “old”, an ‘old’ hive – not an ox—and a roof of 3\u00a0m² ≈ 4\u00a0steps → enough. The Arabic ",
                    Foreign(line("naḥl"), "ar-Latn"),
                    " (bee; ʿasal is honey, māʾ water), the French ",
                    Foreign(line(Emphasis(line("ruche"))), "fr"),
                    " (hive). H",
                    Subscript(line("2")),
                    "O, the 2",
                    Superscript(line("nd")),
                    " of May, bee\u00adkeeping; ",
                    "signs: #$*_<>@\\ ~^ [brackets] {braces} (round) `tick` % & \" ' / // -- --- = + - 1. a) ... …",
                ),
                numbered(
                    4,
                    Strong(line("Strong ", Emphasis(line("and leaning ", Strong(line("and strong again")))), " words")),
                    ", code such as ",
                    Code('let #hive = "*_`$@<&>\\\\" // [1]'),
                    ", a line",
                    LineBreak(),
                    "that breaks.",
                    Mark(5),
                ),
            ),
            "names",
        ),
        Section(
            line("Ways on"),
            (
                numbered(
                    5,
                    "See ",
                    *(Link(line("the kinds of hives"), Inside(HIVES)), ", "),
                    *(Link(line("their parts"), Inside(HIVES, "parts")), ", "),
                    *(Link(line("a paragraph on ", Emphasis(line("honey"))), Inside(HONEY, "p2")), ", "),
                    *(Link(line("the drawing"), Inside(HIVES, "figure-parts")), ", "),
                    *(Link(line("Linden"), Inside(BIBLIOGRAPHY, "linden2011roofs")), ", "),
                    *(Link(line("Honeyton"), Inside(INDEX, "places-honeyton"), "mention"), ", "),
                    *(Link(line("skep"), Inside(GLOSSARY, "skep")), ", "),
                    *(Link(line("the words above"), Inside(ROOFS, "names")), ", "),
                    *(Link(line("a leaflet"), Outside("https://bees.example/leaflet?a=1&b=2")), ", "),
                    *(Link(line("a copy of it"), Outside("https://archive.example/leaflet"), "archived"), ", "),
                    *(Link(line("note E1"), Inside(EDITORIAL, "e1"), "editorial"), " and "),
                    *(Link(line("the sources as BibTeX"), OnSite("downloads/bibliography.bib")), "."),
                ),
            ),
            "ways",
        ),
        paragraph("Of 6 claims, 2 rest on scholarship.", role="support-line"),
    ),
    (
        note(1, *LINDEN, ", p. 7."),
        note(2, *LINDEN, ", pp. 12–14; see also ", *HAZEL, ", p. 3 (", Link(line("Elm, n. 2"), Inside(CONCORDANCE, "n2")), ")."),
        note(3, *CITY, " (accessed 2 May 2019); ", Link(line("a copy"), Outside("https://archive.example/rules"), "archived"), "."),
        note(4, *HAZEL, ", ch. 2, “On _roofs_ #1” [sic]."),
        note(5, *LINDEN, ", p. *20."),
    ),
)

PARTS = Figure(
    "figure",
    "Figure 1.",
    line("The parts of a hive, and a swarm. After Linden.", Mark(6)),
    (
        drawing("hives-parts", HIVE, "Parts of a hive", "A brood box leads to a honey super.", 320, 120),
        drawing("hives-swarm", SWARM, "A swarm & its way", "A swarm leaves < flies > settles.", 200, 200),
        Table(
            ("left", "right"),
            ((cell("Part", heading=True), cell("Weight in kg", heading=True)),),
            (
                (cell("Brood box", heading=True), cell("20", Mark(5))),
                (cell("Honey super", heading=True), cell()),
            ),
        ),
        paragraph("Data: ", Link(line("CSV"), OnSite("downloads/hives.csv")), role="figure-data"),
    ),
    "figure-parts",
)
SPANNED = Table(
    ("left", "center", "right"),
    (
        (cell("Hive", heading=True, rows=2), cell("Frames", heading=True, columns=2)),
        (cell("old", heading=True), cell("new", heading=True)),
    ),
    (
        (cell(Anchor("p6", 6), "Skep", heading=True), cell("none", columns=2)),
        (
            cell("Town hive", heading=True),
            Cell((paragraph("10, in a list:"), Listing(((paragraph("five above"),), (paragraph("five below"),))))),
            cell("11"),
        ),
    ),
)
HIVES_CHAPTER = Division(
    HIVES,
    "Kinds of hives",
    "body",
    2,
    "Hives and honey",
    (
        Box("abstract", line("Abstract"), (numbered(1, "A hive has frames or it has none."),)),
        Section(
            line("What they share"),
            (
                Listing(
                    (
                        (paragraph("a roof;", Mark(1)),),
                        (
                            paragraph("a floor"),
                            Listing(
                                ((paragraph("of wood,", Mark(2)),), (paragraph("of straw:"), Listing(((paragraph("braided"),),)))),
                                ordered=True,
                            ),
                        ),
                        (paragraph(Anchor("bees")), paragraph("bees."), paragraph("Many of them.")),
                    ),
                ),
                numbered(2, "A list that starts late:"),
                Listing(((paragraph("seventh"),), (paragraph("eighth"),)), True, 7),
                Quotation((numbered(3, "The hive is the town of the bee.", Mark(3)), paragraph("— so the keepers"))),
                Rule(),
                numbered(4, "After a break, the last words before a heading.", Mark(4)),
                Section(line("Their parts"), (PARTS, numbered(5, "After the figure.")), "parts"),
            ),
            "share",
        ),
        Section(
            line("How they differ"),
            (
                Box(
                    "editorial",
                    line("Editorial note E1: The year of the skep"),
                    (
                        paragraph("The leaflet has 1801, Hazel 1810.", Mark(7)),
                        paragraph(Link(line("Note E1"), Inside(EDITORIAL, "e1"), "editorial")),
                    ),
                    "editorial-e1",
                ),
                Box("note", line("A note"), (paragraph("Skeps are ", Strong(line("not")), " made any more."),)),
                Figure("table", "Table 1.", line("Hives by their frames."), (SPANNED,), "table-frames"),
                Box(
                    "details",
                    line("Folded away: a program & its file"),
                    (
                        numbered(7, "Counts the hives."),
                        Verbatim('for hive in #roof {\n    print("*$_`@<&>\\n")  // [x]\n}\n', "typ"),
                        Verbatim("plain   lines,\n\n  no language"),
                    ),
                    "program",
                ),
            ),
            "differ",
        ),
    ),
    (
        note(1, *HAZEL, ", p. 1."),
        note(2, *HAZEL, ", p. 2."),
        note(3, *LINDEN, ", p. 33."),
        note(4, *HAZEL, ", pp. 4–5."),
        note(5, *LINDEN, ", table 1."),
        note(6, *LINDEN, ", fig. 2."),
        note(7, "Leaflet, p. 1; ", *HAZEL, ", p. 10."),
    ),
)

ROWS = 60
MARKED = {8: 2, 30: 3, 60: 4}  # row: note
YIELDS = Table(
    ("right", "left", "right", "left"),
    (tuple(cell(text, heading=True) for text in ("Week", "Roof", "Honey in kg", "Remarks")),),
    tuple(
        (
            cell(str(week), heading=True),
            cell(f"Roof {week % 7 + 1}"),
            cell(f"{week * 1.5:.1f}"),
            cell(f"Remark on week {week}.", *([Mark(MARKED[week])] if week in MARKED else [])),
        )
        for week in range(1, ROWS + 1)
    ),
)
WIDE = table(
    ("Roof", "January to March", "April", "May", "June", "July", "August", "September to December", "Total"),
    ("Town hall", "0", "1.5", "4", "12.25", "20", "9", "1", "47.75"),
    ("Old post office in Honeyton", "0", "1", "3.5", "10", "18.75", "7", "0", "40.25"),
    columns=("left", *["right"] * 8),
)
HONEY_CHAPTER = Division(
    HONEY,
    "Honey",
    "body",
    3,
    "Hives and honey",
    (
        Box("abstract", line("Abstract"), (numbered(1, "How much honey a roof gives."),)),
        Section(
            line("Yields"),
            (
                numbered(2, "Linden weighed the honey of sixty weeks.", Mark(1)),
                Figure("table", "Table 1.", line("Sixty weeks of honey.", Mark(5)), (YIELDS,), "table-yields"),
                Figure("table", "Table 2.", line("Honey by month, in kilograms."), (WIDE,), "table-months"),
                numbered(3, "As ", Link(line("the kinds"), Inside(HIVES, "p4")), " differ, so do the yields.", Mark(6)),
            ),
            "yields",
        ),
    ),
    (
        note(1, *LINDEN, ", p. 60."),
        *(note(number, *LINDEN, f", week {week}.") for week, number in MARKED.items()),
        note(5, *HAZEL, ", app. A."),
        note(6, Link(line("https://bees.example/yields"), Outside("https://bees.example/yields")), " (accessed 3 May 2019)."),
    ),
)
CHAPTERS = (INTRODUCTION, HIVES_CHAPTER, HONEY_CHAPTER)
