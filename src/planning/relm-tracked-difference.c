/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-tracked-difference.h"
#include "relm-work-item.h"

static void
clear_difference (RelmTrackedDifference *self)
{
  g_object_unref (self->record);
  g_free (self->mine);
  g_free (self->theirs);
  g_free (self->value);
  relm_tracked_item_unref (self->item);
}

/**
 * relm_tracked_difference_ref:
 * @self: a difference
 *
 * Returns: (transfer full): the same
 */
RelmTrackedDifference *
relm_tracked_difference_ref (RelmTrackedDifference *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * relm_tracked_difference_unref:
 * @self: (transfer full): a difference
 */
void
relm_tracked_difference_unref (RelmTrackedDifference *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_difference);
}

/**
 * relm_tracked_difference_equal:
 *
 * Returns: whether both are of one field of one work item, and say the same
 */
gboolean
relm_tracked_difference_equal (const RelmTrackedDifference *a,
                               const RelmTrackedDifference *b)
{
  return a->record == b->record && a->field == b->field && a->edited == b->edited && g_str_equal (a->mine, b->mine) &&
         g_str_equal (a->theirs, b->theirs) && g_strcmp0 (a->value, b->value) == 0;
}

static RelmTrackedDifference *
add (GPtrArray *differences,
     RelmRecord *record,
     RelmTrackedItem *item,
     guint field,
     const char *value)
{
  RelmTrackedDifference *difference = g_atomic_rc_box_new0 (RelmTrackedDifference);

  difference->record = g_object_ref (record);
  difference->item = relm_tracked_item_ref (item);
  difference->field = field;
  difference->value = g_strdup (value);
  g_ptr_array_add (differences, difference);
  return difference;
}

static const char *
text_or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

static void
compare_title (GPtrArray *differences,
               RelmRecord *record,
               RelmTrackedItem *item)
{
  const char *mine = relm_record_get_string (record, RELM_WORK_ITEM_TITLE);
  const char *last = relm_record_get_string (record, RELM_WORK_ITEM_ITEM_TITLE);
  RelmTrackedDifference *difference;

  if (g_strcmp0 (mine, item->title) == 0 || g_strcmp0 (last, item->title) == 0)
    return;
  difference = add (differences, record, item, RELM_WORK_ITEM_TITLE, item->title);
  difference->mine = g_strdup (text_or_nothing (mine));
  difference->theirs = g_strdup (item->title);
  difference->edited = g_strcmp0 (mine, last) != 0;
}

/* A tracker knows fewer states than the plan: what is open there may be blocked here. */
static gboolean
states_agree (const char *mine,
              const char *theirs)
{
  const gboolean mine_ended = g_str_equal (mine, "done") || g_str_equal (mine, "cancelled");
  const gboolean theirs_ended = g_str_equal (theirs, "done") || g_str_equal (theirs, "cancelled");

  return g_str_equal (mine, theirs) || (!mine_ended && !theirs_ended && g_str_equal (theirs, "open")) ||
         (!mine_ended && !theirs_ended && g_str_equal (mine, "blocked"));
}

static void
compare_state (GPtrArray *differences,
               RelmRecord *record,
               RelmTrackedItem *item)
{
  const RelmField *field = &relm_record_get_kind (record)->fields[RELM_WORK_ITEM_STATE];
  const char *mine = relm_record_get_string (record, RELM_WORK_ITEM_STATE);
  const char *last = relm_record_get_string (record, RELM_WORK_ITEM_ITEM_STATE);
  RelmTrackedDifference *difference;

  if (states_agree (mine, item->state) || g_strcmp0 (last, item->state) == 0)
    return;
  difference = add (differences, record, item, RELM_WORK_ITEM_STATE, item->state);
  difference->mine = g_strdup (text_or_nothing (relm_field_get_choice_label (field, mine)));
  difference->theirs = g_strdup (text_or_nothing (relm_field_get_choice_label (field, item->state)));
  difference->edited = last == NULL || !states_agree (mine, last);
}

