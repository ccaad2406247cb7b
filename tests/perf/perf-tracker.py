#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What it costs to read 100,000 items of a tracker for the first time, a hundred a page: the processor's time beside that of a
program that only asks for the same pages and reads their JSON, and of one that only receives them; the share of the whole time, with
a server that has all answers ready and with one that makes its JSON when it is asked, as any tracker does; and memory. And how many
requests it takes when nothing is new. usage: perf-tracker.py TRACKER-SYNC-ONCE TRACKER-FLOOR"""
import bisect
import http.server
import json
import os
import socketserver
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

PROGRAM, FLOOR = sys.argv[1:3]
N_ITEMS = 100000
PAGE = 100
EPOCH = 1577836800
MEMORY_GOAL_MB = 150
FLOOR_GOAL = 0.75
# Of the whole time. Even a program that only receives needs more of a server that has its answers ready, so that it is said from
# which server on it holds.
SHARE_GOAL = 0.1


def time_text(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def person(name):
    api = f"https://api.github.example/users/{name}"
    return {"login": name, "id": 1, "avatar_url": "https://avatars.example/u/1?v=4", "url": api, "html_url": f"https://github.example/{name}",
            **{f"{what}_url": f"{api}/{what}" for what in ("followers", "following", "gists", "starred", "repos", "events")}}


def item(number):
    """As long as GitHub's are."""
    url = f"https://api.github.example/repos/team/large/issues/{number}"
    return {
        "url": url, "comments_url": url + "/comments", "events_url": url + "/events", "id": 10**9 + number, "number": number,
        "title": f"Something that somebody noticed, number {number}", "user": person(f"person{number % 500}"),
        "labels": [{"id": n, "name": f"label{(number + n) % 40}", "color": "d73a4a", "description": "Of this kind"} for n in (1, 2)],
        "state": "closed" if number % 3 else "open", "assignees": [person(f"person{number % 50}")],
        "milestone": {"number": number % 30 + 1, "title": "1.0"}, "comments": 3, "created_at": time_text(EPOCH + number),
        "updated_at": time_text(EPOCH + number * 10), "closed_at": time_text(EPOCH + number * 10) if number % 3 else None,
        "body": "What happens, and what was expected. " * 30,
    }


ROWS = [item(number) for number in range(PAGE)]


def make_page(start, n_rows):
    """What a server does at least for each page, if it had all that is in it at hand."""
    for row, number in zip(ROWS, range(start + 1, start + n_rows + 1)):
        row.update(number=number, updated_at=time_text(EPOCH + number * 10))
    return json.dumps(ROWS[:n_rows]).encode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    items, times, n_requests = [], [], 0

    def log_message(self, *args):
        pass

    def do_GET(self):
        parts = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(parts.query))
        if parts.path == "/_requests":
            return self.reply(str(Handler.n_requests).encode())
        if parts.path == "/_cpu":
            return self.reply(str(time.process_time()).encode())
        Handler.n_requests += 1
        if not parts.path.endswith("/issues"):
            return self.reply(b"[]")
        start = bisect.bisect_left(self.times, query.get("since", ""))
        more = start + PAGE < len(self.items)
        link = {"Link": f'<http://{self.headers["Host"]}{self.path}&page=2>; rel="next"'} if more else {}
        ready = self.items[start:start + PAGE]
        return self.reply(make_page(start, len(ready)) if "/made/" in parts.path else b"[" + b",".join(ready) + b"]", link)

    def reply(self, body, headers=None):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True


def serve():
    """In a process of its own, whose time is not counted."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        for number in range(1, N_ITEMS + 1):
            value = item(number)
            Handler.items.append(json.dumps(value).encode())
            Handler.times.append(value["updated_at"])
        server = Server(("127.0.0.1", 0), Handler)
        os.write(theirs, str(server.server_address[1]).encode())
        os.close(theirs)
        server.serve_forever()
    os.close(theirs)
    return child, f"http://127.0.0.1:{int(os.read(ours, 16))}"


def read_floor(url):
    """The least: the same pages asked for over one connection, and their JSON read. Microseconds of the processor."""
    program = f"""
