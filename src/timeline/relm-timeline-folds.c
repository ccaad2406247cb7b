/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-timeline-private.h"

static void
changed (RelmTimeline *self)
{
  _relm_timeline_forget_layout (self);
  g_object_notify (G_OBJECT (self), "folds");
}

G_DEFINE_ENUM_TYPE (RelmTimelineLabels, relm_timeline_labels,
                    G_DEFINE_ENUM_VALUE (RELM_TIMELINE_LABELS_DATES, "dates"),
                    G_DEFINE_ENUM_VALUE (RELM_TIMELINE_LABELS_AFTER, "after"),
                    G_DEFINE_ENUM_VALUE (RELM_TIMELINE_LABELS_BEFORE, "before"))

/* Opens or closes a row, if there is anything below it. */
void
_relm_timeline_toggle (RelmTimeline *self,
                       guint row)
{
  const RelmTimelineRow *it = relm_timeline_layout_get_row (_relm_timeline_get_layout (self), row);

  if (!it->has_rows)
    return;
  if (!g_hash_table_remove (self->toggled, it->key))
    g_hash_table_add (self->toggled, g_strdup (it->key));
  changed (self);
}

/**
 * relm_timeline_reveal:
 * @record: something with dates
 *
 * Opens what hides it, if anything does.
 */
void
relm_timeline_reveal (RelmTimeline *self,
                      RelmRecord *record)
{
  guint row;

  g_return_if_fail (RELM_IS_TIMELINE (self));

  while ((row = relm_timeline_layout_find_hiding (_relm_timeline_get_layout (self), record)) != RELM_TIMELINE_NONE)
    _relm_timeline_toggle (self, row);
}

/**
 * relm_timeline_fold_all:
 * @closed: whether everything is to be folded away, and not opened
 */
void
relm_timeline_fold_all (RelmTimeline *self,
                        gboolean closed)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  self->folds = closed ? RELM_TIMELINE_FOLDS_CLOSED : RELM_TIMELINE_FOLDS_OPEN;
  g_hash_table_remove_all (self->toggled);
  changed (self);
}

/**
 * relm_timeline_get_grouping:
 *
 * Returns: what the lanes are
 */
RelmTimelineGrouping
relm_timeline_get_grouping (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), RELM_TIMELINE_BY_RELEASE);

  return self->grouping;
}

/**
 * relm_timeline_set_grouping:
 * @grouping: what the lanes are
 */
void
relm_timeline_set_grouping (RelmTimeline *self,
                            RelmTimelineGrouping grouping)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  if (self->grouping == grouping)
    return;
  _relm_timeline_cancel_drag (self);
  self->grouping = grouping;
  self->offset = 0;
  _relm_timeline_forget_layout (self);
  g_object_notify (G_OBJECT (self), "grouping");
}

/**
 * relm_timeline_dup_folds:
 *
 * What is folded away, to be remembered outside the file.
 *
 * Returns: (transfer full): a text for relm_timeline_set_folds()
 */
char *
relm_timeline_dup_folds (RelmTimeline *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree const char **keys = NULL;
  guint n;

  g_return_val_if_fail (RELM_IS_TIMELINE (self), NULL);

  g_string_append_printf (text, "%d", self->folds);
  keys = (const char **) g_hash_table_get_keys_as_array (self->toggled, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " %s", keys[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * relm_timeline_set_folds:
 * @folds: (nullable): what relm_timeline_dup_folds() said; %NULL for what is so at first
 */
void
relm_timeline_set_folds (RelmTimeline *self,
                         const char *folds)
{
  g_auto (GStrv) words = NULL;

  g_return_if_fail (RELM_IS_TIMELINE (self));

  words = g_strsplit (folds != NULL ? folds : "0", " ", 10000);
  self->folds = (RelmTimelineFolds) CLAMP (g_ascii_strtoll (words[0] != NULL ? words[0] : "0", NULL, 10), 0,
                                           RELM_TIMELINE_FOLDS_CLOSED);
  g_hash_table_remove_all (self->toggled);
  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    g_hash_table_add (self->toggled, g_strdup (words[i]));
  changed (self);
}

/**
 * relm_timeline_get_labels:
 *
 * Returns: what stands beside a bar
 */
RelmTimelineLabels
relm_timeline_get_labels (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), RELM_TIMELINE_LABELS_DATES);

  return self->labels;
}

/**
 * relm_timeline_set_labels:
 * @labels: what stands beside a bar
 */
void
relm_timeline_set_labels (RelmTimeline *self,
                          RelmTimelineLabels labels)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  if (self->labels == labels)
    return;
  self->labels = labels;
  _relm_timeline_forget_picture (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "labels");
}
