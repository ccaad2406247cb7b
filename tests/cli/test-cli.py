#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs relm-cli over good and bad files: exit status, message, and everything on the disk untouched. usage: test-cli.py RELM-CLI MANUAL"""
import datetime
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

GOOD = '{\n  "relm": 1,\n  "name": "Plan",\n  "releases": [\n    {\n      "id": "rel-1",\n      "version": "1.0"\n    }\n  ]\n}\n'
PLAN = '''{
  "relm": 1,
  "name": "Plan",
  "releases": [{"id": "rel-1", "version": "1.0", "planned": "2127-05-14"}],
  "work_items": [
    {"id": "wi-1", "title": "Design", "release": "rel-1", "planned_start": "2127-05-05", "planned_finish": "2127-05-07"},
    {"id": "wi-2", "title": "Code", "release": "rel-1", "planned_start": "2127-05-08", "planned_finish": "2127-05-09"}
  ],
  "schedule_dependencies": [{"id": "dep-1", "predecessor": "wi-1", "successor": "wi-2"}]
}
'''
# name, command, the file's text, exit status, words of the answer
CASES = [
    ("schedule", "schedule", PLAN, 0, "1.0: ready on 9 May 2127, 5 days to spare\n  5 May – 7 May 2127  Design (Stays where it was planned: nothing is before it)\n"
     "  8 May – 9 May 2127  Code (Follows the finish of “Design”)\n"),
    ("late", "schedule", PLAN.replace("2127-05-14", "2127-05-08"), 1, "“1.0” will be ready 1 day after its planned date"),
    ("pending", "schedule", PLAN.replace("2127-05-07", "2127-05-09"), 0, "elsewhere"),
    ("loop", "schedule", PLAN.replace('"wi-2"}]', '"wi-2"}, {"id": "dep-2", "predecessor": "wi-2", "successor": "wi-1"}]'), 1, "Wait for one another: “Design”, “Code”"),
    ("nothing to schedule", "schedule", GOOD, 0, ""),
    ("good", "check", GOOD, 0, ""),
    ("show", "show", GOOD, 0, "1.0"),
    ("dangling", "check", GOOD.replace('"1.0"', '"1.0", "owner": "per-1"'), 1, "per-1"),
    ("truncated", "check", GOOD[:60], 2, "truncated.relm:"),
    ("truncated-show", "show", GOOD[:60], 2, "truncated-show.relm:"),
    ("empty", "check", "", 2, "empty.relm:1:1"),
    ("markers", "check", GOOD.replace('  "name"', '<<<<<<< HEAD\n  "name"'), 2, "markers.relm:3:1"),
    ("other", "check", "[]", 2, "other.relm:1:1"),
    ("twice", "check", GOOD.replace('"rel-1"', '"rel-1", "id": "rel-2"'), 2, "twice.relm:"),
    ("newer", "check", GOOD.replace('"relm": 1', '"relm": 2'), 0, "newer Relm"),
    ("escape", "show", GOOD.replace("Plan", "a\\u001b[31mb"), 0, "a\ufffd[31mb"),
    ("bidi", "show", GOOD.replace("1.0", "1\\u202e0"), 0, "1\ufffd0"),
]
# name, words of the call, exit status, words of the answer
CALLS = [
    ("help", ["--help"], 0, "schema"),
    ("version", ["--version"], 0, "relm-cli "),
    ("help of a command", ["check", "--help"], 0, "relm-cli check"),
    ("nothing", [], 2, "--help"),
    ("no such command", ["frobnicate"], 2, "--help"),
    ("no file", ["check"], 2, ".relm"),
    ("two files", ["check", "a", "b"], 2, "relm-cli check"),
    ("no such option", ["check", "--frobnicate", "a"], 2, "frobnicate"),
    ("missing", ["check", "none.relm"], 2, "none.relm"),
    ("folder", ["show", "."], 2, "relm-cli: "),
]


CLI = os.path.abspath(sys.argv[1])
MANUAL = os.path.abspath(sys.argv[2])


