#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""flatpak-manifest.py MANIFEST KIND NAME BRANCH: the manifest as it is built here. KIND is gnome, or local: then the runtime is
NAME.Platform, which holds what the manifest would download, and the program's metadata say so."""
import json
import os
import sys

NOTE = "made of Debian packages; not GNOME's runtime"


def is_local(module):
    return all(source["type"] == "dir" for source in module["sources"])


def for_local_runtime(manifest, name, branch):
    """The same modules that lie here, against the other runtime; nothing else differs."""
    left_out = [module["name"] for module in manifest["modules"] if not is_local(module)]
    manifest["modules"] = [module for module in manifest["modules"] if is_local(module)]
    manifest.update({"runtime": name + ".Platform", "sdk": name + ".Sdk", "runtime-version": branch, "appstream-compose": False})
    manifest["finish-args"] += [f"--metadata=X-Relm=runtime={NOTE}", f"--metadata=X-Relm=from-runtime={','.join(left_out)}"]
    print(f"From the runtime, and not as the manifest says: {', '.join(left_out)}.", file=sys.stderr)


def main(path, kind, name, branch):
    with open(path, encoding="utf-8") as file:
        manifest = json.load(file)
    if kind == "local":
        for_local_runtime(manifest, name, branch)
    for module in manifest["modules"]:
        for source in module["sources"]:
            if source["type"] == "dir":
                source["path"] = os.path.abspath(os.path.join(os.path.dirname(path), source["path"]))
    json.dump(manifest, sys.stdout, indent=2)


main(*sys.argv[1:])
