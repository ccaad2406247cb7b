#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deciding at a gate, asking for an exception and telling a stakeholder, in the real program. usage: test-control.py RELM"""
import json
import os
import sys
import time

from relm_driver import Atspi, Program, Tap, enter_session, until

RELM = os.path.abspath(sys.argv[1])
PLAN = {
    "relm": 1, "name": "Plan",
    "releases": [{"id": "rel-1", "version": "1.0", "planned": "2099-03-27"}],
    "gates": [{"id": "gat-1", "name": "Ready to ship", "release": "rel-1", "planned": "2099-03-20"}],
    "gate_criteria": [{"id": "crt-1", "name": "No bug", "gate": "gat-1", "rule": "bugs_done"},
                      {"id": "crt-2", "name": "Tried out", "gate": "gat-1"}],
    "work_items": [{"id": "wi-1", "title": "Late wish", "kind": "feature", "release": "rel-1", "planned_start": "2099-03-10",
                    "planned_finish": "2099-03-12"}],
    "freeze_windows": [{"id": "frz-1", "name": "Feature freeze", "kind": "feature", "release": "rel-1", "start": "2099-03-09",
                        "finish": "2099-03-26"}],
    "stakeholders": [{"id": "stk-1", "name": "Packagers"}],
    "communications": [{"id": "com-1", "subject": "News", "stakeholder": "stk-1", "told": "2026-11-01", "snapshot": ["rel-1 2099-03-20 1.0"]}],
}


def start(home, programs):
    program = Program(RELM, home, home.write("plan.relm", json.dumps(PLAN)))
    programs.append(program)
    program.find("frame", "Plan")
    program.activate("win.show-release", "rel-1")
    program.activate("win.view", "overview")
    return program


def get_middle(node):
    extents = node.get_extents(Atspi.CoordType.WINDOW)
    return extents.x + extents.width // 2, extents.y + extents.height // 2


def has_settled(node):
    """A dialog comes into its place by and by."""
    before = get_middle(node)
    time.sleep(0.2)
    return get_middle(node) == before


def click(program, role, name, within=None):
    node = program.find(role, name, within)
    until(lambda: has_settled(node), f"{role} “{name}” to be in its place")
    Atspi.generate_mouse_event(*get_middle(node), "abs")
    Atspi.generate_mouse_event(*get_middle(node), "b1p")
    Atspi.generate_mouse_event(*get_middle(node), "b1r")


def open_row(program, name):
    """What a row leads to is in the inspector then."""
    click(program, "list item", name)


def saved(program, home):
    program.activate("win.save")
    until(lambda: not program.is_enabled("win.save"), "the plan to be saved")
    return json.loads(home.read("plan.relm"))


def test_gate(home, programs):
    program = start(home, programs)
    open_row(program, "Ready to ship")
    program.press("button", "Decide…")
    dialog = program.find("dialog", "Go or No-Go")
    assert program.has("label", "1 of 2 criteria met") and not program.is_enabled("win.undo")
    click(program, "list item", "Go with conditions", dialog)
    program.write(program.find("text", "Conditions", dialog), "The notes are read once more")
    program.press("button", "Decide", dialog)
    program.wait_gone("dialog", "Go or No-Go")
    gate = saved(program, home)["gates"][0]
    assert gate["decision"] == "conditional_go" and gate["conditions"] == "The notes are read once more" and gate["actual"] == gate["decided"], gate


def test_exception(home, programs):
    program = start(home, programs)
    open_row(program, "“Late wish” falls into “Feature freeze” and needs an exception")
    open_row(program, "Ask for an Exception…")
    program.write(program.find("text", "Why it cannot wait"), "It was promised")
    until(lambda: any("waits for a decision" in text for text in program.texts()), "that it waits")
    request = saved(program, home)["exception_requests"][0]
    assert (request["name"], request["subject"], request["freeze_window"]) == ("It was promised", "wi-1", "frz-1"), request


def test_told(home, programs):
    program = start(home, programs)
    open_row(program, "Packagers")
    program.press("button", "Tell…")
    program.press("button", "Note as Told", program.find("dialog", "Packagers"))
    program.wait_gone("list item", "Packagers")
    last = saved(program, home)["communications"][-1]
    assert "1.0 is planned for 27 Mar 2099, 7 days later" in last["text"], last
    assert last["snapshot"] == ["rel-1 2099-03-27 1.0"], last


def main():
    tap = Tap()
    tap.run("gate", test_gate)
    tap.run("exception", test_exception)
    tap.run("told", test_told)
    tap.end()


if __name__ == "__main__":
    enter_session(sys.argv)
    main()
