# SPDX-License-Identifier: GPL-3.0-or-later
"""A made-up project, which every made-up tracker tells of in its own way."""
import hashlib
import json
import time
import urllib.parse

from tracker_faults import Answer

N_ITEMS = 250
EPOCH = 1577836800  # 2020-01-01
TOKEN = "good-token"


def time_text(seconds):
    day, rest = divmod(seconds - EPOCH, 86400)
    month, day_of_month = divmod(day, 28)
    return f"{2020 + month // 12}-{month % 12 + 1:02}-{day_of_month + 1:02}T{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}Z"


class Project:
    """Its items are numbered from 1 on, and change one after the other, ten minutes apart; each third is closed."""
    name = None

    def __init__(self):
        self.changed, self.deleted, self.n_items = {}, set(), N_ITEMS

    def set(self, what, value):
        """changed=NUMBER: that item has a new title; ahead=NUMBER: and that in the future; now=NUMBER: and that just now;
        deleted=NUMBER: it is gone; items=NUMBER: so many there are."""
        if what == "changed":
            self.changed[int(value)] = time_text(EPOCH + 8 * 86400 + len(self.changed) * 3600)
        elif what == "deleted":
            self.deleted.add(int(value))
        elif what == "ahead":
            self.changed[int(value)] = "2999-01-01T00:00:00Z"
        elif what == "now":
            self.changed[int(value)] = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        elif what == "items":
            self.n_items = int(value)

    def numbers(self):
        """All that are there, in the order in which they changed."""
        return sorted((n for n in range(1, self.n_items + 1) if n not in self.deleted), key=self.updated)

    def updated(self, number):
        return self.changed.get(number, time_text(EPOCH + number * 600))

    def created(self, number):
        return time_text(EPOCH + number * 60)

    def closed(self, number):
        return time_text(EPOCH + number * 600) if number % 3 == 0 else None

    def title(self, number):
        return f"Issue {number}, said better" if number in self.changed else f"Issue {number}"

    def answer_json(self, handler, project, value, number=1, headers=None, status=200, fault_here=False):
        """With an ETag, and 304 where the client has that already."""
        body = json.dumps(value).encode()
        headers = {"ETag": f'W/"{hashlib.sha1(body).hexdigest()}"', **(headers or {})}
        if status == 200 and handler.headers.get("If-None-Match") == headers["ETag"]:
            status = 304
        return Answer(project, number, body, headers, status, fault_here)


def strikes(numbers):
    """Whether a page of items is neither the first nor the last one: where faults strike."""
    return bool(numbers) and 90 <= numbers[0] < 190


def next_link(handler, path, query, number):
    following = urllib.parse.urlencode({**query, "page": number + 1})
    return f'<http://{handler.headers["Host"]}{path}?{following}>; rel="next", <{path}?page=9>; rel="last"'
