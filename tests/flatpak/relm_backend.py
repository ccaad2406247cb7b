# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop behind the real portals: the part of it that shows a file chooser. A test says what a person would choose.

It lives in a thread of its own, because the tests themselves wait without a main loop.
"""
import os
import pathlib
import queue
import signal
import threading
import time

from relm_driver import PATIENCE, Gio, GLib

NAME = "org.freedesktop.impl.portal.desktop.relmtest"
OBJECT_PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.impl.portal.FileChooser"
ARGUMENTS = """<arg type="o" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
  <arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="u" direction="out"/><arg type="a{sv}" direction="out"/>"""
CHOOSER = f"""<node><interface name="{INTERFACE}"><method name="OpenFile">{ARGUMENTS}</method>
  <method name="SaveFile">{ARGUMENTS}</method></interface></node>"""
# What a desktop with a file chooser has too: GTK then asks it not to log out before changes are saved.
INHIBIT_INTERFACE = "org.freedesktop.impl.portal.Inhibit"
INHIBIT = f"""<node><interface name="{INHIBIT_INTERFACE}">
  <method name="Inhibit"><arg type="o" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="u" direction="in"/><arg type="a{{sv}}" direction="in"/></method>
  <method name="CreateMonitor"><arg type="o" direction="in"/><arg type="o" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="u" direction="out"/></method>
</interface></node>"""
# Without this one the portals open nothing in other programs. Where there is one program alone for something, it is not asked.
APPS_INTERFACE = "org.freedesktop.impl.portal.AppChooser"
APPS = f"""<node><interface name="{APPS_INTERFACE}">
  <method name="ChooseApplication"><arg type="o" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="as" direction="in"/><arg type="a{{sv}}" direction="in"/><arg type="u" direction="out"/><arg type="a{{sv}}" direction="out"/>
  </method>
  <method name="UpdateChoices"><arg type="o" direction="in"/><arg type="as" direction="in"/></method>
</interface></node>"""
# What libsecret keeps its own file with in a sandbox, where there is such a portal; there is from when a test says so.
SECRET_INTERFACE = "org.freedesktop.impl.portal.Secret"
SECRET = f"""<node><interface name="{SECRET_INTERFACE}">
  <method name="RetrieveSecret"><arg type="o" direction="in"/><arg type="s" direction="in"/><arg type="h" direction="in"/>
    <arg type="a{{sv}}" direction="in"/><arg type="u" direction="out"/><arg type="a{{sv}}" direction="out"/></method>
</interface></node>"""
CHOSEN, CANCELLED = 0, 1


def write_description(folder, *more):
    interfaces = ";".join((INTERFACE, INHIBIT_INTERFACE, APPS_INTERFACE, *more))
    pathlib.Path(folder, "relmtest.portal").write_text(f"[portal]\nDBusName={NAME}\nInterfaces={interfaces};\nUseIn=relmtest\n",
                                                       encoding="utf-8")


def describe(folder, home):
    """Tells the portals of a desktop of that name; to be done before the session bus starts them."""
    pathlib.Path(folder).mkdir()
    write_description(folder)
    config = pathlib.Path(home, ".config", "xdg-desktop-portal")
    config.mkdir(parents=True)
    (config / "portals.conf").write_text("[preferred]\ndefault=relmtest\n", encoding="utf-8")


class Backend:
    """Answers each question with the next of the answers: a path, or None for no file."""

    def __init__(self):
        self.answers = queue.Queue()
        self.calls = queue.Queue()
        self.ready = threading.Event()
        threading.Thread(target=self.serve, daemon=True).start()
        assert self.ready.wait(PATIENCE), "the name of the desktop's portals"

    def serve(self):
        context = GLib.MainContext.new()
        context.push_thread_default()
        address = Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION, None)
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        for description, method in ((CHOOSER, self.called), (INHIBIT, self.inhibited), (APPS, self.chosen), (SECRET, self.told)):
            bus.register_object(OBJECT_PATH, Gio.DBusNodeInfo.new_for_xml(description).interfaces[0], method, None, None)
        bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                      GLib.Variant("(su)", (NAME, 4)), None, Gio.DBusCallFlags.NONE, -1, None)
        self.ready.set()
        GLib.MainLoop.new(context, False).run()

    def called(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        _handle, application, _parent, title, options = parameters.unpack()
        self.calls.put((method, application, title, options))
        answer = self.answers.get(timeout=PATIENCE)
        time.sleep(0.5)  # a person takes longer than GTK, which looks at the folder meanwhile and complains when the answer is first
        results = {"uris": GLib.Variant("as", [pathlib.Path(answer).as_uri()]), "writable": GLib.Variant("b", True)} if answer else {}
        invocation.return_value(GLib.Variant("(ua{sv})", (CHOSEN if answer else CANCELLED, results)))

    @staticmethod
    def inhibited(_bus, _sender, _path, _interface, method, _parameters, invocation):
        invocation.return_value(GLib.Variant("(u)", (0,)) if method == "CreateMonitor" else None)

    @staticmethod
    def chosen(_bus, _sender, _path, _interface, method, parameters, invocation):
        if method == "ChooseApplication":
            choice = {"choice": GLib.Variant("s", parameters.unpack()[3][0])}
            invocation.return_value(GLib.Variant("(ua{sv})", (CHOSEN, choice)))
        else:
            invocation.return_value(None)

    @staticmethod
    def told(_bus, _sender, _path, _interface, _method, parameters, invocation):
        """The same for each application, which is enough here."""
        file = invocation.get_message().get_unix_fd_list().get(parameters.unpack()[2])
        os.write(file, b"only the desktop knows it" + bytes(39))
        os.close(file)
        invocation.return_value(GLib.Variant("(ua{sv})", (CHOSEN, {})))

    @staticmethod
    def offer_secrets():
        """The portals are started again when they are asked for the next time, and find one more."""
        write_description(os.environ["XDG_DESKTOP_PORTAL_DIR"], SECRET_INTERFACE)
        bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        process = bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                GLib.Variant("(s)", ("org.freedesktop.portal.Desktop",)), None, Gio.DBusCallFlags.NONE, -1, None)
        os.kill(process.unpack()[0], signal.SIGTERM)

    def answer(self, path):
        self.answers.put(path)

    def next_call(self):
        return self.calls.get(timeout=PATIENCE)
