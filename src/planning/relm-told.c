/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-communication.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-stakeholder.h"
#include "relm-text.h"
#include "relm-told.h"
#include "relm-work-item.h"

#define NOTHING "-" /* in a line: no date, no release */

/* The parts of a line. */
enum
{
  PART_ID,
  PART_PLACE, /* of a release its date, of a work item its release's id */
  PART_TITLE,
  N_PARTS,
};

/* What was promised, or else what is planned. */
static RelmDate
get_date (RelmRecord *release)
{
  const RelmDate committed = relm_record_get_date (release, RELM_RELEASE_COMMITTED);

  return committed != RELM_DATE_NONE ? committed : relm_record_get_date (release, RELM_RELEASE_PLANNED);
}

static char *
dup_place (RelmProject *project,
           RelmRecord *record)
{
  RelmRecord *release;
  RelmDate date;

  if (RELM_IS_RELEASE (record))
    {
      date = get_date (record);
      return date != RELM_DATE_NONE ? relm_date_format (date) : g_strdup (NOTHING);
    }
  release = relm_plan_get_release (project, record);
  return g_strdup (release != NULL ? relm_record_get_id (release) : NOTHING);
}

static char *
make_line (RelmProject *project,
           RelmRecord *record)
{
  g_autofree char *place = dup_place (project, record);

  return g_strjoin (" ", relm_record_get_id (record), place, relm_record_get_title (record), NULL);
}

/* All releases, and the work that the stakeholder asked for. */
static GPtrArray *
list_concerns (RelmProject *project,
               RelmRecord *stakeholder)
{
  RelmRecordList *releases = relm_project_get_list (project, RELM_TYPE_RELEASE);
  g_autoptr (GArray) references = relm_project_find_references (project, relm_record_get_id (stakeholder));
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < relm_record_list_get_size (releases); i++)
    g_ptr_array_add (records, relm_record_list_get (releases, i));
  for (guint i = 0; i < references->len; i++)
    {
      const RelmReference *reference = &g_array_index (references, RelmReference, i);

      if (RELM_IS_WORK_ITEM (reference->record) && reference->field == RELM_WORK_ITEM_STAKEHOLDER)
        g_ptr_array_add (records, reference->record);
    }
  return records;
}

/**
 * relm_told_make_snapshot:
 * @stakeholder: a stakeholder of the project
 *
 * Returns: (transfer full): what there is to tell them now, for a communication to keep
 */
char **
relm_told_make_snapshot (RelmProject *project,
                         RelmRecord *stakeholder)
{
  g_autoptr (GPtrArray) records = list_concerns (project, stakeholder);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; i < records->len; i++)
    if (!relm_plan_is_done (records->pdata[i]))
      g_strv_builder_take (lines, make_line (project, records->pdata[i]));
  return g_strv_builder_end (lines);
}

/**
 * relm_told_find_last:
 * @stakeholder: a stakeholder of the project
 *
 * Returns: (transfer none) (nullable): the last communication with them; of those of one day the last in the file
 */
RelmRecord *
relm_told_find_last (RelmProject *project,
                     RelmRecord *stakeholder)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_COMMUNICATION);
  RelmRecord *last = NULL;

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *communication = relm_record_list_get (list, i);

      if (g_strcmp0 (relm_record_get_string (communication, RELM_COMMUNICATION_STAKEHOLDER), relm_record_get_id (stakeholder)) != 0)
        continue;
      if (last == NULL ||
          relm_record_get_date (communication, RELM_COMMUNICATION_TOLD) >= relm_record_get_date (last, RELM_COMMUNICATION_TOLD))
        last = communication;
    }
  return last;
}

static void
take_change (GPtrArray *changes,
             RelmRecord *record,
             gboolean is_bad,
             char *sentence)
{
  RelmToldChange *change = g_new0 (RelmToldChange, 1);

  change->record = record != NULL ? g_object_ref (record) : NULL;
  change->is_bad = is_bad;
  change->sentence = sentence;
  g_ptr_array_add (changes, change);
}

static char *
dup_place_title (RelmProject *project,
                 const char *id)
{
  RelmRecord *release = relm_project_lookup (project, id);

  return release != NULL ? relm_record_dup_display_title (release) : g_strdup (_ ("a release that is gone"));
}