class Tap:
    count = 0
    failed = False

    def check(self, good, name, output=""):
        self.count += 1
        print("ok" if good else "not ok", self.count, name)
        if not good:
            self.failed = True
            print("# " + output.replace("\n", "\n# "))

    def skip(self, name, reason):
        self.count += 1
        print("ok", self.count, name, "# SKIP", reason)


def call(folder, *arguments):
    done = subprocess.run([CLI, *arguments], capture_output=True, text=True, cwd=folder)
    return done.returncode, done.stdout, done.stderr


def fingerprint(folder):
    """What is in the folder: names, modes, times and contents."""
    result = []
    for base, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(base, name)
            info = os.lstat(path)
            with open(path, "rb") as file:
                digest = hashlib.sha256(file.read()).hexdigest()
            result.append((path, info.st_mode, info.st_mtime_ns, digest))
    return result


def check_files(tap, folder):
    for name, command, text, status, words in CASES:
        path = os.path.join(folder, name + ".relm")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        before = fingerprint(folder)
        got, output, errors = call(folder, command, path)
        tap.check(got == status and words in output + errors and "\x1b" not in output + errors, name, output + errors)
        tap.check(fingerprint(folder) == before, name + " leaves the disk as it is")
        if status == 2:
            tap.check(output == "" and errors.startswith("relm-cli: "), name + " says so on the standard error", errors)


def check_truncation(tap, folder):
    """At every byte: an answer, never a crash, and only the whole file is fine."""
    path = os.path.join(folder, "cut.relm")
    wrong = []
    for length in range(0, len(GOOD), 7):
        with open(path, "w", encoding="utf-8") as file:
            file.write(GOOD[:length])
        got, _, errors = call(folder, "check", path)
        if got != 2 or not errors.startswith("relm-cli: "):
            wrong.append((length, got, errors))
    tap.check(not wrong, "truncated anywhere", repr(wrong))


def check_permission(tap, folder):
    path = os.path.join(folder, "secret.relm")
    with open(path, "w", encoding="utf-8") as file:
        file.write(GOOD)
    os.chmod(path, 0)
    if os.access(path, os.R_OK):
        tap.skip("no permission", "this user may read everything")
    else:
        got, output, errors = call(folder, "check", path)
        tap.check(got == 2 and "secret.relm" in errors, "no permission", output + errors)
    os.chmod(path, 0o600)


TWICE = """{
  "relm": 1,
  "name": "Plan",
  "releases": [{"id": "rel-1", "version": "1.0", "planned": "2127-05-16"}],
  "people": [{"id": "per-1", "name": "Ada"}],
  "work_items": [
    {"id": "wi-1", "title": "Design", "release": "rel-1", "assignee": "per-1", "planned_start": "2127-05-05", "planned_finish": "2127-05-07", "scheduling": "pinned"},
    {"id": "wi-2", "title": "Code", "release": "rel-1", "assignee": "per-1", "planned_start": "2127-05-07", "planned_finish": "2127-05-08"}
  ]
}
"""


def check_level(tap, folder):
    """It is said first; only “--write” changes the file, and then nothing is left to do."""
    path = os.path.join(folder, "level.relm")
    with open(path, "w", encoding="utf-8") as file:
        file.write(TWICE)
    before = fingerprint(folder)
    got, output, errors = call(folder, "level", path)
    answer = ("Over-allocated\n  Ada, 7 May 2127, 16\u00a0h of 8\u00a0h a day, over-allocated: Design, Code\n"
              "Moves 1 item, 1.0 ready by +1 day\n"
              "  Code: 7 May – 8 May 2127 → 8 May – 9 May 2127, +1 d (Ada has too much to do on 7 May 2127: also “Design”)\n"
              "1.0: ready on 9 May 2127 instead of 8 May 2127\n")
    tap.check(got == 0 and output == answer, "level", output + errors)
    tap.check(fingerprint(folder) == before, "level leaves the disk as it is")
    got, output, errors = call(folder, "level", path, "--seed", "7", "--write")
    with open(path, encoding="utf-8") as file:
        items = json.load(file)["work_items"]
    tap.check(got == 0 and [item["planned_start"] for item in items] == ["2127-05-05", "2127-05-08"] and items[1]["planned_finish"] == "2127-05-09",
              "level --write", output + errors)
    before = fingerprint(folder)
    got, output, errors = call(folder, "level", path, "--write")
    tap.check(got == 0 and output == "Nothing has to move\n" and fingerprint(folder) == before, "level what is level", output + errors)
    got, output, errors = call(folder, "level", os.path.join(folder, "none.relm"))
    tap.check(got == 2 and output == "" and "none.relm" in errors, "level nothing", output + errors)


