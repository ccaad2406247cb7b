#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a person begins in the real program: a new project, a recent one, the sample. usage: test-start.py RELM SAMPLE"""
import os
import subprocess
import sys

from relm_driver import Program, enter_session, run_tests, until

RELM, SAMPLE = (os.path.abspath(path) for path in sys.argv[1:3])
SMALL = '{\n  "relm": 1,\n  "name": "Small"\n}\n'
GIT = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_AUTHOR_NAME": "Ann", "GIT_AUTHOR_EMAIL": "a@b.c",
       "GIT_COMMITTER_NAME": "Ann", "GIT_COMMITTER_EMAIL": "a@b.c"}


def start(home, programs, *arguments, **environment):
    programs.append(Program(RELM, home, *arguments, **environment))
    return programs[-1]


def make_repository(home):
    folder = os.path.join(home.path, "engine")
    subprocess.run(["sh", "-e", "-c", "git init -q -b main engine; cd engine; git commit -q --allow-empty -m 'feat: One'; "
                    "git tag v1.0.0"], cwd=home.path, env=dict(os.environ, **GIT), check=True)
    return folder


def test_new(home, programs):
    folder = make_repository(home)
    program = start(home, programs)
    program.press("button", "New Project…")
    dialog = program.find("dialog", "New Project")
    program.write(program.find("text", "Folder or Address", dialog), folder)
    program.press("button", "Next", dialog)
    row = program.find("list item", "1.0.0")
    assert any("v1.0.0" in node.get_name() for node in program.nodes(within=row)), "the row names its tag"
    program.press("button", "Create")
    program.find("frame", "• engine")
    program.activate("win.view", "changelog")
    until(lambda: any("One" in text for text in program.texts()), "the changelog of its repository")


# A window that has a project keeps it; the new one is in another.
def test_new_beside(home, programs):
    program = start(home, programs, home.write("small.relm", SMALL))
    program.find("frame", "Small")
    program.activate("app.new")
    dialog = program.find("dialog", "New Project")
    program.write(program.find("text", "Name", dialog), "Second")
    program.press("button", "Next", dialog)
    program.press("button", "Create")
    until(lambda: sorted(program.frames()) == ["Small", "• Second"], f"two windows and not {program.frames()}")


def test_cancel(home, programs):
    program = start(home, programs)
    program.press("button", "New Project…")
    dialog = program.find("dialog", "New Project")
    program.press("button", "Cancel", dialog)
    program.wait_gone("dialog", "New Project")
    program.find("button", "New Project…")


def test_sample(home, programs):
    program = start(home, programs, RELM_SAMPLE=SAMPLE)
    program.press("button", "Open Sample")
    until(lambda: program.is_enabled("win.save-as"), "the sample")


def test_recent(home, programs):
    path = home.write("small.relm", SMALL)
    home.prefer("restore-session=false")
    first = start(home, programs, path)
    first.find("frame", "Small")
    first.close()
    assert first.wait_for_end() == 0
    second = start(home, programs)
    second.find("list item", "small.relm")
    os.remove(path)
    second.close()
    assert second.wait_for_end() == 0
    third = start(home, programs)
    row = third.find("list item", "small.relm")
    third.press("button", "Remove From List", row)
    third.wait_gone("list item", "small.relm")
    third.find("button", "Open Sample")


if __name__ == "__main__":
    enter_session(sys.argv)
    run_tests(globals())
