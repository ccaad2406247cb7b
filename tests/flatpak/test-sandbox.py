#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Relm as a Flatpak, in a session that flatpak-session.sh has made. usage: test-sandbox.py BUNDLE APPLICATION_ID FRAMEBUFFER"""
import difflib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(SOURCE / "tests" / "e2e"), str(SOURCE / "build-aux")]
from relm_driver import PATIENCE, Gio, GLib, until  # noqa: E402
import pictures  # noqa: E402
from relm_backend import Backend  # noqa: E402
from relm_sandbox import RUN, Sandboxed, SandboxTap, in_sandbox, mode_of, read  # noqa: E402

BUNDLE, ID, FRAMEBUFFER = sys.argv[1:4]
SAMPLE = SOURCE / "data" / "samples" / "relm.relm"
RELEASE = "rel-4039wj1pg4"
EDIT = ['-      "name": "Foundation",', '+      "name": "Groundwork",']
DOCUMENTS = "/run/user/" + str(os.getuid()) + "/doc"
DESKTOP = os.environ["HOME"] + f"/.local/share/flatpak/exports/share/applications/{ID}.desktop"
backend = None


def start(place, programs, *command):
    programs.append(Sandboxed(ID, place, list(command)))
    return programs[-1]


def forward(place, programs, *paths):
    """As the desktop file has it: what is between the marks is lent to the sandbox by the document portal."""
    return start(place, programs, *RUN, "--file-forwarding", ID, "@@", *paths, "@@")


def change_name(program, name="Groundwork"):
    program.activate("win.show-release", RELEASE)
    program.activate("win.select", RELEASE)
    program.activate("win.inspect")
    program.write(program.find("text", "Name"), name)
    until(lambda: program.is_enabled("win.undo"), "an edit that can be undone")


def is_modified(program):
    return any(name.startswith("• ") for name in program.frames())


def save(program):
    program.activate("win.save")
    until(lambda: not is_modified(program), "the mark to go after saving")


def changed_lines(before, after):
    return [line for line in difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=0)
            if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def documents(method, parameters, answer=None):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    return bus.call_sync("org.freedesktop.portal.Documents", "/org/freedesktop/portal/documents",
                         "org.freedesktop.portal.Documents", method, parameters, answer and GLib.VariantType(answer),
                         Gio.DBusCallFlags.NONE, PATIENCE * 1000, None)


def document_id(path):
    return documents("Lookup", GLib.Variant("(ay)", (os.fsencode(path) + b"\0",)), "(s)").unpack()[0]


def revoke_writing(path):
    documents("RevokePermissions", GLib.Variant("(ssas)", (document_id(path), ID, ["write"])))


def grant_writing(path):
    documents("GrantPermissions", GLib.Variant("(ssas)", (document_id(path), ID, ["read", "write"])))


def edit_undo_save(program, path):
    before, mode = read(path), mode_of(path)
    change_name(program)
    until(lambda: is_modified(program), "the mark of changes")
    program.activate("win.undo")
    until(lambda: not is_modified(program), "the mark to go after undoing")
    program.activate("win.redo")
    until(lambda: is_modified(program), "the mark to come back")
    assert read(path) == before, "nothing is written before saving"
    save(program)
    assert changed_lines(before, read(path)) == EDIT, changed_lines(before, read(path))
    assert mode_of(path) == mode, f"permissions are {mode_of(path):o}"
    assert os.listdir(os.path.dirname(path)) == [os.path.basename(path)], os.listdir(os.path.dirname(path))


def take_picture(name):
    """Leaves what a person sees in _build/flatpak/pictures, for the README."""
    folder = SOURCE / "_build" / "flatpak" / "pictures"
    folder.mkdir(exist_ok=True)
    width, height, windows = 1000, 680, pictures.Windows()
    for window in windows.list():
        windows.place(window, -pictures.FRAME, -pictures.FRAME, width + 2 * pictures.FRAME, height + 2 * pictures.FRAME)
    name += "-devel" if ID.endswith(".Devel") else ""
    pictures.save_png(str(folder / f"{name}.png"), pictures.steady(pictures.Screen(FRAMEBUFFER), (0, 0, width, height)))


