#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans that Microsoft Project and another scheduler computed, written as Microsoft Project XML by this test, imported, and
exported again: names, days, links, lags and constraints stay. usage: test-plans-of-others.py RELM-CLI"""
import datetime
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import xml.etree.ElementTree as ElementTree

CLI = os.path.abspath(sys.argv[1])
CASES = os.path.join(os.environ.get("RELM_TEST_CASES", "."), "schedule")
NAMESPACE = "http://schemas.microsoft.com/project"
TYPES = ["FF", "FS", "SF", "SS"]
CONSTRAINTS = ["AS_SOON_AS_POSSIBLE", "AS_LATE_AS_POSSIBLE", "MUST_START_ON", "MUST_FINISH_ON", "START_NO_EARLIER_THAN",
               "START_NO_LATER_THAN", "FINISH_NO_EARLIER_THAN", "FINISH_NO_LATER_THAN"]
NICKS = [None, "alap", "must_start", "must_finish", "start_no_earlier", "start_no_later", "finish_no_earlier", "finish_no_later"]
MINUTES = {"m": 1, "h": 60, "d": 480, "w": 2400}
FORMATS = {"m": 3, "h": 5, "d": 7, "w": 9}


def add(parent, name, value):
    if value is not None:
        ElementTree.SubElement(parent, name).text = str(value)


def seconds(time):
    return time + ":00" if time is not None and len(time) == len("2027-05-03T08:00") else time


def level_of(tasks, task):
    return 1 if task["parent"] is None or task["parent"] not in tasks else 1 + level_of(tasks, tasks[task["parent"]])


def in_outline(case):
    """The tasks as an outline lists them: each before what is below it."""
    ids = {task["id"] for task in case["tasks"]}

    def below(parent):
        for task in case["tasks"]:
            if (task["parent"] if task["parent"] in ids else None) == parent:
                yield task
                yield from below(task["id"])
    return list(below(None))


def write_xml(case):
    root = ElementTree.Element("Project", xmlns=NAMESPACE)
    add(root, "Title", case["id"])
    tasks = {task["id"]: task for task in case["tasks"]}
    parent = ElementTree.SubElement(root, "Tasks")
    for task in in_outline(case):
        element = ElementTree.SubElement(parent, "Task")
        add(element, "UID", task["id"])
        add(element, "Name", task["name"])
        add(element, "OutlineLevel", level_of(tasks, task))
        add(element, "Start", seconds(task["expected"]["start"]))
        add(element, "Finish", seconds(task["expected"]["finish"]))
        add(element, "Duration", f"PT{int(task['duration_min']) // 60}H{int(task['duration_min']) % 60}M0S")
        add(element, "Milestone", int(task["milestone"]))
        add(element, "ConstraintType", CONSTRAINTS.index(task["constraint"]))
        add(element, "ConstraintDate", seconds(task["constraint_date"]))
        add(element, "Deadline", seconds(task["deadline"]))
        for link in case["deps"]:
            if link["to"] == task["id"]:
                child = ElementTree.SubElement(element, "PredecessorLink")
                add(child, "PredecessorUID", link["from"])
                add(child, "Type", TYPES.index(link["type"]))
                add(child, "LinkLag", int(link["lag"] * MINUTES[link["lag_units"]] * 10))
                add(child, "LagFormat", FORMATS[link["lag_units"]])
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def day(time, finishes=False):
    if time is None:
        return None
    moment = datetime.datetime.fromisoformat(time)
    if finishes and (moment.hour, moment.minute) == (0, 0):
        moment -= datetime.timedelta(days=1)
    return moment.date().isoformat()


def expected_links(case, titles):
    return sorted((titles[link["from"]], titles[link["to"]], link["type"].lower(), int(link["lag"] * MINUTES[link["lag_units"]]))
                  for link in case["deps"])


def check_import(case, project):
    """What is wrong with the project that was made, or None."""
    records = [record for kind in ("phases", "milestones", "work_items") for record in project.get(kind, [])]
    titles = {record["id"]: record.get("title", record.get("name")) for record in records}
    named = {}
    for record in records:
        named.setdefault(titles[record["id"]], []).append(record)
    if len(records) != len(case["tasks"]):
        return f"{len(records)} records for {len(case['tasks'])} tasks"
    for task in case["tasks"]:
        start, finish = day(task["expected"]["start"]), day(task["expected"]["finish"], True)
        found = [(r.get("planned_start", r.get("planned")), r.get("planned_finish", r.get("planned"))) for r in named[task["name"]]]
        if not any(f[1] == max(finish, start) and f[0] in (start, f[1]) for f in found):
            return f"{task['name']}: {found} for {start} to {finish}"
        nick = NICKS[CONSTRAINTS.index(task["constraint"])]
        kept = [record.get("constraint") for record in named[task["name"]]]
        plain = task["constraint"] == "START_NO_EARLIER_THAN" and day(task["constraint_date"]) == start
        if nick is not None and not plain and not task["summary"] and not task["milestone"] and task["duration_min"] and nick not in kept:
            return f"{task['name']}: {kept} for {nick}"
    names = {task["id"]: task["name"] for task in case["tasks"]}
    links = sorted((titles[link["predecessor"]], titles[link["successor"]], link.get("type", "fs"), link.get("lag_minutes", 0))
                   for link in project.get("schedule_dependencies", []))
    return None if links == expected_links(case, names) else f"links {links} for {expected_links(case, names)}"


def check_export(case, text):
    """What is wrong with the plan that came out again, or None."""
    name = "{" + NAMESPACE + "}"
    tasks = {task.find(name + "UID").text: task for task in ElementTree.fromstring(text).iter(name + "Task")}
    titles = {uid: task.find(name + "Name").text for uid, task in tasks.items()}
    links = sorted((titles[link.find(name + "PredecessorUID").text], titles[uid], TYPES[int(link.find(name + "Type").text)].lower(),
                    int(link.find(name + "LinkLag").text) // 10)
                   for uid, task in tasks.items() for link in task.iter(name + "PredecessorLink"))
    wanted = expected_links(case, {task["id"]: task["name"] for task in case["tasks"]})
    return None if links == wanted else f"links {links} for {wanted}"


def call(*words):
    return subprocess.run([CLI, *words], capture_output=True, check=False)


def check_case(folder, case):
    path, made = os.path.join(folder, "plan.xml"), os.path.join(folder, "plan.relm")
    with open(path, "wb") as file:
        file.write(write_xml(case))
    if os.path.exists(made):
        os.remove(made)
    done = call("import", path, "--output", made)
    if done.returncode != 0:
        return done.stderr.decode()
    with open(made, encoding="utf-8") as file:
        problem = check_import(case, json.load(file))
    checked = call("check", made)
    if problem is None and checked.returncode != 0:
        problem = checked.stdout.decode()
    return problem or check_export(case, call("export", made, "--format", "mspdi").stdout)


def load(name):
    """The cases of a set that say their lags in working time."""
    with tarfile.open(os.path.join(CASES, name)) as archive:
        for member in archive.getmembers():
            if member.isfile():
                case = json.load(archive.extractfile(member))
                for task in case["tasks"]:
                    task["name"] = task["name"].strip()
                    task["constraint"] = task["constraint"] or CONSTRAINTS[0]
                if all(link["lag_units"] in MINUTES for link in case["deps"]):
                    yield case


def main():
    sets = ["ms-project.tar.xz", "mpxj-random.tar.xz"]
    print(f"1..{len(sets)}")
    failed = False
    for number, name in enumerate(sets, 1):
        if not os.path.exists(os.path.join(CASES, name)):
            print(f"ok {number} {name} # SKIP the cases from outside are not there (RELM_TEST_CASES)")
            continue
        with tempfile.TemporaryDirectory() as folder:
            cases = list(load(name))
            problems = [(case["id"], problem) for case in cases if (problem := check_case(folder, case))]
        for case, problem in problems:
            print(f"# {case}: {problem}")
        failed |= bool(problems) or not cases
        print(f"{'not ok' if problems or not cases else 'ok'} {number} {name}: {len(cases)} plans")
    return failed


sys.exit(main())
