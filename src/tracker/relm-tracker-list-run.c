/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-tracker-error.h"
#include "relm-tracker-list-run.h"

/* Servers have several machines with clocks of their own: what changed shortly before the last change is asked for again. */
#define OVERLAP_S 60
/* A server whose pages never end is not followed for ever. */
#define PAGES_MAX 100000
/* Pages are stored together, as many as have so many rows, or came in so long a time: what a page costs to store is more than
 * what its rows do. Nothing of them is lost but with the whole program, and then it goes on before them. */
#define ROWS_AT_ONCE 2000
#define STORE_AFTER_US (G_USEC_PER_SEC / 2)

/* One walk over the pages of a list. */
typedef struct
{
  RelmTrackerListRun *run;
  RelmTrackerRequest request;
  gint64 known;  /* the newest change that the mirror had before */
  gint64 newest; /* the newest change seen */
  guint n_pages; /* that were read whole */
  RelmMirrorPage *pending; /* those that are not stored yet, as one */
  char *pending_url;       /* of the last of them */
  gint64 stored;           /* when the last ones were, in monotonic time; 0: none yet, so that the first page is at once */
  const char *marked; /* NULL; or the first page, when the place is marked to go on from after an interruption */
  gint64 begun;  /* when the server answered first, by its clock, or by ours when it does not tell */
} Walk;

static char *
state_key (const RelmTrackerListRun *self,
           const char *what)
{
  return g_strconcat (self->list->name, ".", what, NULL);
}

static gint64
get_number (RelmTrackerListRun *self,
            const char *what)
{
  g_autofree char *key = state_key (self, what);

  return relm_mirror_tracker_get_number (self->mirror, key);
}

static gboolean
set_number (RelmTrackerListRun *self,
            const char *what,
            gint64 value,
            GError **error)
{
  g_autofree char *key = state_key (self, what);

  return relm_mirror_tracker_set_number (self->mirror, key, value, error);
}

static gboolean
set_state (RelmTrackerListRun *self,
           const char *what,
           const char *value,
           GError **error)
{
  g_autofree char *key = state_key (self, what);

  return relm_mirror_tracker_set_state (self->mirror, key, value, error);
}

static char *
dup_state (RelmTrackerListRun *self,
           const char *what)
{
  g_autofree char *key = state_key (self, what);

  return relm_mirror_tracker_dup_state (self->mirror, key);
}

/* Only items tell when they changed. */
static gint64
newest_of (const RelmMirrorPage *page,
           gint64 *oldest)
{
  const GPtrArray *items = page->rows[RELM_MIRROR_ITEMS];
  gint64 newest = 0;

  *oldest = G_MAXINT64;
  for (guint i = 0; i < items->len; i++)
    {
      const RelmMirrorItem *item = g_ptr_array_index (items, i);

      newest = MAX (newest, item->updated);
      *oldest = MIN (*oldest, item->updated);
    }
  return newest;
}

static void
notice_keys (Walk *self,
             const RelmMirrorPage *page)
{
  const GPtrArray *rows = page->rows[self->run->list->kind];

  for (guint i = 0; self->run->seen != NULL && i < rows->len; i++)
    g_hash_table_add (self->run->seen, g_strdup (relm_mirror_row_get_key (g_ptr_array_index (rows, i))));
}

static RelmMirrorPage *
read_page (Walk *self,
           const RelmHttpAnswer *answer,
           GError **error)
{
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();

  if (relm_json_rows_map (self->run->address, answer->root, self->run->list->member, page, self->run->list->map))
    return g_steal_pointer (&page);
  g_set_error_literal (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NOT_AN_ANSWER,
                       _ ("The server's answer is not whole, or not what it says it is. Try again later."));
  return NULL;
}

/* Where to go on, and what is known of the pages before. */
static gboolean
mark_place (Walk *self,
            const char *url,
            GError **error)
{
  return set_state (self->run, "place", url, error) && set_state (self->run, "place-of", url != NULL ? self->marked : NULL, error) &&
         set_number (self->run, "place-begun", self->begun, error) && set_number (self->run, "place-newest", self->newest, error);
}

