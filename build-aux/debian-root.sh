# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by ./dev: a Debian 13 root in the user's cache, and commands inside it with the source tree at the same path.
# Needs $source, $packages, $file, say, die and install_debian.

cache=${XDG_CACHE_HOME:-$HOME/.cache}/relm
root=$cache/root-$(printf '%s' "trixie $packages" | sha256sum | cut -c1-12)

# remove FOLDER: a root, half made. What is still mounted in it is the machine's own, and is let go of and not removed.
remove () {
  awk -v under="$1/" 'index($5, under) == 1 { print $5 }' /proc/self/mountinfo | sort -r | while read -r mounted; do
    umount -l "$mounted" 2>/dev/null || true
  done
  [ "$(id -u)" = 0 ] || unshare --map-auto --map-root-user rm -rf --one-file-system "$1" 2>/dev/null || true
  rm -rf --one-file-system "$1"
}

# Called with the lock held, so that whoever made these is gone, however it ended.
remove_half_made () {
  for half in "$cache"/.new.*; do
    [ ! -d "$half" ] || remove "$half"
  done
}

# stop_making STATUS: ended by a signal, it leaves nothing behind, no process either: mmdebstrap waits for those that it began.
stop_making () {
  trap '' INT TERM HUP
  say "stopping; what is half made is removed"
  kill -TERM "-$maker" 2>/dev/null || true
  sleep 1
  kill -KILL "-$maker" 2>/dev/null || true
  wait "$maker" || true
  remove "$new"
  exit "$1"
}

make_root () {
  # What the user may not do for want of room or rights is found out before anything is fetched.
  [ "$(df -Pk "$cache" | awk 'NR == 2 { print $4 }')" -gt 2000000 ] ||
    die "$cache needs 2 GB of room; make some, or set XDG_CACHE_HOME to a folder on another disk"
  command -v mmdebstrap >/dev/null && command -v bwrap >/dev/null && { [ "$(id -u)" = 0 ] || command -v newuidmap >/dev/null; } ||
    install_debian mmdebstrap bubblewrap debian-archive-keyring $([ "$(id -u)" = 0 ] || echo uidmap)
  mode=root
  [ "$(id -u)" = 0 ] || mode=unshare
  say "making a Debian 13 root in $root, once (about two minutes, 1 GB)"
  new=$cache/.new.$$
  # In the background, since a shell hears of signals only when what it waits for has ended; and in a group of its own.
  setsid mmdebstrap --quiet --mode=$mode --variant=apt --include="$packages" \
    --aptopt='Acquire::Languages "none"' --aptopt='Acquire::Retries "5"' --dpkgopt=force-unsafe-io \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*' \
    --dpkgopt='path-exclude=/usr/share/gtk-doc/*' --dpkgopt='path-exclude=/usr/share/help/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-include=/usr/share/locale/locale.alias' \
    trixie "$new" >&2 &
  maker=$!
  trap 'stop_making 130' INT
  trap 'stop_making 143' TERM
  trap 'stop_making 129' HUP
  wait "$maker" || {
    remove "$new"
    die "the Debian 13 root could not be made, and nothing of it was kept; what is said above is why. Check the network and the" \
      "room on the disk, and try again"
  }
  mv -T "$new" "$root"
  trap - INT TERM HUP
}

ensure_root () {
  mkdir -p "$cache" && [ -w "$cache" ] || die "$cache cannot be written; set XDG_CACHE_HOME to a folder that can"
  exec 9>"$cache/.lock"
  flock -n 9 || { say "another ./dev is making the Debian 13 root; waiting for it"; flock 9; }
  remove_half_made
  [ -e "$root/usr/bin/meson" ] || make_root
  exec 9>&-
}

# Keeps the variables that steer the tests and the display, and nothing else.
kept_variables () {
  env | sed -n 's/^\(RELM_[A-Z_]*\|GSK_[A-Z_]*\|GTK_[A-Z_]*\|G_[A-Z_]*\|ADW_[A-Z_]*\|MESON_[A-Z_]*\|CI\|TERM\)=.*/\1/p'
  [ -z "$desktop" ] || env | sed -n 's/^\(DISPLAY\|WAYLAND_DISPLAY\|XAUTHORITY\|XDG_RUNTIME_DIR\|DBUS_SESSION_BUS_ADDRESS\)=.*/\1/p'
}

