# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by ./dev: builds _build/relm.flatpak. Needs $source, $cache, $root, say, die, install, packages and ensure_root.
#
# GNOME's runtime is used where the system has it, or it can be fetched. Else one is made of the Debian 13 root, which has a
# name of its own; what the manifest would download comes from the root then, too. Nothing goes into the person's own
# installation of Flatpak.

flathub=https://dl.flathub.org/repo/flathub.flatpakrepo
local_name=io.github.relm_app.Debian
local_branch=13
flatpak_folder=$source/_build/flatpak

install_flatpak () {
  if command -v apt-get >/dev/null; then
    # shellcheck disable=SC2046 # one word a package
    install_debian $(packages packages-flatpak-debian.txt | tr ',' ' ')
  elif command -v dnf >/dev/null; then
    # shellcheck disable=SC2046
    install dnf $(packages packages-flatpak-fedora.txt | tr ',' ' ')
  fi
  for tool in flatpak flatpak-builder ostree eu-strip python3; do
    command -v "$tool" >/dev/null || die "$tool is missing; install it by this system's package manager, and try again"
  done
}

# value NAME MANIFEST
value () { sed -n 's/^  "'"$1"'": "\(.*\)",$/\1/p' "$2"; }

# gnome_runtime MANIFEST: whether GNOME's runtime is here for everybody, or can be had within a short time
gnome_runtime () {
  [ "${RELM_FLATPAK_RUNTIME:-}" != local ] || return 1
  gnome=$(value runtime-version "$1")
  export FLATPAK_USER_DIR="$cache/flatpak"
  ! flatpak info "org.gnome.Platform//$gnome" >/dev/null 2>&1 || ! flatpak info "org.gnome.Sdk//$gnome" >/dev/null 2>&1 || return 0
  timeout -k 5 15 flatpak --user remote-add --if-not-exists flathub "$flathub" 2>/dev/null &&
    timeout -k 5 20 flatpak --user remote-info flathub "org.gnome.Sdk//$gnome" >/dev/null 2>&1 || return 1
  say "fetching GNOME $gnome's runtime into $cache/flatpak (about 1 GB, once)"
  flatpak --user install -y --noninteractive flathub "org.gnome.Platform//$gnome" "org.gnome.Sdk//$gnome" >&2
}

# The repository of the runtime that is made here; another root or another way to make it makes another one.
local_repository () {
  echo "$cache/runtime-$({ echo "$root"; cat "$source/build-aux/flatpak-runtime.sh"; } | sha256sum | cut -c1-12)"
}

make_local_runtime () {
  command -v apt-get >/dev/null || die "GNOME's runtime cannot be had ($flathub), and only on Debian and Ubuntu can one be made" \
    "in its place; check the network, and try again"
  ensure_root
  repository=$(local_repository)
  export FLATPAK_USER_DIR="$cache/flatpak"
  exec 9>"$cache/.lock"
  flock 9
  if [ ! -e "$repository" ]; then
    say "making a runtime of the Debian 13 root, once (about a minute, 1 GB)"
    rm -rf "$cache"/runtime-*
    ostree init --repo="$cache/.new.runtime" --mode=bare-user-only
    sh "$source/build-aux/flatpak-runtime.sh" "$root" $local_name $local_branch "$cache/.new.runtime" || {
      rm -rf "$cache/.new.runtime"
      die "the runtime could not be made; what is said above is why"
    }
    mv -T "$cache/.new.runtime" "$repository"
  fi
  flatpak --user remote-add --if-not-exists --no-gpg-verify relm-local "file://$repository"
  flatpak --user remote-modify --url="file://$repository" relm-local
  flatpak --user install -y --noninteractive --or-update relm-local $local_name.Platform//$local_branch \
    $local_name.Sdk//$local_branch >&2 || die "the runtime could not be installed; what is said above is why"
  exec 9>&-
}

sandbox_works () { bwrap --ro-bind / / --dev /dev --proc /proc --unshare-all true 2>/dev/null; }

# Where no sandbox can be made, flatpak-builder would say so in words that help nobody.
check_sandbox () {
  sandbox_works || die "bubblewrap may not make namespaces here, and without them there are no sandboxes; allow user namespaces" \
      "(sysctl kernel.unprivileged_userns_clone=1, kernel.apparmor_restrict_unprivileged_userns=0)"
}

# make_bundle [--devel]: leaves _build/relm.flatpak, or _build/relm-devel.flatpak
make_bundle () {
  id=io.github.relm_app.Relm bundle=$source/_build/relm.flatpak
  [ "${1:-}" != --devel ] || { id=$id.Devel bundle=$source/_build/relm-devel.flatpak; }
  manifest=$source/flatpak/$id.json
  install_flatpak
  check_sandbox
  mkdir -p "$flatpak_folder" "$cache"
  if gnome_runtime "$manifest"; then
    kind=gnome
  else
    say "GNOME's runtime cannot be had here ($flathub); one made of Debian 13's packages takes its place"
    make_local_runtime
    kind=local
  fi
  python3 "$source/build-aux/flatpak-manifest.py" "$manifest" "$kind" $local_name $local_branch >"$flatpak_folder/$id.json"
  flatpak-builder --user --force-clean --disable-rofiles-fuse --disable-updates --state-dir="$flatpak_folder/state" \
    --repo="$flatpak_folder/repository" "$flatpak_folder/build" "$flatpak_folder/$id.json" >&2 ||
    die "flatpak-builder could not build it; what it says above is why"
  if [ $kind = gnome ]; then
    flatpak build-bundle --runtime-repo="$flathub" "$flatpak_folder/repository" "$bundle" "$id" >&2
  else
    flatpak build-bundle "$flatpak_folder/repository" "$bundle" "$id" >&2
    say "$bundle runs with $local_name.Platform alone, which is on this computer only; it is for trying, not for giving away:"
    say "  flatpak --user remote-add --no-gpg-verify relm-local file://$(local_repository)"
  fi
  say "flatpak --user install $bundle"
}
