#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what programs do that end well, badly or not at all, as meson's own log says it. usage: test-count-tests.py COUNT-TESTS MESON"""
import os
import subprocess
import sys
import tempfile

SCRIPT = os.path.abspath(sys.argv[1])
MESON = sys.argv[2:]
# name, what the shell does, how meson understands it, and how many passed, failed and were skipped
PROGRAMS = [
    ("good", "echo 1..2; echo ok 1; echo ok 2", "protocol: 'tap'", (2, 0, 0)),
    ("skips-one", "echo 1..2; echo ok 1 a; echo 'ok 2 b # SKIP no network'", "protocol: 'tap'", (1, 0, 1)),
    ("skips-all", "echo '1..0 # SKIP no network'", "protocol: 'tap'", (0, 0, 1)),
    ("fails", "echo 1..2; echo ok 1; echo not ok 2", "protocol: 'tap'", (1, 1, 0)),
    ("fails-and-says-so", "echo 1..2; echo ok 1; echo not ok 2; exit 1", "protocol: 'tap'", (1, 1, 0)),
    ("crashes", "echo 1..5; echo ok 1; echo ok 2; kill -SEGV $$", "protocol: 'tap'", (2, 3, 0)),
    ("crashes-first", "kill -ABRT $$", "protocol: 'tap'", (0, 1, 0)),
    ("crashes-without-plan", "echo ok 1; kill -SEGV $$", "protocol: 'tap'", (1, 1, 0)),
    ("crashes-after-failure", "echo not ok 1; kill -SEGV $$", "protocol: 'tap'", (0, 2, 0)),
    ("crashes-at-exit", "echo 1..1; echo ok 1; kill -SEGV $$", "protocol: 'tap'", (1, 1, 0)),
    ("hangs", "echo 1..3; echo ok 1; exec sleep 60", "protocol: 'tap', timeout: 1", (1, 2, 0)),
    ("hangs-quietly", "exec sleep 60", "timeout: 1", (0, 1, 0)),
    ("leaves", "echo 1..3; echo ok 1", "protocol: 'tap'", (1, 2, 0)),
    ("says-nothing", "exit 0", "protocol: 'tap'", (0, 1, 0)),
    ("bails-out", "echo 1..3; echo ok 1; echo 'Bail out! no disk'", "protocol: 'tap'", (1, 2, 0)),
    ("fails-as-expected", "echo 1..1; echo not ok 1", "protocol: 'tap', should_fail: true", (1, 0, 0)),
    ("exits-well", "echo all is well", "", (1, 0, 0)),
    ("exits-badly", "exit 1", "", (0, 1, 0)),
    ("exits-skipped", "exit 77", "", (0, 0, 1)),
]


def count(*logs):
    done = subprocess.run([sys.executable, SCRIPT, *logs], capture_output=True, text=True)
    return tuple(int(words.split()[0]) for words in done.stdout.split(",")), done.returncode, done.stderr


def make_logs(folder):
    """A log of each program, and one of all."""
    with open(os.path.join(folder, "meson.build"), "w", encoding="utf-8") as file:
        file.write("project('programs')\nsh = find_program('sh')\n")
        for name, words, how, _ in PROGRAMS:
            quoted = words.replace("'", "\\'")
            file.write(f"test('{name}', sh, args: ['-c', '{quoted}'], {how})\n")
    build = os.path.join(folder, "build")
    subprocess.run([*MESON, "setup", build, folder], check=True, capture_output=True)
    done = subprocess.run([*MESON, "test", "-C", build], capture_output=True, text=True)
    return os.path.join(build, "meson-logs", "testlog.json"), done.stdout


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def results(folder):
    """(name, whether it is as it should be, what was found)"""
    log, output = make_logs(folder)
    with open(log, encoding="utf-8") as file:
        lines = file.readlines()
    for name, _, _, expected in PROGRAMS:
        mine = [line for line in lines if f'"name": "{name}"' in line]
        found, status, errors = count(write(folder, "one.json", "".join(mine)))
        good = found == expected and status == (0 if expected[0] and not expected[1] else 1)
        yield name, len(mine) == 1 and good, f"{found} {status} {errors} {output}"
    found, status, errors = count(log)
    yield "all together", found == tuple(map(sum, zip(*(row[3] for row in PROGRAMS)))) and status == 1, f"{found} {errors}"
    good = write(folder, "good.json", [line for line in lines if '"name": "good"' in line][0])
    found, status, errors = count(good, os.path.join(folder, "none.json"))
    yield "a log that is not there", found == (2, 1, 0) and status == 1 and "none.json" in errors, f"{found} {errors}"
    found, status, errors = count(good, write(folder, "cut.json", lines[0] + lines[1][:40]))
    yield "a log that ends in the middle", found[1] == 1 and status == 1 and "cut.json" in errors, f"{found} {errors}"
    found, status, errors = count(good, write(folder, "empty.json", ""))
    yield "an empty log", found == (2, 1, 0) and status == 1, f"{found} {errors}"


def main():
    failed = number = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, good, found) in enumerate(results(folder), 1):
            print("ok" if good else "not ok", number, name)
            if not good:
                failed += 1
                print("# " + found.replace("\n", "\n# "))
    print(f"1..{number}")
    return 1 if failed else 0


sys.exit(main())
