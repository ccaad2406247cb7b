#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# flatpak-runtime.sh ROOT NAME BRANCH REPOSITORY: makes NAME.Platform and NAME.Sdk for Flatpak out of a Debian root. Not GNOME's
# runtime and not called so: it shows that a manifest, a sandbox and the portals work where GNOME's cannot be had.
set -eu
root=$1 name=$2 branch=$3 repository=$4
architecture=$(flatpak --default-arch)
triplet=$(cd "$root/usr/lib" && echo *-linux-gnu)
tree=$repository.tree
trap 'rm -rf "$tree"' EXIT
trap 'exit 130' INT TERM HUP

# metadata KIND: what a runtime says of itself
metadata () {
  cat <<EOF
[Runtime]
name=$name.$1
runtime=$name.Platform/$architecture/$branch
sdk=$name.Sdk/$architecture/$branch

[Environment]
PATH=/app/bin:/usr/bin
LD_LIBRARY_PATH=/app/lib
XDG_DATA_DIRS=/app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share
EOF
  [ "$1" = Platform ] || cat <<EOF
PKG_CONFIG_PATH=/app/lib/pkgconfig:/app/share/pkgconfig:/usr/lib/$triplet/pkgconfig:/usr/share/pkgconfig
EOF
}

# export KIND
export_tree () {
  metadata "$1" >"$tree/metadata"
  flatpak build-export --disable-sandbox --runtime --no-update-summary --subject="$name.$1, made of Debian's packages" \
    "$repository" "$tree" "$branch" >/dev/null
}

mkdir -p "$tree/usr" "$tree/files" "$tree/var"
# Some files of a root that was made without root's rights cannot be read; nobody asks for them.
cp -a --reflink=auto "$root/usr/." "$tree/usr/" 2>/dev/null || [ -e "$tree/usr/bin/env" ]
cp -a "$root/etc" "$tree/usr/" 2>/dev/null || [ -d "$tree/usr/etc" ]
(cd "$tree/usr/etc" && rm -f passwd* group* shadow* gshadow* subuid* subgid* machine-id resolv.conf hosts localtime)
find "$tree/usr" -perm /6000 -type f -exec chmod a-s {} +
rm -rf "$tree/usr/share/doc" "$tree/usr/share/gir-1.0"
export_tree Sdk

# A program is run without what only builds it, so that one that needs it is noticed.
for left_out in include lib/gcc libexec/gcc share/pkgconfig "lib/$triplet/pkgconfig" lib/python3 share/perl share/perl5 \
  bin/gcc* bin/cpp* bin/ld* bin/as bin/meson bin/ninja bin/python3*; do
  # shellcheck disable=SC2086 # a pattern
  rm -rf "$tree/usr/"$left_out
done
export_tree Platform
flatpak build-update-repo "$repository" >/dev/null
