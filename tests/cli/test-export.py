#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs relm-cli export and reads what it writes with other readers. usage: test-export.py RELM-CLI"""
import csv
import datetime
import io
import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

try:
    import icalendar
except ImportError:
    icalendar = None

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

    def skip(self, name, reason):
        self.count += 1
        print("ok", self.count, name, "# SKIP", reason)


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


def read_events(text):
    """A reader of iCalendar in few lines: the properties of each event by the event's UID."""
    events, event = {}, None
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            event = {}
        elif line == "END:VEVENT":
            events[event["UID"]] = event
            event = None
        elif event is not None:
            event[name] = value.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    return events


def check_icalendar(tap, folder):
    status, output, errors = call(folder, "plan.relm", "-f", "ical")
    events = read_events(output.decode())
    tap.check(status == 0 and max(len(line) for line in output.split(b"\r\n")) <= 75, "ical", errors)
    tap.check(sorted(uid.split("@")[0] for uid in events) == ["mil-1", "pha-1", "rel-1", "rel-2"], "ical: no work", events)
    phase = events["pha-1@relm-app.github.io"]
    tap.check(phase["DTSTART;VALUE=DATE"] == "20270104" and phase["DTEND;VALUE=DATE"] == "20270130", "ical: the end is exclusive", phase)

    if icalendar is None:
        tap.skip("ical: another reader", "python3-icalendar is not here")
    else:
        read = icalendar.Calendar.from_ical(output)
        spans = {str(e["UID"]).split("@")[0]: (e.decoded("DTSTART"), e.decoded("DTEND")) for e in read.walk("VEVENT")}
        days = (datetime.date(2027, 1, 29), datetime.date(2027, 1, 30))
        tap.check(not read.errors and spans["mil-1"] == days, "ical: another reader", spans)

    path = os.path.join(folder, "plan.ics")
    status, output, errors = call(folder, "plan.relm", "-o", path, "--with-work")
    with open(path, "rb") as file:
        first = file.read()
    titles = {event["SUMMARY"] for event in read_events(first.decode()).values()}
    expected = {"Plan: " + title.replace("\u202e", "\ufffd") for title in EVIL}
    expected = {title.replace("Plan: ", "Plan 1.0: ") for title in expected}
    tap.check(status == 0 and expected <= titles, "ical: titles are whole", titles)
    call(folder, "plan.relm", "-o", path, "--with-work")
    with open(path, "rb") as file:
        tap.check(file.read() == first, "ical: what is the same is written the same")

    plan = json.loads(json.dumps(PLAN))
    plan["milestones"][0]["planned"] = "2027-01-30"
    with open(os.path.join(folder, "later.relm"), "w", encoding="utf-8") as file:
        json.dump(plan, file)
    call(folder, "later.relm", "-o", path, "--with-work")
    before = read_events(first.decode())
    with open(path, "rb") as file:
        after = read_events(file.read().decode())
    grown = {uid for uid in before if int(after[uid]["SEQUENCE"]) > int(before[uid]["SEQUENCE"])}
    tap.check(grown == {"mil-1@relm-app.github.io"} and before.keys() == after.keys(), "ical: SEQUENCE grows with what changed", grown)


def check_mspdi(tap, folder):
    status, output, errors = call(folder, "plan.relm", "-f", "mspdi")
    name = "{http://schemas.microsoft.com/project}"
    tasks = {task.find(name + "UID").text: task for task in xml.etree.ElementTree.fromstring(output).iter(name + "Task")}
    titles = {task.find(name + "Name").text for task in tasks.values()}
    tap.check(status == 0 and {title.replace("\u202e", "\ufffd").strip() for title in EVIL} <= {t.strip() for t in titles},
              "mspdi: titles are whole", titles)
    milestone = next(task for task in tasks.values() if task.find(name + "Milestone").text == "1")
    link = milestone.find(name + "PredecessorLink")
    tap.check(tasks[link.find(name + "PredecessorUID").text].find(name + "Name").text == EVIL[0]
              and link.find(name + "LinkLag").text == "9600", "mspdi: links", output)


def check_import(tap, folder):
    """What was exported is a project again, with the same words and days."""
    path = os.path.join(folder, "again.relm")
    call(folder, "plan.relm", "-o", "plan.xml")
    runs = [
        ("import", ["plan.xml", "-o", "again.relm"], 0, ""),
        ("import: not over a file", ["plan.xml", "-o", "plan.relm"], 2, "plan.relm"),
        ("import: no output", ["plan.xml"], 2, "--output"),
        ("import: no plan", ["plan.relm", "-o", "other.relm"], 2, "plan.relm:1: "),
        ("import: no file", ["none.xml", "-o", "other.relm"], 2, "none.xml"),
    ]
    for name, words, status, answer in runs:
        done = subprocess.run([CLI, "import", *words], capture_output=True, text=True, cwd=folder)
        tap.check(done.returncode == status and done.stdout == "" and answer in done.stderr, name, done.stderr)
    tap.check(not os.path.exists(os.path.join(folder, "other.relm")), "import: nothing is written when it fails")
    with open(path, encoding="utf-8") as file:
        again = json.load(file)
    titles = [item["title"] for item in again["work_items"]]
    tap.check(titles == [title.replace("\u202e", "\ufffd").strip() for title in EVIL], "import: titles", titles)
    tap.check(again["releases"][0]["planned"] == "2027-03-01" and again["schedule_dependencies"][0]["lag_minutes"] == 960,
              "import: dates and links", again)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "plan.relm"), "w", encoding="utf-8") as file:
            json.dump(PLAN, file)
        check_words(tap, folder)
        check_csv(tap, folder)
        check_icalendar(tap, folder)
        check_mspdi(tap, folder)
        check_import(tap, folder)
    print(f"1..{tap.count}")
    return tap.failed


sys.exit(main())
