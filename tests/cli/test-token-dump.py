#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a core dump of relm-cli tells, after it took tokens from the keyring and read trackers with them, while it waits for yet
another tracker. A program without a token leaves one with all that is in its memory. usage: test-token-dump.py RELM-CLI SERVER SECRET-SERVICE"""
import base64
import contextlib
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time

CLI, SERVER, KEYRING = (os.path.abspath(path) for path in sys.argv[1:4])
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tracker"))
import sync_once  # noqa: E402

TOKEN = "good-token"
JIRA = f"ada@example.org:{TOKEN}"
SIGNS = [TOKEN.encode(), base64.b64encode(TOKEN.encode()).rstrip(b"="), base64.b64encode(JIRA.encode()).rstrip(b"=")]
PATHS = {"github": "team/private", "gitlab": "team/sub/private", "redmine": "projects/private", "gitea": "team/private",
         "jira": "browse/PRIVATE"}
PATIENCE = 60


def until(condition, what):
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.05)


def read_dump(process, folder):
    """What a core dump of it holds, or why there is none."""
    with open("/proc/sys/kernel/core_pattern", encoding="utf-8") as file:
        pattern = file.read().strip()
    if "/" in pattern or pattern.startswith("|"):
        return None, f"core dumps go to {pattern}"
    process.send_signal(signal.SIGABRT)
    process.wait()
    cores = [name for name in os.listdir(folder) if name.startswith("core")]
    if not cores:
        return None, "the system writes no core dumps"
    with open(os.path.join(folder, cores[0]), "rb") as file:
        return file.read(), None


def write_plan(folder, sources):
    path = os.path.join(folder, "plan.relm")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"relm": 1, "name": "Plan", "sources": [{"id": f"src-{number}", "name": service, "kind": "tracker", "service": service,
                                                           "location": location}
                                                          for number, (service, location) in enumerate(sources, 1)]}, file)
    return path


@contextlib.contextmanager
def waiting(folder, sources):
    """relm-cli that has read the sources, each (service, server, token), and waits for a last one that never answers."""
    last = sync_once.Server(SERVER)
    tokens = [f"{server.url}={token}" for _, server, token in sources]
    keyring = subprocess.Popen([sys.executable, KEYRING, *tokens], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert keyring.stdout.readline() == "ready\n"
    path = write_plan(folder, [(service, f"{server.url}/{PATHS[service]}") for service, server, _ in sources] +
                      [("github", last.url + "/team/stall")])
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    process = subprocess.Popen([CLI, "sync", path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=folder,
                               env={**os.environ, "XDG_CACHE_HOME": os.path.join(folder, "cache")},
                               preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (most, most)))
    try:
        until(lambda: len(json.loads(last.log())) > 1, "the last tracker")
        yield process
    finally:
        process.kill()
        process.communicate()
        keyring.stdin.close()
        keyring.wait()
        last.stop()
        for _, server, _ in sources:
            server.stop()


def tells_all_without(folder):
    """So that it is looked for rightly, and crashes of whoever has no token can be understood."""
    with waiting(folder, []) as process:
        dump, reason = read_dump(process, folder)
        assert reason or b"/team/stall" in dump
    return reason


def tells_nothing(folder):
    sources = [(service, sync_once.Server(SERVER), JIRA if service == "jira" else TOKEN) for service in PATHS]
    with waiting(folder, sources) as process:
        assert all(TOKEN in server.log() or SIGNS[2].decode() in server.log() for _, server, _ in sources), "each got its token"
        with open(f"/proc/{process.pid}/coredump_filter", encoding="utf-8") as file:
            assert int(file.read(), 16) & 0xF == 0, "what is in memory would be in it"
        dump, reason = read_dump(process, folder)
        found = [sign.decode() for sign in SIGNS if dump and sign in dump]
        assert not found, f"it has {found}"
    return reason


def main():
    if "RELM_TOKEN_BUS" not in os.environ:
        os.environ["RELM_TOKEN_BUS"] = "yes"
        os.execvp("dbus-run-session", ["dbus-run-session", "--", sys.executable, *sys.argv])
    sys.exit(sync_once.run([tells_all_without, tells_nothing]))


main()
