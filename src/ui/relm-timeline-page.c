/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-baseline.h"
#include "relm-timeline-key-bar.h"
#include "relm-timeline-look.h"
#include "relm-timeline-page-private.h"
#include "relm-timeline-search.h"

enum
{
  PROP_0,
  PROP_LAYOUT,
  PROP_BASELINE,
  PROP_PEOPLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RelmTimelinePage, relm_timeline_page, RELM_TYPE_PAGE)

/*
 * Following what the window shows
 */

static void
relm_timeline_page_update (RelmPage *page)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (page);
  const guint n_unscheduled = relm_timeline_get_unscheduled (self->timeline)->len;
  const gboolean of_release = relm_page_get_release (page) != NULL;
  const gboolean has_chart = relm_page_get_project (page) != NULL && !relm_timeline_is_empty (self->timeline);
  const gboolean is_empty = !has_chart && (n_unscheduled == 0 || self->layout == RELM_TIMELINE_PAGE_CHART);
  g_autofree char *number = g_strdup_printf ("%u", n_unscheduled);
  g_autofree char *tooltip = g_strdup_printf (ngettext ("%u thing has no dates", "%u things have no dates", n_unscheduled),
                                              n_unscheduled);

  adw_status_page_set_description (self->empty,
                                   n_unscheduled > 0
                                     ? _ ("What has a date is shown here in time. Nothing of what is there has one yet: select it, "
                                          "and give it dates in the inspector.")
                                     : _ ("Releases, phases, milestones and work items with dates are shown here in time, and are "
                                          "moved by dragging them."));
  gtk_widget_set_visible (self->add_release, !of_release);
  gtk_widget_set_visible (self->show_table, n_unscheduled > 0);
  gtk_label_set_label (self->unscheduled_label, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->unscheduled_button), tooltip);
  gtk_widget_set_visible (GTK_WIDGET (self->unscheduled_button), n_unscheduled > 0 && gtk_widget_get_visible (self->chart));
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "timeline");
}

/* What was offered is about a plan that is no more. */
static void
relm_timeline_page_project_changed (RelmPage *page,
                                    RelmChangeType type,
                                    RelmRecord *record)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (page);

  if (RELM_IS_BASELINE (record))
    _relm_timeline_page_update_baselines (self);
  if (self->cascade_moves != NULL)
    _relm_timeline_page_offer (self, NULL);
  _relm_timeline_page_stop_levelling (self);
}

static void
read_only_cb (RelmTimelinePage *self)
{
  relm_timeline_set_editable (self->timeline, self->document != NULL && !relm_document_get_read_only (self->document));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline-page.level", relm_timeline_get_editable (self->timeline));
}

static void
relm_timeline_page_release_changed (RelmPage *page)
{
  relm_timeline_set_release (RELM_TIMELINE_PAGE (page)->timeline, relm_page_get_release (page));
}

static void
selected_cb (RelmTimelinePage *self)
{
  RelmViewState *view_state = relm_page_get_view_state (RELM_PAGE (self));
  RelmRecord *selected = view_state != NULL ? relm_view_state_get_selected (view_state) : NULL;

  if (selected == relm_timeline_get_selected (self->timeline))
    return;
  relm_timeline_set_selected (self->timeline, selected);
  if (selected != NULL)
    relm_timeline_scroll_to (self->timeline, selected);
}

static void
timeline_selected_cb (RelmTimelinePage *self)
{
  RelmViewState *view_state = relm_page_get_view_state (RELM_PAGE (self));

  if (view_state != NULL && !self->is_following)
    relm_view_state_set_selected (view_state, relm_timeline_get_selected (self->timeline));
}

/* How it was looked at is remembered when somebody looks at something else. */
static void
remember_look (RelmTimelinePage *self)
{
  GFile *file = self->document != NULL ? relm_document_get_file (self->document) : NULL;

  if (file == NULL)
    return;
  relm_timeline_look_remember (self->timeline, file);
  _relm_timeline_page_remember_layout (self, file);
  _relm_timeline_page_remember_baseline (self, file);
  _relm_timeline_page_remember_people (self, file);
}

