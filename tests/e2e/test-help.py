#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the help shows on a desktop with a help browser, with a browser alone, and with neither. usage: test-help.py RELM PAGE"""
import os
import sys

from relm_driver import Program, enter_session, run_tests, until

RELM, PAGE = (os.path.abspath(path) for path in sys.argv[1:3])


def add_browser(home, mime_type):
    """A program that notes what it is to show, and returns where."""
    folder = os.path.join(home.environment()["XDG_DATA_HOME"], "applications")
    shown = os.path.join(home.path, "shown")
    os.makedirs(folder)
    home.write("browser", f'#!/bin/sh\necho "$1" >"{shown}.new"; mv "{shown}.new" "{shown}"\n')
    os.chmod(os.path.join(home.path, "browser"), 0o755)
    with open(os.path.join(folder, "browser.desktop"), "w", encoding="utf-8") as file:
        file.write(f"[Desktop Entry]\nType=Application\nName=Browser\nExec={home.path}/browser %u\nMimeType={mime_type};\n")
    with open(os.path.join(folder, "mimeapps.list"), "w", encoding="utf-8") as file:
        file.write(f"[Default Applications]\n{mime_type}=browser.desktop\n")
    return shown


def start(home, programs, **environment):
    programs.append(Program(RELM, home, XDG_DATA_DIRS=home.share_without_programs(), **environment))
    programs[-1].find("frame", "Relm")
    programs[-1].activate("app.help")
    return programs[-1]


def test_browser(home, programs):
    shown = add_browser(home, "text/html")
    start(home, programs, RELM_HELP=PAGE)
    until(lambda: os.path.exists(shown), "the browser")
    assert home.read("shown").strip() in (PAGE, "file://" + PAGE), home.read("shown")


def test_help_browser(home, programs):
    shown = add_browser(home, "x-scheme-handler/help")
    start(home, programs)
    until(lambda: os.path.exists(shown), "the help browser")
    assert home.read("shown").strip() == "help:relm", home.read("shown")


def test_neither(home, programs):
    """A sentence says where the pages are."""
    program = start(home, programs, RELM_HELP=PAGE)
    dialog = program.find("alert", "No Browser Found")
    texts = " ".join(node.get_name() for node in program.nodes(within=dialog))
    assert PAGE in texts and "browser" in texts, texts
    program.press("button", "Close", dialog)
    program.wait_gone("alert")
    assert program.is_running()


if __name__ == "__main__":
    enter_session(sys.argv)
    run_tests(globals())
