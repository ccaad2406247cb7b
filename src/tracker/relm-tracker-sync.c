/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-tracker-error.h"
#include "relm-tracker-list-run.h"
#include "relm-tracker-sync.h"

/* A run over all lists. */
typedef struct
{
  const RelmTrackerSync *sync;
  RelmTrackerListRun list;
  RelmTrackerProgress progress;
  GHashTable *seen[RELM_MIRROR_N_ROW_KINDS]; /* keys, when all lists are read whole; else NULL */
  gboolean absent[RELM_MIRROR_N_ROW_KINDS];  /* a list with such rows could not be read */
} Run;

static void
tell (Run *self)
{
  if (self->sync->progress != NULL)
    self->sync->progress (&self->progress, self->sync->progress_data);
}

static void
wait_cb (gint64 until,
         RelmTrackerError why,
         gpointer data)
{
  Run *self = data;

  relm_tracker_list_run_store (&self->list);
  self->progress.until = until;
  self->progress.why = why;
  tell (self);
  self->progress.until = 0;
}

static void
page_cb (guint n_rows,
         gpointer data)
{
  Run *self = data;

  self->progress.n_rows += n_rows;
  tell (self);
}

static void
clear_run (Run *self)
{
  g_clear_pointer (&self->list.client, relm_http_client_free);
  g_clear_pointer (&self->list.mirror, relm_mirror_tracker_close);
  for (guint i = 0; i < RELM_MIRROR_N_ROW_KINDS; i++)
    g_clear_pointer (&self->seen[i], g_hash_table_unref);
}

static gboolean
start_run (Run *self,
           const RelmTrackerSync *sync,
           GCancellable *cancellable,
           GError **error)
{
  const RelmTrackerService *service = sync->address->service;

  *self = (Run) { .sync = sync };
  self->list = (RelmTrackerListRun) { .address = sync->address, .cancellable = cancellable, .page = page_cb, .data = self };
  self->list.client = relm_http_client_new (sync->address->base, sync->patience);
  if (self->list.client == NULL)
    {
      g_set_error_literal (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_ADDRESS,
                           _ ("This is not the address of a project at a tracker. Copy it from the browser's address bar, "
                              "without a name or password."));
      return FALSE;
    }
  relm_http_client_set_accept (self->list.client, service->accept);
  relm_http_client_set_token (self->list.client, service->authorize, sync->token);
  relm_http_client_set_wait_func (self->list.client, wait_cb, self);
  self->list.mirror = sync->mirror_path != NULL ? relm_mirror_tracker_open (sync->mirror_path, error) : NULL;
  return sync->mirror_path == NULL || self->list.mirror != NULL;
}

/* Some services answer who they do not know as if it were anybody: a token that is not good must be noticed first. */
static gboolean
check_token (Run *self,
             GError **error)
{
  g_autofree char *url = NULL;
  g_autoptr (RelmHttpAnswer) answer = NULL;

  if (self->sync->token == NULL || *self->sync->token == '\0')
    return TRUE;
  url = self->sync->address->service->dup_identity (self->sync->address);
  answer = relm_http_client_get (self->list.client, url, NULL, self->list.cancellable, error);
  return answer != NULL;
}

/* A list that may be switched off, or hidden, is no failure as long as another one is there; one that ends in the middle is. */
static gboolean
is_absent (Run *self,
           const RelmTrackerList *list,
           const GError *error)
{
  const gboolean anonymous = self->sync->token == NULL || *self->sync->token == '\0';
  const gboolean refused = g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NOT_FOUND) ||
                           g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_FORBIDDEN) ||
                           g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_GONE) ||
                           (anonymous && g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_UNAUTHORIZED));

  return list->optional && !self->list.answered && refused;
}

static gboolean
read_lists (Run *self,
            GError **error)
{
  g_autoptr (GError) first_absent = NULL;
  guint n_there = 0;

  for (const RelmTrackerList *list = self->sync->address->service->lists; list->name != NULL; list++)
    {
      g_autoptr (GError) fault = NULL;

      self->list.list = list;
      self->list.seen = self->seen[list->kind];
      self->progress.label = _ (list->label);
      tell (self);
      if (relm_tracker_list_run_read (&self->list, &fault))
        {
          n_there++;
          continue;
        }
      if (!is_absent (self, list, fault))
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
      self->absent[list->kind] = TRUE;
      if (first_absent == NULL)
        first_absent = g_steal_pointer (&fault);
    }
  if (n_there == 0)
    g_propagate_error (error, g_steal_pointer (&first_absent));
  return n_there > 0;
}