static void
relm_timeline_page_document_changed (RelmPage *page)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (page);
  RelmViewState *view_state = relm_page_get_view_state (page);
  RelmDocument *document = relm_page_get_document (page);

  remember_look (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    {
      g_signal_connect_swapped (document, "notify::read-only", G_CALLBACK (read_only_cb), self);
      g_signal_connect_swapped (document, "notify::file", G_CALLBACK (_relm_timeline_page_update_views), self);
    }

  _relm_timeline_page_offer (self, NULL);
  _relm_timeline_page_stop_levelling (self);
  relm_timeline_set_schedule (self->timeline, document != NULL ? relm_view_state_get_schedule (view_state) : NULL);
  relm_people_pane_set_schedule (self->people, document != NULL ? relm_view_state_get_schedule (view_state) : NULL);
  relm_timeline_set_forecasts (self->timeline, document != NULL ? relm_view_state_get_forecasts (view_state) : NULL);
  self->is_following = TRUE;
  relm_timeline_set_project (self->timeline, relm_page_get_project (page));
  self->is_following = FALSE;
  if (document != NULL)
    {
      relm_timeline_look_recall (self->timeline, relm_document_get_file (document));
      _relm_timeline_page_recall_layout (self, relm_document_get_file (document));
      _relm_timeline_page_recall_baseline (self, relm_document_get_file (document));
      _relm_timeline_page_recall_people (self, relm_document_get_file (document));
    }
  _relm_timeline_page_update_baselines (self);
  _relm_timeline_page_update_views (self);
  read_only_cb (self);
  relm_timeline_page_release_changed (page);
  selected_cb (self);
}

static void
relm_timeline_page_view_state_changed (RelmPage *page)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (page);
  RelmViewState *view_state = relm_page_get_view_state (page);

  relm_plan_table_set_view_state (self->table, view_state);
  if (view_state == NULL)
    return;
  g_signal_connect_swapped (view_state, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (view_state, "notify::baseline", G_CALLBACK (_relm_timeline_page_update_baselines), self);
}

/*
 * Zoom
 */

/* The unit whose finer tier is shown is the one that is chosen. */
static void
day_width_cb (RelmTimelinePage *self)
{
  static const char *const names[RELM_TIME_N_UNITS] = { "day", "week", "month", "quarter", "year", "year" };
  const RelmTimeScale scale = { .day_width = relm_timeline_get_day_width (self->timeline) };

  self->is_updating_units = TRUE;
  adw_toggle_group_set_active_name (self->units, names[relm_time_scale_get_tiers (&scale).minor]);
  self->is_updating_units = FALSE;
}

static void
unit_cb (RelmTimelinePage *self)
{
  static const RelmTimeUnit units[] = {
    RELM_TIME_UNIT_DAY, RELM_TIME_UNIT_WEEK, RELM_TIME_UNIT_MONTH, RELM_TIME_UNIT_QUARTER, RELM_TIME_UNIT_YEAR,
  };
  const guint active = adw_toggle_group_get_active (self->units);

  if (!self->is_updating_units && active < G_N_ELEMENTS (units))
    relm_timeline_set_day_width (self->timeline, relm_time_unit_get_day_width (units[active]));
}

/*
 * GObject
 */

static void
relm_timeline_page_map (GtkWidget *widget)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (widget);

  relm_timeline_set_today (self->timeline, relm_date_today ());
  GTK_WIDGET_CLASS (relm_timeline_page_parent_class)->map (widget);
}

static void
relm_timeline_page_unmap (GtkWidget *widget)
{
  remember_look (RELM_TIMELINE_PAGE (widget));
  GTK_WIDGET_CLASS (relm_timeline_page_parent_class)->unmap (widget);
}

