"""What pandoc makes of a chapter's bundle, and what the chapter says: both as plain text, so that they can be compared."""

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pypandoc
from apparatus.volume.nodes import INLINES, Code, Drawing, Figure, Inside, LineBreak, Mark, OnSite, Outside, Text, Verbatim

STYLE = Path(__file__).parents[1] / "bib/house.csl"
HOUSE = STYLE.read_text(encoding="utf-8")
_QUOTES = {"SingleQuote": "‘’", "DoubleQuote": "“”"}
_IN_LINE = {"Emph", "Strong", "Superscript", "Subscript", "Span", "Link", "Cite"}
_SILENT = {"RawInline", "RawBlock", "Image", "HorizontalRule", "Note"}


def reading(files: Mapping[str, str]) -> list:
    """The blocks that pandoc reads from the files of a bundle, with the citation processor at work; its list of works left out."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            (Path(folder) / path).parent.mkdir(exist_ok=True)
            (Path(folder) / path).write_text(text, encoding="utf-8")
        name = next(path for path in files if path.endswith(".md"))
        command = [pypandoc.get_pandoc_path(), name, "--citeproc", "--to=json", "--fail-if-warnings"]
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    blocks = json.loads(done.stdout)["blocks"]
    ends = [number for number, block in enumerate(blocks) if block["t"] == "Div" and block["c"][0][0] == "refs"]
    if not ends:
        return blocks
    return blocks[: ends[0] - (blocks[ends[0] - 1]["t"] == "Header")]


def flat(text: str) -> str:
    """White space, the no-break space too, as single blanks."""
    return re.sub(r"\s+", " ", text).strip()


def words(read: object) -> str:
    """The text of what pandoc read, without its notes."""
    return flat("".join(_words(read)))


def notes(read: object) -> list[str]:
    """The text of each note, in order."""
    return [words(node["c"]) for node in nodes(read) if node["t"] == "Note"]


def nodes(read: object) -> Iterator[dict]:
    """Every node that pandoc read, in order."""
    if isinstance(read, list):
        for item in read:
            yield from nodes(item)
    elif isinstance(read, dict):
        if "t" in read:
            yield read
        yield from nodes(_content(read))


def _content(node: dict) -> object:
    """What stands in a node; of a citation what is printed, not what was written."""
    return node["c"][1] if node.get("t") == "Cite" else node.get("c")


def _words(read: object) -> Iterator[str]:
    if isinstance(read, list):
        for item in read:
            yield from _words(item)
    if not isinstance(read, dict):
        return
    kind, content = read.get("t"), _content(read)
    if kind == "Str":
        yield content
    elif kind in ("Space", "SoftBreak", "LineBreak"):
        yield " "
    elif kind in ("Code", "CodeBlock"):
        yield content[1] + " " * (kind == "CodeBlock")
    elif kind == "Quoted":
        opening, closing = _QUOTES[content[0]["t"]]
        yield from (opening, *_words(content[1]), closing)
    elif kind not in _SILENT:
        yield from (*_words(content), *([] if kind in _IN_LINE else [" "]))


def text(value: object) -> str:
    """The text of a piece of the book as its Markdown has it: no drawings, no marks, a caption below what it belongs to."""
    return flat("".join(_text(value)))


def _text(value: object) -> Iterator[str]:
    match value:
        case tuple():
            for item in value:
                yield from _text(item)
        case Text(said) | Code(said):
            yield said
        case Verbatim(said):
            yield f"{said} "
        case LineBreak():
            yield " "
        case Mark(number, again):
            yield str(number) if again else ""
        case Figure(_, label, caption, blocks):
            yield from (*_text(blocks), f" {label} ", *_text(caption), " ")
        case Drawing() | Inside() | Outside() | OnSite() | str() | int() | float():
            pass
        case _:
            for item in vars(value).values():
                yield from (*_text(item), *([] if isinstance(value, INLINES) else [" "]))
