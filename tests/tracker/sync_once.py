# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of synchronisation from outside share: a server of made-up trackers, the program that reads it once, and TAP."""
import json
import os
import subprocess
import sys
import tempfile
import urllib.request


class Server:
    def __init__(self, program):
        self.process = subprocess.Popen([sys.executable, program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.port = int(self.process.stdout.readline())
        self.url = f"http://127.0.0.1:{self.port}"

    def log(self):
        with urllib.request.urlopen(self.url + "/_log") as answer:
            return answer.read().decode()

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


def start(program, service, url, mirror, token="", how=None, **options):
    """Begins a synchronisation; end it with finish()."""
    arguments = [program] + ([how] if how else []) + [service, url, mirror]
    process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    process.stdin.write(token.encode() + b"\n")
    process.stdin.close()
    process.stdin = None
    return process


def finish(process):
    """Its report, and all that it wrote."""
    out, err = process.communicate(timeout=600)
    lines = out.decode().strip().splitlines()
    return (json.loads(lines[-1]) if process.returncode == 0 and lines else None), out + err


def sync(*arguments, **options):
    report, written = finish(start(*arguments, **options))
    assert report is not None, written.decode()
    return report


def run(tests):
    """Each test is called with an empty folder; returns the exit status."""
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                note = test(folder)
                print(f"ok {number} {test.__name__.replace('_', '-')}{' # SKIP ' + note if note else ''}", flush=True)
            except Exception as fault:  # any is a failure of that test alone
                failed += 1
                print(f"# {fault!r}\nnot ok {number} {test.__name__.replace('_', '-')}", flush=True)
    return 1 if failed else 0


def mirror_in(folder):
    return os.path.join(folder, "mirror.db")
