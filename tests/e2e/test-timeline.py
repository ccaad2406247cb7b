#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline in the real program, with a real pointer and real keys. usage: test-timeline.py RELM"""
import json
import os
import sys

from relm_driver import Atspi, Program, Tap, enter_session, until

RELM = os.path.abspath(sys.argv[1])
PLAN = """{
  "relm": 1,
  "name": "Plan",
  "releases": [
    {
      "id": "rel-1",
      "version": "1.0",
      "planned_start": "2099-01-05",
      "planned": "2099-03-27"
    }
  ],
  "milestones": [
    {
      "id": "mil-1",
      "name": "API freeze",
      "release": "rel-1",
      "planned": "2099-02-10"
    }
  ],
  "work_items": [
    {
      "id": "wi-1",
      "title": "Write it",
      "release": "rel-1",
      "planned_start": "2099-01-12",
      "planned_finish": "2099-02-06"
    }
  ]
}
"""


def start(home, programs, plan=PLAN):
    path = home.write("plan.relm", plan)
    program = Program(RELM, home, path)
    programs.append(program)
    program.find("frame", "Plan")
    program.activate("win.show-release", "rel-1")
    program.activate("win.view", "timeline")
    return program, path, program.find("list", "Timeline")


def get_middle(node):
    extents = node.get_extents(Atspi.CoordType.WINDOW)
    return extents.x + extents.width // 2, extents.y + extents.height // 2


def find_row(program, timeline, name):
    return until(lambda: next((node for node in program.nodes("list item", within=timeline)
                               if node.get_name().startswith(name)), None), name)


def save(program, path):
    program.activate("win.save")
    until(lambda: not any(name.startswith("• ") for name in program.frames()), "the document to be saved")
    with open(path, encoding="utf-8") as file:
        return file.read()


def drag(x, y, distance):
    Atspi.generate_mouse_event(x, y, "abs")
    Atspi.generate_mouse_event(x, y, "b1p")
    for step in range(1, 9):
        Atspi.generate_mouse_event(x + distance * step // 8, y, "abs")
    Atspi.generate_mouse_event(x + distance, y, "b1r")


def test_drag(home, programs):
    program, path, timeline = start(home, programs)
    row = find_row(program, timeline, "Write it, work item")
    x, y = get_middle(row)
    drag(x, y, 60)
    until(lambda: program.is_enabled("win.undo"), "something to undo")
    after = save(program, path)
    lines = [(a, b) for a, b in zip(PLAN.splitlines(), after.splitlines()) if a != b]
    assert len(lines) == 2 and "planned_start" in lines[0][1] and "planned_finish" in lines[1][1], lines
    assert lines[0][1] > lines[0][0] and lines[1][1] > lines[1][0], lines
    program.activate("win.undo")
    assert save(program, path) == PLAN


# Keysyms, and the keycodes of modifiers that Xvfb has.
ESCAPE, RIGHT = 0xff1b, 0xff53
ALT_CODE = 64


def press_key(keysym):
    Atspi.generate_keyboard_event(keysym, None, Atspi.KeySynthType.SYM)


def test_escape(home, programs):
    program, path, timeline = start(home, programs)
    x, y = get_middle(find_row(program, timeline, "Write it, work item"))
    Atspi.generate_mouse_event(x, y, "abs")
    Atspi.generate_mouse_event(x, y, "b1p")
    Atspi.generate_mouse_event(x + 30, y, "abs")
    Atspi.generate_mouse_event(x + 60, y, "abs")
    press_key(ESCAPE)
    Atspi.generate_mouse_event(x + 90, y, "abs")
    Atspi.generate_mouse_event(x + 90, y, "b1r")
    drag(*get_middle(find_row(program, timeline, "API freeze, milestone")), 40)
    until(lambda: program.is_enabled("win.undo"), "something to undo")
    after = save(program, path)
    lines = [b for a, b in zip(PLAN.splitlines(), after.splitlines()) if a != b]
    assert len(lines) == 1 and '"planned"' in lines[0], lines


def test_keys(home, programs):
    program, path, timeline = start(home, programs)
    x, y = get_middle(find_row(program, timeline, "API freeze, milestone"))
    Atspi.generate_mouse_event(x, y, "b1c")
    Atspi.generate_keyboard_event(ALT_CODE, None, Atspi.KeySynthType.PRESS)
    press_key(RIGHT)
    Atspi.generate_keyboard_event(ALT_CODE, None, Atspi.KeySynthType.RELEASE)
    until(lambda: program.is_enabled("win.undo"), "something to undo")
    find_row(program, timeline, "API freeze, milestone, 11 Feb 2099")
    assert save(program, path) == PLAN.replace("2099-02-10", "2099-02-11")


def test_names(home, programs):
    program, path, timeline = start(home, programs)
    names = [node.get_name() for node in program.nodes("list item", within=timeline)]
    assert names == ["1.0, release, 5 Jan – 27 Mar 2099, Planned", "Write it, work item, 12 Jan – 6 Feb 2099, Open",
                     "API freeze, milestone, 10 Feb 2099"], names


BUSY = json.dumps({
    "relm": 1, "name": "Plan", "releases": [{"id": "rel-1", "version": "1.0", "planned_start": "2099-01-05", "planned": "2099-03-27"}],
    "people": [{"id": "per-1", "name": "Ada"}],
    "work_items": [{"id": f"wi-{i}", "title": f"Part {i}", "release": "rel-1", "assignee": "per-1", "planned_start": "2099-01-12",
                    "planned_finish": "2099-01-16"} for i in (1, 2)]})
CONTROL_CODE, SHIFT_CODE = 37, 50


def test_people(home, programs):
    """Who has too much to do says so, without being seen."""
    program, path, timeline = start(home, programs, BUSY)
    Atspi.generate_mouse_event(*get_middle(find_row(program, timeline, "Part 1, work item")), "b1c")
    for code in (CONTROL_CODE, SHIFT_CODE):
        Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.PRESS)
    press_key(ord("p"))
    for code in (SHIFT_CODE, CONTROL_CODE):
        Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.RELEASE)
    rows = program.find("list", "What everybody has to do")
    row = until(lambda: next((node for node in program.nodes("list item", within=rows) if node.get_name().startswith("Ada")), None), "Ada")
    assert row.get_name() == "Ada, Over-allocated on 5 days" and "over-allocated: Part 1, Part 2" in row.get_description(), row.get_description()


def main():
    tap = Tap()
    tap.run("names", test_names)
    tap.run("drag", test_drag)
    tap.run("escape", test_escape)
    tap.run("keys", test_keys)
    tap.run("people", test_people)
    tap.end()


if __name__ == "__main__":
    enter_session(sys.argv)
    main()
