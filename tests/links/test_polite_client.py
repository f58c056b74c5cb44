"""The client against a server that misbehaves: what each answer comes to, that every limit holds, and that nothing private is asked."""

import asyncio
import socket
import threading
import time
from contextlib import suppress
from dataclasses import replace

import pytest
from aiohttp.abc import AbstractResolver
from apparatus.grounds.answers import Answer, status
from polite_client import AGENT, Client, Policy
from public_hosts import is_public


def ask(policy, *urls, **options):
    async def all_of_them():
        async with Client(policy, **options) as client:
            return await asyncio.gather(*(client.ask(url) for url in urls))

    answers = asyncio.run(all_of_them())
    return answers[0] if len(urls) == 1 else answers


def names(**numbers):
    """A resolver class that knows these host names only; of a list of lists each look-up takes one, and then there is no such host."""

    class Resolver(AbstractResolver):
        async def resolve(self, host, port=0, family=socket.AF_UNSPEC):
            found = numbers.get(host.replace(".", "_"))
            if not found:
                raise OSError(socket.EAI_NONAME, "no such host")
            each = found.pop(0) if isinstance(found[0], list) else found
            shared = {"hostname": host, "port": port, "family": socket.AF_INET, "proto": 0, "flags": socket.AI_NUMERICHOST}
            return [shared | {"host": number} for number in each]

        async def close(self):
            pass

    return Resolver


# path: what it comes to, and with which methods it was asked for
WAYS = {
    "/ok": ("alive", "200", ["HEAD"]),
    "/head-refused": ("alive", "200", ["HEAD", "GET"]),
    "/head-lies": ("alive", "200", ["HEAD", "GET"]),
    "/head-dropped": ("alive", "200", None),
    "/missing": ("dead", "404", ["HEAD", "GET"]),
    "/gone": ("dead", "410", ["HEAD", "GET"]),
    "/code/401": ("unknown", "401", ["HEAD", "GET"]),
    "/code/403": ("unknown", "403", ["HEAD", "GET"]),
    "/code/418": ("unknown", "418", ["HEAD", "GET"]),
    "/code/501": ("unknown", "501", ["HEAD", "GET"]),
    "/code/304": ("unknown", "304", ["HEAD"]),
    "/code/500": ("unknown", "500", ["HEAD", "GET", "GET", "GET"]),
    "/code/503": ("unknown", "503", ["HEAD", "GET", "GET"]),
    "/broken-once": ("alive", "200", ["HEAD", "GET", "GET"]),
    "/busy/0": ("unknown", "429", ["HEAD", "GET", "GET"]),
    "/busy/soon": ("unknown", "429", ["HEAD", "GET", "GET"]),
    "/busy/3600": ("unknown", "429", ["HEAD"]),
    "/busy/Fri,%2031%20Dec%201999%2023:59:59%20GMT": ("unknown", "429", ["HEAD", "GET", "GET"]),
    "/short": ("alive", "200", ["HEAD"]),
    "/reset": ("unknown", "reset", None),
    "/garbage": ("unknown", "malformed", None),
    "/fat": ("unknown", "malformed", None),
}


@pytest.mark.parametrize("path", WAYS)
def test_each_way_to_misbehave(server, policy, path):
    answer = ask(policy, server.url(path))
    expected, detail, methods = WAYS[path]
    assert (status(answer), str(answer.code or answer.fault)) == (expected, detail)
    assert answer.redirect == ""
    if methods:
        assert server.methods(path) == methods
    else:
        assert len(server.methods(path)) <= 8, "no endless asking"


@pytest.mark.parametrize("path", ["/slow", "/drip"])
def test_a_server_that_does_not_come_to_the_point_is_given_up(server, hasty, path):
    start = time.monotonic()
    answer = ask(hasty, server.url(path))
    assert answer == Answer(fault="timeout") and status(answer) == "unknown"
    assert server.methods(path) == ["HEAD", "GET"] and time.monotonic() - start < 2, "less than half a second each"


def test_a_server_that_has_no_answer_to_head_is_asked_with_get(server, hasty):
    answer = ask(hasty, server.url("/head-hangs"))
    assert answer.code == 200 and server.methods("/head-hangs") == ["HEAD", "GET"]


