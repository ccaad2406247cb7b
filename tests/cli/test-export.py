#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs relm-cli export and reads what it writes with other readers. usage: test-export.py RELM-CLI"""
import csv
import io
import json
import os
import subprocess
import sys
import tempfile

CLI = os.path.abspath(sys.argv[1])
EVIL = ['=HYPERLINK("http://example.org")', "+1", "-1+1", "@SUM(A1)", "a,b", 'say "when"', "a;=1", "\u202eabc", "ünïcödé " * 30]
PLAN = {
    "relm": 1,
    "name": "Plan",
    "releases": [
        {"id": "rel-1", "version": "1.0", "planned_start": "2027-01-04", "planned": "2027-03-01"},
        {"id": "rel-2", "version": "2.0", "planned": "2027-06-01"},
    ],
    "phases": [{"id": "pha-1", "name": "Build", "release": "rel-1", "planned_start": "2027-01-04", "planned_finish": "2027-01-29"}],
    "milestones": [{"id": "mil-1", "name": "Freeze", "release": "rel-1", "planned": "2027-01-29"}],
    "work_items": [{"id": f"wi-{i}", "title": title, "phase": "pha-1", "planned_start": "2027-01-04",
                    "planned_finish": "2027-01-08"} for i, title in enumerate(EVIL)],
    "schedule_dependencies": [{"id": "dep-1", "predecessor": "wi-0", "successor": "mil-1", "lag_minutes": 960}],
}


class Tap:
    count = 0
    failed = False

    def check(self, good, name, output=""):
        self.count += 1
        print("ok" if good else "not ok", self.count, name)
        if not good:
            self.failed = True
            print("# " + str(output).replace("\n", "\n# "))


def call(folder, *arguments):
    done = subprocess.run([CLI, "export", *arguments], capture_output=True, cwd=folder)
    return done.returncode, done.stdout, done.stderr.decode()


def check_words(tap, folder):
    """What is wrong with the words of a call is said, and nothing is written."""
    with open(os.path.join(folder, "plan.relm"), "rb") as file:
        before = file.read()
    calls = [
        ("no format", ["plan.relm"], "csv"),
        ("no such format", ["plan.relm", "-f", "docx"], "csv"),
        ("no such release", ["plan.relm", "-f", "csv", "-r", "9.9"], "release"),
        ("onto itself", ["plan.relm", "-f", "csv", "-o", "plan.relm"], "project itself"),
        ("onto itself by another name", ["plan.relm", "-f", "csv", "-o", "link.csv"], "project itself"),
        ("no such folder", ["plan.relm", "-o", "none/plan.csv"], "relm-cli: "),
        ("no such file", ["none.relm", "-f", "csv"], "none.relm"),
    ]
    os.symlink("plan.relm", os.path.join(folder, "link.csv"))
    for name, words, answer in calls:
        status, output, errors = call(folder, *words)
        tap.check(status == 2 and output == b"" and answer in errors, name, errors)
    with open(os.path.join(folder, "plan.relm"), "rb") as file:
        tap.check(file.read() == before, "the project stays as it is")


def check_csv(tap, folder):
    status, output, errors = call(folder, "plan.relm", "--format", "csv")
    tap.check(status == 0 and output.count(b"\r\n") == output.count(b"\n"), "csv", errors)
    rows = list(csv.DictReader(io.StringIO(output.decode(), newline="")))
    titles = [row["Title"] for row in rows if row["Kind"] == "Work item"]
    expected = [("'" if title[0] in "=+-@" else "") + title.replace("\u202e", "\ufffd") for title in EVIL]
    tap.check(titles == expected, "csv: titles are whole, and no formulas", titles)
    tap.check([row["No."] for row in rows] == [str(i + 1) for i in range(len(rows))], "csv: rows are counted", rows)
    milestone = next(row for row in rows if row["Kind"] == "Milestone")
    named = rows[int(milestone["Predecessors"].split("FS")[0]) - 1]
    tap.check(milestone["Predecessors"].endswith("FS+2d") and named["Identifier"] == "wi-0", "csv: predecessors", milestone)

    status, output, errors = call(folder, "plan.relm", "-f", "csv", "-r", "2.0")
    tap.check(status == 0 and output.count(b"\r\n") == 2 and b"rel-2" in output, "csv: one release", output)
    status, output, errors = call(folder, "plan.relm", "-o", "plan.CSV")
    with open(os.path.join(folder, "plan.CSV"), "rb") as file:
        tap.check(status == 0 and output == b"" and file.read().count(b"\r\n") == len(rows) + 1, "csv: into a file", errors)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "plan.relm"), "w", encoding="utf-8") as file:
            json.dump(PLAN, file)
        check_words(tap, folder)
        check_csv(tap, folder)
    print(f"1..{tap.count}")
    return tap.failed


sys.exit(main())
