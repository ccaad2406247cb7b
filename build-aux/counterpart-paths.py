#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""counterpart-paths.py DESCRIPTION OUTPUT FROM TO [OLD NEW]…: a description of a service's API with paths as an installation has
them: FROM at their beginning becomes TO, and what is at OLD is at NEW, too."""
import json
import sys


def main(source, target, before, after, *also):
    with open(source, encoding="utf-8") as file:
        description = json.load(file)
    paths = description["paths"]
    for old, new in zip(also[::2], also[1::2]):
        paths[new] = paths[old]
    description["paths"] = {after + path.removeprefix(before): item for path, item in paths.items() if path.startswith(before)}
    description.pop("servers", None)
    # One of them has a fault.
    for scheme in description.get("components", {}).get("securitySchemes", {}).values():
        if scheme.get("name") == "PRIVATE_HEADER":
            scheme["name"] = "PRIVATE-TOKEN"
    with open(target, "w", encoding="utf-8") as file:
        json.dump(description, file)


main(*sys.argv[1:])