def check_schema(tap, folder):
    got, output, errors = call(folder, "schema")
    tap.check(got == 0 and "releases" in json.loads(output)["properties"], "schema", errors)


def plan_with_past(weeks, a_week):
    """So many items finished in each of the last weeks, and eight to go."""
    today = datetime.date.today()
    done = [{"id": f"wi-{i}", "title": "Done", "state": "done", "actual_finish": str(today - datetime.timedelta(days=7 * (i // a_week + 1)))}
            for i in range(weeks * a_week)]
    rest = [{"id": f"wi-r{i}", "title": "Open", "release": "rel-1"} for i in range(8)]
    return {"relm": 1, "name": "Plan", "releases": [{"id": "rel-1", "version": "1.0"}, {"id": "rel-2", "version": "2.0"}], "work_items": done + rest}


# name, weeks of the past, words after the file, exit status, words of the answer
FORECASTS = [
    ("forecast", 60, ["--release", "1.0"], 0, "Remaining: 8"),
    ("forecast of all", 60, [], 0, "2.0\n  No work items belong to it yet."),
    ("back-tests", 60, ["-r", "1.0"], 0, "“85 %” came true in "),
    ("no pace", 11, ["-r", "1.0"], 1, "A pace shows after 12 weeks"),
    ("no such release to forecast", 60, ["-r", "9"], 2, "No upcoming release"),
]


def check_forecast(tap, folder):
    path = os.path.join(folder, "forecast.relm")
    for name, weeks, words, status, answer in FORECASTS:
        with open(path, "w", encoding="utf-8") as file:
            json.dump(plan_with_past(weeks, 2), file)
        got, output, errors = call(folder, "forecast", path, *words)
        tap.check(got == status and answer in output + errors and call(folder, "forecast", path, *words)[1] == output, name, output + errors)


def plan_with_gates(bug, standing, decision):
    gate = {"id": "gat-1", "name": "Go or no-go", "release": "rel-1", "planned": "2127-05-03", **({"decision": decision} if decision else {})}
    criteria = [{"id": "crt-1", "name": "No bug", "gate": "gat-1", "rule": "bugs_done"},
                {"id": "crt-2", "name": "Tried out", "gate": "gat-1", **({"standing": standing} if standing else {})}]
    return {"relm": 1, "name": "Plan", "releases": [{"id": "rel-1", "version": "1.0"}, {"id": "rel-2", "version": "2.0"}],
            "gates": [gate], "gate_criteria": criteria, "work_items": [{"id": "wi-1", "title": "Bug", "kind": "bug", "state": bug, "release": "rel-1"}]}


# name, state of a bug, standing of what is checked by hand, decision, words after the file, exit status, words of the answer
GATES = [
    ("gates", "open", None, None, [], 1, "Go or no-go (1.0, 3 May 2127): 0 of 2 criteria met\n  No bug: Not met (1 of 1 not done)\n  Tried out: Not met\n"),
    ("gates that could be passed", "done", "waived", None, [], 0, "1 of 2 criteria met, 1 waived\n  No bug: Met (1 looked at)\n  Tried out: Waived\n"),
    ("a gate that was passed all the same", "open", None, "go", ["-r", "1.0"], 0, "Go; 0 of 2 criteria met"),
    ("a gate that was refused", "done", "met", "no_go", [], 1, "No-go; 2 of 2 criteria met"),
    ("a release without gates", "open", None, None, ["-r", "2.0"], 0, ""),
    ("no such release with gates", "open", None, None, ["-r", "9"], 2, "No release has the version"),
]


def check_gates(tap, folder):
    path = os.path.join(folder, "gates.relm")
    for name, bug, standing, decision, words, status, answer in GATES:
        with open(path, "w", encoding="utf-8") as file:
            json.dump(plan_with_gates(bug, standing, decision), file)
        got, output, errors = call(folder, "gates", path, *words)
        tap.check(got == status and answer in output + errors, name, output + errors)


def check_told(tap, folder):
    """Who was told of another date has to be told; who knows all, or was never told, need not."""
    path = os.path.join(folder, "told.relm")
    plan = {"relm": 1, "name": "Plan", "releases": [{"id": "rel-1", "version": "1.0", "planned": "2127-05-03"}],
            "stakeholders": [{"id": "stk-1", "name": "Packagers"}, {"id": "stk-2", "name": "Users"}],
            "communications": [{"id": "com-1", "subject": "News", "stakeholder": "stk-1", "told": "2127-01-02", "snapshot": ["rel-1 2127-05-03 1.0"]}]}
    for name, date, status, answer in [("told", "2127-05-03", 0, "Packagers: told on 2 Jan 2127\nUsers: never told anything\n"),
                                       ("not told", "2127-05-04", 1, "Packagers: told on 2 Jan 2127\n  1.0 is planned for 4 May 2127, 1 day later\n")]:
        plan["releases"][0]["planned"] = date
        with open(path, "w", encoding="utf-8") as file:
            json.dump(plan, file)
        got, output, errors = call(folder, "told", path)
        tap.check(got == status and answer in output, name, output + errors)


def plan_with_cost(hourly):
    ada = {"id": "per-ada", "name": "Ada", **({"hourly_cost_cents": hourly} if hourly else {})}
    item = {"id": "wi-1", "title": "Work", "release": "rel-1", "assignee": "per-ada", "planned_start": "2027-05-03",
            "planned_finish": "2027-05-07", "spent_minutes": 1800, "progress": 50}
    return {"relm": 1, "name": "Plan", "currency": "EUR", "status_date": "2027-05-07", "people": [ada], "releases": [{"id": "rel-1", "version": "1.0"}], "work_items": [item]}


def check_cost(tap, folder):
    path = os.path.join(folder, "cost.relm")
    for name, hourly, status, answers in [("cost", 10000, 0, ["Earned (EV): 2000\u00a0EUR", "Spent (AC): 3000\u00a0EUR", "(CPI): 0.67", "(EAC): 6000\u00a0EUR"]),
                                          ("no cost", 0, 1, ["Nothing in the project costs anything"])]:
        with open(path, "w", encoding="utf-8") as file:
            json.dump(plan_with_cost(hourly), file)
        got, output, errors = call(folder, "cost", path)
        tap.check(got == status and all(answer in output + errors for answer in answers), name, output + errors)


def git(folder, *arguments):
    """Runs git without anybody's configuration."""
    environment = dict(os.environ, HOME=folder, GIT_CONFIG_NOSYSTEM="1", GIT_AUTHOR_DATE="1700000000 +0000",
                       GIT_COMMITTER_DATE="1700000000 +0000")
    identity = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, env=environment, check=True, capture_output=True)


def make_repository(folder):
    os.makedirs(folder)
    git(folder, "init", "-q", "-b", "main")
    for subject in ("feat(ui): A window", "fix: A leak (#12)"):
        git(folder, "commit", "-q", "--allow-empty", "-m", subject)
    git(folder, "tag", "v1.0.0")
    git(folder, "commit", "-q", "--allow-empty", "-m", "feat!: No more menus\n\nBREAKING CHANGE: use keys")


def write_plan(folder, location):
    plan = {"relm": 1, "name": "Plan"}
    if location is not None:
        plan["sources"] = [{"id": "src-1", "name": "Code", "location": location}]
    path = os.path.join(folder, "plan.relm")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(plan, file)
    return path


# name, words after the file, exit status, words of the answer
CHANGELOG_CALLS = [
    ("offline before", ["--offline"], 2, "--offline"),
    ("markdown", [], 0, "## [Unreleased]\n\n### Added\n\n- **Breaking:** No more menus\n  use keys\n\n## [1.0.0] - 2023-11-14\n"),
    ("release", ["--release", "1.0.0"], 0, "## [1.0.0] - 2023-11-14\n\n### Added\n\n- **ui:** A window\n"),
    ("tag", ["-r", "v1.0.0"], 0, "- A leak (#12)\n"),
    ("unreleased", ["--release=unreleased"], 0, "No more menus"),
    ("no such release", ["--release", "9.9"], 2, "such release"),
    ("json", ["--format", "json"], 0, '"version": "1.0.0"'),
    ("no such format", ["--format", "html"], 2, "markdown"),
    ("offline after", ["--offline"], 0, "## [1.0.0]"),
]
# name, location, words of the answer
BAD_REPOSITORIES = [
    ("missing repository", "nowhere", "nowhere"),
    ("empty repository", "empty", "commit"),
    ("not a repository", "plain", "plain"),
    ("not an address", "ftp://example.org/x.git", "ftp"),
]


def check_changelog(tap, folder):
    repository = os.path.join(folder, "code")
    make_repository(repository)
    path = write_plan(folder, "code")
    before = fingerprint(folder)
    for name, words, status, answer in CHANGELOG_CALLS:
        got, output, errors = call(folder, "changelog", path, *words)
        tap.check(got == status and answer in output + errors and (output == "") == (status == 2), "changelog: " + name,
                  output + errors)
    tap.check(fingerprint(folder) == before, "changelog leaves the plan and the repository as they are")

    shutil.rmtree(repository)
    got, output, errors = call(folder, "changelog", path)
    tap.check(got == 2 and output == "" and "--offline" in errors, "changelog: repository gone", output + errors)
    got, output, errors = call(folder, "changelog", path, "--offline")
    tap.check(got == 0 and "A leak" in output, "changelog: offline with the repository gone", output + errors)


def check_prereleases(tap, folder):
    """In the whole changelog each change stands once; a release alone has all since the final one before it."""
    repository = os.path.join(folder, "candidates")
    os.makedirs(repository)
    git(repository, "init", "-q", "-b", "main")
    for subject, tag in (("feat: First", "v1.0.0"), ("feat: Second", "v2.0.0-rc.1"), ("fix: Third", "v2.0.0-rc.2"),
                         ("fix: Fourth", "v2.0.0"), ("feat: Fifth", "v2.1.0-beta.1"), ("fix: Sixth", None)):
        git(repository, "commit", "-q", "--allow-empty", "-m", subject)
        if tag is not None:
            git(repository, "tag", tag)
    path = write_plan(folder, "candidates")
    _, output, errors = call(folder, "changelog", path)
    headings = [line[4:line.index("]")] for line in output.split("\n") if line.startswith("## ")]
    words = [line[2:] for line in output.split("\n") if line.startswith("- ")]
    tap.check(headings == ["Unreleased", "2.1.0-beta.1", "2.0.0", "1.0.0"] and
              words == ["Sixth", "Fifth", "Second", "Fourth", "Third", "First"], "changelog: each change once", output + errors)
    _, output, errors = call(folder, "changelog", path, "--format", "json")
    entries = [entry["summary"] for release in json.loads(output)["releases"] for section in release["sections"]
               for entry in section["entries"]]
    tap.check(sorted(entries) == sorted(words), "changelog: each change once as JSON", output + errors)
    for version, expected in (("2.0.0", ["Second", "Fourth", "Third"]), ("2.0.0-rc.2", ["Third"]), ("v2.0.0-rc.1", ["Second"])):
        _, output, errors = call(folder, "changelog", path, "--release", version)
        words = [line[2:] for line in output.split("\n") if line.startswith("- ")]
        tap.check(words == expected, "changelog: " + version + " alone", output + errors)


SEVERAL = """
## [Unreleased]

### Fixed

- **Window:** It closes

## [1.0.0] - 2023-11-14

### Added

- **Engine (ui):** A window
- **Window:** It opens

### Fixed

- **Engine:** A leak (#12)
"""


def check_several(tap, folder):
    """One release of two repositories, of one of which only a folder is of the product."""
    make_repository(os.path.join(folder, "engine"))
    git(os.path.join(folder, "engine"), "reset", "-q", "--hard", "v1.0.0")
    shell = os.path.join(folder, "shell")
    os.makedirs(os.path.join(shell, "window"))
    git(shell, "init", "-q", "-b", "main")
    for path, subject, tag in (("window/a", "feat: It opens", None), ("other", "feat: Of another product", "1.0"),
                               ("window/a", "fix: It closes", None), ("other", "fix: Of another product", None)):
        with open(os.path.join(shell, path), "a", encoding="utf-8") as file:
            file.write(subject)
        git(shell, "add", "-A")
        git(shell, "commit", "-q", "-m", subject)
        if tag is not None:
            git(shell, "tag", tag)
    path = os.path.join(folder, "several.relm")
    plan = {"relm": 1, "name": "Several", "sources": [{"id": "src-1", "name": "Engine", "location": "engine"},
                                                       {"id": "src-2", "name": "Shell", "location": "shell"}],
            "components": [{"id": "cmp-1", "name": "Window", "source": "src-2", "path": "./window/"}]}
    with open(path, "w", encoding="utf-8") as file:
        json.dump(plan, file)
    got, output, errors = call(folder, "changelog", path)
    tap.check(got == 0 and output.endswith(SEVERAL), "changelog: several repositories", output + errors)
    got, output, errors = call(folder, "changelog", path, "--offline", "--format", "json")
    releases = json.loads(output)["releases"] if got == 0 else []
    tap.check([(release["version"], release["n_commits"]) for release in releases] == [(None, 1), ("1.0.0", 3)] and
              releases[0]["sections"][0]["entries"][0]["components"] == ["Window"], "changelog: components as JSON", output + errors)
    plan["components"][0]["path"] = "other"
    with open(path, "w", encoding="utf-8") as file:
        json.dump(plan, file)
    got, output, errors = call(folder, "changelog", path, "--offline")
    tap.check(got == 2 and "Shell: " in errors and "--offline" in errors, "changelog: a path that nobody looked for", output + errors)


def check_bad_repositories(tap, folder):
    os.makedirs(os.path.join(folder, "plain"))
    os.makedirs(os.path.join(folder, "empty"))
    git(os.path.join(folder, "empty"), "init", "-q")
    for name, location, answer in BAD_REPOSITORIES:
        path = write_plan(folder, location)
        before = fingerprint(folder)
        got, output, errors = call(folder, "changelog", path)
        tap.check(got == 2 and output == "" and errors.startswith("relm-cli: ") and answer in errors, name, output + errors)
        tap.check(fingerprint(folder) == before, name + " leaves the disk as it is")
    got, output, errors = call(folder, "changelog", write_plan(folder, None))
    tap.check(got == 0 and output.startswith("# Changelog"), "no repository", output + errors)


def check_repositories(tap):
    if shutil.which("git") is None:
        tap.skip("changelog", "git is not here to make a repository")
        return
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        check_changelog(tap, folder)
        check_prereleases(tap, folder)
        check_several(tap, folder)
        check_bad_repositories(tap, folder)


def check_manual(tap, folder):
    """Every command is in the manual."""
    _, output, errors = call(folder, "--help")
    names = [line.split()[0] for line in output.split("\n") if line.startswith("  ") and line[2:3].islower()]
    with open(MANUAL, encoding="utf-8") as file:
        manual = file.read()
    missing = [name for name in names if name != "relm-cli" and f"\n.BI {name} " not in manual and f"\n.B {name}\n" not in manual]
    tap.check("check" in names and not missing, "manual", repr(missing) + errors)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        check_files(tap, folder)
        for name, words, status, answer in CALLS:
            got, output, errors = call(folder, *words)
            tap.check(got == status and answer in output + errors, name, output + errors)
        check_truncation(tap, folder)
        check_permission(tap, folder)
        check_level(tap, folder)
        check_schema(tap, folder)
        check_forecast(tap, folder)
        check_gates(tap, folder)
        check_told(tap, folder)
        check_cost(tap, folder)
        check_manual(tap, folder)
    check_repositories(tap)
    print(f"1..{tap.count}")
    return tap.failed


sys.exit(main())
