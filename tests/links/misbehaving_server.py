"""A web server on this machine that misbehaves in every way the link check must cope with; each path is one way."""

from __future__ import annotations

import socket
import socketserver
import struct
import threading
import time
from collections import Counter, defaultdict
from contextlib import suppress

LATE = 3  # seconds: longer than any client of the tests waits


class Server(socketserver.ThreadingTCPServer):
    """Answers until it is shut down.

    ``requests`` are (method, path, headers) in order; ``most`` is the greatest number at work at once, by host.
    """

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        self.times: defaultdict[str, list[float]] = defaultdict(list)
        self.seen: Counter[str] = Counter()
        self.open: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.lock = threading.Lock()
        self.stopped = threading.Event()
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def port(self) -> int:
        return self.server_address[1]

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def methods(self, path: str) -> list[str]:
        """With which methods a path was asked for, in order."""
        return [method for method, asked, _ in self.requests if asked == path]

    def close(self) -> None:
        self.stopped.set()
        self.shutdown()
        self.server_close()

    def handle_error(self, request, client_address) -> None:
        """Nothing: clients hang up on purpose here."""


class _Handler(socketserver.StreamRequestHandler):
    server: Server

    def handle(self) -> None:
        while line := self.rfile.readline().decode("latin-1").split():
            method, path = line[0], line[1]
            headers = {}
            while (field := self.rfile.readline().decode("latin-1").strip()):
                name, _, value = field.partition(":")
                headers[name.lower()] = value.strip()
            with self.server.lock:
                self.server.requests.append((method, path, headers))
                self.server.times[path].append(time.monotonic())
                self.server.seen[path] += 1
            self.host = headers.get("host", "").partition(":")[0].removeprefix("www.")
            name, _, rest = path.strip("/").partition("/")
            way = getattr(self, "on_" + name.replace("-", "_"), self.on_missing)
            if way(method, rest) is not True:
                return  # and hang up

    def say(self, code: int, *fields: str, body: str = "x", method: str = "GET") -> bool:
        head = "".join(f"{field}\r\n" for field in (f"HTTP/1.1 {code} Said", f"Content-Length: {len(body)}", *fields))
        self.wfile.write(f"{head}\r\n{body if method != 'HEAD' else ''}".encode("latin-1"))
        return True

    def on_ok(self, method, rest):
        return self.say(200, method=method)

    def on_missing(self, method, rest):
        return self.say(404, method=method)

    def on_gone(self, method, rest):
        return self.say(410, method=method)

    def on_code(self, method, rest):
        return self.say(int(rest), method=method)

    def on_head_refused(self, method, rest):
        return self.say(405 if method == "HEAD" else 200, method=method)

    def on_head_lies(self, method, rest):
        return self.say(404 if method == "HEAD" else 200, method=method)

    def on_head_dropped(self, method, rest):
        return None if method == "HEAD" else self.say(200)

    def on_head_hangs(self, method, rest):
        return self.server.stopped.wait(LATE) if method == "HEAD" else self.say(200)

    def on_busy(self, method, rest):
        return self.say(429, f"Retry-After: {rest}", method=method)

    def on_busy_once(self, method, rest):
        return self.say(429 if self.server.seen[f"/busy-once/{rest}"] == 1 else 200, f"Retry-After: {rest}", method=method)

    def on_broken_once(self, method, rest):
        first = self.server.seen["/broken-once"] <= 2  # HEAD and GET
        return self.say(500 if first else 200, method=method)

    def on_slow(self, method, rest):
        self.server.stopped.wait(LATE)

    def on_drip(self, method, rest):
        """The head of an answer, one letter at a time, each soon enough to seem alive."""
        for letter in "HTTP/1.1 200 OK\r\n" + "X-Padding: x\r\n" * 1000:
            self.wfile.write(letter.encode())
            if self.server.stopped.wait(0.05):
                return

    def on_endless(self, method, rest):
        if method == "HEAD":
            return self.say(405, method=method)
        self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        sent = 0
        with suppress(OSError):
            while not self.server.stopped.is_set():
                sent += self.request.send(b"x" * 65536)
                self.server.seen["bytes"] = sent

    def on_chain(self, method, rest):
        target = f"/chain/{int(rest) - 1}" if int(rest) > 1 else "/ok"
        return self.say(301, f"Location: {target}", method=method)

    def on_loop(self, method, rest):
        return self.say(302, f"Location: /loop/{'b' if rest == 'a' else 'a'}", method=method)

    def on_to_missing(self, method, rest):
        return self.say(301, "Location: /missing?a b=ä".encode().decode("latin-1"), method=method)

    def on_to(self, method, rest):
        """To whatever the path goes on with: /to/ftp://example.org/."""
        return self.say(302, f"Location: {rest}", method=method)

    def on_cookie(self, method, rest):
        target = self.server.url("/ok", f"reader:secret@{self.host}")
        return self.say(302, "Set-Cookie: seen=1; Path=/", f"Location: {target}", method=method)

    def on_reset(self, method, rest):
        self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.request.close()

    def on_garbage(self, method, rest):
        self.wfile.write(b"\x00\xff NOT HTTP AT ALL\r\n\r\n")

    def on_fat(self, method, rest):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Fat: " + b"x" * 200_000 + b"\r\n\r\n")

    def on_short(self, method, rest):
        """Promises a thousand bytes and sends one."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + b"x" * (method == "GET"))

    def on_bee(self, method, rest):
        """Takes a moment, in which others who ask are counted."""
        server = self.server
        with server.lock:
            server.open[self.host] += 1
            for name, count in ((self.host, server.open[self.host]), ("all", sum(server.open.values()))):
                server.most[name] = max(server.most[name], count)
        time.sleep(0.03)
        with server.lock:
            server.open[self.host] -= 1
        return self.say(200, method=method)
