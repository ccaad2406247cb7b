#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real sshd on loopback, an agent, and the files that ssh has at home. Ends when its standard input does.

usage: ssh-server.py FOLDER

Prints one line: the port, the user, the agent's socket, and the socket of an agent without keys. FOLDER/home/.ssh/known_hosts
knows the server. Exits with 77 where the programs are not installed.
"""
import getpass
import os
import shutil
import socket
import subprocess
import sys
import time

FOLDER = os.path.abspath(sys.argv[1])
SSHD = shutil.which("sshd") or "/usr/sbin/sshd"


def path(*names):
    return os.path.join(FOLDER, *names)


def make_key(name):
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path(name)], check=True, stdin=subprocess.DEVNULL)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start_server(port):
    with open(path("sshd_config"), "w", encoding="utf-8") as file:
        file.write(f"ListenAddress 127.0.0.1:{port}\nHostKey {path('host')}\nAuthorizedKeysFile {path('member.pub')}\n"
                   "UsePAM no\nStrictModes no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nPidFile none\n")
    if os.getuid() == 0:
        os.makedirs("/run/sshd", exist_ok=True)
    server = subprocess.Popen([SSHD, "-D", "-e", "-f", path("sshd_config")], stderr=open(path("sshd.log"), "w"))
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server
        time.sleep(0.05)
    raise SystemExit("sshd does not answer")


def start_agent(name, *keys):
    agent = subprocess.Popen(["ssh-agent", "-D", "-a", path(name)], stdout=subprocess.DEVNULL)
    while not os.path.exists(path(name)):
        time.sleep(0.02)
    for key in keys:
        subprocess.run(["ssh-add", "-q", path(key)], check=True, env=dict(os.environ, SSH_AUTH_SOCK=path(name)), stdin=subprocess.DEVNULL)
    return agent


if not os.path.exists(SSHD) or not all(shutil.which(name) for name in ("ssh-keygen", "ssh-agent", "ssh-add")):
    sys.exit(77)
for key in ("host", "member", "stranger"):
    make_key(key)
port = free_port()
processes = [start_server(port), start_agent("agent", "member"), start_agent("strangers-agent", "stranger")]
os.makedirs(path("home", ".ssh"), 0o700)
with open(path("host.pub"), encoding="utf-8") as public, open(path("home", ".ssh", "known_hosts"), "w", encoding="utf-8") as known:
    known.write(f"[127.0.0.1]:{port} {public.read()}")
print(port, getpass.getuser(), path("agent"), path("strangers-agent"), flush=True)
sys.stdin.read()
for process in processes:
    process.terminate()
    process.wait()
