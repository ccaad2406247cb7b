/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-timeline-private.h"
#include "relm-timeline-resources.h"
#include "relm-timeline-swatch.h"

#define STYLE_SHEET "/io/github/relm_app/Relm/timeline/relm-timeline.css"

enum
{
  PROP_0,
  PROP_PROJECT,
  PROP_RELEASE,
  PROP_SELECTED,
  PROP_EDITABLE,
  PROP_DAY_WIDTH,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  RESCHEDULE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *const ink_names[RELM_TIMELINE_N_INKS] = {
  [RELM_TIMELINE_INK_TEXT] = "ink",
  [RELM_TIMELINE_INK_DIM] = "dim",
  [RELM_TIMELINE_INK_PAPER] = "paper",
  [RELM_TIMELINE_INK_GRID] = "grid",
  [RELM_TIMELINE_INK_BAND] = "band",
  [RELM_TIMELINE_INK_WEEKEND] = "weekend",
  [RELM_TIMELINE_INK_BORDER] = "border",
  [RELM_TIMELINE_INK_RELEASE] = "release",
  [RELM_TIMELINE_INK_PERIOD] = "period",
  [RELM_TIMELINE_INK_WORK] = "work",
  [RELM_TIMELINE_INK_DONE] = "done",
  [RELM_TIMELINE_INK_BLOCKED] = "blocked",
  [RELM_TIMELINE_INK_LATE] = "late",
  [RELM_TIMELINE_INK_LINK] = "link",
  [RELM_TIMELINE_INK_TODAY] = "today",
  [RELM_TIMELINE_INK_ON_TODAY] = "ontoday",
  [RELM_TIMELINE_INK_SELECTION] = "selection",
  [RELM_TIMELINE_INK_HOVER] = "hover",
  [RELM_TIMELINE_INK_FOCUS] = "focus",
};

static gboolean get_border (GtkScrollable *scrollable,
                            GtkBorder *border);

static void
init_scrollable (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RelmTimeline, relm_timeline, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, _relm_timeline_init_accessible)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, init_scrollable))

/* What stays where it is while the rest scrolls. */
static gboolean
get_border (GtkScrollable *scrollable,
            GtkBorder *border)
{
  RelmTimeline *self = RELM_TIMELINE (scrollable);
  const gint16 titles = (gint16) self->metrics.titles;
  const gboolean mirrored = _relm_timeline_is_mirrored (self);

  *border = (GtkBorder) {
    .left = mirrored ? 0 : titles,
    .right = mirrored ? titles : 0,
    .top = (gint16) (2 * self->metrics.tier),
  };
  return TRUE;
}

void
_relm_timeline_forget_picture (RelmTimeline *self)
{
  g_clear_pointer (&self->picture.body, gsk_render_node_unref);
  g_clear_pointer (&self->picture.titles, gsk_render_node_unref);
}

static RelmTimelineLayout *
make_layout (RelmTimeline *self)
{
  g_autoptr (RelmProject) nothing = self->project == NULL ? relm_project_new () : NULL;

  return relm_timeline_layout_new (self->project != NULL ? self->project : nothing, self->release, self->toggled);
}

/* Makes it anew when something has changed; what else depends on it follows. */
RelmTimelineLayout *
_relm_timeline_get_layout (RelmTimeline *self)
{
  guint n_rows, row;

  if (self->layout != NULL)
    return self->layout;

  self->layout = make_layout (self);
  n_rows = relm_timeline_layout_get_n_rows (self->layout);
  row = self->selected != NULL ? relm_timeline_layout_find_row (self->layout, self->selected) : RELM_TIMELINE_NONE;
  self->cursor = row != RELM_TIMELINE_NONE ? row : MIN (self->cursor, MAX (n_rows, 1) - 1);
  self->hover = (RelmTimelineHit) { RELM_TIMELINE_NOWHERE, RELM_TIMELINE_NONE, RELM_TIMELINE_NONE, RELM_TIMELINE_HOLD_NONE };
  _relm_timeline_forget_picture (self);
  _relm_timeline_update_accessibles (self);
  return self->layout;
}

