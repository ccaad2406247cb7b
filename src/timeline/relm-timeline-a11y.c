/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-baseline-item.h"
#include "relm-gate.h"
#include "relm-plan-predecessors.h"
#include "relm-plan.h"
#include "relm-schedule-dependency.h"
#include "relm-timeline-accessible.h"
#include "relm-timeline-private.h"

#define AT_ONCE 100 /* how many rows are described before the next frame, beside those in sight */
#define SLICE 2000  /* microseconds: how long the rest may take at a time */

static const char *
get_kind_word (RelmRecord *record)
{
  const char *name = relm_record_get_kind (record)->name;

  if (g_str_equal (name, "release"))
    return C_ ("spoken kind", "release");
  if (g_str_equal (name, "phase"))
    return C_ ("spoken kind", "phase");
  if (g_str_equal (name, "milestone"))
    return C_ ("spoken kind", "milestone");
  if (g_str_equal (name, "gate"))
    return C_ ("spoken kind", "gate");
  if (g_str_equal (name, "work-item"))
    return C_ ("spoken kind", "work item");
  if (g_str_equal (name, "baseline-item"))
    return C_ ("spoken kind", "in the baseline");
  return _ (relm_record_get_kind (record)->label);
}

/* What the icon and the colour say: late, done, blocked, how far. */
static char *
dup_state_words (RelmTimeline *self,
                 RelmRecord *record)
{
  const int late = relm_plan_get_days_late (record, self->today);
  const int progress = relm_plan_get_progress (record);

  if (RELM_IS_BASELINE_ITEM (record))
    return g_strdup (_ ("no longer planned"));
  if (late > 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) late), late);
  if (relm_plan_is_done (record) && !relm_plan_is_cancelled (record))
    return g_strdup (RELM_IS_GATE (record) ? relm_plan_get_state_label (record) : _ ("done"));
  if (progress == 0 || relm_plan_is_cancelled (record))
    return g_strdup (relm_plan_get_state_label (record));
  return g_strdup_printf (_ ("%d %% done"), progress);
}

