"""The container: a ZIP file whose bytes are the same for the same book."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime, timezone

ROOT = "EPUB/"
_CONTAINER = f"""<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
  <rootfiles>
    <rootfile full-path="{ROOT}package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""
_EARLIEST = datetime(1980, 1, 1, tzinfo=timezone.utc)  # ZIP counts from here
_PACKED = frozenset(("png", "woff2"))  # compressed as they are


def container(files: Mapping[str, bytes], modified: datetime) -> bytes:
    """The book's files in their order, after the two that EPUB wants first."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        _add(archive, "mimetype", b"application/epub+zip", modified, zipfile.ZIP_STORED)
        _add(archive, "META-INF/container.xml", _CONTAINER.encode(), modified)
        for name, data in files.items():
            _add(archive, ROOT + name, data, modified, zipfile.ZIP_STORED if name.rpartition(".")[2] in _PACKED else zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def _add(archive: zipfile.ZipFile, name: str, data: bytes, modified: datetime, method: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(name, max(modified, _EARLIEST).timetuple()[:6])
    entry.create_system = 3  # the same on every machine
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data, method, 9)