/* Changes come many at once: they are looked at before the next frame. */
static void
forget_layout (RelmTimeline *self)
{
  g_clear_pointer (&self->layout, relm_timeline_layout_free);
  _relm_timeline_forget_picture (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
project_changed_cb (RelmTimeline *self,
                    guint type,
                    RelmRecord *record)
{
  if (self->drag.active && type == RELM_CHANGE_REMOVE && record == self->drag.record)
    _relm_timeline_cancel_drag (self);
  forget_layout (self);
}

void
_relm_timeline_toggle (RelmTimeline *self,
                       guint row)
{
  const RelmTimelineRow *it = relm_timeline_layout_get_row (_relm_timeline_get_layout (self), row);
  const char *id = it->record != NULL ? relm_record_get_id (it->record) : "";

  if (!it->has_rows)
    return;
  if (!g_hash_table_remove (self->toggled, id))
    g_hash_table_add (self->toggled, g_strdup (id));
  forget_layout (self);
}

/* Asks whoever may change the plan, and says what became of it. */
void
_relm_timeline_reschedule (RelmTimeline *self,
                           RelmRecord *record,
                           RelmSpan span)
{
  g_autoptr (RelmRecord) held = g_object_ref (record);

  g_signal_emit (self, signals[RESCHEDULE], 0, record, (int) span.start, (int) span.finish);
  if (relm_timeline_layout_find_row (_relm_timeline_get_layout (self), held) != RELM_TIMELINE_NONE)
    _relm_timeline_announce (self, held);
}

static void
set_adjustment (RelmTimeline *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment)
{
  if (adjustment != NULL && self->adjustments[orientation] == adjustment)
    return;
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    return;
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (_relm_timeline_take_adjustments), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/*
 * GtkWidget
 */

static void
relm_timeline_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  RelmTimeline *self = RELM_TIMELINE (widget);

  if (self->metrics.row == 0)
    _relm_timeline_measure_text (self);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 2 * self->metrics.tier + 2 * self->metrics.row;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 480;
}

static void
relm_timeline_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  const RelmTimelineMetrics before = self->metrics;

  _relm_timeline_measure_text (self);
  if (memcmp (&before, &self->metrics, sizeof before) != 0)
    _relm_timeline_forget_picture (self);
  _relm_timeline_get_layout (self);
  if (self->fit != RELM_TIMELINE_FIT_NONE)
    _relm_timeline_fit_now (self);
  _relm_timeline_update_range (self);
  _relm_timeline_update_adjustments (self);
  _relm_timeline_allocate_tip (self);
}

static void
relm_timeline_css_changed (GtkWidget *widget,
                           GtkCssStyleChange *change)
{
  RelmTimeline *self = RELM_TIMELINE (widget);

  GTK_WIDGET_CLASS (relm_timeline_parent_class)->css_changed (widget, change);
  relm_text_cache_clear (self->texts);
  g_hash_table_remove_all (self->icons);
  _relm_timeline_forget_picture (self);
  gtk_widget_queue_allocate (widget);
}

static void
relm_timeline_direction_changed (GtkWidget *widget,
                                 GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (relm_timeline_parent_class)->direction_changed (widget, previous);
  relm_timeline_css_changed (widget, NULL);
}

/*
 * GObject
 */

static void
relm_timeline_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  RelmTimeline *self = RELM_TIMELINE (object);

  switch (prop_id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_RELEASE:
      g_value_set_object (value, self->release);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    case PROP_DAY_WIDTH:
      g_value_set_double (value, self->scale.day_width);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[prop_id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[prop_id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_timeline_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  RelmTimeline *self = RELM_TIMELINE (object);

  switch (prop_id)
    {
    case PROP_PROJECT:
      relm_timeline_set_project (self, g_value_get_object (value));
      break;
    case PROP_RELEASE:
      relm_timeline_set_release (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      relm_timeline_set_selected (self, g_value_get_object (value));
      break;
    case PROP_EDITABLE:
      relm_timeline_set_editable (self, g_value_get_boolean (value));
      break;
    case PROP_DAY_WIDTH:
      relm_timeline_set_day_width (self, g_value_get_double (value));
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, (GtkOrientation) (prop_id - PROP_HADJUSTMENT), g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[prop_id - PROP_HSCROLL_POLICY] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_timeline_dispose (GObject *object)
{
  RelmTimeline *self = RELM_TIMELINE (object);
  GtkWidget *child;

  _relm_timeline_cancel_drag (self);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  _relm_timeline_detach_accessibles (self);
  g_ptr_array_set_size (self->accessibles, 0);
  g_clear_object (&self->project);
  g_clear_object (&self->release);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->layout, relm_timeline_layout_free);
  _relm_timeline_forget_picture (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (relm_timeline_parent_class)->dispose (object);
}

static void
relm_timeline_finalize (GObject *object)
{
  RelmTimeline *self = RELM_TIMELINE (object);

  relm_text_cache_free (self->texts);
  g_hash_table_unref (self->icons);
  g_hash_table_unref (self->toggled);
  g_ptr_array_unref (self->accessibles);
  gsk_path_unref (self->diamond);

  G_OBJECT_CLASS (relm_timeline_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * RelmTimeline:project:
   *
   * The project that is shown.
   */
  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, RELM_TYPE_PROJECT, flags);

  /**
   * RelmTimeline:release:
   *
   * The only release that is shown; none for the whole roadmap.
   */
  properties[PROP_RELEASE] = g_param_spec_object ("release", NULL, NULL, RELM_TYPE_RECORD, flags);

  /**
   * RelmTimeline:selected:
   *
   * The record that is selected, by whomever.
   */
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, RELM_TYPE_RECORD, flags);

  /**
   * RelmTimeline:editable:
   *
   * Whether what is shown can be moved.
   */
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);

  /**
   * RelmTimeline:day-width:
   *
   * The zoom, in pixels per day.
   */
  properties[PROP_DAY_WIDTH] = g_param_spec_double ("day-width", NULL, NULL, RELM_TIME_SCALE_MIN, RELM_TIME_SCALE_MAX, 8, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
relm_timeline_class_init (RelmTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = relm_timeline_dispose;
  object_class->finalize = relm_timeline_finalize;
  object_class->get_property = relm_timeline_get_property;
  object_class->set_property = relm_timeline_set_property;
  widget_class->measure = relm_timeline_measure;
  widget_class->size_allocate = relm_timeline_size_allocate;
  widget_class->snapshot = _relm_timeline_snapshot;
  widget_class->css_changed = relm_timeline_css_changed;
  widget_class->direction_changed = relm_timeline_direction_changed;

  install_properties (object_class);

  /**
   * RelmTimeline::reschedule:
   * @record: what the person has moved or resized
   * @start: the first day that it should take, a RelmDate
   * @finish: the last
   *
   * Nothing has changed yet: whoever listens may change the plan, in one step.
   */
  signals[RESCHEDULE] = g_signal_new ("reschedule", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 3, RELM_TYPE_RECORD, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  _relm_timeline_install_keys (widget_class);
  relm_timeline_register_resource ();
}

static void
ensure_style_sheet (GtkWidget *widget)
{
  static const char key[] = "relm-timeline-style-sheet";
  GdkDisplay *display = gtk_widget_get_display (widget);
  GtkCssProvider *provider;

  if (g_object_get_data (G_OBJECT (display), key) != NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, STYLE_SHEET);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_SETTINGS);
  g_object_set_data_full (G_OBJECT (display), key, provider, g_object_unref);
}

static void
add_children (RelmTimeline *self)
{
  for (guint i = 0; i < RELM_TIMELINE_N_INKS; i++)
    {
      self->swatches[i] = relm_timeline_swatch_new (ink_names[i]);
      gtk_widget_set_parent (self->swatches[i], GTK_WIDGET (self));
    }
  self->tip = gtk_label_new (NULL);
  gtk_label_set_justify (GTK_LABEL (self->tip), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->tip, "tip");
  gtk_widget_set_visible (self->tip, FALSE);
  gtk_widget_set_can_target (self->tip, FALSE);
  gtk_widget_set_parent (self->tip, GTK_WIDGET (self));
}

static void
unref_accessible (gpointer accessible)
{
  if (accessible != NULL)
    g_object_unref (accessible);
}

static void
relm_timeline_init (RelmTimeline *self)
{
  self->editable = TRUE;
  self->today = relm_date_today ();
  self->toggled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->scale = (RelmTimeScale) { self->today, self->today, 8, relm_time_get_locale_week_start () };
  self->start_date = self->today;
  self->fit = RELM_TIMELINE_FIT_FIRST;
  self->texts = relm_text_cache_new (GTK_WIDGET (self));
  self->icons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->diamond = gsk_path_parse ("M 0 -1 L 1 0 L 0 1 L -1 0 Z");
  self->accessibles = g_ptr_array_new_with_free_func (unref_accessible);
  self->hover.row = RELM_TIMELINE_NONE;
  self->hover.item = RELM_TIMELINE_NONE;
  self->pointer_x = self->pointer_y = -1;

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
  ensure_style_sheet (GTK_WIDGET (self));
  add_children (self);
  _relm_timeline_add_controllers (self);
}

/**
 * relm_timeline_new:
 *
 * Returns: (transfer floating): a timeline of nothing
 */
RelmTimeline *
relm_timeline_new (void)
{
  return g_object_new (RELM_TYPE_TIMELINE, NULL);
}

/**
 * relm_timeline_get_project:
 *
 * Returns: (transfer none) (nullable): the project that is shown
 */
RelmProject *
relm_timeline_get_project (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), NULL);

  return self->project;
}

/**
 * relm_timeline_set_project:
 * @project: (nullable): the project to show
 */
void
relm_timeline_set_project (RelmTimeline *self,
                           RelmProject *project)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));
  g_return_if_fail (project == NULL || RELM_IS_PROJECT (project));

  if (self->project == project)
    return;
  _relm_timeline_cancel_drag (self);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_set_object (&self->project, project);
  if (project != NULL)
    g_signal_connect_swapped (project, "changed", G_CALLBACK (project_changed_cb), self);
  relm_timeline_set_release (self, NULL);
  relm_timeline_set_selected (self, NULL);
  self->fit = RELM_TIMELINE_FIT_FIRST;
  forget_layout (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT]);
}

