/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-overview-page.h"
#include "relm-overview-release.h"
#include "relm-overview-row.h"
#include "relm-readiness.h"
#include "relm-record-edits.h"
#include "relm-record-look.h"
#include "relm-record-relations.h"
#include "relm-release.h"
#include "relm-roadmap.h"
#include "relm-text.h"

#define MAX_PAST 5 /* the others are in the sidebar */

struct _RelmOverviewPage
{
  AdwBin parent_instance;

  RelmViewState *view_state;
  RelmProject *project;
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
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (readiness->n_items > 0)
    done = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u work item done", "%u of %u work items done",
                                         readiness->n_items), readiness->n_done, readiness->n_items);
  if (*name != '\0')
    g_strv_builder_add (parts, name);
  if (*date != '\0')
    g_strv_builder_add (parts, date);
  if (done != NULL)
    g_strv_builder_add (parts, done);
  words = g_strv_builder_end (parts);
  return g_strjoinv (" · ", words);
}

static void
add_release (RelmOverviewPage *self,
             GtkWidget *group,
             RelmRecord *release,
             RelmDate today)
{
  const RelmReadiness readiness = relm_readiness_compute (self->project, release, today);
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
      distance = relm_overview_dup_distance (readiness.date, today);
      relm_overview_row_add_words (row, distance, late ? "error" : NULL);
    }
  relm_overview_row_show_release (row, self->view_state, release);
}

static void
add_releases (RelmOverviewPage *self,
              GtkBox *box,
              const char *title,
              GPtrArray *releases,
              guint max)
{
  GtkWidget *group;

  if (releases->len == 0)
    return;
  group = relm_overview_group_new (box, title);
  for (guint i = 0; i < MIN (releases->len, max); i++)
    add_release (self, group, g_ptr_array_index (releases, i), relm_date_today ());
}

static void
fill_roadmap (RelmOverviewPage *self,
              GtkBox *box)
{
  RelmRecord *project = RELM_RECORD (self->project);
  g_autofree char *title = relm_record_dup_display_title (project);
  g_autofree char *description = relm_text_display (relm_record_get_string (project, RELM_PROJECT_DESCRIPTION));
  g_autoptr (GPtrArray) upcoming = relm_roadmap_list_upcoming (self->project);
  g_autoptr (GPtrArray) past = relm_roadmap_list_past (self->project);
  RelmRecordRelations *parts;

  append_text (box, title, "title-1");
  if (!relm_text_is_blank (description))
    append_text (box, description, "body");
  add_releases (self, box, _ ("Upcoming Releases"), upcoming, G_MAXUINT);
  add_releases (self, box, _ ("Latest Releases"), past, MAX_PAST);
  parts = relm_record_relations_new (relm_record_get_kind (project));
  gtk_box_append (box, GTK_WIDGET (parts));
  relm_record_relations_set_record (parts, self->view_state, project);
}

static gboolean
update_cb (gpointer data)
{
  RelmOverviewPage *self = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  RelmRecord *release = self->view_state != NULL ? relm_view_state_get_release (self->view_state) : NULL;
  gboolean any = FALSE;

  self->update_id = 0;
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  if (self->project != NULL)
    {
      any = relm_record_list_get_size (relm_project_get_list (self->project, RELM_TYPE_RELEASE)) > 0;
      if (release != NULL)
        relm_overview_release_fill (GTK_BOX (box), self->view_state, self->project, release, relm_date_today ());
      else
        fill_roadmap (self, GTK_BOX (box));
    }
  adw_clamp_set_child (ADW_CLAMP (self->clamp), box);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "facts" : "empty");
  return G_SOURCE_REMOVE;
}

static void
queue_update_cb (RelmOverviewPage *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
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
      g_signal_connect_swapped (view_state, "notify::release", G_CALLBACK (queue_update_cb), self);
    }
  document_changed_cb (self);
}
