/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-command.h"
#include "relm-milestone.h"
#include "relm-plan.h"
#include "relm-readiness.h"
#include "relm-release.h"
#include "relm-roadmap.h"
#include "relm-stakeholder.h"
#include "relm-text.h"

#define VERSION_WIDTH 14
#define STATE_WIDTH 14
#define DATE_WIDTH 14

/* Text made safe, and filled with blanks to a width in characters, or cut. */
static void
append_column (GString *line,
               const char *text,
               guint width)
{
  g_autofree char *safe = relm_text_display_title (text);
  glong length = g_utf8_strlen (safe, -1);

  g_string_append (line, safe);
  for (glong i = length; i < (glong) width; i++)
    g_string_append_c (line, ' ');
  g_string_append_c (line, ' ');
}

static const char *
get_label (RelmRecord *record,
           guint field)
{
  return relm_field_get_choice_label (&relm_record_get_kind (record)->fields[field], relm_record_get_string (record, field));
}

static void
print_release (RelmProject *project,
               RelmRecord *release,
               RelmDate today)
{
  const RelmReadiness readiness = relm_readiness_compute (project, release, today);
  g_autofree char *date = relm_date_display (readiness.date);
  g_autofree char *title = relm_record_dup_display_title (release);
  GString *line = g_string_new ("  ");

  append_column (line, title, VERSION_WIDTH);
  append_column (line, get_label (release, RELM_RELEASE_STATE), STATE_WIDTH);
  append_column (line, readiness.date != RELM_DATE_NONE ? date : "–", DATE_WIDTH);
  if (!readiness.done && readiness.health != RELM_HEALTH_UNKNOWN)
    append_column (line, relm_health_get_label (readiness.health), 0);
  if (readiness.n_items > 0)
    /* Translators: how many work items of a release are done, and how many there are */
    g_string_append_printf (line, _ ("(%u of %u done)"), readiness.n_done, readiness.n_items);
  g_print ("%s\n", g_strchomp (line->str));
  g_string_free (line, TRUE);
}

static void
print_releases (RelmProject *project,
                RelmDate today)
{
  g_autoptr (GPtrArray) releases = relm_roadmap_list_releases (project);

  if (releases->len == 0)
    return;
  g_print ("\n%s\n", _ ("Releases"));
  for (guint i = 0; i < releases->len; i++)
    print_release (project, releases->pdata[i], today);
}

static void
print_next_milestone (RelmProject *project)
{
  RelmRecord *milestone = relm_roadmap_get_next_milestone (project, NULL);
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  RelmSpan span;

  if (milestone == NULL)
    return;
  span = relm_plan_get_own_span (milestone);
  title = relm_record_dup_display_title (milestone);
  date = relm_date_display (span.finish != RELM_DATE_NONE ? span.finish : span.start);
  /* Translators: the name of a milestone and its date */
  g_print (_ ("\nNext milestone: %s, %s\n"), title, date);
}

static void
print_stakeholders (RelmProject *project)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_STAKEHOLDER);

  if (relm_record_list_get_size (list) == 0)
    return;
  g_print ("\n%s\n", _ ("Stakeholders"));
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *stakeholder = relm_record_list_get (list, i);
      const char *organisation = relm_record_get_string (stakeholder, RELM_STAKEHOLDER_ORGANISATION);
      g_autofree char *title = relm_record_dup_display_title (stakeholder);
      g_autofree char *of = organisation != NULL ? g_strdup_printf ("%s (%s)", title, organisation) : g_strdup (title);
      g_autofree char *line = g_strconcat ("  ", of, NULL);

      relm_command_print (line);
    }
}

static void
print_counts (RelmProject *project)
{
  g_print ("\n%s\n", _ ("Records"));
  for (guint i = 0; i < relm_project_get_n_lists (project); i++)
    {
      RelmRecordList *list = relm_project_get_list_at (project, i);
      guint size = relm_record_list_get_size (list);

      if (size > 0)
        g_print ("  %6u %s\n", size, _ (relm_record_list_get_kind (list)->label_plural));
    }
}

/**
 * relm_command_show:
 *
 * Prints a summary of a project.
 *
 * Returns: an exit status
 */
int
relm_command_show (int argc,
                   char **argv)
{
  g_autofree char *path = relm_command_parse (&argc, &argv, NULL, TRUE);
  g_autoptr (RelmProject) project = path != NULL ? relm_command_open (path, NULL) : NULL;
  g_autofree char *title = NULL;

  if (project == NULL)
    return RELM_EXIT_FAILED;

  title = relm_record_dup_display_title (RELM_RECORD (project));
  g_print ("%s\n", title);
  print_releases (project, relm_date_today ());
  print_next_milestone (project);
  print_stakeholders (project);
  print_counts (project);
  return RELM_EXIT_FINE;
}
