/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What levelling found, said of records: which move, why, what that does to releases, and what has to be set for it. */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-load-profile.h"
#include "relm-plan-item.h"
#include "relm-plan-kind.h"
#include "relm-plan-levelling-private.h"
#include "relm-plan.h"
#include "relm-release.h"

#define NAMES_MAX 2

static RelmSpan
get_levelled (RelmPlanLevelling *self,
              guint item)
{
  RelmItemDates dates;

  relm_schedule_get_dates (self->engine->schedule, item, &dates);
  return relm_plan_item_get_days (dates.start, dates.finish);
}

static const RelmItem *
get_item (RelmPlanLevelling *self,
          guint item)
{
  return &relm_network_get_items (self->engine->network, NULL)[item];
}

/* What else a person has to do on a day, as it is now. */
static char *
dup_others (RelmPlanLevelling *self,
            const RelmLevelMove *move)
{
  RelmSchedule *schedule = _relm_plan_schedule_get_engine (self->schedule);
  RelmPlanNetwork *network = _relm_plan_schedule_get_network (self->schedule);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->assignments->assignments->len; i++)
    {
      const RelmAssignment *assignment = &g_array_index (self->assignments->assignments, RelmAssignment, i);
      g_autofree char *title = NULL;
      RelmItemDates dates;

      relm_schedule_get_dates (schedule, (guint) assignment->item, &dates);
      if (assignment->resource != move->resource || assignment->item == move->item || dates.finish <= dates.start ||
          relm_time_get_date (dates.start) > move->day || relm_time_get_date (dates.finish - 1) < move->day || n++ >= NAMES_MAX)
        continue;
      title = relm_record_dup_display_title (relm_plan_network_get_record (network, (guint) assignment->item));
      /* Translators: between two titles in a list */
      g_string_append_printf (text, "%s“%s”", n > 1 ? _ (", ") : "", title);
    }
  if (n > NAMES_MAX)
    /* Translators: follows a list of titles */
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more", n - NAMES_MAX), n - NAMES_MAX);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_person_reason (RelmPlanLevelling *self,
                   const RelmLevelMove *move)
{
  g_autofree char *name = relm_record_dup_display_title (self->assignments->people->pdata[move->resource]);
  g_autofree char *when = relm_date_display (move->day);
  g_autofree char *others = dup_others (self, move);

  if (*others == '\0')
    /* Translators: why something is held back: a person has other things to do on a day */
    return g_strdup_printf (_ ("%s has too much to do on %s"), name, when);
  /* Translators: why something is held back: a person has other things to do on a day, which are listed */
  return g_strdup_printf (_ ("%s has too much to do on %s: also %s"), name, when, others);
}

static char *
dup_freeze_reason (RelmPlanLevelling *self,
                   const RelmLevelMove *move)
{
  for (guint i = 0; i < self->closures->len; i++)
    {
      const RelmLevelClosure *closure = &g_array_index (self->closures, RelmLevelClosure, i);
      g_autofree char *title = NULL;

      if (closure->item != move->item || closure->days.finish != move->day)
        continue;
      title = relm_record_dup_display_title (self->freezes->pdata[i]);
      /* Translators: why something is held back; the placeholder is the name of a freeze window */
      return g_strdup_printf (_ ("Would come into the freeze “%s”"), title);
    }
  return g_strdup (_ ("Follows what is held back"));
}

/* What the engine did not move stood elsewhere than what is before it says: it is taken along. */
static char *
dup_reason (RelmPlanLevelling *self,
            RelmRecord *record,
            const RelmLevelMove *move)
{
  if (move == NULL)
    return relm_plan_schedule_dup_reason (self->schedule, record);
  if (move->not_before == RELM_TIME_NONE)
    return g_strdup (_ ("Follows what is held back"));
  return move->resource >= 0 ? dup_person_reason (self, move) : dup_freeze_reason (self, move);
}

static void
add_edit (RelmPlanLevelling *self,
          RelmRecord *record,
          int field,
          gint64 value)
{
  const RelmPlanEdit edit = { record, (guint) field, value };

  if (field < 0 || relm_record_get_value (record, (guint) field)->integer == value)
    return;
  g_array_append_val (self->edits, edit);
}

/* How long it takes does not change because it begins later on its first day, or over days that are off. */
static void
keep_duration (RelmPlanLevelling *self,
               RelmPlanNetwork *network,
               guint item,
               RelmSpan after)
{
  RelmRecord *record = relm_plan_network_get_record (network, item);
  const RelmItem *input = get_item (self, item);
  const int field = relm_plan_kind_get (record)->duration;

  if (field < 0 || relm_plan_kind_get_integer (record, field) > 0 || input->flags & (RELM_ITEM_ELAPSED | RELM_ITEM_MILESTONE) ||
      relm_plan_network_is_summary (network, item) ||
      relm_plan_item_get_work (relm_plan_network_get_calendar (network, item), after) == input->duration)
    return;
  add_edit (self, record, field, input->duration);
}

static void
add_edits (RelmPlanLevelling *self,
           RelmPlanNetwork *network,
           guint item,
           RelmSpan after)
{
  RelmRecord *record = relm_plan_network_get_record (network, item);
  const RelmPlanFields fields = relm_plan_get_planned_fields (record);

  keep_duration (self, network, item, after);
  add_edit (self, record, fields.start, after.start);
  add_edit (self, record, fields.finish, after.finish);
}

