#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a made-up tracker with relm-cli, lists what it holds without a network, and looks for the token everywhere.

usage: test-sync.py RELM-CLI SERVER
"""
import json
import os
import shutil
import tempfile
import urllib.request

from cli_run import call, check, end, files_with, serving

TOKEN = "good-token"


def write(folder, name, sources, **more):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        json.dump({"relm": 1, "name": "Plan", "sources": sources, **more}, file)


def tracker(number, url):
    return {"id": f"src-{number}", "name": f"Tracker {number}", "kind": "tracker", "service": "github", "location": url}


def test(folder, port):
    host = f"http://127.0.0.1:{port}"
    write(folder, "plan.relm", [tracker(1, f"{host}/team/good")])
    write(folder, "private.relm", [tracker(1, f"{host}/team/private")])
    write(folder, "two.relm", [tracker(1, f"{host}/team/private"), tracker(2, f"{host}/team/good")])
    write(folder, "hosts.relm", [tracker(1, f"{host}/team/private"), tracker(2, "http://localhost:1/team/good")])
    write(folder, "empty.relm", [])
    write(folder, "odd.relm", [tracker(1, "not an address")])

    status, output, errors = call(folder, "items", "plan.relm")
    check(status == 1 and output == "" and "relm-cli sync" in errors, "items before they were read", output + errors)
    status, output, errors = call(folder, "sync", "plan.relm")
    check(status == 0 and "Tracker 1: up to date, 250 items" in output, "sync", output + errors)
    urllib.request.urlopen(f"{host}/_set?github.deleted=8")
    status, output, errors = call(folder, "sync", "plan.relm", "--reconcile")
    check(status == 0 and "249 items" in output, "sync --reconcile", output + errors)

    status, output, errors = call(folder, "sync", "private.relm")
    check(status == 1 and "Tracker 1: " in errors, "without a token", output + errors)
    status, output, errors = call(folder, "sync", "two.relm")
    check(status == 1 and "Tracker 2: up to date" in output, "one that fails leaves the others alone", output + errors)
    status, output, errors = call(folder, "sync", "private.relm", "--token-stdin", stdin=TOKEN + "\n")
    check(status == 0 and "249 items" in output, "sync --token-stdin", output + errors)
    check(TOKEN not in output + errors, "the token is not printed", output + errors)
    check(files_with(folder, TOKEN) == [], "the token is in no file", files_with(folder, TOKEN))
    for name, words, stdin in (("no token", ["private.relm"], "\n"), ("token of nobody", ["empty.relm"], TOKEN),
                               ("token for two servers", ["hosts.relm"], TOKEN), ("endless token", ["private.relm"], "x" * 100000)):
        status, output, errors = call(folder, "sync", *words, "--token-stdin", stdin=stdin)
        check(status == 2 and output == "" and errors.startswith("relm-cli: "), name, output + errors)
    status, output, errors = call(folder, "sync", "odd.relm")
    check(status == 1 and "address" in errors, "an address that is none", output + errors)
    status, output, errors = call(folder, "sync", "empty.relm")
    check(status == 0 and "no source" in output, "no source", output + errors)


def test_items(folder):
    """The server is gone."""
    status, output, errors = call(folder, "items", "plan.relm")
    check(status == 0 and len(output.splitlines()) == 249 and "#9         dropped      Issue 9\n" in output, "items", output[:300] + errors)
    status, output, errors = call(folder, "items", "plan.relm", "--open", "--milestone", "1.2", "--format", "json")
    items = json.loads(output)
    check(status == 0 and items and all(i["state"] == "open" and i["milestone"] == "1.2" for i in items), "open items of a milestone", output[:300])
    check(items[0].keys() >= {"source", "key", "kind", "state", "title", "author"}, "members", items[0])
    status, output, errors = call(folder, "items", "plan.relm", "--milestone", "none")
    check(status == 0 and output == "", "items of no milestone", output + errors)
    status, output, errors = call(folder, "items", "empty.relm", "-f", "json")
    check(status == 0 and json.loads(output) == [], "no tracker", output + errors)
    status, output, errors = call(folder, "items", "plan.relm", "--format", "xml")
    check(status == 2 and output == "" and "json" in errors, "no such format", output + errors)
    status, output, errors = call(folder, "sync", "plan.relm")
    check(status == 1 and "Tracker 1: " in errors, "sync without a network", output + errors)
    status, output, errors = call(folder, "items", "plan.relm")
    check(status == 0 and len(output.splitlines()) == 249, "items after that", output[:300] + errors)


def test_forecast(folder):
    """From what the tracker said when it was read, twelve weeks after all of its closed items were closed."""
    source = tracker(1, json.load(open(os.path.join(folder, "plan.relm"), encoding="utf-8"))["sources"][0]["location"])
    write(folder, "release.relm", [source], releases=[{"id": "rel-1", "version": "1.2.0"}])
    words, today = ("forecast", "release.relm"), {"RELM_TODAY": "2020-03-25"}
    status, output, errors = call(folder, "items", "release.relm", "--open", "--milestone", "1.2", "--format", "json")
    left = sum(item["kind"] == "issue" for item in json.loads(output))
    status, output, errors = call(folder, *words, **today)
    check(status == 0 and "From the pace of the last 12 weeks of the tracker, in which " in output and f"Remaining: {left}." in output,
          "forecast from a tracker", output + errors)
    check(call(folder, *words, **today)[1] == output, "the same again", output)
    shutil.rmtree(os.path.join(folder, "cache"))
    status, output, errors = call(folder, *words, **today)
    check(status == 0 and "No work items belong to it yet." in output and "1 tracker was not read to the end" in output,
          "forecast without what the tracker said", output + errors)


with tempfile.TemporaryDirectory() as work:
    with serving() as port:
        test(work, port)
    test_items(work)
    test_forecast(work)
end()
