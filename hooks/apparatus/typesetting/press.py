"""Runs the typesetter over finished source: PDF out, and where every label came to stand; its own failure becomes a fault."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from apparatus.typesetting import faces
from apparatus.typesetting.source import array, string

STANDARDS = ["ua-1", "a-2a"]


class PressFailure(Exception):
    """The typesetter made nothing; the message is its own, without places of this machine."""


@dataclass(frozen=True)
class Spot:
    """Where a label stands: the sheet from 1, the number printed on it."""

    sheet: int
    number: str


@dataclass(frozen=True)
class Sheets:
    """What came off the press: the PDF, the ``spots`` of the labels asked for, what the typesetter warns of."""

    pdf: bytes
    spots: dict[str, Spot]
    warnings: tuple[str, ...]


# Where a label stands, as the typesetter itself tells it after its last run; nothing for a label that is not in print.
SPOTS = """{}.map(it => {{
  let found = query(label(it))
  if found.len() == 0 {{ return none }}
  let at = found.first().location()
  (at.page(), if at.page-numbering() == none {{ "" }} else {{ numbering(at.page-numbering(), ..counter(page).at(at)) }})
}})"""


def unambiguous(pdf: bytes) -> bytes:
    """The same file where a reader cannot take the end of a stream's data for a part of the line end that follows it.

    The typesetter ends streams with a line feed. After data that by chance end with a carriage return the two read as one line end,
    and the stream as one byte too short, which PDF/A forbids (ISO 19005-2, 6.1.7.1). A carriage return is a line end as well.
    """
    return pdf.replace(b"\r\nendstream", b"\r\rendstream")


def printed(source: str, labels: Sequence[str], seconds: int) -> Sheets:
    """Sets the source and says where these labels stand. ``seconds`` (Unix time) is what the PDF gives as its own time.

    Raises PressFailure with the typesetter's message where it cannot set it.
    """
    import typst

    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "book.typ").write_text(source, encoding="utf-8", newline="\n")
        (root / "faces").mkdir()
        for name in faces.FILES:
            shutil.copyfile(faces.path(name), root / "faces" / name)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(root / "faces")])
        compiler = typst.Compiler(str(root / "book.typ"), root=folder, font_paths=fonts, ignore_system_fonts=True)
        try:
            pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=STANDARDS, timestamp=seconds)
            found = json.loads(compiler.eval(SPOTS.format(array(map(string, labels))))) if labels else []
        except typst.TypstError as error:
            message = " ".join([error.message, *error.hints]).replace(folder, "")
            raise PressFailure(message) from error
    spots = {label: Spot(*spot) for label, spot in zip(labels, found) if spot}
    return Sheets(unambiguous(pdf), spots, tuple(warning.message for warning in warnings))
