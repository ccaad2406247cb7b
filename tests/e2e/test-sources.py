#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tracker in the real program: pasted, tried, given a token, read, and there without a network. usage: test-sources.py RELM SAMPLE SERVER"""
import json
import os
import subprocess
import sys

from relm_driver import Atspi, Program, enter_session, run_tests, until

RELM, SAMPLE, SERVER = (os.path.abspath(path) for path in sys.argv[1:4])


def write_plan(home, sources):
    return home.write("plan.relm", json.dumps({"relm": 1, "name": "Plan", "sources": sources}))


class Server:
    def __enter__(self):
        self.process = subprocess.Popen([sys.executable, SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.url = f"http://127.0.0.1:{int(self.process.stdout.readline())}"
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()


def start(home, programs, path, **environment):
    programs.append(Program(RELM, home, path, **environment))
    programs[-1].find("frame", "Plan")
    return programs[-1]


def open_sources(program):
    program.activate("win.sources")
    return program.find("dialog", "Sources")


def says(program, words):
    until(lambda: any(words in text for text in program.texts()), words)


def tracker(url):
    return {"id": "src-1", "name": "Tracker", "kind": "tracker", "service": "github", "location": url}


def test_read(home, programs):
    """What a project has is read by itself, and still there when the server is not."""
    with Server() as server:
        path = write_plan(home, [tracker(server.url + "/team/good")])
        program = start(home, programs, path)
        open_sources(program)
        says(program, "250 items")
        program.close()
        program.wait_for_end()
    program = start(home, programs, path)
    open_sources(program)
    says(program, "Not all sources could be read")
    says(program, "250 items")
    says(program, "127.0.0.1")  # it cannot be reached, and what to do is said beside what is known


def test_add(home, programs):
    """At once it says what an address is, and what is wrong with one that is none."""
    program = start(home, programs, write_plan(home, []))
    dialog = open_sources(program)
    entry = program.find("text", "Address of a Project", dialog)
    program.write(entry, "https://github.com/team/good")
    says(program, "GitHub · team/good")
    program.write(entry, "http://name:word@example.org/team/good")
    says(program, "without a name or password")
    program.write(entry, "http://127.0.0.1:1/team/good")
    says(program, "Relm will ask the server")
    program.press("button", "Try and Add", dialog)
    until(lambda: any("127.0.0.1" in text for text in program.texts()), "what went wrong")
    assert not program.is_enabled("win.undo"), "nothing was added"


class Keyring:
    def __enter__(self):
        program = os.path.join(os.path.dirname(SERVER), "secret-service.py")
        self.process = subprocess.Popen([sys.executable, program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout.readline() == "ready\n"
        return self

    def stop(self):
        """Returns what it holds."""
        self.process.stdin.close()
        self.process.stdin = None
        held = json.loads(self.process.stdout.read())
        self.process.wait()
        return held

    def __exit__(self, *_):
        if self.process.stdin:
            self.stop()


def try_token(program, dialog, token):
    program.write(program.find("text", "Token", dialog), token)
    program.press("button", "Try and Add", dialog)


def files_with(home, words):
    """Of all that is left: project, draft, mirror, settings, and what the program said."""
    paths = [os.path.join(folder, name) for folder, _, names in os.walk(home.path) for name in names]
    return [path for path in paths if words in open(path, "rb").read()]


def test_add_private(home, programs):
    """From an address that nobody knows, by way of a token, to items in the scope."""
    with Server() as server, Keyring() as keyring:
        path = write_plan(home, [])
        program = start(home, programs, path, G_MESSAGES_DEBUG="all")
        dialog = open_sources(program)
        program.write(program.find("text", "Address of a Project", dialog), server.url + "/team/private")
        says(program, "Relm will ask the server")
        program.press("button", "Try and Add", dialog)
        says(program, "A fine-grained token")
        assert program.has("button", "Make a Token in the Browser") and not program.is_enabled("win.undo")
        try_token(program, dialog, "bad-token")
        says(program, "does not accept")
        assert not program.is_enabled("win.undo"), "nothing was added"
        try_token(program, dialog, "good-token")
        says(program, "Added. The token is in the keyring.")
        says(program, "250 items")
        program.press("button", "Close", dialog)
        program.wait_gone("dialog", "Sources")
        program.activate("win.view", "scope")
        program.find("page tab", "Tracker")
        for tab in program.nodes("page tab", "Tracker"):  # of the switcher, and of what it switches
            Atspi.Action.do_action(tab, 0)
        says(program, "Issue 250")
        until(lambda: any("drafts" in path for path in files_with(home, b"/team/private")), "a draft")
        assert not files_with(home, b"good-token"), files_with(home, b"good-token")
        program.activate("win.save")
        until(lambda: "/team/private" in home.read("plan.relm"), "the project in its file")
        held = keyring.stop()
    assert [item["secret"] for item in held] == ["good-token"] and held[0]["attributes"]["origin"] == server.url, held
    program.kill()
    assert not files_with(home, b"good-token"), files_with(home, b"good-token")
    assert files_with(home, b"Issue 250"), "so that it was looked for rightly"


def test_add_without_a_keyring(home, programs):
    with Server() as server:
        program = start(home, programs, write_plan(home, []))
        dialog = open_sources(program)
        program.write(program.find("text", "Address of a Project", dialog), server.url + "/team/private")
        program.press("button", "Try and Add", dialog)
        says(program, "A fine-grained token")
        try_token(program, dialog, "good-token")
        says(program, "There is no keyring, so that the token is known only until Relm is closed")
        says(program, "250 items")


def test_no_browser(home, programs):
    """The address of the page that makes tokens is there to be copied."""
    with Server() as server:
        program = start(home, programs, write_plan(home, []), XDG_DATA_DIRS=home.share_without_programs())
        dialog = open_sources(program)
        program.write(program.find("text", "Address of a Project", dialog), server.url + "/team/private")
        program.press("button", "Try and Add", dialog)
        program.press("button", "Make a Token in the Browser", dialog)
        alert = program.find("alert", "No Browser Found")
        assert program.find("label", server.url + "/settings/personal-access-tokens/new", alert)
        program.press("button", "Close", alert)
        program.wait_gone("alert")


if __name__ == "__main__":
    enter_session(sys.argv)
    run_tests(globals())
