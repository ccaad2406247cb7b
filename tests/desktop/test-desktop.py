#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-desktop.py BUILD APPLICATION_ID PREFIX: installs Relm into a folder, tells that folder's desktop about it as a package
does, and opens projects as a file manager does."""
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "build-aux"))
from x11_windows import Windows  # noqa: E402

PATIENCE_S = 30
MIME_TYPE = "application/vnd.relm+json"


def wait_for(condition):
    """What the condition says in the end."""
    end = time.monotonic() + PATIENCE_S
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


def environment(prefix, folder):
    """Of a session whose desktop knows what was installed; the bus that starts services needs it as well."""
    place = f"{folder}/installed{prefix}"
    result = dict(os.environ, PATH=f"{place}/bin:{os.environ['PATH']}", GSETTINGS_BACKEND="memory", GTK_A11Y="none",
                  XDG_DATA_DIRS=f"{place}/share:/usr/local/share:/usr/share", GSK_RENDERER="cairo", GTK_USE_PORTAL="0",
                  ADW_DISABLE_PORTAL="1")
    for name in ("DATA_HOME", "CONFIG_HOME", "CACHE_HOME", "STATE_HOME"):
        result[f"XDG_{name}"] = f"{folder}/{name.lower()}"
    result.pop("GSETTINGS_SCHEMA_DIR", None)
    return result


class Installation:
    def __init__(self, build, application_id, prefix, folder):
        self.application_id = application_id
        self.place = Path(f"{folder}/installed{prefix}")
        subprocess.run(["meson", "install", "-C", build, "--no-rebuild", "--quiet", "--destdir", f"{folder}/installed"],
                       check=True, stdout=subprocess.DEVNULL)
        share = self.place / "share"
        subprocess.run(["update-mime-database", share / "mime"], check=True)
        subprocess.run(["update-desktop-database", share / "applications"], check=True)
        subprocess.run(["glib-compile-schemas", "--strict", share / "glib-2.0" / "schemas"], check=True)
        # It lies elsewhere than where it was built for.
        service = share / "dbus-1" / "services" / f"{application_id}.service"
        service.write_text(service.read_text().replace(f"{prefix}/bin", f"{self.place}/bin"))

    def lacks(self):
        """What should have been installed and was not."""
        name = self.application_id
        wanted = ["bin/relm", "bin/relm-cli", "libexec/relm-git-fetch", f"share/applications/{name}.desktop",
                  f"share/metainfo/{name}.metainfo.xml", f"share/mime/packages/{name}.xml",
                  f"share/dbus-1/services/{name}.service", f"share/glib-2.0/schemas/{name}.gschema.xml",
                  f"share/icons/hicolor/scalable/apps/{name}.svg", f"share/icons/hicolor/symbolic/apps/{name}-symbolic.svg",
                  f"share/icons/hicolor/scalable/mimetypes/{name}-document.svg", "share/relm/samples/relm.relm"]
        return [path for path in wanted if not (self.place / path).exists()]

    def run(self, *command):
        return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=False)


class Report:
    def __init__(self):
        self.number = 0
        self.failed = False

    def check(self, title, passed, detail=""):
        self.number += 1
        self.failed |= not passed
        if not passed:
            print("".join(f"# {line}\n" for line in detail.splitlines()), end="")
        print(f"{'ok' if passed else 'not ok'} {self.number} {title}", flush=True)


def test_types(report, installation, folder):
    named = Path(folder) / "named.relm"
    nameless = Path(folder) / "nameless"
    named.write_text("{}\n")
    nameless.write_text('{\n  "relm": 1,\n  "name": "Nameless"\n}\n')
    (Path(folder) / "other").write_text('{"name": "Other", "relm": 1}\n')
    for title, name, expected in (("by its name", named, True), ("by its content", nameless, True),
                                  ("but no other JSON", Path(folder) / "other", False)):
        found = installation.run("gio", "info", "-a", "standard::content-type", str(name)).stdout
        report.check(f"a project is known {title}", (MIME_TYPE in found) == expected, found)
    found = installation.run("gio", "mime", MIME_TYPE).stdout
    report.check("Relm opens projects by default", f": {installation.application_id}.desktop" in found.splitlines()[0], found)


def test_opening(report, installation, folder):
    windows = Windows()
    first, second = Path(folder) / "first.relm", Path(folder) / "second.relm"
    first.write_text('{\n  "relm": 1,\n  "name": "First"\n}\n')
    second.write_text('{\n  "relm": 1,\n  "name": "Second"\n}\n')

    def opens(title, command, expected):
        result = installation.run(*command)
        report.check(title, wait_for(lambda: windows.titles() == expected),
                     f"{windows.titles()} instead of {expected}; {result.stdout} {result.stderr}")

    opens("opening a project starts Relm on it", ["gio", "open", str(first)], ["First"])
    opens("another project has its own window", ["gio", "open", str(second)], ["First", "Second"])
    opens("an open project's window is raised", ["gio", "open", str(first)], ["Second", "First"])
    opens("the program, called again, hands over to the first", ["relm", str(second)], ["First", "Second"])
    opens("a new window has no project", ["gapplication", "action", installation.application_id, "new-window"],
          ["First", "Second", "Relm"])
    installation.run("gapplication", "action", installation.application_id, "quit")
    report.check("quitting closes all windows", wait_for(lambda: windows.titles() == []), str(windows.titles()))


def inside(build, application_id, prefix, folder):
    report = Report()
    installation = Installation(build, application_id, prefix, folder)
    report.check("everything is installed", installation.lacks() == [], str(installation.lacks()))
    test_types(report, installation, folder)
    test_opening(report, installation, folder)
    print(f"1..{report.number}")
    return 1 if report.failed else 0


def main(build, application_id, prefix):
    if "DISPLAY" not in os.environ:
        print("1..0 # SKIP there is no display")
        return 0
    folder = tempfile.mkdtemp(prefix="desktop-", dir=build)
    try:
        return subprocess.run(["dbus-run-session", "--", sys.executable, __file__, build, application_id, prefix, folder],
                              env=environment(prefix, folder), check=False).returncode
    finally:
        shutil.rmtree(folder)


sys.exit(inside(*sys.argv[1:]) if len(sys.argv) == 5 else main(*sys.argv[1:]))
