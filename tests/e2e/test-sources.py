#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tracker in the real program: pasted, tried, given a token, read, and there without a network. usage: test-sources.py RELM SAMPLE SERVER"""
import json
import os
import subprocess
import sys

from relm_driver import Program, enter_session, run_tests, until

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


def start(home, programs, path):
    programs.append(Program(RELM, home, path))
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


if __name__ == "__main__":
    enter_session(sys.argv)
    run_tests(globals())
