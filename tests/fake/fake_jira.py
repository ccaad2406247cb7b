# SPDX-License-Identifier: GPL-3.0-or-later
"""What Jira says of made-up projects, as https://developer.atlassian.com/cloud/jira/platform/rest/v3/ and
https://developer.atlassian.com/server/jira/platform/rest/ describe it: in the cloud below /rest/api/3, where pages are as short
as it likes, and elsewhere below /jira/rest/api/2. Its clock in JQL is that of who asks, who lives at UTC-8."""
import base64
import datetime
import re

from fake_project import TOKEN, Project, strikes

ZONE = datetime.timezone(datetime.timedelta(hours=-8))


class Service(Project):
    name = "jira"
    root = "/rest/api/3"
    search = "/search/jql"
    authorization = "Basic " + base64.b64encode(f"ada@example.org:{TOKEN}".encode()).decode()
    rows_max = 80

    def person(self, name):
        return {"accountId": f"5b10:{name}", "displayName": name.title()}

    def item(self, number, project):
        closed = self.closed(number)
        category = "done" if closed else "indeterminate" if number % 4 == 0 else "new"
        resolution = {"name": "Won't Do" if number % 9 == 0 else "Done"} if closed else None
        fields = {
            "summary": self.title(number), "status": {"name": "Erledigt" if closed else "Offen", "statusCategory": {"key": category}},
            "resolution": resolution, "resolutiondate": closed.replace("Z", ".000+0000") if closed else None,
            "issuetype": {"name": "Story"}, "priority": {"name": "High"}, "labels": ["bug"] if number % 5 == 0 else [],
            "assignee": self.person("grace") if number % 2 else None, "reporter": self.person("ada"),
            "fixVersions": [{"id": str(10100 + number % 2), "name": "1.0"}], "created": self.created(number).replace("Z", ".000+0000"),
            "updated": self.updated(number).replace("Z", ".000+0000"), "duedate": "2020-03-01" if number % 4 == 0 else None,
        }
        return {"id": str(20000 + number), "key": f"{project}-{number}", "fields": fields}

    def found(self, jql):
        """Numbers, and the key of the project; None when it is not understood."""
        match = re.fullmatch(r'project = "(\w+)"(?: AND updated >= "([\d-]+ [\d:]+)")? ORDER BY key ASC', jql)
        if not match:
            return None, None
        since = datetime.datetime.strptime(match[2], "%Y-%m-%d %H:%M").replace(tzinfo=ZONE) if match[2] else None
        numbers = [n for n in sorted(self.numbers()) if not since or datetime.datetime.fromisoformat(self.updated(n)) >= since]
        return match[1], numbers

    def short_list(self, what):
        if what.startswith("/project/"):
            return [{"id": str(10100 + n), "name": f"1.{n}", "released": n == 0, "archived": False, "startDate": "2020-01-01",
                     "releaseDate": f"2020-0{n + 5}-01"} for n in (0, 1)]
        if what == "/user/assignable/search":
            return [self.person("ada"), self.person("grace")]
        return None

    def answer(self, handler, path, query):
        if not path.startswith(self.root + "/"):
            return None
        what, good = path[len(self.root):], handler.headers.get("Authorization") == self.authorization
        if what == "/myself":
            return self.answer_json(handler, "good", self.person("ada"), status=200 if good else 401)
        if what == self.search:
            return self.page(handler, query, good)
        one = re.fullmatch(r"/issue/\w+-(\d+)", what)
        if one:
            gone = int(one[1]) in self.deleted
            return self.answer_json(handler, "good", {} if gone else self.item(int(one[1]), "GOOD"), status=404 if gone else 200)
        rows = self.short_list(what)
        if rows is not None and "PRIVATE" in handler.path and not good:
            return self.answer_json(handler, "private", {"errorMessages": ["No project could be found"]}, status=404)
        return rows is not None and self.answer_json(handler, "good", rows)

    def page(self, handler, query, good):
        """For somebody who may not see it, a project is one that is not there, which makes the question wrong."""
        key, numbers = self.found(query.get("jql", ""))
        if key is None or (key == "PRIVATE" and not good):
            return self.answer_json(handler, "private", {"errorMessages": ["The value does not exist for the field 'project'."]}, status=400)
        start = int(query.get("nextPageToken", "t0")[1:]) if self.search.endswith("jql") else int(query.get("startAt", 0))
        size = min(int(query.get("maxResults", 50)), self.rows_max)
        here = numbers[start:start + size]
        fields = set(query.get("fields", "").split(","))
        issues = [self.item(n, key) for n in here]
        for issue in issues:
            issue["fields"] = {name: value for name, value in issue["fields"].items() if name in fields}
        rows = {"issues": issues, **self.where(start, size, len(numbers))}
        return self.answer_json(handler, key.lower().replace("_", "-"), rows, 1 + start // size, fault_here=strikes(here))

    def where(self, start, size, n_all):
        return {"nextPageToken": f"t{start + size}", "isLast": False} if start + size < n_all else {"isLast": True}


class DataCenter(Service):
    """Installed below /jira."""
    name = "jira-server"
    root = "/jira/rest/api/2"
    search = "/search"
    authorization = f"Bearer {TOKEN}"
    rows_max = 50

    def person(self, name):
        return {"name": name, "key": f"JIRAUSER1{len(name)}", "displayName": name.title()}

    def where(self, start, size, n_all):
        return {"startAt": start, "maxResults": size, "total": n_all}
