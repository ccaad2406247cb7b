#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares po/POTFILES.in with the files that have something to translate; --write brings it up to date."""
import re
import sys
from pathlib import Path

CALLS = re.compile(r'\b(?:_|N_|C_|NC_|Q_|g_dngettext|ngettext|g_dpgettext2)\s*\(')
UI = re.compile(r'translatable="(?:yes|true)"')
DATA = ["data/relm.desktop.in.in", "data/relm-mime.xml.in", "data/relm.gschema.xml.in", "data/relm.metainfo.xml.in.in"]


def has_words(path):
    text = path.read_text()
    if path.suffix == ".ui":
        return UI.search(text) is not None
    return path.suffix in (".c", ".h") and CALLS.search(re.sub(r"/\*.*?\*/|^\s*#\s*define [NC]*_\b.*?$", "", text, flags=re.S | re.M)) is not None


def wanted(root):
    found = [str(p.relative_to(root)) for p in (root / "src").rglob("*") if p.is_file() and has_words(p)]
    return sorted(DATA) + sorted(found)


def main(root, write):
    potfiles = root / "po" / "POTFILES.in"
    want = wanted(root)
    if write:
        potfiles.write_text("\n".join(want) + "\n")
        return 0
    have = [line for line in potfiles.read_text().splitlines() if line and not line.startswith("#")]
    for name in sorted(set(want) - set(have)):
        print(f"po/POTFILES.in lacks {name}")
    for name in sorted(set(have) - set(want)):
        print(f"po/POTFILES.in names {name}, which is not there or has nothing to translate")
    if sorted(set(have)) != sorted(have):
        print("po/POTFILES.in names a file twice")
    if sorted(want) != sorted(have):
        print("Bring it up to date: python3 tests/potfiles.py --write")
        return 1
    return 0


sys.exit(main(Path(__file__).resolve().parent.parent, "--write" in sys.argv[1:]))
