/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A repository in a folder of its own, made by git itself; every commit is a minute after the one before. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELM_TEST_START 1700000000 /* of the first commit, Unix seconds */

typedef struct
{
  char *folder; /* of everything */
  char *path;   /* of the working tree */
  char *mirror; /* where its mirror may be */
  gint64 time;  /* of the next commit */
} RelmTestRepository;

void relm_test_repository_init (RelmTestRepository *self);
void relm_test_repository_clear (RelmTestRepository *self);
char *relm_test_repository_git (RelmTestRepository *self,
                                const char *format,
                                ...) G_GNUC_PRINTF (2, 3);
char *relm_test_repository_commit (RelmTestRepository *self,
                                   const char *message);

/* For when the answer does not matter. */
#define GIT(self, ...) g_free (relm_test_repository_git (self, __VA_ARGS__))
#define COMMIT(self, message) g_free (relm_test_repository_commit (self, message))

G_END_DECLS