/**
 * relm_timeline_get_release:
 *
 * Returns: (transfer none) (nullable): the only release that is shown
 */
RelmRecord *
relm_timeline_get_release (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), NULL);

  return self->release;
}

/**
 * relm_timeline_set_release:
 * @release: (nullable): the only release to show, or %NULL for the whole roadmap
 *
 * All of it is brought into sight.
 */
void
relm_timeline_set_release (RelmTimeline *self,
                           RelmRecord *release)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));
  g_return_if_fail (release == NULL || RELM_IS_RECORD (release));

  if (!g_set_object (&self->release, release))
    return;
  _relm_timeline_cancel_drag (self);
  self->offset = 0;
  self->cursor = 0;
  self->fit = RELM_TIMELINE_FIT_FIRST;
  forget_layout (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RELEASE]);
}

/**
 * relm_timeline_get_selected:
 *
 * Returns: (transfer none) (nullable): the record that is selected
 */
RelmRecord *
relm_timeline_get_selected (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), NULL);

  return self->selected;
}

/**
 * relm_timeline_set_selected:
 * @selected: (nullable): a record of the project; it need not be shown
 */
void
relm_timeline_set_selected (RelmTimeline *self,
                            RelmRecord *selected)
{
  g_autoptr (RelmRecord) old = NULL;
  guint row;

  g_return_if_fail (RELM_IS_TIMELINE (self));
  g_return_if_fail (selected == NULL || RELM_IS_RECORD (selected));

  if (self->selected == selected)
    return;
  old = g_steal_pointer (&self->selected);
  g_set_object (&self->selected, selected);
  row = selected != NULL ? relm_timeline_layout_find_row (_relm_timeline_get_layout (self), selected) : RELM_TIMELINE_NONE;
  if (row != RELM_TIMELINE_NONE)
    self->cursor = row;
  _relm_timeline_update_accessible_selection (self, old);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * relm_timeline_get_editable:
 *
 * Returns: whether what is shown can be moved
 */
gboolean
relm_timeline_get_editable (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), FALSE);

  return self->editable;
}

