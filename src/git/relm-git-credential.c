/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <string.h>

#include "relm-git-credential.h"

/* Whoever shows a token may call themselves as they like, on GitHub, GitLab, Gitea and Forgejo. */
#define TOKEN_USER "oauth2"

static void
free_secret (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
  g_free (text);
}

/* One line each is how they go to the program that fetches, and a colon is what ends the user's name (RFC 7617). */
static gboolean
is_valid (const char *user,
          const char *password)
{
  return *user != '\0' && *password != '\0' && strpbrk (user, ":\r\n") == NULL && strpbrk (password, "\r\n") == NULL;
}

/**
 * relm_git_credential_new:
 *
 * Returns: (transfer full) (nullable): a credential; %NULL if nobody could be called so: one of them is empty or has several
 *   lines, or the user's name has a colon
 */
RelmGitCredential *
relm_git_credential_new (const char *user,
                         const char *password)
{
  RelmGitCredential *self;

  g_return_val_if_fail (user != NULL && password != NULL, NULL);

  if (!is_valid (user, password))
    return NULL;
  self = g_new0 (RelmGitCredential, 1);
  self->user = g_strdup (user);
  self->password = g_strdup (password);
  return self;
}

/**
 * relm_git_credential_parse:
 * @text: “user:password”, or a token alone
 *
 * Returns: (transfer full) (nullable): a credential; %NULL if it is neither
 */
RelmGitCredential *
relm_git_credential_parse (const char *text)
{
  const char *colon = strchr (text, ':');
  char *user = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : g_strdup (TOKEN_USER);
  RelmGitCredential *self = relm_git_credential_new (user, colon != NULL ? colon + 1 : text);

  free_secret (user);
  return self;
}

/**
 * relm_git_credential_copy:
 * @self: (nullable): a credential
 *
 * Returns: (transfer full) (nullable): a copy
 */
RelmGitCredential *
relm_git_credential_copy (const RelmGitCredential *self)
{
  return self != NULL ? relm_git_credential_new (self->user, self->password) : NULL;
}

/**
 * relm_git_credential_to_text:
 *
 * Returns: (transfer full): what relm_git_credential_parse() understands; whoever has it clears it
 */
char *
relm_git_credential_to_text (const RelmGitCredential *self)
{
  return g_strconcat (self->user, ":", self->password, NULL);
}

/**
 * relm_git_credential_free:
 * @self: (nullable) (transfer full): a credential
 */
void
relm_git_credential_free (RelmGitCredential *self)
{
  if (self == NULL)
    return;
  free_secret (self->user);
  free_secret (self->password);
  g_free (self);
}
