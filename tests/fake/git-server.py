#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Serves git over HTTP on loopback, well and badly. Prints its port, and ends when its standard input does.

usage: git-server.py FOLDER [LOG]      (repositories below FOLDER, through git's own http-backend)

LOG gets a line per request: its method and path, and what it says of who asks.

The first part of the path says how:
  /good/REPOSITORY      as it should
  /private/REPOSITORY   401, whoever asks
  /members/REPOSITORY   as it should, to “tester” with the password “s3cret:pä”, and to whoever has the token “t0ken”; else 401
  /banned/REPOSITORY    403 to those, 401 to others
  /elsewhere/PORT/REPO  301 to another server on this computer
  /leaving/PORT/REPO    the same, to whoever says who asks; 401 to others
  /html/…               a page that is no repository, with status 200
  /moved/REPOSITORY     301 to another host name
  /silent/…             accepts and never answers
  /drip/…               a right beginning, then a byte a second for ever
  /endless/…            a list of references without end
  /slow/REPOSITORY      as it should, 4 KB at a time
  /cut/REPOSITORY       the pack breaks off in the middle
  anything else         404
"""
import base64
import http.server
import os
import socketserver
import subprocess
import sys
import threading
import time
import urllib.parse

FOLDER = sys.argv[1]
LOG = sys.argv[2] if len(sys.argv) > 2 else os.devnull
MEMBERS = ("tester:s3cret:pä", "oauth2:t0ken")
ADVERTISEMENT = "application/x-git-upload-pack-advertisement"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def log_message(self, *args):
        pass

    def backend(self, path, query, body):
        env = dict(os.environ, GIT_PROJECT_ROOT=FOLDER, GIT_HTTP_EXPORT_ALL="1", PATH_INFO=path, QUERY_STRING=query,
                   REQUEST_METHOD=self.command, CONTENT_TYPE=self.headers.get("Content-Type", ""),
                   CONTENT_LENGTH=str(len(body)), REMOTE_ADDR="127.0.0.1", GIT_CONFIG_GLOBAL="/dev/null",
                   GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0="safe.directory", GIT_CONFIG_VALUE_0="*",
                   HTTP_CONTENT_ENCODING=self.headers.get("Content-Encoding", ""))
        out = subprocess.run(["git", "http-backend"], input=body, env=env, capture_output=True).stdout
        head, _, content = out.partition(b"\r\n\r\n")
        headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n") if ": " in line)
        return int(headers.pop("Status", "200 OK").split()[0]), headers, content

    def answer(self, status, headers, content):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def endless(self):
        self.answer(200, {"Content-Type": ADVERTISEMENT}, b"001e# service=git-upload-pack\n0000")
        chunk = b"".join(b"0040%040x refs/heads/%07x\n" % (i + 1, i) for i in range(4096))
        while True:
            self.wfile.write(chunk)

    def drip(self):
        self.answer(200, {"Content-Type": ADVERTISEMENT}, b"001e# service=git-upload-pack\n0000ffff")
        while True:
            self.wfile.write(b"0")
            self.wfile.flush()
            time.sleep(1)

    def slow(self, status, headers, content):
        self.answer(status, headers, b"")
        for start in range(0, len(content), 4096):
            self.wfile.write(content[start:start + 4096])
            self.wfile.flush()
            time.sleep(0.05)

    def note(self):
        with open(LOG, "a", encoding="utf-8") as log:
            log.write(f"{self.command} {self.path} {self.headers.get('Authorization')} {self.headers.get('Cookie')}\n")

    def is_member(self):
        kind, _, code = (self.headers.get("Authorization") or "").partition(" ")
        return kind == "Basic" and base64.b64decode(code).decode() in MEMBERS

    def ask(self):
        self.answer(401, {"WWW-Authenticate": 'Basic realm="git"'}, b"")

    def handle_request(self):
        url = urllib.parse.urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        kind, _, rest = url.path.lstrip("/").partition("/")
        self.note()
        if kind == "good":
            self.answer(*self.backend("/" + rest, url.query, body))
        elif kind == "slow":
            self.slow(*self.backend("/" + rest, url.query, body))
        elif kind == "cut":
            status, headers, content = self.backend("/" + rest, url.query, body)
            self.answer(status, headers, content[:len(content) // 2] if body else content)
        elif kind == "private":
            self.ask()
        elif kind == "members":
            self.answer(*self.backend("/" + rest, url.query, body)) if self.is_member() else self.ask()
        elif kind == "banned":
            self.answer(403, {}, b"") if self.is_member() else self.ask()
        elif kind in ("leaving", "elsewhere"):
            port, _, rest = rest.partition("/")
            location = f"http://127.0.0.1:{port}/members/{rest}?{url.query}"
            told = self.headers.get("Authorization") or kind == "elsewhere"
            self.answer(301, {"Location": location}, b"") if told else self.ask()
        elif kind == "html":
            self.answer(200, {"Content-Type": "text/html"}, b"<html><body>Welcome</body></html>")
        elif kind == "moved":
            port = self.server.server_address[1]
            self.answer(301, {"Location": f"http://localhost:{port}/good/{rest}?{url.query}"}, b"")
        elif kind == "silent":
            time.sleep(3600)
        elif kind == "drip":
            self.drip()
        elif kind == "endless":
            self.endless()
        else:
            self.answer(404, {}, b"")

    def do_GET(self):
        try:
            self.handle_request()
        except (BrokenPipeError, ConnectionResetError):
            pass

    do_POST = do_GET


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True


server = Server(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
