#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# counterparts.sh start   installs and starts servers that nobody here wrote, on loopback, for "tracker-counterparts"
# counterparts.sh stop    ends them
#
# They are: Redmine with 520 issues (port 3910; Debian's packages in a folder of its own, 0.8 GB, which needs root), Prism over
# GitHub's description of its API (port 3920), and recorded answers of GitHub, as a file (npm; 0.5 GB). What there is already
# is used again. RELM_TEST_COUNTERPARTS is the folder with the scripts that install them; without it there is nothing to do.
set -eu

source=$(cd "$(dirname "$0")/.." && pwd)
scripts=${RELM_TEST_COUNTERPARTS:-$source/../shared/counterparts}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/relm-counterparts
build=$source/_build/counterparts

[ -d "$scripts" ] || { echo "counterparts: $scripts is not there" >&2; exit 0; }
mkdir -p "$cache" "$build"

answers () { curl -s -m 5 -o "$cache/answer" "http://127.0.0.1:$1/"; }

start_redmine () {
  answers 3910 && return
  if ! [ -e "$cache/redmine-trixie/usr/share/redmine" ]; then
    sh "$scripts/redmine/00-chroot.sh" trixie "$cache/redmine-trixie"
    sh "$scripts/redmine/10-install.sh" "$cache/redmine-trixie"
  fi
  # A copy whose seed has more issues.
  mkdir -p "$cache/seed"
  cp "$scripts/redmine/20-setup.sh" "$cache/seed/"
  sed 's/< 120/< 520/; s/\.\.\.120/...520/' "$scripts/redmine/seed.rb" > "$cache/seed/seed.rb"
  [ -e "$cache/seed/done" ] || sh "$cache/seed/20-setup.sh" "$cache/redmine-trixie"
  : > "$cache/seed/done"
  sh "$scripts/redmine/30-start.sh" "$cache/redmine-trixie" 3910
}

install_node () {
  mkdir -p "$cache/node"
  [ -e "$cache/node/node_modules/@octokit/openapi" ] ||
    (cd "$cache/node" && npm i --no-audit --no-fund @octokit/fixtures@23.1.2 @stoplight/prism-cli@5.16.0 @octokit/openapi@23.0.2)
  cp "$cache/node/node_modules/@octokit/fixtures/scenarios/api.github.com/paginate-issues/normalized-fixture.json" \
    "$build/paginate-issues.json"
}

# Below /api/v3, where an installation of GitHub has it.
start_prism () {
  answers 3920 && return
  python3 "$scripts/contract/slim.py" "$cache/node/node_modules/@octokit/openapi/generated/api.github.com.json" "$cache/node/slim.json" \
    '^/repos/\{owner\}/\{repo\}/(issues|pulls|milestones|releases|labels|assignees)(/\{[a-z_]+\})?$|^/user$'
  python3 - "$cache/node/slim.json" <<'END'
import json, sys
spec = json.load(open(sys.argv[1]))
spec["paths"] = {"/api/v3" + path: item for path, item in spec["paths"].items()}
json.dump(spec, open(sys.argv[1], "w"))
END
  sh "$scripts/contract/start.sh" "$cache/node" "$cache/node/slim.json" 3920
}

end () { [ ! -e "$1" ] || kill "$(cat "$1")" || true; rm -f "$1"; }

case ${1:-} in
  start)
    start_redmine
    install_node
    start_prism
    ;;
  stop)
    end "$cache/redmine-trixie/tmp/puma-3910.pid"
    for folder in dev sys proc; do umount "$cache/redmine-trixie/$folder" || true; done
    end "$cache/node/prism-3920.pid"
    ;;
  *)
    sed -n '3,6s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
