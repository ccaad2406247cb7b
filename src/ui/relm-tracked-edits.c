/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-tracked-edits.h"
#include "relm-tracker-error.h"
#include "relm-work-item.h"

typedef gboolean (*StepFunc) (RelmDocument *document,
                              RelmTrackedDifference *difference,
                              GError **error);

/* What the plan remembers of the tracker, for the field that was decided on. */
static gboolean
remember_field (RelmDocument *document,
                RelmTrackedDifference *difference,
                GError **error)
{
  RelmRecord *record = difference->record;
  const RelmTrackedItem *item = difference->item;

  switch (difference->field)
    {
    case RELM_WORK_ITEM_TITLE:
      return relm_document_set_string (document, record, RELM_WORK_ITEM_ITEM_TITLE, item->title, error);
    case RELM_WORK_ITEM_STATE:
      return relm_document_set_string (document, record, RELM_WORK_ITEM_ITEM_STATE, item->state, error) &&
             relm_document_set_date (document, record, RELM_WORK_ITEM_ITEM_CLOSED, item->closed, error);
    case RELM_WORK_ITEM_ASSIGNEE:
      return relm_document_set_string (document, record, RELM_WORK_ITEM_ITEM_ASSIGNEE, item->login, error);
    case RELM_WORK_ITEM_RELEASE:
      return relm_document_set_string (document, record, RELM_WORK_ITEM_ITEM_MILESTONE, item->milestone, error);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
take (RelmDocument *document,
      RelmTrackedDifference *difference,
      GError **error)
{
  RelmRecord *record = difference->record;
  const gboolean is_done = difference->field == RELM_WORK_ITEM_STATE && g_strcmp0 (difference->value, "done") == 0;

  return relm_document_set_string (document, record, difference->field, difference->value, error) &&
         (!is_done || relm_record_get_date (record, RELM_WORK_ITEM_ACTUAL_FINISH) != RELM_DATE_NONE ||
          relm_document_set_date (document, record, RELM_WORK_ITEM_ACTUAL_FINISH, difference->item->closed, error)) &&
         remember_field (document, difference, error);
}

static gboolean
run_step (RelmDocument *document,
          const char *label,
          StepFunc step,
          RelmTrackedDifference **differences,
          guint n_differences,
          GError **error)
{
  relm_document_edit_begin (document, label);
  for (guint i = 0; i < n_differences; i++)
    if (!step (document, differences[i], error))
      {
        relm_document_edit_cancel (document);
        return FALSE;
      }
  relm_document_edit_end (document);
  return TRUE;
}

/**
 * relm_tracked_edits_take:
 * @differences: (array length=n_differences): where the plan is to say what the tracker says
 * @n_differences: how many
 *
 * Returns: whether the document took all of them; else none
 */
gboolean
relm_tracked_edits_take (RelmDocument *document,
                         RelmTrackedDifference **differences,
                         guint n_differences,
                         GError **error)
{
  /* Translators: a step that can be undone */
  return run_step (document, _ ("Take Over from the Tracker"), take, differences, n_differences, error);
}

/**
 * relm_tracked_edits_keep:
 * @differences: (array length=n_differences): where the plan stays as it is, until the tracker changes again
 * @n_differences: how many
 *
 * Returns: whether the document took all of them; else none
 */
gboolean
relm_tracked_edits_keep (RelmDocument *document,
                         RelmTrackedDifference **differences,
                         guint n_differences,
                         GError **error)
{
  /* Translators: a step that can be undone */
  return run_step (document, _ ("Keep What the Plan Says"), remember_field, differences, n_differences, error);
}

/* Which item it is, and all that the tracker says of it. */
static gboolean
remember_all (RelmDocument *document,
              RelmRecord *record,
              RelmRecord *source,
              const char *key,
              const RelmTrackedItem *item,
              GError **error)
{
  return relm_document_set_string (document, record, RELM_WORK_ITEM_SOURCE, relm_record_get_id (source), error) &&
         relm_document_set_string (document, record, RELM_WORK_ITEM_ITEM, key, error) &&
         relm_document_set_string (document, record, RELM_WORK_ITEM_ITEM_TITLE, item->title, error) &&
         relm_document_set_string (document, record, RELM_WORK_ITEM_ITEM_STATE, item->state, error) &&
         relm_document_set_string (document, record, RELM_WORK_ITEM_ITEM_ASSIGNEE, item->login, error) &&
         relm_document_set_string (document, record, RELM_WORK_ITEM_ITEM_MILESTONE, item->milestone, error) &&
         relm_document_set_date (document, record, RELM_WORK_ITEM_ITEM_CLOSED, item->closed, error) &&
         relm_document_set_string (document, record, RELM_WORK_ITEM_URL, item->url, error);
}

static gboolean
add_one (RelmDocument *document,
         RelmRecord *source,
         const char *key,
         const RelmTrackedItem *item,
         GError **error)
{
  RelmRecord *record = relm_document_add (document, RELM_TYPE_WORK_ITEM, G_MAXUINT);
  const gboolean is_done = g_str_equal (item->state, "done");

  return relm_document_set_string (document, record, RELM_WORK_ITEM_TITLE, item->title, error) &&
         relm_document_set_string (document, record, RELM_WORK_ITEM_KIND, item->kind, error) &&
         relm_document_set_string (document, record, RELM_WORK_ITEM_STATE, item->state, error) &&
         relm_document_set_string (document, record, RELM_WORK_ITEM_RELEASE, item->release, error) &&
         relm_document_set_string (document, record, RELM_WORK_ITEM_ASSIGNEE, item->assignee, error) &&
         relm_document_set_date (document, record, RELM_WORK_ITEM_ADDED, item->created, error) &&
         (!is_done || relm_document_set_date (document, record, RELM_WORK_ITEM_ACTUAL_FINISH, item->closed, error)) &&
         remember_all (document, record, source, key, item, error);
}

static RelmTrackedItem *
find_item (GHashTable *said,
           RelmTrackedNames *names,
           const char *key,
           GError **error)
{
  const RelmMirrorItem *row = g_hash_table_lookup (said, key);

  if (row != NULL)
    return relm_tracked_item_new (names, row);
  g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NOT_FOUND,
               _ ("The tracker said nothing of %s. Bring it up to date and try again."), key);
  return NULL;
}

static GHashTable *
read_items (RelmMirrorTracker *mirror,
            const char *const *keys)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    g_ptr_array_add (array, (gpointer) keys[i]);
  return relm_tracked_items_read (mirror, array, NULL);
}

