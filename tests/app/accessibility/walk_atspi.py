#!/usr/bin/env python3
"""Walks every screen of dure-screenshots over AT-SPI, as a screen reader does, and names controls without a name.

usage: walk_atspi.py DURE_SCREENSHOTS [LOOK]     inside a D-Bus session of its own (run_atspi.sh)
"""
import subprocess
import sys
import time

import dbus

ACCESSIBLE = "org.a11y.atspi.Accessible"
# AtspiRole: what a person can act on
CONTROLS = {7: "push button", 8: "check menu item", 11: "combo box", 31: "list", 35: "menu item", 37: "page tab",
            40: "password", 43: "button", 44: "radio button", 45: "radio menu item", 51: "slider", 52: "spin button",
            55: "table", 61: "text", 62: "toggle button", 65: "tree", 66: "tree table", 79: "entry", 88: "link"}
HOLDS_DATA = {11, 31, 55, 65, 66}  # their cells are rows of data
SHOWING, FOCUSABLE = 25, 11
FILLER_ROLES = {23, 39, 69}  # frame, panel and window take the focus for what is in them


def connect():
    session = dbus.SessionBus()
    address = session.get_object("org.a11y.Bus", "/org/a11y/bus").GetAddress(dbus_interface="org.a11y.Bus")
    status = session.get_object("org.a11y.Bus", "/org/a11y/bus")
    status.Set("org.a11y.Status", "IsEnabled", True, dbus_interface="org.freedesktop.DBus.Properties")
    return dbus.bus.BusConnection(address)


class Walker:
    def __init__(self, bus):
        self.bus = bus
        self.problems = []
        self.seen = 0
        self.asked = 0

    def ask(self, reference, method, *arguments):
        self.asked += 1
        proxy = self.bus.get_object(reference[0], reference[1], introspect=False)
        return proxy.get_dbus_method(method, ACCESSIBLE)(*arguments)

    def name(self, reference):
        proxy = self.bus.get_object(reference[0], reference[1], introspect=False)
        get = proxy.get_dbus_method("Get", "org.freedesktop.DBus.Properties")
        return str(get(ACCESSIBLE, "Name"))

    def states(self, reference):
        low, high = self.ask(reference, "GetState")
        return int(low) | int(high) << 32

    def application(self):
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        for child in self.ask(root, "GetChildren"):
            if "Dure" in self.name(child) or "dure" in self.name(child):
                return child
        return None

    def walk(self, reference, screen, path=()):
        try:
            states = self.states(reference)
            role = int(self.ask(reference, "GetRole"))
            name = self.name(reference)
        except dbus.DBusException:
            return  # it went away meanwhile
        isShown = states >> SHOWING & 1
        if path and not isShown and role != 75:
            return
        isFocusable = states >> FOCUSABLE & 1 and role not in FILLER_ROLES
        if role in CONTROLS or (isFocusable and len(path) > 1):
            self.seen += 1
            if not name.strip():
                self.note(screen, CONTROLS.get(role, f"role {role}"), path)
        if role in HOLDS_DATA:
            return
        for child in self.ask(reference, "GetChildren"):
            self.walk(child, screen, path + (name or str(role),))

    def note(self, screen, role, path):
        where = " > ".join(path[-4:])
        if not any(problem[1:] == (role, where) for problem in self.problems):
            self.problems.append((screen, role, where))
            print(f"{screen}: {role} without a name in {where}")


def main():
    bus = connect()
    program = subprocess.Popen([sys.argv[1], "--atspi"] + sys.argv[2:], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, text=True)
    walker = Walker(bus)
    screens = 0
    for line in program.stdout:
        if not line.startswith("screen "):
            continue
        application = None
        for _ in range(50):
            application = walker.application()
            if application:
                break
            time.sleep(0.1)
        if not application:
            print("the program is not on the accessibility bus")
            program.kill()
            return 2
        walker.walk(application, line.split()[1])
        screens += 1
        program.stdin.write("go on\n")
        program.stdin.flush()
    code = program.wait()
    print(f"{screens} screens, {walker.seen} controls, {len(walker.problems)} without a name")
    return 1 if walker.problems or code != 0 or screens < 20 or walker.seen < 200 else 0


sys.exit(main())
