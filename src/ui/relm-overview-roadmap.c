/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-engagement.h"
#include "relm-gate.h"
#include "relm-milestone.h"
#include "relm-overview-cost.h"
#include "relm-overview-attention.h"
#include "relm-overview-roadmap.h"
#include "relm-overview-row.h"
#include "relm-overview-told.h"
#include "relm-plan.h"
#include "relm-readiness.h"
#include "relm-record-look.h"
#include "relm-record-relations.h"
#include "relm-release.h"
#include "relm-roadmap.h"
#include "relm-text.h"

#define MAX_MILESTONES 4   /* the others are on the timeline */
#define MAX_PAST 5         /* in the sidebar */
#define MAX_STAKEHOLDERS 5 /* in their view */

typedef struct
{
  GtkBox *box;
  RelmViewState *view_state;
  RelmProject *project;
  RelmDate today;
} Fill;

static void
append_text (GtkBox *box,
             const char *text,
             const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

static char *
dup_release_subtitle (RelmRecord *release,
                      const RelmReadiness *readiness)
{
  g_autofree char *name = relm_text_display_title (relm_record_get_string (release, RELM_RELEASE_NAME));
  g_autofree char *date = relm_date_display (readiness->date);
  g_autofree char *done = NULL;

  if (readiness->n_items > 0)
    done = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u work item done", "%u of %u work items done",
                                         readiness->n_items), readiness->n_done, readiness->n_items);
  return relm_text_join_facts ((const char *const[]){ name, date, done }, 3);
}

static void
add_release (Fill *fill,
             GtkWidget *group,
             RelmRecord *release)
{
  const RelmReadiness readiness = relm_readiness_compute (fill->project, release, fill->today);
  const gboolean late = !readiness.done && readiness.days_late > 0;
  g_autofree char *title = relm_record_dup_display_title (release);
  g_autofree char *subtitle = dup_release_subtitle (release, &readiness);
  g_autofree char *distance = NULL;
  AdwActionRow *row = relm_overview_row_new (group, title, subtitle);
  RelmRecordLook look = relm_record_look_for_choice ("health", relm_health_get_nick (readiness.health));

  if (!readiness.done && look.icon != NULL)
    {
      relm_overview_row_set_icon (row, look.icon, look.style);
      gtk_widget_set_tooltip_text (GTK_WIDGET (row), relm_health_get_label (readiness.health));
    }
  if (readiness.date != RELM_DATE_NONE)
    {
      distance = relm_overview_dup_distance (readiness.date, fill->today);
      relm_overview_row_add_words (row, distance, late ? "error" : NULL);
    }
  relm_overview_row_show_release (row, fill->view_state, release);
}

static void
fill_releases (Fill *fill,
               const char *title,
               GPtrArray *releases,
               guint max)
{
  GtkWidget *group;

  if (releases->len == 0)
    return;
  group = relm_overview_group_new (fill->box, title);
  for (guint i = 0; i < MIN (releases->len, max); i++)
    add_release (fill, group, g_ptr_array_index (releases, i));
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  return relm_plan_get_own_span (*(RelmRecord *const *) a).finish - relm_plan_get_own_span (*(RelmRecord *const *) b).finish;
}

/* Those that are overdue need attention, and are there. */
static void
add_points (Fill *fill,
            GPtrArray *points,
            RelmRecordList *list)
{
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *point = relm_record_list_get (list, i);

      if (!relm_plan_is_done (point) && relm_plan_get_own_span (point).finish >= fill->today)
        g_ptr_array_add (points, point);
    }
}

static GPtrArray *
find_milestones (Fill *fill)
{
  const GType types[] = { RELM_TYPE_MILESTONE, RELM_TYPE_GATE };
  GPtrArray *milestones = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    add_points (fill, milestones, relm_project_get_list (fill->project, types[i]));
  g_ptr_array_sort (milestones, compare_dates);
  return milestones;
}

static void
add_milestone (Fill *fill,
               GtkWidget *group,
               RelmRecord *milestone)
{
  RelmRecord *release = relm_plan_get_release (fill->project, milestone);
  const RelmDate date = relm_plan_get_own_span (milestone).finish;
  g_autofree char *title = relm_record_dup_display_title (milestone);
  g_autofree char *day = relm_date_display (date);
  g_autofree char *version = release != NULL ? relm_record_dup_display_title (release) : NULL;
  g_autofree char *subtitle = relm_text_join_facts ((const char *const[]){ version, day }, 2);
  g_autofree char *distance = relm_overview_dup_distance (date, fill->today);
  AdwActionRow *row = relm_overview_row_new (group, title, subtitle);

  relm_overview_row_add_words (row, distance, NULL);
  relm_overview_row_select (row, fill->view_state, milestone);
}

