/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-people-pane.h"

struct _RelmPeoplePane
{
  AdwBin parent_instance;

  GtkLabel *summary;
  GtkProgressBar *progress;
  GtkWidget *stop;
  GtkWidget *level;
  GtkScrolledWindow *scroller;
  RelmTimelineLoad *load;
  GtkWidget *empty;
};

enum
{
  PROP_0,
  PROP_TIMELINE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RelmPeoplePane, relm_people_pane, ADW_TYPE_BIN)

static void
load_changed_cb (RelmPeoplePane *self)
{
  const gboolean is_empty = relm_timeline_load_is_empty (self->load);
  g_autofree char *summary = is_empty ? g_strdup (_ ("Nobody Has Anything to Do")) : relm_timeline_load_dup_summary (self->load);

  gtk_label_set_label (self->summary, summary);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, is_empty ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  gtk_widget_set_visible (self->empty, is_empty);
  gtk_widget_set_sensitive (self->level, !is_empty);
}

static void
relm_people_pane_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TIMELINE:
      relm_people_pane_set_timeline (RELM_PEOPLE_PANE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_people_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELM_TYPE_PEOPLE_PANE);

  G_OBJECT_CLASS (relm_people_pane_parent_class)->dispose (object);
}

static void
relm_people_pane_class_init (RelmPeoplePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = relm_people_pane_dispose;
  object_class->set_property = relm_people_pane_set_property;

  /**
   * RelmPeoplePane:timeline:
   *
   * Whose scale it has. Set once.
   */
  properties[PROP_TIMELINE] = g_param_spec_object ("timeline", NULL, NULL, RELM_TYPE_TIMELINE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (RELM_TYPE_TIMELINE_LOAD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/relm_app/Relm/relm-people-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RelmPeoplePane, summary);
  gtk_widget_class_bind_template_child (widget_class, RelmPeoplePane, progress);
  gtk_widget_class_bind_template_child (widget_class, RelmPeoplePane, stop);
  gtk_widget_class_bind_template_child (widget_class, RelmPeoplePane, level);
  gtk_widget_class_bind_template_child (widget_class, RelmPeoplePane, scroller);
  gtk_widget_class_bind_template_child (widget_class, RelmPeoplePane, load);
  gtk_widget_class_bind_template_child (widget_class, RelmPeoplePane, empty);
}

static void
relm_people_pane_init (RelmPeoplePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->load, "changed", G_CALLBACK (load_changed_cb), self, G_CONNECT_SWAPPED);
  load_changed_cb (self);
}

/**
 * relm_people_pane_set_timeline:
 * @timeline: whose scale it has; a sibling, which lives as long
 */
void
relm_people_pane_set_timeline (RelmPeoplePane *self,
                               RelmTimeline *timeline)
{
  g_return_if_fail (RELM_IS_PEOPLE_PANE (self));

  relm_timeline_load_set_timeline (self->load, timeline);
}

/**
 * relm_people_pane_set_schedule:
 * @schedule: (nullable): the dates of the project
 */
void
relm_people_pane_set_schedule (RelmPeoplePane *self,
                               RelmPlanSchedule *schedule)
{
  g_return_if_fail (RELM_IS_PEOPLE_PANE (self));

  relm_timeline_load_set_schedule (self->load, schedule);
}

/**
 * relm_people_pane_set_progress:
 * @fraction: how much of levelling is done; less than 0 when nothing is levelled
 */
void
relm_people_pane_set_progress (RelmPeoplePane *self,
                               double fraction)
{
  g_return_if_fail (RELM_IS_PEOPLE_PANE (self));

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress, fraction);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), fraction >= 0);
  gtk_widget_set_visible (self->stop, fraction >= 0);
  gtk_widget_set_visible (self->level, fraction < 0);
}

/**
 * relm_people_pane_get_load:
 *
 * Returns: (transfer none): what it shows
 */
RelmTimelineLoad *
relm_people_pane_get_load (RelmPeoplePane *self)
{
  g_return_val_if_fail (RELM_IS_PEOPLE_PANE (self), NULL);

  return self->load;
}
