/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-plan-load.h"
#include "relm-timeline-load-row.h"
#include "relm-timeline-load.h"
#include "relm-timeline-private.h"

struct _RelmTimelineLoad
{
  GtkWidget parent_instance;

  RelmTimeline *timeline; /* unowned: a sibling that lives as long */
  RelmPlanSchedule *schedule;
  RelmPlanLoad *load;
  GPtrArray *rows;  /* of RelmTimelineLoadRow, unowned */
  guint last_row;   /* that had the focus */
  gboolean is_stale;
  guint update_id;
};

enum
{
  PROP_0,
  PROP_TIMELINE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmTimelineLoad, relm_timeline_load, GTK_TYPE_WIDGET)

static void
set_rows (RelmTimelineLoad *self,
          guint n)
{
  while (self->rows->len > n)
    gtk_widget_unparent (g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  while (self->rows->len < n)
    {
      GtkWidget *row = relm_timeline_load_row_new (self->timeline, self->rows->len);

      gtk_widget_set_parent (row, GTK_WIDGET (self));
      g_ptr_array_add (self->rows, row);
    }
}

/* Rows stay, so that the focus does; they forget the old load before it goes. */
static void
update (RelmTimelineLoad *self)
{
  RelmPlanLoad *load = self->schedule != NULL ? relm_plan_load_new (self->schedule) : NULL;
  const guint n = load != NULL && relm_plan_load_get_n_items (load) > 0 ? relm_plan_load_get_n_rows (load) : 0;

  set_rows (self, self->timeline != NULL ? n : 0);
  for (guint i = 0; i < self->rows->len; i++)
    relm_timeline_load_row_set_load (self->rows->pdata[i], load);
  g_clear_pointer (&self->load, relm_plan_load_free);
  self->load = load;
  self->is_stale = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
update_cb (gpointer data)
{
  RelmTimelineLoad *self = data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Nobody is asked while nobody looks. */
static void
schedule_changed_cb (RelmTimelineLoad *self)
{
  self->is_stale = TRUE;
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add (update_cb, self);
}

static void
queue_draw_cb (RelmTimelineLoad *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_queue_draw (self->rows->pdata[i]);
}

static void
follow_adjustment_cb (RelmTimelineLoad *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->timeline));

  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (queue_draw_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_draw_cb), self, G_CONNECT_SWAPPED);
}

/* Time is scrolled in both, rows in each. */
static gboolean
scroll_cb (RelmTimelineLoad *self,
           double dx,
           double dy,
           GtkEventController *controller)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  const double by = state & GDK_SHIFT_MASK ? dx + dy : dx;
  const gboolean is_wheel = gtk_event_controller_scroll_get_unit (GTK_EVENT_CONTROLLER_SCROLL (controller)) == GDK_SCROLL_UNIT_WHEEL;

  if (by == 0 || self->timeline == NULL)
    return GDK_EVENT_PROPAGATE;
  _relm_timeline_scroll_by (self->timeline, by * (is_wheel ? 48 : 1), 0);
  return GDK_EVENT_STOP;
}

