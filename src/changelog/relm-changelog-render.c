/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-changelog"

#include "config.h"

#include "relm-changelog-private.h"
#include "relm-changelog-render.h"

/* What a worker renders: a copy that nobody else sees. */
typedef struct
{
  RelmChangelog *changelog;
  gboolean only;
  RelmChangelogFormat format;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->changelog);
  g_free (job);
}

static void
render_in_thread (GTask *task,
                  gpointer source_object,
                  gpointer task_data,
                  GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  RelmChangelogRelease *only = job->only ? relm_changelog_get_release (job->changelog, 0) : NULL;

  if (!relm_changelog_load_all (job->changelog, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, relm_changelog_render (job->changelog, only, job->format), g_free);
}

/**
 * relm_changelog_render:
 * @only: (nullable): the only release to render
 * @format: as what
 *
 * Returns: (transfer full): text, UTF-8, ends with a newline
 */
char *
relm_changelog_render (RelmChangelog *self,
                       RelmChangelogRelease *only,
                       RelmChangelogFormat format)
{
  if (format == RELM_CHANGELOG_FORMAT_JSON)
    return relm_changelog_to_json (self, only);
  return relm_changelog_to_markdown (self, only);
}

/**
 * relm_changelog_render_async:
 * @only: (nullable): the only release to render; one of @self
 * @format: as what
 * @cancellable: (nullable): a cancellable
 *
 * Loads what is not loaded and renders it, both in a worker thread.
 */
void
relm_changelog_render_async (RelmChangelog *self,
                             RelmChangelogRelease *only,
                             RelmChangelogFormat format,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job;

  g_return_if_fail (RELM_IS_CHANGELOG (self));

  job = g_new0 (Job, 1);
  job->changelog = relm_changelog_new_copy (self, only);
  job->only = only != NULL;
  job->format = format;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, render_in_thread);
}

/**
 * relm_changelog_render_finish:
 *
 * Returns: (transfer full) (nullable): text, UTF-8, ends with a newline
 */
char *
relm_changelog_render_finish (GAsyncResult *result,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
