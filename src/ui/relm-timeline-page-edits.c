/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person may change on the timeline's page. */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-baseline-item.h"
#include "relm-milestone.h"
#include "relm-record-edits.h"
#include "relm-release.h"
#include "relm-timeline-page-private.h"

#define AWAY_DAYS 28 /* where something new is put, from today */

/* Of a move the others may be left behind; levelling is taken as a whole, or not. */
static void
update_answers (RelmTimelinePage *self,
                RelmTimelineCascade *cascade)
{
  const gboolean levels = relm_timeline_cascade_get_levelling (cascade) != NULL;

  gtk_button_set_label (self->leave, levels ? _ ("_Discard") : _ ("_Only This One"));
  gtk_button_set_label (self->move, levels ? _ ("_Adopt") : _ ("Move _All"));
  gtk_widget_set_visible (self->details, levels);
}

/* What else should move is shown where it would be, and moves only when somebody says so. */
void
_relm_timeline_page_offer (RelmTimelinePage *self,
                           RelmTimelineCascade *cascade)
{
  g_autofree char *summary = NULL;

  g_clear_pointer (&self->cascade_moves, relm_timeline_cascade_free);
  self->cascade_moves = cascade;
  relm_timeline_set_ghosts (self->timeline, cascade != NULL ? relm_timeline_cascade_get_others (cascade) : NULL);
  gtk_revealer_set_reveal_child (self->cascade, cascade != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline-page.move-others", cascade != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline-page.leave-others", cascade != NULL);
  if (cascade == NULL)
    return;
  update_answers (self, cascade);
  summary = relm_timeline_cascade_dup_summary (cascade);
  gtk_label_set_label (self->cascade_label, summary);
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0) /* GTK 4.18 crashes on it there */
    gtk_accessible_announce (GTK_ACCESSIBLE (self->cascade_label), summary, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
reschedule_cb (RelmTimelinePage *self,
               GArray *moves)
{
  RelmPlanSchedule *schedule = relm_page_get_view_state (RELM_PAGE (self)) != NULL ? relm_view_state_get_schedule (relm_page_get_view_state (RELM_PAGE (self))) : NULL;
  RelmTimelineCascade *cascade;

  if (self->document == NULL)
    return;
  _relm_timeline_page_offer (self, NULL);
  cascade = relm_timeline_edits_move (GTK_WIDGET (self), self->document, schedule, moves);
  _relm_timeline_page_offer (self, cascade);
}

/* What is written into the table moves as what is dragged. */
void
_relm_timeline_page_init_edits (RelmTimelinePage *self)
{
  g_signal_connect_object (relm_plan_table_get_sheet (self->table), "reschedule", G_CALLBACK (reschedule_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
others_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (widget);
  g_autoptr (RelmTimelineCascade) cascade = g_steal_pointer (&self->cascade_moves);

  _relm_timeline_page_offer (self, NULL);
  if (cascade != NULL && self->document != NULL && g_str_has_suffix (name, "move-others"))
    relm_timeline_cascade_apply (cascade, widget, self->document);
}

static void
link_cb (RelmTimelinePage *self,
         RelmRecord *from,
         RelmRecord *to,
         const char *type)
{
  if (self->document != NULL)
    relm_timeline_edits_link (GTK_WIDGET (self), self->document, from, to, type);
}

static void
refuse_cb (RelmTimelinePage *self,
           const char *reason)
{
  relm_record_edits_say (GTK_WIDGET (self), reason);
}

static void
remove_cb (RelmTimelinePage *self,
           RelmRecord *record)
{
  if (RELM_IS_BASELINE_ITEM (record))
    refuse_cb (self, _ ("It is not planned any more: there is nothing to delete"));
  else if (self->document != NULL)
    relm_timeline_edits_remove (GTK_WIDGET (self), self->document, record);
}

static void
activate_cb (RelmTimelinePage *self,
             RelmRecord *record)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", NULL);
}

static void
prepare_cb (RelmDocument *document,
            RelmRecord *record,
            gpointer user_data)
{
  const int field = relm_kind_find_field (relm_record_get_kind (record), "planned");

  if (field >= 0)
    relm_document_set_date (document, record, (guint) field, relm_date_today () + AWAY_DAYS, NULL);
}

static void
add_record_cb (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (widget);
  const GType type = g_str_has_suffix (name, "milestone") ? RELM_TYPE_MILESTONE : RELM_TYPE_RELEASE;
  RelmRecord *record;

  if (self->document == NULL)
    return;
  record = relm_record_edits_add (self->document, type, relm_view_state_get_release (relm_page_get_view_state (RELM_PAGE (self))), prepare_cb, NULL);
  if (record != NULL)
    relm_view_state_set_selected (relm_page_get_view_state (RELM_PAGE (self)), record);
}

static void
take_baseline_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (widget);

  if (self->document == NULL || relm_document_get_read_only (self->document))
    return;
  relm_timeline_edits_take_baseline (widget, self->document);
  relm_view_state_follow_baseline (relm_page_get_view_state (RELM_PAGE (self)));
  relm_timeline_set_show_baseline (self->timeline, TRUE);
}

/* What changes the plan: the actions, and what the timeline asks for. */
void
_relm_timeline_page_install_edits (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, reschedule_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_cb);
  gtk_widget_class_bind_template_callback (widget_class, refuse_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "timeline-page.leave-others", NULL);
  gtk_widget_class_install_action (widget_class, "timeline-page.take-baseline", NULL, take_baseline_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.move-others", NULL, others_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.leave-others", NULL, others_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.add-release", NULL, add_record_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.add-milestone", NULL, add_record_cb);
}
