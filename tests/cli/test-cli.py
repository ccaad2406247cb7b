#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs relm-cli over good and bad files: exit status, message, and the file untouched. usage: test-cli.py RELM-CLI"""
import os
import subprocess
import sys
import tempfile

GOOD = '{\n  "relm": 1,\n  "name": "Plan",\n  "releases": [\n    {\n      "id": "rel-1",\n      "version": "1.0"\n    }\n  ]\n}\n'
CASES = [
    ("good", "check", GOOD, 0, ""),
    ("show", "show", GOOD, 0, "1.0"),
    ("dangling", "check", GOOD.replace('"1.0"', '"1.0", "owner": "per-1"'), 1, "per-1"),
    ("truncated", "check", GOOD[:60], 2, "truncated.relm:"),
    ("markers", "check", GOOD.replace('  "name"', '<<<<<<< HEAD\n  "name"'), 2, "markers.relm:3:1"),
    ("other", "check", "[]", 2, "other.relm:1:1"),
    ("escape", "show", GOOD.replace("Plan", "a\\u001b[31mb"), 0, "a\ufffd[31mb"),
]


def call(*arguments):
    done = subprocess.run([sys.argv[1], *arguments], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


print(f"1..{len(CASES) + 2}")
failed = False
with tempfile.TemporaryDirectory() as folder:
    results = []
    for name, command, text, status, words in CASES:
        path = os.path.join(folder, name + ".relm")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        got, output = call(command, path)
        with open(path, encoding="utf-8") as file:
            results.append((name, got == status and words in output and file.read() == text, output))
    for name, path in (("folder", folder), ("missing", os.path.join(folder, "none.relm"))):
        got, output = call("check", path)
        results.append((name, got == 2 and "relm-cli: " in output, output))
for number, (name, good, output) in enumerate(results, 1):
    print("ok" if good else "not ok", number, name)
    if not good:
        print("# " + output.replace("\n", "\n# "))
        failed = True
sys.exit(failed)