static void
add_moved_release (GPtrArray *changes,
                   RelmRecord *release,
                   const char *title,
                   const char *before)
{
  const RelmDate date = get_date (release);
  g_autofree char *shown = relm_date_display (date);
  RelmDate was;
  int days;

  if (date == RELM_DATE_NONE)
    {
      take_change (changes, release, TRUE, g_strdup_printf (_ ("%s has no date any more"), title));
      return;
    }
  if (!relm_date_parse (before, &was))
    {
      /* Translators: a version, and a date */
      take_change (changes, release, FALSE, g_strdup_printf (_ ("%s is planned for %s"), title, shown));
      return;
    }
  days = date - was;
  take_change (changes, release, days > 0,
               /* Translators: a version, a date, and by how many days that is later or earlier than somebody was told */
               days > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s is planned for %s, %d day later", "%s is planned for %s, %d days later",
                                                        (gulong) days), title, shown, days)
                        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s is planned for %s, %d day earlier",
                                                        "%s is planned for %s, %d days earlier", (gulong) -days), title, shown, -days));
}

static void
add_moved_item (GPtrArray *changes,
                RelmProject *project,
                RelmRecord *item,
                const char *title,
                const char *before,
                const char *now)
{
  g_autofree char *to = dup_place_title (project, now);
  g_autofree char *from = dup_place_title (project, before);

  if (g_str_equal (now, NOTHING))
    /* Translators: the title of something that somebody asked for */
    take_change (changes, item, TRUE, g_strdup_printf (_ ("“%s” is not planned for a release any more"), title));
  else if (g_str_equal (before, NOTHING))
    /* Translators: the title of something that somebody asked for, and the version that will have it */
    take_change (changes, item, FALSE, g_strdup_printf (_ ("“%s” is planned for %s"), title, to));
  else
    /* Translators: the title of something that somebody asked for, the version that will have it, and the one that was to */
    take_change (changes, item, FALSE, g_strdup_printf (_ ("“%s” is planned for %s instead of %s"), title, to, from));
}

/* What is over: that is news when it was told of as something to come, or came after that. */
static void
add_end (GPtrArray *changes,
         RelmRecord *record,
         const char *title,
         gboolean is_known,
         RelmDate told)
{
  const gboolean release = RELM_IS_RELEASE (record);

  if (relm_plan_is_cancelled (record))
    {
      if (is_known)
        take_change (changes, record, TRUE, release ? g_strdup_printf (_ ("%s is cancelled"), title) : g_strdup_printf (_ ("“%s” will not be done"), title));
      return;
    }
  if (is_known || relm_plan_get_own_span (record).finish > told)
    take_change (changes, record, FALSE, release ? g_strdup_printf (_ ("%s is out"), title) : g_strdup_printf (_ ("“%s” is done"), title));
}

/* @line: (nullable): what was told of it */
static void
add_change (GPtrArray *changes,
            RelmProject *project,
            RelmRecord *record,
            char **line,
            RelmDate told)
{
  g_autofree char *title = relm_record_dup_display_title (record);
  g_autofree char *place = dup_place (project, record);
  const char *before = line != NULL ? line[PART_PLACE] : NOTHING;

  if (relm_plan_is_done (record))
    add_end (changes, record, title, line != NULL, told);
  else if (g_strcmp0 (before, place) == 0)
    return;
  else if (RELM_IS_RELEASE (record))
    add_moved_release (changes, record, title, before);
  else
    add_moved_item (changes, project, record, title, before, place);
}

static void
add_gone (GPtrArray *changes,
          RelmProject *project,
          char **line)
{
  g_autofree char *title = NULL;

  if (relm_project_lookup (project, line[PART_ID]) != NULL)
    return;
  title = relm_text_display_title (line[PART_TITLE]);
  /* Translators: the title of what was planned when somebody was told */
  take_change (changes, NULL, TRUE, g_strdup_printf (_ ("“%s” is not planned any more"), title));
}

static void
free_line (gpointer line)
{
  g_strfreev (line);
}

