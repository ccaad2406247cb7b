#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening and saving through the desktop's file chooser, which is a fake here. usage: test-file-chooser.py RELM SAMPLE"""
import contextlib
import json
import os
import shutil
import subprocess
import sys

from relm_driver import PATIENCE, Atspi, Program, enter_session, run_tests, until
from relm_portal import CANCELLED, ENVIRONMENT, FAILED, Portal

RELM, SAMPLE = (os.path.abspath(path) for path in sys.argv[1:3])
SMALL = '{\n  "relm": 1,\n  "name": "Small"\n}\n'
GIT = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_AUTHOR_NAME": "Ann", "GIT_AUTHOR_EMAIL": "a@b.c",
       "GIT_COMMITTER_NAME": "Ann", "GIT_COMMITTER_EMAIL": "a@b.c"}


@contextlib.contextmanager
def chooser():
    portal = Portal(PATIENCE)
    try:
        yield portal
    finally:
        portal.stop()


def start(home, programs, *arguments):
    """Any warning ends it: what a chooser answers is no reason for one."""
    programs.append(Program(RELM, home, *arguments, **ENVIRONMENT))
    return programs[-1]


def choose(program, portal, action, answer):
    portal.answer(answer)
    program.activate(action)
    return portal.next_call()


def test_open(home, programs):
    path = home.write("small.relm", SMALL)
    with chooser() as portal:
        program = start(home, programs)
        program.find("button", "New Project…")
        call = choose(program, portal, "app.open", path)
        program.find("frame", "Small")
        assert (call.method, call.title) == ("OpenFile", "Open Project"), (call.method, call.title)
        assert not call.options.get("multiple") and not call.options.get("directory"), call.options
        assert call.patterns() == ["*.[rR][eE][lL][mM]", "*"], call.patterns()
        program.close()
        assert program.wait_for_end() == 0


# A window that has a project keeps it; the same file is not opened twice.
def test_open_beside(home, programs):
    path = home.write("small.relm", SMALL)
    other = home.write("other.relm", SMALL.replace("Small", "Other"))
    with chooser() as portal:
        program = start(home, programs, path)
        program.find("frame", "Small")
        choose(program, portal, "app.open", other)
        until(lambda: sorted(program.frames()) == ["Other", "Small"], "two windows")
        choose(program, portal, "app.open", path)
        choose(program, portal, "app.open", other)
        choose(program, portal, "app.open", CANCELLED)
        assert sorted(program.frames()) == ["Other", "Small"], program.frames()


def test_open_cancelled(home, programs):
    path = home.write("small.relm", SMALL)
    with chooser() as portal:
        program = start(home, programs)
        program.find("button", "New Project…")
        choose(program, portal, "app.open", CANCELLED)
        choose(program, portal, "app.open", CANCELLED)
        assert program.has("button", "New Project…") and not program.has("alert"), program.texts()
        choose(program, portal, "app.open", path)
        program.find("frame", "Small")


def test_open_failed(home, programs):
    with chooser() as portal:
        program = start(home, programs)
        program.find("button", "New Project…")
        choose(program, portal, "app.open", FAILED)
        program.find("button", "New Project…")
        assert program.is_running()


# What cannot be read says so, and leaves the window for another try.
def test_open_unreadable(home, programs):
    paths = [home.write("damaged.relm", SMALL[:20]), os.path.join(home.path, "missing.relm"),
             os.path.join(home.path, "data")]
    secret = home.write("secret.relm", SMALL)
    os.chmod(secret, 0)
    if not os.access(secret, os.R_OK):
        paths.append(secret)
    good = home.write("small.relm", SMALL)
    with chooser() as portal:
        program = start(home, programs)
        program.find("button", "New Project…")
        for path in paths:
            choose(program, portal, "app.open", path)
            alert = program.find("alert")
            assert any(os.path.basename(path) in node.get_name() for node in program.nodes(within=alert)), path
            program.press("button", "Close", alert)
            program.wait_gone("alert")
        choose(program, portal, "app.open", good)
        program.find("frame", "Small")


def is_modified(program):
    return any(name.startswith("• ") for name in program.frames())


def create(program, portal, folder):
    """Goes through the assistant for new projects, with a folder that is chosen there."""
    program.press("button", "New Project…")
    dialog = program.find("dialog", "New Project")
    portal.answer(folder)
    program.press("button", "Choose Folder", dialog)
    call = portal.next_call()
    assert call.options.get("directory"), call.options
    until(lambda: Atspi.Text.get_text(program.find("text", "Folder or Address", dialog), 0, -1) == folder, "the folder")
    program.press("button", "Next", dialog)
    program.find("list item", "1.0.0")
    program.press("button", "Create")
    program.find("frame", "• engine")


