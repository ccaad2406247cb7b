#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count-tests.py LOG …: adds up the test cases in meson's logs of runs, and fails when none was run or one failed.

A program that speaks TAP is as many cases as it planned. Those that it never came to, because it crashed, hung or went away,
have failed, and so has a log that is not there or ends in the middle: what was not run is never as good as passed."""
import json
import re
import sys

PLAN = re.compile(r"^1\.\.(\d+)", re.M)
CASE = re.compile(r"(not )?ok\b(.*)")
GOOD = ("OK", "EXPECTEDFAIL", "SKIP")


def tap_cases(output, failing):
    """The cases that a program reported."""
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    for match in filter(None, map(CASE.match, output.splitlines())):
        if re.search(r"#\s*(SKIP|TODO)", match[2], re.I):
            counts["skipped"] += 1
        else:
            counts[failing if match[1] else "passed"] += 1
    return counts


def cases_of(entry):
    """How many passed, failed and were skipped of one program's cases."""
    output, result, status = entry.get("stdout", ""), entry["result"], entry.get("returncode", 0)
    counts = tap_cases(output, "passed" if result == "EXPECTEDFAIL" else "failed")
    plan = PLAN.search(output)
    missing = int(plan[1]) - sum(counts.values()) if plan else 0

    if result not in GOOD:
        killed = status < 0 or result in ("TIMEOUT", "INTERRUPT")
        counts["failed"] += max(missing, 1 if killed or not counts["failed"] else 0)
    elif result == "SKIP" and not counts["skipped"]:
        # Of TAP that is empty, meson says that all was skipped: only the program itself can say so.
        counts["skipped" if status == 77 or plan else "failed"] += 1
    elif not any(counts.values()):
        counts["passed"] += 1
    return counts


def entries(log):
    """What the log says, and of a log that does not say it all, a program that failed."""
    try:
        with open(log, encoding="utf-8") as file:
            lines = file.readlines()
        if not lines:
            raise ValueError("it is empty")
        for line in lines:
            yield json.loads(line)
    except (OSError, ValueError) as error:
        print(f"{log}: {error}", file=sys.stderr)
        yield {"result": "ERROR"}


def main(logs):
    total = {"passed": 0, "failed": 0, "skipped": 0}
    for log in logs:
        for entry in entries(log):
            for kind, number in cases_of(entry).items():
                total[kind] += number
    print(", ".join(f"{number} {kind}" for kind, number in total.items()), flush=True)
    return 0 if total["passed"] and not total["failed"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
