"""The works of the bibliography as its page lists them: the reference, how it was consulted, where it is cited."""

from __future__ import annotations

from apparatus.volume.inlines import Reading, inlines
from apparatus.volume.nodes import Inline, Inlines, Inside, Link, Work
from apparatus.volume.targets import BIBLIOGRAPHY
from lxml.html import HtmlElement


def is_work(element: HtmlElement) -> bool:
    """Whether an item of a list is a work."""
    return element.get("class") == "work" and bool(element.get("id"))


def work(element: HtmlElement, reading: Reading) -> Work:
    """Reads an item of the list of works."""
    citekey = reading.near = element.get("id")
    reference = next(iter(element.xpath("./p[not(@class)]")), None)
    marks = next(iter(element.xpath("./p[@class='work-marks']")), None)
    links = element.xpath(".//*[contains(concat(' ', @class, ' '), ' work-passages ')]//a/@href")
    found = (reading.addresses.target(href, reading.address) for href in links)
    cited = [target for target in found if isinstance(target, Inside) and target.division != BIBLIOGRAPHY]
    return Work(
        citekey,
        _alone(inlines(reference, reading) if reference is not None else (), citekey),
        _marks(inlines(marks, reading) if marks is not None else ()),
        tuple(dict.fromkeys(cited)),
        citekey,
    )


def _alone(line: Inlines, citekey: str) -> Inlines:
    """The reference without the link to the page of the work, which is this entry."""
    own = Inside(BIBLIOGRAPHY, citekey)
    found: list[Inline] = []
    for node in line:
        found += node.content if isinstance(node, Link) and node.target == own else (node,)
    return tuple(found)


def _marks(line: Inlines) -> Inlines:
    """How the work was consulted and its archived copy, without the way to the page of the work and what joins it."""
    end = next((n for n, node in enumerate(line) if isinstance(node, Link) and isinstance(node.target, Inside)), len(line))
    return line[: max(end - 1, 0)] if end < len(line) else line