/**
 * relm_tracked_edits_add:
 * @source: the tracker
 * @mirror: what it said
 * @keys: (array zero-terminated=1): items of it that become work items
 *
 * Returns: whether the document took all of them; else none
 */
gboolean
relm_tracked_edits_add (RelmDocument *document,
                        RelmRecord *source,
                        RelmMirrorTracker *mirror,
                        const char *const *keys,
                        GError **error)
{
  const guint n_keys = g_strv_length ((char **) keys);
  g_autoptr (RelmTrackedNames) names = relm_tracked_names_new (relm_document_get_project (document));
  g_autoptr (GHashTable) said = read_items (mirror, keys);
  g_autofree char *label = NULL;

  if (n_keys == 1)
    /* Translators: a step that can be undone; the placeholder is like “#12” */
    label = g_strdup_printf (_ ("Add %s from the Tracker"), keys[0]);
  else
    /* Translators: a step that can be undone */
    label = g_strdup_printf (ngettext ("Add %u Item from the Tracker", "Add %u Items from the Tracker", n_keys), n_keys);
  relm_document_edit_begin (document, label);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (RelmTrackedItem) item = find_item (said, names, keys[i], error);

      if (item == NULL || !add_one (document, source, keys[i], item, error))
        {
          relm_document_edit_cancel (document);
          return FALSE;
        }
    }
  relm_document_edit_end (document);
  return TRUE;
}

/**
 * relm_tracked_edits_link:
 * @record: a work item that is there already
 * @source: the tracker
 * @mirror: what it said
 * @key: the item of it that @record mirrors from now on
 *
 * The record stays as it is; where the tracker says something else will be a difference once the tracker changes.
 *
 * Returns: whether the document took it
 */
gboolean
relm_tracked_edits_link (RelmDocument *document,
                         RelmRecord *record,
                         RelmRecord *source,
                         RelmMirrorTracker *mirror,
                         const char *key,
                         GError **error)
{
  const char *const keys[] = { key, NULL };
  g_autoptr (RelmTrackedNames) names = relm_tracked_names_new (relm_document_get_project (document));
  g_autoptr (GHashTable) said = read_items (mirror, keys);
  g_autoptr (RelmTrackedItem) item = find_item (said, names, key, error);
  /* Translators: a step that can be undone; the placeholder is like “#12” */
  g_autofree char *label = g_strdup_printf (_ ("Link to %s"), key);

  if (item == NULL)
    return FALSE;
  relm_document_edit_begin (document, label);
  if (remember_all (document, record, source, key, item, error))
    {
      relm_document_edit_end (document);
      return TRUE;
    }
  relm_document_edit_cancel (document);
  return FALSE;
}

/**
 * relm_tracked_edits_unlink:
 * @record: a work item that mirrors nothing from now on
 *
 * Returns: whether the document took it
 */
gboolean
relm_tracked_edits_unlink (RelmDocument *document,
                           RelmRecord *record,
                           GError **error)
{
  static const guint fields[] = {
    RELM_WORK_ITEM_SOURCE,        RELM_WORK_ITEM_ITEM,           RELM_WORK_ITEM_ITEM_TITLE, RELM_WORK_ITEM_ITEM_STATE,
    RELM_WORK_ITEM_ITEM_ASSIGNEE, RELM_WORK_ITEM_ITEM_MILESTONE,
  };

  /* Translators: a step that can be undone */
  relm_document_edit_begin (document, _ ("Unlink from the Tracker"));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!relm_document_set_string (document, record, fields[i], NULL, error))
      {
        relm_document_edit_cancel (document);
        return FALSE;
      }
  relm_document_set_date (document, record, RELM_WORK_ITEM_ITEM_CLOSED, RELM_DATE_NONE, NULL);
  relm_document_edit_end (document);
  return TRUE;
}