static gboolean
store_and_commit (Walk *self,
                  const RelmMirrorPage *page,
                  const char *url,
                  GError **error)
{
  RelmTrackerListRun *run = self->run;
  const gboolean resumes = (run->list->flags & RELM_TRACKER_LIST_ASCENDING) != 0 && run->seen == NULL && self->newest > self->known;

  if (relm_mirror_tracker_begin (run->mirror, error) && relm_mirror_tracker_put (run->mirror, page, error) &&
      (!resumes || set_number (run, "newest", self->newest, error)) &&
      (self->marked == NULL || mark_place (self, url, error)) && relm_mirror_tracker_commit (run->mirror, error))
    return TRUE;
  relm_mirror_tracker_roll_back (run->mirror);
  return FALSE;
}

static void
clear_pending (Walk *self)
{
  g_clear_pointer (&self->pending, relm_mirror_page_free);
  g_clear_pointer (&self->pending_url, g_free);
}

/* The pages that came and the place where to go on, or neither; then they are still pending. */
static gboolean
store_pending (Walk *self,
               GError **error)
{
  if (self->pending != NULL && !store_and_commit (self, self->pending, self->pending_url, error))
    return FALSE;
  clear_pending (self);
  self->stored = g_get_monotonic_time ();
  return TRUE;
}

static gboolean
keep_page (Walk *self,
           const char *url,
           RelmMirrorPage *page, /* (transfer full) */
           GError **error)
{
  if (self->pending == NULL)
    self->pending = page;
  else
    relm_mirror_page_take (self->pending, page);
  g_set_str (&self->pending_url, url);
  return (relm_mirror_page_count (self->pending) < ROWS_AT_ONCE && g_get_monotonic_time () - self->stored < STORE_AFTER_US) ||
         store_pending (self, error);
}

static char *
dup_next (Walk *self,
          const RelmHttpAnswer *answer,
          const RelmMirrorPage *page,
          gint64 oldest,
          gint64 newest)
{
  const RelmTrackerList *list = self->run->list;
  g_autofree char *next = NULL;

  if ((list->flags & RELM_TRACKER_LIST_DESCENDING) && self->run->seen == NULL && oldest < self->known - OVERLAP_S)
    return NULL;
  next = list->dup_next != NULL ? list->dup_next (&self->request, answer, page) : relm_http_answer_dup_next_link (answer);
  if (next == NULL || !(list->flags & RELM_TRACKER_LIST_BY_TIME) || newest <= self->request.since)
    return g_steal_pointer (&next);
  self->request.since = newest;
  return relm_tracker_list_dup_first (list, &self->request);
}

static RelmHttpAnswer *
ask_first (Walk *self,
           const char *url,
           GError **error)
{
  g_autofree char *etag_url = dup_state (self->run, "etag-url");
  g_autofree char *etag = g_strcmp0 (etag_url, url) == 0 && self->run->seen == NULL ? dup_state (self->run, "etag") : NULL;

  return relm_http_client_get (self->run->client, url, etag, self->run->cancellable, error);
}

static gboolean
read_pages (Walk *self,
            const char *first,
            RelmHttpAnswer *answer, /* (transfer full) */
            GError **error)
{
  g_autofree char *last_url = g_strdup (first);

  for (self->n_pages = 1; self->n_pages < PAGES_MAX; self->n_pages++)
    {
      g_autoptr (RelmHttpAnswer) owned = answer;
      g_autoptr (RelmMirrorPage) page = read_page (self, owned, error);
      g_autofree char *next = NULL;
      gint64 oldest, newest;

      if (page == NULL)
        return FALSE;
      newest = newest_of (page, &oldest);
      self->newest = MAX (self->newest, MIN (newest, self->begun));
      notice_keys (self, page);
      self->run->page (relm_mirror_page_count (page), self->run->data);
      next = dup_next (self, owned, page, oldest, newest);
      if (!keep_page (self, last_url, g_steal_pointer (&page), error))
        return FALSE;
      if (next == NULL || g_strcmp0 (next, last_url) == 0)
        return TRUE;
      answer = relm_http_client_get (self->run->client, next, NULL, self->run->cancellable, error);
      if (answer == NULL)
        return FALSE;
      g_set_str (&last_url, next);
    }
  return TRUE;
}

