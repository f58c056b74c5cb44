"""Fetches one document from the web: what a DOI or an ISBN stands for, or a page; within limits, and never from a private network."""

from __future__ import annotations

import asyncio
import zlib
from dataclasses import dataclass

import aiohttp
from aiohttp.abc import AbstractResolver
from apparatus.grounds.answers import Answer, is_passing
from polite_client import REDIRECTS, Policy, fault, joined
from public_hosts import PublicResolver, opener
from yarl import URL

AGENT = "iskp-digital-monograph-sources/1.0 (adds a source to the bibliography of a scholarly book, when somebody asks for it)"
CSL = "application/vnd.citationstyles.csl+json"
HTML = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"
PDF = "application/pdf"  # which says little of itself, and is not read
LARGEST = 4_000_000  # bytes
WHOLE = 60  # seconds, for all requests of one question
_PIECE = 65_536
_WORDS = {
    "address": "cannot be asked for: it is no address",
    "dns": "was not found: there is no such host. See that the address is spelt right, and that this machine is on the network",
    "loop": "leads round in a circle",
    "malformed": "gave no answer that can be read",
    "private": "stands in a private network, and was not asked",
    "refused": "refused the connection",
    "reset": "broke the connection off",
    "resolver": "was not reached: this machine seems to be off the network",
    "scheme": "leads away from the web",
    "timeout": "did not answer in time",
    "tls": "has no valid certificate",
    "too-many-redirects": "leads on and on",
    "unreachable": "was not reached: this machine seems to be off the network",
    "too-large": f"is larger than {LARGEST // 1_000_000} MB",
}


@dataclass(frozen=True)
class Document:
    """What came: the address that it came from, the HTTP code, its media type, its charset if that was said, its bytes."""

    address: str
    code: int
    media: str = ""
    charset: str = ""
    content: bytes = b""


class NoAnswer(Exception):
    """Nothing came that could be read; the message says why, and begins with the address."""


def fetch(address: str, accept: str, policy: Policy, resolver: type[AbstractResolver] = aiohttp.ThreadedResolver) -> Document:
    """The document at an address, redirects followed, with a retry where the trouble may be over in a moment. Raises NoAnswer."""
    try:
        return asyncio.run(_fetch(address, accept, policy, resolver))
    except TimeoutError:
        raise NoAnswer(f"{address} {_WORDS['timeout']}") from None


async def _fetch(address: str, accept: str, policy: Policy, resolver: type[AbstractResolver]) -> Document:
    async with asyncio.timeout(WHOLE), _session(policy, resolver) as session:
        for attempt in range(policy.retries + 1):
            found = await _followed(session, address, accept, policy)
            answer = found if isinstance(found, Answer) else Answer(found.code)
            if not is_passing(answer) or attempt == policy.retries:
                break
            await asyncio.sleep(policy.backoff * 2**attempt)
    if isinstance(found, Answer):
        raise NoAnswer(f"{address} {_WORDS.get(found.fault, found.fault)}")
    return found


def _session(policy: Policy, resolver: type[AbstractResolver]) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(
            resolver=PublicResolver(resolver(), policy.allowed), use_dns_cache=False, socket_factory=opener(policy.allowed)
        ),
        timeout=aiohttp.ClientTimeout(policy.total, sock_connect=policy.connect, sock_read=policy.silence),
        headers={"User-Agent": AGENT, "Accept-Encoding": "gzip", "Accept-Language": "en, *;q=0.5"},
        cookie_jar=aiohttp.DummyCookieJar(),
        trust_env=False,  # no credentials of .netrc, no proxy that would look the host up elsewhere
        auto_decompress=False,  # a small answer can swell to any size: what it unpacks to is counted here
    )


async def _followed(session: aiohttp.ClientSession, address: str, accept: str, policy: Policy) -> Document | Answer:
    """The document at the end of a chain of redirects, or what went wrong."""
    here, seen = address, {address}
    for _ in range(policy.redirects + 1):
        found = await _request(session, here, accept)
        if not isinstance(found, str):
            return found
        there = joined(here, found)
        if there is None:
            return Answer(fault="scheme")
        if there in seen:
            return Answer(fault="loop")
        seen.add(there)
        here = there
    return Answer(fault="too-many-redirects")


async def _request(session: aiohttp.ClientSession, address: str, accept: str) -> Document | Answer | str:
    """One request: its document, the place that it redirects to, or what went wrong."""
    try:
        url = URL(address, encoded=address.isascii())
        async with session.get(url, allow_redirects=False, headers={"Accept": accept}) as response:
            if response.status in REDIRECTS and (location := response.headers.get("Location", "")):
                return location
            content = b"" if response.content_type == PDF else await _content(response)
            if content is None:
                return Answer(fault="too-large")
            return Document(address, response.status, response.content_type, response.charset or "", content)
    except zlib.error:
        return Answer(fault="malformed")
    except Exception as error:
        if word := fault(error):
            return Answer(fault=word)
        raise


async def _content(response: aiohttp.ClientResponse) -> bytes | None:
    """The body, unpacked; None if it is larger than is read."""
    packed = response.headers.get("Content-Encoding", "").lower() in ("gzip", "x-gzip")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if packed else None
    content = bytearray()
    async for piece in response.content.iter_chunked(_PIECE):
        content += unpack.decompress(piece, LARGEST + 1) if unpack else piece
        if len(content) > LARGEST:
            return None
    return bytes(content)
