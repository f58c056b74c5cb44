"""Every mention of a record in the book, by chapter and paragraph, with the sentence."""

from __future__ import annotations

from collections.abc import Iterable

from apparatus.evidence import chapters, register_telling
from apparatus.evidence.register_mentions import register_mentions
from apparatus.evidence.sentences import Sentence
from apparatus.grounds.register_pages import MENTIONS
from apparatus.pages import dossier_passages
from apparatus.pages.passage_lists import several
from apparatus.pages.register_parts import Desk, section
from apparatus.pages.work_heads import UNSEARCHED, words
from apparatus.registers import Statement

HEADING = "Mentions"
SILENT = "No sentence of the chapters names it by a name of its own."
MOST = 12  # mentions that are shown without opening a box


def mentioned(kind: str, name: str, desk: Desk) -> list[Sentence]:
    """The sentences that name a record, in the order of the book."""
    return [mention.sentence for mention in register_mentions(desk.monograph).get((kind, name), ())]


def part(found: list[Sentence], desk: Desk, heading: str = HEADING, none: str = "No sentence of the book names it.") -> str:
    """The section of a record's page. Beyond ``MOST`` each chapter is a box of its own."""
    text = _boxes(found, desk) if len(found) > MOST else _lists(found, desk)
    return section(heading, MENTIONS, text or f"{none}\n", UNSEARCHED)


def unnamed(statements: Iterable[Statement], desk: Desk) -> str:
    """What stands in place of mentions: the paragraphs that tell of what is not named, else the sections, else that there is none."""
    known = list(statements)
    cited = register_telling.paragraphs(desk.monograph, known)
    own = _sections((statement for statement in known if not statement.editor), desk)
    told = "; ".join(_paragraphs(group, desk) for group in _by_page(cited).values()) if cited else ", ".join(own)
    if told:
        return f"No sentence of the chapters names it by a name of its own; see {told}."
    added = _sections((statement for statement in known if statement.editor), desk)
    return f"No sentence of the chapters names it; the editors add it to {', '.join(added)}." if added else SILENT


def _sections(statements: Iterable[Statement], desk: Desk) -> list[str]:
    """The sections that tell what is stated, each once, in the order given."""
    return list(dict.fromkeys(filter(None, (whole(statement.see, desk) for statement in statements))))


def whole(see: str, desk: Desk) -> str:
    """A section of a chapter as a link, by the number of the chapter; empty where there is none."""
    return desk.see(see) if see.partition("#")[0] in chapters.by_name(desk.monograph) else ""


def box(found: list[Sentence], desk: Desk, statements: Iterable[Statement] = ()) -> str:
    """The mentions of a record that shares a page, in one box; where there are none, what tells of what is stated."""
    if not found:
        return f"{unnamed(statements, desk)}\n"
    items = "".join(_items(group, desk, f"{_chapter(group[0], desk, short=True)}, ") for group in _by_page(found).values())
    return _box(f"In {_count(found)}", items)


def _lists(found: list[Sentence], desk: Desk) -> str:
    parts = []
    for name, group in _by_page(found).items():
        heading = dossier_passages.of_page(name, group[0].page.title, _number(group[0], desk))
        parts.append(f"### {heading}\n\n{_items(group, desk)}")
    return "\n".join(parts)


def _boxes(found: list[Sentence], desk: Desk) -> str:
    boxes = [_box(_chapter(group[0], desk), _items(group, desk)) for group in _by_page(found).values()]
    return f"In {_count(found)}:\n\n" + "\n".join(boxes)


def _box(summary: str, items: str) -> str:
    return f'<details class="mentions" data-search-exclude="true" markdown="block"><summary>{summary}</summary>\n\n{items}\n</details>\n'


def _items(sentences: Iterable[Sentence], desk: Desk, lead: str = "") -> str:
    return "".join(f"- {lead}[¶\u00a0{s.paragraph.number}]({desk.relative(s.target)}): {words(s.words)}\n" for s in sentences)


def _paragraphs(group: list[Sentence], desk: Desk) -> str:
    """``ch. 3 ¶ 7, ¶ 9``, with links; the first has the chapter."""
    leads = [f"{_chapter(group[0], desk, short=True)} ", *[""] * (len(group) - 1)]
    return ", ".join(
        f"[{lead}¶\u00a0{s.paragraph.number}]({desk.relative(s.target)})" for lead, s in zip(leads, group, strict=True)
    )


def _by_page(sentences: Iterable[Sentence]) -> dict[str, list[Sentence]]:
    found: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        found.setdefault(sentence.page.name, []).append(sentence)
    return found


def _count(found: list[Sentence]) -> str:
    pages = len(_by_page(found))
    return f"{several(len(found), 'sentence')} on {several(pages, 'page')}"


def _chapter(sentence: Sentence, desk: Desk, short: bool = False) -> str:
    number = _number(sentence, desk)
    if short and number is not None:
        return f"ch.\u00a0{number}"
    return f"{'' if number is None else f'Chapter {number}. '}{words(sentence.page.title)}"


def _number(sentence: Sentence, desk: Desk) -> int | None:
    chapter = chapters.by_name(desk.monograph).get(sentence.page.name)
    return chapter.number if chapter else None
