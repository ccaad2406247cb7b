#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# flatpak-session.sh PYTHON INSTALLATION BUNDLE ID LOG: started by test-flatpak.sh in namespaces of its own, so that the document portal
# has a /run/user for itself and nothing goes on running. A desktop with an empty home and a copy of the INSTALLATION of Flatpak
# that has the runtime; the tests put the bundle into it.
set -eu
python=$1 installation=$2 bundle=$3 id=$4 log=$5
. build-aux/display.sh

user=$(id -u)
mkdir -p /run/user 2>/dev/null || true
mount -t tmpfs -o mode=755 tmpfs /run/user
mkdir -m 700 "/run/user/$user"
home=$(mktemp -d "$PWD/_build/flatpak/home.XXXXXX")
clean () {
  stop_display
  umount -l "/run/user/$user/doc" 2>/dev/null || true
  rm -rf --one-file-system "$home" 2>/dev/null || true
}
start_display 1400 900
trap clean EXIT

mkdir -p "$home/.local/share"
# Its files are links to those of the installation, which nobody writes in place.
[ -z "$installation" ] || cp -al "$installation" "$home/.local/share/flatpak"
for name in $(env | sed -n 's/^\(XDG_[A-Z_]*\|G_[A-Z_]*\|GTK_[A-Z_]*\|GDK_[A-Z_]*\|FLATPAK_USER_DIR\|DBUS_SESSION_BUS_ADDRESS\)=.*/\1/p'); do
  unset "$name"
done
export RELM_E2E_ID="$id"
export HOME="$home" XDG_RUNTIME_DIR="/run/user/$user" LANG=C.UTF-8 GSK_RENDERER=cairo XDG_CURRENT_DESKTOP=relmtest
export XDG_DESKTOP_PORTAL_DIR="$home/portals" XDG_DATA_DIRS="$home/.local/share/flatpak/exports/share:/usr/local/share:/usr/share"
"$python" -c "import sys; sys.path[:0] = [\"tests/e2e\", \"tests/flatpak\"]; import relm_backend; relm_backend.describe(sys.argv[1], sys.argv[2])" "$XDG_DESKTOP_PORTAL_DIR" "$home"
status=0
RELM_E2E_SESSION=3 dbus-run-session -- "$python" tests/flatpak/test-sandbox.py "$bundle" "$id" "$framebuffer" 3>"$log" \
  >"$home/log" 2>&1 || status=1

# Then a session that starts no portals, as that of a plain window manager: only what assistive technology needs.
mkdir "$home/services"
cp /usr/share/dbus-1/services/org.a11y.* "$home/services/"
cat >"$home/plain.conf" <<EOF
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth><servicedir>$home/services</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
EOF
umount -l "/run/user/$user/doc" 2>/dev/null || true
RELM_E2E_SESSION=3 dbus-run-session --config-file="$home/plain.conf" -- "$python" tests/flatpak/test-plain-session.py "$id" \
  3>"$log.plain" >>"$home/log" 2>&1 || status=1
cat "$log" "$log.plain"
exit $status
