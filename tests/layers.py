#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the sources to the design: what a folder may include, which calls nobody makes, and how long a file may be.

Each rule is first tried on a source tree that breaks it, so that a rule that finds nothing any more is noticed.
"""
import os
import re
import sys
import tempfile
from pathlib import Path

# What a folder may include besides itself and base/.
FOLDERS = {
    "base": "",
    "engine": "",
    "model": "",
    "format": "model",
    "document": "format model",
    "mirror": "",
    "git": "mirror",
    "tracker": "mirror",
    "planning": "engine model mirror",
    "changelog": "model mirror",
    "report": "planning changelog model",
    "timeline": "planning model",
    "ui": "engine model format document mirror git tracker planning changelog report timeline",
    "app": "ui document",
    "cli": "engine model format document mirror git tracker planning changelog report",
}
# Libraries by the beginning of the header's name, and who may include them. What is not here must be a header of C or POSIX.
LIBRARIES = {
    "glib.h": "*", "glib/": "*", "glib-unix.h": "*",
    "glib-object.h": "* -engine", "gio/": "* -engine",
    "json-glib/": "",
    "sqlite3.h": "mirror",
    "git2.h": "git", "git2/": "git",
    "libsoup/": "tracker", "libsecret/": "tracker",
    "gtk/": "timeline ui app", "gdk/": "timeline ui app", "gsk/": "timeline ui app",
    "graphene": "timeline ui app", "pango/": "timeline ui app", "cairo": "timeline",
    "adwaita.h": "ui app",
    "gtksourceview/": "ui", "cmark.h": "ui",
}
SYSTEM = re.compile(r"(sys/|linux/|netinet/|arpa/)?[a-z0-9_]+\.h")
# Headers that the build makes.
GENERATED = {"config.h": "base"}
FORBIDDEN = {
    r"g_file_replace\w*": "it can destroy the file; save as document/ does",
    r"g_file_set_contents\w*": "it can destroy the file; save as document/ does",
    r"gtk_label_set_markup\w*": "words of people and servers are no markup; use gtk_label_set_text ()",
}
MAX_LINES = 600
# Longer than allowed when the rule came; they may shrink, and then leave this list.
LONG = {
    "src/base/relm-version.c": 756,
    "src/timeline/relm-timeline-layout.c": 670,
    "src/timeline/relm-timeline.c": 724,
}


def without_comments(text):
    """The text with comments blanked, and the same lines."""
    pattern = re.compile(r'"(?:\\.|[^"\\\n])*"|/\*.*?\*/|//[^\n]*', re.S)
    return pattern.sub(lambda m: m.group() if m.group()[0] == '"' else re.sub(r"[^\n]", " ", m.group()), text)


def sources(root):
    return sorted(p for p in (root / "src").rglob("*") if p.suffix in (".c", ".h"))


def folder_of(root, path):
    return path.relative_to(root / "src").parts[0]


def headers(root):
    """Which folder each header lies in."""
    found = dict(GENERATED)
    for path in (root / "src").rglob("*.h*"):
        if path.name.endswith((".h", ".h.in")):
            found[path.name.removesuffix(".in")] = folder_of(root, path)
    return found


def each_line(root):
    for path in sources(root):
        for number, line in enumerate(without_comments(path.read_text()).splitlines(), 1):
            yield path, f"{path.relative_to(root)}:{number}", line


def may_use(rule, folder):
    words = rule.split()
    return "-" + folder not in words and ("*" in words or folder in words)


def check_folders(root):
    known = headers(root)
    for path, place, line in each_line(root):
        folder = folder_of(root, path)
        match = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
        if folder not in FOLDERS:
            yield f"{place}: the design has no folder src/{folder}"
            return
        if not match or match[1].endswith("-resources.h"):
            continue
        target = known.get(os.path.basename(match[1]))
        if target is None:
            yield f"{place}: there is no header {match[1]}"
        elif target not in (folder, "base") and target not in FOLDERS[folder].split():
            yield f"{place}: {folder}/ may not include {match[1]} of {target}/"


def check_libraries(root):
    for path, place, line in each_line(root):
        match = re.match(r"\s*#\s*include\s+<([^>]+)>", line)
        if not match:
            continue
        rules = [rule for prefix, rule in LIBRARIES.items() if match[1].startswith(prefix)]
        if rules and not may_use(rules[0], folder_of(root, path)):
            yield f"{place}: {folder_of(root, path)}/ may not include <{match[1]}>"
        elif not rules and not SYSTEM.fullmatch(match[1]):
            yield f"{place}: <{match[1]}> is of a library that the design does not name"


def check_calls(root):
    for _, place, line in each_line(root):
        for pattern, reason in FORBIDDEN.items():
            match = re.search(r"\b" + pattern + r"\s*\(", line)
            if match:
                yield f"{place}: {match.group().rstrip('( ')}: {reason}"


def check_length(root):
    for path in sorted(p for p in (root / "src").rglob("*") if p.suffix in (".c", ".h", ".ui", ".css")):
        name = str(path.relative_to(root))
        lines = len(path.read_text().splitlines())
        if lines > max(MAX_LINES, LONG.get(name, 0)):
            yield f"{name}: {lines} lines; divide it, {MAX_LINES} is the most"


RULES = [
    ("folders include what they may", check_folders),
    ("libraries stay where they belong", check_libraries),
    ("nobody calls what destroys or misleads", check_calls),
    ("files are of a size that is read", check_length),
]

# The rule, a file, what is in it, and what the rule must say; None: nothing.
TRIALS = [
    (check_folders, "src/model/a.c", '#include "relm-page.h"\n', "model/ may not include relm-page.h of ui/"),
    (check_folders, "src/app/a.c", '#include "relm-date.h"\n', None),
    (check_folders, "src/git/fetch/a.c", '#include "relm-page.h"\n', "git/ may not include"),
    (check_folders, "src/ui/a.c", '#include "relm-nothing.h"\n', "no header relm-nothing.h"),
    (check_folders, "src/ui/a.c", '/* #include "relm-nothing.h" */\n', None),
    (check_folders, "src/misc/a.c", "\n", "no folder src/misc"),
    (check_libraries, "src/model/a.c", "#include <gtk/gtk.h>\n", "model/ may not include <gtk/gtk.h>"),
    (check_libraries, "src/timeline/a.h", "# include <adwaita.h>\n", "timeline/ may not include"),
    (check_libraries, "src/engine/a.c", "#include <glib-object.h>\n", "engine/ may not include"),
    (check_libraries, "src/ui/a.c", "#include <webkit/webkit.h>\n", "a library that the design does not name"),
    (check_libraries, "src/git/a.c", "#include <git2.h>\n#include <sys/resource.h>\n#include <math.h>\n", None),
    (check_calls, "src/ui/a.c", "  g_file_replace_contents_async (file);\n", "g_file_replace_contents_async"),
    (check_calls, "src/ui/a.c", "  g_file_set_contents (path);\n", "g_file_set_contents"),
    (check_calls, "src/ui/a.c", "  gtk_label_set_markup (label, text);\n", "gtk_label_set_markup"),
    (check_calls, "src/ui/a.c", "  /* never\n     g_file_replace () */\n", None),
    (check_length, "src/ui/a.c", "\n" * (MAX_LINES + 1), "601 lines"),
    (check_length, "src/ui/a.c", "\n" * MAX_LINES, None),
]


def trial_problem(check, name, text, expected):
    """What is wrong with a rule, or None."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, content in (("src/base/relm-date.h", ""), ("src/ui/relm-page.h", ""), (name, text)):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(content)
        found = list(check(root))
    if expected is None:
        return f"finds {found} where nothing is" if found else None
    return None if any(expected in line for line in found) else f"does not find “{expected}” in {found}"


def main(root):
    print(f"1..{len(TRIALS) + len(RULES)}")
    number = 0
    failed = False
    for check, name, text, expected in TRIALS:
        number += 1
        problem = trial_problem(check, name, text, expected)
        failed |= problem is not None
        if problem:
            print(f"# {problem}")
        print(f"{'not ok' if problem else 'ok'} {number} {check.__name__} on a trial: {expected or 'nothing'}")
    for title, check in RULES:
        number += 1
        problems = list(check(root))
        failed |= bool(problems)
        for problem in problems:
            print(f"# {problem}")
        print(f"{'not ok' if problems else 'ok'} {number} {title}")
    return 1 if failed else 0


sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent)))
