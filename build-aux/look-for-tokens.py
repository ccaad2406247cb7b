#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""look-for-tokens.py BUILD-FOLDER…: after all tests, looks in the logs, in what tests left in their homes and in core dumps for the
tokens that they gave to made-up trackers. Each may be in none. What is built is left out, for the tests have them in their text."""
import base64
import os
import sys

TOKEN = b"good-token"
SIGNS = [TOKEN, base64.b64encode(TOKEN).rstrip(b"="), base64.b64encode(b"ada@example.org:" + TOKEN).rstrip(b"=")]
PLACES = ("meson-logs", "tests/data-home", "tests/state-home")


def files(folder):
    for place in PLACES:
        for base, _, names in os.walk(os.path.join(folder, place)):
            yield from (os.path.join(base, name) for name in names)
    for base in (".", folder):
        yield from (os.path.join(base, name) for name in os.listdir(base) if name == "core" or name.startswith("core."))


def main(folders):
    found, n_files = [], 0
    for path in (path for folder in folders if os.path.isdir(folder) for path in files(folder)):
        n_files += 1
        with open(path, "rb") as file:
            text = file.read()
        found += [path] if any(sign in text for sign in SIGNS) else []
    print("\n".join(f"A token of the tests is in {path}." for path in found) or
          f"No token of the tests is in any of the {n_files} files that they left.")
    return 1 if found else 0


sys.exit(main(sys.argv[1:]))
