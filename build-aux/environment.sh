# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced from the source tree's folder: where a program that is not installed finds what belongs to it.
build=$PWD/_build
export RELM_GIT_FETCH="$build/src/git/relm-git-fetch"
export RELM_HELP="$build/help/help.html"
export RELM_SAMPLE="$PWD/data/samples/relm.relm"
export GSETTINGS_SCHEMA_DIR="$build/data"
