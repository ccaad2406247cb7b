#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the test cases of the last runs in the given build folders, and fails when none was run."""
import sys
import xml.etree.ElementTree as ElementTree

passed = failed = skipped = 0
for folder in sys.argv[1:]:
    for suite in ElementTree.parse(f"{folder}/meson-logs/testlog.junit.xml").getroot().iter("testsuite"):
        for case in suite.iter("testcase"):
            if case.find("failure") is not None or case.find("error") is not None:
                failed += 1
            elif case.find("skipped") is not None:
                skipped += 1
            else:
                passed += 1
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(0 if passed and not failed else 1)
