#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exporting and importing plans in the real program, with a fake file chooser. usage: test-exchange.py RELM SAMPLE"""
import contextlib
import os
import shutil
import sys

from relm_driver import PATIENCE, Program, enter_session, run_tests, until
from relm_portal import CANCELLED, ENVIRONMENT, Portal

RELM, SAMPLE = (os.path.abspath(path) for path in sys.argv[1:3])


@contextlib.contextmanager
def chooser():
    portal = Portal(PATIENCE)
    try:
        yield portal
    finally:
        portal.stop()


def start(home, programs):
    path = os.path.join(home.path, "plan.relm")
    shutil.copyfile(SAMPLE, path)
    programs.append(Program(RELM, home, path, **ENVIRONMENT))
    programs[-1].find("frame", "Relm")
    return programs[-1]


def export(program, portal, answer):
    program.activate("win.export")
    dialog = program.find("dialog", "Export")
    portal.answer(answer)
    program.press("button", "Export…", dialog)
    return portal.next_call(), dialog


# A chart of what the window shows, before its page was ever seen; who changes their mind is back in the dialog.
def test_chart(home, programs):
    path = os.path.join(home.path, "chart.pdf")
    with chooser() as portal:
        program = start(home, programs)
        call, dialog = export(program, portal, CANCELLED)
        assert (call.method, call.name()) == ("SaveFile", "Relm.pdf"), vars(call)
        portal.answer(path)
        program.press("button", "Export…", dialog)
        portal.next_call()
        until(lambda: os.path.exists(path), "the chart")
        program.wait_gone("dialog", "Export")
        with open(path, "rb") as file:
            assert file.read(5) == b"%PDF-"
        export(program, portal, os.path.join(home.path, "missing", "chart.pdf"))
        program.press("button", "Close", program.find("alert", "Not Exported"))


# A plan of another program is one step, and what it says is there.
def test_import(home, programs):
    task = "<Task><UID>1</UID><Name>Ship the crate</Name><OutlineLevel>1</OutlineLevel><Start>2027-05-03T08:00:00</Start></Task>"
    good = home.write("plan.xml", f"<Project><Title>Crate</Title><Tasks>{task}</Tasks></Project>")
    bad = home.write("bad.xml", f"<Project><Tasks>{task}</Tasks>")
    with chooser() as portal:
        program = start(home, programs)
        portal.answer(bad)
        program.activate("win.import-plan")
        portal.next_call()
        alert = program.find("alert", "Not Imported")
        assert any("bad.xml:1" in text for text in program.texts()), program.texts()
        program.press("button", "Close", alert)
        program.wait_gone("alert")
        portal.answer(good)
        program.activate("win.import-plan")
        portal.next_call()
        until(lambda: any("Crate" in text for text in program.texts()), "the release of the plan")
        program.activate("win.undo")
        until(lambda: not any(text == "Crate" for text in program.texts()), "it to be gone")


# GTK's own dialog, where the desktop has none; who changes their mind hears nothing more of it.
def test_print(home, programs):
    path = os.path.join(home.path, "plan.relm")
    shutil.copyfile(SAMPLE, path)
    programs.append(Program(RELM, home, path))
    program = programs[-1]
    program.find("frame", "Relm")
    program.activate("win.print")
    program.press("button", "Cancel", program.find("dialog", "Print Timeline"))
    program.wait_gone("dialog", "Print Timeline")
    assert program.is_running() and not program.has("alert"), program.texts()


if __name__ == "__main__":
    enter_session(sys.argv)
    run_tests(globals())
