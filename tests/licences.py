#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""licences.py SOURCE: every file that can have a comment says its licence in the first three lines."""
import os
import sys

FOLDERS = (".ci", "build-aux", "data", "help", "po", "src", "tests")
# What has no comments, or is input as others write it.
WITHOUT = (".png", ".node", "made-with.txt", ".json", ".relm", ".po", ".pot", ".pyc", "LINGUAS", "POTFILES.in")
INPUT = ("tests/fuzz/corpus/", "tests/format/data/")


def files(source):
    yield from (name for name in ("dev", "meson.build", "meson.options") if os.path.exists(os.path.join(source, name)))
    for folder in FOLDERS:
        for base, _, names in os.walk(os.path.join(source, folder)):
            yield from (os.path.relpath(os.path.join(base, name), source) for name in names)


def is_missing(source, path):
    if path.endswith(WITHOUT) or path.startswith(INPUT):
        return False
    with open(os.path.join(source, path), encoding="utf-8", errors="replace") as file:
        return not any("SPDX-License-Identifier: " in line for line, _ in zip(file, range(3)))


def main(source):
    paths = list(files(source))
    missing = sorted(path for path in paths if is_missing(source, path))
    if len(paths) < 100:
        missing.append("there are too few files; is this the source tree?")
    for path in missing:
        print(f"{path}: no SPDX line", file=sys.stderr)
    return 1 if missing else 0


sys.exit(main(sys.argv[1]))
