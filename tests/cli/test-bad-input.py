#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives relm-cli bad files, repositories and servers: a sentence on the standard error that says what is wrong, the exit status,
and nothing changed on the disk. usage: test-bad-input.py RELM-CLI FAKE-SERVER"""
import concurrent.futures
import glob
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

CLI = os.path.abspath(sys.argv[1])
SERVER = os.path.abspath(sys.argv[2])
CASES = os.path.join(os.environ.get("RELM_TEST_CASES", "none"), "jsontestsuite")
GOOD = '{\n  "relm": 1,\n  "name": "Plan",\n  "releases": [\n    {\n      "id": "rel-1",\n      "version": "1.0"\n    }\n  ]\n}\n'
# So long that only what hangs needs it.
PATIENCE_S = 240


def with_member(text):
    return b'{"relm": 1, "name": "P", "x": ' + text + b"}"


def with_records(*ids):
    return with_member(b"0")[:-1] + b', "releases": [' + b",".join(
        b'{"id": "%s", "version": "1"}' % name.encode() for name in ids) + b"]}"


# name, the file's bytes, exit status of check, words of the answer
FILES = [
    ("nothing", b"", 2, "nothing.relm:1:1"),
    ("zeros", bytes(4096), 2, "zeros.relm:1:1"),
    ("latin-1", GOOD.replace("Plan", "K\xf6ln").encode("latin-1"), 2, "latin-1.relm:3:13: expected text in UTF-8"),
    ("utf-16", GOOD.encode("utf-16"), 2, "utf-16.relm:1:1: expected text in UTF-8"),
    ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 2, "Is it a Relm project?"),
    ("deep arrays", with_member(b"[" * 10000 + b"]" * 10000), 2, "deep arrays.relm:1:"),
    ("deep objects", with_member(b'{"a":' * 10000 + b"1" + b"}" * 10000), 2, "deep objects.relm:1:"),
    ("bottomless", b"[" * 1000000, 2, "bottomless.relm:1:"),
    ("endless string", with_member(b'"' + b"a" * 1000000), 2, "endless string.relm:1:"),
    ("twice", with_records("rel-1", "rel-1"), 2, "“rel-1”"),
    ("twice elsewhere", with_records("rel-1")[:-1] + b', "phases": [{"id": "rel-1", "name": "A"}]}', 2, "expected an id of"),
    ("no id", b'{"relm": 1, "name": "P", "releases": [{"version": "1"}]}', 2, "no id.relm:1:"),
    ("dangling", with_records("rel-1").replace(b'"1"', b'"1", "owner": "per-9"'), 1, "per-9"),
    ("wrong kind", with_records("rel-1").replace(b'"1"', b'"1", "owner": "rel-1"'), 1, "rel-1"),
    ("merge", GOOD.replace('  "name"', '<<<<<<< ours\n  "name"').encode(), 2, "merge.relm:3:1"),
    ("merge, three ways", GOOD.replace('  "name"', '||||||| base\n=======\n>>>>>>> theirs\n  "name"').encode(), 2, "lines 3, 4, 5"),
    ("newer", GOOD.replace('"relm": 1', '"relm": 7').encode(), 0, "newer Relm"),
    ("newer and other", GOOD.replace('"relm": 1', '"relm": 7').replace('"Plan"', "[]").encode(), 2, "newer format 7"),
    ("no format", b'{"name": "P"}', 2, "no format.relm:1:"),
    ("format of words", b'{"relm": "one", "name": "P"}', 2, "format of words.relm:1:"),
    ("format below", b'{"relm": 0, "name": "P"}', 2, "format below.relm:1:"),
    ("list", b"[]", 2, "list.relm:1:1"),
    ("two documents", GOOD.encode() * 2, 2, "two documents.relm:11:1"),
    ("wrong date", with_records("rel-1").replace(b'"1"', b'"1", "planned": "2027-02-30"'), 2, "wrong date.relm:1:"),
]
# Right JSON that loses something in every reader: a member twice, and U+0000, at which text ends.
REFUSED = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json", "y_object_escaped_null_in_key.json",
           "y_string_null_escape.json"]
# The first part of the address, environment, words of the answer
ADDRESSES = [
    ("html/x", {}, "not a git repository"),
    ("moved/code", {}, "another address"),
    ("silent/x", {"RELM_GIT_FETCH_STALL": "2"}, "not answer"),
    ("drip/x", {"RELM_GIT_FETCH_STALL": "2", "RELM_GIT_FETCH_DEADLINE": "6"}, "not answer"),
    ("endless/x", {"RELM_GIT_FETCH_DEADLINE": "6", "RELM_GIT_FETCH_MEMORY_MB": "300"}, "relm-cli: "),
    ("cut/code", {"RELM_GIT_FETCH_STALL": "10"}, "relm-cli: "),
    ("private/code", {}, "people whom it knows"),
    ("none/x", {}, "no repository at this address"),
]


class Tap:
    count = 0
    failed = False

    def check(self, good, name, output=""):
        self.count += 1
        print("ok" if good else "not ok", self.count, name, flush=True)
        if not good:
            self.failed = True
            print("# " + output.replace("\n", "\n# "), flush=True)

    def skip(self, name, reason):
        self.count += 1
        print("ok", self.count, name, "# SKIP", reason, flush=True)


def call(*arguments, **environment):
    done = subprocess.run([CLI, *arguments], capture_output=True, env={**os.environ, **environment}, timeout=PATIENCE_S)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def fingerprint(folder):
    """What is in the folder: names, modes, times and contents."""
    result = []
    for base, folders, names in sorted(os.walk(folder)):
        for name in sorted(names + folders):
            path = os.path.join(base, name)
            info = os.lstat(path)
            digest = None
            if os.path.isfile(path) and os.access(path, os.R_OK):
                with open(path, "rb") as file:
                    digest = hashlib.sha256(file.read()).hexdigest()
            result.append((path, info.st_mode, info.st_size, info.st_mtime_ns, digest))
    return result


def write(path, content):
    with open(path, "wb") as file:
        file.write(content)
    return path


def is_refused(status, output, errors):
    """A refusal is a sentence and no more: no crash, nothing on the standard output, nothing of GLib's own."""
    return status == 2 and output == "" and errors.startswith("relm-cli: ") and "CRITICAL" not in errors and "WARNING" not in errors


