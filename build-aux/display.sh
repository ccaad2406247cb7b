# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced: a display of our own, on a number that is free. Without -noreset the server restarts when its last client leaves,
# which may be just when the next one comes. Not with -nolisten local: it is by the abstract socket that servers notice that a
# number is taken; the other one they take away from each other.

# start_display WIDTH HEIGHT: sets DISPLAY and $framebuffer, the file that holds what is on the screen, as xwd writes it
start_display () {
  display_folder=$(mktemp -d)
  mkfifo "$display_folder/number"
  Xvfb -displayfd 3 -screen 0 "$1x$2x24" -fbdir "$display_folder" -nolisten tcp -noreset \
    3>"$display_folder/number" 2>"$display_folder/log" &
  display_server=$!
  trap stop_display EXIT
  trap 'exit 130' INT TERM HUP
  read -r number <"$display_folder/number" || { cat "$display_folder/log" >&2; exit 1; }
  DISPLAY=:$number
  framebuffer=$display_folder/Xvfb_screen0
  export DISPLAY
  unset WAYLAND_DISPLAY XAUTHORITY
}

stop_display () {
  kill "$display_server" 2>/dev/null || true
  wait "$display_server" 2>/dev/null || true
  rm -rf "$display_folder"
}
