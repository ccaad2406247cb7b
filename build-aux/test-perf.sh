#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the measurements, one after the other and in a build like that of a release, and prints their ratios as one table.
set -u
. build-aux/display.sh
status=0

start_display 1400 900
export GSK_RENDERER=cairo GTK_A11Y=test

rm -f _build-release/meson-logs/perf.json
sh build-aux/build.sh _build-release -Dbuildtype=release -Dwerror=true || exit 1
dbus-run-session -- meson test -C _build-release --no-rebuild --benchmark --num-processes 1 --logbase perf --print-errorlogs "$@" ||
  status=1
python3 build-aux/perf-table.py _build-release/meson-logs/perf.json || status=1
exit $status
