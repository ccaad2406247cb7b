#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""perf-table.py LOG: what the measurements in meson's log of a run printed, as one table of ratios and goals."""
import json
import re
import sys

RATIO = re.compile(r"^(?P<what>.+): (?P<value>[\d.]+ \w+), (?P<ratio>[\d.]+) x (?P<floor>.+) \((?P<least>[\d.]+ \w+)\)"
                   r"(, the goal is (?P<goal>[\d.]+) x)?$")
TIME = re.compile(r"^(?P<what>.+): (?P<value>\d+ us) .*, the goal is (?P<goal>\d+) us$")
REASON = re.compile(r"^.* is not measured: .*$")


def verdict(value, goal):
    return "" if goal is None else "met" if float(value) <= float(goal) else "MISSED"


def row(line):
    match = RATIO.match(line)
    if match:
        goal = match["goal"]
        return (match["what"], match["value"], f"{match['ratio']} x {match['floor']} ({match['least']})",
                f"{goal} x" if goal else "", verdict(match["ratio"], goal))
    match = TIME.match(line)
    if match:
        return match["what"], match["value"], "", f"{match['goal']} us", verdict(match["value"].split()[0], match["goal"])
    return (line, "", "", "", "") if REASON.match(line) else None


def main(log):
    with open(log, encoding="utf-8") as file:
        lines = [line for entry in file for line in json.loads(entry).get("stdout", "").splitlines()]
    rows = [("what", "median", "ratio to", "goal", "")] + [found for found in map(row, lines) if found]
    widths = [max(len(line[i]) for line in rows if i > 0 or line[1]) for i in range(5)]
    for line in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