static void
relm_timeline_page_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LAYOUT:
      g_value_set_enum (value, RELM_TIMELINE_PAGE (object)->layout);
      break;
    case PROP_BASELINE:
      _relm_timeline_page_get_baseline (RELM_TIMELINE_PAGE (object), value);
      break;
    case PROP_PEOPLE:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (RELM_TIMELINE_PAGE (object)->people)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_timeline_page_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LAYOUT:
      _relm_timeline_page_set_layout (RELM_TIMELINE_PAGE (object), (RelmTimelinePageLayout) g_value_get_enum (value));
      break;
    case PROP_BASELINE:
      _relm_timeline_page_set_baseline (RELM_TIMELINE_PAGE (object), g_value_get_string (value));
      break;
    case PROP_PEOPLE:
      _relm_timeline_page_set_people (RELM_TIMELINE_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_timeline_page_dispose (GObject *object)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (object);

  if (self->timeline != NULL)
    relm_page_set_view_state (RELM_PAGE (self), NULL);
  g_clear_pointer (&self->cascade_moves, relm_timeline_cascade_free);
  g_clear_object (&self->baselines);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELM_TYPE_TIMELINE_PAGE);

  G_OBJECT_CLASS (relm_timeline_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (RELM_TYPE_TIMELINE_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/relm_app/Relm/relm-timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, empty);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, add_release);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, units);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, unscheduled_button);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, unscheduled_popover);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, unscheduled_label);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, timeline);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, cascade);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, cascade_label);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, leave);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, move);
  gtk_widget_class_bind_template_callback (widget_class, day_width_cb);
  gtk_widget_class_bind_template_callback (widget_class, timeline_selected_cb);
}

static void
relm_timeline_page_class_init (RelmTimelinePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RelmPageClass *page_class = RELM_PAGE_CLASS (klass);

  object_class->dispose = relm_timeline_page_dispose;
  object_class->get_property = relm_timeline_page_get_property;
  object_class->set_property = relm_timeline_page_set_property;
  widget_class->map = relm_timeline_page_map;
  widget_class->unmap = relm_timeline_page_unmap;
  page_class->view_state_changed = relm_timeline_page_view_state_changed;
  page_class->document_changed = relm_timeline_page_document_changed;
  page_class->release_changed = relm_timeline_page_release_changed;
  page_class->project_changed = relm_timeline_page_project_changed;
  page_class->update = relm_timeline_page_update;

  /**
   * RelmTimelinePage:layout:
   *
   * Whether the chart, the table or both are wanted.
   */
  properties[PROP_LAYOUT] = g_param_spec_enum ("layout", NULL, NULL, RELM_TYPE_TIMELINE_PAGE_LAYOUT, RELM_TIMELINE_PAGE_CHART,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * RelmTimelinePage:baseline:
   *
   * The id of the baseline that the plan is compared with; “none” for none.
   */
  properties[PROP_BASELINE] =
    g_param_spec_string ("baseline", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * RelmTimelinePage:people:
   *
   * Whether what everybody has to do is shown below the chart.
   */
  properties[PROP_PEOPLE] = g_param_spec_boolean ("people", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (RELM_TYPE_TIMELINE);
  g_type_ensure (RELM_TYPE_TIMELINE_KEY_BAR);
  bind_template (widget_class);
  _relm_timeline_page_install_view (widget_class);
  _relm_timeline_page_install_layout (widget_class);
  _relm_timeline_page_install_baselines (widget_class);
  _relm_timeline_page_install_people (widget_class);
  _relm_timeline_page_install_menu (widget_class);
  _relm_timeline_page_install_views (widget_class);
  _relm_timeline_page_install_edits (widget_class);
  _relm_timeline_page_install_unscheduled (widget_class);
}

static void
relm_timeline_page_init (RelmTimelinePage *self)
{
  g_autoptr (GSimpleActionGroup) actions = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  actions = relm_timeline_look_create_actions (self->timeline);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timeline-view", G_ACTION_GROUP (actions));
  _relm_timeline_page_init_edits (self);
  _relm_timeline_page_init_menu (self);
  _relm_timeline_page_init_unscheduled (self);
  _relm_timeline_page_init_baselines (self);
  _relm_timeline_page_init_layout (self);
  _relm_timeline_page_init_people (self);
  day_width_cb (self);
  g_signal_connect_object (self->units, "notify::active", G_CALLBACK (unit_cb), self, G_CONNECT_SWAPPED);
}

/**
 * relm_timeline_page_new:
 *
 * Returns: (transfer floating): a page that shows nothing
 */
RelmTimelinePage *
relm_timeline_page_new (void)
{
  return g_object_new (RELM_TYPE_TIMELINE_PAGE, NULL);
}

/**
 * relm_timeline_page_get_timeline:
 *
 * Returns: (transfer none): the timeline in it
 */
RelmTimeline *
relm_timeline_page_get_timeline (RelmTimelinePage *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE_PAGE (self), NULL);

  return self->timeline;
}
