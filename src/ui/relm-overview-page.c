/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-overview-page.h"
#include "relm-overview-release.h"
#include "relm-overview-roadmap.h"
#include "relm-overview-row.h"
#include "relm-record-edits.h"
#include "relm-release.h"

struct _RelmOverviewPage
{
  RelmPage parent_instance;

  RelmForecasts *forecasts;
  GtkWidget *stack;
  GtkWidget *clamp;
};

G_DEFINE_FINAL_TYPE (RelmOverviewPage, relm_overview_page, RELM_TYPE_PAGE)

static GtkWidget *
create_facts (RelmOverviewPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  RelmViewState *view_state = relm_page_get_view_state (RELM_PAGE (self));
  RelmProject *project = relm_page_get_project (RELM_PAGE (self));
  RelmRecord *release = relm_view_state_get_release (view_state);

  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  if (release != NULL)
    relm_overview_release_fill (GTK_BOX (box), view_state, project, release, relm_date_today ());
  else
    relm_overview_roadmap_fill (GTK_BOX (box), view_state, project, relm_date_today ());
  return box;
}

/* Returns: (transfer full) (nullable): what the row with the focus leads to */
static RelmRecord *
find_focus (RelmOverviewPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  RelmRecord *record;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->clamp))
    return NULL;
  record = relm_overview_row_get_record (focus);
  return record != NULL ? g_object_ref (record) : NULL;
}

static void
relm_overview_page_update (RelmPage *page)
{
  RelmOverviewPage *self = RELM_OVERVIEW_PAGE (page);
  RelmProject *project = relm_page_get_project (page);
  RelmRecordList *releases = project != NULL ? relm_project_get_list (project, RELM_TYPE_RELEASE) : NULL;
  const gboolean any = releases != NULL && relm_record_list_get_size (releases) > 0;
  g_autoptr (RelmRecord) focus = find_focus (self);
  GtkWidget *row;

  adw_clamp_set_child (ADW_CLAMP (self->clamp), project != NULL ? create_facts (self) : NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "facts" : "empty");
  row = focus != NULL ? relm_overview_row_find (self->clamp, focus) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

/* What is looked at is another thing, and begins at the top. */
static void
relm_overview_page_release_changed (RelmPage *page)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (RELM_OVERVIEW_PAGE (page)->clamp, GTK_TYPE_SCROLLED_WINDOW);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), 0);
}

static void
relm_overview_page_document_changed (RelmPage *page)
{
  RelmOverviewPage *self = RELM_OVERVIEW_PAGE (page);
  RelmForecasts *forecasts = relm_page_get_project (page) != NULL ? relm_view_state_get_forecasts (relm_page_get_view_state (page)) : NULL;

  if (self->forecasts != NULL)
    g_signal_handlers_disconnect_by_data (self->forecasts, self);
  g_set_object (&self->forecasts, forecasts);
  if (self->forecasts != NULL)
    g_signal_connect_swapped (self->forecasts, "changed", G_CALLBACK (relm_page_queue_update), self);
}

static void
add_release_cb (RelmOverviewPage *self)
{
  RelmDocument *document = relm_page_get_document (RELM_PAGE (self));
  RelmRecord *release;

  if (document == NULL)
    return;
  release = relm_record_edits_add (document, RELM_TYPE_RELEASE, NULL, NULL, NULL);
  if (release != NULL)
    relm_view_state_set_selected (relm_page_get_view_state (RELM_PAGE (self)), release);
}

static void
relm_overview_page_class_init (RelmOverviewPageClass *klass)
{
  RelmPageClass *page_class = RELM_PAGE_CLASS (klass);

  page_class->document_changed = relm_overview_page_document_changed;
  page_class->release_changed = relm_overview_page_release_changed;
  page_class->update = relm_overview_page_update;
}

static GtkWidget *
create_empty (RelmOverviewPage *self)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Add Release"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_release_cb), self);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "x-office-calendar-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("No Releases Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status),
                                   _ ("A release is what you plan to deliver, and when. Everything else belongs to one."));
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  return status;
}

static void
relm_overview_page_init (RelmOverviewPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), 760);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->clamp);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "facts");
  gtk_stack_add_named (GTK_STACK (self->stack), create_empty (self), "empty");
  adw_bin_set_child (ADW_BIN (self), self->stack);
}
