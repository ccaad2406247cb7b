#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a full schedule costs beside TaskJuggler (tj3) and GNOME Planner on the same network in the same run, and whether the dates are
the same; and how long plans are in which every job has one of four people, beside tj3. usage: perf-peers.py PERF-NETWORK [CASES]

tj3: what a run takes, less what reading alone takes (--check-syntax). Planner: mrp_project_reschedule() of its library, on its own
file, without its window. A network is 8-hour weekdays, tasks of 4 to 40 hours, each after two of the 200 before it."""
import csv
import ctypes
import datetime
import glob
import heapq
import os
import random
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time

SKIPPED = 77
SIZES = (1000, 5000)
PEOPLE = 4
SETS = (("j120", 34), ("j30", 17))  # from how many networks of each
START = datetime.datetime(2027, 1, 4)
PLANNER = sorted(glob.glob("/usr/lib/*/planner/libplanner-1.so.1"))


class Network:
    def __init__(self, minutes, links, people=None):
        self.minutes, self.links = minutes, links
        self.people = people if people is not None else [-1] * len(minutes)

    def text(self):
        items = "\n".join(f"{minutes} {person}" for minutes, person in zip(self.minutes, self.people))
        return f"{len(self.minutes)}\n{items}\n{len(self.links)}\n" + "\n".join(f"{a} {b}" for a, b in self.links) + "\n"

    def before(self):
        result = [[] for _ in self.minutes]
        for first, then in self.links:
            result[then].append(first)
        return result


def make_network(size):
    rng = random.Random(size)
    minutes = [rng.randint(4, 40) * 60 for _ in range(size)]
    links = [(before, i) for i in range(1, size) for before in sorted({rng.randrange(max(0, i - 200), i) for _ in range(2)})]
    return Network(minutes, links)


def run_relm(program, mode, network):
    done = subprocess.run([program, mode], input=network.text(), capture_output=True, text=True, check=True)
    numbers = [int(line) for line in done.stdout.split()]
    return numbers[0] / 1000, numbers[1:]


def timed(*words):
    start = time.monotonic()
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-400:])
    return (time.monotonic() - start) * 1000


def tjp(network, hours, lasting, unit):
    """A project for tj3; what somebody does is effort, and else it just lasts."""
    lines = [f'project p "P" 2027-01-04 +{20 if unit == 60 else 2}y {{ timingresolution 60min {lasting} {hours} timeformat "%Y-%m-%d-%H:%M" }}']
    lines += [f'resource r{i} "r{i}" {{ {hours} }}' for i in range(PEOPLE)] if max(network.people) >= 0 else []
    for i, befores in enumerate(network.before()):
        amount = network.minutes[i] // unit
        work = f"effort {amount}h allocate r{network.people[i]}" if network.people[i] >= 0 else f"length {amount}h"
        depends = "depends " + ", ".join(f"!t{before}" for before in befores) if befores else "start 2027-01-04"
        lines.append(f't{i}'.join(['task ', f' "t{i}" {{ {work if amount > 0 else ""} {depends} }}']))
    lines.append('taskreport "dates" { formats csv columns id, end }')
    return "\n".join(lines) + "\n"


def run_tj3(folder, network, hours, lasting, unit, rounds):
    path = os.path.join(folder, "plan.tjp")
    with open(path, "w", encoding="utf-8") as file:
        file.write(tjp(network, hours, lasting, unit))
    cost = min(timed("tj3", "--no-reports", path) - timed("tj3", "--check-syntax", path) for _ in range(rounds)) if rounds > 0 else 0
    subprocess.run(["tj3", "--output-dir", folder, path], capture_output=True, check=True)
    with open(os.path.join(folder, "dates.csv"), encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    ends = {row["Id"]: datetime.datetime.strptime(row["End"], "%Y-%m-%d-%H:%M") for row in rows}
    return cost, [int((ends[f"t{i}"] - START).total_seconds() // 60) for i in range(len(network.minutes))]


def planner_file(network):
    days = '<default-week mon="0" tue="0" wed="0" thu="0" fri="0" sat="1" sun="1"/>'
    head = ('<?xml version="1.0"?><project name="P" company="" manager="" phase="" project-start="20270104T000000Z" mrproject-version="2" '
            'calendar="1"><calendars><day-types><day-type id="0" name="Working" description=""/><day-type id="1" name="Nonworking" '
            'description=""/><day-type id="2" name="Use base" description=""/></day-types><calendar id="1" name="Default">' + days +
            '<overridden-day-types><overridden-day-type id="0"><interval start="0800" end="1200"/><interval start="1300" end="1700"/>'
            '</overridden-day-type></overridden-day-types><days/></calendar></calendars><tasks>')
    tasks = []
    for i, befores in enumerate(network.before()):
        links = "".join(f'<predecessor id="{j + 1}" predecessor-id="{before + 1}" type="FS"/>' for j, before in enumerate(befores))
        tasks.append(f'<task id="{i + 1}" name="t{i}" note="" work="{network.minutes[i] * 60}" start="20270104T000000Z" end="20270104T000000Z" '
                     f'percent-complete="0" priority="0" type="normal" scheduling="fixed-work"><predecessors>{links}</predecessors></task>')
    return head + "".join(tasks) + "</tasks><resource-groups/><resources/><allocations/></project>"


class GList(ctypes.Structure):
    pass


GList._fields_ = [("data", ctypes.c_void_p), ("next", ctypes.POINTER(GList)), ("prev", ctypes.POINTER(GList))]


def drive_planner(path):
    """In a process of its own: loads the file, and prints milliseconds of loading and of scheduling, and the finish of each task."""
    library = ctypes.CDLL(PLANNER[0])
    for name in ("mrp_application_new", "mrp_project_new", "mrp_project_get_all_tasks", "mrp_task_get_name"):
        getattr(library, name).restype = ctypes.c_void_p
    library.mrp_task_get_finish.restype = ctypes.c_long
    library.mrp_project_get_all_tasks.restype = ctypes.POINTER(GList)
    library.mrp_task_get_name.restype = ctypes.c_char_p
    project = ctypes.c_void_p(library.mrp_project_new(ctypes.c_void_p(library.mrp_application_new())))
    start = time.monotonic()
    if not library.mrp_project_load(project, ("file://" + path).encode(), None):
        raise RuntimeError("Planner does not read the file")
    loaded = time.monotonic()
    library.mrp_project_reschedule(project)
    scheduled = time.monotonic()
    print((loaded - start) * 1000, (scheduled - loaded) * 1000)
    node = library.mrp_project_get_all_tasks(project)
    while node:
        task = ctypes.c_void_p(node.contents.data)
        print(library.mrp_task_get_name(task).decode(), library.mrp_task_get_finish(task))
        node = node.contents.next


def run_planner(folder, network):
    path = os.path.join(folder, "plan.planner")
    with open(path, "w", encoding="utf-8") as file:
        file.write(planner_file(network))
    done = subprocess.run([sys.executable, os.path.abspath(__file__), "--planner", path], capture_output=True, text=True,
                          env=dict(os.environ, TZ="UTC"))
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-400:])
    lines = done.stdout.split("\n")
    load, schedule = (float(word) for word in lines[0].split())
    base = START.replace(tzinfo=datetime.timezone.utc).timestamp()
    ends = {name: int(finish) for name, finish in (line.split() for line in lines[1:] if line)}
    return load, schedule, [int((ends[f"t{i}"] - base) // 60) for i in range(len(network.minutes))]


def say_dates(name, ours, theirs):
    same = sum(a == b for a, b in zip(ours, theirs))
    return f"{same} of {len(ours)} finishes are the same in {name}" + ("" if same == len(ours) else f" (its last {max(theirs)}, ours {max(ours)})")


def compare_schedules(program):
    office = "workinghours mon - fri 8:00 - 12:00, 13:00 - 17:00 workinghours sat, sun off"
    for size in SIZES:
        network = make_network(size)
        ours, finishes = run_relm(program, "schedule", network)
        with tempfile.TemporaryDirectory() as folder:
            if shutil.which("tj3"):
                cost, theirs = run_tj3(folder, network, office, "", 60, 2 if size == SIZES[0] else 1)
                print(f"{size} items: Relm {ours:.2f} ms, tj3 {cost:.0f} ms, {cost / ours:.0f} times; {say_dates('tj3', finishes, theirs)}")
            if PLANNER:
                load, cost, theirs = run_planner(folder, network)
                print(f"{size} items: Relm {ours:.2f} ms, Planner {cost:.1f} ms, {cost / ours:.0f} times (it loads for {load:.0f} ms); "
                      f"{say_dates('Planner', finishes, theirs)}")


def read_psplib(text):
    """Durations and links of a problem in PSPLIB's format."""
    lines = text.split("\n")
    links, minutes = [], []
    first = next(i for i, line in enumerate(lines) if line.startswith("PRECEDENCE RELATIONS")) + 2
    for line in lines[first:]:
        words = line.split()
        if not words or not words[0].isdigit():
            break
        links += [(int(words[0]) - 1, int(word) - 1) for word in words[3:]]
    first = next(i for i, line in enumerate(lines) if line.startswith("REQUESTS/DURATIONS")) + 3
    for line in lines[first:]:
        words = line.split()
        if not words or not words[0].isdigit():
            break
        minutes.append(int(words[2]) * 1440)
    rng = random.Random(len(minutes) + sum(minutes))
    return Network(minutes, links, [rng.randrange(PEOPLE) if amount > 0 else -1 for amount in minutes])


