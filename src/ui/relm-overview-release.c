/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-change-entry.h"
#include "relm-gate.h"
#include "relm-overview-attention.h"
#include "relm-overview-burn-up.h"
#include "relm-overview-cost.h"
#include "relm-overview-forecast.h"
#include "relm-overview-release.h"
#include "relm-overview-row.h"
#include "relm-overview-told.h"
#include "relm-person.h"
#include "relm-plan.h"
#include "relm-readiness.h"
#include "relm-record-group.h"
#include "relm-record-look.h"
#include "relm-release.h"
#include "relm-roadmap.h"
#include "relm-text.h"
#include "relm-work-item.h"

#define CRITICAL_SHOWN 6

typedef struct
{
  GtkBox *box;
  RelmViewState *view_state;
  RelmProject *project;
  RelmRecord *release;
  RelmDate today;
  RelmReadiness readiness;
} Fill;

static GtkWidget *
append_label (GtkBox *box,
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
  return label;
}

static void
append_fact (GtkWidget *bar,
             RelmRecordLook look,
             const char *words)
{
  GtkWidget *fact = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (look.icon != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (look.icon);

      gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_box_append (GTK_BOX (fact), icon);
    }
  gtk_box_append (GTK_BOX (fact), gtk_label_new (words));
  if (look.style != NULL)
    gtk_widget_add_css_class (fact, look.style);
  adw_wrap_box_append (ADW_WRAP_BOX (bar), fact);
}

static void
fill_header (Fill *fill)
{
  GtkBox *header = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkWidget *facts = adw_wrap_box_new ();
  const RelmField *state = &relm_record_get_kind (fill->release)->fields[RELM_RELEASE_STATE];
  g_autofree char *title = relm_record_dup_display_title (fill->release);
  g_autofree char *name = relm_text_display_title (relm_record_get_string (fill->release, RELM_RELEASE_NAME));
  g_autofree char *words = relm_text_display_title (relm_field_get_choice_label (
    state, relm_record_get_string (fill->release, RELM_RELEASE_STATE)));
  g_autofree char *reason = relm_readiness_dup_reason (&fill->readiness);

  append_label (header, title, "title-1");
  if (*name != '\0')
    append_label (header, name, "title-4");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (facts), 18);
  append_fact (facts, relm_record_look_get (fill->release, RELM_RELEASE_STATE, fill->today), words);
  if (fill->readiness.health != RELM_HEALTH_UNKNOWN && !fill->readiness.done)
    append_fact (facts, relm_record_look_for_choice ("health", relm_health_get_nick (fill->readiness.health)), relm_health_get_label (fill->readiness.health));
  gtk_box_append (header, facts);
  if (reason != NULL && *reason != '\0')
    append_label (header, reason, "dimmed");
  gtk_box_append (fill->box, GTK_WIDGET (header));
}

static void
fill_goal (Fill *fill)
{
  g_autofree char *goal = relm_text_display (relm_record_get_string (fill->release, RELM_RELEASE_GOAL));

  if (relm_text_is_blank (goal))
    return;
  append_label (fill->box, goal, "body");
}

static void
add_date (Fill *fill,
          GtkWidget *group,
          guint field)
{
  const RelmDate date = relm_record_get_date (fill->release, field);
  g_autofree char *text = relm_date_display (date);
  g_autofree char *distance = relm_overview_dup_distance (date, fill->today);
  const gboolean late = field != RELM_RELEASE_ACTUAL && date < fill->today && !fill->readiness.done;
  AdwActionRow *row;

  if (date == RELM_DATE_NONE)
    return;
  row = relm_overview_row_new (group, relm_field_get_label (&relm_record_get_kind (fill->release)->fields[field]), text);
  gtk_widget_add_css_class (GTK_WIDGET (row), "property");
  relm_overview_row_add_words (row, distance, late ? "error" : NULL);
  if (late)
    relm_overview_row_set_icon (row, "alarm-symbolic", "error");
}

/* A promise that the plan does not keep is said, whichever date comes first. */
static void
add_promise (Fill *fill,
             GtkWidget *group)
{
  const RelmDate planned = relm_record_get_date (fill->release, RELM_RELEASE_PLANNED);
  const RelmDate committed = relm_record_get_date (fill->release, RELM_RELEASE_COMMITTED);
  const int late = planned - committed;
  g_autofree char *text = NULL;
  AdwActionRow *row;

  if (planned == RELM_DATE_NONE || committed == RELM_DATE_NONE || late <= 0 || fill->readiness.done)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Planned %d day after the committed date",
                                       "Planned %d days after the committed date", (gulong) late), late);
  row = relm_overview_row_new (group, text, NULL);
  relm_overview_row_set_icon (row, "dialog-warning-symbolic", "warning");
}

