# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by ./dev, after flatpak.sh: builds the bundle, and tries it in a session of its own. Where there can be no sandbox or
# no document portal, it says why and counts as skipped. The last line counts.

# why_not: what is missing here; nothing when all is there
why_not () {
  new_session true 2>/dev/null || { echo "namespaces for processes and mounts cannot be made here"; return; }
  # shellcheck disable=SC2016 # for the inner shell
  new_session sh -c 'exec 3<>/dev/fuse' 2>/dev/null || { echo "FUSE is not here, or may not be used (/dev/fuse)"; return; }
  # shellcheck disable=SC2016
  new_session sh -c 'mkdir -p /run/user 2>/dev/null; mount -t tmpfs tmpfs /run/user' 2>/dev/null ||
    { echo "a /run/user of its own cannot be mounted here"; return; }
  (install_flatpak) || { echo "the tools of Flatpak could not be installed, as said above"; return; }
  sandbox_works || { echo "bubblewrap may not make namespaces here"; return; }
  command -v fusermount3 >/dev/null || echo "fusermount3 is not here"
}

# new_session COMMAND …: in namespaces of its own, which end with it. Whoever is not root is root in there.
new_session () {
  as_user=yes
  [ "$(id -u)" != 0 ] || as_user=
  # shellcheck disable=SC2086 # no word or one
  unshare ${as_user:+--user --map-root-user} --mount --pid --fork --kill-child --mount-proc --propagation private -- "$@"
}

# The Python that knows the accessibility bus is the system's; another may come first.
system_python () {
  for python in python3 /usr/bin/python3; do
    ! "$python" -c 'import gi; gi.require_version ("Atspi", "2.0")' 2>/dev/null || { echo "$python"; return; }
  done
}

# test_flatpak [--devel]
test_flatpak () {
  rm -rf "$flatpak_folder/testlog.json" "$flatpak_folder/tap" "$flatpak_folder/tap.plain" "$flatpak_folder"/home.*
  reason=$(why_not) || exit 1
  if [ -n "$reason" ]; then
    say "the Flatpak is not tried: $reason"
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
  fi
  python=$(system_python)
  [ -n "$python" ] || die "Python's gi with Atspi is missing; install it by this system's package manager, and try again"
  make_bundle "$@"
  status=0
  new_session sh build-aux/flatpak-session.sh "$python" "$FLATPAK_USER_DIR" "$bundle" "$id" "$flatpak_folder/tap" || status=$?
  # Counted as the other tests are, from a log as meson writes it.
  python3 -c '
import json, sys
for log in sys.argv[2:]:
    with open(log, encoding="utf-8") as file:
        text = file.read()
    good = text and "not ok" not in text
    print(json.dumps({"name": "flatpak", "result": "OK" if good else "ERROR", "returncode": int(sys.argv[1]), "stdout": text}))
' "$status" "$flatpak_folder/tap" "$flatpak_folder/tap.plain" >"$flatpak_folder/testlog.json"
  python3 build-aux/count-tests.py "$flatpak_folder/testlog.json"
}
