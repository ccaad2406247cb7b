# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a person does who cannot see it: by what it tells assistive technology, and by its actions.

A session is a display, a bus and an empty home of its own. Waiting has an end everywhere; no time is asserted.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

APPLICATION_ID = os.environ.get("RELM_E2E_ID", "io.github.relm_app.Relm")
OBJECT_PATH = "/" + APPLICATION_ID.replace(".", "/")
PATIENCE = int(os.environ.get("RELM_E2E_PATIENCE", "30"))


class Missing(Exception):
    """What was waited for did not come."""


class Skip(Exception):
    """What is needed for a test is not here."""


def until(condition, what):
    """Returns the first true value of the condition; what the tree loses meanwhile is not an error."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Missing(what)
        time.sleep(0.02)


def enter_session(script):
    """Runs the script again with a display and a bus of its own, or says why it cannot."""
    if os.environ.get("RELM_E2E_SESSION"):
        return
    missing = [tool for tool in ("Xvfb", "dbus-run-session") if shutil.which(tool) is None]
    if missing:
        print("1..0 # SKIP", " and ".join(missing), "not installed")
        sys.exit(0)
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"],
                              pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        number = os.read(read, 16).decode().strip()
        # What the bus starts writes to its standard output, so that the results go past it.
        output = os.dup(1)
        environment = dict(os.environ, DISPLAY=":" + number, RELM_E2E_SESSION=str(output), NO_AT_BRIDGE="0")
        for name in ("GTK_A11Y", "G_DEBUG"):
            environment.pop(name, None)
        done = subprocess.run(["dbus-run-session", "--", sys.executable, *script], env=environment, pass_fds=[output],
                              stdout=subprocess.DEVNULL, stderr=None if os.environ.get("RELM_E2E_DUMP") else subprocess.DEVNULL)
        sys.exit(done.returncode)
    finally:
        server.terminate()
        server.wait()


def is_showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def walk(node):
    """What is shown: a thing that is not shown is passed over with everything in it."""
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None and is_showing(child):
            yield child
            yield from walk(child)


class Home:
    """An empty home: settings, drafts and caches of nobody else."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="relm-e2e-")

    def environment(self):
        result = dict(os.environ)
        for name, folder in (("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache"),
                             ("XDG_STATE_HOME", "state")):
            result[name] = os.path.join(self.path, folder)
            os.makedirs(result[name], exist_ok=True)
        result.update(HOME=self.path, GSETTINGS_BACKEND="keyfile", GSK_RENDERER="cairo", GDK_DEBUG="no-portals",
                      GDK_DISABLE="vulkan", G_DEBUG="fatal-criticals", LC_ALL="C.UTF-8", TZ="UTC")
        return result

    def write(self, name, text):
        path = os.path.join(self.path, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def read(self, name):
        with open(os.path.join(self.path, name), encoding="utf-8") as file:
            return file.read()

    def prefer(self, *lines):
        """Writes settings, as the desktop keeps them; returns the path of the file."""
        folder = os.path.join(self.path, "config", "glib-2.0", "settings")
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, "keyfile")
        with open(path, "w", encoding="utf-8") as file:
            file.write("[io/github/relm_app/Relm]\n" + "\n".join(lines) + "\n")
        return path

    def share_without_programs(self):
        """For XDG_DATA_DIRS: what the system shares, but for its programs, so that a test says which there are."""
        folder = os.path.join(self.path, "share")
        os.mkdir(folder)
        for name in os.listdir("/usr/share"):
            if name != "applications":
                os.symlink("/usr/share/" + name, os.path.join(folder, name))
        return folder

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)


