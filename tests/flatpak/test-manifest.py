#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-manifest.py SOURCE: reads the Flatpak manifests, and refuses more permissions than Relm needs, sources that are not
pinned, and two variants that differ in more than their names."""
import copy
import json
import re
import sys
from pathlib import Path

FOLDER = Path(sys.argv[1]) / "flatpak"
NAME = "io.github.relm_app.Relm"
VARIANTS = (NAME, NAME + ".Devel")
# A window, the network for repositories, and that is all: files come through portals, when a person chooses them.
ALLOWED = {"--share=network", "--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri",
           # for the tokens of issue trackers
           "--talk-name=org.freedesktop.secrets"}
NEEDED = ALLOWED


def read(name):
    with open(FOLDER / (name + ".json"), encoding="utf-8") as file:
        return json.load(file)


def excess(manifest):
    """What a manifest asks for that it may not."""
    return [word for word in manifest["finish-args"] if word not in ALLOWED]


def unpinned(manifest):
    """Sources that could be something else tomorrow."""
    return [source for module in manifest["modules"] for source in module["sources"]
            if not (source["type"] == "dir" and source["path"] == "..")
            and not (source["type"] == "archive" and source["url"].startswith("https://")
                     and re.fullmatch("[0-9a-f]{64}", source.get("sha256", "")))]


def test_permissions():
    for name in VARIANTS:
        assert not excess(read(name)), (name, excess(read(name)))
        assert NEEDED <= set(read(name)["finish-args"]), name


def test_permissions_are_refused():
    manifest = read(NAME)
    for word in ("--filesystem=home", "--filesystem=host:ro", "--socket=session-bus", "--socket=x11", "--device=all",
                 "--talk-name=org.freedesktop.*", "--talk-name=org.freedesktop.Flatpak", "--share=network --device=all",
                 "--persist=.", "--env=A=B", "--allow=devel", "--system-talk-name=org.freedesktop.UDisks2"):
        more = dict(manifest, **{"finish-args": manifest["finish-args"] + [word]})
        assert excess(more) == [word], word


def test_sources_are_pinned():
    for name in VARIANTS:
        assert not unpinned(read(name)), (name, unpinned(read(name)))
    loose = copy.deepcopy(read(NAME))
    loose["modules"][0]["sources"][0].pop("sha256")
    assert len(unpinned(loose)) == 1
    loose["modules"][0]["sources"][0] = {"type": "git", "url": "https://example.org/a.git", "branch": "main"}
    assert len(unpinned(loose)) == 1


def test_licences():
    for name in VARIANTS:
        for module in read(name)["modules"]:
            installed = " ".join(module.get("post-install", []))
            assert "share/licenses/${FLATPAK_ID}/" + module["name"] in installed, (name, module["name"])


def test_variants():
    one, two = (read(name) for name in VARIANTS)
    assert (one.pop("id"), two.pop("id")) == VARIANTS
    words = two["modules"][-1]["config-opts"]
    assert "-Dprofile=development" in words and "-Dbuildtype=debugoptimized" in words
    assert "-Dbuildtype=release" in one["modules"][-1]["config-opts"]
    two["modules"][-1]["config-opts"] = one["modules"][-1]["config-opts"]
    assert one == two


def test_nothing_is_in_the_way():
    """What builds leave beside the sources does not go into a build: flatpak-builder would copy all of it."""
    for name in VARIANTS:
        skipped = read(name)["modules"][-1]["sources"][0]["skip"]
        assert {".git", "_build", "_build-sanitize", "_build-fuzz"} <= set(skipped), skipped


def main():
    tests = [(name, function) for name, function in globals().items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}")
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
            print("ok", number, name[5:].replace("_", "-"))
        except (AssertionError, OSError, ValueError, KeyError) as error:
            failed += 1
            print("not ok", number, name[5:].replace("_", "-"))
            print("#", type(error).__name__, error)
    return 1 if failed else 0


sys.exit(main())