/**
 * relm_timeline_set_editable:
 * @editable: whether what is shown can be moved
 */
void
relm_timeline_set_editable (RelmTimeline *self,
                            gboolean editable)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  if (self->editable == !!editable)
    return;
  self->editable = !!editable;
  if (!editable)
    _relm_timeline_cancel_drag (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

/**
 * relm_timeline_get_today:
 *
 * Returns: the day that counts as today
 */
RelmDate
relm_timeline_get_today (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), RELM_DATE_NONE);

  return self->today;
}

/**
 * relm_timeline_set_today:
 * @today: the day that counts as today
 */
void
relm_timeline_set_today (RelmTimeline *self,
                         RelmDate today)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));
  g_return_if_fail (today > RELM_DATE_NONE && today <= RELM_DATE_MAX);

  if (self->today == today)
    return;
  self->today = today;
  forget_layout (self);
}

/**
 * relm_timeline_is_empty:
 *
 * Returns: whether nothing that is shown has dates
 */
gboolean
relm_timeline_is_empty (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), TRUE);

  return relm_timeline_layout_get_n_items (_relm_timeline_get_layout (self)) == 0;
}

/**
 * relm_timeline_get_unscheduled:
 *
 * Returns: (transfer none) (element-type RelmRecord): what would be shown if it had dates; valid until the project changes
 */
GPtrArray *
relm_timeline_get_unscheduled (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), NULL);

  return relm_timeline_layout_get_unscheduled (_relm_timeline_get_layout (self));
}
