# SPDX-License-Identifier: GPL-3.0-or-later
"""The windows on a display without a window manager: the children of its root, the lowest first."""
import ctypes
import ctypes.util


class Attributes(ctypes.Structure):
    """The beginning of XWindowAttributes, and room for the rest."""
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int),
                ("border_width", ctypes.c_int), ("depth", ctypes.c_int), ("visual", ctypes.c_void_p),
                ("root", ctypes.c_ulong), ("class_", ctypes.c_int), ("gravity", ctypes.c_int * 3),
                ("planes", ctypes.c_ulong * 2), ("save_under", ctypes.c_int), ("colormap", ctypes.c_ulong),
                ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int), ("rest", ctypes.c_char * 128)]


class Windows:
    VIEWABLE = 2

    def __init__(self):
        self.lib = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self.lib.XOpenDisplay.restype = ctypes.c_void_p
        self.lib.XDefaultRootWindow.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.lib.XOpenDisplay(None))
        if not self.display:
            raise SystemExit("the display cannot be opened")
        self.root = ctypes.c_ulong(self.lib.XDefaultRootWindow(self.display))
        # A window may be gone before it is asked, which is no reason to end.
        self.handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda display, event: 0)
        self.lib.XSetErrorHandler(self.handler)

    def attributes(self, window):
        result = Attributes()
        self.lib.XGetWindowAttributes(self.display, ctypes.c_ulong(window), ctypes.byref(result))
        return result

    def list(self):
        """The windows that a person sees."""
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        self.lib.XQueryTree(self.display, self.root, ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children),
                            ctypes.byref(count))
        found = [children[i] for i in range(count.value)]
        if children:
            self.lib.XFree(children)
        return [w for w in found if self.attributes(w).map_state == self.VIEWABLE and self.attributes(w).width > 100]

    def title(self, window):
        name = ctypes.c_char_p()
        self.lib.XFetchName(self.display, ctypes.c_ulong(window), ctypes.byref(name))
        return name.value.decode("utf-8", "replace") if name.value else ""

    def titles(self):
        return [self.title(window) for window in self.list()]

    def place(self, window, x, y, width, height):
        self.lib.XMoveResizeWindow(self.display, ctypes.c_ulong(window), x, y, width, height)
        self.lib.XSync(self.display, 0)
