#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs ./dev on machines that are made up: a folder of programs that answer as those of the machine would, and nothing else.
Nothing is installed or fetched. usage: test-dev.py SOURCE"""
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SOURCE = os.path.abspath(sys.argv[1])
# What a machine has at least, and is taken from this one.
BASE = """awk basename cat chmod cut dirname df env flock grep head id kill ls mkdir mv ps realpath rm sed setsid sh sha256sum sleep sort tail
touch tr true umount unshare""".split()
# What else ./dev asks for before it thinks that nothing is missing.
TOOLS = """meson ninja cc msgfmt xgettext glib-compile-schemas glib-compile-resources desktop-file-validate appstreamcli
update-mime-database update-desktop-database gtk4-update-icon-cache xmllint Xvfb dbus-run-session git strace python3""".split()
LOG = 'echo "$(basename "$0") $*" >>"$LOG"\n'
# After apt-get or dnf have installed, what was missing is there: pkg-config knows every module.
INSTALLS = LOG + 'case "$*" in *update*) touch "$STATE/lists" ;; *install*) touch "$STATE/installed" ;; esac\n'
PKG_CONFIG = 'test -e "$STATE/installed"\n'
MMDEBSTRAP = LOG + 'for new; do :; done\nmkdir -p "$new/usr/bin" "$new/half"\n%stouch "$new/usr/bin/meson"\n'
HOLD = 'until [ -e "$STATE/go-on" ]; do sleep 0.1; done\n'
BWRAP = LOG + 'test "$FORBIDDEN" != yes\n'
UNSHARE = LOG + "exit 1\n"


def debian(version, listed=True):
    """A machine with apt whose archive has this version of GTK."""
    know = "" if listed else '[ -e "$STATE/lists" ] || exit 0\n'
    return {
        "apt-get": INSTALLS,
        "apt-cache": know + f'echo "libgtk-4-dev:"; echo "  Installed: (none)"; echo "  Candidate: {version}"\n',
        "dpkg-query": 'case "$*" in *gcc*) echo installed ;; *) exit 1 ;; esac\n',
        "pkg-config": PKG_CONFIG,
        "unshare": UNSHARE,
    }


class Machine:
    """A source tree, a home and the programs; what they were called with is in the log."""

    def __init__(self, folder, programs, user=0):
        self.folder = folder
        self.source = os.path.join(folder, "a source tree", "relm")
        self.cache = os.path.join(folder, "home", ".cache", "relm")
        self.bin = os.path.join(folder, "bin")
        for path in ("home", "bin", "state"):
            os.mkdir(os.path.join(folder, path))
        os.makedirs(self.source)
        shutil.copy(os.path.join(SOURCE, "dev"), self.source)
        shutil.copytree(os.path.join(SOURCE, "build-aux"), os.path.join(self.source, "build-aux"))
        for name in BASE:
            os.symlink(shutil.which(name), os.path.join(self.bin, name))
        for name in TOOLS:
            self.add(name, 'test "$1" = -c || echo "$0 $*"\n')
        self.add("id", f"echo {user}\n")
        for name, text in programs.items():
            self.add(name, text)

    def add(self, name, text):
        path = os.path.join(self.bin, name)
        if os.path.lexists(path):
            os.unlink(path)
        with open(path, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\n" + text)
        os.chmod(path, 0o755)

    def start(self, *words, **variables):
        environment = {"PATH": self.bin, "HOME": os.path.join(self.folder, "home"), "LOG": os.path.join(self.folder, "log"),
                       "STATE": os.path.join(self.folder, "state"), "FORBIDDEN": "no", **variables}
        return subprocess.Popen([os.path.join(self.source, "dev"), *words], env=environment, cwd=self.folder, text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)

    def run(self, *words, **variables):
        process = self.start(*words, **variables)
        output, errors = process.communicate(timeout=60)
        return process.returncode, output, errors

    def go_on(self):
        """Lets what holds go on."""
        with open(os.path.join(self.folder, "state", "go-on"), "w", encoding="utf-8"):
            pass

    def log(self):
        try:
            with open(os.path.join(self.folder, "log"), encoding="utf-8") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def roots(self):
        return sorted(name for name in os.listdir(self.cache) if name != ".lock") if os.path.isdir(self.cache) else []


def expect(good, *what):
    if not good:
        raise AssertionError(" | ".join(map(str, what)))


def test_all_there(new):
    machine = new({"pkg-config": ""})
    status, output, errors = machine.run("shell", "--", "meson", "a b")
    expect(status == 0 and output.endswith("meson a b\n") and errors == "", status, output, errors)
    expect(machine.log() == "", machine.log())


def test_new_debian(new):
    machine = new(debian("4.18.6+ds-2"))
    status, output, errors = machine.run("shell", "meson")
    expect(status == 0 and "meson" in output, status, output, errors)
    expect("missing" in errors and "libgtk-4-dev" in errors and " gcc " not in errors, errors)
    expect("update" not in machine.log() and "--no-install-recommends" in machine.log(), machine.log())
    expect("mmdebstrap" not in machine.log() and machine.roots() == [], machine.log())
    _, _, errors = machine.run("shell", "meson")
    expect(errors == "" and machine.log().count("install -y") == 1, errors, machine.log())


def test_no_lists(new):
    machine = new(debian("4.22.1", listed=False))
    status, _, errors = machine.run("build")
    expect(machine.log().startswith("apt-get update"), machine.log(), errors)
    expect("fetching the package lists" in errors and status == 0, status, errors)


def test_no_lists_no_network(new):
    machine = new({**debian("4.22.1", listed=False), "apt-get": LOG + "exit 100\n"})
    status, _, errors = machine.run("build")
    expect(status == 1 and "check the network" in errors and "install" not in machine.log(), status, errors)


def test_fedora(new):
    machine = new({"dnf": INSTALLS, "rpm": 'case "$*" in *" gcc") ;; *) exit 1 ;; esac\n', "pkg-config": PKG_CONFIG})
    status, output, errors = machine.run("shell", "meson")
    expect(status == 0 and "meson" in output, status, output, errors)
    expect("gtk4-devel" in errors and " gcc " not in errors and "install_weak_deps" in machine.log(), errors, machine.log())


def test_old_fedora(new):
    machine = new({"dnf": LOG, "rpm": "exit 1\n", "pkg-config": PKG_CONFIG})
    status, _, errors = machine.run("build")
    expect(status == 1 and "still lacks" in errors and "gtk4 >= 4.18" in errors, status, errors)


def test_dnf_fails(new):
    machine = new({"dnf": "echo no mirror >&2; exit 1\n", "rpm": "exit 1\n", "pkg-config": PKG_CONFIG})
    status, _, errors = machine.run("build")
    expect(status == 1 and "no mirror" in errors and "try again" in errors, status, errors)


def test_other(new):
    machine = new({"pkg-config": PKG_CONFIG})
    os.unlink(os.path.join(machine.bin, "meson"))
    status, _, errors = machine.run("build")
    expect(status == 1 and "meson" in errors and "libadwaita-1 >= 1.7" in errors, status, errors)


def test_not_root(new):
    machine = new(debian("4.18.6"), user=1000)
    status, _, errors = machine.run("build")
    expect(status == 1 and "as root, run: env DEBIAN_FRONTEND=noninteractive apt-get install" in errors, status, errors)
    expect(machine.log() == "", machine.log())
    machine.add("sudo", LOG + '"$@"\n')
    status, _, errors = machine.run("build")
    expect(status == 0 and machine.log().startswith("sudo env DEBIAN"), status, errors, machine.log())


def old_debian(new, mmdebstrap="", user=0, **programs):
    """A Debian 12, where the root is made."""
    machine = new({**debian("4.8.3"), "mmdebstrap": MMDEBSTRAP % mmdebstrap, "bwrap": BWRAP, **programs}, user)
    machine.add("newuidmap", "")
    return machine


def test_root_once(new):
    machine = old_debian(new)
    status, _, errors = machine.run("shell", "true")
    expect(status == 0 and "once" in errors, status, errors)
    expect(len(machine.roots()) == 1 and machine.roots()[0].startswith("root-"), machine.roots())
    expect("--chdir " + machine.source in machine.log(), machine.log())
    status, _, errors = machine.run("shell", "true")
    expect(status == 0 and errors == "" and machine.log().count("mmdebstrap") == 1, status, errors)


def test_tools_are_installed(new):
    machine = old_debian(new)
    os.unlink(os.path.join(machine.bin, "mmdebstrap"))
    machine.add("apt-get", INSTALLS + "exit 1\n")
    status, _, errors = machine.run("build")
    expect(status == 1 and "mmdebstrap bubblewrap" in errors, status, errors)
    os.unlink(os.path.join(machine.bin, "apt-get"))


def test_root_fails(new):
    machine = old_debian(new, "echo no mirror >&2; exit 25\n")
    status, _, errors = machine.run("build")
    expect(status == 1 and "no mirror" in errors and "nothing of it was kept" in errors, status, errors)
    expect(machine.roots() == [], machine.roots())


def test_no_room(new):
    machine = old_debian(new, df="echo Filesystem; echo /dev/sda 9 9 1000000 9% /\n")
    status, _, errors = machine.run("build")
    expect(status == 1 and "2 GB of room" in errors and "mmdebstrap" not in machine.log(), status, errors)


def test_cache_cannot_be_written(new):
    machine = old_debian(new)
    with open(os.path.join(machine.folder, "home", ".cache"), "w", encoding="utf-8"):
        pass
    status, _, errors = machine.run("build")
    expect(status == 1 and "XDG_CACHE_HOME" in errors, status, errors)


def test_no_namespaces(new):
    machine = old_debian(new, user=1000)
    status, _, errors = machine.run("build", FORBIDDEN="yes")
    expect(status == 1 and "user namespaces" in errors, status, errors)


def test_no_bubblewrap(new):
    machine = old_debian(new, user=1000)
    machine.run("build")
    os.unlink(os.path.join(machine.bin, "bwrap"))
    status, _, errors = machine.run("build")
    expect(status == 1 and "install bubblewrap" in errors.lower().replace("it (apt-get ", ""), status, errors)


def wait_for_half(machine, process):
    end = time.monotonic() + 30
    while time.monotonic() < end and process.poll() is None:
        if any(os.path.isdir(os.path.join(machine.cache, name, "half")) for name in machine.roots() if name.startswith(".new")):
            return
        time.sleep(0.02)
    raise AssertionError("mmdebstrap was not started: " + machine.log())


def interrupt(new, number, group):
    """Ended in the middle; the next run makes a whole root."""
    machine = old_debian(new, HOLD)
    process = machine.start("build")
    wait_for_half(machine, process)
    (os.killpg if group else os.kill)(process.pid, number)
    process.wait(timeout=30)
    left = machine.roots()
    # What was killed could not end mmdebstrap, which goes on for a while.
    machine.go_on()
    _, errors = process.communicate(timeout=30)
    if number == signal.SIGKILL:
        expect(len(left) == 1 and left[0].startswith(".new"), left)
    else:
        expect(left == [] and "removed" in errors and process.returncode == 128 + number, left, errors)
    status, _, errors = machine.run("build")
    expect(status == 0 and len(machine.roots()) == 1 and machine.roots()[0].startswith("root-"), status, errors, machine.roots())
    expect(machine.log().count("mmdebstrap") == 2, machine.log())


def test_interrupted(new):
    interrupt(new, signal.SIGINT, True)


def test_terminated(new):
    interrupt(new, signal.SIGTERM, False)


def test_killed(new):
    interrupt(new, signal.SIGKILL, True)


def test_two_at_once(new):
    machine = old_debian(new, HOLD)
    first = machine.start("build")
    wait_for_half(machine, first)
    second = machine.start("build")
    waiting = second.stderr.readline()
    machine.go_on()
    _, first_errors = first.communicate(timeout=60)
    _, errors = second.communicate(timeout=60)
    expect(first.returncode == second.returncode == 0, errors, first_errors)
    expect("waiting" in waiting and errors == "" and machine.log().count("mmdebstrap") == 1, waiting, errors, machine.log())


FLATPAK = dict.fromkeys(["flatpak", "flatpak-builder", "ostree", "eu-strip"], LOG + "exit 1\n")


def test_flatpak_tools(new):
    machine = new({**debian("4.8.3"), "bwrap": BWRAP})
    status, _, errors = machine.run("flatpak")
    expect("will be installed with apt-get" in errors and "flatpak-builder" in errors, errors)
    expect(status == 1 and "flatpak is missing; install it" in errors, status, errors)


def test_flatpak_no_sandbox(new):
    machine = new({**debian("4.8.3"), **FLATPAK, "bwrap": BWRAP})
    status, _, errors = machine.run("flatpak", FORBIDDEN="yes")
    expect(status == 1 and "no sandboxes" in errors and "flatpak-builder --user" not in machine.log(), status, errors, machine.log())


def test_flatpak_no_runtime(new):
    """Neither GNOME's runtime nor what one could be made of."""
    machine = new({**FLATPAK, "dnf": INSTALLS, "rpm": "", "bwrap": BWRAP, "timeout": LOG + "exit 124\n"})
    status, _, errors = machine.run("flatpak")
    expect(status == 1 and "check the network" in errors and "dl.flathub.org" in errors, status, errors)