/* What came before something went wrong is stored all the same, unless storing went wrong. */
static gboolean
walk_pages (Walk *self,
            const char *first,
            RelmHttpAnswer *answer, /* (transfer full) */
            GError **error)
{
  g_autoptr (GError) fault = NULL;
  const gboolean done = read_pages (self, first, answer, &fault) && store_pending (self, &fault);

  if (!done && fault->domain != RELM_MIRROR_ERROR)
    store_pending (self, NULL);
  clear_pending (self);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&fault));
  return done;
}

static gboolean
keep_end (Walk *self,
          const char *first,
          const char *etag,
          GError **error)
{
  return set_number (self->run, "newest", MAX (self->newest, self->known), error) &&
         set_number (self->run, "complete", 1, error) && (self->marked == NULL || mark_place (self, NULL, error)) && set_state (self->run, "etag", etag, error) &&
         set_state (self->run, "etag-url", etag != NULL ? first : NULL, error);
}

/* What is from after that moment does not count as known: it may come from a clock that was wrong, and hide what is new; and in
 * a list without an order others may have changed behind its back. */
static gint64
begun_at (const RelmHttpAnswer *answer)
{
  const gint64 theirs = relm_http_answer_get_time (answer);

  return theirs > 0 ? theirs : g_get_real_time () / G_USEC_PER_SEC;
}

/* The last page that was kept is asked for again: what was removed meanwhile moves rows from the next page to it. Returns NULL
 * without an error when there is no such place, or not any more. */
static RelmHttpAnswer *
ask_place (Walk *self,
           const char *url,
           GError **error)
{
  g_autoptr (GError) fault = NULL;
  RelmHttpAnswer *answer = relm_http_client_get (self->run->client, url, NULL, self->run->cancellable, &fault);

  if (answer == NULL && !g_error_matches (fault, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_REFUSED) &&
      !g_error_matches (fault, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NOT_FOUND) &&
      !g_error_matches (fault, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_GONE))
    g_propagate_error (error, g_steal_pointer (&fault));
  return answer;
}

/* Goes on with a first walk that was interrupted in a list that cannot be asked by time; what changed meanwhile is for the
 * next walk. Returns FALSE with an error; *done says whether there was such a walk, and it is at its end now. */
static gboolean
walk_on (Walk *self,
         gboolean *done,
         GError **error)
{
  g_autofree char *url = dup_state (self->run, "place");
  g_autofree char *first = dup_state (self->run, "place-of");
  RelmHttpAnswer *answer;
  GError *fault = NULL;

  *done = FALSE;
  if (url == NULL || g_strcmp0 (first, self->marked) != 0)
    return TRUE;
  answer = ask_place (self, url, &fault);
  if (answer == NULL && fault != NULL)
    {
      g_propagate_error (error, fault);
      return FALSE;
    }
  if (answer == NULL)
    return TRUE;
  self->run->answered = TRUE;
  self->begun = get_number (self->run, "place-begun");
  self->newest = get_number (self->run, "place-newest");
  *done = walk_pages (self, url, answer, error) && keep_end (self, NULL, NULL, error);
  return *done;
}

static gboolean
walk (Walk *self,
      GError **error)
{
  const RelmTrackerListFlags tells_since = RELM_TRACKER_LIST_ASCENDING | RELM_TRACKER_LIST_UNORDERED;
  g_autofree char *first = NULL;
  g_autofree char *etag = NULL;
  RelmHttpAnswer *answer;

  self->request = (RelmTrackerRequest) { .address = self->run->address };
  if (self->run->seen == NULL && (self->run->list->flags & tells_since) != 0 && self->known > OVERLAP_S)
    self->request.since = self->known - OVERLAP_S;
  first = relm_tracker_list_dup_first (self->run->list, &self->request);
  answer = ask_first (self, first, error);
  self->run->answered = answer != NULL;
  if (answer == NULL)
    return FALSE;
  if (answer->status == SOUP_STATUS_NOT_MODIFIED)
    {
      relm_http_answer_free (answer);
      return TRUE;
    }
  etag = g_strdup (relm_http_answer_get_header (answer, "ETag"));
  self->begun = begun_at (answer);
  if (!walk_pages (self, first, answer, error))
    return FALSE;
  /* That the first page is the same says of the others only that nothing is newer. */
  if (self->n_pages > 1 && !(self->run->list->flags & RELM_TRACKER_LIST_DESCENDING))
    g_clear_pointer (&etag, g_free);
  return keep_end (self, first, etag, error);
}

