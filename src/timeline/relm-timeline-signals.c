/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the timeline asks whoever may change the plan. */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-timeline-private.h"

enum
{
  ACTIVATE,
  CHOSEN,
  LINK,
  REFUSE,
  REMOVE,
  RESCHEDULE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
_relm_timeline_activate (RelmTimeline *self,
                         RelmRecord *record)
{
  g_signal_emit (self, signals[ACTIVATE], 0, record);
}

/* Asks whoever may change the plan, and says what became of it. */
void
_relm_timeline_reschedule (RelmTimeline *self,
                           GArray *moves)
{
  g_autoptr (RelmRecord) first = g_object_ref (g_array_index (moves, RelmTimelineMove, 0).record);

  g_signal_emit (self, signals[RESCHEDULE], 0, moves);
  if (relm_timeline_layout_find_row (_relm_timeline_get_layout (self), first) != RELM_TIMELINE_NONE)
    _relm_timeline_announce (self, first);
}

void
_relm_timeline_notify_chosen (RelmTimeline *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

void
_relm_timeline_ask_for_link (RelmTimeline *self,
                             RelmRecord *from,
                             RelmRecord *to,
                             const char *type)
{
  g_signal_emit (self, signals[LINK], 0, from, to, type);
}

void
_relm_timeline_refuse (RelmTimeline *self,
                       const char *reason)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  g_signal_emit (self, signals[REFUSE], 0, reason);
}

void
_relm_timeline_remove (RelmTimeline *self,
                       RelmRecord *record)
{
  g_signal_emit (self, signals[REMOVE], 0, record);
}

void
_relm_timeline_install_signals (GObjectClass *object_class)
{
  const GType type = G_TYPE_FROM_CLASS (object_class);

  /**
   * RelmTimeline::reschedule:
   * @moves: (element-type RelmTimelineMove): what the person has moved or resized, or how much of it is done; not empty
   *
   * Nothing has changed yet: whoever listens may change the plan, in one step.
   */
  signals[RESCHEDULE] = g_signal_new ("reschedule", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_ARRAY);

  /**
   * RelmTimeline::activate:
   * @record: what the person wants to know more of
   */
  signals[ACTIVATE] = g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    1, RELM_TYPE_RECORD);

  /**
   * RelmTimeline::chosen:
   *
   * What is selected is otherwise, one or several.
   */
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * RelmTimeline::link:
   * @from: what comes first
   * @to: what should wait for it
   * @type: the nick of the type that the schedule dependency should have
   */
  signals[LINK] = g_signal_new ("link", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, RELM_TYPE_RECORD,
                                RELM_TYPE_RECORD, G_TYPE_STRING);

  /**
   * RelmTimeline::refuse:
   * @reason: a translated sentence: why what the person tried cannot be done
   */
  signals[REFUSE] = g_signal_new ("refuse", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * RelmTimeline::remove:
   * @record: what the person wants to be rid of
   */
  signals[REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, RELM_TYPE_RECORD);
}