# The extension is added; the repository beside the file is named from there, so that both work on another computer.
def test_first_save(home, programs):
    folder = os.path.join(home.path, "engine")
    subprocess.run(["sh", "-e", "-c", "git init -q -b main engine; cd engine; git commit -q --allow-empty -m 'feat: One'; "
                    "git tag v1.0.0; mkdir ../plans"], cwd=home.path, env=dict(os.environ, **GIT), check=True)
    with chooser() as portal:
        program = start(home, programs)
        create(program, portal, folder)
        call = choose(program, portal, "win.save", os.path.join(home.path, "plans", "plan"))
        assert (call.method, call.title, call.name()) == ("SaveFile", "Save Project", "engine.relm"), vars(call)
        until(lambda: not is_modified(program), "the end of saving")
        assert os.listdir(os.path.join(home.path, "plans")) == ["plan.relm"]
        assert json.loads(home.read("plans/plan.relm"))["sources"][0]["location"] == "../engine"
        program.activate("win.view", "changelog")
        until(lambda: any("One" in text for text in program.texts()), "the changelog of its repository")

    # Another clone of both: elsewhere, and with no way back.
    os.mkdir(os.path.join(home.path, "clone"))
    for name in ("plans", "engine"):
        os.rename(os.path.join(home.path, name), os.path.join(home.path, "clone", name))
    shutil.rmtree(os.path.join(home.path, "cache"))
    program.close()
    assert program.wait_for_end() == 0
    program = start(home, programs, os.path.join(home.path, "clone", "plans", "plan.relm"))
    program.find("frame", "engine")
    program.activate("win.view", "changelog")
    until(lambda: any("One" in text for text in program.texts()), "the changelog in another place")


def test_save_as(home, programs):
    path = home.write("small.relm", SMALL)
    other = home.write("other.relm", "Somebody's")
    with chooser() as portal:
        program = start(home, programs, path)
        program.find("frame", "Small")
        call = choose(program, portal, "win.save-as", CANCELLED)
        assert (call.name(), call.folder()) == ("small.relm", home.path), vars(call)
        assert not program.has("alert"), program.texts()

        # The chooser asked about “other”, nobody about “other.relm”.
        choose(program, portal, "win.save-as", other[:-len(".relm")])
        program.press("button", "Cancel", program.find("alert", "Replace File?"))
        program.wait_gone("alert")
        assert home.read("other.relm") == "Somebody's"
        choose(program, portal, "win.save-as", other[:-len(".relm")])
        program.press("button", "Replace", program.find("alert", "Replace File?"))
        until(lambda: home.read("other.relm") == SMALL, "the file to be replaced")

        choose(program, portal, "win.save-as", os.path.join(home.path, "Third.RELM"))
        until(lambda: os.path.exists(os.path.join(home.path, "Third.RELM")), "the extension in capitals to be one")
        assert home.read("small.relm") == SMALL
        choose(program, portal, "win.save-as", os.path.join(home.path, "missing", "small.relm"))
        program.press("button", "Close", program.find("alert", "Could Not Save the Project"))
        assert sorted(os.listdir(home.path)) == sorted({"Third.RELM", "other.relm", "small.relm", "log", "config", "data", "cache",
                                                        "state"}), os.listdir(home.path)


# Who keeps projects under another extension goes on with that.
def test_save_as_other_extension(home, programs):
    path = home.write("plan.json", SMALL)
    with chooser() as portal:
        program = start(home, programs, path)
        program.find("frame", "Small")
        choose(program, portal, "win.save-as", os.path.join(home.path, "copy.json"))
        until(lambda: os.path.exists(os.path.join(home.path, "copy.json")), "the copy")
        assert not os.path.exists(os.path.join(home.path, "copy.json.relm"))


# Closing waits for the name, and goes on when there is one.
def test_close_unsaved(home, programs):
    with chooser() as portal:
        program = start(home, programs)
        program.press("button", "New Project…")
        dialog = program.find("dialog", "New Project")
        program.write(program.find("text", "Name", dialog), "Second")
        program.press("button", "Next", dialog)
        program.press("button", "Create")
        program.find("frame", "• Second")
        for answer in (CANCELLED, os.path.join(home.path, "second")):
            portal.answer(answer)
            program.activate("win.close")
            program.press("button", "Save", program.find("alert", "Save Changes?"))
            portal.next_call()
            if answer == CANCELLED:
                program.wait_gone("alert")
                assert program.is_running() and is_modified(program)
        assert program.wait_for_end() == 0
        assert json.loads(home.read("second.relm"))["name"] == "Second"


if __name__ == "__main__":
    enter_session(sys.argv)
    run_tests(globals())