/* Whether a walk over the whole list could be interrupted, and nothing but the place in it would say where. */
static gboolean
marks_places (RelmTrackerListRun *self)
{
  const RelmTrackerListFlags by_place = RELM_TRACKER_LIST_UNORDERED | RELM_TRACKER_LIST_DESCENDING;

  return self->seen == NULL && (self->list->flags & by_place) != 0 && get_number (self, "complete") == 0;
}

static char *
dup_first_of_all (RelmTrackerListRun *self)
{
  const RelmTrackerRequest all = { .address = self->address };

  return relm_tracker_list_dup_first (self->list, &all);
}

/* From where the last time ended, or from the beginning. */
static gboolean
read_list (Walk *self,
           GError **error)
{
  RelmTrackerListRun *run = self->run;
  g_autofree char *first = NULL;
  gboolean done = FALSE;

  if (marks_places (run))
    {
      first = dup_first_of_all (run);
      self->marked = first;
      if (!walk_on (self, &done, error))
        return FALSE;
    }
  if (done)
    *self = (Walk) { .run = run };
  /* Of a list with the newest first, what is known counts only when all that is older is known, too. */
  if (run->list->flags & RELM_TRACKER_LIST_ASCENDING || get_number (run, "complete") != 0)
    self->known = self->newest = get_number (run, "newest");
  return walk (self, error);
}

/**
 * relm_tracker_list_run_read:
 *
 * Reads what changed since the last time; or all, when it does not tell, or when all keys are wanted.
 *
 * Returns: whether all of it is in the mirror; else a RELM_TRACKER_ERROR, a RELM_MIRROR_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
relm_tracker_list_run_read (RelmTrackerListRun *self,
                            GError **error)
{
  Walk walk_it = { .run = self };
  gboolean done;

  self->walk = &walk_it;
  done = read_list (&walk_it, error);
  self->walk = NULL;
  return done;
}

/**
 * relm_tracker_list_run_store:
 *
 * While it reads, in its thread, when nothing will come for a while: stores what came so far, for whoever looks meanwhile. What
 * cannot be stored now is tried again with the next page.
 */
void
relm_tracker_list_run_store (RelmTrackerListRun *self)
{
  if (self->walk != NULL)
    store_pending (self->walk, NULL);
}

static gboolean
ask_whether_gone (RelmTrackerListRun *self,
                  const char *key,
                  gboolean *gone,
                  GError **error)
{
  g_autofree char *url = self->list->dup_one (self->address, key);
  g_autoptr (GError) fault = NULL;
  g_autoptr (RelmHttpAnswer) answer = relm_http_client_get (self->client, url, NULL, self->cancellable, &fault);

  *gone = g_error_matches (fault, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NOT_FOUND) ||
          g_error_matches (fault, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_GONE);
  if (answer == NULL && !*gone)
    g_propagate_error (error, g_steal_pointer (&fault));
  return answer != NULL || *gone;
}

/**
 * relm_tracker_list_run_remove_gone:
 * @self: with a list that can ask for one row, and the keys of all rows of its kind that any list holds
 * @there: the keys of that kind that the mirror had before
 *
 * Asks for each row that is in no list whether it is gone, and only then removes it.
 *
 * Returns: whether all were asked for; else a RELM_TRACKER_ERROR, a RELM_MIRROR_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
relm_tracker_list_run_remove_gone (RelmTrackerListRun *self,
                                   GHashTable *there,
                                   GError **error)
{
  GHashTableIter iter;
  const char *key;

  g_hash_table_iter_init (&iter, there);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, NULL))
    {
      gboolean gone;

      if (g_hash_table_contains (self->seen, key))
        continue;
      if (!ask_whether_gone (self, key, &gone, error))
        return FALSE;
      if (gone && !relm_mirror_tracker_remove (self->mirror, self->list->kind, key, error))
        return FALSE;
    }
  return TRUE;
}
