"""What a host serves: the latest book at the root, each edition in a folder of its own for ever, previews; rules, pages and lists.

Text and values only, from the standard library only: the job that may write to the host installs nothing. ``hooks/publish.py`` moves files.
"""

from __future__ import annotations

from apparatus.hosting import address, editions, lists, names, pages, policy, receipts
from apparatus.hosting.editions import Edition

__all__ = ["Edition", "address", "editions", "lists", "names", "pages", "policy", "receipts"]
