/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <string.h>

#include "relm-git-tag.h"

/**
 * relm_git_tag_new:
 * @name: its name, without refs/tags/
 * @target: the object that the reference names, RELM_GIT_OID_BYTES
 *
 * Returns: (transfer full): a tag that is not known to be a release
 */
RelmGitTag *
relm_git_tag_new (const char *name,
                  const guint8 *target)
{
  RelmGitTag *self = g_new0 (RelmGitTag, 1);

  self->name = g_strdup (name);
  memcpy (self->target, target, sizeof self->target);
  self->commit = -1;
  return self;
}

/**
 * relm_git_tag_free:
 * @self: (nullable) (transfer full): a tag
 */
void
relm_git_tag_free (RelmGitTag *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  relm_version_free (self->version);
  g_free (self);
}
