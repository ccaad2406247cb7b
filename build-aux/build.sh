#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# build.sh FOLDER [OPTIONS OF meson setup]: configures once, or again when the options are others, then builds.
set -eu
folder=$1
shift
if [ ! -e "$folder/build.ninja" ]; then
  # What an interrupted run left half configured is no use.
  rm -rf "$folder/meson-private" "$folder/meson-info"
  meson setup "$folder" "$@"
elif [ $# -gt 0 ]; then
  meson configure "$folder" "$@"
fi
meson compile -C "$folder"
