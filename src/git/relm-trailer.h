/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The trailers of a commit message (“Signed-off-by: …”), by the rules of git-interpret-trailers(1), which are not those of
 * the footers of Conventional Commits: a message can have either without the other. Owned by whoever parsed, any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *key;
  char *value; /* on one line */
} RelmTrailer;

GPtrArray *relm_trailers_parse (const char *text,
                                gssize length);

G_END_DECLS
