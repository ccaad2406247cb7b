# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of relm-cli with a made-up server share: TAP, running it without a keyring, and looking through what it left."""
import contextlib
import os
import subprocess
import sys

CLI, SERVER = (os.path.abspath(path) for path in sys.argv[1:3])
count, failed = 0, False


def check(good, name, output=""):
    global count, failed
    count += 1
    print("ok" if good else "not ok", count, name)
    if not good:
        failed = True
        print("# " + str(output).replace("\n", "\n# "))


def call(folder, *words, stdin="", **more):
    """Its status, and what it wrote."""
    environment = dict(os.environ, XDG_CACHE_HOME=os.path.join(folder, "cache"), DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent", **more)
    done = subprocess.run([CLI, *words], input=stdin, capture_output=True, text=True, cwd=folder, env=environment)
    return done.returncode, done.stdout, done.stderr


def files_with(folder, text):
    found = []
    for base, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(base, name), "rb") as file:
                if text.encode() in file.read():
                    found.append(name)
    return found


@contextlib.contextmanager
def serving(*words):
    """The server's port, as long as it runs."""
    server = subprocess.Popen([sys.executable, SERVER, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield int(server.stdout.readline())
    finally:
        server.stdin.close()
        server.wait()


def end():
    print(f"1..{count}")
    sys.exit(failed)