def prefer():
    """The look of GNOME on any machine, and nothing that moves."""
    folder = Path(os.environ["HOME"], ".var", "app", ID, "config", "gtk-4.0")
    folder.mkdir(parents=True)
    (folder / "settings.ini").write_text("[Settings]\ngtk-font-name=Cantarell 11\ngtk-icon-theme-name=Adwaita\n"
                                         "gtk-enable-animations=false\ngtk-cursor-blink=false\n", encoding="utf-8")


def test_exported(_place, programs):
    """What the desktop knows of it, and what it says of itself."""
    metadata = subprocess.run(["flatpak", "info", "--show-metadata", ID], capture_output=True, text=True, check=True).stdout
    assert "filesystems" not in metadata and "session-bus" not in metadata, metadata
    assert "runtime=org.gnome.Platform/" in metadata or "[X-Relm]\nruntime=made of Debian packages" in metadata, metadata
    done = subprocess.run(["gio", "mime", "application/vnd.relm+json"], capture_output=True, text=True, check=True)
    assert f"{ID}.desktop" in done.stdout.splitlines()[0], done.stdout
    place = Path(os.environ["HOME"], ".local", "share", "flatpak", "exports", "share")
    entry, devel = read(place / "applications" / f"{ID}.desktop"), ID.endswith(".Devel")
    assert f"Icon={ID}\n" in entry, entry
    icon = read(place / "icons" / "hicolor" / "scalable" / "apps" / f"{ID}.svg")
    assert icon == read(SOURCE / "data" / "icons" / ("relm-devel.svg" if devel else "relm.svg"))
    licences = in_sandbox(ID, "ls", f"/app/share/licenses/{ID}/relm").stdout
    assert licences == "COPYING\n", licences


def test_runtime_is_missing(place, _programs):
    """Flatpak says which one, as the README has it; and nothing is left half installed."""
    elsewhere = dict(os.environ, FLATPAK_USER_DIR=os.path.join(place.path, "installation"))
    done = subprocess.run(["flatpak", "--user", "install", "-y", "--noninteractive", "--bundle", BUNDLE], capture_output=True, text=True,
                          check=False, env=elsewhere)
    runtime = re.search("^runtime=([^/\n]+)/", read(os.environ["HOME"] + f"/.local/share/flatpak/app/{ID}/current/active/metadata"), re.M)[1]
    assert done.returncode != 0 and runtime in done.stderr, (done.returncode, done.stderr)
    listed = subprocess.run(["flatpak", "--user", "list", "--columns=application"], capture_output=True, text=True, check=True,
                            env=elsewhere)
    assert ID not in listed.stdout, listed.stdout


def test_opened_from_the_desktop(place, programs):
    path = place.copy(SAMPLE)
    program = start(place, programs, "gio", "open", path)
    program.find("frame", "Relm")
    program.activate("win.show-release", RELEASE)
    program.find("label", "Foundation")
    take_picture("sandbox")
    edit_undo_save(program, path)


def test_opened_by_the_exported_desktop_file(place, programs):
    path = place.copy(SAMPLE, 0o600)
    program = start(place, programs, "gio", "launch", DESKTOP, path)
    program.find("frame", "Relm")
    edit_undo_save(program, path)


def test_forwarded(place, programs):
    path = place.copy(SAMPLE, 0o664)
    program = forward(place, programs, path)
    program.find("frame", "Relm")
    edit_undo_save(program, path)


def test_chosen_and_saved_elsewhere(place, programs):
    path = place.copy(SAMPLE)
    program = start(place, programs, *RUN, ID)
    program.find("frame", "Relm")
    backend.answer(path)
    program.activate("app.open")
    assert backend.next_call()[:2] == ("OpenFile", ID)
    until(lambda: program.is_enabled("win.save-as"), "the project")
    change_name(program)
    copy = os.path.join(place.folder, "copy.relm")
    backend.answer(copy)
    program.activate("win.save-as")
    assert backend.next_call()[0] == "SaveFile"
    until(lambda: os.path.exists(copy) and os.path.getsize(copy) > 0 and not is_modified(program), "the copy")
    assert changed_lines(read(path), read(copy)) == EDIT, changed_lines(read(path), read(copy))
    assert sorted(os.listdir(place.folder)) == ["copy.relm", "plan.relm"], os.listdir(place.folder)


