/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What else would move. A preview puts items where a person holds them, lets the engine follow, notes what is elsewhere now, and
 * puts them back: it costs what depends on them, and not the plan.
 */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-plan-item.h"
#include "relm-plan-kind.h"
#include "relm-plan-schedule-private.h"
#include "relm-plan.h"
#include "relm-release.h"

/* What has its dates from others, and has not begun: it may be moved on somebody's behalf. */
gboolean
_relm_plan_may_follow (RelmPlanNetwork *network,
                       guint item)
{
  RelmRecord *record = relm_plan_network_get_record (network, item);

  if (relm_plan_network_is_readiness (network, item) || relm_plan_item_is_pinned (record) || relm_plan_is_done (record))
    return FALSE;
  if (relm_plan_network_is_summary (network, item))
    return relm_span_is_set (relm_plan_item_get_planned (record));
  return relm_plan_network_follows (network, item) &&
         relm_network_get_items (relm_plan_network_get_network (network), NULL)[item].actual_start == RELM_TIME_NONE;
}

static gboolean
is_moved (const RelmPlanMove *moves,
          guint n,
          RelmRecord *record)
{
  for (guint i = 0; i < n; i++)
    if (moves[i].record == record)
      return TRUE;
  return FALSE;
}

/* Returns: (element-type RelmPlanPlace): what was before */
static GArray *
place (RelmPlanNetwork *network,
       const RelmPlanMove *moves,
       guint n)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (RelmPlanPlace));

  for (guint i = 0; i < n; i++)
    {
      const int item = relm_plan_network_find (network, moves[i].record);
      RelmPlanPlace was;

      if (item < 0 || relm_plan_network_is_summary (network, (guint) item))
        continue;
      was = relm_plan_network_place (network, (guint) item, moves[i].span);
      g_array_append_val (places, was);
    }
  relm_plan_network_settle_start (network);
  relm_plan_network_settle_places (network, places);
  return places;
}

static void
put_back (RelmPlanNetwork *network,
          GArray *places)
{
  for (guint i = places->len; i-- > 0;)
    relm_plan_network_put_back (network, &g_array_index (places, RelmPlanPlace, i));
  relm_plan_network_settle_start (network);
  relm_plan_network_settle_places (network, places);
}

/* Where what moved is now: the items that the engine names, without those that were moved by hand. */
static GArray *
note_changed (RelmPlanSchedule *self,
              RelmPlanNetwork *network,
              RelmSchedule *engine,
              const RelmPlanMove *moves,
              guint n)
{
  GArray *noted = g_array_new (FALSE, FALSE, sizeof (RelmPlanMove));
  guint n_changed;
  const gint32 *changed = relm_schedule_get_changed (engine, &n_changed);

  for (guint i = 0; i < n_changed; i++)
    {
      const RelmPlanMove move = { relm_plan_network_get_record (network, (guint) changed[i]),
                                  _relm_plan_schedule_get_computed (self, (guint) changed[i]) };

      if (_relm_plan_may_follow (network, (guint) changed[i]) && !is_moved (moves, n, move.record))
        g_array_append_val (noted, move);
    }
  return noted;
}

static void
keep_moved (RelmPlanSchedule *self,
            RelmPlanNetwork *network,
            GArray *noted)
{
  for (guint i = noted->len; i-- > 0;)
    {
      const RelmPlanMove *move = &g_array_index (noted, RelmPlanMove, i);
      const RelmSpan now = _relm_plan_schedule_get_computed (self, (guint) relm_plan_network_find (network, move->record));

      if (now.start == move->span.start && now.finish == move->span.finish)
        g_array_remove_index (noted, i);
    }
}

/**
 * relm_plan_schedule_preview:
 * @moves: (array length=n): where somebody would put some records
 * @n: how many
 *
 * Nothing is changed by it. Summaries among @moves are passed over: their parts are what moves.
 *
 * Returns: (transfer full) (element-type RelmPlanMove): the others that would follow, and where to. What is pinned, done, or has
 *   begun never follows.
 */
GArray *
relm_plan_schedule_preview (RelmPlanSchedule *self,
                            const RelmPlanMove *moves,
                            guint n)
{
  RelmPlanNetwork *network;
  RelmSchedule *engine;
  g_autoptr (GArray) places = NULL;
  GArray *noted;

  g_return_val_if_fail (RELM_IS_PLAN_SCHEDULE (self), NULL);

  network = _relm_plan_schedule_get_network (self);
  engine = _relm_plan_schedule_get_engine (self);
  places = place (network, moves, n);
  relm_schedule_update (engine);
  noted = note_changed (self, network, engine, moves, n);
  put_back (network, places);
  relm_schedule_update (engine);
  keep_moved (self, network, noted);
  return noted;
}

