/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include "relm-history.h"

struct _RelmHistory
{
  GPtrArray *steps;   /* of RelmStep, oldest first */
  GArray *states;     /* of guint64: the state before each step, and the one after the last */
  guint position;     /* how many steps are made; the others were undone */
  guint64 last_state; /* the highest number given */
};

static void
free_step (gpointer data)
{
  relm_step_free (data);
}

static void
forget_undone (RelmHistory *self)
{
  g_ptr_array_set_size (self->steps, (int) self->position);
  g_array_set_size (self->states, self->position + 1);
}

static guint64
new_state (RelmHistory *self)
{
  return ++self->last_state;
}

/**
 * relm_history_new:
 *
 * Returns: (transfer full): the history of a project that nothing was done to
 */
RelmHistory *
relm_history_new (void)
{
  RelmHistory *self = g_new0 (RelmHistory, 1);
  const guint64 state = new_state (self);

  self->steps = g_ptr_array_new_with_free_func (free_step);
  self->states = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_array_append_val (self->states, state);
  return self;
}

/**
 * relm_history_free:
 * @self: (transfer full): a history
 */
void
relm_history_free (RelmHistory *self)
{
  g_ptr_array_unref (self->steps);
  g_array_unref (self->states);
  g_free (self);
}

/**
 * relm_history_get_state:
 *
 * Returns: the number of the state that the project is in, never 0
 */
guint64
relm_history_get_state (RelmHistory *self)
{
  return g_array_index (self->states, guint64, self->position);
}

/**
 * relm_history_push:
 * @step: (transfer full): a step that was just made
 *
 * Keeps a step, as part of the last one if both have the same key. Steps that were undone are forgotten.
 */
void
relm_history_push (RelmHistory *self,
                   RelmStep *step)
{
  RelmStep *last = relm_history_peek_undo (self);
  const guint64 state = new_state (self);

  if (last != NULL && self->position == self->steps->len && relm_step_can_join (last, step))
    {
      relm_step_join (last, step);
      g_array_index (self->states, guint64, self->position) = state;
      if (relm_step_is_empty (last)) /* dragged back to where it was */
        {
          self->position--;
          forget_undone (self);
        }
      return;
    }

  forget_undone (self);
  if (last != NULL)
    relm_step_seal (last);
  g_ptr_array_add (self->steps, step);
  g_array_append_val (self->states, state);
  self->position++;
}

/**
 * relm_history_seal:
 *
 * Makes the next step one of its own, for example because the present state was saved.
 */
void
relm_history_seal (RelmHistory *self)
{
  RelmStep *last = relm_history_peek_undo (self);

  if (last != NULL)
    relm_step_seal (last);
}

/**
 * relm_history_peek_undo:
 *
 * Returns: (transfer none) (nullable): the step that would be undone
 */
RelmStep *
relm_history_peek_undo (RelmHistory *self)
{
  return self->position > 0 ? g_ptr_array_index (self->steps, self->position - 1) : NULL;
}

/**
 * relm_history_peek_redo:
 *
 * Returns: (transfer none) (nullable): the step that would be made again
 */
RelmStep *
relm_history_peek_redo (RelmHistory *self)
{
  return self->position < self->steps->len ? g_ptr_array_index (self->steps, self->position) : NULL;
}

/**
 * relm_history_undo:
 *
 * Returns: whether there was a step to undo
 */
gboolean
relm_history_undo (RelmHistory *self,
                   RelmProject *project)
{
  RelmStep *step = relm_history_peek_undo (self);

  if (step == NULL)
    return FALSE;
  relm_step_seal (step);
  self->position--;
  relm_step_undo (step, project);
  return TRUE;
}

/**
 * relm_history_redo:
 *
 * Returns: whether there was a step to make again
 */
gboolean
relm_history_redo (RelmHistory *self,
                   RelmProject *project)
{
  RelmStep *step = relm_history_peek_redo (self);

  if (step == NULL)
    return FALSE;
  relm_step_redo (step, project);
  self->position++;
  return TRUE;
}