def check_one(tap, folder, name, words, status, path, answer):
    before = fingerprint(folder)
    for command in words:
        result = call(command, path)
        good = result[0] in (status, 0 if command == "show" and status == 1 else status) and answer in result[1] + result[2] \
            if command == "check" else result[0] == (0 if status == 1 else status)
        tap.check(good and (status != 2 or is_refused(*result)) and "\x1b" not in result[2], f"{command}: {name}", repr(result))
    tap.check(fingerprint(folder) == before, f"{name} leaves the disk as it is")


def check_files(tap, folder):
    for name, content, status, answer in FILES:
        path = write(os.path.join(folder, name + ".relm"), content)
        check_one(tap, folder, name, ("check", "show"), status, path, answer)
        os.unlink(path)


def check_places(tap, folder):
    """What is no file, or none for this person."""
    path = os.path.join(folder, "a folder.relm")
    os.mkdir(path)
    check_one(tap, folder, "folder", ("check", "show"), 2, path, "is not a file")
    path = os.path.join(folder, "pipe.relm")
    os.mkfifo(path)
    check_one(tap, folder, "pipe", ("check", "show"), 2, path, "is not a file")
    path = os.path.join(folder, "link.relm")
    os.symlink("nowhere", path)
    check_one(tap, folder, "link to nowhere", ("check", "show"), 2, path, "link.relm")
    check_one(tap, folder, "device", ("check", "show"), 2, "/dev/zero", "is not a file")
    check_one(tap, folder, "no file", ("check", "show"), 2, os.path.join(folder, "none.relm"), "none.relm")
    path = os.path.join(folder, "large.relm")
    with open(path, "wb") as file:
        file.truncate(100 * 1000 * 1000)
    check_one(tap, folder, "100 MB", ("check", "show"), 2, path, "64 MB")
    os.unlink(path)


def check_permission(tap, folder):
    """Root may read everything, and so asks as somebody else."""
    path = write(os.path.join(folder, "secret.relm"), GOOD.encode())
    os.chmod(path, 0)
    before = fingerprint(folder)
    try:
        os.chmod(os.path.dirname(folder), 0o711)
        done = subprocess.run([CLI, "check", path], capture_output=True, text=True, user=65534 if os.geteuid() == 0 else None)
    except PermissionError:
        tap.skip("no permission", "nobody else may run relm-cli here")
        return
    tap.check(is_refused(done.returncode, done.stdout, done.stderr) and path in done.stderr, "no permission", done.stderr)
    tap.check(fingerprint(folder) == before, "no permission leaves the disk as it is")


def call_all(folder, contents):
    """The answers of check to many files, by name."""
    def one(item):
        return item[0], call("check", write(os.path.join(folder, item[0]), item[1]))

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return dict(pool.map(one, contents.items()))


def check_truncated(tap, folder):
    answers = call_all(folder, {f"cut-{length:03}.relm": GOOD[:length].encode() for length in range(len(GOOD) - 1)})
    wrong = {name: answer for name, answer in answers.items() if not is_refused(*answer) or name + ":" not in answer[2]}
    tap.check(not wrong, "truncated at every byte", repr(wrong))


def check_suite(tap, folder):
    """As the value of a member that this version does not know."""
    contents = {}
    for path in glob.glob(os.path.join(CASES, "*.json")):
        with open(path, "rb") as file:
            contents[os.path.basename(path)] = with_member(file.read())
    if not contents:
        tap.skip("cases of JSON", "they are not here")
        return
    wrong = {}
    for name, answer in call_all(folder, contents).items():
        refused = is_refused(*answer)
        good = {"y": refused if name in REFUSED else answer[0] == 0, "n": refused, "i": refused or answer[0] == 0}
        if not good[name[0]]:
            wrong[name] = answer
    tap.check(not wrong, f"{len(contents)} cases of JSON", repr(wrong))