def preempt(jobs):
    """When all is done that one person does, each (from when it can be done, how long it takes, what comes after it), if work could be
    interrupted: no plan is shorter. Jackson's preemptive schedule (Carlier, "The one-machine sequencing problem", 1982)."""
    jobs = sorted(jobs)
    now, longest, following, open_jobs = 0, 0, 0, []
    while following < len(jobs) or open_jobs:
        if not open_jobs:
            now = max(now, jobs[following][0])
        while following < len(jobs) and jobs[following][0] <= now:
            heapq.heappush(open_jobs, [-jobs[following][2], jobs[following][1]])
            following += 1
        until = jobs[following][0] if following < len(jobs) else sys.maxsize
        step = min(open_jobs[0][1], until - now)
        now += step
        open_jobs[0][1] -= step
        if open_jobs[0][1] == 0:
            longest = max(longest, now - heapq.heappop(open_jobs)[0])
    return longest


def find_heads(network):
    """Before when no job can start: what leads to it has to be done, and each person does one thing at a time."""
    between = []  # per job, by what leads to it: the longest way from the one's end to the other's start
    heads = []
    for befores in network.before():
        ways = {}
        for before in befores:
            ways[before] = ways.get(before, 0)
            for first, way in between[before].items():
                ways[first] = max(ways.get(first, 0), way + network.minutes[before])
        jobs = {}
        for first, way in ways.items():
            jobs.setdefault(network.people[first], []).append((heads[first], network.minutes[first], way))
        chain = max((head + minutes + way for group in jobs.values() for head, minutes, way in group), default=0)
        between.append(ways)
        heads.append(max([chain] + [preempt(group) for person, group in jobs.items() if person >= 0]))
    return heads


