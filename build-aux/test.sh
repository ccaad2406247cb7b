#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds with warnings as errors and runs every suite, then builds with ASan and UBSan and runs the displayless ones. The
# last line counts.
set -u
. build-aux/display.sh
status=0
patience='--timeout-multiplier 4' # a busy machine is no fault

start_display 1400 900
export GSK_RENDERER=cairo GTK_A11Y=test

rm -f _build/meson-logs/testlog.json _build-sanitize/meson-logs/testlog.json
sh build-aux/build.sh _build -Dwerror=true || exit 1
# The display tests get a session bus of their own as well.
dbus-run-session -- meson test -C _build --no-rebuild $patience --no-suite slow --print-errorlogs "$@" || status=1

sh build-aux/build.sh _build-sanitize -Dwerror=true -Db_sanitize=address,undefined -Db_lundef=false || exit 1
ASAN_OPTIONS=abort_on_error=1:detect_leaks=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
  meson test -C _build-sanitize --no-rebuild $patience --suite displayless --no-suite slow --print-errorlogs || status=1

python3 build-aux/look-for-tokens.py _build _build-sanitize || status=1
python3 build-aux/count-tests.py _build/meson-logs/testlog.json _build-sanitize/meson-logs/testlog.json || status=1
exit $status
