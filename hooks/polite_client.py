"""Asks whether an address on the web is there: few questions at once, few retries, everything within limits, nothing kept."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import aiohttp
from aiohttp.abc import AbstractResolver
from apparatus.grounds.answers import Answer, is_passing, wants_get
from apparatus.grounds.archives import on_the_web
from apparatus.grounds.urls import parts
from public_hosts import Private, PublicResolver, opener
from yarl import URL

AGENT = "iskp-digital-monograph-links/1.0 (asks whether the sources of a scholarly book are still there; keeps nothing)"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NO_SUCH_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


@dataclass(frozen=True)
class Policy:
    """How the web is asked. Times are in seconds."""

    at_once: int = 8  # requests
    per_host: int = 2  # of these, to one host
    pause: float = 0.5  # after each request to a host, before its place is given to the next
    connect: float = 10  # to open a connection
    silence: float = 10  # between two pieces of an answer
    total: float = 20  # for one request, however much of the answer has come
    retries: int = 2
    backoff: float = 1  # before the first retry; twice as long before each further one
    longest_wait: float = 30  # that a server may ask for; one that asks for more is left alone for this run
    redirects: int = 10
    allowed: frozenset[str] = frozenset()  # numbers that may be asked although they are not public: for tests against this machine


class _LeftAlone(Exception):
    """The host has asked for a longer rest than the policy waits."""


class Client:
    """An asynchronous context manager that asks for addresses; the limits hold over all questions asked through it."""

    def __init__(self, policy: Policy, resolver: type[AbstractResolver] = aiohttp.ThreadedResolver) -> None:
        self._policy, self._resolver = policy, resolver
        self._any = asyncio.Semaphore(policy.at_once)
        self._hosts: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(policy.per_host))
        self._rest: dict[str, float] = {}  # until when a host has asked to be left alone, by the clock of the loop

    async def __aenter__(self) -> Client:
        policy = self._policy
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                limit=policy.at_once,
                limit_per_host=policy.per_host,
                resolver=PublicResolver(self._resolver(), policy.allowed),
                use_dns_cache=False,  # each connection is judged by what its host stands for when it is opened
                socket_factory=opener(policy.allowed),
            ),
            timeout=aiohttp.ClientTimeout(policy.total, sock_connect=policy.connect, sock_read=policy.silence),
            headers={"User-Agent": AGENT, "Accept": "text/html, application/pdf;q=0.9, */*;q=0.8"},
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,  # no credentials of .netrc, no proxy that would look the host up elsewhere
            auto_decompress=False,
            read_bufsize=4096,  # bytes of a body that can come in before the connection is closed
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def ask(self, address: str) -> Answer | None:
        """What came of asking with HEAD, if need be with GET, and of retries; None if the host is to be left alone for this run."""
        try:
            answer = await self._follow("HEAD", address)
            if wants_get(answer):
                answer = await self._follow("GET", address)
            for attempt in range(self._policy.retries):
                wait = max(answer.wait or 0, self._policy.backoff * 2**attempt)
                if not is_passing(answer) or wait > self._policy.longest_wait:
                    break
                await asyncio.sleep(wait)
                answer = await self._follow("GET", address)
        except _LeftAlone:
            return None
        return answer

    async def _follow(self, method: str, address: str) -> Answer:
        """The answer at the end of a chain of redirects."""
        here, seen = address, {address}
        for _ in range(self._policy.redirects + 1):
            answer, location = await self._request(method, here)
            if not location:
                return answer if here == address or answer.fault == "private" else replace(answer, redirect=here)
            if (there := joined(here, location)) is None:
                return Answer(fault="scheme")
            if there in seen:
                return Answer(fault="loop")
            seen.add(there)
            here = there
        return Answer(fault="too-many-redirects")

    async def _request(self, method: str, address: str) -> tuple[Answer, str]:
        """One request: its answer, and where it redirects to, or nothing."""
        found = parts(address)
        host = found.host.removeprefix("www.") if found else ""
        async with self._hosts[host]:
            rest = self._rest.get(host, 0) - self._now()
            if rest > self._policy.longest_wait:
                raise _LeftAlone(host)
            await asyncio.sleep(max(0, rest))
            async with self._any:
                answer, location = await self._exchange(method, address)
            if answer.wait:
                self._rest[host] = self._now() + answer.wait
            await asyncio.sleep(self._policy.pause)
        return answer, location

    def _now(self) -> float:
        return asyncio.get_running_loop().time()

    async def _exchange(self, method: str, address: str) -> tuple[Answer, str]:
        try:
            url = URL(address, encoded=address.isascii())  # sent as it is written, if it can be
            async with self._session.request(method, url, allow_redirects=False) as response:
                location = response.headers.get("Location", "") if response.status in REDIRECTS else ""
                answer = Answer(response.status, wait=_seconds(response.headers.get("Retry-After", "")))
                if method == "GET":
                    response.close()  # the head says all; the body is not wanted
                return answer, location
        except Exception as error:
            if word := fault(error):
                return Answer(fault=word), ""
            raise


def fault(error: Exception) -> str:
    """The word for what went wrong; empty if it is no failure of the exchange but one of the program."""
    match error:
        case Private():
            return "private"
        case TimeoutError():
            return "timeout"
        case aiohttp.ClientConnectorDNSError():
            return "dns" if error.errno in _NO_SUCH_HOST else "resolver"
        case aiohttp.ClientSSLError() | ssl.SSLError():
            return "tls"
        case aiohttp.ClientConnectorError():
            return "refused" if isinstance(error.os_error, ConnectionRefusedError) else "unreachable"
        case aiohttp.InvalidURL() | ValueError():  # UnicodeError of a host name is a ValueError
            return "address"
        case aiohttp.ClientConnectionError() | OSError():
            return "reset"
        case aiohttp.ClientError():
            return "malformed"
    return ""


def joined(here: str, location: str) -> str | None:
    """The address that a redirect leads to, without user and password; None if it leads off the web."""
    try:
        there = URL(urljoin(here, location.strip())).with_user(None)
    except ValueError:
        return None
    return str(there) if on_the_web(str(there)) else None


def _seconds(retry_after: str) -> float | None:
    """The seconds that a Retry-After field stands for, a number or a date (RFC 9110, section 10.2.3); None if it has neither."""
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - datetime.now(timezone.utc)).total_seconds())
    except (TypeError, ValueError):
        return None