def test_an_endless_body_is_not_read(server, policy):
    answer = ask(policy, server.url("/endless"))
    assert answer.code == 200
    time.sleep(0.05)
    assert server.seen["bytes"] < 8_000_000, "what the buffers of the system take in before the connection is closed"


REDIRECTS = {
    "/chain/1": ("alive", "200", "/ok"),
    "/chain/9": ("alive", "200", "/ok"),
    "/chain/10": ("alive", "200", "/ok"),
    "/chain/11": ("unknown", "too-many-redirects", ""),
    "/loop/a": ("unknown", "loop", ""),
    "/to/../missing": ("dead", "404", "/missing"),
    "/to-missing": ("dead", "404", "/missing?a+b=%C3%A4"),
    "/to/ftp://example.org/": ("unknown", "scheme", ""),
    "/to/javascript:alert(1)": ("unknown", "scheme", ""),
    "/to/http://[": ("unknown", "scheme", ""),
    "/to/": ("unknown", "302", ""),
}


@pytest.mark.parametrize("path", REDIRECTS)
def test_redirects(server, policy, path):
    answer = ask(policy, server.url(path))
    expected, detail, target = REDIRECTS[path]
    assert (status(answer), str(answer.code or answer.fault)) == (expected, detail)
    assert answer.redirect == (server.url(target) if target else "")


def test_a_server_that_asks_for_a_rest_gets_it(server, policy):
    """All of its addresses rest, not only the one that was asked for."""
    answers = ask(replace(policy, per_host=1), server.url("/busy-once/1"), server.url("/ok"))
    assert [answer.code for answer in answers] == [200, 200]
    first, second = server.times["/busy-once/1"]
    assert second - first >= 0.95 and server.times["/ok"][0] - first >= 0.95


def test_a_server_that_asks_for_a_long_rest_is_left_alone(server, policy):
    answers = ask(replace(policy, per_host=1), server.url("/busy/3600"), server.url("/ok"))
    assert answers == [Answer(429, wait=3600), None]
    assert server.methods("/ok") == []


@pytest.mark.parametrize(("at_once", "per_host", "all_hosts", "each"), [(8, 2, 6, 2), (3, 2, 3, None), (8, 1, 3, 1)])
def test_few_requests_at_once_and_fewer_to_one_host(server, policy, at_once, per_host, all_hosts, each):
    hosts = ("one.example.org", "www.one.example.org", "two.example.org", "127.0.0.1")
    urls = [server.url(f"/bee/{number}", host) for number in range(6) for host in hosts]
    resolver = names(one_example_org=["127.0.0.1"], www_one_example_org=["127.0.0.1"], two_example_org=["127.0.0.1"])
    answers = ask(replace(policy, at_once=at_once, per_host=per_host), *urls, resolver=resolver)
    assert {answer.code for answer in answers} == {200} and len(server.requests) == 24
    assert server.most["all"] == all_hosts
    if each:
        assert [server.most[host] for host in ("one.example.org", "two.example.org", "127.0.0.1")] == [each] * 3


def test_a_pause_between_two_requests_to_one_host(server, policy):
    ask(replace(policy, per_host=1, pause=0.1), server.url("/ok"), server.url("/missing"))
    times = sorted(time for path in server.times for time in server.times[path])
    assert len(times) == 3 and min(b - a for a, b in zip(times, times[1:])) >= 0.09


def test_no_cookie_no_password_and_an_honest_name(server, policy):
    answer = ask(policy, server.url("/cookie", "bees.example.org"), resolver=names(bees_example_org=["127.0.0.1"]))
    assert (answer.code, answer.redirect) == (200, server.url("/ok", "bees.example.org"))
    assert len(server.requests) == 2
    for _, _, headers in server.requests:
        assert headers["user-agent"] == AGENT and "iskp" in AGENT
        assert not {"cookie", "authorization", "referer", "proxy-authorization"} & headers.keys()