/* Held where something else than the planned start says when it starts; what was held and is not any more is let go. */
static void
add_hold (RelmPlanLevelling *self,
          RelmPlanNetwork *network,
          guint item)
{
  RelmRecord *record = relm_plan_network_get_record (network, item);
  const RelmItem *input = get_item (self, item);
  RelmDate date = RELM_DATE_NONE;

  if (input->not_before != RELM_TIME_NONE && !relm_plan_item_stays (record, relm_plan_network_follows (network, item)))
    date = relm_time_get_date (input->not_before);
  add_edit (self, record, relm_plan_kind_get (record)->held_until, date);
}

static void
add_move (RelmPlanLevelling *self,
          RelmPlanNetwork *network,
          guint item,
          const RelmLevelMove *found)
{
  RelmPlanLevelMove *move = g_new0 (RelmPlanLevelMove, 1);
  RelmPlanMove span;

  move->record = relm_plan_network_get_record (network, item);
  move->before = relm_plan_item_get_planned (move->record);
  move->after = get_levelled (self, item);
  move->delay = relm_span_is_set (move->before) ? move->after.start - move->before.start : 0;
  move->held = get_item (self, item)->not_before != RELM_TIME_NONE;
  move->reason = dup_reason (self, move->record, found);
  span = (RelmPlanMove) { move->record, move->after };
  g_ptr_array_add (self->records, g_object_ref (move->record));
  g_ptr_array_add (self->moves, move);
  g_array_append_val (self->spans, span);
  add_edits (self, network, item, move->after);
}

/* Whether levelling has a say in where it is: it is held, or follows others. */
static gboolean
moves (RelmPlanLevelling *self,
       RelmPlanNetwork *network,
       guint item)
{
  const gboolean held = get_item (self, item)->not_before != RELM_TIME_NONE;
  RelmRecord *record = relm_plan_network_get_record (network, item);

  if (relm_plan_network_is_readiness (network, item))
    return FALSE;
  return (held || _relm_plan_may_follow (network, item)) &&
         _relm_plan_differs (network, item, relm_plan_item_get_planned (record), get_levelled (self, item));
}

static void
note_release (RelmPlanLevelling *self,
              RelmPlanNetwork *network,
              RelmRecord *release)
{
  const int item = relm_plan_network_find_readiness (network, release);
  RelmPlanLevelRelease noted = { release, RELM_DATE_NONE, RELM_DATE_NONE };

  if (item < 0)
    return;
  noted.before = relm_plan_schedule_get_ready (self->schedule, release);
  noted.after = get_levelled (self, (guint) item).finish;
  if (noted.before == noted.after)
    return;
  g_ptr_array_add (self->records, g_object_ref (release));
  g_array_append_val (self->releases, noted);
}

/* What is not done of what somebody would have to do. */
static void
take_work (RelmPlanLevelling *self,
           RelmPlanNetwork *network,
           guint resource,
           RelmLoadProfile *profile)
{
  const gint32 units = g_array_index (self->assignments->resources, RelmResource, resource).units;

  for (guint i = 0; i < self->assignments->assignments->len; i++)
    {
      const RelmAssignment *assignment = &g_array_index (self->assignments->assignments, RelmAssignment, i);
      const RelmItem *item = get_item (self, (guint) assignment->item);
      RelmItemDates dates;
      RelmLoadNeed need;

      if (assignment->resource != (gint32) resource || relm_plan_is_done (relm_plan_network_get_record (network, (guint) assignment->item)))
        continue;
      relm_schedule_get_dates (self->engine->schedule, (guint) assignment->item, &dates);
      need = (RelmLoadNeed) {
        item->flags & RELM_ITEM_ELAPSED ? NULL : relm_plan_network_get_calendar (network, (guint) assignment->item),
        dates.start,
        dates.finish,
        units > 0 ? MIN (assignment->units, units) : assignment->units,
      };
      relm_load_profile_take (profile, &need);
    }
}

static guint
count_left (RelmPlanLevelling *self,
            RelmPlanNetwork *network,
            guint resource)
{
  const RelmResource *of = &g_array_index (self->assignments->resources, RelmResource, resource);
  const RelmDate first = relm_time_get_date (relm_network_get_start (self->engine->network));
  g_autoptr (RelmLoadProfile) profile = relm_load_profile_new (of->calendar, of->units, first);
  RelmSpan days;
  guint n = 0;

  take_work (self, network, resource, profile);
  days = relm_load_profile_get_days (profile);
  for (RelmDate day = days.start; relm_span_is_set (days) && day <= days.finish; day++)
    n += relm_load_profile_get_taken (profile, day) > relm_load_profile_get_capacity (profile, day);
  return n;
}

/* Turns what the engine found into what people read, and into edits. Main thread. */
void
_relm_plan_levelling_interpret (RelmPlanLevelling *self)
{
  RelmPlanNetwork *network = _relm_plan_schedule_get_network (self->schedule);
  RelmRecordList *releases = relm_project_get_list (self->project, RELM_TYPE_RELEASE);
  GArray *found = self->engine->moves;
  guint next = 0;

  for (guint i = 0; i < relm_plan_network_get_n_items (network); i++)
    {
      const RelmLevelMove *move = NULL;

      if (next < found->len && g_array_index (found, RelmLevelMove, next).item == (gint32) i)
        move = &g_array_index (found, RelmLevelMove, next++);
      if (relm_plan_network_is_readiness (network, i))
        continue;
      if (moves (self, network, i))
        add_move (self, network, i, move);
      add_hold (self, network, i);
    }
  for (guint i = 0; i < self->assignments->people->len; i++)
    self->n_left += count_left (self, network, i);
  for (guint i = 0; i < relm_record_list_get_size (releases); i++)
    note_release (self, network, relm_record_list_get (releases, i));
}
