"""URL021 address-of-a-detour: an address leads to a service that redirects, translates, caches or searches, and not to the page that is meant.

Why: what the reader gets is not the source but a service's passing copy of it, or a hop that is counted on the way.
Fix: give the address of the page itself; archives such as web.archive.org are no detour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "URL021"
_DETOURS = re.compile(
    r"https?://(?:"
    r"(?:www\.)?google\.[a-z.]{2,6}/(?:url\?|amp/)|news\.google\.com/(?:rss/)?articles/|webcache\.googleusercontent\.com/"
    r"|translate\.google\.[a-z.]{2,6}/|[\w-]+\.translate\.goog/|(?:[\w-]+\.)*cdn\.ampproject\.org/|(?:[\w-]+\.)*bing-amp\.com/"
    r"|(?:l|lm)\.(?:facebook|instagram)\.com/|t\.umblr\.com/redirect|out\.reddit\.com/|(?:www\.)?youtube\.com/redirect\?"
    r"|(?:www\.)?bing\.com/ck/|duckduckgo\.com/l/|r\.search\.yahoo\.com/|(?:[\w-]+\.)*safelinks\.protection\.outlook\.com/"
    r"|urldefense\.(?:com|proofpoint\.com)/|scholar\.google\.[a-z.]{2,6}/scholar_url\?|(?:www\.)?linkedin\.com/redir"
    r"|(?:www\.)?google\.[a-z.]{2,6}/search\?|(?:www\.)?bing\.com/(?:search|news/search)\?|duckduckgo\.com/\?q=|search\.yahoo\.com/"
    r"|steamcommunity\.com/linkfilter|vk\.com/away"
    r")",
    re.IGNORECASE,
)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for address in addresses(monograph):
        if found := _DETOURS.match(address.text):
            message = f"address leads over '{shown(found[0])}'"
            yield Diagnostic(address.place, CODE, message, "give the address of the page itself")
