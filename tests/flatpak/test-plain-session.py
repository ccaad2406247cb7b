#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Relm as a Flatpak where there are no portals, and so no FUSE either: what it says then. usage: test-plain-session.py ID"""
import os
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "tests" / "e2e"))
from relm_driver import until  # noqa: E402
from relm_sandbox import RUN, Sandboxed, SandboxTap, read  # noqa: E402

ID = sys.argv[1]
SAMPLE = SOURCE / "data" / "samples" / "relm.relm"


class PlainSandboxed(Sandboxed):
    def messages(self):
        """GTK complains of the portals that are not there, which is what is tried."""
        return "\n".join(line for line in super().messages().split("\n") if "portal" not in line.lower())


def start(place, programs, *arguments):
    programs.append(PlainSandboxed(ID, place, [*RUN, *arguments]))
    return programs[-1]


def says(program, title, words):
    dialog = program.find("alert", title)
    texts = " ".join(node.get_name() for node in program.nodes(within=dialog))
    assert words in texts, texts
    program.press("button", "Close", dialog)
    program.wait_gone("alert")


def test_no_file_chooser(place, programs):
    program = start(place, programs, ID)
    program.find("frame", "Relm")
    program.activate("app.open")
    says(program, "No File Can Be Chosen", "xdg-desktop-portal")
    program.activate("app.open-sample")
    until(lambda: program.is_enabled("win.save-as"), "the sample")
    program.activate("win.save-as")
    says(program, "No File Can Be Chosen", "xdg-desktop-portal")
    assert program.is_running()


def test_nothing_is_exported(place, programs):
    """It says why, and shows no chooser that sees only the sandbox."""
    program = start(place, programs, ID)
    program.find("frame", "Relm")
    program.activate("app.open-sample")
    until(lambda: program.is_enabled("win.save-as"), "the sample")
    program.activate("win.export")
    program.press("button", "Export…", program.find("dialog", "Export"))
    says(program, "No File Can Be Chosen", "xdg-desktop-portal")
    assert program.is_running()


def test_no_browser(place, programs):
    """It says where the help is, by the path that it has outside of the sandbox."""
    program = start(place, programs, ID)
    program.find("frame", "Relm")
    program.activate("app.help")
    dialog = program.find("alert", "No Browser Found")
    texts = " ".join(node.get_name() for node in program.nodes(within=dialog))
    page = next(word for word in texts.split() if word.endswith("/help.html"))
    assert "In the sandbox of a Flatpak" in read(page), page
    program.press("button", "Close", dialog)
    assert program.is_running()


def says_why(place, programs, *arguments):
    path = place.copy(SAMPLE)
    before = read(path)
    program = start(place, programs, *(word.replace("FILE", path) for word in arguments))
    until(lambda: any("may not be seen from Relm’s sandbox" in node.get_name() for node in program.nodes()), "the reason")
    assert program.is_running() and read(path) == before


def test_file_that_is_not_lent(place, programs):
    says_why(place, programs, ID, "FILE")


def test_file_cannot_be_lent(place, programs):
    """Flatpak then passes the name on."""
    says_why(place, programs, "--file-forwarding", ID, "@@", "FILE", "@@")


def main():
    tap = SandboxTap()
    for name, test in list(globals().items()):
        if name.startswith("test_") and os.environ.get("RELM_FLATPAK_TEST", "") in name:
            tap.run("plain-" + name[5:].replace("_", "-"), test)
    tap.end()


main()
