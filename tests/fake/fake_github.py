# SPDX-License-Identifier: GPL-3.0-or-later
"""What GitHub says of a made-up project, as https://docs.github.com/rest describes it: below /api/v3/repos/team/PROJECT."""
import hashlib
import re

from fake_project import EPOCH, TOKEN, Project, next_link, strikes, time_text


class Service(Project):
    name = "github"

    def item(self, number, project):
        """Each tenth is a pull request."""
        closed = self.closed(number)
        item = {
            "number": number, "title": self.title(number), "state": "closed" if closed else "open",
            "user": {"login": "ada"}, "assignees": [{"login": "grace"}] if number % 2 else [],
            "labels": [{"name": "bug"}] if number % 5 == 0 else [],
            "milestone": {"number": 1 + number % 2}, "created_at": self.created(number), "updated_at": self.updated(number),
            "closed_at": closed, "html_url": f"https://github.example/team/{project}/issues/{number}",
            "body": f"Fixes #{number - 1}, #{number - 2}.",
        }
        if number % 10 == 0:
            item["pull_request"] = {}
            item["base"] = {"ref": "main"}
            item["merged_at"] = closed
            item["merge_commit_sha"] = hashlib.sha1(str(number).encode()).hexdigest() if closed else None
        elif closed:
            item["state_reason"] = "not_planned" if number % 9 == 0 else "completed"
        return item

    def short_list(self, what):
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

    def answer(self, handler, path, query):
        good = handler.headers.get("Authorization") == f"Bearer {TOKEN}"
        if path == "/api/v3/user":
            return self.answer_json(handler, "good", {"login": "ada"}, status=200 if good else 401)
        match = re.fullmatch(r"/api/v3/repos/team/([^/]+)/([a-z]+)(?:/(\d+))?", path)
        if not match:
            return None
        project, what, number = match.groups()
        if project == "private" and not good:
            return self.answer_json(handler, project, {}, status=404)
        if number:
            gone = what == "milestones" or int(number) in self.deleted
            return self.answer_json(handler, project, {} if gone else self.item(int(number), project), status=404 if gone else 200)
        if what in ("issues", "pulls"):
            return self.page(handler, path, query, project, what)
        rows = self.short_list(what)
        return rows is not None and self.answer_json(handler, project, rows)

    def page(self, handler, path, query, project, what):
        numbers = [n for n in self.numbers() if self.updated(n) >= query.get("since", "")]
        if what == "pulls":
            numbers = [n for n in reversed(numbers) if n % 10 == 0]
        page, size = int(query.get("page", 1)), int(query.get("per_page", 30))
        here = numbers[(page - 1) * size:page * size]
        headers = {"Link": next_link(handler, path, query, page)} if page * size < len(numbers) else {}
        return self.answer_json(handler, project, [self.item(n, project) for n in here], page, headers,
                                fault_here=what == "issues" and strikes(here))
