"""A web server on this machine that stands in for publishers, Crossref, Open Library, and sites that answer with nonsense."""

from __future__ import annotations

import gzip
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pages_of_sources as pages

BOMB = gzip.compress(b" " * 20_000_000, 1)
LATE = 3  # seconds: longer than any client of the tests waits


class Server(ThreadingHTTPServer):
    """Answers until it is closed; ``asked`` are the paths with the header Accept, in order."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str]] = []
        self.stopped = threading.Event()
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def url(self, path: str, host: str = "daily.example.org") -> str:
        return f"http://{host}:{self.server_address[1]}{path}"

    def close(self) -> None:
        self.stopped.set()
        self.shutdown()
        self.server_close()

    def handle_error(self, request, client_address) -> None:
        """Nothing: clients hang up on purpose here."""


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, *_) -> None:
        """Nothing."""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.server.asked.append((self.path, self.headers.get("Accept", "")))
        if path.startswith("/doi/"):
            self._doi(path.removeprefix("/doi/"))
        elif path == "/api/books":
            isbn = self.path.partition("ISBN:")[2].partition("&")[0]
            self._say(json.dumps({f"ISBN:{isbn}": pages.BOOKS[isbn]} if isbn in pages.BOOKS else {}), "application/json")
        elif path.startswith("/code/"):
            self._say("<title>No</title>", code=int(path.removeprefix("/code/")))
        elif path == "/slow":
            self.server.stopped.wait(LATE)
        elif path == "/endless":
            self._endless()
        elif path == "/bomb":
            self._say(BOMB, encoding="gzip")
        elif path == "/packed":
            self._say(gzip.compress(pages.PAGES["/news"].encode()), encoding="gzip")
        elif path == "/pdf":
            self._say("%PDF-1.7", "application/pdf")
        elif path == "/latin":
            self._say("<title>Möwen über Kabul</title>".encode("latin-1"), "text/html; charset=iso-8859-1")
        elif path.startswith("/to/"):
            self._redirect(path.removeprefix("/to/"))
        elif path in pages.PAGES:
            self._say(pages.PAGES[path].replace("PORT", str(self.server.server_address[1])))
        else:
            self._say("<title>Page not found</title>", code=404)

    def _doi(self, doi: str) -> None:
        if doi == "10.5555/landing":
            self._say(pages.PAGES["/journal"])
        elif doi == "10.5555/nonsense":
            self._say("[[[", "application/json")
        elif doi in pages.DOIS:
            self._say(json.dumps(pages.DOIS[doi]), "application/vnd.citationstyles.csl+json")
        else:
            self._say("DOI not found", code=404)

    def _redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target.replace("PORT", str(self.server.server_address[1])))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while not self.server.stopped.is_set():
            self.wfile.write(b"x" * 65_536)
            time.sleep(0.0001)

    def _say(self, body: str | bytes, media: str = "text/html; charset=utf-8", code: int = 200, encoding: str = "") -> None:
        content = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
        self.send_response(code)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(content)))
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        self.wfile.write(content)
