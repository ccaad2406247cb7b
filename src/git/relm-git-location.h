/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a repository is, as a person wrote it: a folder, perhaps relative to the project's file, or an address. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *folder; /* absolute; or NULL: it is elsewhere */
  char *url;    /* http or https without a user name, or ssh, as a person wrote it; never with a password; or NULL: it is here */
} RelmGitLocation;

RelmGitLocation *relm_git_location_parse (const char *text,
                                          const char *base_dir,
                                          GError **error);
char *relm_git_location_dup_host (const RelmGitLocation *self);
char *relm_git_location_dup_origin (const RelmGitLocation *self);
void relm_git_location_free (RelmGitLocation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmGitLocation, relm_git_location_free)

G_END_DECLS