static gboolean
relm_timeline_load_focus (GtkWidget *widget,
                          GtkDirectionType direction)
{
  RelmTimelineLoad *self = RELM_TIMELINE_LOAD (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  const gboolean tabs = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  guint row = MIN (self->last_row, MAX (self->rows->len, 1) - 1);

  if (self->rows->len == 0 || (focus != NULL && (tabs || direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)))
    return FALSE;
  if (focus != NULL && g_ptr_array_find (self->rows, focus, &row))
    row = direction == GTK_DIR_UP ? row - 1 : row + 1;
  if (row >= self->rows->len)
    return FALSE;
  self->last_row = row;
  return gtk_widget_grab_focus (self->rows->pdata[row]);
}

static void
relm_timeline_load_map (GtkWidget *widget)
{
  RelmTimelineLoad *self = RELM_TIMELINE_LOAD (widget);

  if (self->is_stale)
    {
      g_clear_handle_id (&self->update_id, g_source_remove);
      update (self);
    }
  GTK_WIDGET_CLASS (relm_timeline_load_parent_class)->map (widget);
}

static void
relm_timeline_load_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TIMELINE:
      relm_timeline_load_set_timeline (RELM_TIMELINE_LOAD (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_timeline_load_dispose (GObject *object)
{
  RelmTimelineLoad *self = RELM_TIMELINE_LOAD (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->schedule != NULL)
    g_signal_handlers_disconnect_by_data (self->schedule, self);
  g_clear_object (&self->schedule);
  set_rows (self, 0);
  g_clear_pointer (&self->load, relm_plan_load_free);

  G_OBJECT_CLASS (relm_timeline_load_parent_class)->dispose (object);
}

static void
relm_timeline_load_finalize (GObject *object)
{
  g_ptr_array_unref (RELM_TIMELINE_LOAD (object)->rows);

  G_OBJECT_CLASS (relm_timeline_load_parent_class)->finalize (object);
}

static void
relm_timeline_load_class_init (RelmTimelineLoadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = relm_timeline_load_dispose;
  object_class->finalize = relm_timeline_load_finalize;
  object_class->set_property = relm_timeline_load_set_property;
  widget_class->map = relm_timeline_load_map;
  widget_class->focus = relm_timeline_load_focus;

  /**
   * RelmTimelineLoad:timeline:
   *
   * Whose scale it has. Set once.
   */
  properties[PROP_TIMELINE] = g_param_spec_object ("timeline", NULL, NULL, RELM_TYPE_TIMELINE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * RelmTimelineLoad::changed:
   *
   * It shows another load than before.
   */
  signals[CHANGED] = g_signal_new ("changed", RELM_TYPE_TIMELINE_LOAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "loads");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
relm_timeline_load_init (RelmTimelineLoad *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->rows = g_ptr_array_new ();
  self->is_stale = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What everybody has to do"),
                                  GTK_ACCESSIBLE_PROPERTY_HELP_TEXT,
                                  _ ("Left and right go through time, with Control to where somebody has too much to do. Enter selects what is done there."),
                                  -1);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

/**
 * relm_timeline_load_set_timeline:
 * @timeline: whose scale it has; lives as long as it
 */
void
relm_timeline_load_set_timeline (RelmTimelineLoad *self,
                                 RelmTimeline *timeline)
{
  g_return_if_fail (RELM_IS_TIMELINE_LOAD (self) && self->timeline == NULL && RELM_IS_TIMELINE (timeline));

  self->timeline = timeline;
  g_signal_connect_object (timeline, "notify::hadjustment", G_CALLBACK (follow_adjustment_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "notify::day-width", G_CALLBACK (queue_draw_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "notify::titles-width", G_CALLBACK (queue_draw_cb), self, G_CONNECT_SWAPPED);
  follow_adjustment_cb (self);
}

/**
 * relm_timeline_load_set_schedule:
 * @schedule: (nullable): the dates of the project
 */
void
relm_timeline_load_set_schedule (RelmTimelineLoad *self,
                                 RelmPlanSchedule *schedule)
{
  g_return_if_fail (RELM_IS_TIMELINE_LOAD (self));

  if (self->schedule == schedule)
    return;
  if (self->schedule != NULL)
    g_signal_handlers_disconnect_by_data (self->schedule, self);
  g_set_object (&self->schedule, schedule);
  if (schedule != NULL)
    g_signal_connect_object (schedule, "changed", G_CALLBACK (schedule_changed_cb), self, G_CONNECT_SWAPPED);
  set_rows (self, 0);
  schedule_changed_cb (self);
}

/**
 * relm_timeline_load_is_empty:
 *
 * Returns: whether nobody has anything to do
 */
gboolean
relm_timeline_load_is_empty (RelmTimelineLoad *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE_LOAD (self), TRUE);

  return self->rows->len == 0;
}

/**
 * relm_timeline_load_dup_summary:
 *
 * Returns: (transfer full): how many have too much to do, in a few words
 */
char *
relm_timeline_load_dup_summary (RelmTimelineLoad *self)
{
  guint n = 0;

  g_return_val_if_fail (RELM_IS_TIMELINE_LOAD (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    n += relm_plan_load_count_over (self->load, i) > 0;
  if (n == 0)
    return g_strdup (_ ("Nobody has too much to do"));
  return g_strdup_printf (ngettext ("%u person has too much to do", "%u people have too much to do", n), n);
}
