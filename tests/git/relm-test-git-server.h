/* SPDX-License-Identifier: GPL-3.0-or-later */

/* tests/fake/git-server.py, which serves the repositories below a folder, and notes who asked for what. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GSubprocess *process;
  char *log;
  char *port;
} RelmTestGitServer;

void relm_test_git_server_start (RelmTestGitServer *self,
                                 const char *folder,
                                 const char *name);
void relm_test_git_server_stop (RelmTestGitServer *self);
guint relm_test_git_server_count (RelmTestGitServer *self,
                                  const char *part);

G_END_DECLS
