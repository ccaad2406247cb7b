#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [FILE]: opens a project in a window; without a display it leaves pictures and says what is in the project.
set -eu
. build-aux/environment.sh
sh build-aux/build.sh _build
[ $# -gt 0 ] || set -- "$RELM_SAMPLE"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$build/src/app/relm" "$@"
fi
echo "There is no display here; making pictures instead."
sh build-aux/pictures.sh "$1"
"$build/src/cli/relm-cli" show "$1"
