#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was not saved when the program was ended is offered, and nothing of it is lost. usage: test-recovery.py RELM"""
import os
import sys

from relm_driver import Program, enter_session, run_tests, until

RELM = os.path.abspath(sys.argv[1])
PLAN = '{\n  "relm": 1,\n  "name": "NAME",\n  "releases": [\n    {\n      "id": "rel-1",\n      "version": "1.0"\n    }\n  ]\n}\n'
SMALL = PLAN.replace("NAME", "Small")


def start(home, programs, *arguments):
    programs.append(Program(RELM, home, *arguments))
    return programs[-1]


def drafts(home):
    folder = os.path.join(home.path, "data", "relm", "drafts")
    return [name for name in os.listdir(folder) if name.endswith(".draft")] if os.path.isdir(folder) else []


def change_name(program, name, window=1):
    program.activate("win.show-release", "rel-1", window)
    program.activate("win.select", "rel-1", window)
    program.activate("win.inspect", window=window)
    program.write(program.find("text", "Name"), name)
    until(lambda: program.is_enabled("win.undo", window), "an edit that can be undone")


def is_modified(program):
    return any(name.startswith("• ") for name in program.frames())


def leave_draft(home, programs, file="small.relm", text=SMALL, name="Mine"):
    """Edits, and is ended without a word as soon as the draft is written."""
    before = len(drafts(home))
    path = home.write(file, text) if file else None
    program = start(home, programs, *([path] if path else []))
    if before:
        program.find("frame")
    if path is None:
        program.activate("app.new")
        program.press("button", "Next")
        program.press("button", "Create")
    else:
        change_name(program, name)
    until(lambda: len(drafts(home)) == before + 1, "the draft")
    program.kill()
    return path


def save(program, window=1):
    program.activate("win.save", window=window)
    until(lambda: not is_modified(program), "the document to be saved")


def is_left(home, name):
    return name in home.read("small.relm")


def test_restore(home, programs):
    leave_draft(home, programs)
    program = start(home, programs)
    program.find("dialog", "Unsaved Changes")
    until(lambda: any("Edited today at" in text for text in program.texts()), "when it was edited")
    program.press("button", "Restore")
    program.find("frame", "• Small")
    assert home.read("small.relm") == SMALL, "nothing is written before saving"
    save(program)
    assert home.read("small.relm") == SMALL.replace('"1.0"', '"1.0",\n      "name": "Mine"'), home.read("small.relm")
    until(lambda: not drafts(home), "the draft to go")
    program.close()
    assert program.wait_for_end() == 0
    program = start(home, programs)
    program.find("frame", "Small")
    assert not program.has("dialog", "Unsaved Changes")


def test_open_its_file(home, programs):
    path = leave_draft(home, programs)
    program = start(home, programs, path)
    program.press("button", "Restore", program.find("alert", "Restore Unsaved Changes?"))
    program.find("frame", "• Small")
    save(program)
    assert is_left(home, '"name": "Mine"')


def test_not_now(home, programs):
    path = leave_draft(home, programs)
    program = start(home, programs, path)
    program.press("button", "Not Now", program.find("alert", "Restore Unsaved Changes?"))
    program.find("frame", "Small")
    assert len(drafts(home)) == 1 and not is_modified(program)
    # The menu still has it; the window that shows the file as it was saved makes room.
    program.activate("app.recover")
    program.press("button", "Restore All", program.find("dialog", "Unsaved Changes"))
    until(lambda: program.frames() == ["• Small"], f"one window and not {program.frames()}")


def test_discard(home, programs):
    path = leave_draft(home, programs)
    program = start(home, programs, path)
    program.press("button", "Discard", program.find("alert", "Restore Unsaved Changes?"))
    program.find("frame", "Small")
    assert not drafts(home) and home.read("small.relm") == SMALL


def test_discard_is_undone(home, programs):
    leave_draft(home, programs)
    program = start(home, programs)
    program.press("button", "Discard", program.find("dialog", "Unsaved Changes"))
    program.press("button", "Undo")
    program.find("button", "Restore")
    assert len(drafts(home)) == 1
    program.press("button", "Discard")
    program.press("button", "Later")
    until(lambda: not drafts(home), "the draft to go with the dialog")


def test_changed_meanwhile(home, programs):
    path = leave_draft(home, programs)
    theirs = home.write("small.relm", SMALL.replace('"Small"', '"Theirs"')) and home.read("small.relm")
    program = start(home, programs)
    program.find("dialog", "Unsaved Changes")
    until(lambda: any("The file was changed since." in text for text in program.texts()), "what became of the file")
    program.press("button", "Restore")
    program.find("frame", "• Small")
    program.activate("win.save")
    program.press("button", "Keep Mine", program.find("alert", "File Changed on Disk"))
    until(lambda: not is_modified(program), "the file to be replaced")
    assert is_left(home, '"Small"') and is_left(home, '"Mine"') and home.read("small.relm") != theirs
    assert os.path.samefile(path, os.path.join(home.path, "small.relm"))


def test_deleted_meanwhile(home, programs):
    path = leave_draft(home, programs)
    os.unlink(path)
    program = start(home, programs, path)
    alert = program.find("alert", "Restore Unsaved Changes?")
    program.press("button", "Restore", alert)
    program.find("frame", "• Small")
    program.press("button", "Save Again")
    until(lambda: os.path.exists(path) and is_left(home, '"Mine"'), "the file to be there again")


def test_several(home, programs):
    leave_draft(home, programs)
    leave_draft(home, programs, "large.relm", PLAN.replace("NAME", "Large"), "Great")
    leave_draft(home, programs, None)
    assert len(drafts(home)) == 3
    program = start(home, programs)
    program.find("dialog", "Unsaved Changes")
    until(lambda: any("Never saved" in text for text in program.texts()), "one that was never saved")
    program.press("button", "Restore All")
    until(lambda: len(program.frames()) == 3 and all(name.startswith("• ") for name in program.frames()),
          f"three windows with changes and not {program.frames()}")
    assert len(drafts(home)) == 3


def test_beside(home, programs):
    leave_draft(home, programs)
    other = home.write("other.relm", PLAN.replace("NAME", "Other"))
    program = start(home, programs, other)
    program.find("frame", "Other")
    until(lambda: any("1 other project" in text for text in program.texts()), "word of the other project")
    program.press("button", "Show")
    program.press("button", "Restore", program.find("dialog", "Unsaved Changes"))
    until(lambda: sorted(program.frames()) == ["Other", "• Small"], f"two windows and not {program.frames()}")


def test_killed_again(home, programs):
    """A crash while it is restored, or while it waits to be decided about, loses nothing either."""
    leave_draft(home, programs)
    program = start(home, programs)
    program.find("dialog", "Unsaved Changes")
    program.kill()
    program = start(home, programs)
    program.press("button", "Restore", program.find("dialog", "Unsaved Changes"))
    program.find("frame", "• Small")
    program.kill()
    program = start(home, programs)
    program.press("button", "Restore", program.find("dialog", "Unsaved Changes"))
    program.find("frame", "• Small")
    save(program)
    assert is_left(home, '"Mine"')


if __name__ == "__main__":
    enter_session(sys.argv)
    run_tests(globals())
