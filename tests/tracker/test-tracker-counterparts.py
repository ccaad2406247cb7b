#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Synchronises with servers that nobody here wrote, where build-aux/counterparts.sh has started them; else it skips. What is
measured is printed. usage: test-tracker-counterparts.py TRACKER-SYNC-ONCE BUILD-ROOT"""
import http.server
import json
import os
import re
import socket
import socketserver
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request

import sync_once
from sync_once import mirror_in

PROGRAM = sys.argv[1]
RECORDED = os.path.join(sys.argv[2], "counterparts", "paginate-issues.json")
REDMINE = "http://127.0.0.1:3910"
# Where Prism has the description of a service, which address a project has there, and what a token looks like.
CONTRACTS = {"github": (3920, "/octocat/hello-world", "a-token"), "gitea": (3921, "/team/project", "a-token"),
             "gitlab": (3922, "/team/sub/project", "a-token"), "jira": (3923, "/browse/EX", "ada@example.org:a-token"),
             "jira-server": (3924, "/jira/browse/EX", "a-token")}
ADMIN, ALICE = 40 * "a", 40 * "b"
N_ISSUES = 500  # at least


def is_absent(url):
    address = urllib.parse.urlsplit(url)
    try:
        socket.create_connection((address.hostname, address.port), 2).close()
        return None
    except OSError:
        return f"nobody answers at {url}; see build-aux/counterparts.sh"


def tell(name, report):
    seconds, cpu = report["wall_us"] / 1e6, report["cpu_us"] / 1e6
    print(f"# {name}: {report['items']} items in {seconds:.2f} s, of which {cpu:.3f} s of this computer's time ({cpu / seconds:.1%}); "
          f"at most {report['peak_kb'] / 1024:.0f} MB", flush=True)


def redmine(method, path, value=None):
    request = urllib.request.Request(REDMINE + path, method=method, data=json.dumps(value).encode() if value else None,
                                     headers={"X-Redmine-API-Key": ADMIN, "Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        text = answer.read()
        return json.loads(text) if text.strip() else None


def read_redmine(folder, token=ADMIN, how=None, project="orbit"):
    return sync_once.sync(PROGRAM, "redmine", f"{REDMINE}/projects/{project}", mirror_in(folder), token, how)


def redmine_whole(folder):
    absent = is_absent(REDMINE)
    if absent:
        return absent
    count = redmine("GET", "/issues.json?project_id=orbit&status_id=*&limit=1")["total_count"]
    report = read_redmine(folder)
    assert report["done"] and report["items"] == count >= N_ISSUES, (count, report)
    assert (report["milestones"], report["labels"], report["people"]) == (5, 3, 2), report
    tell("Redmine, first", report)
    tell("Redmine, nothing new", read_redmine(folder))
    return None


def redmine_changes(folder):
    """What is new is found; what is deleted stays, until it is asked for."""
    absent = is_absent(REDMINE)
    if absent:
        return absent
    report = read_redmine(folder)
    assert report["done"], report
    before = report["items"]
    made = redmine("POST", "/issues.json", {"issue": {"project_id": "orbit", "subject": "Made by a test", "tracker_id": 1,
                                                      "status_id": 1, "priority_id": 1}})["issue"]["id"]
    assert read_redmine(folder)["items"] == before + 1
    redmine("DELETE", f"/issues/{made}.json")
    assert read_redmine(folder)["items"] == before + 1
    assert read_redmine(folder, how="--whole")["items"] == before
    return None


def redmine_keys(folder):
    """A wrong key is not the same as none, though Redmine says so."""
    absent = is_absent(REDMINE)
    if absent:
        return absent
    for project, key, code in (("orbit", "", -1), ("orbit", "wrong", 6), ("secret", "", 6), ("secret", ALICE, 7), ("nowhere", ADMIN, 8),
                               ("secret", ADMIN, -1)):
        report = sync_once.sync(PROGRAM, "redmine", f"{REDMINE}/projects/{project}", os.path.join(folder, f"{project}{key}.db"), key)
        assert report["code"] == code and report["done"] == (code < 0), (project, key, report)
    return None


def redmine_is_found(folder):
    absent = is_absent(REDMINE)
    if absent:
        return absent
    report = sync_once.sync(PROGRAM, "-", f"{REDMINE}/projects/orbit/issues", mirror_in(folder), how="--probe")
    assert report["service"] == "redmine" and report["done"], report
    return None


class Middle(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def __init__(self, handler):
        super().__init__(("127.0.0.1", 0), handler)
        self.seen = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Quiet(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def reply(self, status, headers, body):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Recorded(Quiet):
    """Says what GitHub said, as if it were installed here: its first page at one path, the others at another."""

    def do_GET(self):
        parts = urllib.parse.urlsplit(self.path)
        page = dict(urllib.parse.parse_qsl(parts.query)).get("page", "1")
        self.server.seen.append(self.path)
        for record in json.load(open(RECORDED, encoding="utf-8")) if parts.path.endswith("/issues") else []:
            recorded = urllib.parse.urlsplit(record["path"])
            if parts.path == "/api/v3" + recorded.path and page == dict(urllib.parse.parse_qsl(recorded.query)).get("page", "1"):
                kept = ("content-type", "link", "etag", "date", "x-ratelimit-remaining", "x-ratelimit-reset")
                headers = [(name, str(value).replace("https://api.github.com", self.server.url + "/api/v3"))
                           for name, value in record["headers"].items() if name in kept and name != "date"]
                return self.reply(record["status"], headers, json.dumps(record["response"]).encode())
        return self.reply(404, [("Content-Type", "application/json")], b"{}")


def recorded_github(folder):
    """Thirteen issues on five pages, all but the first of which are at another path than the one asked for."""
    if not os.path.exists(RECORDED):
        return "GitHub's recorded answers are not there; see build-aux/counterparts.sh"
    server = Middle(Recorded)
    report = sync_once.sync(PROGRAM, "github", server.url + "/octokit-fixture-org/paginate-issues", mirror_in(folder))
    assert report["done"] and report["items"] == 13, report
    assert len([path for path in server.seen if path.startswith("/api/v3/repositories/1000/issues")]) == 4, server.seen
    tell("GitHub, recorded", report)
    server.shutdown()
    return None


def repair(path, body):
    """It is requests that are looked at. Some descriptions do not say what comes back, or say one row where there are many, and
    examples of pages never end."""
    path, _, query = path.partition("?")
    if int(dict(urllib.parse.parse_qsl(query)).get("page", 1)) > 2:
        return b"[]"
    value = json.loads(body or "{}")
    if path.endswith("/search") and "/user/" not in path:
        value = {"issues": [], "total": 0, **value}
    elif re.search("/(issues|pulls|merge_requests|milestones|releases|labels|versions|assignees|all|search)$", path) and isinstance(value, dict):
        value = [value] if value else []
    return json.dumps(value).encode()


class Contract(Quiet):
    """Passes on to Prism, and notes what it has against a request."""
    links, prism = False, None

    def do_GET(self):
        request = urllib.request.Request(self.prism + self.path, headers={name: value for name, value in self.headers.items()
                                                                          if name.lower() not in ("host", "connection", "accept-encoding")})
        try:
            answer = urllib.request.urlopen(request)
        except urllib.error.HTTPError as fault:
            answer = fault
        with answer:
            kept = [(name, value) for name, value in answer.headers.items()
                    if name.lower() in ("content-type", "etag") or (self.links and name.lower() == "link")]
            body, status = answer.read(), answer.status
            self.server.seen.append((self.path, status, answer.headers.get("sl-violations")))
        if status == 200:
            kept, body = [("Content-Type", "application/json")] + [one for one in kept if one[0].lower() != "content-type"], repair(self.path, body)
        self.reply(status, kept, body)


def contract(service, **attributes):
    """A server between the program and Prism, and where the project is; or why there is none."""
    port, path, token = CONTRACTS[service]
    prism = f"http://127.0.0.1:{port}"
    absent = is_absent(prism)
    if absent:
        return None, absent, None
    server = Middle(type("Contract", (Contract,), {"prism": prism, **attributes}))
    return server, server.url + path, token


def keeps_contract(folder, service, not_described=()):
    """Every request is one that the description of the service's API allows; returns the report of the first one."""
    server, url, token = contract(service)
    if server is None:
        return None, url
    report = sync_once.sync(PROGRAM, service, url, mirror_in(folder), token)
    assert report["done"], (report, server.seen[-1])
    sync_once.sync(PROGRAM, service, url, mirror_in(folder), token)
    sync_once.sync(PROGRAM, service, url, mirror_in(folder), token, "--whole")
    described = [seen for seen in server.seen if not any(word in seen[0] for word in not_described)]
    for path, status, violations in described:  # its own examples break it, too
        against = [one for one in json.loads(violations or "[]") if one["location"][0] == "request"]
        assert status == 200 and not against, (path, status, against)
    print(f"# {service}, as described: {len(described)} requests, none against it; {report['items']} items", flush=True)
    server.shutdown()
    return report, None


def contract_of_github(folder):
    report, absent = keeps_contract(folder, "github")
    assert absent or (report["items"] > 0 and report["milestones"] > 0 and report["publications"] > 0), report
    return absent


def contract_of_gitea(folder):
    return keeps_contract(folder, "gitea")[1]


def contract_of_gitlab(folder):
    """Releases are younger than the description."""
    return keeps_contract(folder, "gitlab", ["/releases"])[1]


def contract_of_jira(folder):
    return keeps_contract(folder, "jira")[1]


def contract_of_jira_server(folder):
    return keeps_contract(folder, "jira-server")[1]


def links_of_the_contract_lead_elsewhere(folder):
    server, url, token = contract("github", links=True)
    if server is None:
        return url
    report = sync_once.sync(PROGRAM, "github", url, mirror_in(folder), token)
    assert not report["done"] and report["code"] == 14, report  # RELM_TRACKER_ERROR_REDIRECTED
    server.shutdown()
    return None


sys.exit(sync_once.run([redmine_whole, redmine_changes, redmine_keys, redmine_is_found, recorded_github, contract_of_github,
                        contract_of_gitea, contract_of_gitlab, contract_of_jira, contract_of_jira_server,
                        links_of_the_contract_lead_elsewhere]))