/* Whether a link that leads to it is broken. */
static gboolean
is_too_early (RelmTimeline *self,
              RelmRecord *record)
{
  g_autoptr (GPtrArray) dependencies = self->schedule != NULL ? relm_plan_predecessors_list (self->project, record) : NULL;

  for (guint i = 0; dependencies != NULL && i < dependencies->len; i++)
    if (_relm_timeline_is_broken (self, dependencies->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
add_overflow (RelmTimeline *self,
              guint item,
              GStrvBuilder *words)
{
  const guint parent = _relm_timeline_find_overflowed (self, relm_timeline_layout_get_item (self->layout, item));
  g_autofree char *title = NULL;

  if (parent == RELM_TIMELINE_NONE)
    return;
  title = relm_record_dup_display_title (relm_timeline_layout_get_item (self->layout, parent)->record);
  /* Translators: a part of a spoken description; the placeholder is what it is a part of */
  g_strv_builder_take (words, g_strdup_printf (_ ("ends after “%s”"), title));
}

/**
 * _relm_timeline_dup_words:
 * @record: something that is shown
 *
 * Returns: (transfer full): what is to be seen of it, in words: “API freeze, milestone, 3 May 2027, 2 days late”
 */
char *
_relm_timeline_dup_words (RelmTimeline *self,
                          RelmRecord *record)
{
  RelmTimelineLayout *layout = _relm_timeline_get_layout (self);
  const guint item = relm_timeline_layout_find (layout, record);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  RelmCriticality criticality;
  char *state, *color, *forecast;

  if (RELM_IS_SCHEDULE_DEPENDENCY (record))
    return _relm_timeline_dup_link_words (self, record);
  state = dup_state_words (self, record);
  color = _relm_timeline_dup_color_words (self, record);
  forecast = _relm_timeline_dup_forecast_words (self, record);
  criticality = _relm_timeline_get_criticality (self, record);
  g_strv_builder_take (words, relm_record_dup_display_title (record));
  g_strv_builder_add (words, get_kind_word (record));
  if (item == RELM_TIMELINE_NONE)
    g_strv_builder_add (words, _ ("no dates"));
  else
    g_strv_builder_take (words, relm_span_display (relm_timeline_layout_get_item (layout, item)->span));
  if (criticality != RELM_CRITICALITY_NONE)
    g_strv_builder_add (words, criticality == RELM_CRITICALITY_CRITICAL ? _ ("critical") : _ ("nearly critical"));
  if (state != NULL)
    g_strv_builder_take (words, state);
  if (color != NULL)
    g_strv_builder_take (words, color);
  if (_relm_timeline_is_held (record))
    g_strv_builder_add (words, _ ("held back"));
  if (item != RELM_TIMELINE_NONE)
    add_overflow (self, item, words);
  if (is_too_early (self, record))
    g_strv_builder_add (words, _ ("too early for what it waits for"));
  if (_relm_timeline_is_added (self, record))
    g_strv_builder_add (words, _ ("added since the baseline"));
  if (forecast != NULL)
    g_strv_builder_take (words, forecast);
  parts = g_strv_builder_end (words);
  /* Translators: between the parts of a spoken description */
  return g_strjoinv (_ (", "), parts);
}

/* Says aloud what there is to say of a record. */
void
_relm_timeline_announce (RelmTimeline *self,
                         RelmRecord *record)
{
  g_autofree char *words = _relm_timeline_dup_words (self, record);

  _relm_timeline_say (self, words);
}

/* GTK's context for tests has no voice, and GTK 4.18 crashes on it. */
void
_relm_timeline_say (RelmTimeline *self,
                    const char *words)
{
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
update_accessible (RelmTimeline *self,
                   RelmTimelineAccessible *accessible)
{
  const guint index = relm_timeline_accessible_get_row (accessible);
  const guint n_rows = relm_timeline_layout_get_n_rows (_relm_timeline_get_layout (self));
  const RelmTimelineRow *row = index < n_rows ? relm_timeline_layout_get_row (self->layout, index) : NULL;
  RelmTimelineFold fold = RELM_TIMELINE_FOLD_NONE;
  g_autofree char *words = NULL;

  if (row == NULL)
    return;
  words = row->record != NULL ? _relm_timeline_dup_words (self, row->record) : g_strdup (_ (row->label));
  if (row->has_rows)
    fold = row->collapsed ? RELM_TIMELINE_FOLD_CLOSED : RELM_TIMELINE_FOLD_OPEN;
  relm_timeline_accessible_describe (accessible, words, n_rows, _relm_timeline_is_chosen (self, row->record), fold);
}

/**
 * _relm_timeline_ref_accessible:
 * @row: a row, or the number of rows
 *
 * Returns: (transfer full) (nullable): what stands for that row
 */
GtkAccessible *
_relm_timeline_ref_accessible (RelmTimeline *self,
                               guint row)
{
  RelmTimelineAccessible *accessible;

  if (row >= relm_timeline_layout_get_n_rows (_relm_timeline_get_layout (self)))
    return NULL;
  if (self->accessibles->len <= row)
    g_ptr_array_set_size (self->accessibles, (int) row + 1);
  accessible = g_ptr_array_index (self->accessibles, row);
  if (accessible == NULL)
    {
      accessible = relm_timeline_accessible_new (GTK_WIDGET (self), row);
      self->accessibles->pdata[row] = accessible;
      update_accessible (self, accessible);
    }
  return GTK_ACCESSIBLE (g_object_ref (accessible));
}

/* Describes the next one that there is. Returns: whether there was one */
static gboolean
describe_next (RelmTimeline *self)
{
  while (self->n_described < self->accessibles->len)
    {
      RelmTimelineAccessible *accessible = g_ptr_array_index (self->accessibles, self->n_described++);

      if (accessible != NULL)
        {
          update_accessible (self, accessible);
          return TRUE;
        }
    }
  return FALSE;
}

/* As many as there is time for while nothing else is to be done. */
static gboolean
describe_cb (gpointer data)
{
  RelmTimeline *self = data;
  const gint64 end = g_get_monotonic_time () + SLICE;

  while (describe_next (self))
    if (g_get_monotonic_time () >= end)
      return G_SOURCE_CONTINUE;
  self->describing = 0;
  return G_SOURCE_REMOVE;
}

static void
describe_row (RelmTimeline *self,
              guint row)
{
  if (row < self->accessibles->len && g_ptr_array_index (self->accessibles, row) != NULL)
    update_accessible (self, g_ptr_array_index (self->accessibles, row));
}

/*
 * What there is to say of the rows is other than it was; whoever was asked for stays, and stands for what is in its row. GTK asks
 * for every row as soon as anything listens, so that only those in sight are described at once, and the rest afterwards.
 */
void
_relm_timeline_update_accessibles (RelmTimeline *self)
{
  self->n_described = 0;
  for (guint i = 0; i < AT_ONCE && describe_next (self); i++)
    ;
  if (self->n_described >= self->accessibles->len)
    return;
  for (guint i = self->picture.first_row; i < self->picture.last_row; i++)
    describe_row (self, i);
  describe_row (self, self->cursor);
  if (self->describing == 0)
    self->describing = g_idle_add_full (G_PRIORITY_LOW, describe_cb, self, NULL);
}

void
_relm_timeline_detach_accessibles (RelmTimeline *self)
{
  g_clear_handle_id (&self->describing, g_source_remove);
  for (guint i = 0; i < self->accessibles->len; i++)
    if (g_ptr_array_index (self->accessibles, i) != NULL)
      relm_timeline_accessible_detach (g_ptr_array_index (self->accessibles, i));
}

static void
update_accessible_of (RelmTimeline *self,
                      RelmRecord *record)
{
  const guint row = record != NULL ? relm_timeline_layout_find_row (_relm_timeline_get_layout (self), record) : RELM_TIMELINE_NONE;

  describe_row (self, row);
}

/* @old was selected before. Assistive technology is told where the keyboard is by the relation. */
void
_relm_timeline_update_accessible_selection (RelmTimeline *self,
                                            RelmRecord *old)
{
  g_autoptr (GtkAccessible) active = NULL;

  update_accessible_of (self, old);
  update_accessible_of (self, self->selected);
  if (self->selected != NULL)
    active = _relm_timeline_ref_accessible (self, self->cursor);
  if (active != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, active, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

static GtkAccessible *
get_first_accessible_child (GtkAccessible *accessible)
{
  return _relm_timeline_ref_accessible (RELM_TIMELINE (accessible), 0);
}

void
_relm_timeline_init_accessible (GtkAccessibleInterface *iface)
{
  iface->get_first_accessible_child = get_first_accessible_child;
}
