/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-plan.h"
#include "relm-release.h"
#include "relm-work-history.h"
#include "relm-work-item.h"
#include "relm-work-lives-private.h"

static void
clear_scope (gpointer data)
{
  g_free (((RelmWorkScope *) data)->release);
}

static void
clear_names (gpointer data)
{
  RelmWorkNames *names = data;

  g_free (names->version);
  g_free (names->name);
}

static void
free_tracker (gpointer data)
{
  RelmWorkTracker *tracker = data;

  g_free (tracker->source);
  g_free (tracker->path);
  g_free (tracker);
}

/**
 * relm_work_tracker_array_new:
 *
 * Returns: (transfer full) (element-type RelmWorkTracker): no trackers yet
 */
GPtrArray *
relm_work_tracker_array_new (void)
{
  return g_ptr_array_new_with_free_func (free_tracker);
}

/**
 * relm_work_tracker_array_add:
 * @source: the id of its record
 * @path: (nullable): where its mirror would be; %NULL when nobody knows
 */
void
relm_work_tracker_array_add (GPtrArray *trackers,
                             const char *source,
                             const char *path)
{
  RelmWorkTracker *tracker = g_new (RelmWorkTracker, 1);

  tracker->source = g_strdup (source);
  tracker->path = g_strdup (path);
  g_ptr_array_add (trackers, tracker);
}

static void
add_releases (RelmWorkLives *self,
              RelmRecordList *list)
{
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *release = relm_record_list_get (list, i);
      const RelmWorkScope scope = { g_strdup (relm_record_get_id (release)), relm_record_get_date (release, RELM_RELEASE_PLANNED_START),
                                    FALSE };
      const RelmWorkNames names = { g_strdup (relm_record_get_string (release, RELM_RELEASE_VERSION)),
                                    g_strdup (relm_record_get_string (release, RELM_RELEASE_NAME)) };

      g_array_append_val (self->scopes, scope);
      g_array_append_val (self->names, names);
      g_hash_table_insert (self->numbers, scope.release, GUINT_TO_POINTER (i + 1));
    }
}

/* When work on each release began, or was to begin, where it does not say so itself: with the first of its work items. */
static void
find_begins (RelmWorkLives *self,
             RelmProject *project,
             RelmRecordList *items)
{
  for (guint i = 0; i < relm_record_list_get_size (items); i++)
    {
      RelmRecord *item = relm_record_list_get (items, i);
      RelmRecord *release = relm_plan_get_release (project, item);
      const RelmDate start = relm_plan_get_own_span (item).start;
      RelmWorkScope *scope;

      if (release == NULL || start == RELM_DATE_NONE || relm_record_get_date (release, RELM_RELEASE_PLANNED_START) != RELM_DATE_NONE)
        continue;
      scope = &g_array_index (self->scopes, RelmWorkScope, relm_work_lives_find_scope (self, relm_record_get_id (release)));
      if (scope->begin == RELM_DATE_NONE || start < scope->begin)
        scope->begin = start;
    }
}

/**
 * relm_work_lives_dup_link:
 *
 * Returns: (transfer full): the name of an item among those of all trackers
 */
char *
relm_work_lives_dup_link (const char *source,
                          const char *key)
{
  return g_strconcat (source, "\n", key, NULL);
}

static void
add_link (RelmWorkLives *self,
          RelmRecord *item)
{
  const char *source = relm_record_get_string (item, RELM_WORK_ITEM_SOURCE);
  const char *key = relm_record_get_string (item, RELM_WORK_ITEM_ITEM);
  const char *state = relm_record_get_string (item, RELM_WORK_ITEM_ITEM_STATE);
  RelmWorkLink *link;

  if (source == NULL || key == NULL)
    return;
  link = g_new (RelmWorkLink, 1);
  link->life = self->lives->len - 1;
  link->known = g_strcmp0 (state, "done") == 0        ? RELM_MIRROR_ITEM_DONE
                : g_strcmp0 (state, "cancelled") == 0 ? RELM_MIRROR_ITEM_DROPPED
                                                      : RELM_MIRROR_ITEM_OPEN;
  g_hash_table_insert (self->links, relm_work_lives_dup_link (source, key), link);
}

