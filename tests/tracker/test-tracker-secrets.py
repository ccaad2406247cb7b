#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A token is sent to its own server, and is nowhere else: in no file, in nothing that is printed even when everything is, and
with no request to another server. usage: test-tracker-secrets.py TRACKER-SYNC-ONCE TRACKER-SERVER"""
import base64
import os
import sys

import sync_once

PROGRAM = sys.argv[1]
TOKEN = "good-token"
JIRA = f"ada@example.org:{TOKEN}"
SERVER, OTHER = sync_once.Server(sys.argv[2]), sync_once.Server(sys.argv[2])
SIGNS = [TOKEN.encode(), base64.b64encode(TOKEN.encode()).rstrip(b"="), base64.b64encode(JIRA.encode()).rstrip(b"=")]
FAULTS = ["good", "private", "html", "circle", "cut", "cut-gzip", "wrong-shape", "deep", "limited", "status-401", "status-403",
          "status-404", "status-422", "status-500", f"elsewhere-{OTHER.port}"]
PATHS = {"github": "team/", "gitlab": "team/sub/", "redmine": "tracker/projects/", "gitea": "team/", "forgejo": "forgejo/team/",
         "jira": "browse/", "jira-server": "jira/browse/"}


def read(folder, service, project, token=TOKEN):
    """One synchronisation that says all it can, in a home of its own."""
    homes = {name: os.path.join(folder, name) for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME",
                                                            "XDG_RUNTIME_DIR", "TMPDIR")}
    for home in homes.values():
        os.makedirs(home, mode=0o700, exist_ok=True)
    mirror = os.path.join(homes["XDG_CACHE_HOME"], "relm", f"{service}-{project}.db")
    environment = {**os.environ, **homes, "G_MESSAGES_DEBUG": "all", "SOUP_DEBUG": "3", "G_DEBUG": ""}
    process = sync_once.start(PROGRAM, service, f"{SERVER.url}/{PATHS[service]}{project}", mirror, token, how="--hasty",
                              env=environment)
    return sync_once.finish(process)


def look_at(text, where):
    for sign in SIGNS:
        assert sign not in text, f"the token is in {where}"


def look_at_files(folder):
    n_files = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(place, name), "rb") as file:
                look_at(file.read(), name)
            n_files += 1
    assert n_files > 0


def is_nowhere(folder):
    for service in PATHS:
        for project in FAULTS:
            report, written = read(folder, service, project, JIRA if service == "jira" else TOKEN)
            assert report is not None, (service, project, written)
            assert report["done"] or project not in ("good", "private"), (service, project, report)
            look_at(written, f"what is printed for {service}, {project}")
    look_at_files(folder)
    look_at(OTHER.log().encode(), "a request to another server")
    assert OTHER.log() == "[]"
    assert TOKEN in SERVER.log()  # so that it was looked for rightly


def bad_token_is_not_said(folder):
    """Neither is one that the server refuses."""
    report, written = read(folder, "github", "good", "secret-of-mine")
    assert not report["done"] and b"secret-of-mine" not in written
    look_at_files(folder)


def is_no_header(folder):
    """One with a line break in it could be taken for more headers."""
    report, _ = read(folder, "gitlab", "good", "good-token\rX-Evil: 1")
    assert report is not None and "X-Evil" not in SERVER.log()


status = sync_once.run([is_nowhere, bad_token_is_not_said, is_no_header])
SERVER.stop()
OTHER.stop()
sys.exit(status)