# A worktree's history lies in the repository that it belongs to.
git_folder () {
  [ -f "$source/.git" ] || return 0
  common=$(git -C "$source" rev-parse --path-format=absolute --git-common-dir 2>/dev/null ||
    sed -n 's,^gitdir: \(.*\)/worktrees/[^/]*$,\1,p' "$source/.git")
  [ ! -d "$common" ] || echo "$common"
}

# Of a file that lies elsewhere, its folder: to be written where a person works on it, to be read for pictures.
file_folder () {
  case $file in
    '' | "$source"/*) ;;
    *) [ -n "$desktop" ] && [ "${file#"$HOME"/}" != "$file" ] || dirname "$file" ;;
  esac
}

# bubblewrap may be there and still not work: in a container without namespaces, or where they are forbidden.
bwrap_works () {
  command -v bwrap >/dev/null &&
    bwrap --ro-bind "$root/usr" /usr --symlink usr/bin /bin --symlink usr/lib /lib --symlink usr/lib64 /lib64 \
      --dev /dev --proc /proc --tmpfs /tmp --unshare-pid true 2>/dev/null
}

# in_bwrap COMMAND …: the arguments grow to the left; what is bound last lies over the rest.
in_bwrap () {
  set -- --chdir "$source" "$@"
  for name in $(kept_variables); do
    eval "set -- --setenv $name \"\$$name\" \"\$@\""
  done
  set -- --bind "$source" "$source" "$@"
  common=$(git_folder)
  [ -z "$common" ] || set -- --ro-bind "$common" "$common" "$@"
  folder=$(file_folder)
  [ -z "$folder" ] || set -- "$([ -n "$desktop" ] && echo --bind || echo --ro-bind)" "$folder" "$folder" "$@"
  beside=$(dirname "$source")/shared
  set -- --ro-bind-try "$beside" "$beside" "$@"
  if [ -n "$desktop" ]; then
    # The person's own display, session and files; X shares memory with its clients, so the IPC namespace stays.
    set -- --bind "$HOME" "$HOME" --bind-try "${XDG_RUNTIME_DIR:-/nowhere}" "${XDG_RUNTIME_DIR:-/nowhere}" \
      --ro-bind-try /tmp/.X11-unix /tmp/.X11-unix --dev-bind-try /dev/dri /dev/dri "$@"
  else
    set -- --setenv XDG_RUNTIME_DIR /tmp --tmpfs "$HOME" --unshare-ipc "$@"
  fi
  bwrap --clearenv --setenv HOME "$HOME" --setenv LANG C.UTF-8 --setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin \
    --ro-bind "$root/usr" /usr --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib \
    --symlink usr/lib64 /lib64 --ro-bind "$root/etc" /etc --ro-bind "$root/var" /var \
    --ro-bind-try /etc/passwd /etc/passwd --ro-bind-try /etc/group /etc/group --ro-bind-try /etc/resolv.conf /etc/resolv.conf \
    --dev /dev --proc /proc --tmpfs /tmp --dir /run --tmpfs /dev/shm \
    --unshare-pid --unshare-uts --die-with-parent "$@"
}

# in_pivot COMMAND …: the same for root, without bubblewrap. Not by chroot, in which a program could not make namespaces.
in_pivot () {
  unshare --mount --pid --uts --fork --kill-child --propagation private -- \
    sh "$source/build-aux/pivot.sh" "$root" "$source" "$(kept_variables)" "$(dirname "$source")/shared" "$(git_folder)" \
    "$(file_folder)" -- "$@"
}

in_root () {
  if bwrap_works; then
    in_bwrap "$@"
  elif [ "$(id -u)" = 0 ] && unshare --mount --pid --fork true 2>/dev/null; then
    in_pivot "$@"
  else
    command -v bwrap >/dev/null || die "bubblewrap is missing; install it (apt-get install bubblewrap) and try again"
    die "bubblewrap may not make namespaces here; allow user namespaces (sysctl kernel.unprivileged_userns_clone=1," \
      "kernel.apparmor_restrict_unprivileged_userns=0), or run this as root on a machine that is not itself a container"
  fi
}