/* By its own date, or by that of what it is in a tracker. */
static RelmDate
get_finish (RelmRecord *item)
{
  const RelmDate finish = relm_record_get_date (item, RELM_WORK_ITEM_ACTUAL_FINISH);

  if (finish != RELM_DATE_NONE || !relm_plan_is_done (item))
    return finish;
  return relm_record_get_date (item, RELM_WORK_ITEM_ITEM_CLOSED);
}

static void
add_item (RelmWorkLives *self,
          RelmProject *project,
          RelmRecord *item,
          gboolean has_parts)
{
  RelmRecord *release = relm_plan_get_release (project, item);
  const RelmWorkLife life = {
    .scope = release != NULL ? relm_work_lives_find_scope (self, relm_record_get_id (release)) : -1,
    .added = relm_record_get_date (item, RELM_WORK_ITEM_ADDED),
    .done_on = get_finish (item),
    .counts = !has_parts && !relm_plan_is_cancelled (item),
    .done = relm_plan_is_done (item),
    .estimated = relm_work_history_is_estimated (item),
    .planned = TRUE,
  };

  g_array_append_val (self->lives, life);
  add_link (self, item);
}

/**
 * relm_work_lives_new:
 * @today: the day that is not over yet
 *
 * Returns: (transfer full): the work items of @project
 */
RelmWorkLives *
relm_work_lives_new (RelmProject *project,
                     RelmDate today)
{
  g_autoptr (GHashTable) parents = relm_work_history_find_parents (project);
  RelmRecordList *items = relm_project_get_list (project, RELM_TYPE_WORK_ITEM);
  RelmWorkLives *self = g_new0 (RelmWorkLives, 1);

  self->lives = g_array_new (FALSE, FALSE, sizeof (RelmWorkLife));
  self->scopes = g_array_new (FALSE, FALSE, sizeof (RelmWorkScope));
  self->names = g_array_new (FALSE, FALSE, sizeof (RelmWorkNames));
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->today = self->known = today;
  g_array_set_clear_func (self->scopes, clear_scope);
  g_array_set_clear_func (self->names, clear_names);
  add_releases (self, relm_project_get_list (project, RELM_TYPE_RELEASE));
  find_begins (self, project, items);
  for (guint i = 0; i < relm_record_list_get_size (items); i++)
    {
      RelmRecord *item = relm_record_list_get (items, i);

      add_item (self, project, item, g_hash_table_contains (parents, relm_record_get_id (item)));
    }
  return self;
}

/**
 * relm_work_lives_free:
 * @self: (nullable) (transfer full): what is known
 */
void
relm_work_lives_free (RelmWorkLives *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->links);
  g_array_unref (self->names);
  g_array_unref (self->scopes);
  g_array_unref (self->lives);
  g_free (self);
}

/**
 * relm_work_lives_list:
 *
 * Returns: (transfer none) (element-type RelmWorkLife): all of them, also what does not count
 */
const GArray *
relm_work_lives_list (RelmWorkLives *self)
{
  return self->lives;
}

/**
 * relm_work_lives_list_scopes:
 *
 * Returns: (transfer none) (element-type RelmWorkScope): what they belong to
 */
const GArray *
relm_work_lives_list_scopes (RelmWorkLives *self)
{
  return self->scopes;
}

/**
 * relm_work_lives_find_scope:
 * @release: an id
 *
 * Returns: the number of its scope; -1 when there is no such release
 */
int
relm_work_lives_find_scope (RelmWorkLives *self,
                            const char *release)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->numbers, release)) - 1;
}

/**
 * relm_work_lives_get_today:
 *
 * Returns: the day that is not over yet
 */
RelmDate
relm_work_lives_get_today (RelmWorkLives *self)
{
  return self->today;
}

/**
 * relm_work_lives_get_known:
 *
 * Returns: the first day of which not all is known: that on which a tracker was read to the end the last time, the one that is
 *   longest ago; today when there is none
 */
RelmDate
relm_work_lives_get_known (RelmWorkLives *self)
{
  return self->known;
}

/**
 * relm_work_lives_get_n_read:
 *
 * Returns: how many trackers were read
 */
guint
relm_work_lives_get_n_read (RelmWorkLives *self)
{
  return self->n_read;
}

/**
 * relm_work_lives_get_n_missing:
 *
 * Returns: how many could not be, because nothing on this computer says yet all that they hold
 */
guint
relm_work_lives_get_n_missing (RelmWorkLives *self)
{
  return self->n_missing;
}