def test_no_such_file(new):
    machine = new({"pkg-config": ""})
    status, _, errors = machine.run("run", "none.relm")
    expect(status == 1 and "no file none.relm" in errors, status, errors)


def test_file_elsewhere(new):
    machine = old_debian(new)
    os.mkdir(os.path.join(machine.folder, "my plans"))
    path = os.path.join(machine.folder, "my plans", "a b.relm")
    with open(path, "w", encoding="utf-8") as file:
        file.write("{}")
    machine.run("run", os.path.join("my plans", "a b.relm"))
    last = machine.log().splitlines()[-1]
    expect(last.endswith("run.sh " + path) and f"--ro-bind {os.path.dirname(path)}" in last, last)


def test_home(new):
    """A source tree in the person's home must lie over the empty home of the root."""
    machine = old_debian(new)
    machine.run("build", HOME=os.path.join(machine.folder, "a source tree"), XDG_CACHE_HOME=os.path.dirname(machine.cache))
    last = machine.log().splitlines()[-1]
    expect(-1 < last.index("--tmpfs " + os.path.dirname(machine.source)) < last.index("--bind " + machine.source), last)


def test_help(new):
    status, output, _ = new({}).run()
    expect(status == 0 and "./dev test --slow" in output and "./dev flatpak" in output and "./dev shell" in output, status, output)


def test_help_of_a_command(new):
    """It asks for nothing, and nothing is built, run or installed."""
    machine = new(debian("4.18.6"))
    for command in ("test", "run", "build", "flatpak", "pictures"):
        for word in ("--help", "-h"):
            status, output, errors = machine.run(command, word)
            expect(status == 0 and "./dev test --slow" in output and errors == "", command, word, status, output, errors)
    expect(machine.log() == "", machine.log())


def test_help_in_a_shell(new):
    """A command that is given to it has one of its own."""
    status, output, _ = new({"pkg-config": ""}).run("shell", "meson", "--help")
    expect(status == 0 and output.endswith("meson --help\n"), output)


def main():
    tests = [(name, function) for name, function in globals().items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}")
    for number, (name, function) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            folder = os.path.realpath(folder)
            try:
                function(lambda programs, user=0, folder=folder: Machine(folder, programs, user))
                print("ok", number, name, flush=True)
            except (AssertionError, OSError, subprocess.TimeoutExpired, ValueError) as error:
                failed += 1
                print("not ok", number, name, flush=True)
                print("# " + str(error).replace("\n", "\n# "), flush=True)
    return 1 if failed else 0


sys.exit(main())
