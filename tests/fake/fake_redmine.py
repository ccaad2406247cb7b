# SPDX-License-Identifier: GPL-3.0-or-later
"""What Redmine says of a made-up project, as https://www.redmine.org/projects/redmine/wiki/Rest_api describes it, installed
below /tracker. It takes a wrong key for nobody's, gives at most a hundred rows, and without being asked only what is open."""
import re

from fake_project import EPOCH, TOKEN, Project, strikes, time_text
from tracker_faults import Answer


class Service(Project):
    name = "redmine"

    def item(self, number, project):
        closed = self.closed(number)
        status = "Rejected" if closed and number % 9 == 0 else "Closed" if closed else "In Progress" if number % 4 == 0 else "New"
        item = {
            "id": number, "project": {"id": 1, "name": project}, "tracker": {"id": 1, "name": "Bug"},
            "status": {"id": 5, "name": status, "is_closed": bool(closed)}, "priority": {"id": 2, "name": "Normal"},
            "author": {"id": 11, "name": "Ada Lovelace"}, "category": {"id": 3, "name": "Core"},
            "fixed_version": {"id": 20 + number % 2, "name": "1.0"}, "subject": self.title(number), "description": "h2. Text\r\n",
            "due_date": "2026-03-01" if number % 4 == 0 else None, "done_ratio": 0, "created_on": self.created(number),
            "updated_on": self.updated(number), "closed_on": closed,
        }
        if number % 2:
            item["assigned_to"] = {"id": 12, "name": "Grace Hopper"}
        return item

    def short_list(self, what):
        if what == "versions":
            return {"versions": [{"id": 20 + n, "name": f"1.{n}", "description": "", "status": "open", "due_date": f"2026-0{n + 5}-01",
                                  "updated_on": time_text(EPOCH)} for n in (0, 1)], "total_count": 2}
        if what == "issue_categories":
            return {"issue_categories": [{"id": 3, "name": "Core"}], "total_count": 1}
        if what == "memberships":
            users = [{"id": n, "user": {"id": n, "name": name}} for n, name in ((11, "Ada Lovelace"), (12, "Grace Hopper"))]
            group = {"id": 3, "group": {"id": 13, "name": "Everybody"}}
            return {"memberships": users + [group], "total_count": 3, "offset": 0, "limit": 100}
        return None

    def answer(self, handler, path, query):
        key = handler.headers.get("X-Redmine-API-Key")
        if path == "/tracker/users/current.json":
            if key != TOKEN:
                return Answer("good", 1, b"", status=401)
            return self.answer_json(handler, "good", {"user": {"id": 11, "login": "ada"}})
        if path == "/tracker/issues.json":
            return self.guard(query.get("project_id"), key) or self.page(handler, query)
        one = re.fullmatch(r"/tracker/(issues|versions)/(\d+)\.json", path)
        if one:
            gone = one[1] == "versions" or int(one[2]) in self.deleted
            return Answer("good", 1, b"", status=404) if gone else self.answer_json(handler, "good", {"issue": self.item(int(one[2]), "")})
        match = re.fullmatch(r"/tracker/projects/([^/]+)/([a-z_]+)\.json", path)
        rows = self.short_list(match[2]) if match else None
        return rows is not None and (self.guard(match[1], key) or self.answer_json(handler, match[1], rows))

    def guard(self, project, key):
        """Bodies of refusals are empty."""
        return Answer(project, 1, b"", status=401) if project == "private" and key != TOKEN else None

    def page(self, handler, query):
        numbers = [n for n in self.numbers() if self.updated(n) >= query.get("updated_on", "").removeprefix(">=")]
        if query.get("status_id") != "*":
            numbers = [n for n in numbers if not self.closed(n)]
        if query.get("sort") != "updated_on,id":
            numbers.sort(reverse=True)
        offset, limit = int(query.get("offset", 0)), min(int(query.get("limit", 25)) or 25, 100)
        here = numbers[offset:offset + limit]
        project = query["project_id"]
        rows = {"issues": [self.item(n, project) for n in here], "total_count": len(numbers), "offset": offset, "limit": limit}
        return self.answer_json(handler, project, rows, 1 + offset // limit, fault_here=strikes(here))
