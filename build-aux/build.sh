#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# build.sh FOLDER [OPTIONS OF meson setup]: configures once, or again when the options are others, then builds.
set -eu
folder=$1
shift
# One build at a time in a folder; a second one waits, and then has little to do.
mkdir -p "$folder"
exec 8<"$folder"
flock -n 8 || { echo "Another build is under way in $folder; waiting for it." >&2; flock 8; }
if [ ! -e "$folder/build.ninja" ]; then
  # What an interrupted run left half configured is no use.
  rm -rf "$folder/meson-private" "$folder/meson-info"
  meson setup "$folder" "$@"
elif [ $# -gt 0 ]; then
  meson configure "$folder" "$@"
fi
meson compile -C "$folder"
