#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds with warnings as errors and runs every suite, then builds with ASan and UBSan and runs the displayless ones. The
# last line counts.
set -u
status=0

# The display tests get a display of their own. Without -noreset the server can restart between two programs.
Xvfb :97 -screen 0 1400x900x24 -nolisten tcp -nolisten local -noreset 2>/dev/null &
server=$!
trap 'kill $server 2>/dev/null' EXIT
export DISPLAY=:97 GSK_RENDERER=cairo GTK_A11Y=test

rm -f _build*/meson-logs/testlog.junit.xml
sh build-aux/build.sh _build -Dwerror=true || exit 1
meson test -C _build --print-errorlogs "$@" || status=1

sh build-aux/build.sh _build-sanitize -Dwerror=true -Db_sanitize=address,undefined -Db_lundef=false || exit 1
ASAN_OPTIONS=abort_on_error=1:detect_leaks=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
  meson test -C _build-sanitize --suite displayless --print-errorlogs || status=1

python3 build-aux/count-tests.py _build _build-sanitize || status=1
exit $status
