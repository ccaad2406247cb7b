#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad files, repositories and servers in the real program: each has a message that says what to do, the program goes on,
and nothing on disk is changed. usage: test-bad-input.py RELM SAMPLE GIT-SERVER [NAME]"""
import hashlib
import os
import subprocess
import sys

from relm_driver import Program, Skip, Tap, enter_session, until

RELM, SAMPLE, SERVER = (os.path.abspath(path) for path in sys.argv[1:4])
GOOD = '{\n  "relm": 1,\n  "name": "Small",\n  "releases": [\n    {\n      "id": "rel-1",\n      "version": "1.0"\n    }\n  ]\n}\n'
MEND = "Mend it in a text editor, or take an older copy of it."
GIT = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_AUTHOR_NAME": "Ann", "GIT_AUTHOR_EMAIL": "a@b.c",
       "GIT_COMMITTER_NAME": "Ann", "GIT_COMMITTER_EMAIL": "a@b.c"}


def deep(open_, close):
    return '{\n  "relm": 1,\n  "name": "Deep",\n  "future": ' + open_ * 10000 + "1" + close * 10000 + "\n}\n"


def huge():
    return '{\n  "relm": 1,\n  "name": "' + "a" * (100 * 1024 * 1024) + '"\n}\n'


def forbid(path):
    with open(path, "w", encoding="utf-8") as file:
        file.write(GOOD)
    os.chmod(path, 0)


# A name, what is in the file, and what the message has to hold.
BAD_FILES = [
    ("truncated", GOOD[:60], ["truncated.relm:", "the end of the file", MEND]),
    ("truncated-in-text", GOOD[:24], ["truncated-in-text.relm:3:", MEND]),
    ("empty", "", ["empty.relm:1:1", MEND]),
    ("markers", GOOD.replace('  "name"', '<<<<<<< ours\n  "name"').replace(',\n  "rel', ',\n=======\n>>>>>>> theirs\n  "rel'),
     ["markers.relm", "conflict markers", "Finish the merge"]),
    ("other", "[]", ["other.relm:1:1", "Is it a Relm project?"]),
    ("html", "<html><body>Sign in</body></html>", ["html.relm:1:1", MEND]),
    ("not-text", b"\x89PNG\r\n\x1a\n\x00\xff", ["not-text.relm", "Is it a Relm project?"]),
    ("no-number", '{ "name": "Small" }', ["no-number.relm", "Is it a Relm project?"]),
    ("member-twice", GOOD.replace('"rel-1"', '"rel-1",\n      "id": "rel-2"'), ["stands here twice", "Remove one of them."]),
    ("id-twice", GOOD.replace("    {", '    {\n      "id": "rel-1",\n      "version": "0.9"\n    },\n    {', 1),
     ["two records have the id “rel-1”", "Give one of them another id."]),
    ("no-id", GOOD.replace('"id": "rel-1",\n      ', ""), ["no-id.relm", "Add one, such as"]),
    ("wrong-type", GOOD.replace('"1.0"', "1"), ["wrong-type.relm:7:", "text in quotes", MEND]),
    ("deep-lists", deep("[", "]"), ["nested too deeply"]),
    ("deep-objects", deep('{"a":', "}"), ["nested too deeply"]),
    ("huge", huge, ["larger than", "Choose another file."]),
]

# A name, how to make it, and what the message has to hold.
BAD_PLACES = [
    ("folder", os.mkdir, ["folder.relm", "is a folder", "Choose a file."]),
    ("missing", lambda path: None, ["missing.relm", "does not exist"]),
    ("no-folder", lambda path: None, ["does not exist"]),
    ("no-permission", forbid, ["You may not use", "Change its permissions"]),
    ("pipe", os.mkfifo, ["is not a file but a device or a pipe", "Choose a file."]),
    ("loop", lambda path: os.symlink(path, path), ["a link that leads to itself", "Choose another file."]),
]

# A name, how a shell makes it in a folder with a good repository “project”, where it is, and what is said.
BAD_REPOSITORIES = [
    ("missing", "true", "nowhere", ["There is no folder", "Check the location."]),
    ("plain", "mkdir plain", "plain", ["is not a git repository", "Choose the folder of a clone."]),
    ("empty", "git init -q empty", "empty", ["has no commits yet", "Read it again"]),
    ("corrupt", "git clone -q --no-hardlinks project corrupt; find corrupt/.git/objects -type f -exec sh -c "
                "'chmod u+w \"$1\"; printf broken > \"$1\"' sh {} \\;", "corrupt", ["is damaged", "git fsck", "clone it again"]),
    ("shallow", "git clone -q --depth 1 \"file://$PWD/project\" shallow", "shallow",
     ["holds only a part of the history", "git fetch --unshallow"]),
]

# A name, the first part of the path on the server, and what is said.
BAD_SERVERS = [
    ("html", "html", ["answers with something that is not a git repository", "Check the address."]),
    ("redirect", "moved", ["has another address", "Enter the new address."]),
    ("silent", "silent", ["does not answer any more", "Try again later."]),
    ("private", "private", ["only to people whom it knows", "check the address."]),
    ("nothing", "nothing", ["has no repository at this address", "Check the address."]),
]


# So that what is forbidden is forbidden to the superuser too, whom some machines run tests as.
POWERLESS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def reads_everything(path, prefix=()):
    try:
        return subprocess.run([*prefix, "cat", path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except FileNotFoundError:
        return True


def start_powerless(home, programs, path):
    if not reads_everything(path):
        return start(home, programs)
    if reads_everything(path, POWERLESS):
        raise Skip("whoever runs this may read everything")
    program = Program(POWERLESS[0], home, *POWERLESS[1:], RELM)
    program.binary = RELM
    programs.append(program)
    return program


def snapshot(folder):
    """All that is in a folder: names, kinds, modes, times and contents."""
    result = {}
    for base, folders, files in os.walk(folder):
        for name in folders + files:
            path = os.path.join(base, name)
            state = os.lstat(path)
            content = None
            if os.path.isfile(path) and os.access(path, os.R_OK):
                with open(path, "rb") as file:
                    content = hashlib.file_digest(file, "sha256").hexdigest()
            result[os.path.relpath(path, folder)] = (state.st_mode, state.st_mtime_ns, state.st_ino, content)
    return result


class Place:
    """A folder with a good project, and what is bad; none of it may change."""

    def __init__(self, home):
        self.folder = os.path.join(home.path, "work")
        os.mkdir(self.folder)
        self.write("good.relm", GOOD)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        content = content() if callable(content) else content
        with open(self.path(name), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())

    def shell(self, commands):
        subprocess.run(["sh", "-e", "-c", commands], cwd=self.folder, env=dict(os.environ, **GIT), check=True)

    def make_repository(self):
        self.shell("git init -q -b main project; cd project; git commit -q --allow-empty -m 'feat: One'; git tag v1.0.0; "
                   "git commit -q --allow-empty -m 'feat: Two'; git tag v1.1.0")

    def seal(self):
        self.before = snapshot(self.folder)

    def check(self):
        after = snapshot(self.folder)
        changed = [name for name in self.before.keys() | after.keys() if self.before.get(name) != after.get(name)]
        assert not changed, f"changed on disk: {changed}"


def start(home, programs, *arguments, **environment):
    programs.append(Program(RELM, home, *arguments, **environment))
    return programs[-1]


def assert_says(texts, parts):
    missing = [part for part in parts if not any(part in text for text in texts)]
    assert not missing, f"{missing} is not in {texts}"


def wait_for_words(program, parts, within=None):
    def says():
        texts = [node.get_name() for node in program.nodes(within=within) if node.get_name()]
        return all(any(part in text for text in texts) for part in parts)
    until(says, f"the words {parts}")


# Opens it in a running window, reads the message, closes it, and opens what is good instead.
def check_refused(home, programs, name, make, parts):
    place = Place(home)
    make(place)
    place.seal()
    forbidden = name.startswith("no-permission")
    program = start_powerless(home, programs, place.path(name)) if forbidden else start(home, programs)
    program.find("frame")
    assert program.start_again(place.path(name)) == 0
    alert = program.find("alert", "Could Not Open the Project")
    assert_says([node.get_name() for node in program.nodes(within=alert)], parts)
    program.press("button", "Close", alert)
    program.wait_gone("alert")
    program.find("button", "Open Sample")
    assert program.start_again(place.path("good.relm")) == 0
    program.find("frame", "Small")
    assert len(program.frames()) == 1
    place.check()


def check_opened(home, programs, text, look):
    place = Place(home)
    place.write("bad.relm", text)
    place.seal()
    program = start(home, programs, place.path("bad.relm"))
    program.find("frame", "Small")
    look(program)
    place.check()


def look_newer(program):
    wait_for_words(program, ["A newer Relm wrote this project", "Update Relm"])
    assert not any(program.is_enabled(name) for name in ("win.add-release", "win.save", "win.save-as"))


def look_dangling(program):
    wait_for_words(program, ["1 reference leads to nothing"])
    program.press("button", "Details")
    wait_for_words(program, ["per-1"])
    program.press("button", "Clear Them")
    until(lambda: program.is_enabled("win.undo"), "the repair to be an edit")
    program.activate("win.undo")
    until(lambda: not program.is_enabled("win.undo"), "the repair to be undone")


# The changelog of a project whose repository is bad: the page says so, and the rest of the project is there.
def check_repository(home, programs, location, make, parts, **environment):
    place = Place(home)
    place.make_repository()
    make(place)
    place.write("bad.relm", GOOD.replace('"Small",', f'"Small",\n  "sources": [\n    {{\n      "id": "src-1",\n      "name": "Code",\n      "location": "{location}"\n    }}\n  ],'))
    place.seal()
    program = start(home, programs, place.path("bad.relm"), **environment)
    program.find("frame", "Small")
    program.activate("win.view", "changelog")
    wait_for_words(program, parts)
    program.activate("win.view", "overview")
    program.activate("win.add-release")
    until(lambda: program.is_enabled("win.undo"), "an edit all the same")
    place.check()


# The same in the assistant, which goes on without the repository.
def check_assistant(home, programs, location, make, parts, goes_on, **environment):
    place = Place(home)
    place.make_repository()
    make(place)
    place.seal()
    program = start(home, programs, **environment)
    program.find("frame")
    program.activate("app.new")
    dialog = program.find("dialog", "New Project")
    program.write(program.find("text", "Folder or Address", dialog), location.replace("WORK", place.folder))
    program.press("button", "Next", dialog)
    wait_for_words(program, parts)
    if goes_on:
        program.press("button", "Go On Without Its Releases")
    program.press("button", "Create")
    until(lambda: program.is_enabled("win.save"), "a project that was not saved yet")
    place.check()


class GitServer:
    def __init__(self, folder):
        self.process = subprocess.Popen([sys.executable, SERVER, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.port = int(self.process.stdout.readline())

    def address(self, kind):
        return f"http://127.0.0.1:{self.port}/{kind}/project"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()


def file_tests():
    for name, content, parts in BAD_FILES:
        yield f"file/{name}", lambda home, programs, n=name + ".relm", c=content, p=parts: check_refused(
            home, programs, n, lambda place: place.write(n, c), p)
    for name, make, parts in BAD_PLACES:
        path = "gone/x.relm" if name == "no-folder" else name + ".relm"
        yield f"place/{name}", lambda home, programs, n=path, m=make, p=parts: check_refused(
            home, programs, n, lambda place: m(place.path(n)), p)
    newer = GOOD.replace('"relm": 1', '"relm": 2')
    dangling = GOOD.replace('"1.0"', '"1.0",\n      "owner": "per-1"')
    yield "opened/newer", lambda home, programs: check_opened(home, programs, newer, look_newer)
    yield "opened/dangling", lambda home, programs: check_opened(home, programs, dangling, look_dangling)


def repository_tests(server):
    def nothing(place):
        pass
    silent = {"RELM_GIT_FETCH_STALL": "2"}
    for name, commands, location, parts in BAD_REPOSITORIES:
        yield f"repository/{name}", lambda home, programs, c=commands, l=location, p=parts: check_repository(
            home, programs, l, lambda place: place.shell(c), p)
        yield f"assistant/{name}", lambda home, programs, c=commands, l=location, p=parts: check_assistant(
            home, programs, "WORK/" + l, lambda place: place.shell(c), p, l != "shallow")
    for name, kind, parts in BAD_SERVERS:
        yield f"server/{name}", lambda home, programs, k=kind, p=parts: check_repository(
            home, programs, server.address(k), nothing, p, **silent)
        yield f"assistant/{name}", lambda home, programs, k=kind, p=parts: check_assistant(
            home, programs, server.address(k), nothing, p, True, **silent)


def main():
    tap = Tap()
    with GitServer("/nonexistent") as server:
        for name, test in (*file_tests(), *repository_tests(server)):
            if len(sys.argv) < 5 or sys.argv[4] in name:
                tap.run(name, test)
    tap.end()


if __name__ == "__main__":
    enter_session(sys.argv)
    main()
