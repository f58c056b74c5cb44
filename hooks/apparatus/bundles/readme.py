"""The letter that goes with a chapter's Markdown."""

from __future__ import annotations

import textwrap

from apparatus.volume.nodes import Division, Imprint

_WIDTH = 78

_WHAT = """This is a chapter of a book as plain text, for those who teach with it, adapt it or translate it: the text in Markdown as
pandoc reads it, the works that it cites as BibTeX, the citation style, and the figures as SVG."""
_NOTES = """Each note of the book stands in the text as a citation, such as [@key, p. 3]. Pandoc makes the same notes of them, in the
same order and with the same numbers, and adds a list of the works. An empty span such as []{#p4} holds the number that a paragraph
has in the book, so that a class can be sent to paragraph 4."""
_PDF = """or, for PDF, --output {slug}.pdf in place of that, which needs Typst (with --pdf-engine=typst) or a TeX besides. Pandoc is
free software: https://pandoc.org. Version 3 or newer is needed. If it says that it cannot convert a figure, the figure is there all
the same, as SVG."""
_RIGHTS = """Text and figures: {licence}{address}. Share and change them, if you name the book and say what you changed. {copyright}"""
_SCREEN = """The site shows more than stands here: what an abbreviation stands for, and what supports each sentence. {links}"""
_FIGURES = "its figures, if it has any"
_LINKED = "Links into the rest of the book lead to the site."
_UNLINKED = "Links into the rest of the book are left out."


def text(division: Division, imprint: Imprint, style: str) -> str:
    """What the bundle is, what it may be used for, how to turn it into a document, and where the book is."""
    book = f"{imprint.title}. {imprint.subtitle}".removesuffix(". ")
    slug = division.slug
    number = f"Chapter {division.number}: " if division.number else ""
    command = f"    pandoc {slug}.md --citeproc --output {slug}.docx"
    address = f", {imprint.licence_url}" if imprint.licence_url else ""
    paragraphs = [
        f"{number}{division.title}\n{book}\n{imprint.edition}, {imprint.date}",
        _filled(_WHAT),
        _list({f"{slug}.md": "the chapter", f"{slug}.bib": "the works it cites", style: "how notes are printed", "figures/": _FIGURES}),
        _filled("To make a Word document of it, in this folder:"),
        command,
        _filled(_PDF.format(slug=slug)),
        _filled(_NOTES),
        _filled(_SCREEN.format(links=_LINKED if imprint.address else _UNLINKED)),
        _filled(_RIGHTS.format(licence=imprint.licence, address=address, copyright=imprint.copyright)),
        _filled(f"How to cite the book: {imprint.cite_as}"),
        _filled(f"The book: {imprint.address}") if imprint.address else "",
    ]
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def _filled(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), _WIDTH, break_long_words=False, break_on_hyphens=False)


def _list(items: dict[str, str]) -> str:
    wide = max(map(len, items)) + 2
    return "\n".join(f"    {name:{wide}}{what}" for name, what in items.items())