def refused(program, words):
    """A save that fails says why, and the edits are still there."""
    program.activate("win.save")
    dialog = program.find("alert", "Could Not Save the Project")
    texts = " ".join(node.get_name() for node in program.nodes(within=dialog))
    assert words in texts, texts
    program.press("button", "Close", dialog)
    program.wait_gone("alert")
    assert is_modified(program), "a save that fails loses nothing"


def test_refused(place, programs):
    path = place.copy(SAMPLE)
    before = read(path)
    program = forward(place, programs, path)
    program.find("frame", "Relm")
    change_name(program)
    revoke_writing(path)
    refused(program, "read")
    assert read(path) == before
    grant_writing(path)
    save(program)
    assert changed_lines(before, read(path)) == EDIT


def test_deleted(place, programs):
    path = place.copy(SAMPLE)
    program = forward(place, programs, path)
    program.find("frame", "Relm")
    change_name(program)
    os.rename(path, path + ".away")
    refused(program, "moved or deleted")
    os.rename(path + ".away", path)
    save(program)
    assert '"Groundwork"' in read(path)


def test_disk_is_full(place, programs):
    disk = os.path.join(place.folder, "disk")
    os.mkdir(disk)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", disk], check=True)
    path = os.path.join(disk, "plan.relm")
    Path(path).write_bytes(SAMPLE.read_bytes())
    before = read(path)
    program = forward(place, programs, path)
    program.find("frame", "Relm")
    change_name(program)
    ballast = os.path.join(disk, "ballast")
    with open(ballast, "wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            pass
    refused(program, "no room")
    assert read(path) == before and sorted(os.listdir(disk)) == ["ballast", "plan.relm"], os.listdir(disk)
    os.unlink(ballast)
    save(program)
    assert changed_lines(before, read(path)) == EDIT


def test_nothing_else_can_be_read(place, programs):
    secret = os.path.join(place.folder, "secret")
    Path(secret).write_text("nobody's business", encoding="utf-8")
    beside = os.path.join(os.environ["HOME"], "beside")
    Path(beside).write_text("nobody's business", encoding="utf-8")
    path = place.copy(SAMPLE)
    program = forward(place, programs, path)
    program.find("frame", "Relm")
    lent = f"{DOCUMENTS}/{document_id(path)}"
    for other in (secret, beside, "/etc/shadow", f"{DOCUMENTS}/../bus", f"{lent}/secret", "/run/host/etc/shadow"):
        done = in_sandbox(ID, "cat", other)
        assert done.returncode != 0 and "business" not in done.stdout, f"{other}: {done.stdout}"
    assert in_sandbox(ID, "cat", f"{lent}/plan.relm").stdout == read(path), "what was lent is there"
    assert in_sandbox(ID, "ls", lent).stdout == "plan.relm\n"
    in_sandbox(ID, "sh", "-c", f"echo >{os.environ['HOME']}/written; echo >{place.folder}/written")
    assert not os.path.exists(os.environ["HOME"] + "/written") and not os.path.exists(place.folder + "/written")


def test_command_line(place, programs):
    path = place.copy(SAMPLE)
    done = in_sandbox(ID, "relm-cli", "schema")
    assert done.stdout == read(SOURCE / "data" / "relm.schema.json"), done.stderr
    done = subprocess.run([*RUN, "--file-forwarding", "--command=relm-cli", ID, "show", "@@", path, "@@"],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "0.1.0" in done.stdout, done.stderr
    done = in_sandbox(ID, "relm-cli", "show", path)
    assert done.returncode != 0 and "plan.relm" in done.stderr, "nothing is read that was not lent"


def make_repository(folder):
    commands = """git init -q -b main repository; cd repository
      git -c user.name=A -c user.email=a@example.org commit -q --allow-empty -m "feat: A door"
      git tag 1.0.0; git -c user.name=A -c user.email=a@example.org commit -q --allow-empty -m "fix: The hinge" """
    subprocess.run(["sh", "-e", "-c", commands], cwd=folder, check=True)
    return os.path.join(folder, "repository")


def write_project(place, location):
    path = os.path.join(place.folder, "plan.relm")
    Path(path).write_text('{\n  "relm": 1,\n  "name": "Door",\n  "sources": [\n    {\n      "id": "src-1",\n      "name": "Door",\n '
                          f'     "kind": "repository",\n      "location": "{location}"\n    }}\n  ]\n}}\n', encoding="utf-8")
    return path


def test_repository_on_a_server(place, programs):
    """relm-git-fetch talks to the server from within the sandbox."""
    make_repository(place.folder)
    server = subprocess.Popen([sys.executable, SOURCE / "tests" / "fake" / "git-server.py", place.folder],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        port = server.stdout.readline().strip()
        path = write_project(place, f"http://localhost:{port}/good/repository")
        done = subprocess.run([*RUN, "--file-forwarding", "--command=relm-cli", ID, "changelog", "@@", path, "@@"],
                              capture_output=True, text=True, check=False)
        assert "A door" in done.stdout and "The hinge" in done.stdout, done.stdout + done.stderr
    finally:
        server.stdin.close()
        server.wait()


def shows(program, title):
    return any(title in node.get_name() for node in program.nodes())


def test_folder_is_asked_for_once(place, programs):
    """A repository beside the project is outside of the sandbox, until a person lends it."""
    path = write_project(place, "../code/repository")
    os.mkdir(os.path.join(place.path, "code"))
    repository = make_repository(os.path.join(place.path, "code"))
    before = read(path)
    program = forward(place, programs, path)
    program.find("frame", "Door")
    program.activate("win.view", "changelog")
    until(lambda: shows(program, "Relm May Not Read This Repository Yet"), "the explanation")
    take_picture("sandbox-access")
    backend.answer(None)
    program.press("button", "Give Access…")
    assert backend.next_call()[0] == "OpenFile"
    until(lambda: shows(program, "Relm May Not Read This Repository Yet"), "the explanation after a refusal")
    backend.answer(repository)
    program.press("button", "Give Access…")
    options = backend.next_call()[3]
    assert options.get("directory"), options
    until(lambda: shows(program, "The hinge"), "the changelog")
    assert not is_modified(program) and read(path) == before, "that is not part of the project"
    program.kill()
    program = forward(place, programs, path)
    program.find("frame", "Door")
    program.activate("win.view", "changelog")
    until(lambda: shows(program, "The hinge"), "the changelog, without another question")
    assert backend.calls.empty()


class Helper:
    """A program of tests/fake that runs as long as its standard input is open."""

    def __init__(self, name, *arguments):
        self.process = subprocess.Popen([sys.executable, SOURCE / "tests" / "fake" / name, *arguments],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.first_line = self.process.stdout.readline().strip()

    def stop(self):
        """Returns what it said in the end."""
        self.process.stdin.close()
        rest = self.process.stdout.read()
        self.process.wait()
        return rest


def write_plan(place, sources):
    path = os.path.join(place.folder, "plan.relm")
    Path(path).write_text(json.dumps({"relm": 1, "name": "Plan", "sources": sources}), encoding="utf-8")
    return path


def says(program, words):
    until(lambda: any(words in text for text in program.texts()), words)


def add_private_tracker(program, url, words):
    program.activate("win.sources")
    dialog = program.find("dialog", "Sources")
    program.write(program.find("text", "Address of a Project", dialog), url + "/team/private")
    program.press("button", "Try and Add", dialog)
    says(program, "A fine-grained token")
    program.write(program.find("text", "Token", dialog), "good-token")
    program.press("button", "Try and Add", dialog)
    says(program, words)
    says(program, "250 items")


def keep_and_use_token(place, programs, url, picture=None):
    """Stored from the window, and used again by another program in the sandbox; and in no file as it is."""
    program = forward(place, programs, write_plan(place, []))
    program.find("frame", "Plan")
    add_private_tracker(program, url, "The token is in the keyring")
    if picture:
        take_picture(picture)
    program.activate("win.save")
    until(lambda: "team/private" in read(place.folder + "/plan.relm"), "the project on the host")
    program.kill()
    done = subprocess.run([*RUN, "--file-forwarding", "--command=relm-cli", ID, "sync", "@@", place.folder + "/plan.relm", "@@"],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "250" in done.stdout, done.stdout + done.stderr
    in_files = subprocess.run(["grep", "-rl", "good-token", os.environ["HOME"] + "/.var", place.folder], capture_output=True,
                              text=True, check=False)
    assert in_files.stdout == "", in_files.stdout


def test_token_in_the_keyring(place, programs):
    """By the Secret Service, where there is no portal for secrets."""
    server, keyring = Helper("tracker-server.py"), Helper("secret-service.py")
    url = "http://127.0.0.1:" + server.first_line
    try:
        keep_and_use_token(place, programs, url, "sandbox-sources")
    finally:
        server.stop()
        kept = keyring.stop()
    assert json.loads(kept)[0]["secret"] == "good-token" and json.loads(kept)[0]["attributes"]["origin"] == url, kept


def test_token_without_a_keyring(place, programs):
    """It says so, and knows the token until it ends."""
    server = Helper("tracker-server.py")
    url = "http://127.0.0.1:" + server.first_line
    try:
        path = write_plan(place, [])
        program = forward(place, programs, path)
        program.find("frame", "Plan")
        add_private_tracker(program, url, "There is no keyring, so that the token is known only until Relm is closed")
        program.activate("win.save")
        until(lambda: "team/private" in read(path), "the project on the host")
        program.kill()
        done = subprocess.run([*RUN, "--file-forwarding", "--command=relm-cli", ID, "sync", "@@", path, "@@"],
                              capture_output=True, text=True, check=False)
        assert done.returncode != 0 and "token" in done.stdout + done.stderr, done.stdout + done.stderr
    finally:
        server.stop()


def test_help(place, programs):
    """A browser outside of the sandbox gets a page that it can read there."""
    shown = os.path.join(place.path, "shown")
    browser = Path(place.path, "browser")
    browser.write_text(f'#!/bin/sh\necho "$1" >"{shown}.new"; mv "{shown}.new" "{shown}"\n', encoding="utf-8")
    browser.chmod(0o755)
    folder = Path(os.environ["HOME"], ".local", "share", "applications")
    folder.mkdir(exist_ok=True)
    (folder / "browser.desktop").write_text(f"[Desktop Entry]\nType=Application\nName=Browser\nExec={browser} %f\n"
                                            "MimeType=text/html;\n", encoding="utf-8")
    (folder / "mimeapps.list").write_text("[Default Applications]\ntext/html=browser.desktop\n", encoding="utf-8")
    program = start(place, programs, *RUN, ID)
    program.find("frame", "Relm")
    program.activate("app.help")
    until(lambda: os.path.exists(shown), "the browser")
    page = read(shown).strip().removeprefix("file://")
    assert "In the sandbox of a Flatpak" in read(page), page
    assert program.is_running()


def test_token_by_the_portal(place, programs):
    """In a file of libsecret's, which only who gets the desktop's secret can read. The last one: the portals are others then."""
    backend.offer_secrets()
    server = Helper("tracker-server.py")
    try:
        keep_and_use_token(place, programs, "http://127.0.0.1:" + server.first_line)
    finally:
        server.stop()
    assert list(Path(os.environ["HOME"], ".var", "app", ID, "data", "keyrings").iterdir())


def main():
    global backend
    subprocess.run(["flatpak", "--user", "install", "-y", "--noninteractive", "--bundle", BUNDLE], check=True)
    prefer()
    backend = Backend()
    tap = SandboxTap()
    for name, test in list(globals().items()):
        if name.startswith("test_") and os.environ.get("RELM_FLATPAK_TEST", "") in name:
            tap.run(name[5:].replace("_", "-"), test)
    tap.end()


main()
