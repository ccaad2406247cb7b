# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be wrong with a server. Each fault is named by the project that is asked for, and strikes at the second page of
the longest list, so that something is there already; the first page of any other list is as it should be."""
import email.utils
import gzip
import io
import json
import socket
import struct
import time


class Answer:
    """What a service wants to say."""

    def __init__(self, project, page, body, headers=None, status=200, fault_here=False):
        self.project, self.page, self.body, self.status, self.fault_here = project, page, body, status, fault_here
        self.headers = {"Content-Type": "application/json; charset=utf-8", **(headers or {})}


def reset(handler):
    """The connection ends as if the cable were cut."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.close()


def drip(handler, answer):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[")
    while True:
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def drip_headers(handler, answer):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        handler.wfile.write(b"X-Slow: 1\r\n")
        handler.wfile.flush()
        time.sleep(0.05)


def stall(handler, answer):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n[")
    handler.wfile.flush()
    time.sleep(60)


def cut(handler, answer):
    """Breaks off in the middle of what was promised."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(answer.body)))
    handler.end_headers()
    handler.wfile.write(answer.body[:len(answer.body) // 2])
    handler.wfile.flush()
    reset(handler)


def wrong_length(handler, answer):
    handler.reply(200, {**answer.headers, "Content-Length": str(len(answer.body) - 10)}, answer.body[:-10])
    handler.close_connection = True


def cut_gzip(handler, answer):
    body = gzip.compress(answer.body)
    handler.reply(200, {**answer.headers, "Content-Encoding": "gzip"}, body[:len(body) // 2])


def bomb(handler, answer):
    body = gzip.compress(b"[" + b" " * (256 * 1024 * 1024) + b"]")
    handler.reply(200, {**answer.headers, "Content-Encoding": "gzip"}, body)


def endless(handler, answer):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[0")
    while True:
        handler.wfile.write(b",0" * 32768)


def html(handler, answer):
    handler.reply(200, {"Content-Type": "text/html"}, b"<html><title>Down for maintenance</title>")


def elsewhere(handler, answer):
    """Another server is asked by the name that this one knows it by."""
    host, _, port = handler.headers["Host"].partition(":")
    other = answer.project.rpartition("-")[2]
    handler.reply(302, {"Location": f"http://{host}:{other if other.isdigit() else port}/_log"}, b"")


def circle(handler, answer):
    handler.reply(302, {"Location": handler.path}, b"")


def not_utf8(handler, answer):
    handler.reply(200, answer.headers, answer.body.replace(b"Issue", b"Iss\xff\xfee"))


def long_title(handler, answer):
    handler.reply(200, answer.headers, answer.body.replace(b"Issue 101", b"x" * (10 * 1024 * 1024)))


def deep(handler, answer):
    handler.reply(200, answer.headers, b"[" * 100000)


def wrong_shape(handler, answer):
    handler.reply(200, answer.headers, b'{"message": "what?"}')


def limited(handler, answer):
    handler.reply(429, {"Content-Type": "application/json", "Retry-After": "3000"}, b"{}")


def limited_for_a_moment(handler, answer):
    """Only the first time."""
    if handler.path in MOMENTS:
        return handler.reply(200, answer.headers, answer.body)
    MOMENTS.add(handler.path)
    reset_at = str(int(time.time()) + 1)
    return handler.reply(403, {"Content-Type": "application/json", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset_at}, b"{}")


def broken_for_a_moment(handler, answer):
    """Only the first time."""
    if handler.path in MOMENTS:
        return handler.reply(200, answer.headers, answer.body)
    MOMENTS.add(handler.path)
    return handler.reply(502, {"Content-Type": "text/html"}, b"<html>Bad Gateway")


def reset_for_a_moment(handler, answer):
    """Only the first time, in the middle of the answer."""
    if handler.path in MOMENTS:
        return handler.reply(200, answer.headers, answer.body)
    MOMENTS.add(handler.path)
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n[")
    handler.wfile.flush()
    return reset(handler)


def limited_by_clock(offset, header):
    """The server's clock goes wrong, and it says by that clock until when it wants to be left alone; only the first time."""
    def strike(handler, answer):
        if handler.path in MOMENTS:
            return handler.reply(200, answer.headers, answer.body)
        MOMENTS.add(handler.path)
        now = time.time() + offset
        handler.date_time_string = lambda timestamp=None: email.utils.formatdate(now, usegmt=True)
        until = {"Retry-After": email.utils.formatdate(now + 1, usegmt=True)} if header == "Retry-After" else \
            {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(now) + 1)}
        return handler.reply(403, {"Content-Type": "application/json", **until}, b"{}")
    return strike


TITLE = "<b>&amp;</b> <a href='x:y'>\u202egnp.exe\u2066 \u0007\u001b[31m\u0000 \u200f%s%n"


def hostile_title(handler, answer):
    handler.reply(200, answer.headers, answer.body.replace(b'"Issue 101"', json.dumps(TITLE).encode()))


def reset_at(handler, answer):
    """The connection ends after so many bytes of the answer, of which the headers are a part."""
    n_bytes = int(answer.project.rpartition("-")[2])
    whole, handler.wfile = handler.wfile, io.BytesIO()
    handler.reply(answer.status, answer.headers, answer.body)
    text, handler.wfile = handler.wfile.getvalue(), whole
    handler.wfile.write(text[:n_bytes])
    handler.wfile.flush()
    if n_bytes < len(text):
        reset(handler)


DAY = 86400
MOMENTS = set()
FAULTS = {
    "drip": drip, "drip-headers": drip_headers, "stall": stall, "cut": cut, "wrong-length": wrong_length, "cut-gzip": cut_gzip,
    "bomb": bomb, "endless": endless, "html": html, "circle": circle, "not-utf8": not_utf8, "long-title": long_title,
    "deep": deep, "wrong-shape": wrong_shape, "limited": limited, "limited-for-a-moment": limited_for_a_moment,
    "broken-for-a-moment": broken_for_a_moment, "reset-for-a-moment": reset_for_a_moment, "hostile-title": hostile_title,
    "clock-ahead": limited_by_clock(400 * DAY, "X-RateLimit-Reset"), "clock-behind": limited_by_clock(-400 * DAY, "X-RateLimit-Reset"),
    "date-ahead": limited_by_clock(400 * DAY, "Retry-After"), "date-behind": limited_by_clock(-400 * DAY, "Retry-After"),
}


def reply(handler, answer):
    if answer.project.startswith("reset-at-") and "/issues" in handler.path:
        reset_at(handler, answer)
    elif answer.fault_here and answer.project.startswith("elsewhere"):
        elsewhere(handler, answer)
    elif answer.fault_here and answer.project.startswith("status-"):
        handler.reply(int(answer.project.rpartition("-")[2]), {"Content-Type": "application/json"}, b"{}")
    elif answer.fault_here and answer.project in FAULTS:
        FAULTS[answer.project](handler, answer)
    else:
        handler.reply(answer.status, answer.headers, b"" if answer.status == 304 else answer.body)