/* When all that belongs to it is done, and whether that is in time. */
static void
add_ready (Fill *fill,
           GtkWidget *group)
{
  const RelmDate planned = relm_record_get_date (fill->release, RELM_RELEASE_PLANNED);
  const RelmDate ready = relm_plan_schedule_get_ready (relm_view_state_get_schedule (fill->view_state), fill->release);
  const int late = planned != RELM_DATE_NONE ? ready - planned : 0;
  g_autofree char *text = relm_date_display (ready);
  g_autofree char *words = NULL;
  AdwActionRow *row;

  if (ready == RELM_DATE_NONE)
    return;
  row = relm_overview_row_new (group, _ ("All of it is done on"), text);
  gtk_widget_add_css_class (GTK_WIDGET (row), "property");
  if (planned == RELM_DATE_NONE)
    return;
  if (late > 0)
    {
      words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day too late", "%d days too late", (gulong) late), late);
      relm_overview_row_set_icon (row, "dialog-warning-symbolic", "error");
    }
  else if (late < 0)
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day to spare", "%d days to spare", (gulong) -late), -late);
  relm_overview_row_add_words (row, words != NULL ? words : _ ("Nothing to spare"), late > 0 ? "error" : NULL);
}

static void
add_milestone (Fill *fill,
               GtkWidget *group)
{
  RelmRecord *milestone = relm_roadmap_get_next_milestone (fill->project, fill->release);
  const RelmSpan span = milestone != NULL ? relm_plan_get_own_span (milestone) : (RelmSpan) { 0 };
  g_autofree char *title = NULL;
  g_autofree char *distance = NULL;
  AdwActionRow *row;

  if (milestone == NULL)
    return;
  title = relm_record_dup_display_title (milestone);
  row = relm_overview_row_new (group, _ ("Next milestone"), title);
  gtk_widget_add_css_class (GTK_WIDGET (row), "property");
  if (span.start != RELM_DATE_NONE)
    {
      distance = relm_overview_dup_distance (span.start, fill->today);
      relm_overview_row_add_words (row, distance, relm_plan_is_overdue (milestone, fill->today) ? "error" : NULL);
    }
  relm_overview_row_select (row, fill->view_state, milestone);
}

static void
fill_dates (Fill *fill)
{
  GtkWidget *group = relm_overview_group_new (fill->box, _ ("Dates"));

  add_date (fill, group, RELM_RELEASE_PLANNED);
  add_date (fill, group, RELM_RELEASE_COMMITTED);
  add_date (fill, group, RELM_RELEASE_ACTUAL);
  add_promise (fill, group);
  add_ready (fill, group);
  add_milestone (fill, group);
  if (gtk_widget_get_visible (group) && relm_record_get_date (fill->release, RELM_RELEASE_PLANNED) == RELM_DATE_NONE &&
      relm_record_get_date (fill->release, RELM_RELEASE_ACTUAL) == RELM_DATE_NONE)
    {
      AdwActionRow *row = relm_overview_row_new (group, _ ("No date is planned yet"), NULL);

      relm_overview_row_select (row, fill->view_state, fill->release);
    }
}

/* The critical path: if any of this slips, the release does. */
static void
fill_critical (Fill *fill)
{
  RelmPlanSchedule *schedule = relm_view_state_get_schedule (fill->view_state);
  g_autoptr (GPtrArray) critical = relm_plan_schedule_list_critical (schedule, fill->release);
  GtkWidget *group = critical->len > 0 ? relm_overview_group_new (fill->box, _ ("Critical Path")) : NULL;

  for (guint i = 0; i < MIN (critical->len, CRITICAL_SHOWN); i++)
    {
      RelmRecord *record = g_ptr_array_index (critical, i);
      g_autofree char *title = relm_record_dup_display_title (record);
      g_autofree char *reason = relm_plan_schedule_dup_reason (schedule, record);
      g_autofree char *finish = NULL;
      AdwActionRow *row = relm_overview_row_new (group, title, reason);
      RelmPlanDates dates;

      if (relm_plan_schedule_get_dates (schedule, record, &dates))
        finish = relm_date_display (dates.computed.finish);
      if (finish != NULL)
        relm_overview_row_add_words (row, finish, NULL);
      relm_overview_row_select (row, fill->view_state, record);
    }
  if (critical->len > CRITICAL_SHOWN)
    relm_overview_row_add_more (group, critical->len - CRITICAL_SHOWN);
}

