#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a repository whose server wants to know who asks, and looks for the password everywhere.

usage: test-private.py RELM-CLI SERVER
"""
import json
import os
import subprocess
import tempfile

from cli_run import call, check, end, files_with, serving


def write(folder, name, *locations):
    sources = [{"id": f"src-{number}", "name": f"Source {number}", "location": location} for number, location in enumerate(locations)]
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        json.dump({"relm": 1, "name": "Plan", "sources": sources}, file)


def make_repository(folder):
    os.makedirs(folder)
    environment = dict(os.environ, HOME=folder, GIT_CONFIG_NOSYSTEM="1")
    for words in (["init", "-q", "-b", "main"], ["commit", "-q", "--allow-empty", "-m", "feat: For members"]):
        subprocess.run(["git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org", *words], cwd=folder, env=environment,
                       check=True, capture_output=True)


# name, what comes from the standard input, exit status, words of the answer
CALLS = [
    ("nobody", None, 1, "Sign in"),
    ("a wrong password", "tester:wrong", 1, "does not accept"),
    ("nothing", "", 2, "standard input"),
    ("a name and a password", "tester:s3cret:pä\n", 0, "up to date"),
    ("nobody, later", None, 1, "Sign in"),
    ("a token", "t0ken", 0, "up to date"),
]


def test(folder, port):
    host = f"http://127.0.0.1:{port}"
    make_repository(os.path.join(folder, "project"))
    write(folder, "plan.relm", f"{host}/members/project")
    write(folder, "two.relm", f"{host}/members/project", f"http://localhost:{port}/members/project")
    write(folder, "local.relm", "project")
    for name, secret, status, answer in CALLS:
        words = [] if secret is None else ["--token-stdin"]
        got, output, errors = call(folder, "sync", "plan.relm", *words, stdin=secret or "")
        check(got == status and answer in output + errors, "sync as " + name, output + errors)
    got, output, errors = call(folder, "changelog", "plan.relm", "--offline")
    check(got == 0 and "- For members" in output, "changelog", output + errors)
    got, output, errors = call(folder, "changelog", "plan.relm")
    check(got == 2 and output == "" and "Sign in" in errors and "--offline" in errors, "changelog as nobody", output + errors)
    for name in ("two.relm", "local.relm"):
        got, output, errors = call(folder, "sync", name, "--token-stdin", stdin="t0ken")
        check(got == 2 and "--token-stdin" in errors, "not clear for whom: " + name, output + errors)
    found = files_with(folder, "s3cret") + files_with(folder, "t0ken")
    check(not found, "the password is nowhere", found)


with tempfile.TemporaryDirectory() as work:
    with serving(work) as port:
        test(work, port)
end()
