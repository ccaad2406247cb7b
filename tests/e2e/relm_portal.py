# SPDX-License-Identifier: GPL-3.0-or-later
"""A fake of the desktop's file chooser: the portal that GTK asks where the desktop has one. A test says what a person would choose.

It lives on the test's own session bus, in a thread of its own, because the tests themselves wait without a main loop.
"""
import contextlib
import pathlib
import queue
import threading
import time

from relm_driver import OBJECT_PATH as APPLICATION_PATH, Gio, GLib

BUS_NAME = "org.freedesktop.portal.Desktop"
OBJECT_PATH = "/org/freedesktop/portal/desktop"
# What a desktop with a file chooser has too: GTK then asks it not to log out before changes are saved.
INHIBIT = """<node><interface name="org.freedesktop.portal.Inhibit">
  <method name="Inhibit"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="a{sv}" direction="in"/>
    <arg type="o" direction="out"/></method>
  <property name="version" type="u" access="read"/>
</interface></node>"""
REQUEST = """<node><interface name="org.freedesktop.portal.Request"><method name="Close"/></interface></node>"""
CHOOSER = """<node><interface name="org.freedesktop.portal.FileChooser">
  <method name="OpenFile"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
    <arg type="o" direction="out"/></method>
  <method name="SaveFile"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
    <arg type="o" direction="out"/></method>
  <property name="version" type="u" access="read"/>
</interface></node>"""
CHOSEN, CANCELLED, FAILED = 0, 1, 2  # org.freedesktop.portal.Request.Response
ENVIRONMENT = {"GDK_DEBUG": "portals", "G_DEBUG": "fatal-warnings"}


class Call:
    """What was asked: the method, the title of the dialog, its options."""

    def __init__(self, method, title, options):
        self.method = method
        self.title = title
        self.options = options

    def name(self):
        return self.options.get("current_name")

    def folder(self):
        return bytes(self.options.get("current_folder", [])).rstrip(b"\0").decode()

    def patterns(self):
        return [pattern for _, rules in self.options.get("filters", []) for _, pattern in rules]


class Portal:
    """Answers each question with the next of the answers: a path, or a number for no file."""

    def __init__(self, patience):
        self.patience = patience
        self.answers = queue.Queue()
        self.calls = queue.Queue()
        self.ready = threading.Event()
        self.context = GLib.MainContext.new()
        self.loop = GLib.MainLoop.new(self.context, False)
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()
        assert self.ready.wait(patience), "the name of the portal"

    def serve(self):
        self.context.push_thread_default()
        address = Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION, None)
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.export(OBJECT_PATH, CHOOSER, self.called)
        self.export(OBJECT_PATH, INHIBIT, self.inhibited)
        self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                           GLib.Variant("(su)", (BUS_NAME, 4)), None, Gio.DBusCallFlags.NONE, -1, None)
        self.ready.set()
        self.loop.run()
        self.bus.close_sync(None)

    def export(self, path, description, method):
        interface = Gio.DBusNodeInfo.new_for_xml(description).interfaces[0]
        return self.bus.register_object(path, interface, method, lambda *_: GLib.Variant("u", 3), None)

    def inhibited(self, _bus, sender, _path, _interface, _method, parameters, invocation):
        options = parameters.unpack()[2]
        handle = f"{OBJECT_PATH}/request/{sender[1:].replace('.', '_')}/{options.get('handle_token', 'none')}"
        with contextlib.suppress(GLib.Error):  # it is there already
            self.export(handle, REQUEST, lambda *call: call[-1].return_value(None))
        invocation.return_value(GLib.Variant("(o)", (handle,)))

    def think(self, sender):
        """A person takes longer than GTK, which looks at the folder meanwhile and complains when the answer comes before."""
        for _ in range(5):
            time.sleep(0.1)
            with contextlib.suppress(GLib.Error):  # the program tells what it exports when it has nothing else to do
                self.bus.call_sync(sender, APPLICATION_PATH, "org.freedesktop.DBus.Introspectable", "Introspect", None, None,
                                   Gio.DBusCallFlags.NONE, self.patience * 1000, None)

    def called(self, _bus, sender, _path, _interface, method, parameters, invocation):
        _, title, options = parameters.unpack()
        handle = f"{OBJECT_PATH}/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
        invocation.return_value(GLib.Variant("(o)", (handle,)))
        self.calls.put(Call(method, title, options))
        answer = self.answers.get(timeout=self.patience)
        self.think(sender)
        code = CHOSEN if isinstance(answer, str) else answer
        results = {"uris": GLib.Variant("as", [pathlib.Path(answer).as_uri()] if code == CHOSEN else [])}
        self.bus.emit_signal(sender, handle, "org.freedesktop.portal.Request", "Response",
                             GLib.Variant("(ua{sv})", (code, results)))

    def answer(self, answer):
        self.answers.put(answer)

    def next_call(self):
        return self.calls.get(timeout=self.patience)

    def stop(self):
        self.loop.quit()
        self.thread.join(self.patience)