/* How it went, for those who look later. */
static void
remember (Run *self,
          const GError *error)
{
  RelmMirrorTracker *mirror = self->list.mirror;

  if (mirror == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  relm_mirror_tracker_set_state (mirror, RELM_TRACKER_STATE_ERROR, error != NULL ? error->message : NULL, NULL);
  relm_mirror_tracker_set_number (mirror, RELM_TRACKER_STATE_ALLOWED, relm_http_client_get_allowed (self->list.client), NULL);
  if (error == NULL)
    relm_mirror_tracker_set_number (mirror, RELM_TRACKER_STATE_SYNCED, g_get_real_time () / G_USEC_PER_SEC, NULL);
}

/* The first list of each kind that can ask for one row asks for all of that kind. */
static gboolean
remove_gone (Run *self,
             GHashTable **there,
             GError **error)
{
  for (const RelmTrackerList *list = self->sync->address->service->lists; list->name != NULL; list++)
    {
      if (list->dup_one == NULL || there[list->kind] == NULL || self->absent[list->kind])
        continue;
      self->list.list = list;
      self->list.seen = self->seen[list->kind];
      if (!relm_tracker_list_run_remove_gone (&self->list, there[list->kind], error))
        return FALSE;
      g_clear_pointer (&there[list->kind], g_hash_table_unref);
    }
  return TRUE;
}

static gboolean
reconcile (Run *self,
           GError **error)
{
  GHashTable *there[RELM_MIRROR_N_ROW_KINDS] = { NULL };
  gboolean done = TRUE;

  for (guint i = 0; done && i < RELM_MIRROR_N_ROW_KINDS; i++)
    {
      self->seen[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      there[i] = relm_mirror_tracker_list_keys (self->list.mirror, i, error);
      done = there[i] != NULL;
    }
  done = done && read_lists (self, error) && remove_gone (self, there, error);
  for (guint i = 0; i < RELM_MIRROR_N_ROW_KINDS; i++)
    g_clear_pointer (&there[i], g_hash_table_unref);
  return done;
}

static gboolean
read_into_mirror (Run *self,
                  gboolean (*read) (Run *run, GError **error),
                  GError **error)
{
  for (guint i = 0; i < RELM_MIRROR_N_ROW_KINDS; i++)
    g_clear_pointer (&self->seen[i], g_hash_table_unref);
  return relm_mirror_tracker_set_state (self->list.mirror, RELM_TRACKER_STATE_WEB, self->sync->address->web, error) &&
         read (self, error);
}

/* What turns out to be damaged is thrown away, and read again from the beginning. */
static gboolean
read_or_read_again (Run *self,
                    gboolean (*read) (Run *run, GError **error),
                    GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (read_into_mirror (self, read, &fault))
    return TRUE;
  if (!g_error_matches (fault, RELM_MIRROR_ERROR, RELM_MIRROR_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  return relm_mirror_tracker_make_anew (self->list.mirror, error) && read_into_mirror (self, read, error);
}

static gboolean
run_all (const RelmTrackerSync *sync,
         gboolean (*read) (Run *run, GError **error),
         GCancellable *cancellable,
         GError **error)
{
  Run self;
  g_autoptr (GError) fault = NULL;
  const gboolean done =
    start_run (&self, sync, cancellable, &fault) && check_token (&self, &fault) && read_or_read_again (&self, read, &fault);

  if (self.list.mirror != NULL)
    remember (&self, fault);
  clear_run (&self);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&fault));
  return done;
}

/**
 * relm_tracker_sync_run:
 * @sync: what to read, with a mirror
 * @cancellable: (nullable): to end it at any moment; what is kept by then stays
 *
 * Reads what has changed since the last time. Nothing is removed from the mirror because it is not in an answer.
 *
 * Returns: whether the mirror has what the tracker has; else a RELM_TRACKER_ERROR, a RELM_MIRROR_ERROR or
 *   %G_IO_ERROR_CANCELLED
 */
gboolean
relm_tracker_sync_run (const RelmTrackerSync *sync,
                       GCancellable *cancellable,
                       GError **error)
{
  g_return_val_if_fail (sync->mirror_path != NULL, FALSE);

  return run_all (sync, read_lists, cancellable, error);
}

/**
 * relm_tracker_sync_reconcile:
 * @sync: what to read, with a mirror
 * @cancellable: (nullable): to end it at any moment
 *
 * Reads all lists whole, and asks for each row that is in none of them, one by one, whether it is gone: only then is it
 * removed.
 *
 * Returns: whether the mirror has what the tracker has, and no more; else as relm_tracker_sync_run()
 */
gboolean
relm_tracker_sync_reconcile (const RelmTrackerSync *sync,
                             GCancellable *cancellable,
                             GError **error)
{
  g_return_val_if_fail (sync->mirror_path != NULL, FALSE);

  return run_all (sync, reconcile, cancellable, error);
}

static const char *
find_name (const RelmJsonValue *root)
{
  static const char *const members[] = { "login", "username", "name", "displayName", "emailAddress" };
  const RelmJsonValue *user = relm_json_get_object (root, "user");
  const RelmJsonValue *object = user != NULL ? user : root;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (relm_json_get_string (object, members[i]) != NULL)
      return relm_json_get_string (object, members[i]);
  return "";
}

/**
 * relm_tracker_sync_identify:
 * @sync: what to ask, with a token; no mirror is needed
 * @cancellable: (nullable): to end it
 *
 * Returns: (transfer full) (nullable): the name that the tracker knows the token's owner by, which may be empty; or %NULL and
 *   a RELM_TRACKER_ERROR or %G_IO_ERROR_CANCELLED
 */
char *
relm_tracker_sync_identify (const RelmTrackerSync *sync,
                            GCancellable *cancellable,
                            GError **error)
{
  Run self;
  g_autofree char *url = sync->address->service->dup_identity (sync->address);
  g_autoptr (RelmHttpAnswer) answer = NULL;

  if (start_run (&self, sync, cancellable, error))
    answer = relm_http_client_get (self.list.client, url, NULL, cancellable, error);
  clear_run (&self);
  return answer != NULL ? g_strdup (find_name (answer->root)) : NULL;
}
