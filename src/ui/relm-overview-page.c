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
  AdwBin parent_instance;

  RelmViewState *view_state;
  RelmProject *project;
  RelmForecasts *forecasts;
  GtkWidget *stack;
  GtkWidget *clamp;
  guint update_id;
};

enum
{
  PROP_0,
  PROP_VIEW_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RelmOverviewPage, relm_overview_page, ADW_TYPE_BIN)

static GtkWidget *
create_facts (RelmOverviewPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  RelmRecord *release = relm_view_state_get_release (self->view_state);

  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  if (release != NULL)
    relm_overview_release_fill (GTK_BOX (box), self->view_state, self->project, release, relm_date_today ());
  else
    relm_overview_roadmap_fill (GTK_BOX (box), self->view_state, self->project, relm_date_today ());
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

static gboolean
update_cb (gpointer data)
{
  RelmOverviewPage *self = data;
  g_autoptr (RelmRecord) focus = find_focus (self);
  RelmRecordList *releases = self->project != NULL ? relm_project_get_list (self->project, RELM_TYPE_RELEASE) : NULL;
  const gboolean any = releases != NULL && relm_record_list_get_size (releases) > 0;
  GtkWidget *row;

  self->update_id = 0;
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->project != NULL ? create_facts (self) : NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "facts" : "empty");
  row = focus != NULL ? relm_overview_row_find (self->clamp, focus) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

static void
queue_update_cb (RelmOverviewPage *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
release_changed_cb (RelmOverviewPage *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (self->clamp, GTK_TYPE_SCROLLED_WINDOW);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), 0);
  queue_update_cb (self);
}

static void
follow_forecasts (RelmOverviewPage *self,
                  RelmForecasts *forecasts)
{
  if (self->forecasts != NULL)
    g_signal_handlers_disconnect_by_data (self->forecasts, self);
  g_set_object (&self->forecasts, forecasts);
  if (forecasts != NULL)
    g_signal_connect_swapped (forecasts, "changed", G_CALLBACK (queue_update_cb), self);
}

static void
document_changed_cb (RelmOverviewPage *self)
{
  RelmDocument *document = self->view_state != NULL ? relm_view_state_get_document (self->view_state) : NULL;
  RelmProject *project = document != NULL ? relm_document_get_project (document) : NULL;

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_set_object (&self->project, project);
  if (project != NULL)
    g_signal_connect_swapped (project, "changed", G_CALLBACK (queue_update_cb), self);
  follow_forecasts (self, project != NULL ? relm_view_state_get_forecasts (self->view_state) : NULL);
  queue_update_cb (self);
}

static void
add_release_cb (RelmOverviewPage *self)
{
  RelmDocument *document = self->view_state != NULL ? relm_view_state_get_document (self->view_state) : NULL;
  RelmRecord *release;

  if (document == NULL)
    return;
  release = relm_record_edits_add (document, RELM_TYPE_RELEASE, NULL, NULL, NULL);
  if (release != NULL)
    relm_view_state_set_selected (self->view_state, release);
}

static void
relm_overview_page_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VIEW_STATE:
      g_value_set_object (value, RELM_OVERVIEW_PAGE (object)->view_state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_overview_page_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VIEW_STATE:
      relm_overview_page_set_view_state (RELM_OVERVIEW_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Nothing is computed while nobody looks. */
static void
relm_overview_page_map (GtkWidget *widget)
{
  RelmOverviewPage *self = RELM_OVERVIEW_PAGE (widget);

  g_clear_handle_id (&self->update_id, g_source_remove);
  update_cb (self);
  GTK_WIDGET_CLASS (relm_overview_page_parent_class)->map (widget);
}

static void
relm_overview_page_dispose (GObject *object)
{
  RelmOverviewPage *self = RELM_OVERVIEW_PAGE (object);

  relm_overview_page_set_view_state (self, NULL);
  g_clear_handle_id (&self->update_id, g_source_remove);

  G_OBJECT_CLASS (relm_overview_page_parent_class)->dispose (object);
}

static void
relm_overview_page_class_init (RelmOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = relm_overview_page_dispose;
  object_class->get_property = relm_overview_page_get_property;
  object_class->set_property = relm_overview_page_set_property;
  GTK_WIDGET_CLASS (klass)->map = relm_overview_page_map;

  /**
   * RelmOverviewPage:view-state:
   *
   * What the window shows.
   */
  properties[PROP_VIEW_STATE] = g_param_spec_object ("view-state", NULL, NULL, RELM_TYPE_VIEW_STATE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
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

/**
 * relm_overview_page_set_view_state:
 * @view_state: (nullable): of the window
 */
void
relm_overview_page_set_view_state (RelmOverviewPage *self,
                                   RelmViewState *view_state)
{
  g_return_if_fail (RELM_IS_OVERVIEW_PAGE (self));

  if (self->view_state == view_state)
    return;

  if (self->view_state != NULL)
    g_signal_handlers_disconnect_by_data (self->view_state, self);
  g_set_object (&self->view_state, view_state);
  if (view_state != NULL)
    {
      g_signal_connect_swapped (view_state, "notify::document", G_CALLBACK (document_changed_cb), self);
      g_signal_connect_swapped (view_state, "notify::release", G_CALLBACK (release_changed_cb), self);
    }
  document_changed_cb (self);
}
