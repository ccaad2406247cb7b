#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# pictures.sh [FILE]: leaves a picture of each view of a project, in several sizes and styles, in _build/pictures.
set -eu
. build-aux/environment.sh
. build-aux/display.sh
sh build-aux/build.sh _build
start_display 1400 900
[ $# -gt 0 ] || set -- "$RELM_SAMPLE"

# The look of GNOME, on any machine: nothing of the person's settings, and a font that is there. What waits turns, so that a
# picture is not taken before it has ended; the cursor must not blink, or it would never be.
config=$display_folder/config
mkdir -p "$config/gtk-4.0" "$display_folder/data" "$display_folder/cache" build-aux "$build/pictures"
printf '[Settings]\ngtk-font-name=Cantarell 11\ngtk-icon-theme-name=Adwaita\ngtk-cursor-blink=false\n' \
  >"$config/gtk-4.0/settings.ini"
export XDG_CONFIG_HOME="$config" XDG_DATA_HOME="$display_folder/data" XDG_CACHE_HOME="$display_folder/cache"
export GSK_RENDERER=cairo GTK_A11Y=none GSETTINGS_BACKEND=memory GIO_USE_VFS=local ADW_DISABLE_PORTAL=1 GTK_USE_PORTAL=0
# Right to left is a matter of the language, and needs one that the C library knows.
export LOCPATH="$display_folder/locales"
mkdir "$LOCPATH"
for locale in he_IL de_DE; do
  localedef -i "$locale" -f UTF-8 "$LOCPATH/$locale.UTF-8" 2>/dev/null || true
done
# Long texts are no translation, and take the place of the one that is the longest.
export RELM_LOCALEDIR="$display_folder/long"
mkdir -p "$RELM_LOCALEDIR/de/LC_MESSAGES"
python3 build-aux/long-texts.py po/relm.pot "$RELM_LOCALEDIR/de/LC_MESSAGES/relm.mo"

dbus-run-session -- python3 build-aux/pictures.py "$build/src/app/relm" "$1" "$framebuffer" "$build/pictures"
