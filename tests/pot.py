#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the words of po/relm.pot with those of the sources. Where they stand, and comments, do not count: those move with
every edit, and a translator misses nothing. What xgettext warns of
fails: such words cannot be translated, or not well."""
import re
import shutil
import subprocess
import sys
from pathlib import Path

# As the preset “glib” of Meson has them.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]
ENTRY = re.compile(r'^(msgctxt|msgid|msgid_plural) (".*"(?:\n".*")*)', re.M)


def messages(text):
    """Each message as its words; the header is none."""
    found = set()
    for block in re.split(r"\n\s*\n", text):
        words = tuple((kind, "".join(part[1:-1] for part in quoted.split("\n"))) for kind, quoted in ENTRY.findall(block))
        if words and any(word for _, word in words):
            found.add(words)
    return found


def extract(root):
    command = ["xgettext", "--from-code=UTF-8", "--output=-", "--directory", str(root), "--files-from", str(root / "po" / "POTFILES.in")]
    done = subprocess.run(command + ["--keyword=" + word for word in KEYWORDS], capture_output=True, text=True, check=True)
    return done.stdout, [line for line in done.stderr.splitlines() if "warning:" in line]


def show(words):
    return " / ".join(word for _, word in words)


def main(root):
    if shutil.which("xgettext") is None:
        print("xgettext is not here")
        return 77
    text, warnings = extract(root)
    want = messages(text)
    have = messages((root / "po" / "relm.pot").read_text(encoding="utf-8"))
    for words in sorted(want - have):
        print("po/relm.pot lacks:", show(words))
    for words in sorted(have - want):
        print("po/relm.pot has what is not in the sources:", show(words))
    if want != have:
        print("Renew it: meson compile -C _build relm-pot")
    for warning in warnings:
        print("a translator cannot do with this:", warning)
    return 0 if want and want == have and not warnings else 1


sys.exit(main(Path(__file__).resolve().parent.parent))
