/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-command.h"
#include "relm-json-text.h"
#include "relm-mirror-tracker.h"
#include "relm-source.h"
#include "relm-text.h"
#include "relm-tracker-address.h"

/* The words of the call. */
typedef struct
{
  gboolean open;
  char *milestone; /* or NULL: all */
  char *format;    /* or NULL: text */
} Options;

static const char *const states[] = { "open", "in_progress", "done", "dropped" };

static void
options_clear (Options *options)
{
  g_free (options->milestone);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static char *
parse (int argc,
       char **argv,
       Options *options)
{
  const GOptionEntry entries[] = {
    { "open", 'o', 0, G_OPTION_ARG_NONE, &options->open, N_ ("Only what is open"), NULL },
    { "milestone", 'm', 0, G_OPTION_ARG_STRING, &options->milestone, N_ ("Only what is for this milestone"), N_ ("TITLE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options->format, N_ ("text (the default) or json"), N_ ("FORMAT") },
    { NULL },
  };
  g_autofree char *path = relm_command_parse (&argc, &argv, entries, TRUE);

  if (path == NULL)
    return NULL;
  if (options->format == NULL || g_str_equal (options->format, "text") || g_str_equal (options->format, "json"))
    return g_steal_pointer (&path);
  relm_command_complain (_ ("There is no such format. Say “text” or “json”."));
  return NULL;
}

/* Titles by keys. */
static GHashTable *
read_milestones (RelmMirrorTracker *mirror,
                 GError **error)
{
  g_autoptr (GPtrArray) rows = relm_mirror_tracker_list (mirror, RELM_MIRROR_MILESTONES, error);
  GHashTable *titles;

  if (rows == NULL)
    return NULL;
  titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const RelmMirrorMilestone *milestone = rows->pdata[i];

      g_hash_table_replace (titles, g_strdup (milestone->key), g_strdup (milestone->title));
    }
  return titles;
}

static const char *
get_state (const RelmMirrorItem *item)
{
  return item->state >= 0 && item->state < (gint64) G_N_ELEMENTS (states) ? states[item->state] : states[0];
}

static void
add_name (GString *json,
          const char *name)
{
  g_string_append (json, g_str_has_suffix (json->str, "{") ? "\n    " : ",\n    ");
  relm_json_append_quoted (json, name);
  g_string_append (json, ": ");
}

static void
add_member (GString *json,
            const char *name,
            const char *value)
{
  if (value == NULL)
    return;
  add_name (json, name);
  relm_json_append_quoted (json, value);
}

static void
add_list (GString *json,
          const char *name,
          char **values)
{
  if (values == NULL || *values == NULL)
    return;
  add_name (json, name);
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_string_append (json, i == 0 ? "[" : ", ");
      relm_json_append_quoted (json, values[i]);
    }
  g_string_append (json, "]");
}

static void
add_item (GString *json,
          const char *source,
          const RelmMirrorItem *item,
          const char *milestone)
{
  g_string_append (json, json->len == 1 ? "\n  {" : ",\n  {");
  add_member (json, "source", source);
  add_member (json, "key", item->key);
  add_member (json, "kind", item->kind == RELM_MIRROR_ITEM_MERGE_REQUEST ? "merge_request" : "issue");
  add_member (json, "state", get_state (item));
  add_member (json, "raw_state", item->raw_state);
  add_member (json, "type", item->type);
  add_member (json, "title", item->title);
  add_member (json, "author", item->author);
  add_list (json, "assignees", item->assignees);
  add_list (json, "labels", item->labels);
  add_member (json, "milestone", milestone);
  add_member (json, "url", item->url);
  add_member (json, "merge_commit", item->merge_commit);
  add_list (json, "closes", item->closes);
  g_string_append (json, "\n  }");
}

static void
print_item (const RelmMirrorItem *item)
{
  g_autofree char *key = relm_text_display_title (item->key);
  g_autofree char *title = relm_text_display_title (item->title);

  g_print ("%-10s %-12s %s\n", key, get_state (item), title);
}

static gboolean
is_wanted (const Options *options,
           const RelmMirrorItem *item,
           const char *milestone)
{
  if (options->open && item->state != RELM_MIRROR_ITEM_OPEN && item->state != RELM_MIRROR_ITEM_IN_PROGRESS)
    return FALSE;
  return options->milestone == NULL || g_strcmp0 (options->milestone, milestone) == 0;
}

static gboolean
list_items (const Options *options,
            const char *source,
            RelmMirrorTracker *mirror,
            GString *json,
            GError **error)
{
  g_autoptr (GHashTable) milestones = read_milestones (mirror, error);
  g_autoptr (GPtrArray) items = milestones != NULL ? relm_mirror_tracker_list (mirror, RELM_MIRROR_ITEMS, error) : NULL;

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const RelmMirrorItem *item = items->pdata[i];
      const char *milestone = item->milestone != NULL ? g_hash_table_lookup (milestones, item->milestone) : NULL;

      if (!is_wanted (options, item, milestone))
        continue;
      if (json != NULL)
        add_item (json, source, item, milestone);
      else
        print_item (item);
    }
  return TRUE;
}

static RelmMirrorTracker *
open_mirror (RelmRecord *record,
             GError **error)
{
  g_autoptr (RelmTrackerAddress) address = relm_tracker_address_new (relm_record_get_string (record, RELM_SOURCE_LOCATION),
                                                                     relm_record_get_string (record, RELM_SOURCE_SERVICE), error);
  g_autofree char *path = address != NULL ? relm_tracker_address_dup_mirror_path (address, NULL) : NULL;

  if (path == NULL)
    return NULL;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return relm_mirror_tracker_open (path, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _ ("The tracker was not read on this computer yet. Call “relm-cli sync” first."));
  return NULL;
}

static gboolean
list_tracker (const Options *options,
              RelmRecord *record,
              GString *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmMirrorTracker) mirror = open_mirror (record, &error);
  g_autofree char *title = relm_record_dup_display_title (record);
  g_autofree char *line = NULL;

  if (mirror != NULL && list_items (options, relm_record_get_id (record), mirror, json, &error))
    return TRUE;
  line = g_strdup_printf ("%s: %s", title, error->message);
  relm_command_complain (line);
  return FALSE;
}

/**
 * relm_command_items:
 *
 * Prints what the trackers of a project hold, as they were read the last time; asks nobody.
 *
 * Returns: an exit status
 */
int
relm_command_items (int argc,
                    char **argv)
{
  g_auto (Options) options = { FALSE };
  g_autofree char *path = parse (argc, argv, &options);
  g_autoptr (RelmProject) project = path != NULL ? relm_command_open (path, NULL) : NULL;
  g_autoptr (GString) json = g_strcmp0 (options.format, "json") == 0 ? g_string_new ("[") : NULL;
  RelmRecordList *list;
  gboolean success = TRUE;

  if (project == NULL)
    return RELM_EXIT_FAILED;
  list = relm_project_get_list (project, RELM_TYPE_SOURCE);
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *record = relm_record_list_get (list, i);

      if (g_strcmp0 (relm_record_get_string (record, RELM_SOURCE_KIND), "tracker") == 0 &&
          relm_record_get_string (record, RELM_SOURCE_LOCATION) != NULL)
        success = list_tracker (&options, record, json) && success;
    }
  if (json != NULL)
    g_print ("%s%s]\n", json->str, json->len > 1 ? "\n" : "");
  return success ? RELM_EXIT_FINE : RELM_EXIT_PROBLEMS;
}
