"""A forge on loopback: git's own server behind a password, and a git that writes down how it was called."""

import base64
import http.server
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

USER, SECRET = "x-access-token", "to\"k en$(id)`id`;'\\"


class Handler(http.server.BaseHTTPRequestHandler):
    """Hands requests to ``git http-backend`` (CGI, RFC 3875); without the password it asks for one."""

    protocol_version = "HTTP/1.0"
    folder: Path
    asked: list

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        given = self.headers.get("Authorization", "")
        self.asked.append(given)
        if given != "Basic " + base64.b64encode(f"{USER}:{SECRET}".encode()).decode():
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="forge"')
            self.end_headers()
            return
        path, _, query = self.path.partition("?")
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length) if length else self._chunks()
        environment = os.environ | {
            **{"GIT_PROJECT_ROOT": str(self.folder), "GIT_HTTP_EXPORT_ALL": "1", "REMOTE_USER": USER, "REMOTE_ADDR": "127.0.0.1"},
            **{"REQUEST_METHOD": self.command, "PATH_INFO": path, "QUERY_STRING": query, "CONTENT_LENGTH": str(len(body))},
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
        }
        done = subprocess.run(["git", "http-backend"], input=body, capture_output=True, env=environment, check=False)
        head, _, answer = done.stdout.partition(b"\r\n\r\n")
        fields = dict(line.split(": ", 1) for line in head.decode().splitlines())
        self.send_response(int(fields.pop("Status", "200").split()[0]))
        for name, value in fields.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer)

    do_POST = do_GET

    def _chunks(self):
        body = b""
        if self.headers.get("Transfer-Encoding", "") == "chunked":
            while size := int(self.rfile.readline().strip(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
        return body


def serving(folder: Path):
    """The server of the repositories below a folder, already running, and the list of the passwords it has seen."""
    asked: list = []
    handler = type("Forge", (Handler,), {"folder": folder, "asked": asked})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, asked


def noted(folder: Path, real: str, before_push: str = "", times: int = 1) -> Path:
    """A folder with a ``git`` that writes each call to ``calls`` and runs a command of the shell before the first pushes."""
    folder.mkdir()
    shim = folder / "git"
    shim.write_text(
        f"""#!{sys.executable}
import os, subprocess, sys
with open({str(folder / "calls")!r}, "a") as calls:
    calls.write("\\n".join(sys.argv) + "\\n--\\n")
with open({str(folder / "calls")!r}) as calls:
    pushes = calls.read().splitlines().count("push")
if "push" in sys.argv and {before_push!r} and pushes <= {times}:
    subprocess.run({before_push!r}, shell=True, check=True)
os.execv({real!r}, [{real!r}, *sys.argv[1:]])
"""
    )
    shim.chmod(shim.stat().st_mode | stat.S_IXUSR)
    return folder
