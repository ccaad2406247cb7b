# SPDX-License-Identifier: GPL-3.0-or-later
"""What Gitea and Forgejo say of a made-up project, as https://docs.gitea.com/api/ describes it: below
/api/v1/repos/team/PROJECT. It gives at most 30 rows, and names itself by an address that nobody can reach."""
import hashlib
import re
import urllib.parse

from fake_project import EPOCH, TOKEN, Project, strikes, time_text

ROWS_MAX = 30


class Service(Project):
    name = "gitea"
    prefix = ""

    def item(self, number, project):
        closed = self.closed(number)
        item = {
            "id": 900 + number, "number": number, "title": self.title(number), "state": "closed" if closed else "open",
            "user": {"login": "ada"}, "assignees": [{"login": "grace"}] if number % 2 else None,
            "labels": [{"name": "bug"}] if number % 5 == 0 else [], "milestone": {"id": 500 + number % 2, "title": "1.0"},
            "created_at": self.created(number), "updated_at": self.updated(number).replace("Z", "+00:00"), "closed_at": closed,
            "due_date": "2026-03-01T23:59:59+01:00" if number % 4 == 0 else None, "pull_request": None,
            "html_url": f"https://gitea.example/team/{project}/issues/{number}",
        }
        if number % 10 == 0:
            item.update({"merged": bool(closed), "merged_at": closed, "base": {"ref": "main"}, "pull_request": {},
                         "merge_commit_sha": hashlib.sha1(str(number).encode()).hexdigest() if closed else None,
                         "body": f"Fixes #{number - 1}, #{number - 2}."})
        return item

    def short_list(self, what):
        if what == "milestones":
            return [{"id": 500 + n, "title": f"1.{n}", "state": "open", "due_on": f"2026-0{n + 5}-01T23:59:59Z",
                     "updated_at": time_text(EPOCH)} for n in (0, 1)]
        if what == "releases":
            return [{"tag_name": "v1.0", "name": "One", "draft": False, "prerelease": False, "published_at": time_text(EPOCH)}]
        if what == "labels":
            return [{"name": "bug", "color": "d73a4a", "description": "Something is wrong"}]
        if what == "assignees":
            return [{"login": "ada", "full_name": "Ada Lovelace"}, {"login": "grace", "full_name": ""}]
        return None

    def answer(self, handler, path, query):
        good = handler.headers.get("Authorization") == f"token {TOKEN}"
        if path == f"{self.prefix}/api/v1/user":
            return self.answer_json(handler, "good", {"login": "ada"}, status=200 if good else 401)
        match = re.fullmatch(self.prefix + r"/api/v1/repos/team/([^/]+)/([a-z]+)(?:/(\d+))?", path)
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
        return rows is not None and self.answer_json(handler, project, rows, headers={"X-Total-Count": str(len(rows))})

    def page(self, handler, path, query, project, what):
        """The newest first; pull requests come without links and counts, as from old versions."""
        since = urllib.parse.unquote(query.get("since", ""))
        if what == "pulls":
            numbers = [n for n in self.numbers() if n % 10 == 0]
            numbers = numbers[::-1] if query.get("sort") == "recentupdate" else numbers
        else:
            numbers = [n for n in range(self.n_items, 0, -1) if n not in self.deleted and self.updated(n) >= since]
            numbers = [n for n in numbers if n % 10 or query.get("type") != "issues"]
        page, size = int(query.get("page", 1)), min(int(query.get("limit", ROWS_MAX)), ROWS_MAX)
        here = numbers[(page - 1) * size:page * size]
        headers = {}
        if what == "issues":
            headers["X-Total-Count"] = str(len(numbers))
            links = [("next", page + 1)] if page * size < len(numbers) else []
            links += [("first", 1)] if page > 1 else []
            if links:
                headers["Link"] = ",".join(f'<http://localhost:3000{path}?page={n}>; rel="{rel}"' for rel, n in links)
        return self.answer_json(handler, project, [self.item(n, project) for n in here], page, headers,
                                fault_here=what == "issues" and strikes(here))


class Forgejo(Service):
    """Installed below /forgejo."""
    name = "forgejo"
    prefix = "/forgejo"
