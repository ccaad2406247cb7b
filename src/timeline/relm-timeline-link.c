/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-duration.h"
#include "relm-plan-schedule.h"
#include "relm-schedule-dependency.h"
#include "relm-timeline-private.h"

/* The nick of the type that the two ends make. */
static const char *
get_type_nick (const RelmTimelineLinking *linking)
{
  if (linking->from_finish)
    return linking->to_finish ? "ff" : "fs";
  return linking->to_finish ? "sf" : "ss";
}

static const char *
get_type_label (const char *nick)
{
  for (guint i = 0; relm_schedule_dependency_types[i].nick != NULL; i++)
    if (g_strcmp0 (relm_schedule_dependency_types[i].nick, nick) == 0)
      return _ (relm_schedule_dependency_types[i].label);
  return _ (relm_schedule_dependency_types[0].label);
}

static gboolean
is_linked (RelmProject *project,
           RelmRecord *from,
           RelmRecord *to)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_SCHEDULE_DEPENDENCY);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *link = relm_record_list_get (list, i);

      if (g_strcmp0 (relm_record_get_string (link, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR), relm_record_get_id (from)) == 0 &&
          g_strcmp0 (relm_record_get_string (link, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR), relm_record_get_id (to)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* “API freeze → RC → API freeze”: from what would come first; the loop is said from what would wait for it. */
static char *
dup_loop (GPtrArray *loop)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i <= loop->len; i++)
    {
      g_autofree char *title = relm_record_dup_display_title (g_ptr_array_index (loop, (i + loop->len - 1) % loop->len));

      g_string_append_printf (text, "%s%s", i > 0 ? " → " : "", title);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Why the two may not be linked; NULL when they may. */
static char *
dup_refusal (RelmTimeline *self,
             RelmRecord *from,
             RelmRecord *to)
{
  g_autoptr (GPtrArray) loop = NULL;
  g_autofree char *way = NULL;

  if (is_linked (self->project, from, to))
    return g_strdup (_ ("These two are linked already"));
  loop = relm_plan_find_loop (self->project, from, to);
  if (loop == NULL)
    return NULL;
  way = dup_loop (loop);
  /* Translators: why two things cannot be linked; the placeholder is like “API freeze → RC → API freeze” */
  return g_strdup_printf (_ ("This would go in a circle: %s"), way);
}

/**
 * _relm_timeline_dup_linking_words:
 *
 * Returns: (transfer full): what would be linked, or why it cannot be
 */
char *
_relm_timeline_dup_linking_words (RelmTimeline *self)
{
  const RelmTimelineLinking *linking = &self->linking;
  g_autofree char *from = relm_record_dup_display_title (linking->from);
  g_autofree char *to = linking->to != NULL ? relm_record_dup_display_title (linking->to) : NULL;

  if (linking->refusal != NULL)
    return g_strdup (linking->refusal);
  if (to == NULL && linking->by_keys)
    return g_strdup_printf (_ ("%s → …\nArrow keys choose what waits for it and which ends, Enter links"), from);
  if (to == NULL)
    return g_strdup_printf ("%s → …", from);
  /* Translators: while two things are linked: their titles, and what kind of link that is */
  return g_strdup_printf (_ ("%s → %s\n%s"), from, to, get_type_label (get_type_nick (linking)));
}

/* What a link that is there says. */
char *
_relm_timeline_dup_link_words (RelmTimeline *self,
                               RelmRecord *link)
{
  RelmRecord *from = relm_project_resolve (self->project, link, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR);
  RelmRecord *to = relm_project_resolve (self->project, link, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR);
  const gint64 minutes = relm_record_get_integer (link, RELM_SCHEDULE_DEPENDENCY_LAG_MINUTES);
  g_autofree char *first = from != NULL ? relm_record_dup_display_title (from) : g_strdup ("?");
  g_autofree char *second = to != NULL ? relm_record_dup_display_title (to) : g_strdup ("?");
  g_autofree char *lag = minutes != 0 ? relm_duration_format (minutes) : NULL;
  const char *type = get_type_label (relm_record_get_string (link, RELM_SCHEDULE_DEPENDENCY_TYPE));
  g_autofree char *words = NULL;

  if (lag != NULL)
    /* Translators: a link between two things: their titles, what kind it is, and how long one waits after the other */
    words = g_strdup_printf (_ ("%s → %s, %s, lag %s"), first, second, type, lag);
  else
    /* Translators: a link between two things: their titles, and what kind it is */
    words = g_strdup_printf (_ ("%s → %s, %s"), first, second, type);
  if (_relm_timeline_is_broken (self, link))
    /* Translators: what a link is, and that what waits is pinned too early for it */
    return g_strdup_printf (_ ("%s, broken: the second is too early"), words);
  return g_steal_pointer (&words);
}

/* Starts at an end of something. With keys, what it leads to is chosen by the cursor. */
void
_relm_timeline_begin_linking (RelmTimeline *self,
                              RelmRecord *from,
                              gboolean from_finish,
                              gboolean by_keys)
{
  self->linking = (RelmTimelineLinking) { .from = g_object_ref (from), .from_finish = from_finish, .by_keys = by_keys };
}

void
_relm_timeline_end_linking (RelmTimeline *self)
{
  g_clear_object (&self->linking.from);
  g_clear_object (&self->linking.to);
  g_clear_pointer (&self->linking.refusal, g_free);
  self->linking.by_keys = FALSE;
}

/* At an end of something, or at nothing. */
void
_relm_timeline_aim (RelmTimeline *self,
                    RelmRecord *to,
                    gboolean to_finish)
{
  RelmTimelineLinking *linking = &self->linking;

  if (to == linking->from)
    to = NULL;
  linking->to_finish = to_finish;
  if (!g_set_object (&linking->to, to))
    return;
  g_clear_pointer (&linking->refusal, g_free);
  if (to != NULL)
    linking->refusal = dup_refusal (self, linking->from, to);
}

/* At what is under the pointer: the nearer end of it, wherever in its row the pointer is. */
void
_relm_timeline_aim_at (RelmTimeline *self,
                       double x,
                       double y)
{
  const RelmTimelineHit hit = _relm_timeline_pick (self, x, y);
  RelmTimelineLayout *layout = _relm_timeline_get_layout (self);
  guint index = hit.item;
  const RelmTimelineItem *item;
  double from, to;

  if (index == RELM_TIMELINE_NONE && hit.row != RELM_TIMELINE_NONE)
    index = relm_timeline_layout_find (layout, relm_timeline_layout_get_row (layout, hit.row)->record);
  if (index == RELM_TIMELINE_NONE)
    {
      _relm_timeline_aim (self, NULL, FALSE);
      return;
    }
  item = relm_timeline_layout_get_item (layout, index);
  _relm_timeline_get_extent (self, item->shape, item->span, &from, &to);
  _relm_timeline_aim (self, item->record, hit.place == RELM_TIMELINE_ON_BODY && _relm_timeline_to_logical (self, x) > (from + to) / 2);
}

/* The next pair of ends. */
void
_relm_timeline_turn_ends (RelmTimeline *self,
                          int by)
{
  static const gboolean ends[][2] = { { TRUE, FALSE }, { FALSE, FALSE }, { TRUE, TRUE }, { FALSE, TRUE } };
  int now = 0;

  for (int i = 0; i < (int) G_N_ELEMENTS (ends); i++)
    if (ends[i][0] == self->linking.from_finish && ends[i][1] == self->linking.to_finish)
      now = i;
  now = (now + by + (int) G_N_ELEMENTS (ends)) % (int) G_N_ELEMENTS (ends);
  self->linking.from_finish = ends[now][0];
  self->linking.to_finish = ends[now][1];
}

/* Asks for the link, or says why it cannot be. */
void
_relm_timeline_drop_link (RelmTimeline *self)
{
  RelmTimelineLinking linking = self->linking;

  self->linking = (RelmTimelineLinking) { 0 };
  if (linking.refusal != NULL)
    _relm_timeline_refuse (self, linking.refusal);
  else if (linking.to != NULL)
    _relm_timeline_ask_for_link (self, linking.from, linking.to, get_type_nick (&linking));
  g_clear_object (&linking.from);
  g_clear_object (&linking.to);
  g_free (linking.refusal);
}