def git(folder, *arguments):
    """Runs git without anybody's configuration."""
    environment = dict(os.environ, HOME=folder, GIT_CONFIG_NOSYSTEM="1")
    identity = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "protocol.file.allow=always"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, env=environment, check=True, capture_output=True)


def make_repository(path):
    os.makedirs(path)
    git(path, "init", "-q", "-b", "main")
    for subject in ("feat: A window", "fix: A leak", "fix: Another leak"):
        git(path, "commit", "-q", "--allow-empty", "-m", subject)
        if subject == "feat: A window":
            git(path, "tag", "v1.0.0")


def make_repositories(folder):
    make_repository(os.path.join(folder, "code"))
    git(folder, "clone", "-q", "--depth", "1", "file://" + os.path.join(folder, "code"), "shallow")
    os.mkdir(os.path.join(folder, "empty"))
    git(os.path.join(folder, "empty"), "init", "-q")
    os.mkdir(os.path.join(folder, "plain"))
    shutil.copytree(os.path.join(folder, "code"), os.path.join(folder, "torn"))
    for path in glob.glob(os.path.join(folder, "torn", ".git", "objects", "??", "*")):
        os.chmod(path, 0o644)
        write(path, b"no object at all")
    shutil.copytree(os.path.join(folder, "code"), os.path.join(folder, "headless"))
    write(os.path.join(folder, "headless", ".git", "HEAD"), b"\0\1\2")
    shutil.copytree(os.path.join(folder, "code"), os.path.join(folder, "lost"))
    shutil.rmtree(os.path.join(folder, "lost", ".git", "objects"))
    os.makedirs(os.path.join(folder, "lost", ".git", "objects"))


# location, exit status, words of the answer
REPOSITORIES = [
    ("nowhere", 2, "nowhere"),
    ("empty", 2, "commit"),
    ("plain", 2, "plain"),
    ("plan.relm", 2, "plan.relm"),
    ("torn", 2, "damaged: the commit"),
    ("headless", 0, "A leak"),  # its branch is still there
    ("lost", 2, "damaged: the commit"),
    ("shallow", 0, "Another leak"),
    ("ftp://example.org/x.git", 2, "ftp"),
    ("https://user:word@example.org/x.git", 2, "relm-cli: "),
    ("--upload-pack=touch x", 2, "relm-cli: "),
    ("", 0, "# Changelog"),
]


def write_plan(folder, location):
    plan = {"relm": 1, "name": "Plan", "sources": [{"id": "src-1", "name": "Code", "location": location}]}
    return write(os.path.join(folder, "plan.relm"), json.dumps(plan).encode())


def check_changelog(tap, folder, location, status, answer, **environment):
    path = write_plan(folder, location)
    before = fingerprint(folder)
    name = location if "127.0.0.1" not in location else location.split("/", 3)[3]
    try:
        result = call("changelog", path, **environment)
    except subprocess.TimeoutExpired:
        result = (-1, "", "it never ended")
    good = result[0] == status and answer in result[1] + result[2] and (status != 2 or is_refused(*result))
    tap.check(good, f"changelog of “{name}”", repr(result))
    tap.check(fingerprint(folder) == before, f"changelog of “{name}” leaves the disk as it is")


def check_repositories(tap, folder):
    make_repositories(folder)
    for location, status, answer in REPOSITORIES:
        check_changelog(tap, folder, location, status, answer)
    path = write_plan(folder, "shallow")
    _, output, errors = call("changelog", path)
    tap.check("part of the history" in errors and "part of the history" not in output, "a shallow clone is said to be one", errors)


def check_servers(tap, folder, cache):
    with subprocess.Popen([sys.executable, SERVER, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        base = f"http://127.0.0.1:{server.stdout.readline().strip()}/"
        for place, environment, answer in ADDRESSES:
            check_changelog(tap, folder, base + place, 2, answer, **environment)
            left = [name for _, folders, names in os.walk(cache) for name in folders + names if ".part" in name]
            tap.check(not left, f"{place} leaves nothing half made", repr(left))
        check_changelog(tap, folder, base + "good/code", 0, "A leak")
        server.stdin.close()
    check_changelog(tap, folder, base + "good/code", 2, "connection")


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        for part in (check_files, check_places, check_permission, check_truncated, check_suite):
            os.mkdir(os.path.join(folder, part.__name__))
            part(tap, os.path.join(folder, part.__name__))
        if shutil.which("git") is None:
            tap.skip("repositories", "git is not here to make them")
        else:
            folder = os.path.join(folder, "repositories")
            os.mkdir(folder)
            check_repositories(tap, folder)
            check_servers(tap, folder, cache)
    print(f"1..{tap.count}")
    return 1 if tap.failed else 0


sys.exit(main())
