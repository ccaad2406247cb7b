/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-milestone.h"
#include "relm-record-edits.h"
#include "relm-release.h"
#include "relm-timeline-edits.h"
#include "relm-timeline-look.h"
#include "relm-timeline-page-private.h"
#include "relm-timeline-search.h"
#include "relm-timeline-unscheduled.h"

#define AWAY_DAYS 28 /* where something new is put, from today */

struct _RelmTimelinePage
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *empty;
  GtkWidget *add_release;
  AdwToggleGroup *units;
  GtkMenuButton *unscheduled_button;
  GtkPopover *unscheduled_popover;
  GtkLabel *unscheduled_label;
  RelmTimeline *timeline;
  GtkRevealer *cascade;
  GtkLabel *cascade_label;

  RelmTimelineCascade *cascade_moves; /* what was offered; NULL for nothing */
  RelmViewState *view_state;
  RelmDocument *document;
  RelmProject *project;
  gboolean is_updating_units;
  gboolean is_following; /* the window, so that it need not be told */
  guint update_id;
};

enum
{
  PROP_0,
  PROP_VIEW_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void queue_update_cb (RelmTimelinePage *self);

G_DEFINE_FINAL_TYPE (RelmTimelinePage, relm_timeline_page, ADW_TYPE_BIN)

/*
 * Editing
 */

/* What else should move is shown where it would be, and moves only when somebody says so. */
static void
offer (RelmTimelinePage *self,
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
  summary = relm_plan_moves_dup_summary (relm_timeline_cascade_get_others (cascade));
  gtk_label_set_label (self->cascade_label, summary);
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0) /* GTK 4.18 crashes on it there */
    gtk_accessible_announce (GTK_ACCESSIBLE (self->cascade_label), summary, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
reschedule_cb (RelmTimelinePage *self,
               GArray *moves)
{
  RelmPlanSchedule *schedule = self->view_state != NULL ? relm_view_state_get_schedule (self->view_state) : NULL;
  RelmTimelineCascade *cascade;

  if (self->document == NULL)
    return;
  offer (self, NULL);
  cascade = relm_timeline_edits_move (GTK_WIDGET (self), self->document, schedule, moves);
  offer (self, cascade);
}

static void
others_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (widget);
  g_autoptr (RelmTimelineCascade) cascade = g_steal_pointer (&self->cascade_moves);

  offer (self, NULL);
  if (cascade != NULL && self->document != NULL && g_str_has_suffix (name, "move-others"))
    relm_timeline_cascade_apply (cascade, widget, self->document);
}

/* What was offered is about a plan that is no more. */
static void
project_changed_cb (RelmTimelinePage *self)
{
  if (self->cascade_moves != NULL)
    offer (self, NULL);
  queue_update_cb (self);
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
  if (self->document != NULL)
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
  record = relm_record_edits_add (self->document, type, relm_view_state_get_release (self->view_state), prepare_cb, NULL);
  if (record != NULL)
    relm_view_state_set_selected (self->view_state, record);
}

/*
 * What has no dates
 */

static RelmRecord *
look_up (RelmTimelinePage *self,
         GVariant *id)
{
  gtk_popover_popdown (self->unscheduled_popover);
  return self->project != NULL ? relm_project_lookup (self->project, g_variant_get_string (id, NULL)) : NULL;
}

static void
show_unscheduled_cb (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (widget);
  RelmRecord *record = look_up (self, parameter);

  if (record == NULL || self->view_state == NULL)
    return;
  relm_view_state_set_selected (self->view_state, record);
  gtk_widget_activate_action (widget, "win.inspect", NULL);
}

/* Gives it dates from a day on, and shows it. */
static void
schedule (RelmTimelinePage *self,
          RelmRecord *record,
          RelmDate day)
{
  relm_timeline_edits_schedule (GTK_WIDGET (self), self->document, relm_view_state_get_schedule (self->view_state), record, day);
  relm_view_state_set_selected (self->view_state, record);
  relm_timeline_scroll_to (self->timeline, record);
}

static void
schedule_today_cb (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (widget);
  RelmRecord *record = look_up (self, parameter);

  if (record != NULL && self->document != NULL && self->view_state != NULL)
    schedule (self, record, relm_timeline_get_today (self->timeline));
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
  relm_timeline_set_show_baseline (self->timeline, TRUE);
}

/* On the day under the pointer. */
static gboolean
drop_cb (RelmTimelinePage *self,
         const GValue *value,
         double x,
         double y)
{
  RelmRecord *record = g_value_get_object (value);

  if (record == NULL || self->document == NULL || self->view_state == NULL || !relm_timeline_get_editable (self->timeline))
    return FALSE;
  gtk_popover_popdown (self->unscheduled_popover);
  schedule (self, record, relm_timeline_get_day_at (self->timeline, x));
  return TRUE;
}

static void
add_drop (RelmTimelinePage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (RELM_TYPE_RECORD, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->timeline), GTK_EVENT_CONTROLLER (target));
}

