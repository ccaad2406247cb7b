#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A keyring for a test, on the session bus: the part of org.freedesktop.Secret that libsecret uses, with one open collection.

usage: secret-service.py [locked] [ORIGIN=TOKEN …]

Prints “ready” when it has its name, and what it holds as one line of JSON when it ends, with its standard input. “locked”:
what would open it asks the person, who says no.
"""
import json
import sys
import threading

from gi.repository import Gio, GLib

import secret_session

NAME = "org.freedesktop.secrets"
ROOT = "/org/freedesktop/secrets"
COLLECTION = ROOT + "/collection/login"
INTERFACES = Gio.DBusNodeInfo.new_for_xml("""<node>
<interface name="org.freedesktop.Secret.Service">
  <method name="OpenSession"><arg type="s" direction="in"/><arg type="v" direction="in"/><arg type="v" direction="out"/>
    <arg type="o" direction="out"/></method>
  <method name="SearchItems"><arg type="a{ss}" direction="in"/><arg type="ao" direction="out"/><arg type="ao" direction="out"/></method>
  <method name="Unlock"><arg type="ao" direction="in"/><arg type="ao" direction="out"/><arg type="o" direction="out"/></method>
  <method name="GetSecrets"><arg type="ao" direction="in"/><arg type="o" direction="in"/><arg type="a{o(oayays)}" direction="out"/></method>
  <method name="ReadAlias"><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
  <property name="Collections" type="ao" access="read"/>
</interface>
<interface name="org.freedesktop.Secret.Collection">
  <method name="CreateItem"><arg type="a{sv}" direction="in"/><arg type="(oayays)" direction="in"/><arg type="b" direction="in"/>
    <arg type="o" direction="out"/><arg type="o" direction="out"/></method>
  <property name="Label" type="s" access="read"/>
  <property name="Locked" type="b" access="read"/>
  <property name="Items" type="ao" access="read"/>
</interface>
<interface name="org.freedesktop.Secret.Item">
  <method name="Delete"><arg type="o" direction="out"/></method>
</interface>
<interface name="org.freedesktop.Secret.Prompt">
  <method name="Prompt"><arg type="s" direction="in"/></method>
  <method name="Dismiss"/>
  <signal name="Completed"><arg type="b"/><arg type="v"/></signal>
</interface>
<interface name="org.freedesktop.Secret.Session"><method name="Close"/></interface>
</node>""").interfaces
PROMPT = ROOT + "/prompt/1"
LOCKED = "locked" in sys.argv[1:]
items = {}  # path → (attributes, label, secret)
SCHEMA = "io.github.relm_app.Relm"


class Service:
    def __init__(self, bus):
        self.bus, self.count, self.sessions = bus, 0, {}
        for path, index in ((ROOT, 0), (COLLECTION, 1), (ROOT + "/aliases/default", 1), (PROMPT, 3)):
            self.export(path, index)
        for word in sys.argv[1:]:
            origin, _, token = word.rpartition("=")
            if origin:
                self.add({"origin": origin, "xdg:schema": SCHEMA}, "Token", token.encode())

    def add(self, attributes, label, secret):
        self.count += 1
        place = f"{COLLECTION}/{self.count}"
        self.export(place, 2)
        items[place] = attributes, label, secret
        return place

    def export(self, path, index):
        self.bus.register_object(path, INTERFACES[index], self.call, self.get, None)

    def get(self, bus, sender, path, interface, name):
        return {"Collections": GLib.Variant("ao", [COLLECTION]), "Label": GLib.Variant("s", "Login"),
                "Locked": GLib.Variant("b", LOCKED), "Items": GLib.Variant("ao", list(items))}[name]

    def call(self, bus, sender, path, interface, method, arguments, invocation):
        answer = getattr(self, method)(path, *arguments.unpack())
        if isinstance(answer, str):
            invocation.return_dbus_error(answer, "no")
        else:
            invocation.return_value(answer)

    def OpenSession(self, path, algorithm, public):
        if algorithm != "dh-ietf1024-sha256-aes128-cbc-pkcs7":
            return "org.freedesktop.DBus.Error.NotSupported"
        place = f"{ROOT}/session/{len(self.sessions) + 1}"
        self.sessions[place] = secret_session.Session(bytes(public))
        self.export(place, 4)
        return GLib.Variant("(vo)", (GLib.Variant("ay", self.sessions[place].public), place))

    def close_secret(self, session, secret):
        return session, *self.sessions[session].close(secret), "text/plain"

    def SearchItems(self, path, wanted):
        found = [p for p, item in items.items() if all(item[0].get(k) == v for k, v in wanted.items())]
        return GLib.Variant("(aoao)", ([], found) if LOCKED else (found, []))

    def Unlock(self, path, objects):
        return GLib.Variant("(aoo)", ([], PROMPT) if LOCKED else (objects, "/"))

    def Prompt(self, path, window):
        GLib.idle_add(lambda: self.bus.emit_signal(None, PROMPT, "org.freedesktop.Secret.Prompt", "Completed",
                                                   GLib.Variant("(bv)", (True, GLib.Variant("ao", [])))) and False)
        return None

    def Dismiss(self, path):
        return None

    def Close(self, path):
        return None

    def GetSecrets(self, path, paths, session):
        return GLib.Variant("(a{o(oayays)})", ({p: self.close_secret(session, items[p][2]) for p in paths if p in items},))

    def ReadAlias(self, path, name):
        return GLib.Variant("(o)", (COLLECTION if name == "default" else "/",))

    def CreateItem(self, path, properties, secret, replace):
        if LOCKED:
            return "org.freedesktop.Secret.Error.IsLocked"
        attributes = properties["org.freedesktop.Secret.Item.Attributes"]
        old = [p for p, item in items.items() if item[0] == attributes]
        label = properties["org.freedesktop.Secret.Item.Label"]
        value = self.sessions[secret[0]].open(bytes(secret[1]), bytes(secret[2]))
        if old and replace:
            place = old[0]
            items[place] = attributes, label, value
        else:
            place = self.add(attributes, label, value)
        return GLib.Variant("(oo)", (place, "/"))

    def Delete(self, path):
        items.pop(path, None)
        return GLib.Variant("(o)", ("/",))


def main():
    loop = GLib.MainLoop()
    Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, lambda bus, _: setattr(loop, "service", Service(bus)),
                     lambda *_: print("ready", flush=True), lambda *_: loop.quit())
    threading.Thread(target=lambda: (sys.stdin.read(), GLib.idle_add(loop.quit)), daemon=True).start()
    loop.run()
    print(json.dumps([{"attributes": a, "label": label, "secret": s.decode()} for a, label, s in items.values()]), flush=True)


main()
