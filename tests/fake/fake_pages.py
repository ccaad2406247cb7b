# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages for people, as the services show them: what is in them tells which service it is. Below /at/SERVICE/, as if it were
installed there; and at the addresses of the projects that the made-up services have, so that one can be pasted."""
import re

from tracker_faults import Answer

PAGES = {
    # lib/gitlab/gon_helper.rb and app/views/layouts/_head.html.haml
    "gitlab": ({"X-Gitlab-Meta": '{"correlation_id":"1"}'},
               '<meta content="GitLab" property="og:site_name"><script>window.gon={};gon.api_version="v4";'
               'gon.relative_url_root="/at/gitlab";</script>'),
    # app/views/layouts/base.html.erb
    "redmine": ({"Set-Cookie": "_redmine_session=x; path=/; HttpOnly"}, '<meta name="description" content="Redmine" />'),
    # templates/base/head.tmpl
    "gitea": ({"Set-Cookie": "i_like_gitea=x; Path=/; HttpOnly"},
              '<meta name="author" content="Gitea - Git with a cup of tea">'),
    "forgejo": ({"Set-Cookie": "i_like_gitea=x; Path=/; HttpOnly"},
                '<meta name="author" content="Forgejo – Beyond coding. We forge.">'),
    # atlassian-jira/includes/decorators of Data Center
    "jira-server": ({"X-AREQUESTID": "1x1x1"}, '<meta name="application-name" content="JIRA" data-name="Jira">'),
    "github": ({"X-GitHub-Request-Id": "1"}, '<meta property="og:site_name" content="GitHub">'),
    "wordpress": ({}, '<meta name="generator" content="WordPress 6">'),
}


# Redmine's shows itself at one project alone: another one is for a person who has to say what it is.
PROJECTS = {"github": r"/team/[\w-]+", "gitlab": r"/team/sub/[\w-]+", "forgejo": r"/forgejo/team/[\w-]+",
            "redmine": "/tracker/projects/good", "jira-server": r"/jira/browse/[\w-]+"}


def page(service, missing, folder=""):
    headers, html = PAGES.get(service, ({}, ""))
    body = f"<!DOCTYPE html><html><head>{html}</head></html>".replace("/at/gitlab", folder).encode()
    return Answer("page", 1, body, {**headers, "Content-Type": "text/html; charset=utf-8"}, 404 if missing else 200)


class Service:
    name = "pages"

    def set(self, what, value):
        pass

    def answer(self, handler, path, query):
        parts = path.split("/")
        if parts[1] != "at":
            service = next((name for name, pattern in PROJECTS.items() if re.fullmatch(pattern, path)), None)
            return service and page(service, parts[-1] == "missing")
        if parts[2].startswith("to-"):  # another server
            return Answer("page", 1, b"", {"Location": f"http://127.0.0.1:{parts[2][3:]}/at/gitlab/team/good"}, 302)
        if parts[2] == "moved":
            return Answer("page", 1, b"", {"Location": "/at/" + "/".join(parts[3:])}, 302)
        return page(parts[2], parts[-1] == "missing", "/at/gitlab")
