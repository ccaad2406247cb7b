#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is there again at the next start, what a person can choose, and how the program ends. usage: test-session.py RELM"""
import os
import sys

from relm_driver import Atspi, Program, enter_session, run_tests, until

RELM = os.path.abspath(sys.argv[1])
PLAN = '{\n  "relm": 1,\n  "name": "NAME",\n  "releases": [\n    {\n      "id": "rel-1",\n      "version": "1.0"\n    }\n  ]\n}\n'


def start(home, programs, *arguments):
    programs.append(Program(RELM, home, *arguments))
    return programs[-1]


def write_plan(home, name):
    return home.write(name.lower() + ".relm", PLAN.replace("NAME", name))


def change(program, name, window):
    program.activate("win.show-release", "rel-1", window)
    program.activate("win.add-release", window=window)
    until(lambda: "• " + name in program.frames(), f"changes to {name}")


def end(program):
    program.close()
    assert program.wait_for_end() == 0


def test_look(home, programs):
    path = write_plan(home, "Small")
    program = start(home, programs, path)
    program.find("frame", "Small")
    program.activate("win.show-release", "rel-1")
    program.activate("win.view", "stakeholders")
    until(lambda: program.state("win.view") == "stakeholders", "the view")
    end(program)
    program = start(home, programs, path)
    program.find("frame", "Small")
    until(lambda: program.state("win.view") == "stakeholders", "the view of the last time")
    until(lambda: program.has("label", "1.0") or any(text == "1.0" for text in program.texts()), "the release of the last time")


def test_reopen(home, programs):
    program = start(home, programs, write_plan(home, "Small"), write_plan(home, "Large"))
    until(lambda: sorted(program.frames()) == ["Large", "Small"], "two windows")
    end(program)
    program = start(home, programs)
    until(lambda: sorted(program.frames()) == ["Large", "Small"], "the two windows again")
    end(program)
    os.unlink(os.path.join(home.path, "small.relm"))
    program = start(home, programs)
    until(lambda: program.frames() == ["Large"], "what is still there")
    # Closing one of two takes it out; closing the last is ending.
    program.activate("app.new-window")
    until(lambda: len(program.frames()) == 2, "another window")
    end(program)


def test_not_reopened(home, programs):
    program = start(home, programs, write_plan(home, "Small"))
    program.find("frame", "Small")
    end(program)
    home.prefer("restore-session=false")
    program = start(home, programs)
    program.find("button", "New Project…")
    program.activate("app.preferences")
    dialog = program.find("dialog", "Preferences")
    for name in ("Appearance", "Reopen Projects", "Read Sources by Itself"):
        until(lambda: any(name in node.get_name() for node in program.nodes(within=dialog)), name)
    assert program.frames() == ["Relm"], program.frames()
    # What is not there any more is said so, and can be taken out of the list.
    os.unlink(os.path.join(home.path, "small.relm"))
    end(program)
    program = start(home, programs)
    program.press("button", "Remove From List")
    program.wait_gone("button", "Remove From List")


def test_size(home, programs):
    write_plan(home, "Small")
    settings = home.prefer("window-width=900", "window-height=640")
    program = start(home, programs)
    frame = program.find("frame", "Relm")
    until(lambda: abs(frame.get_extents(Atspi.CoordType.WINDOW).width - 900) < 40, "the width of the last time")
    end(program)
    with open(settings, encoding="utf-8") as file:
        assert "window-width=900" in file.read()


def test_quit_saves(home, programs):
    program = start(home, programs, write_plan(home, "Small"), write_plan(home, "Large"), write_plan(home, "Other"))
    until(lambda: sorted(program.frames()) == ["Large", "Other", "Small"], "three windows")
    change(program, "Small", 1)
    change(program, "Large", 2)
    program.close()
    alert = program.find("alert", "Save Changes?")
    assert len(list(program.nodes("check box", within=alert))) == 2
    program.press("button", "Cancel", alert)
    program.wait_gone("alert")
    assert sorted(program.frames()) == ["Other", "• Large", "• Small"], program.frames()
    program.close()
    program.press("button", "Save", program.find("alert", "Save Changes?"))
    assert program.wait_for_end() == 0
    assert home.read("small.relm").count('"id"') == 2 and home.read("large.relm").count('"id"') == 2
    program = start(home, programs)
    until(lambda: sorted(program.frames()) == ["Large", "Other", "Small"], "what was open before")


def test_quit_discards(home, programs):
    program = start(home, programs, write_plan(home, "Small"), write_plan(home, "Large"))
    until(lambda: sorted(program.frames()) == ["Large", "Small"], "two windows")
    change(program, "Small", 1)
    change(program, "Large", 2)
    program.close()
    program.press("button", "Discard All", program.find("alert", "Save Changes?"))
    assert program.wait_for_end() == 0
    assert home.read("small.relm").count('"id"') == 1 and home.read("large.relm").count('"id"') == 1
    program = start(home, programs)
    until(lambda: sorted(program.frames()) == ["Large", "Small"], "what was open before, without a question")


def test_quit_fails(home, programs):
    os.mkdir(os.path.join(home.path, "folder"))
    program = start(home, programs, home.write("folder/small.relm", PLAN.replace("NAME", "Small")), write_plan(home, "Large"))
    until(lambda: sorted(program.frames()) == ["Large", "Small"], "two windows")
    change(program, "Small", 1)
    change(program, "Large", 2)
    os.rename(os.path.join(home.path, "folder"), os.path.join(home.path, "elsewhere"))
    program.close()
    program.press("button", "Save", program.find("alert", "Save Changes?"))
    program.press("button", "Close", program.find("alert", "Could Not Save the Project"))
    assert program.is_running() and "• Small" in program.frames(), "what could not be saved is still there"
    os.rename(os.path.join(home.path, "elsewhere"), os.path.join(home.path, "folder"))
    program.close()
    program.press("button", "Save", program.find("alert", "Save Changes?"))
    assert program.wait_for_end() == 0
    assert home.read("folder/small.relm").count('"id"') == 2 and home.read("large.relm").count('"id"') == 2


def test_about(home, programs):
    program = start(home, programs)
    program.find("frame", "Relm")
    program.activate("app.about")
    dialog = program.find("dialog", "About")
    until(lambda: any(text.startswith("0.") for text in (node.get_name() for node in program.nodes(within=dialog))), "the version")
    for part in ("What’s New", "Legal"):
        until(lambda: any(part in node.get_name() for node in program.nodes(within=dialog)), part)


def test_shortcuts(home, programs):
    program = start(home, programs)
    program.find("frame", "Relm")
    program.activate("app.shortcuts")
    until(lambda: any("New project" in text for text in program.texts()), "the shortcuts")


if __name__ == "__main__":
    enter_session(sys.argv)
    run_tests(globals())
