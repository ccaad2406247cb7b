#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""long-texts.py TEMPLATE CATALOGUE: makes a translation in which every text is a good third longer, and each word as well,
as in German. No person's work: it shows what a translation would do to the interface."""
import re
import subprocess
import sys

# What must stay: conversions, escapes, tags, addresses and references to named values.
KEPT = re.compile(r"(%[-0-9.$ 'l]*(?:[a-zA-Z%]|<PRI[a-zA-Z0-9]+>)|\\.|</?[a-z][^>]*>|https?://[^\s\"]+|\{[^}]*\}|@[A-Z_]+@)")
VOWEL = re.compile(r"[aeiouyAEIOUY](?=[a-zA-Z])|(?<=[a-zA-Z]{2})[aeiou]\b")


def longer(text):
    """A PO text, with its escapes, made longer."""
    return "".join(part if KEPT.fullmatch(part) else VOWEL.sub(lambda vowel: vowel[0] + vowel[0].lower(), part)
                   for part in KEPT.split(text))


def lengthen(po):
    """The PO file that msgen made, where each text is its own translation."""
    inside, lines = False, []
    header = True
    for line in po.splitlines():
        if line.startswith("msg"):
            inside = line.startswith("msgstr")
        if not line.strip():
            header = False
        match = re.match(r'(msgstr(?:\[\d\])? )?"(.*)"$', line)
        if inside and match and not header:
            line = f'{match[1] or ""}"{longer(match[2])}"'
        lines.append(line)
    return "\n".join(lines) + "\n"


def main(template, catalogue):
    po = subprocess.run(["msgen", template], check=True, capture_output=True, text=True).stdout
    subprocess.run(["msgfmt", "--check-format", "-o", catalogue, "-"], check=True, text=True, input=lengthen(po))


main(*sys.argv[1:])
