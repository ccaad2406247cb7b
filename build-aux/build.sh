#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# build.sh FOLDER [OPTIONS OF meson setup]: configures once, then builds.
set -eu
folder=$1
shift
[ -e "$folder/build.ninja" ] || meson setup "$folder" "$@"
meson compile -C "$folder"