static void
fill_readiness (Fill *fill)
{
  if (fill->readiness.n_items > 0)
    relm_overview_row_add_work (relm_overview_group_new (fill->box, _ ("Readiness")), &fill->readiness);
}

static gboolean
has_view (GType type)
{
  return type == RELM_TYPE_WORK_ITEM || type == RELM_TYPE_CHANGE_ENTRY;
}

/* What the release is made of, but for what has a view of its own. Where there are gates, they say more of it than what follows. */
static void
fill_parts (Fill *fill,
            gboolean first)
{
  g_autoptr (GArray) relations = relm_record_relation_list (relm_record_get_kind (fill->release));

  for (guint i = 0; i < relations->len; i++)
    {
      const RelmRecordRelation *relation = &g_array_index (relations, RelmRecordRelation, i);
      RelmRecordGroup *group;

      if (!relation->part || has_view (relation->type) ||
          first != (relation->type == RELM_TYPE_GATE && fill->readiness.n_gates > 0))
        continue;
      group = relm_record_group_new (relation);
      gtk_box_append (fill->box, GTK_WIDGET (group));
      relm_record_group_set_record (group, fill->view_state, fill->release);
    }
}

/* A person's part of the work. */
typedef struct
{
  guint n_items;
  guint n_done;
} Share;

/* Returns: (transfer full): shares by the ids of people */
static GHashTable *
count_shares (Fill *fill)
{
  RelmRecordList *items = relm_project_get_list (fill->project, RELM_TYPE_WORK_ITEM);
  GHashTable *shares = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < relm_record_list_get_size (items); i++)
    {
      RelmRecord *item = relm_record_list_get (items, i);
      const char *id = relm_record_get_string (item, RELM_WORK_ITEM_ASSIGNEE);
      Share *share;

      if (id == NULL || relm_plan_is_cancelled (item) || relm_plan_get_release (fill->project, item) != fill->release)
        continue;
      share = g_hash_table_lookup (shares, id);
      if (share == NULL)
        g_hash_table_insert (shares, (gpointer) id, share = g_new0 (Share, 1));
      share->n_items++;
      share->n_done += relm_plan_is_done (item) ? 1 : 0;
    }
  return shares;
}

static void
add_person (Fill *fill,
            GtkWidget *group,
            RelmRecord *person,
            const Share *share,
            gboolean owner)
{
  g_autofree char *title = relm_record_dup_display_title (person);
  AdwActionRow *row = relm_overview_row_new (group, title, owner ? _ ("Owns this release") : NULL);

  if (share != NULL)
    {
      /* Translators: how many work items are done, of how many */
      g_autofree char *words = g_strdup_printf (_ ("%u of %u"), share->n_done, share->n_items);

      relm_overview_row_add_words (row, words, NULL);
    }
  relm_overview_row_select (row, fill->view_state, person);
}

static void
fill_people (Fill *fill)
{
  RelmRecordList *people = relm_project_get_list (fill->project, RELM_TYPE_PERSON);
  RelmRecord *owner = relm_project_resolve (fill->project, fill->release, RELM_RELEASE_OWNER);
  g_autoptr (GHashTable) shares = count_shares (fill);
  GtkWidget *group = NULL;

  for (guint i = 0; i < relm_record_list_get_size (people); i++)
    {
      RelmRecord *person = relm_record_list_get (people, i);
      const Share *share = g_hash_table_lookup (shares, relm_record_get_id (person));

      if (share == NULL && person != owner)
        continue;
      if (group == NULL)
        group = relm_overview_group_new (fill->box, _ ("People"));
      add_person (fill, group, person, share, person == owner);
    }
}

/**
 * relm_overview_release_fill:
 * @box: an empty box
 * @release: a release of @project
 * @today: what today is
 */
void
relm_overview_release_fill (GtkBox *box,
                            RelmViewState *view_state,
                            RelmProject *project,
                            RelmRecord *release,
                            RelmDate today)
{
  Fill fill = { box, view_state, project, release, today, relm_readiness_compute (project, release, today) };

  fill_header (&fill);
  fill_goal (&fill);
  relm_overview_attention_fill (box, view_state, project, release, today);
  fill_parts (&fill, TRUE);
  relm_overview_told_fill (box, view_state, project, release);
  fill_dates (&fill);
  relm_overview_forecast_fill (box, view_state, release, today);
  fill_critical (&fill);
  fill_readiness (&fill);
  relm_overview_burn_up_fill (box, view_state, release);
  relm_overview_cost_fill (box, project, release, today);
  fill_parts (&fill, FALSE);
  fill_people (&fill);
}
