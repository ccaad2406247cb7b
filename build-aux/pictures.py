#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pictures.py PROGRAM PROJECT FRAMEBUFFER FOLDER: opens the project, shows view after view by the window's own exported
actions, and saves what is on the screen as FOLDER/NAME-STYLE.png."""
import json
import os
import struct
import subprocess
import sys
import time
import zlib

from gi.repository import Gio, GLib

from x11_windows import Windows

# Style, width, height, and what the program's environment gets.
STYLES = [
    ("light", 1000, 680, {}),
    ("dark", 1000, 680, {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}),
    ("rtl", 1000, 680, {"LC_ALL": "he_IL.UTF-8"}),
    ("1400", 1400, 900, {}),
    ("360", 360, 680, {}),
    ("long", 1000, 680, {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"}),
    ("long-360", 360, 680, {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"}),
]
PATIENCE_S = 30
# Where nothing composites windows, GTK draws a frame of this many pixels around them, which is left out.
FRAME = 5


class Screen:
    """The framebuffer of Xvfb: a file that the server keeps current."""

    def __init__(self, path):
        self.path = path

    def grab(self, x, y, width, height):
        """The pixels of a part of the screen as rows of red, green, blue."""
        with open(self.path, "rb") as file:
            data = file.read()
        fields = struct.unpack(">25I", data[:100])
        start, stride = fields[0] + 12 * fields[19], fields[12]
        rows = []
        for line in range(y, min(y + height, fields[5])):
            row = data[start + line * stride + 4 * x:start + line * stride + 4 * min(x + width, fields[4])]
            pixels = bytearray(len(row) // 4 * 3)
            pixels[0::3], pixels[1::3], pixels[2::3] = row[2::4], row[1::4], row[0::4]
            rows.append(bytes(pixels))
        return rows


def save_png(path, rows):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    with open(path + ".new", "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) +
                   chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 9)) + chunk(b"IEND", b""))
    os.replace(path + ".new", path)


def wait_for(what, condition):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        result = condition()
        if result:
            return result
        time.sleep(0.05)
    raise SystemExit(f"pictures: {what} did not come in {PATIENCE_S} s")


def steady(screen, area):
    """The screen once it has stopped changing."""
    last, since = screen.grab(*area), time.monotonic()
    end = since + PATIENCE_S
    while time.monotonic() < end and time.monotonic() - since < 0.4:
        time.sleep(0.1)
        now = screen.grab(*area)
        if now != last:
            last, since = now, time.monotonic()
    return last


class Actions:
    """The exported actions of the program's first window."""

    def __init__(self, bus, name):
        self.bus, self.name = bus, name

    def call(self, method, parameters, reply):
        path = "/" + self.name.replace(".", "/") + "/window/1"
        return self.bus.call_sync(self.name, path, "org.gtk.Actions", method, parameters, reply and GLib.VariantType(reply),
                                  Gio.DBusCallFlags.NONE, 5000, None)

    def is_enabled(self, action):
        try:
            return self.call("Describe", GLib.Variant("(s)", (action,)), "((bgav))").unpack()[0][0]
        except GLib.Error:
            return False

    def activate(self, action, *parameters):
        self.call("Activate", GLib.Variant("(sava{sv})", (action, [GLib.Variant("s", p) for p in parameters], {})), None)


def application_name(bus):
    """Whatever its profile, the program's name on the bus is the only one of its kind."""
    names = bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ListNames", None,
                          GLib.VariantType("(as)"), Gio.DBusCallFlags.NONE, 5000, None).unpack()[0]
    return next((name for name in names if ".Relm" in name), None)


def shots(project):
    """The name of each picture, and the actions that lead to it."""
    for view in ("overview", "timeline", "scope", "changelog", "stakeholders"):
        yield view, [("view", view)]
    with open(project, encoding="utf-8-sig") as file:
        content = json.load(file)
    release = next((r for r in content.get("releases", []) if r.get("state") == "in_progress"), None)
    item = next((w for w in content.get("work_items", []) if w.get("state") == "in_progress"), None)
    if release:
        yield "release", [("show-release", release["id"]), ("view", "overview")]
        yield "release-timeline", [("view", "timeline")]
    if item:
        yield "inspector", [("view", "scope"), ("select", item["id"]), ("inspect",)]


def take_pictures(program, project, screen, windows, folder, style, width, height, variables):
    process = subprocess.Popen([program, project], env=dict(os.environ, **variables))
    try:
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        actions = Actions(bus, wait_for("the program", lambda: process.poll() is None and application_name(bus)))
        window = wait_for("a window", windows.list)[0]
        wait_for("the project", lambda: actions.is_enabled("view"))
        windows.place(window, -FRAME, -FRAME, width + 2 * FRAME, height + 2 * FRAME)
        for name, steps in shots(project):
            for step in steps:
                actions.activate(*step)
            save_png(f"{folder}/{name}-{style}.png", steady(screen, (0, 0, width, height)))
    finally:
        process.terminate()
        process.wait()
    wait_for("the end of the program", lambda: application_name(bus) is None)


def main(program, project, framebuffer, folder):
    screen, windows = Screen(framebuffer), Windows()
    only = os.environ.get("RELM_PICTURES", "").split()
    for style, width, height, variables in STYLES:
        if not only or style in only:
            take_pictures(program, project, screen, windows, folder, style, width, height, variables)
    print(f"{len(os.listdir(folder))} pictures in {folder}")


if __name__ == "__main__":
    main(*sys.argv[1:])
