#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-help.py PAGE …: the pages of the help are well-formed, are reached from the index, and link to what is there."""
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

NAMESPACE = "{http://projectmallard.org/1.0/}"


def read(paths):
    pages = {}
    for path in map(Path, paths):
        root = ElementTree.parse(path).getroot()
        if root.get("id") != path.stem:
            yield f"{path.name}: its id is {root.get('id')}"
        for needed in ("title", f"info/{NAMESPACE}desc"):
            if root.find(NAMESPACE + needed) is None:
                yield f"{path.name}: it has no {needed.split('}')[-1]}"
        pages[path.stem] = root
    yield pages


def check_links(pages):
    for name, root in pages.items():
        for link in root.iter(NAMESPACE + "link"):
            page, _, section = link.get("xref", "").partition("#")
            target = pages.get(page or name)
            if link.get("xref") and (target is None or
                                     section and all(s.get("id") != section for s in target.iter(NAMESPACE + "section"))):
                yield f"{name}.page: it links to {link.get('xref')}, which is not there"
        if root.get("type") != "guide" and root.find(f"{NAMESPACE}info/{NAMESPACE}link[@type='guide']") is None:
            yield f"{name}.page: no guide leads to it"


def main(paths):
    *problems, pages = read(paths)
    problems += check_links(pages)
    problems += [f"{p.name}: help/meson.build does not name it" for p in Path(paths[0]).parent.glob("*.page") if p.stem not in pages]
    print("\n".join(problems) or f"{len(pages)} pages are in order")
    return 1 if problems else 0


sys.exit(main(sys.argv[1:]))