class Program:
    """The running program."""

    def __init__(self, binary, home, *arguments, **environment):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        self.binary = binary
        self.home = home
        self.log_path = os.path.join(home.path, "log")
        self.log = open(self.log_path, "ab")
        self.process = subprocess.Popen([binary, *arguments], env=dict(home.environment(), **environment),
                                        stdout=self.log, stderr=self.log, cwd=home.path)

    # Another start of the program, which hands its files to the running one.
    def start_again(self, *arguments):
        return subprocess.run([self.binary, *arguments], env=self.home.environment(), stdout=self.log, stderr=self.log,
                              cwd=self.home.path, timeout=PATIENCE).returncode

    def is_running(self):
        return self.process.poll() is None

    def kill(self):
        if self.is_running():
            self.process.kill()
        self.process.wait()
        self.log.close()

    def messages(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as file:
            return file.read()

    def wait_for_end(self):
        until(lambda: not self.is_running(), "the end of the program")
        return self.process.returncode

    # The tree of accessible things.
    def root(self):
        def look():
            desktop = Atspi.get_desktop(0)
            for index in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(index)
                if child is not None and child.get_process_id() == self.process.pid:
                    return child
            return None
        return until(look, "the program on the accessibility bus")

    def nodes(self, role=None, name=None, within=None):
        for node in walk(within or self.root()):
            if (role is None or node.get_role_name() == role) and (name is None or node.get_name() == name):
                yield node

    def find(self, role, name=None, within=None):
        return until(lambda: next(self.nodes(role, name, within), None), f"{role} “{name}”")

    def has(self, role, name=None):
        try:
            return next(self.nodes(role, name), None) is not None
        except GLib.Error:
            return False

    def wait_gone(self, role, name=None):
        until(lambda: not self.has(role, name), f"the end of {role} “{name}”")

    def press(self, role, name, within=None):
        node = self.find(role, name, within)
        until(lambda: node.get_state_set().contains(Atspi.StateType.SENSITIVE), f"{role} “{name}” to be sensitive")
        assert Atspi.Action.do_action(node, 0), f"{role} “{name}” does nothing"

    def write(self, node, text):
        assert Atspi.EditableText.set_text_contents(node, text), f"{node.get_name()} takes no text"

    def frames(self):
        root = self.root()
        return [root.get_child_at_index(index).get_name() for index in range(root.get_child_count())]

    def texts(self):
        return [node.get_name() for node in self.nodes() if node.get_name()]

    def dump(self, file=sys.stderr):
        def show(node, depth):
            try:
                print("  " * depth + node.get_role_name(), repr(node.get_name()), "" if is_showing(node) else "(hidden)", file=file)
                for index in range(node.get_child_count()):
                    show(node.get_child_at_index(index), depth + 1)
            except (GLib.Error, AttributeError):
                pass
        show(self.root(), 0)

    # Actions, as the desktop may call them.
    def call(self, path, method, parameters, answer=None):
        return self.bus.call_sync(APPLICATION_ID, path, "org.gtk.Actions", method, parameters, answer, Gio.DBusCallFlags.NONE,
                                  PATIENCE * 1000, None)

    def activate(self, name, parameter=None, window=1):
        scope, _, action = name.partition(".")
        path = OBJECT_PATH if scope == "app" else f"{OBJECT_PATH}/window/{window}"
        parameters = [GLib.Variant("s", parameter)] if isinstance(parameter, str) else [parameter] if parameter else []
        until(lambda: self.is_enabled(name, window), f"the action {name}")
        self.call(path, "Activate", GLib.Variant("(sava{sv})", (action, parameters, {})))

    def is_enabled(self, name, window=1):
        scope, _, action = name.partition(".")
        path = OBJECT_PATH if scope == "app" else f"{OBJECT_PATH}/window/{window}"
        try:
            answer = self.call(path, "Describe", GLib.Variant("(s)", (action,)), GLib.VariantType("((bgav))"))
        except GLib.Error:
            return False
        return answer.unpack()[0][0]

    def state(self, name, window=1):
        """The state of an action; None when it has none."""
        scope, _, action = name.partition(".")
        path = OBJECT_PATH if scope == "app" else f"{OBJECT_PATH}/window/{window}"
        answer = self.call(path, "Describe", GLib.Variant("(s)", (action,)), GLib.VariantType("((bgav))")).unpack()
        return answer[0][2][0] if answer[0][2] else None

    def close(self):
        """A friendly end, as the desktop would ask for it."""
        self.activate("app.quit")


class Tap:
    def __init__(self):
        self.output = os.fdopen(int(os.environ["RELM_E2E_SESSION"]), "w")
        self.count = 0
        self.failed = False

    def run(self, name, test):
        home = Home()
        programs = []
        skipped = None
        try:
            test(home, programs)
            problem = next((p.messages() for p in programs if "CRITICAL" in p.messages() or "WARNING" in p.messages()), None)
        except Skip as reason:
            problem, skipped = None, str(reason)
        except Exception as error:  # whatever goes wrong is this test's failure
            problem = f"{type(error).__name__}: {error}"
            for program in programs:
                problem += "\n" + program.messages()
                if program.is_running() and os.environ.get("RELM_E2E_DUMP"):
                    program.dump()
        for program in programs:
            program.kill()
        home.remove()
        self.count += 1
        print("not ok" if problem else "ok", self.count, name, f"# SKIP {skipped}" if skipped else "", file=self.output)
        if problem:
            self.failed = True
            print("# " + problem.strip().replace("\n", "\n# "), file=self.output)
        self.output.flush()

    def end(self):
        print(f"1..{self.count}", file=self.output, flush=True)
        sys.exit(1 if self.failed else 0)


def run_tests(script):
    """Runs the functions of a script that are called test_…; a last argument that is no file chooses among them."""
    tap = Tap()
    chosen = sys.argv[-1] if not os.path.exists(sys.argv[-1]) else ""
    for name, test in list(script.items()):
        if name.startswith("test_") and chosen in name:
            tap.run(name[5:].replace("_", "-"), test)
    tap.end()