def test_a_server_that_does_not_speak_tls(policy):
    def answer_in_clear(listening):
        with suppress(OSError):
            while True:
                listening.accept()[0].sendall(b"HTTP/1.1 200 OK\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=answer_in_clear, args=(listening,), daemon=True).start()
        assert ask(policy, f"https://127.0.0.1:{listening.getsockname()[1]}/") == Answer(fault="tls")


def test_nothing_listens(policy):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert ask(policy, f"http://127.0.0.1:{port}/") == Answer(fault="refused")


def test_no_such_host_is_a_death_and_no_answer_about_it_is_none(policy):
    class Silent(names()):
        async def resolve(self, host, port=0, family=socket.AF_UNSPEC):
            raise OSError(socket.EAI_AGAIN, "temporary failure in name resolution")

    gone, asked = ask(policy, "http://gone.example.org/", resolver=names()), ask(policy, "http://gone.example.org/", resolver=Silent)
    assert (gone, status(gone)) == (Answer(fault="dns"), "dead")
    assert (asked, status(asked)) == (Answer(fault="resolver"), "unknown")


def test_an_address_is_sent_as_it_is_written(server, policy):
    ask(policy, server.url("/ok/%2f%7Ea'(b);c=%20?x=a+b&y=%C3%A9#part"))
    assert server.requests[0][1] == "/ok/%2f%7Ea'(b);c=%20?x=a+b&y=%C3%A9"


@pytest.mark.parametrize("url", ["http://a..b/", "http://" + "a" * 70 + ".org/", "http://xn--a.org:1/", "http://[::1", "http://:1/"])
def test_an_address_that_cannot_be_asked_for_is_no_failure_of_the_program(policy, url):
    answer = ask(replace(policy, retries=0), url, resolver=names())
    assert answer.code == 0 and answer.fault in ("address", "dns")


PRIVATE = (
    *("127.0.0.1", "127.8.9.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "0.1.2.3"),
    *("224.0.0.1", "239.1.2.3", "240.0.0.1", "255.255.255.255", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9"),
    *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "::127.0.0.1", "2001:db8::1", "3fff::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::808:808", "2002:7f00:1::"),
    *("2001::1", "4000::1"),
    *("2130706433", "0x7f.1", "127.1", "0177.0.0.1", "localhost", ""),
)
PUBLIC = (
    *("8.8.8.8", "93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"),
    "2002:808:808::1",
)


@pytest.mark.parametrize("number", PRIVATE)
def test_numbers_that_are_not_public(number):
    assert not is_public(number)


@pytest.mark.parametrize("number", PUBLIC)
def test_numbers_that_are(number):
    assert is_public(number)


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "127.1", "0177.0.0.1", "localhost"])
def test_this_machine_is_not_asked_under_any_name(server, host):
    answer = ask(Policy(pause=0, total=1), f"http://{host}:{server.port}/ok")
    assert answer.fault in ("private", "dns", "address") and answer.code == 0
    assert server.requests == []


@pytest.mark.parametrize(
    "target",
    ["http://10.0.0.1/", "http://169.254.169.254/latest/", "http://[::1]/", "http://127.0.0.2:{}/", "http://inside.example.org:{}/"],
)
def test_a_redirect_into_a_private_network_is_not_followed(server, policy, target):
    answer = ask(policy, server.url("/to/" + target.format(server.port)), resolver=names(inside_example_org=["127.0.0.2"]))
    assert answer == Answer(fault="private") and status(answer) == "unknown"


def test_one_private_number_among_public_ones_is_enough_to_refuse(policy):
    assert ask(policy, "http://mixed.example.org/", resolver=names(mixed_example_org=["8.8.8.8", "192.168.0.1"])).fault == "private"


def test_a_name_that_changes_what_it_stands_for_gains_nothing(server, policy):
    """First the number that is allowed here, then another of this machine: it is judged again, and not merely tried and refused."""
    resolver = names(turning_example_org=[["127.0.0.1"], ["127.0.0.2"], ["127.0.0.2"]])
    policy = replace(policy, per_host=1)
    answers = ask(policy, *(server.url(path, "turning.example.org") for path in ("/head-dropped", "/ok")), resolver=resolver)
    assert [answer.fault for answer in answers] == ["private", "private"]
    assert [(method, path) for method, path, _ in server.requests] == [("HEAD", "/head-dropped")]
