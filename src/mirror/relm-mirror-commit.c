/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-mirror"

#include "config.h"

#include "relm-mirror-commit.h"

/**
 * relm_mirror_commit_free:
 * @self: (nullable) (transfer full): a commit
 */
void
relm_mirror_commit_free (RelmMirrorCommit *self)
{
  if (self == NULL)
    return;
  g_free (self->oid);
  g_free (self->author_name);
  g_free (self->author_email);
  g_free (self->subject);
  g_free (self->body);
  g_free (self->type);
  g_free (self->scope);
  g_free (self->description);
  g_free (self->breaking_note);
  g_free (self->reverts);
  g_strfreev (self->references);
  g_strfreev (self->co_authors);
  g_free (self);
}
