/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a server knows somebody by who fetches over HTTP: a user name, and a password or token. Its memory is cleared when it is
 * freed; nobody writes it anywhere but into the pipe of the program that fetches.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *user;
  char *password;
} RelmGitCredential;

RelmGitCredential *relm_git_credential_new (const char *user,
                                            const char *password);
RelmGitCredential *relm_git_credential_parse (const char *text);
RelmGitCredential *relm_git_credential_copy (const RelmGitCredential *self);
char *relm_git_credential_to_text (const RelmGitCredential *self);
void relm_git_credential_free (RelmGitCredential *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmGitCredential, relm_git_credential_free)

G_END_DECLS
