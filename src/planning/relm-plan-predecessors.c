/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-duration.h"
#include "relm-plan-hours.h"
#include "relm-plan-predecessors.h"
#include "relm-plan-schedule.h"
#include "relm-plan.h"
#include "relm-schedule-dependency.h"
#include "relm-text.h"

static const char *const types[] = { "fs", "ss", "ff", "sf" };

static gboolean
refuse (GError **error,
        const char *message)
{
  g_set_error_literal (error, RELM_PLAN_ERROR, RELM_PLAN_ERROR_PREDECESSORS, message);
  return FALSE;
}

static gboolean
refuse_text (GError **error,
             const char *text)
{
  g_autofree char *safe = relm_text_display_title (text);
  g_autofree char *message = g_strdup_printf (
    /* Translators: the placeholder is what a person wrote; FS, SS, FF and SF are what Relm reads in every language */
    _ ("“%s” is no predecessor: write the number of its row, then FS, SS, FF or SF and how much later, like “12FS+2d”"), safe);

  return refuse (error, message);
}

static const char *
skip_spaces (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static gboolean
take_row (const char **text,
          guint *row)
{
  char *end;
  guint64 number;

  if (!g_ascii_isdigit (**text))
    return FALSE;
  number = g_ascii_strtoull (*text, &end, 10);
  if (number > G_MAXINT)
    return FALSE;
  *row = (guint) number;
  *text = skip_spaces (end);
  return TRUE;
}

/* Finish to start where nothing else is said. */
static void
take_type (const char **text,
           const char **type)
{
  *type = types[0];
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strncasecmp (*text, types[i], 2) == 0)
      {
        *type = types[i];
        *text = skip_spaces (*text + 2);
        return;
      }
}

static gboolean
take_lag (const char *text,
          gint64 *lag)
{
  *lag = 0;
  if (*text == '\0')
    return TRUE;
  /* U+2212, the minus sign, as well. */
  if (*text != '+' && *text != '-' && !g_str_has_prefix (text, "\342\210\222"))
    return FALSE;
  return !relm_text_is_blank (text + 1) && relm_duration_parse (text, lag);
}

static gboolean
parse_one (const char *text,
           RelmPlanPredecessor *predecessor)
{
  return take_row (&text, &predecessor->row) && (take_type (&text, &predecessor->type), take_lag (text, &predecessor->lag_minutes));
}

/**
 * relm_plan_predecessors_parse:
 * @text: what a person wrote: predecessors, with commas or semicolons between them; blank for none
 *
 * Returns: (transfer full) (nullable) (element-type RelmPlanPredecessor): what it says; %NULL with an error in
 *   %RELM_PLAN_ERROR when it cannot be read
 */
GArray *
relm_plan_predecessors_parse (const char *text,
                              GError **error)
{
  g_autoptr (GArray) predecessors = g_array_new (FALSE, FALSE, sizeof (RelmPlanPredecessor));
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  words = g_strsplit_set (text, ",;", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);
      RelmPlanPredecessor predecessor;

      if (*word == '\0' && words[1] == NULL)
        break;
      if (!parse_one (word, &predecessor))
        {
          refuse_text (error, word);
          return NULL;
        }
      g_array_append_val (predecessors, predecessor);
    }
  return g_steal_pointer (&predecessors);
}

/* In the largest unit that needs no fraction. */
static char *
dup_lag (gint64 minutes)
{
  const char sign = minutes < 0 ? '-' : '+';
  const gint64 size = ABS (minutes);

  if (minutes == 0)
    return g_strdup ("");
  if (size % RELM_DURATION_DAY == 0)
    return g_strdup_printf ("%c%" G_GINT64_FORMAT "d", sign, size / RELM_DURATION_DAY);
  if (size % RELM_DURATION_HOUR == 0)
    return g_strdup_printf ("%c%" G_GINT64_FORMAT "h", sign, size / RELM_DURATION_HOUR);
  return g_strdup_printf ("%c%" G_GINT64_FORMAT "m", sign, size);
}

/**
 * relm_plan_predecessor_format:
 *
 * The same in every language, for files and for what is typed.
 *
 * Returns: (transfer full): as planners write it beside the successor: “12”, “12SS” or “12FS+2d”
 */
char *
relm_plan_predecessor_format (const RelmPlanPredecessor *self)
{
  g_autofree char *type = g_ascii_strup (self->type != NULL ? self->type : types[0], -1);
  g_autofree char *lag = dup_lag (self->lag_minutes);
  const gboolean plain = g_str_equal (type, "FS") && self->lag_minutes == 0;

  return g_strdup_printf ("%u%s%s", self->row, plain ? "" : type, lag);
}

