# SPDX-License-Identifier: GPL-3.0-or-later
"""What GitHub says of a made-up project, as https://docs.github.com/rest describes it: below /api/v3/repos/team/PROJECT."""
import hashlib
import json
import re
import urllib.parse

from tracker_faults import Answer

N_ITEMS = 250
EPOCH = 1767225600  # 2026-01-01


def time_text(seconds):
    day, rest = divmod(seconds - EPOCH, 86400)
    month, day_of_month = divmod(day, 28)
    return f"2026-{month + 1:02}-{day_of_month + 1:02}T{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}Z"


class Service:
    name = "github"

    def __init__(self):
        self.changed, self.deleted, self.n_items = {}, set(), N_ITEMS

    def set(self, what, value):
        """changed=NUMBER: that item has a new title; deleted=NUMBER: it is gone; items=NUMBER: so many there are."""
        if what == "changed":
            self.changed[int(value)] = time_text(EPOCH + 8 * 86400 + len(self.changed) * 3600)
        elif what == "deleted":
            self.deleted.add(int(value))
        elif what == "items":
            self.n_items = int(value)

    def item(self, number, project):
        """Each tenth is a pull request."""
        pull = number % 10 == 0
        closed = number % 3 == 0
        item = {
            "number": number, "title": f"Issue {number}", "state": "closed" if closed else "open",
            "user": {"login": "ada"}, "assignees": [{"login": "grace"}] if number % 2 else [],
            "labels": [{"name": "bug"}] if number % 5 == 0 else [],
            "milestone": {"number": 1 + number % 2}, "created_at": time_text(EPOCH + number * 60),
            "updated_at": self.changed.get(number, time_text(EPOCH + number * 600)),
            "closed_at": time_text(EPOCH + number * 600) if closed else None,
            "html_url": f"https://github.example/team/{project}/issues/{number}", "body": f"Fixes #{number - 1}, #{number - 2}.",
        }
        if number in self.changed:
            item["title"] = f"Issue {number}, said better"
        if pull:
            item["pull_request"] = {}
            item["base"] = {"ref": "main"}
            item["merged_at"] = item["closed_at"]
            item["merge_commit_sha"] = hashlib.sha1(str(number).encode()).hexdigest() if closed else None
        elif closed:
            item["state_reason"] = "not_planned" if number % 9 == 0 else "completed"
        return item

    def rows(self, what, project, query):
        numbers = [n for n in range(1, self.n_items + 1) if n not in self.deleted]
        if what == "issues":
            rows = [self.item(n, project) for n in numbers]
            rows = [r for r in rows if r["updated_at"] >= query.get("since", "")]
            return sorted(rows, key=lambda r: r["updated_at"])
        if what == "pulls":
            return sorted((self.item(n, project) for n in numbers if n % 10 == 0), key=lambda r: r["updated_at"], reverse=True)
        if what == "milestones":
            return [{"number": n, "title": f"1.{n}", "state": "open", "due_on": f"2026-0{n + 5}-01T07:00:00Z",
                     "updated_at": time_text(EPOCH)} for n in (1, 2)]
        if what == "releases":
            return [{"tag_name": "v1.0", "name": "One", "draft": False, "prerelease": False, "published_at": time_text(EPOCH)}]
        if what == "labels":
            return [{"name": "bug", "color": "d73a4a", "description": "Something is wrong"}]
        if what == "assignees":
            return [{"login": "ada"}, {"login": "grace"}]
        return None

    def one(self, what, project, number):
        if what == "milestones" or number in self.deleted:
            return None
        return self.item(number, project)

    def answer(self, handler, path, query):
        if path == "/api/v3/user":
            good = handler.headers.get("Authorization") == "Bearer good-token"
            return Answer("good", 1, json.dumps({"login": "ada"}).encode(), status=200 if good else 401)
        match = re.fullmatch(r"/api/v3/repos/team/([^/]+)/([a-z]+)(?:/(\d+))?", path)
        if not match:
            return None
        project, what, number = match.groups()
        if project == "private" and handler.headers.get("Authorization") != "Bearer good-token":
            return Answer(project, 1, b"{}", status=404)
        if number:
            row = self.one(what, project, int(number))
            return Answer(project, 1, json.dumps(row).encode(), status=200 if row else 404)
        rows = self.rows(what, project, query)
        return rows is not None and self.page(handler, path, query, project, what, rows)

    def page(self, handler, path, query, project, what, rows):
        number, size = int(query.get("page", 1)), int(query.get("per_page", 30))
        body = json.dumps(rows[(number - 1) * size:number * size]).encode()
        headers = {"ETag": f'W/"{hashlib.sha1(body).hexdigest()}"'}
        if number * size < len(rows):
            following = urllib.parse.urlencode({**query, "page": number + 1})
            headers["Link"] = f'<http://{handler.headers["Host"]}{path}?{following}>; rel="next", <{path}?page=9>; rel="last"'
        status = 304 if handler.headers.get("If-None-Match") == headers["ETag"] else 200
        return Answer(project, number, body, headers, status, fault_here=what == "issues" and number == 2)
