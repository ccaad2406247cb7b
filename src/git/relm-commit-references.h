/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The part of parsing a commit message that looks for what it refers to. For relm-commit-message.c alone.
 */

#pragma once

#include "relm-commit-message.h"

G_BEGIN_DECLS

void relm_commit_references_scan (RelmCommitMessage *message);

G_END_DECLS