/* A weekend before or after makes no difference to what is done in between. */
static RelmSpan
trim (RelmCalendar *calendar,
      RelmSpan span)
{
  const RelmTime start = relm_calendar_next_start (calendar, relm_time_from_date (span.start, 0));
  const RelmTime finish = relm_calendar_previous_finish (calendar, relm_time_from_date (span.finish + 1, 0));

  return finish > start ? relm_plan_item_get_days (start, finish) : span;
}

gboolean
_relm_plan_differs (RelmPlanNetwork *network,
                    guint item,
                    RelmSpan planned,
                    RelmSpan computed)
{
  RelmCalendar *calendar = relm_plan_network_get_calendar (network, item);
  const RelmSpan a = relm_span_is_set (planned) ? trim (calendar, planned) : planned, b = trim (calendar, computed);

  return a.start != b.start || a.finish != b.finish;
}

static gboolean
is_pending (RelmPlanNetwork *network,
            guint item,
            RelmSpan computed)
{
  const RelmSpan planned = relm_plan_item_get_planned (relm_plan_network_get_record (network, item));

  return _relm_plan_may_follow (network, item) && _relm_plan_differs (network, item, planned, computed);
}

/**
 * relm_plan_schedule_get_pending:
 * @record: a record of the project
 * @span: (out): where it would be
 *
 * Returns: whether its planned dates are not what its predecessors, duration and constraints say
 */
gboolean
relm_plan_schedule_get_pending (RelmPlanSchedule *self,
                                RelmRecord *record,
                                RelmSpan *span)
{
  RelmPlanNetwork *network;
  int item;

  g_return_val_if_fail (RELM_IS_PLAN_SCHEDULE (self) && RELM_IS_RECORD (record) && span != NULL, FALSE);

  network = _relm_plan_schedule_get_network (self);
  item = relm_plan_network_find (network, record);
  if (item < 0)
    return FALSE;
  *span = _relm_plan_schedule_get_computed (self, (guint) item);
  return is_pending (network, (guint) item, *span);
}

/**
 * relm_plan_schedule_list_pending:
 *
 * Returns: (transfer full) (element-type RelmPlanMove): the records whose planned dates are not what their predecessors, durations
 *   and constraints say, and where they would be
 */
GArray *
relm_plan_schedule_list_pending (RelmPlanSchedule *self)
{
  RelmPlanNetwork *network;
  GArray *pending = g_array_new (FALSE, FALSE, sizeof (RelmPlanMove));

  g_return_val_if_fail (RELM_IS_PLAN_SCHEDULE (self), NULL);

  network = _relm_plan_schedule_get_network (self);
  for (guint i = 0; i < relm_plan_network_get_n_items (network); i++)
    {
      const RelmPlanMove move = { relm_plan_network_get_record (network, i), _relm_plan_schedule_get_computed (self, i) };

      if (is_pending (network, i, move.span))
        g_array_append_val (pending, move);
    }
  return pending;
}

/* The release whose date changes most. */
static const RelmPlanMove *
find_release (GArray *moves,
              int *days)
{
  const RelmPlanMove *found = NULL;

  *days = 0;
  for (guint i = 0; i < moves->len; i++)
    {
      const RelmPlanMove *move = &g_array_index (moves, RelmPlanMove, i);
      const RelmDate planned = relm_plan_item_get_planned (move->record).finish;

      if (!RELM_IS_RELEASE (move->record) || planned == RELM_DATE_NONE || ABS (move->span.finish - planned) <= ABS (*days))
        continue;
      *days = move->span.finish - planned;
      found = move;
    }
  return found;
}

/**
 * relm_plan_moves_dup_summary:
 * @moves: (element-type RelmPlanMove): what would move
 *
 * Returns: (transfer full): that in one line: "Moves 7 items, 0.2 by +3 days"
 */
char *
relm_plan_moves_dup_summary (GArray *moves)
{
  int days;
  const RelmPlanMove *release = find_release (moves, &days);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Moves %u item", "Moves %u items", moves->len), moves->len);
  g_autofree char *title = NULL;

  if (release == NULL)
    return g_steal_pointer (&count);
  title = relm_record_dup_display_title (release->record);
  /* Translators: "Moves 7 items", then the release whose date changes, and by how many days: "+3" or "-2" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %s by %+d day", "%s, %s by %+d days", (gulong) ABS (days)), count, title, days);
}
