#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of a document in the real program. usage: test-document.py RELM SAMPLE"""
import difflib
import os
import shutil
import sys

from relm_driver import Program, enter_session, run_tests, until

RELM, SAMPLE = (os.path.abspath(path) for path in sys.argv[1:3])
RELEASE = "rel-4039wj1pg4"
SMALL = '{\n  "relm": 1,\n  "name": "Small",\n  "releases": [\n    {\n      "id": "rel-1",\n      "version": "1.0"\n    }\n  ]\n}\n'


def start(home, programs, *arguments):
    programs.append(Program(RELM, home, *arguments))
    return programs[-1]


def open_sample(home, programs):
    path = os.path.join(home.path, "plan.relm")
    shutil.copy(SAMPLE, path)
    program = start(home, programs, path)
    program.find("frame", "Relm")
    return program, path


def open_small(home, programs, text=SMALL):
    path = home.write("small.relm", text)
    program = start(home, programs, path)
    program.find("frame", "Small")
    return program, path


def change_name(program, release, name):
    program.activate("win.show-release", release)
    program.activate("win.select", release)
    program.activate("win.inspect")
    program.write(program.find("text", "Name"), name)
    until(lambda: program.is_enabled("win.undo"), "an edit that can be undone")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def is_modified(program):
    return any(name.startswith("• ") for name in program.frames())


def changed_lines(before, after):
    return [line for line in difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=0)
            if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def test_edit(home, programs):
    program, path = open_sample(home, programs)
    before = read(path)
    change_name(program, RELEASE, "Groundwork")
    until(lambda: is_modified(program), "the mark of changes")
    program.activate("win.undo")
    until(lambda: not is_modified(program), "the mark to go after undoing")
    program.activate("win.redo")
    until(lambda: is_modified(program), "the mark to come back")
    assert read(path) == before, "nothing is written before saving"
    program.activate("win.save")
    until(lambda: not is_modified(program), "the mark to go after saving")
    lines = changed_lines(before, read(path))
    assert lines == ['-      "name": "Foundation",', '+      "name": "Groundwork",'], lines


def test_second_open(home, programs):
    program, path = open_sample(home, programs)
    link = os.path.join(home.path, "link.relm")
    os.symlink(path, link)
    other = home.write("other.relm", SMALL)
    assert program.start_again(path) == 0
    assert program.start_again(link) == 0
    assert program.start_again(other) == 0
    until(lambda: sorted(program.frames()) == ["Relm", "Small"], f"two windows and not {program.frames()}")


def test_close(home, programs):
    program, path = open_small(home, programs)
    change_name(program, "rel-1", "One")
    program.activate("win.close")
    program.press("button", "Cancel")
    until(lambda: not program.has("button", "Discard"), "the question to go")
    assert program.is_running() and is_modified(program)
    program.activate("win.close")
    program.press("button", "Save", program.find("alert", "Save Changes?"))
    assert program.wait_for_end() == 0
    assert '"name": "One"' in read(path)


def test_discard(home, programs):
    program, path = open_small(home, programs)
    change_name(program, "rel-1", "One")
    program.close()
    program.press("button", "Discard")
    assert program.wait_for_end() == 0
    assert read(path) == SMALL


def test_failed_save(home, programs):
    os.mkdir(os.path.join(home.path, "folder"))
    path = home.write("folder/small.relm", SMALL)
    program = start(home, programs, path)
    program.find("frame", "Small")
    change_name(program, "rel-1", "One")
    os.rename(os.path.join(home.path, "folder"), os.path.join(home.path, "elsewhere"))
    program.activate("win.close")
    program.press("button", "Save", program.find("alert", "Save Changes?"))
    program.press("button", "Close", program.find("alert", "Could Not Save the Project"))
    assert program.is_running() and is_modified(program), "a save that fails loses nothing"
    os.rename(os.path.join(home.path, "elsewhere"), os.path.join(home.path, "folder"))
    program.activate("win.save")
    until(lambda: not is_modified(program), "the second try to save")
    assert '"name": "One"' in read(path)


def test_changed(home, programs):
    program, path = open_small(home, programs)
    change_name(program, "rel-1", "Mine")
    theirs = SMALL.replace('"1.0"', '"1.0",\n      "name": "Theirs"')
    home.write("small.relm", theirs)
    program.activate("win.save")
    program.press("button", "Cancel", program.find("alert"))
    assert read(path) == theirs, "nothing was replaced without asking"
    program.wait_gone("alert")
    program.activate("win.save")
    program.press("button", "Keep Mine", program.find("alert"))
    until(lambda: not is_modified(program), "the file to be replaced")
    assert '"name": "Mine"' in read(path)


def test_reload(home, programs):
    program, path = open_small(home, programs)
    change_name(program, "rel-1", "Mine")
    home.write("small.relm", SMALL.replace('"Small"', '"Large"'))
    program.activate("win.save")
    program.press("button", "Reload", program.find("alert"))
    program.find("frame", "Large")


if __name__ == "__main__":
    enter_session(sys.argv)
    run_tests(globals())
