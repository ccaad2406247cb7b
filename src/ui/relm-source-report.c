/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <string.h>

#include "relm-source-report.h"

/**
 * relm_source_report_clear:
 *
 * Lets go of what it holds.
 */
void
relm_source_report_clear (RelmSourceReport *self)
{
  g_clear_object (&self->link);
  g_clear_pointer (&self->status, g_free);
  g_clear_error (&self->error);
}

/* Where there are several repositories, a sentence says of which it is. */
static char *
name_text (RelmSourceLink *link,
           guint n_links,
           const char *text)
{
  g_autofree char *title = relm_record_dup_display_title (relm_source_link_get_record (link));

  return n_links > 1 && *text != '\0' ? g_strdup_printf ("%s: %s", title, text) : g_strdup (text);
}

static RelmSourceLink *
find_link (GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++)
    if (relm_source_link_is_busy (links->pdata[i]))
      return links->pdata[i];
  for (guint i = 0; i < links->len; i++)
    if (relm_source_link_get_error (links->pdata[i]) != NULL)
      return links->pdata[i];
  return links->len > 0 ? links->pdata[0] : NULL;
}

/* What is known is as old as the repository that was read the longest ago. */
static gint64
find_last_sync (GPtrArray *links)
{
  gint64 oldest = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const gint64 time = relm_git_source_get_last_sync (relm_source_link_get_repository (links->pdata[i]));

      if (time == 0)
        return 0;
      oldest = oldest == 0 ? time : MIN (oldest, time);
    }
  return oldest;
}

/**
 * relm_source_report_init:
 * @self: (out caller-allocates): a report, to be cleared with relm_source_report_clear()
 * @links: (element-type RelmSourceLink): the repositories, in the order of the project
 *
 * Looks at them.
 */
void
relm_source_report_init (RelmSourceReport *self,
                         GPtrArray *links)
{
  RelmSourceLink *link = find_link (links);
  RelmGitSource *source = link != NULL ? relm_source_link_get_repository (link) : NULL;
  const GError *error = link != NULL && !relm_source_link_is_busy (link) ? relm_source_link_get_error (link) : NULL;

  memset (self, 0, sizeof *self);
  self->last_sync = find_last_sync (links);
  for (guint i = 0; i < links->len; i++)
    {
      self->busy |= relm_source_link_is_busy (links->pdata[i]);
      if (self->incomplete == NULL)
        self->incomplete = relm_git_source_explain_incomplete (relm_source_link_get_repository (links->pdata[i]));
    }
  if (link == NULL)
    return;
  self->link = g_object_ref (link);
  self->state = relm_git_source_get_state (source);
  self->progress = relm_git_source_get_progress (source);
  self->status = name_text (link, links->len, relm_git_source_get_status (source));
  if (error == NULL)
    return;
  self->error = g_error_copy (error);
  g_free (self->error->message);
  self->error->message = name_text (link, links->len, error->message);
}

/**
 * relm_source_report_is_same_error:
 * @a: (nullable): an error
 * @b: (nullable): another one
 *
 * Returns: whether a person would see no difference
 */
gboolean
relm_source_report_is_same_error (const GError *a,
                                  const GError *b)
{
  return a == b || (a != NULL && b != NULL && g_error_matches (a, b->domain, b->code) && g_str_equal (a->message, b->message));
}