/* What is no line of a snapshot is passed over. Returns: (element-type GStrv): lines */
static GPtrArray *
read_snapshot (RelmRecord *communication)
{
  const char *const *snapshot = relm_record_get_strings (communication, RELM_COMMUNICATION_SNAPSHOT);
  GPtrArray *lines = g_ptr_array_new_with_free_func (free_line);

  for (; snapshot != NULL && *snapshot != NULL; snapshot++)
    {
      char **line = g_strsplit (*snapshot, " ", N_PARTS);

      if (g_strv_length (line) == N_PARTS && *line[PART_ID] != '\0')
        g_ptr_array_add (lines, line);
      else
        g_strfreev (line);
    }
  return lines;
}

/* Adds what has become otherwise than the lines say, and what they do not speak of. */
static void
compare (GPtrArray *changes,
         RelmProject *project,
         RelmRecord *stakeholder,
         GPtrArray *lines,
         RelmDate told)
{
  g_autoptr (GPtrArray) records = list_concerns (project, stakeholder);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_insert (by_id, ((char **) lines->pdata[i])[PART_ID], lines->pdata[i]);
  for (guint i = 0; i < records->len; i++)
    add_change (changes, project, records->pdata[i], g_hash_table_lookup (by_id, relm_record_get_id (records->pdata[i])), told);
  for (guint i = 0; i < lines->len; i++)
    add_gone (changes, project, lines->pdata[i]);
}

/**
 * relm_told_list_changes:
 * @stakeholder: a stakeholder of the project
 *
 * Returns: (transfer full) (element-type RelmToldChange): what has changed since they were told something; none when they never were
 */
GPtrArray *
relm_told_list_changes (RelmProject *project,
                        RelmRecord *stakeholder)
{
  RelmRecord *last = relm_told_find_last (project, stakeholder);
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_told_change_free);
  g_autoptr (GPtrArray) lines = NULL;

  if (last == NULL || relm_record_get_strings (last, RELM_COMMUNICATION_SNAPSHOT) == NULL)
    return changes;
  lines = read_snapshot (last);
  compare (changes, project, stakeholder, lines, relm_record_get_date (last, RELM_COMMUNICATION_TOLD));
  return changes;
}

/**
 * relm_told_list_all:
 * @stakeholder: a stakeholder of the project
 *
 * Returns: (transfer full) (element-type RelmToldChange): all that is ahead, for somebody who was never told anything
 */
GPtrArray *
relm_told_list_all (RelmProject *project,
                    RelmRecord *stakeholder)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_told_change_free);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  compare (changes, project, stakeholder, none, RELM_DATE_MAX);
  return changes;
}

/**
 * relm_told_dup_draft:
 * @stakeholder: a stakeholder of the project
 *
 * Returns: (transfer full): what there is to tell them, as a plain text to go on with: a heading, and a line for each change
 */
char *
relm_told_dup_draft (RelmProject *project,
                     RelmRecord *stakeholder)
{
  RelmRecord *last = relm_told_find_last (project, stakeholder);
  const RelmDate told = last != NULL ? relm_record_get_date (last, RELM_COMMUNICATION_TOLD) : RELM_DATE_NONE;
  g_autoptr (GPtrArray) changes = last != NULL ? relm_told_list_changes (project, stakeholder) : relm_told_list_all (project, stakeholder);
  g_autofree char *date = told != RELM_DATE_NONE ? relm_date_display (told) : NULL;
  GString *text = g_string_new (NULL);

  if (date != NULL)
    /* Translators: the first line of a message; below it are the changes */
    g_string_append_printf (text, _ ("What has changed since %s:"), date);
  else
    /* Translators: the first line of a message; below it are releases and their dates */
    g_string_append (text, _ ("What is planned:"));
  g_string_append (text, "\n\n");
  for (guint i = 0; i < changes->len; i++)
    g_string_append_printf (text, "- %s\n", ((RelmToldChange *) changes->pdata[i])->sentence);
  return g_string_free (text, FALSE);
}

/**
 * relm_told_change_free:
 * @self: (transfer full): a change
 */
void
relm_told_change_free (RelmToldChange *self)
{
  g_clear_object (&self->record);
  g_free (self->sentence);
  g_free (self);
}
