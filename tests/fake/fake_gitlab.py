# SPDX-License-Identifier: GPL-3.0-or-later
"""What GitLab says of a made-up project, as https://docs.gitlab.com/api/ describes it: below
/api/v4/projects/team%2Fsub%2FPROJECT, where the slashes must be encoded. It counts merge requests apart from issues."""
import hashlib
import re

from fake_project import EPOCH, TOKEN, Project, next_link, strikes, time_text


class Service(Project):
    name = "gitlab"

    def item(self, number, project):
        item = {
            "id": 7000 + number, "iid": number, "title": self.title(number), "state": "closed" if self.closed(number) else "opened",
            "author": {"username": "ada"}, "assignees": [{"username": "grace"}] if number % 2 else [],
            "labels": ["bug", "needs, a comma"] if number % 5 == 0 else [], "milestone": {"id": 4000 + number % 2, "iid": 1},
            "created_at": self.created(number).replace("Z", ".123Z"), "updated_at": self.updated(number).replace("Z", ".123Z"),
            "closed_at": self.closed(number), "due_date": "2026-03-01" if number % 4 == 0 else None,
            "web_url": f"https://gitlab.example/team/sub/{project}/-/issues/{number}",
        }
        return self.as_merge_request(item, number) if number % 10 == 0 else self.as_issue(item, number)

    def as_issue(self, item, number):
        return {**item, "issue_type": "incident" if number % 7 == 0 else "issue", "moved_to_id": 9999 if number % 9 == 0 else None}

    def as_merge_request(self, item, number):
        """A third of them was merged, one way or the other."""
        merged = self.closed(number)
        sha = hashlib.sha1(str(number).encode()).hexdigest()
        return {**item, "state": "merged" if merged else "opened", "merged_at": merged, "closed_at": None, "sha": "a" * 40,
                "merge_commit_sha": sha if merged and number % 20 else None, "squash_commit_sha": sha if merged else None,
                "target_branch": "main", "description": f"Closes #{number - 1} and #{number - 2}"}

    def short_list(self, what, query):
        if what == "milestones":
            own = [{"id": 4000 + n, "iid": 1 + n, "project_id": 3, "title": f"1.{n}", "state": "active", "start_date": "2026-01-01",
                    "due_date": f"2026-0{n + 5}-01", "updated_at": time_text(EPOCH)} for n in (0, 1)]
            group = {"id": 4100, "iid": 1, "group_id": 5, "title": "Autumn", "state": "closed", "updated_at": time_text(EPOCH)}
            return own + ([group] if query.get("include_ancestors") == "true" else [])
        if what == "releases":
            return [{"tag_name": "v1.0", "name": "One", "released_at": time_text(EPOCH), "upcoming_release": False,
                     "milestones": [{"id": 4000, "iid": 1}]}]
        if what == "labels":
            return [{"id": 1, "name": "bug", "color": "#d73a4a", "description": "Something is wrong"}]
        if what == "members/all":
            return [{"username": "ada", "name": "Ada"}, {"username": "grace", "name": "Grace"}]
        return None

    def answer(self, handler, path, query):
        good = handler.headers.get("PRIVATE-TOKEN") == TOKEN
        if path == "/api/v4/user":
            return self.answer_json(handler, "good", {"username": "ada"}, status=200 if good else 401)
        match = re.fullmatch(r"/api/v4/projects/team%2Fsub%2F([^/]+)/(members/all|[a-z_]+)(?:/(\d+))?", path)
        if not match:
            return None
        project, what, number = match.groups()
        if project == "private" and not good:
            return self.answer_json(handler, project, {}, status=404)
        if number:
            gone = what == "milestones" or int(number) in self.deleted or (what == "merge_requests") != (int(number) % 10 == 0)
            return self.answer_json(handler, project, {} if gone else self.item(int(number), project), status=404 if gone else 200)
        if what in ("issues", "merge_requests"):
            return self.page(handler, path, query, project, what)
        if what == "members/all" and not good:
            return self.answer_json(handler, project, {"message": "401 Unauthorized"}, status=401)
        rows = self.short_list(what, query)
        return rows is not None and self.answer_json(handler, project, rows)

    def page(self, handler, path, query, project, what):
        """Merge requests come without “Link”, as from behind some proxies."""
        merge_requests = what == "merge_requests"
        numbers = [n for n in self.numbers() if self.updated(n) >= query.get("updated_after", "")]
        numbers = [n for n in numbers if (n % 10 == 0) == merge_requests]
        if (query.get("order_by"), query.get("sort")) != ("updated_at", "asc"):
            numbers.sort(reverse=True)
        page, size = int(query.get("page", 1)), min(int(query.get("per_page", 20)), 10 if merge_requests else 100)
        here = numbers[(page - 1) * size:page * size]
        more = page * size < len(numbers)
        headers = {"X-Next-Page": str(page + 1) if more else ""}
        if more and not merge_requests:
            headers["Link"] = next_link(handler, path, query, page)
        return self.answer_json(handler, project, [self.item(n, project) for n in here], page, headers,
                                fault_here=not merge_requests and strikes(here))
