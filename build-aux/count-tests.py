#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count-tests.py LOG …: adds up the test cases in meson's logs of runs, and fails when none was run or one failed.

A program that speaks TAP is as many cases as it reports; one that ended badly without reporting a failure is one more."""
import json
import re
import sys

CASE = re.compile(r"(not )?ok\b(.*)")


def cases_of(entry):
    """How many passed, failed and were skipped."""
    output = entry.get("stdout", "")
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    if re.search(r"^1\.\.\d+", output, re.M):
        for line in output.splitlines():
            match = CASE.match(line)
            if match and re.search(r"#\s*(SKIP|TODO)", match[2], re.I):
                counts["skipped"] += 1
            elif match:
                counts["failed" if match[1] else "passed"] += 1
    elif entry["result"] in ("OK", "EXPECTEDFAIL"):
        counts["passed"] += 1
    if entry["result"] == "SKIP" and not any(counts.values()):
        counts["skipped"] += 1
    if entry["result"] not in ("OK", "EXPECTEDFAIL", "SKIP") and not counts["failed"]:
        counts["failed"] += 1
    return counts


def main(logs):
    total = {"passed": 0, "failed": 0, "skipped": 0}
    for log in logs:
        with open(log, encoding="utf-8") as file:
            for line in file:
                for kind, number in cases_of(json.loads(line)).items():
                    total[kind] += number
    print(", ".join(f"{number} {kind}" for kind, number in total.items()))
    return 0 if total["passed"] and not total["failed"] else 1


def self_test():
    tap = "TAP version 14\n1..3\nok 1 one\nok 2 two # SKIP no network\n"
    for entry, expected in (
        ({"result": "OK", "stdout": tap + "ok 3 three\n"}, (2, 0, 1)),
        ({"result": "FAIL", "stdout": tap + "not ok 3 three\n"}, (1, 1, 1)),
        ({"result": "ERROR", "stdout": tap}, (1, 1, 1)),
        ({"result": "TIMEOUT"}, (0, 1, 0)),
        ({"result": "FAIL", "stdout": "ok 1\n"}, (0, 1, 0)),
        ({"result": "SKIP"}, (0, 0, 1)),
        ({"result": "OK", "stdout": "all is well\n"}, (1, 0, 0)),
    ):
        assert tuple(cases_of(entry).values()) == expected, (entry, cases_of(entry))


if sys.argv[1:] == ["--self-test"]:
    self_test()
else:
    sys.exit(main(sys.argv[1:]))
