#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs what takes minutes: the slow suite, the fuzzers of the parsers, and the measurements, which print ratios.
set -u
. build-aux/display.sh
status=0

start_display 1400 900
export GSK_RENDERER=cairo GTK_A11Y=test

rm -f _build*/meson-logs/slow.json _build*/meson-logs/fuzz.json _build*/meson-logs/perf.json
sh build-aux/build.sh _build -Dwerror=true || exit 1
dbus-run-session -- meson test -C _build --no-rebuild --suite slow --logbase slow --print-errorlogs "$@" || status=1
sh build-aux/test-perf.sh || status=1

CC=clang sh build-aux/build.sh _build-fuzz -Dwerror=true -Dfuzzers=true -Dgui=disabled -Db_sanitize=address,undefined -Db_lundef=false || exit 1
meson test -C _build-fuzz --no-rebuild --suite fuzz --logbase fuzz --print-errorlogs || status=1

python3 build-aux/count-tests.py _build*/meson-logs/slow.json _build*/meson-logs/perf.json _build*/meson-logs/fuzz.json || status=1
exit $status
