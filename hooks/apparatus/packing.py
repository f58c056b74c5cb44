"""A zip whose bytes depend on nothing but what is packed: no time of a clock, no rights of a machine, no order of a disk."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name
_RIGHTS = 0o100644 << 16  # a plain file that everybody may read
_UNIX = 3
_PACKED = frozenset("gif gz jpg jpeg pdf png webp woff woff2 zip epub".split())  # endings of what no compression makes smaller
_LEAVES = re.compile(r"^[/~]|(?:^|/)\.\.(?:/|$)|[\\:\x00-\x1f]")  # absolute, upwards, or a path to Windows only


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The zip of files by their path in it, in the order of the paths; of none an empty zip.

    A path that would be unpacked outside the folder raises ValueError. Compressed as every system unpacks it (deflate); two builds of
    zlib may differ in that, and so the bytes are those of one zlib.
    """
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for path in sorted(files):
            if _LEAVES.search(path):
                raise ValueError(f"'{path}' leads out of the folder in which a zip is unpacked")
            member = zipfile.ZipInfo(path, _EPOCH)
            member.create_system, member.external_attr = _UNIX, _RIGHTS
            method = zipfile.ZIP_STORED if path.rpartition(".")[2].lower() in _PACKED else zipfile.ZIP_DEFLATED
            archive.writestr(member, files[path], method)
    return whole.getvalue()