static void
fill_milestones (Fill *fill)
{
  g_autoptr (GPtrArray) milestones = find_milestones (fill);
  GtkWidget *group;

  if (milestones->len == 0)
    return;
  group = relm_overview_group_new (fill->box, _ ("Next Milestones and Gates"));
  for (guint i = 0; i < MIN (milestones->len, MAX_MILESTONES); i++)
    add_milestone (fill, group, g_ptr_array_index (milestones, i));
}

static void
fill_work (Fill *fill)
{
  const RelmReadiness readiness = relm_readiness_compute (fill->project, NULL, fill->today);

  if (readiness.n_items > 0)
    relm_overview_row_add_work (relm_overview_group_new (fill->box, _ ("Work")), &readiness);
}

static int
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  return relm_engagement_get_gap (*(RelmRecord *const *) b) - relm_engagement_get_gap (*(RelmRecord *const *) a);
}

static GPtrArray *
find_gaps (Fill *fill)
{
  RelmRecordList *list = relm_project_get_list (fill->project, RELM_TYPE_STAKEHOLDER);
  GPtrArray *stakeholders = g_ptr_array_new ();

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    if (relm_engagement_get_gap (relm_record_list_get (list, i)) > 0)
      g_ptr_array_add (stakeholders, relm_record_list_get (list, i));
  g_ptr_array_sort (stakeholders, compare_gaps);
  return stakeholders;
}

static void
fill_stakeholders (Fill *fill)
{
  g_autoptr (GPtrArray) stakeholders = find_gaps (fill);
  GtkWidget *group;

  if (stakeholders->len == 0)
    return;
  group = relm_overview_group_new (fill->box, _ ("Stakeholders to Win Over"));
  for (guint i = 0; i < MIN (stakeholders->len, MAX_STAKEHOLDERS); i++)
    {
      RelmRecord *stakeholder = g_ptr_array_index (stakeholders, i);
      g_autofree char *title = relm_record_dup_display_title (stakeholder);
      g_autofree char *gap = relm_engagement_dup_text (stakeholder);

      relm_overview_row_select (relm_overview_row_new (group, title, gap), fill->view_state, stakeholder);
    }
}

static void
fill_parts (Fill *fill)
{
  RelmRecord *project = RELM_RECORD (fill->project);
  RelmRecordRelations *parts = relm_record_relations_new (relm_record_get_kind (project));

  gtk_box_append (fill->box, GTK_WIDGET (parts));
  relm_record_relations_set_record (parts, fill->view_state, project);
}

static void
fill_header (Fill *fill)
{
  RelmRecord *project = RELM_RECORD (fill->project);
  g_autofree char *title = relm_record_dup_display_title (project);
  g_autofree char *description = relm_text_display (relm_record_get_string (project, RELM_PROJECT_DESCRIPTION));

  append_text (fill->box, title, "title-1");
  if (!relm_text_is_blank (description))
    append_text (fill->box, description, "body");
}

/**
 * relm_overview_roadmap_fill:
 * @box: an empty box
 * @today: what today is
 */
void
relm_overview_roadmap_fill (GtkBox *box,
                            RelmViewState *view_state,
                            RelmProject *project,
                            RelmDate today)
{
  Fill fill = { box, view_state, project, today };
  g_autoptr (GPtrArray) upcoming = relm_roadmap_list_upcoming (project);
  g_autoptr (GPtrArray) past = relm_roadmap_list_past (project);

  fill_header (&fill);
  relm_overview_attention_fill (box, view_state, project, NULL, today);
  fill_releases (&fill, _ ("Upcoming Releases"), upcoming, G_MAXUINT);
  fill_milestones (&fill);
  relm_overview_told_fill (box, view_state, project, NULL);
  fill_work (&fill);
  relm_overview_cost_fill (box, project, NULL, today);
  fill_stakeholders (&fill);
  fill_releases (&fill, _ ("Latest Releases"), past, MAX_PAST);
  fill_parts (&fill);
}
