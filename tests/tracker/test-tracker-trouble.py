#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong on the computer itself while a tracker is read: no space, a damaged or a deleted mirror, an end at any
moment, two programs at once. usage: test-tracker-trouble.py TRACKER-SYNC-ONCE TRACKER-SERVER"""
import glob
import os
import random
import resource
import signal
import sys
import time

import sync_once
from sync_once import mirror_in

PROGRAM = sys.argv[1]
SERVER = sync_once.Server(sys.argv[2])
NO_SPACE = 2  # RelmMirrorError
URL = SERVER.url + "/team/good"


def check_all(report):
    assert report["done"], report
    assert (report["items"], report["milestones"]) == (250, 2), report


def read(folder, **options):
    return sync_once.sync(PROGRAM, "github", URL, mirror_in(folder), **options)


def no_space(folder):
    """Files may not grow beyond what the tables need."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    failed = 0
    for size in (0, 4096, 16384, 65536, 98304):
        report = read(folder, preexec_fn=limit)
        failed += not report["done"]
        assert report["done"] or ((report["error"], report["code"]) == ("relm-mirror-error", NO_SPACE)), report
    assert failed >= 3
    check_all(read(folder))


def damaged(folder):
    """At every place, the beginning included: what is left is thrown away, and read again."""
    check_all(read(folder))
    path = mirror_in(folder)
    whole = open(path, "rb").read()
    for at in [0, 16, 100, *range(4096, len(whole), 8192)]:
        for extra in glob.glob(path + "-*"):
            os.remove(extra)
        with open(path, "wb") as file:
            file.write(whole[:at] + b"\xff" * min(4096, len(whole) - at) + whole[at + 4096:])
        report = read(folder, how="--whole")
        assert report["done"] and report["items"] == 250, (at, report)


def cut_off(folder):
    check_all(read(folder))
    for size in (0, 1, 1000, 5000):
        for extra in glob.glob(mirror_in(folder) + "-*"):
            os.remove(extra)
        os.truncate(mirror_in(folder), size)
        report = read(folder, how="--whole")
        assert report["done"] and report["items"] == 250, (size, report)


def deleted(folder):
    check_all(read(folder))
    for path in glob.glob(mirror_in(folder) + "*"):
        os.remove(path)
    check_all(read(folder))


def deleted_in_the_middle(folder):
    process = sync_once.start(PROGRAM, "github", URL, mirror_in(folder))
    time.sleep(0.05)
    for path in glob.glob(mirror_in(folder) + "*"):
        os.remove(path)
    assert sync_once.finish(process)[0] is not None
    check_all(read(folder))


def two_at_once(folder):
    for _ in range(5):
        for path in glob.glob(mirror_in(folder) + "*"):
            os.remove(path)
        both = [sync_once.start(PROGRAM, "github", URL, mirror_in(folder)) for _ in range(2)]
        for report in [sync_once.finish(process)[0] for process in both]:
            check_all(report)


def ended_at_any_moment(folder):
    for _ in range(20):
        process = sync_once.start(PROGRAM, "github", URL, mirror_in(folder))
        time.sleep(random.uniform(0, 0.3))
        process.kill()
        process.communicate()
    check_all(read(folder))


status = sync_once.run([no_space, damaged, cut_off, deleted, deleted_in_the_middle, two_at_once, ended_at_any_moment])
SERVER.stop()
sys.exit(status)