/* Filled when it is opened. */
static void
fill_unscheduled_cb (RelmTimelinePage *self)
{
  gtk_popover_set_child (self->unscheduled_popover,
                         relm_timeline_unscheduled_new (relm_timeline_get_unscheduled (self->timeline)));
}

/*
 * Following what the window shows
 */

static gboolean
update_cb (gpointer data)
{
  RelmTimelinePage *self = data;
  const guint n_unscheduled = relm_timeline_get_unscheduled (self->timeline)->len;
  const gboolean of_release = self->view_state != NULL && relm_view_state_get_release (self->view_state) != NULL;
  const gboolean is_empty = self->project == NULL || relm_timeline_is_empty (self->timeline);
  g_autofree char *number = g_strdup_printf ("%u", n_unscheduled);
  g_autofree char *tooltip = g_strdup_printf (ngettext ("%u thing has no dates", "%u things have no dates", n_unscheduled),
                                              n_unscheduled);

  self->update_id = 0;
  adw_status_page_set_description (self->empty,
                                   n_unscheduled > 0
                                     ? _ ("What has a date is shown here in time. Nothing of what is there has one yet: select it, "
                                          "and give it dates in the inspector.")
                                     : _ ("Releases, phases, milestones and work items with dates are shown here in time, and are "
                                          "moved by dragging them."));
  gtk_widget_set_visible (self->add_release, !of_release);
  gtk_label_set_label (self->unscheduled_label, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->unscheduled_button), tooltip);
  gtk_widget_set_visible (GTK_WIDGET (self->unscheduled_button), n_unscheduled > 0);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "timeline");
  return G_SOURCE_REMOVE;
}

