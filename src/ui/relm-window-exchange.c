/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves a window for other programs and for paper, and what comes in from other programs. */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-export-dialog.h"
#include "relm-plan-import.h"
#include "relm-plan-print.h"
#include "relm-timeline-page.h"
#include "relm-window-private.h"

/* The one of the page, with its zoom and folds; before the page was ever seen one that shows the same. */
static RelmTimeline *
ref_timeline (RelmWindow *self)
{
  GtkWidget *bin = adw_view_stack_get_child_by_name (self->views, "timeline");
  GtkWidget *page = bin != NULL ? adw_bin_get_child (ADW_BIN (bin)) : NULL;
  RelmTimeline *timeline;

  if (page != NULL && RELM_IS_TIMELINE_PAGE (page))
    return g_object_ref (relm_timeline_page_get_timeline (RELM_TIMELINE_PAGE (page)));
  timeline = g_object_ref_sink (relm_timeline_new ());
  relm_timeline_set_project (timeline, relm_document_get_project (self->document));
  relm_timeline_set_schedule (timeline, relm_view_state_get_schedule (self->view_state));
  relm_timeline_set_forecasts (timeline, relm_view_state_get_forecasts (self->view_state));
  relm_timeline_set_release (timeline, relm_view_state_get_release (self->view_state));
  return timeline;
}

static void
export_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer user_data)
{
  RelmWindow *self = user_data;
  g_autoptr (RelmTimeline) timeline = ref_timeline (self);

  adw_dialog_present (ADW_DIALOG (relm_export_dialog_new (timeline)), GTK_WIDGET (self));
}

static void
print_action (GSimpleAction *action,
              GVariant *parameter,
              gpointer user_data)
{
  RelmWindow *self = user_data;
  g_autoptr (RelmTimeline) timeline = ref_timeline (self);

  relm_plan_print (GTK_WIDGET (self), timeline);
}

static void
import_plan_action (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer user_data)
{
  RelmWindow *self = user_data;

  relm_plan_import (GTK_WIDGET (self), self->document, relm_view_state_get_release (self->view_state));
}

void
_relm_window_add_exchange_actions (RelmWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "export", .activate = export_action },
    { .name = "print", .activate = print_action },
    { .name = "import-plan", .activate = import_plan_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
