/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Who asks, and whom: what the server is told when it wants to know, and whether the server is the one that it should be. For
 * relm-git-fetch alone, which talks to one server in its life.
 */

#pragma once

#include <git2.h>
#include <glib.h>

G_BEGIN_DECLS

/* What libgit2's callbacks are given. */
typedef struct
{
  const char *url;
  gint64 limit; /* of what may come, in kB */
} RelmFetchRun;

gboolean relm_fetch_access_is_ssh (const char *url);
void relm_fetch_access_read (void);
void relm_fetch_access_clear (void);
const char *relm_fetch_access_get_code (gboolean refused);

int relm_fetch_access_credentials_cb (git_credential **result,
                                      const char *url,
                                      const char *user,
                                      unsigned int allowed,
                                      void *data);
int relm_fetch_access_certificate_cb (git_cert *certificate,
                                      int valid,
                                      const char *host,
                                      void *data);

G_END_DECLS
