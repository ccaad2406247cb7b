/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What everybody has to do, below the chart, and levelling it. */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-level-list.h"
#include "relm-memory.h"
#include "relm-record-edits.h"
#include "relm-timeline-page-private.h"

#define PEOPLE_DETAIL "timeline-people" /* what it is remembered by */

void
_relm_timeline_page_set_people (RelmTimelinePage *self,
                                gboolean people)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (gtk_widget_get_visible (GTK_WIDGET (self->people)) == !!people)
    return;
  if (!people && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->people)))
    gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  gtk_widget_set_visible (GTK_WIDGET (self->people), people);
  if (!people)
    _relm_timeline_page_stop_levelling (self);
  g_object_notify (G_OBJECT (self), "people");
}

/* The page may be gone, or busy with another plan, by the time of the answer. */
static void
levelled_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (RelmTimelinePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmPlanLevelling) levelling = relm_plan_levelling_new_finish (result, &error);
  g_autofree char *summary = NULL;
  const gboolean is_ours = g_task_get_cancellable (G_TASK (result)) == self->levelling;

  if (is_ours)
    {
      g_clear_object (&self->levelling);
      relm_people_pane_set_progress (self->people, -1);
    }
  if (levelling == NULL && is_ours)
    relm_record_edits_say (GTK_WIDGET (self), error->message);
  if (levelling == NULL || !is_ours || self->document == NULL)
    return;
  summary = relm_plan_levelling_dup_summary (levelling);
  if (relm_plan_levelling_get_edits (levelling)->len > 0)
    _relm_timeline_page_offer (self, relm_timeline_cascade_new_levelling (g_steal_pointer (&levelling)));
  else
    relm_record_edits_say (GTK_WIDGET (self), summary);
}

static void
progress_cb (double fraction,
             gpointer data)
{
  RelmTimelinePage *self = data;

  relm_people_pane_set_progress (self->people, fraction);
}

static void
level_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (widget);

  if (self->document == NULL || self->levelling != NULL || !relm_timeline_get_editable (self->timeline))
    return;
  _relm_timeline_page_offer (self, NULL);
  _relm_timeline_page_set_people (self, TRUE);
  self->levelling = g_cancellable_new ();
  relm_people_pane_set_progress (self->people, 0);
  relm_plan_levelling_new_async (relm_view_state_get_schedule (relm_page_get_view_state (RELM_PAGE (self))), RELM_PLAN_LEVEL_SEED, self->levelling, progress_cb, self,
                                 levelled_cb, g_object_ref (self));
}

static void
stop_levelling_cb (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  _relm_timeline_page_stop_levelling (RELM_TIMELINE_PAGE (widget));
}

/* What comes of it is not wanted any more. */
void
_relm_timeline_page_stop_levelling (RelmTimelinePage *self)
{
  if (self->levelling == NULL)
    return;
  g_cancellable_cancel (self->levelling);
  g_clear_object (&self->levelling);
  if (self->people != NULL)
    relm_people_pane_set_progress (self->people, -1);
}

/* What would move, and why; filled when it is opened. */
static void
fill_details_cb (RelmTimelinePage *self)
{
  RelmPlanLevelling *levelling = self->cascade_moves != NULL ? relm_timeline_cascade_get_levelling (self->cascade_moves) : NULL;

  gtk_popover_set_child (self->details_popover, levelling != NULL ? relm_level_list_new (levelling) : NULL);
}

void
_relm_timeline_page_install_people (GtkWidgetClass *widget_class)
{
  g_type_ensure (RELM_TYPE_PEOPLE_PANE);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, people);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, details);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, details_popover);
  gtk_widget_class_install_property_action (widget_class, "timeline-page.people", "people");
  gtk_widget_class_install_action (widget_class, "timeline-page.level", NULL, level_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.stop-levelling", NULL, stop_levelling_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline-page.people", NULL);
}

void
_relm_timeline_page_init_people (RelmTimelinePage *self)
{
  g_signal_connect_object (self->details_popover, "show", G_CALLBACK (fill_details_cb), self, G_CONNECT_SWAPPED);
}

/* Kept when somebody looks at something else. */
void
_relm_timeline_page_remember_people (RelmTimelinePage *self,
                                     GFile *file)
{
  relm_memory_set_detail (file, PEOPLE_DETAIL, gtk_widget_get_visible (GTK_WIDGET (self->people)) ? "true" : NULL);
}

void
_relm_timeline_page_recall_people (RelmTimelinePage *self,
                                   GFile *file)
{
  g_autofree char *people = file != NULL ? relm_memory_dup_detail (file, PEOPLE_DETAIL) : NULL;

  _relm_timeline_page_set_people (self, g_strcmp0 (people, "true") == 0);
}
