/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-burn-up.h"

#define DAYS 7
#define WEEKS_MAX 260 /* five years */

/* From when on something belongs to the scope, and when it was done; RELM_DATE_NONE for never. */
typedef struct
{
  RelmDate added;
  RelmDate done;
} Life;

static RelmDate
get_first_day (const GArray *lives,
               RelmDate today)
{
  RelmDate first = today;

  for (guint i = 0; i < lives->len; i++)
    {
      const Life *life = &g_array_index (lives, Life, i);

      if (life->added != RELM_DATE_NONE)
        first = MIN (first, life->added);
      if (life->done != RELM_DATE_NONE)
        first = MIN (first, life->done);
    }
  return first;
}

/* When all is done, nothing happens any more. */
static RelmDate
get_last_day (const GArray *lives,
              RelmDate today)
{
  RelmDate last = RELM_DATE_NONE;

  for (guint i = 0; i < lives->len; i++)
    {
      const Life *life = &g_array_index (lives, Life, i);

      if (life->done == RELM_DATE_NONE)
        return today;
      last = MAX (last, MAX (life->added, life->done));
    }
  return MIN (last, today);
}

/* The week in which a day is, counted from the first one; what was before belongs to the first. */
static guint
get_week (const RelmBurnUp *self,
          RelmDate date)
{
  const int ago = (self->end - date) / DAYS;

  return (guint) CLAMP ((int) self->n_weeks - 1 - ago, 0, (int) self->n_weeks - 1);
}

static void
add_up (guint *weeks,
        guint n_weeks)
{
  for (guint i = 1; i < n_weeks; i++)
    weeks[i] += weeks[i - 1];
}

/* Returns: (nullable): NULL when there is nothing to see yet */
static RelmBurnUp *
make (const GArray *lives,
      RelmDate today)
{
  const int days = today - get_first_day (lives, today) + 1;
  RelmBurnUp *self;

  if (lives->len == 0 || days <= DAYS)
    return NULL;
  self = g_new0 (RelmBurnUp, 1);
  self->end = today;
  self->n_weeks = (guint) MIN ((days + DAYS - 1) / DAYS, WEEKS_MAX);
  self->scope = g_new0 (guint, self->n_weeks);
  self->done = g_new0 (guint, self->n_weeks);
  for (guint i = 0; i < lives->len; i++)
    {
      const Life *life = &g_array_index (lives, Life, i);

      self->scope[life->added != RELM_DATE_NONE ? get_week (self, life->added) : 0]++;
      if (life->done != RELM_DATE_NONE)
        self->done[get_week (self, life->done)]++;
    }
  add_up (self->scope, self->n_weeks);
  add_up (self->done, self->n_weeks);
  return self;
}

static void
take_life (GArray *lives,
           const RelmWorkLife *work,
           RelmDate today)
{
  Life life = { work->added, work->done ? work->done_on : RELM_DATE_NONE };

  if (work->done && life.done == RELM_DATE_NONE)
    life.done = today;
  g_array_append_val (lives, life);
}

/**
 * relm_burn_up_new:
 * @lives: all work
 * @scope: the number of a release's scope
 *
 * What does not say when it was added was there from the beginning; what does not say when it was done is done today. It ends
 * with the last day that is known, or when all was done.
 *
 * Returns: (transfer full) (nullable): the burn-up of the release; %NULL when there is none yet
 */
RelmBurnUp *
relm_burn_up_new (RelmWorkLives *lives,
                  int scope)
{
  const GArray *all = relm_work_lives_list (lives);
  const gboolean milestone = g_array_index (relm_work_lives_list_scopes (lives), RelmWorkScope, scope).milestone;
  const RelmDate end = milestone ? relm_work_lives_get_known (lives) : relm_work_lives_get_today (lives);
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (Life));
  RelmBurnUp *self;

  for (guint i = 0; i < all->len; i++)
    {
      const RelmWorkLife *life = &g_array_index (all, RelmWorkLife, i);

      if (life->scope == scope && life->counts)
        take_life (own, life, end);
    }
  self = make (own, get_last_day (own, end));
  if (self != NULL)
    self->tracked = milestone;
  return self;
}

/**
 * relm_burn_up_copy:
 *
 * Returns: (transfer full): the same, to keep
 */
RelmBurnUp *
relm_burn_up_copy (const RelmBurnUp *self)
{
  RelmBurnUp *copy = g_memdup2 (self, sizeof *self);

  copy->scope = g_memdup2 (self->scope, self->n_weeks * sizeof *self->scope);
  copy->done = g_memdup2 (self->done, self->n_weeks * sizeof *self->done);
  return copy;
}

/**
 * relm_burn_up_free:
 * @self: (nullable) (transfer full): a burn-up
 */
void
relm_burn_up_free (RelmBurnUp *self)
{
  if (self == NULL)
    return;
  g_free (self->scope);
  g_free (self->done);
  g_free (self);
}

/**
 * relm_burn_up_get_scope:
 *
 * Returns: how much there is to do in all, today
 */
guint
relm_burn_up_get_scope (const RelmBurnUp *self)
{
  return self->scope[self->n_weeks - 1];
}

/**
 * relm_burn_up_get_done:
 *
 * Returns: how much of it is done, today
 */
guint
relm_burn_up_get_done (const RelmBurnUp *self)
{
  return self->done[self->n_weeks - 1];
}

/**
 * relm_burn_up_get_added:
 *
 * Returns: by how much the scope grew after the first week
 */
guint
relm_burn_up_get_added (const RelmBurnUp *self)
{
  return relm_burn_up_get_scope (self) - self->scope[0];
}