import http.client, json, resource, urllib.parse
url = urllib.parse.urlsplit({url!r})
connection = http.client.HTTPConnection(url.hostname, url.port)
since = ""
while True:
    connection.request("GET", "/api/v3/repos/team/large/issues?state=all&since=" + since)
    answer = connection.getresponse()
    rows = json.loads(answer.read())
    since = rows[-1]["updated_at"]
    if not answer.headers["Link"]:
        break
usage = resource.getrusage(resource.RUSAGE_SELF)
print(int((usage.ru_utime + usage.ru_stime) * 1e6))
"""
    return int(subprocess.run([sys.executable, "-c", program], check=True, capture_output=True).stdout)


def receive(url):
    """The least of all: the same pages asked for and received, and nothing read of them."""
    port = url.rpartition(":")[2]
    return json.loads(subprocess.run([FLOOR, port, "team/large"], check=True, capture_output=True).stdout)


def read(url, project, mirror):
    result = subprocess.run([PROGRAM, "github", f"{url}/{project}", mirror], input=b"\n", check=True, capture_output=True)
    report = json.loads(result.stdout)
    assert report["done"] and report["items"] == N_ITEMS, report
    return report


def ask(url, what):
    """The server, of itself: how many requests there were, or the seconds of the processor that it took."""
    with urllib.request.urlopen(f"{url}/_{what}") as answer:
        return float(answer.read())


def share(cost):
    return cost["cpu_us"] / cost["wall_us"]


def print_shares(first, received, served, made, making):
    n_pages = N_ITEMS / PAGE
    page_ms = first["cpu_us"] / n_pages / 1000
    print(f"That is {page_ms:.2f} ms of the processor for a page of {PAGE}, {first['cpu_us'] / received['cpu_us']:.1f} x a program that "
          f"receives it and reads nothing ({received['cpu_us'] / n_pages / 1000:.3f} ms)")
    print(f"From a server that has its answers ready, and took {served / n_pages * 1000:.2f} ms for a page, it is {share(first):.0%} of "
          f"{first['wall_us'] / 1e6:.1f} s; the other program's is {share(received):.0%} of {received['wall_us'] / 1e6:.1f} s")
    print(f"From one that makes its JSON at each request, and took {making / n_pages * 1000:.2f} ms, it is {share(made):.0%} of "
          f"{made['wall_us'] / 1e6:.1f} s")
    print(f"It is {SHARE_GOAL:.0%} from one that takes {page_ms * (1 / SHARE_GOAL - 1):.1f} ms for a page, and "
          f"{page_ms / (page_ms + 200):.2%} from one that takes 200 ms")


def main():
    child, url = serve()
    floor = read_floor(url)
    received = receive(url)
    with tempfile.TemporaryDirectory() as folder:
        mirror = os.path.join(folder, "mirror.db")
        begin = ask(url, "cpu")
        first = read(url, "team/large", mirror)
        served = ask(url, "cpu") - begin
        before = ask(url, "requests")
        again = read(url, "team/large", mirror)
        n_requests = int(ask(url, "requests") - before)
        begin = ask(url, "cpu")
        made = read(url, "made/large", os.path.join(folder, "made.db"))
        making = ask(url, "cpu") - begin
    os.kill(child, 15)
    os.waitpid(child, 0)
    ratio, memory = first["cpu_us"] / floor, first["peak_kb"] / 1024
    print(f"{N_ITEMS} items of a tracker, read first: {first['cpu_us'] / 1000:.1f} ms, {ratio:.2f} x Python reading their JSON "
          f"({floor / 1000:.1f} ms), the goal is {FLOOR_GOAL:.2f} x")
    print_shares(first, received, served, made, making)
    print(f"Memory: {memory:.0f} MB at most (the goal is {MEMORY_GOAL_MB} MB)")
    print(f"Nothing new: {n_requests} requests for 6 lists, {again['wall_us'] / 1000:.0f} ms")
    return 0 if ratio <= 2 * FLOOR_GOAL and memory < MEMORY_GOAL_MB and n_requests == 6 else 1


sys.exit(main())
