#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# pivot.sh ROOT SOURCE NAMES READABLE … -- COMMAND …: started by debian-root.sh in namespaces of its own. Puts the system
# together in memory as bubblewrap would: ROOT's folders to be read, SOURCE at its path to be written, and the READABLE ones;
# of the environment, the variables of these NAMES.
set -eu
root=$1 source=$2 variables=$3
shift 3
new=$root/mnt
mount -t tmpfs -o mode=755 tmpfs "$new"

# bind FOLDER PATH
bind () {
  mkdir -p "$new$2"
  mount --bind "$1" "$new$2"
}

for folder in usr etc var; do
  bind "$root/$folder" "/$folder"
  mount -o remount,bind,ro "$new/$folder"
done
for folder in bin sbin lib lib64; do
  ln -s "usr/$folder" "$new/$folder"
done
mkdir "$new/proc" "$new/tmp" "$new/run" "$new/dev" "$new/dev/shm" "$new/dev/pts" "$new/old"
chmod 1777 "$new/tmp" "$new/dev/shm"
mount -t proc proc "$new/proc"
for node in null zero full random urandom tty; do
  : >"$new/dev/$node"
  mount --bind "/dev/$node" "$new/dev/$node"
done
mount --bind /dev/pts "$new/dev/pts"
ln -s pts/ptmx "$new/dev/ptmx"
ln -s /proc/self/fd "$new/dev/fd"
for number in 0:stdin 1:stdout 2:stderr; do
  ln -s "/proc/self/fd/${number%%:*}" "$new/dev/${number#*:}"
done
while [ "$1" != -- ]; do
  if [ -d "$1" ]; then
    bind "$1" "$1"
    mount -o remount,bind,ro "$new$1"
  fi
  shift
done
shift
bind "$source" "$source"
[ ! -e /etc/resolv.conf ] || [ ! -e "$new/etc/resolv.conf" ] || mount --bind /etc/resolv.conf "$new/etc/resolv.conf"

PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
cd "$new"
pivot_root . old
umount -l /old
rmdir /old
mkdir -p "$HOME"
cd "$source"
for name in $variables; do
  eval "set -- \"$name=\$$name\" \"\$@\""
done
exec env -i HOME="$HOME" LANG=C.UTF-8 PATH="$PATH" XDG_RUNTIME_DIR=/tmp "$@"
