#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Serves made-up trackers over HTTP on loopback, well and badly. Prints its port, and ends when its standard input does.

usage: tracker-server.py

A service answers below the path at which the real one does; see fake_*.py. The name of the project says how: “good” as it
should, else one of the faults in tracker_faults.py. Besides:
  /_log                    all requests so far, as JSON: path, and headers
  /_set?SERVICE.NAME=VALUE changes what a service says from now on
"""
import http.server
import json
import socketserver
import sys
import threading
import urllib.parse

import fake_gitea
import fake_github
import fake_gitlab
import fake_jira
import fake_pages
import fake_redmine
import tracker_faults

SERVICES = [fake_github.Service(), fake_gitlab.Service(), fake_redmine.Service(), fake_gitea.Service(), fake_gitea.Forgejo(),
            fake_jira.Service(), fake_jira.DataCenter(), fake_pages.Service()]
LOG = []


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def reply(self, status, headers, body):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def reply_json(self, value):
        self.reply(200, {"Content-Type": "application/json; charset=utf-8"}, json.dumps(value).encode())

    def do_GET(self):
        parts = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(parts.query))
        if parts.path == "/_log":
            return self.reply_json(LOG)
        if parts.path == "/_set":
            for name, value in query.items():
                service, _, what = name.partition(".")
                next(s for s in SERVICES if s.name == service).set(what, value)
            return self.reply_json({})
        LOG.append({"path": self.path, "headers": dict(self.headers.items())})
        for service in SERVICES:
            answer = service.answer(self, parts.path, query)
            if answer:
                return tracker_faults.reply(self, answer)
        self.reply(404, {"Content-Type": "application/json"}, b'{"message": "Not Found"}')
        return None


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request, client_address):
        pass  # who hangs up in the middle is a test


def main():
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()


main()
