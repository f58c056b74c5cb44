"""SET003 element-unknown: a page, entry or datum holds HTML, an image, an attribute or a note that the bound book cannot be set from.

Why: the site would show it, and PDF, EPUB and archive would have a hole in its place.
What stands outside `<!-- -->` and code counts; in a diagram, FIG001 tells of it.
Elements that run programs are the matter of SEC004, those that do not exist of PAGE003.
Fix: write it in Markdown: backticks for a key, a table with its caption block, a diagram or chart for a picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.elements import ACTIVE, BOUND, KNOWN, VOID
from apparatus.grounds.links import generated
from apparatus.grounds.markup import Spans, Tag, tags
from apparatus.grounds.texts import shown, texts
from apparatus.grounds.type_area import UNBOUND
from apparatus.model import Diagnostic, Location, Monograph, Page

CODE = "SET003"
_DRAW = "draw it as a diagram or a chart, or describe it in words"
_FIXES = {
    **dict.fromkeys(("img", "picture", "svg", "map", "math"), _DRAW),
    **dict.fromkeys(("audio", "video"), "link to the page on which it stands, and say what it holds"),
    **dict.fromkeys(("kbd", "samp", "tt"), "write it in backticks"),
    **dict.fromkeys(("del", "s", "strike"), "delete the words"),
    **dict.fromkeys(("caption", "colgroup", "col", "tfoot"), "write the table in Markdown, its caption as a `/// table-caption` block"),
    "wbr": "delete it",
    "var": "write it between asterisks",
}
# By these names the reader of built pages knows what belongs to the screen alone, or to the apparatus.
_SCREEN = frozenset(("data-search-exclude", "hidden"))
_CLASSES = frozenset("also cite claim downloads footnote footnote-backref footnote-ref headerlink mentions para x-drawing".split())
_NUMBER = re.compile(r"[1-9]\d{0,2}")
_FORMS = {
    "colspan": (_NUMBER, "2"),
    "rowspan": (_NUMBER, "2"),
    "start": (re.compile(r"\d{1,6}"), "2"),
    "lang": (re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"), "ar-Latn"),  # BCP 47
}
# An attribute list begins with a colon, or stands alone in its line, behind a heading, or directly after what it is of.
_LIST = re.compile(r"(?:^(?P<line>[ \t]*|#[^\n{}]*))?\{(?P<colon>:?)(?P<names>[^{}\n]*)\}", re.MULTILINE)
_NAME = re.compile(r"(?:^|(?<=\s))(\.?)([\w-]+)(?:=(\"[^\"]*\"|'[^']*'|\S*))?(?=\s|$)")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    made = {f"docs/{name}" for name in generated(monograph)}  # the book's programs may use their own names
    for tag in _outermost(monograph):
        if tag.location.path in UNBOUND:
            continue
        if problem := _element(tag) or (_attribute(tag) if tag.location.path not in made else None):
            yield Diagnostic(tag.location, CODE, *problem)
    for page in (page for page in monograph.pages if page.path not in UNBOUND):
        for link in page.links:
            if link.image and not texts(monograph).text(page.path).startswith("<", texts(monograph).offset(link.location)):
                yield Diagnostic(link.location, CODE, f"the bound book has no place for the image '{shown(link.target)}'", _DRAW)
        yield from _order(page)
        if page.path not in made:
            yield from _lists(page, monograph)


def _outermost(monograph: Monograph) -> Iterator[Tag]:
    """The opening tags that do not stand within an element of a kind that is refused as a whole."""
    within = path = ""
    depth = 0
    for tag in tags(monograph):
        if tag.location.path != path:
            path, within = tag.location.path, ""
        if within:
            depth += (tag.name == within) * (-1 if tag.closing else 1)
            within = within if depth else ""
        elif not (tag.closing or tag.diagram or _is_escaped(tag.location, monograph)):
            if tag.name in KNOWN and tag.name not in BOUND | VOID:
                within, depth = tag.name, 1
            yield tag


def _is_escaped(place: Location, monograph: Monograph) -> bool:
    start = texts(monograph).offset(place)
    return texts(monograph).text(place.path)[start - 1 : start] == "\\"


def _element(tag: Tag) -> tuple[str, str] | None:
    """What is wrong with an element and how to mend it. A name with a colon is an address, one unknown to HTML is for PAGE003."""
    if tag.name in ACTIVE or tag.name in BOUND or not (tag.name in KNOWN or "-" in tag.name) or ":" in tag.name:
        return None
    return f"the bound book does not know the element <{shown(tag.name)}>", _FIXES.get(tag.name, "write it in Markdown")


def _attribute(tag: Tag) -> tuple[str, str] | None:
    for name in (*(name for name in tag.attributes if name in _SCREEN), *tag.attributes.get("class", "").split()):
        if name in _SCREEN | _CLASSES:
            return _kept(name)
    for name, (form, example) in _FORMS.items():
        if (value := tag.attributes.get(name, "")) and not form.fullmatch(value):
            return f"'{shown(value)}' cannot be the value of '{name}'", f"write it as in {name}=\"{example}\", or delete it"
    return None


def _kept(name: str) -> tuple[str, str]:
    if name in _SCREEN:
        return f"'{name}' would leave this out of the bound book", "delete it, so that all forms of the book say the same"
    return f"the name '{name}' is kept for what the book's programs write", "write another class, or none"


def _order(page: Page) -> Iterator[Diagnostic]:
    """Text above the title of a page, and notes in headings, which are printed again in contents and running heads."""
    title = next((heading for heading in page.headings if heading.level == 1), None)
    first = page.paragraphs[0] if page.paragraphs else None
    if title and first and first.span.start < title.span.start:
        yield Diagnostic(first.location, CODE, "this stands above the title of the page", "move it below the title")
    lines = {heading.location.line for heading in page.headings}
    for note in page.note_references:
        if note.location.line in lines:
            yield Diagnostic(note.location, CODE, f"the note '{shown(note.name)}' is marked in a heading", "mark it in the text")


def _lists(page: Page, monograph: Monograph) -> Iterator[Diagnostic]:
    """Names in attribute lists, ``{: .name }``."""
    if "{" not in page.text:
        return
    code = Spans(page.code)
    for found in _LIST.finditer(page.text, page.body_start):
        if found.start("names") in code or not (found["colon"] or found["line"] is not None or page.text[found.start() - 1] in ")]*_`"):
            continue
        for offset, name in _names(found):
            place = texts(monograph).at(page.path, offset)
            yield Diagnostic(place, CODE, *_kept(name))


def _names(found: re.Match[str]) -> Iterator[tuple[int, str]]:
    for word in _NAME.finditer(found["names"]):
        names = (word[3] or "").strip("\"'").split() if word[2] == "class" else [word[2]]
        for name in names:
            if name in (_CLASSES if word[1] or word[2] == "class" else _SCREEN):
                yield found.start("names") + word.start(), name