static char *
dup_title_of (RelmProject *project,
              const char *id)
{
  RelmRecord *record = id != NULL ? relm_project_lookup (project, id) : NULL;

  return record != NULL ? relm_record_dup_display_title (record) : g_strdup ("");
}

/* Somebody without an account here, or a milestone that is no release, cannot be taken over, and is none. */
static void
compare_reference (GPtrArray *differences,
                   RelmTrackedNames *names,
                   RelmRecord *record,
                   RelmTrackedItem *item,
                   guint field,
                   guint last_field)
{
  const gboolean is_person = field == RELM_WORK_ITEM_ASSIGNEE;
  const char *mine = relm_record_get_string (record, field);
  const char *last = relm_record_get_string (record, last_field);
  const char *theirs = is_person ? item->assignee : item->release;
  const char *said = is_person ? item->login : item->milestone;
  RelmTrackedDifference *difference;

  if (g_strcmp0 (mine, theirs) == 0 || g_strcmp0 (last, said) == 0 || (said != NULL && theirs == NULL))
    return;
  difference = add (differences, record, item, field, theirs);
  difference->mine = dup_title_of (relm_tracked_names_get_project (names), mine);
  difference->theirs = dup_title_of (relm_tracked_names_get_project (names), theirs);
  difference->edited = g_strcmp0 (mine, is_person ? relm_tracked_names_find_person (names, last)
                                                           : relm_tracked_names_find_release (names, last)) != 0;
}

/**
 * relm_tracked_differences_add:
 * @differences: (element-type RelmTrackedDifference): where they are added
 * @names: of the project
 * @record: a work item that mirrors an item of a tracker
 * @said: (nullable): what the tracker says of it, as relm_tracked_items_read() reads it; nothing differs from %NULL
 *
 * Adds where the two differ.
 */
void
relm_tracked_differences_add (GPtrArray *differences,
                              RelmTrackedNames *names,
                              RelmRecord *record,
                              const RelmMirrorItem *said)
{
  g_autoptr (RelmTrackedItem) item = said != NULL ? relm_tracked_item_new (names, said) : NULL;

  if (item == NULL)
    return;
  compare_title (differences, record, item);
  compare_state (differences, record, item);
  compare_reference (differences, names, record, item, RELM_WORK_ITEM_ASSIGNEE, RELM_WORK_ITEM_ITEM_ASSIGNEE);
  compare_reference (differences, names, record, item, RELM_WORK_ITEM_RELEASE, RELM_WORK_ITEM_ITEM_MILESTONE);
}

/**
 * relm_tracked_differences_list:
 * @project: a project
 * @source: a tracker of it
 * @mirror: what that tracker said
 *
 * Finds them from scratch, while the caller waits; RelmTrackedFinder keeps them without.
 *
 * Returns: (transfer full) (element-type RelmTrackedDifference): where plan and tracker differ, in the order of the plan
 */
GPtrArray *
relm_tracked_differences_list (RelmProject *project,
                               RelmRecord *source,
                               RelmMirrorTracker *mirror)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_tracked_difference_unref);
  RelmRecordList *items = relm_project_get_list (project, RELM_TYPE_WORK_ITEM);
  g_autoptr (RelmTrackedNames) names = relm_tracked_names_new (project);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GHashTable) said = NULL;

  for (guint i = 0; i < relm_record_list_get_size (items); i++)
    if (relm_tracked_item_get_key (relm_record_list_get (items, i), source) != NULL)
      g_ptr_array_add (keys, (gpointer) relm_tracked_item_get_key (relm_record_list_get (items, i), source));
  said = relm_tracked_items_read (mirror, keys, NULL);
  for (guint i = 0; i < relm_record_list_get_size (items); i++)
    {
      RelmRecord *record = relm_record_list_get (items, i);
      const char *key = relm_tracked_item_get_key (record, source);

      if (key != NULL)
        relm_tracked_differences_add (differences, names, record, g_hash_table_lookup (said, key));
    }
  return differences;
}