def turn(network):
    """The same network from its end: jobs come in an order in which what leads to them is before them."""
    last = len(network.minutes) - 1
    return Network(network.minutes[::-1], [(last - then, last - first) for first, then in network.links], network.people[::-1])


def get_bound(network):
    """No plan is shorter. In days."""
    jobs = list(zip(find_heads(network), network.minutes, find_heads(turn(network))[::-1]))
    chain = max(head + minutes + tail for head, minutes, tail in jobs)
    people = [preempt([job for job, who in zip(jobs, network.people) if who == person]) for person in range(PEOPLE)]
    return max([chain] + people) // 1440


def compare_set(program, archive, n_networks):
    """Prints a row per network. Returns per cent above the bound, of ours and of tj3's, how often ours is at it, and longer than tj3's."""
    always = "workinghours mon - sun 0:00 - 24:00"
    ours_above, theirs_above, worse = [], [], 0
    members = sorted((member for member in archive.getmembers() if member.name.endswith(".sm")), key=lambda member: member.name)
    for member in members[::len(members) // n_networks][:n_networks]:
        network = read_psplib(archive.extractfile(member).read().decode())
        bound = get_bound(network)
        _, (ours,) = run_relm(program, "level", network)
        with tempfile.TemporaryDirectory() as folder:
            _, ends = run_tj3(folder, network, always, "dailyworkinghours 24 yearlyworkingdays 365", 1440, 0)
        # An hour for tj3 is a day for us: its slots are hours.
        ours, theirs = ours // 1440, max(ends) // 60
        ours_above.append(100 * (ours / bound - 1))
        theirs_above.append(100 * (theirs / bound - 1))
        worse += ours > theirs
        print(f"{os.path.basename(member.name):12} {bound:6} {ours:5} {theirs:5}   {ours_above[-1]:5.1f} {theirs_above[-1]:5.1f}")
    return sum(ours_above) / len(ours_above), sum(theirs_above) / len(theirs_above), ours_above.count(0), worse


def compare_levelling(program, cases):
    for name, n_networks in SETS:
        print("network       bound  Relm   tj3   (days; above the bound in %)")
        with tarfile.open(os.path.join(cases, "psplib", name + ".tar.xz")) as archive:
            ours, theirs, best, worse = compare_set(program, archive, n_networks)
        print(f"{n_networks} networks of {name}, {PEOPLE} people: Relm {ours:.1f} % above the bound, the goal is 6; tj3 {theirs:.1f} %; "
              f"as short as can be: {best}; longer than tj3's: {worse}, the goal is 0")


def main():
    if sys.argv[1] == "--planner":
        drive_planner(sys.argv[2])
        return 0
    cases = sys.argv[2] if len(sys.argv) > 2 else os.environ.get("RELM_TEST_CASES", "")
    if not shutil.which("tj3") and not PLANNER:
        print("Peers are not measured: neither tj3 nor planner is installed")
        return SKIPPED
    compare_schedules(sys.argv[1])
    if shutil.which("tj3") and os.path.isdir(os.path.join(cases, "psplib")):
        compare_levelling(sys.argv[1], cases)
    return 0


sys.exit(main())