static void
queue_update_cb (RelmTimelinePage *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
read_only_cb (RelmTimelinePage *self)
{
  relm_timeline_set_editable (self->timeline, self->document != NULL && !relm_document_get_read_only (self->document));
}

static void
release_cb (RelmTimelinePage *self)
{
  relm_timeline_set_release (self->timeline, self->view_state != NULL ? relm_view_state_get_release (self->view_state) : NULL);
  queue_update_cb (self);
}

static void
selected_cb (RelmTimelinePage *self)
{
  RelmRecord *selected = self->view_state != NULL ? relm_view_state_get_selected (self->view_state) : NULL;

  if (selected == relm_timeline_get_selected (self->timeline))
    return;
  relm_timeline_set_selected (self->timeline, selected);
  if (selected != NULL)
    relm_timeline_scroll_to (self->timeline, selected);
}

static void
timeline_selected_cb (RelmTimelinePage *self)
{
  if (self->view_state != NULL && !self->is_following)
    relm_view_state_set_selected (self->view_state, relm_timeline_get_selected (self->timeline));
}

/* How it was looked at is remembered when somebody looks at something else. */
static void
remember_look (RelmTimelinePage *self)
{
  GFile *file = self->document != NULL ? relm_document_get_file (self->document) : NULL;

  if (file != NULL)
    relm_timeline_look_remember (self->timeline, file);
}

static void
document_cb (RelmTimelinePage *self)
{
  RelmDocument *document = self->view_state != NULL ? relm_view_state_get_document (self->view_state) : NULL;
  RelmProject *project = document != NULL ? relm_document_get_project (document) : NULL;

  remember_look (self);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  g_set_object (&self->project, project);
  if (document != NULL)
    g_signal_connect_swapped (document, "notify::read-only", G_CALLBACK (read_only_cb), self);
  if (project != NULL)
    g_signal_connect_swapped (project, "changed", G_CALLBACK (project_changed_cb), self);

  offer (self, NULL);
  relm_timeline_set_schedule (self->timeline, document != NULL ? relm_view_state_get_schedule (self->view_state) : NULL);
  self->is_following = TRUE;
  relm_timeline_set_project (self->timeline, project);
  self->is_following = FALSE;
  if (document != NULL)
    relm_timeline_look_recall (self->timeline, relm_document_get_file (document));
  read_only_cb (self);
  release_cb (self);
  selected_cb (self);
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

  g_clear_handle_id (&self->update_id, g_source_remove);
  relm_timeline_set_today (self->timeline, relm_date_today ());
  update_cb (self);
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
    case PROP_VIEW_STATE:
      g_value_set_object (value, RELM_TIMELINE_PAGE (object)->view_state);
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
    case PROP_VIEW_STATE:
      relm_timeline_page_set_view_state (RELM_TIMELINE_PAGE (object), g_value_get_object (value));
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
    relm_timeline_page_set_view_state (self, NULL);
  g_clear_pointer (&self->cascade_moves, relm_timeline_cascade_free);
  g_clear_handle_id (&self->update_id, g_source_remove);
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
  gtk_widget_class_bind_template_callback (widget_class, reschedule_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_cb);
  gtk_widget_class_bind_template_callback (widget_class, refuse_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_width_cb);
  gtk_widget_class_bind_template_callback (widget_class, timeline_selected_cb);
}

static void
relm_timeline_page_class_init (RelmTimelinePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = relm_timeline_page_dispose;
  object_class->get_property = relm_timeline_page_get_property;
  object_class->set_property = relm_timeline_page_set_property;
  widget_class->map = relm_timeline_page_map;
  widget_class->unmap = relm_timeline_page_unmap;

  /**
   * RelmTimelinePage:view-state:
   *
   * What the window shows.
   */
  properties[PROP_VIEW_STATE] = g_param_spec_object ("view-state", NULL, NULL, RELM_TYPE_VIEW_STATE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (RELM_TYPE_TIMELINE);
  bind_template (widget_class);
  _relm_timeline_page_install_view (widget_class);
  gtk_widget_class_install_action (widget_class, "timeline-page.show-unscheduled", "s", show_unscheduled_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.schedule-today", "s", schedule_today_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "timeline-page.leave-others", NULL);
  gtk_widget_class_install_action (widget_class, "timeline-page.take-baseline", NULL, take_baseline_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.move-others", NULL, others_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.leave-others", NULL, others_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.add-release", NULL, add_record_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.add-milestone", NULL, add_record_cb);
}

static void
relm_timeline_page_init (RelmTimelinePage *self)
{
  g_autoptr (GSimpleActionGroup) actions = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  actions = relm_timeline_look_create_actions (self->timeline);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timeline-view", G_ACTION_GROUP (actions));
  add_drop (self);
  day_width_cb (self);
  g_signal_connect_object (self->units, "notify::active", G_CALLBACK (unit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->unscheduled_popover, "show", G_CALLBACK (fill_unscheduled_cb), self, G_CONNECT_SWAPPED);
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
 * relm_timeline_page_set_view_state:
 * @view_state: (nullable): of the window
 */
void
relm_timeline_page_set_view_state (RelmTimelinePage *self,
                                   RelmViewState *view_state)
{
  g_return_if_fail (RELM_IS_TIMELINE_PAGE (self));

  if (self->view_state == view_state)
    return;
  if (self->view_state != NULL)
    g_signal_handlers_disconnect_by_data (self->view_state, self);
  g_set_object (&self->view_state, view_state);
  if (view_state != NULL)
    {
      g_signal_connect_swapped (view_state, "notify::document", G_CALLBACK (document_cb), self);
      g_signal_connect_swapped (view_state, "notify::release", G_CALLBACK (release_cb), self);
      g_signal_connect_swapped (view_state, "notify::selected", G_CALLBACK (selected_cb), self);
    }
  document_cb (self);
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
