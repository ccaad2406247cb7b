/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include "relm-fetch-access.h"

#define DEFAULT_SSH_USER "git"
#define MAX_CREDENTIAL 4096 /* bytes, both lines together */

static gboolean authentication_asked;
static gboolean certificate_refused;
static gboolean credential_told;
static gboolean credential_refused;
static gboolean agent_asked;
static gboolean agent_missing;
static gboolean key_refused;
static gboolean host_unknown;
static gboolean other_asked;     /* not the server that it is meant for: libgit2 lets a server point to another of its ports */
static gboolean connection_open; /* others could read what it is told */

/* Whether it is “ssh://…”, or “somebody@host:path” with a colon before the first slash. */
gboolean
relm_fetch_access_is_ssh (const char *url)
{
  const gsize user = strcspn (url, "@:/");

  if (strstr (url, "://") != NULL)
    return g_ascii_strncasecmp (url, "ssh://", strlen ("ssh://")) == 0;
  return user > 0 && url[user] == '@' && url[user + strcspn (url + user, ":/")] == ':';
}

/* What is told if the server asks; empty: nothing. Never swapped into a core dump, for there is none, and cleared at the end. */
static struct
{
  char bytes[MAX_CREDENTIAL];
  const char *user;
  const char *password;
} credential;

/* There is none where nobody hands one over. */
void
relm_fetch_access_read (void)
{
  gsize length = 0;
  gssize n;
  char *user_end, *password_end;

  if (isatty (STDIN_FILENO))
    return;
  while (length < sizeof credential.bytes - 1 &&
         (n = read (STDIN_FILENO, credential.bytes + length, sizeof credential.bytes - 1 - length)) > 0)
    length += (gsize) n;
  user_end = strchr (credential.bytes, '\n');
  password_end = user_end != NULL ? strchr (user_end + 1, '\n') : NULL;
  if (password_end == NULL)
    return;
  *user_end = '\0';
  *password_end = '\0';
  credential.user = credential.bytes;
  credential.password = user_end + 1;
}

static gboolean
is_same_origin (GUri *a,
                GUri *b)
{
  return g_ascii_strcasecmp (g_uri_get_scheme (a), g_uri_get_scheme (b)) == 0 &&
         g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0 && g_uri_get_port (a) == g_uri_get_port (b);
}

static gboolean
is_this_computer (const char *host)
{
  return g_ascii_strcasecmp (host, "localhost") == 0 || g_str_equal (host, "127.0.0.1") || g_str_equal (host, "::1");
}

/* Whether @asking, which libgit2 talks to, may be told what is meant for @meant; notes why not. */
static gboolean
may_tell (const char *asking,
          const char *meant)
{
  g_autoptr (GUri) one = g_uri_parse (asking, G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  g_autoptr (GUri) other = g_uri_parse (meant, G_URI_FLAGS_SCHEME_NORMALIZE, NULL);

  other_asked = one == NULL || other == NULL || g_uri_get_host (one) == NULL || g_uri_get_host (other) == NULL ||
                !is_same_origin (one, other);
  if (other_asked)
    return FALSE;
  connection_open = g_ascii_strcasecmp (g_uri_get_scheme (one), "https") != 0 && !is_this_computer (g_uri_get_host (one));
  return !connection_open;
}

/* The name may be asked for before the key, where the address does not say it. */
static int
ask_agent (git_credential **result,
           const char *user,
           unsigned int allowed)
{
  const char *name = user != NULL ? user : DEFAULT_SSH_USER;

  if ((allowed & GIT_CREDENTIAL_SSH_KEY) == 0)
    return (allowed & GIT_CREDENTIAL_USERNAME) != 0 ? git_credential_username_new (result, name) : GIT_EAUTH;
  agent_missing = g_getenv ("SSH_AUTH_SOCK") == NULL;
  key_refused = agent_asked;
  if (agent_missing || agent_asked)
    return GIT_EAUTH;
  agent_asked = TRUE;
  return git_credential_ssh_key_from_agent (result, name);
}

int
relm_fetch_access_credentials_cb (git_credential **result,
                                  const char *url,
                                  const char *user,
                                  unsigned int allowed,
                                  void *data)
{
  const RelmFetchRun *run = data;

  authentication_asked = TRUE;
  if ((allowed & (GIT_CREDENTIAL_SSH_KEY | GIT_CREDENTIAL_USERNAME)) != 0)
    return relm_fetch_access_is_ssh (run->url) ? ask_agent (result, user, allowed) : GIT_EAUTH;
  if (credential.user == NULL || !may_tell (url, run->url))
    return GIT_EAUTH;
  credential_refused = credential_told;
  if (credential_told || (allowed & GIT_CREDENTIAL_USERPASS_PLAINTEXT) == 0)
    return GIT_EAUTH;
  credential_told = TRUE;
  return git_credential_userpass_plaintext_new (result, credential.user, credential.password);
}

/* Over SSH it is valid if it is among the known hosts. */
int
relm_fetch_access_certificate_cb (git_cert *certificate,
                                  int valid,
                                  const char *host,
                                  void *data)
{
  if (!valid)
    certificate_refused = TRUE;
  if (!valid && certificate->cert_type == GIT_CERT_HOSTKEY_LIBSSH2)
    host_unknown = TRUE;
  return valid ? 0 : GIT_ECERTIFICATE;
}

/* The secret is cleared from memory. */
void
relm_fetch_access_clear (void)
{
  explicit_bzero (credential.bytes, sizeof credential.bytes);
}

/* What went wrong with who asks or whom, or NULL; @refused: whether the server's answer says that it does not accept who asks. */
const char *
relm_fetch_access_get_code (gboolean refused)
{
  if (host_unknown)
    return "host-key";
  if (agent_missing)
    return "no-agent";
  if (key_refused)
    return "key";
  if (other_asked)
    return "redirect";
  if (connection_open)
    return "insecure";
  if (credential_refused || (credential_told && refused))
    return "refused";
  if (authentication_asked && !credential_told && !agent_asked)
    return "authentication";
  return certificate_refused ? "certificate" : NULL;
}