/**
 * relm_plan_predecessors_format:
 * @predecessors: (element-type RelmPlanPredecessor): of one row
 *
 * Returns: (transfer full): what relm_plan_predecessors_parse() reads, with commas; empty for none
 */
char *
relm_plan_predecessors_format (GArray *predecessors)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < predecessors->len; i++)
    g_strv_builder_take (words, relm_plan_predecessor_format (&g_array_index (predecessors, RelmPlanPredecessor, i)));
  list = g_strv_builder_end (words);
  return g_strjoinv (", ", list);
}

static gboolean
refuse_loop (GPtrArray *loop,
             guint row,
             GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *message = NULL;

  for (guint i = 0; i < loop->len; i++)
    {
      g_autofree char *title = relm_record_dup_display_title (g_ptr_array_index (loop, i));

      /* Translators: between the titles of what waits for what comes before it */
      g_string_append_printf (names, "%s“%s”", i > 0 ? _ (" → ") : "", title);
    }
  /* Translators: a row's number in a table, and titles with arrows between them, of which each waits for the one before */
  message = g_strdup_printf (_ ("Row %u cannot come before this one: they would wait for one another, %s"), row, names->str);
  return refuse (error, message);
}

static gboolean
check_twice (GArray *predecessors,
             guint index,
             GError **error)
{
  const RelmPlanPredecessor *one = &g_array_index (predecessors, RelmPlanPredecessor, index);
  g_autofree char *message = NULL;

  for (guint i = 0; i < index; i++)
    {
      const RelmPlanPredecessor *other = &g_array_index (predecessors, RelmPlanPredecessor, i);

      if (other->row != one->row || !g_str_equal (other->type, one->type))
        continue;
      message = g_strdup_printf (_ ("Row %u is there twice: name it once for each type"), one->row);
      return refuse (error, message);
    }
  return TRUE;
}

static gboolean
check_one (RelmProject *project,
           RelmRecord *successor,
           RelmRecord *record,
           guint row,
           GError **error)
{
  g_autoptr (GPtrArray) loop = NULL;
  g_autofree char *message = NULL;

  if (record == NULL)
    message = g_strdup_printf (_ ("There is no row %u: use the numbers in the first column"), row);
  else if (record == successor)
    message = g_strdup_printf (_ ("Row %u is this one, and nothing waits for itself"), row);
  else if (!relm_plan_is_schedulable (record))
    message = g_strdup_printf (_ ("Nothing can wait for row %u: it is not something that gets done"), row);
  if (message != NULL)
    return refuse (error, message);
  loop = relm_plan_find_loop (project, record, successor);
  return loop == NULL || refuse_loop (loop, row, error);
}

/**
 * relm_plan_predecessors_check:
 * @successor: what is to wait
 * @predecessors: (element-type RelmPlanPredecessor): all that it is to wait for
 * @find_row: (scope call): finds the record in a row
 *
 * Returns: whether it can wait for them; else an error in %RELM_PLAN_ERROR says why not: a row that does not exist, the same one,
 *   one that is there twice, or one that would wait for it
 */
gboolean
relm_plan_predecessors_check (RelmProject *project,
                              RelmRecord *successor,
                              GArray *predecessors,
                              RelmPlanRowFunc find_row,
                              gpointer user_data,
                              GError **error)
{
  g_return_val_if_fail (RELM_IS_PROJECT (project) && RELM_IS_RECORD (successor) && find_row != NULL, FALSE);

  for (guint i = 0; i < predecessors->len; i++)
    {
      const guint row = g_array_index (predecessors, RelmPlanPredecessor, i).row;

      if (!check_one (project, successor, find_row (row, user_data), row, error) || !check_twice (predecessors, i, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * relm_plan_predecessors_list:
 * @successor: a record of @project
 *
 * Returns: (transfer full) (element-type RelmRecord): the schedule dependencies that lead to it
 */
GPtrArray *
relm_plan_predecessors_list (RelmProject *project,
                             RelmRecord *successor)
{
  const char *id = relm_record_get_id (successor);
  g_autoptr (GArray) references = id != NULL ? relm_project_find_references (project, id) : NULL;
  GPtrArray *dependencies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; references != NULL && i < references->len; i++)
    {
      const RelmReference *reference = &g_array_index (references, RelmReference, i);

      if (RELM_IS_SCHEDULE_DEPENDENCY (reference->record) && reference->field == RELM_SCHEDULE_DEPENDENCY_SUCCESSOR)
        g_ptr_array_add (dependencies, g_object_ref (reference->record));
    }
  return dependencies;
}
