"""The blocks of built pages as nodes: paragraphs, lists, boxes, tables, figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from apparatus.volume import bibliography
from apparatus.volume.drawings import drawing
from apparatus.volume.built_pages import DRAWING
from apparatus.volume.inlines import ELEMENTS, Reading, content, inline, inlines, number, text, trimmed
from apparatus.volume.nodes import (
    Anchor,
    Block,
    Blocks,
    Box,
    Cell,
    Definitions,
    Figure,
    Inline,
    Listing,
    Paragraph,
    Quotation,
    Rule,
    Section,
    Table,
    Text,
    Verbatim,
    plain,
)
from lxml.html import HtmlElement

_THROUGH = frozenset(("div", "section", "center"))  # hold blocks and add nothing
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ALIGN = {"text-align: left;": "left", "text-align: center;": "center", "text-align: right;": "right"}


def blocks(element: HtmlElement, reading: Reading) -> Blocks:
    """What stands in an element that holds blocks, text between them as paragraphs, headings as sections around what follows."""
    return nested(_mixed(element, reading))


def nested(flat: list[Block | tuple[int, Section]]) -> Blocks:
    """Blocks with headings ``(level, Section)`` among them, each section given what follows until the next of its level or above."""
    found: list[Block] = []
    index = 0
    while index < len(flat):
        item = flat[index]
        index += 1
        if not isinstance(item, tuple):
            found.append(item)
            continue
        level, section = item
        end = next((n for n in range(index, len(flat)) if isinstance(flat[n], tuple) and flat[n][0] <= level), len(flat))
        found.append(Section(section.title, nested(flat[index:end]), section.anchor))
        index = end
    return tuple(found)


def _mixed(element: HtmlElement, reading: Reading) -> list:
    found: list = []
    line: list[Inline] = text(element.text)
    for child in element:
        if isinstance(child.tag, str):
            if child.tag in ELEMENTS:
                line += inline(child, reading)
            else:
                _flush(line, found)
                found += _block(child, reading)
        line += text(child.tail)
    _flush(line, found)
    return found


def _flush(line: list[Inline], found: list) -> None:
    """Ends a run of text between blocks: a paragraph, if it says anything."""
    if trimmed(line):
        found.append(paragraph(line))
    line.clear()


def paragraph(line: list[Inline], anchor: str = "", role: str = "") -> Paragraph:
    """A paragraph with the number that its first anchor gives it."""
    whole = trimmed(line)
    counted = next((node for node in whole if isinstance(node, Anchor) and node.number), None)
    rest = tuple(node for node in whole if node is not counted)
    if counted is None:
        return Paragraph(rest, 0, anchor, role)
    kept = (Anchor(anchor), *rest) if anchor else rest
    return Paragraph(kept, counted.number, counted.name, role)


def _block(element: HtmlElement, reading: Reading) -> list:
    if (name := element.get("id")) and not name.startswith("fn:"):
        reading.near = name
    if element.tag in _HEADINGS:
        return [(_HEADINGS[element.tag], Section(inlines(element, reading), (), element.get("id", "")))]
    if element.tag in _THROUGH:
        kinds = element.get("class", "").split()
        if "admonition" in kinds:
            return [_box(element, next((kind for kind in kinds if kind != "admonition"), "note"), "p", reading)]
        return [] if "footnote" in kinds else _mixed(element, reading)
    reader = _READERS.get(element.tag)
    if reader:
        return [reader(element, reading)]
    reading.fault("SET003", f"the element <{element.tag}> is not known to the bound book", "write it in Markdown")
    return _mixed(element, reading)


def _paragraph(element: HtmlElement, reading: Reading) -> Paragraph:
    return paragraph(content(element, reading), element.get("id", ""), element.get("class", ""))


def _listing(element: HtmlElement, reading: Reading) -> Listing:
    _nothing_loose(element, "li", reading)
    items = tuple(_item(item, reading) for item in element if item.tag == "li")
    return Listing(items, element.tag == "ol", number(element.get("start"), 1))


def _nothing_loose(element: HtmlElement, kinds: str, reading: Reading) -> None:
    """Reports what stands between the items of a list, the rows of a table: it would be lost."""
    known = kinds.split()
    loose = [text for text in (element.text, *(child.tail for child in element)) if (text or "").strip()]
    loose += [child.tag for child in element if isinstance(child.tag, str) and child.tag not in known]
    if loose:
        reading.fault("SET003", f"'{loose[0].strip()[:40]}' stands in <{element.tag}> outside its parts", "put it into one of them")


def _item(element: HtmlElement, reading: Reading) -> Blocks:
    if bibliography.is_work(element):
        return (bibliography.work(element, reading),)
    inner = blocks(element, reading)
    return (Paragraph((Anchor(element.get("id")),)), *inner) if element.get("id") else inner


def _definitions(element: HtmlElement, reading: Reading) -> Definitions:
    _nothing_loose(element, "dt dd", reading)
    items: list = []
    for child in element:
        if child.tag == "dt":
            reading.near = child.get("id", reading.near)
            items.append((child.get("id", ""), inlines(child, reading), ()))
        elif child.tag == "dd" and items:
            name, term, meaning = items[-1]
            items[-1] = (name, term, (*meaning, *blocks(child, reading)))
    return Definitions(tuple(items))


def _box(element: HtmlElement, kind: str, titled: str, reading: Reading) -> Box:
    """A box whose first child of the tag ``titled`` is its title."""
    head = next((child for child in element if child.tag == titled), None)
    title = inlines(head, reading) if head is not None else ()
    if head is not None:
        head.drop_tree()
    return Box(kind, title, blocks(element, reading), element.get("id", ""))


def _cells(row: HtmlElement, reading: Reading) -> tuple[Cell, ...]:
    return tuple(
        Cell(blocks(cell, reading), cell.tag == "th", number(cell.get("colspan"), 1), number(cell.get("rowspan"), 1)) for cell in row
    )


def _table(element: HtmlElement, reading: Reading) -> Table:
    """A table. One whose cells do not fill its rows and columns is a fault, and is kept as it is written without the spans."""
    _nothing_loose(element, "thead tbody tr colgroup", reading)
    heads, rows = element.xpath("./thead/tr"), element.xpath("./tbody/tr | ./tr")
    first = (heads or rows or [()])[0]
    columns = tuple(_ALIGN.get(cell.get("style", ""), "left") for cell in first for _ in range(number(cell.get("colspan"), 1)))
    head, body = ([_cells(row, reading) for row in part] for part in (heads, rows))
    if not all(is_filled(part, len(columns)) for part in (head, body)):
        reading.fault("SET003", "the cells of a table do not fill its rows and columns", "mend colspan and rowspan")
        plain = [[tuple(replace(cell, columns=1, rows=1) for cell in row) for row in part] for part in (head, body)]
        width = max((len(row) for part in plain for row in part), default=0)
        head, body = ([(*row, *[Cell(())] * (width - len(row))) for row in part] for part in plain)
        columns = (*columns, *["left"] * width)[:width]
    return Table(columns, tuple(head), tuple(body))


def is_filled(rows: Sequence[tuple[Cell, ...]], width: int) -> bool:
    """Whether the cells of some rows, with those that span, fill every row from edge to edge and nothing beyond the last."""
    open_rows = [0] * width  # for each column, how many rows a cell from above still covers
    for row in rows:
        place = 0
        for cell in row:
            while place < width and open_rows[place]:
                place += 1
            if place + cell.columns > width or any(open_rows[place : place + cell.columns]):
                return False
            open_rows[place : place + cell.columns] = [cell.rows] * cell.columns
            place += cell.columns
        if not all(open_rows):
            return False
        open_rows = [left - 1 for left in open_rows]
    return not any(open_rows)


def _figure(element: HtmlElement, reading: Reading) -> Figure:
    """A figure with its label and caption; one that holds tables and no drawing is a table."""
    caption = element.find("figcaption")
    prefix = caption.xpath(".//span[@class='caption-prefix']") if caption is not None else []
    label = prefix[0].text_content().strip() if prefix else ""
    for found in prefix:
        found.drop_tree()
    if caption is not None:
        element.remove(caption)
    kind = "figure" if element.xpath(f".//{DRAWING}") else "table"
    inner = blocks(element, reading)
    return Figure(kind, label, _caption(caption, reading), inner, element.get("id", ""))


def _caption(element: HtmlElement | None, reading: Reading) -> tuple[Inline, ...]:
    if element is None:
        return ()
    line: list[Inline] = []
    for node in blocks(element, reading):
        if isinstance(node, Paragraph):
            line += [*([Anchor(node.anchor, node.number)] if node.anchor else []), *node.content]
        else:
            reading.fault("SET003", "a caption holds more than text", "put it below the figure")
            line.append(Text(plain(node)))
    return trimmed(line)


def _drawing(element: HtmlElement, reading: Reading) -> Block:
    place = int(element.get("data-n"))
    name = f"{reading.division.removesuffix('.md').replace('/', '-')}-{place + 1}"
    try:
        return drawing(reading.drawings[place], name)
    except ValueError as error:
        reading.fault("SET003", str(error), "see that the figure is drawn on the site")
        return Paragraph(())


_READERS: dict[str, Callable[[HtmlElement, Reading], Block]] = {
    "p": _paragraph,
    "ul": _listing,
    "ol": _listing,
    "dl": _definitions,
    "blockquote": lambda element, reading: Quotation(blocks(element, reading)),
    "pre": lambda element, reading: Verbatim(element.text_content().rstrip("\n")),
    "hr": lambda element, reading: Rule(),
    "details": lambda element, reading: _box(element, "details", "summary", reading),
    "table": _table,
    "figure": _figure,
    DRAWING: _drawing,
}
BLOCK_ELEMENTS = frozenset((*_READERS, *_HEADINGS, *_THROUGH)) - {DRAWING}
