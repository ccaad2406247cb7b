# SPDX-License-Identifier: GPL-3.0-or-later
"""The program in its sandbox, driven as the program outside is: by its actions, and by what it tells assistive technology."""
import os
import shutil
import stat
import subprocess
import tempfile

import relm_driver
from relm_driver import PATIENCE, Atspi, Program, until

RUN = ["flatpak", "run"]


class Sandboxed(Program):
    """Started by a command that ends, or goes on: the program is what says that it is Relm on the accessibility bus."""

    def __init__(self, application_id, home, command, **environment):
        self.application_id = application_id
        super().__init__(command[0], home, *command[1:], **environment)

    def root(self):
        def look():
            Atspi.get_desktop(0).clear_cache()
            desktop = Atspi.get_desktop(0)
            for index in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(index)
                if child is not None and child.get_name() == "relm" and child.get_child_count() > 0:
                    return child
            return None
        return until(look, "the program on the accessibility bus")

    def nodes(self, role=None, name=None, within=None):
        """The accessibility library of the host may be older than that of the sandbox, and call a button a push button."""
        roles = (role, "push " + role) if role == "button" else (role,)
        for node in super().nodes(None, name, within):
            if role is None or node.get_role_name() in roles:
                yield node

    def is_running(self):
        running = subprocess.run(["flatpak", "ps", "--columns=application"], capture_output=True, text=True, check=True)
        return self.application_id in running.stdout.split()

    def kill(self):
        if self.is_running():
            subprocess.run(["flatpak", "kill", self.application_id], check=False)
        until(lambda: not self.is_running(), "the end of the program")
        self.process.kill()
        self.process.wait()
        self.log.close()


class Place:
    """A folder on the host for one test, and one in it for its files; the session's home is another one."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="relm-", dir=os.environ["HOME"])
        self.folder = os.path.join(self.path, "plans")
        os.mkdir(self.folder)

    def environment(self):
        return dict(os.environ)

    def copy(self, source, mode=0o640):
        path = os.path.join(self.folder, "plan.relm")
        shutil.copyfile(source, path)
        os.chmod(path, mode)
        return path

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)


def mode_of(path):
    return stat.S_IMODE(os.stat(path).st_mode)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def in_sandbox(application_id, command, *arguments, **options):
    """Another program in the same sandbox."""
    return subprocess.run([*RUN, "--command=" + command, application_id, *arguments], capture_output=True, text=True,
                          timeout=PATIENCE * 2, check=False, **options)


class SandboxTap(relm_driver.Tap):
    """Each test has a folder instead of a home."""

    def run(self, name, test):
        before, relm_driver.Home = relm_driver.Home, Place
        try:
            super().run(name, test)
        finally:
            relm_driver.Home = before
