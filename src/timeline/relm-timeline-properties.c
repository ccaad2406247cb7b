/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The properties of the timeline. */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-timeline-private.h"

enum
{
  PROP_0,
  PROP_PROJECT,
  PROP_RELEASE,
  PROP_SELECTED,
  PROP_EDITABLE,
  PROP_DAY_WIDTH,
  PROP_GROUPING,
  PROP_FOLDS,
  PROP_LABELS,
  PROP_COLORING,
  PROP_TITLES_WIDTH,
  PROP_SHOW_CRITICAL,
  PROP_SHOW_BASELINE,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

static void
get_property (GObject *object,
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
    case PROP_GROUPING:
      g_value_set_enum (value, self->grouping);
      break;
    case PROP_SHOW_BASELINE:
      g_value_set_boolean (value, self->show_baseline);
      break;
    case PROP_SHOW_CRITICAL:
      g_value_set_boolean (value, self->show_critical);
      break;
    case PROP_LABELS:
      g_value_set_enum (value, self->labels);
      break;
    case PROP_COLORING:
      g_value_set_enum (value, self->coloring);
      break;
    case PROP_TITLES_WIDTH:
      g_value_set_double (value, self->titles_width);
      break;
    case PROP_FOLDS:
      g_value_take_string (value, relm_timeline_dup_folds (self));
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
set_property (GObject *object,
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
    case PROP_GROUPING:
      relm_timeline_set_grouping (self, (RelmTimelineGrouping) g_value_get_enum (value));
      break;
    case PROP_SHOW_BASELINE:
      relm_timeline_set_show_baseline (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_CRITICAL:
      relm_timeline_set_show_critical (self, g_value_get_boolean (value));
      break;
    case PROP_LABELS:
      relm_timeline_set_labels (self, (RelmTimelineLabels) g_value_get_enum (value));
      break;
    case PROP_COLORING:
      relm_timeline_set_coloring (self, (RelmTimelineColoring) g_value_get_enum (value));
      break;
    case PROP_TITLES_WIDTH:
      relm_timeline_set_titles_width (self, g_value_get_double (value));
      break;
    case PROP_FOLDS:
      relm_timeline_set_folds (self, g_value_get_string (value));
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      _relm_timeline_set_adjustment (self, (GtkOrientation) (prop_id - PROP_HADJUSTMENT), g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[prop_id - PROP_HSCROLL_POLICY] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

void
_relm_timeline_notify_selected (RelmTimeline *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

void
_relm_timeline_install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = get_property;
  object_class->set_property = set_property;

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

  /**
   * RelmTimeline:grouping:
   *
   * What the lanes are.
   */
  properties[PROP_GROUPING] = g_param_spec_enum ("grouping", NULL, NULL, RELM_TYPE_TIMELINE_GROUPING, RELM_TIMELINE_BY_RELEASE, flags);

  /**
   * RelmTimeline:folds:
   *
   * What is folded away, as a text to be remembered.
   */
  properties[PROP_FOLDS] = g_param_spec_string ("folds", NULL, NULL, NULL, flags);

  /**
   * RelmTimeline:labels:
   *
   * What stands beside a bar.
   */
  properties[PROP_LABELS] = g_param_spec_enum ("labels", NULL, NULL, RELM_TYPE_TIMELINE_LABELS, RELM_TIMELINE_LABELS_DATES, flags);

  /**
   * RelmTimeline:coloring:
   *
   * What the colours of work items say.
   */
  properties[PROP_COLORING] = g_param_spec_enum ("coloring", NULL, NULL, RELM_TYPE_TIMELINE_COLORING, RELM_TIMELINE_COLOR_BY_STATE, flags);

  /**
   * RelmTimeline:titles-width:
   *
   * How wide the titles are to be, in pixels; 0 for a share of the width.
   */
  properties[PROP_TITLES_WIDTH] = g_param_spec_double ("titles-width", NULL, NULL, 0, G_MAXSHORT, 0, flags);

  /**
   * RelmTimeline:show-critical:
   *
   * Whether what is critical is shown, and how far the rest may slip.
   */
  properties[PROP_SHOW_CRITICAL] = g_param_spec_boolean ("show-critical", NULL, NULL, FALSE, flags);

  /**
   * RelmTimeline:show-baseline:
   *
   * Whether the baseline that the plan is compared with is shown.
   */
  properties[PROP_SHOW_BASELINE] = g_param_spec_boolean ("show-baseline", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}
