/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-freeze-window.h"
#include "relm-plan-freeze.h"
#include "relm-plan-levelling-private.h"

#define PLANS_MIN 60
#define PLANS_MAX 5000
#define PLAN_NODES 3000000 /* how many nodes all plans of a search together may place */

static void
move_free (gpointer data)
{
  RelmPlanLevelMove *move = data;

  g_free (move->reason);
  g_free (move);
}

static void
add_closures (RelmPlanLevelling *self,
              RelmPlanNetwork *network,
              RelmRecord *window)
{
  for (guint i = 0; i < relm_plan_network_get_n_items (network); i++)
    {
      const RelmLevelClosure closure = { (gint32) i, relm_plan_freeze_get_days (window) };

      if (relm_plan_network_is_readiness (network, i) ||
          !relm_plan_freeze_stops (self->project, window, relm_plan_network_get_record (network, i)))
        continue;
      g_array_append_val (self->closures, closure);
      g_ptr_array_add (self->freezes, g_object_ref (window));
    }
}

/* Takes a copy of all that the worker needs. */
static RelmPlanLevelling *
prepare (RelmPlanSchedule *schedule,
         guint64 seed)
{
  RelmPlanLevelling *self = g_new0 (RelmPlanLevelling, 1);
  RelmPlanNetwork *network = _relm_plan_schedule_get_network (schedule);
  RelmRecordList *windows;

  self->schedule = g_object_ref (schedule);
  self->project = g_object_ref (relm_plan_schedule_get_project (schedule));
  self->revision = relm_project_get_revision (self->project);
  self->seed = seed;
  self->assignments = relm_plan_assignments_new (self->project, network);
  self->closures = g_array_new (FALSE, FALSE, sizeof (RelmLevelClosure));
  self->freezes = g_ptr_array_new_with_free_func (g_object_unref);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->moves = g_ptr_array_new_with_free_func (move_free);
  self->spans = g_array_new (FALSE, FALSE, sizeof (RelmPlanMove));
  self->releases = g_array_new (FALSE, FALSE, sizeof (RelmPlanLevelRelease));
  self->edits = g_array_new (FALSE, FALSE, sizeof (RelmPlanEdit));
  windows = relm_project_get_list (self->project, RELM_TYPE_FREEZE_WINDOW);
  for (guint i = 0; i < relm_record_list_get_size (windows); i++)
    add_closures (self, network, relm_record_list_get (windows, i));
  self->copy = relm_network_copy (relm_plan_network_get_network (network));
  return self;
}

/* Any thread: touches nothing but the copy, and arrays that nobody changes. */
static void
search (RelmPlanLevelling *self,
        RelmLevelGoOn go_on,
        gpointer data)
{
  g_autoptr (RelmSchedule) schedule = relm_schedule_new (self->copy);
  guint n_items;
  RelmLevelRequest request;

  relm_network_get_items (self->copy, &n_items);
  request = (RelmLevelRequest) {
    (const RelmAssignment *) self->assignments->assignments->data,
    self->assignments->assignments->len,
    (const RelmResource *) self->assignments->resources->data,
    self->assignments->resources->len,
    (const RelmLevelClosure *) self->closures->data,
    self->closures->len,
    CLAMP (PLAN_NODES / MAX (n_items, 1), PLANS_MIN, PLANS_MAX),
    self->seed,
    go_on,
    data,
  };
  relm_schedule_run (schedule);
  self->engine = relm_levelling_new (schedule, &request);
}

/**
 * relm_plan_levelling_new:
 * @seed: of the search
 *
 * Returns: (transfer full): what would have to move
 */
RelmPlanLevelling *
relm_plan_levelling_new (RelmPlanSchedule *schedule,
                         guint64 seed)
{
  RelmPlanLevelling *self;

  g_return_val_if_fail (RELM_IS_PLAN_SCHEDULE (schedule), NULL);

  self = prepare (schedule, seed);
  search (self, NULL, NULL);
  _relm_plan_levelling_interpret (self);
  return self;
}

/* What the worker needs besides; of the task. */
typedef struct
{
  GTask *task; /* unowned */
  RelmPlanLevelling *levelling;
  RelmPlanLevelProgress progress;
  gpointer progress_data;
  int told; /* per cent */
} Work;

/* On its way to the main thread. */
typedef struct
{
  GTask *task;
  double fraction;
} Told;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->levelling, relm_plan_levelling_free);
  g_free (work);
}

static void
told_free (gpointer data)
{
  Told *told = data;

  g_object_unref (told->task);
  g_free (told);
}

static gboolean
told_cb (gpointer data)
{
  const Told *told = data;
  const Work *work = g_task_get_task_data (told->task);

  if (!g_task_get_completed (told->task) && !g_cancellable_is_cancelled (g_task_get_cancellable (told->task)))
    work->progress (told->fraction, work->progress_data);
  return G_SOURCE_REMOVE;
}

static gboolean
go_on_cb (double progress,
          gpointer data)
{
  Work *work = data;
  const int per_cent = (int) (progress * 100);

  if (work->progress != NULL && per_cent > work->told)
    {
      Told *told = g_new (Told, 1);

      *told = (Told) { g_object_ref (work->task), progress };
      work->told = per_cent;
      g_main_context_invoke_full (g_task_get_context (work->task), G_PRIORITY_DEFAULT, told_cb, told, told_free);
    }
  return !g_cancellable_is_cancelled (g_task_get_cancellable (work->task));
}

static void
search_cb (GTask *task,
           gpointer source,
           gpointer task_data,
           GCancellable *cancellable)
{
  Work *work = task_data;

  search (work->levelling, go_on_cb, work);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
}

/**
 * relm_plan_levelling_new_async:
 * @seed: of the search
 * @progress: (nullable): told how it goes
 *
 * Finds what would have to move, without keeping the main thread. If the project is changed meanwhile, the answer is an error.
 */
void
relm_plan_levelling_new_async (RelmPlanSchedule *schedule,
                               guint64 seed,
                               GCancellable *cancellable,
                               RelmPlanLevelProgress progress,
                               gpointer progress_data,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (schedule, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  g_return_if_fail (RELM_IS_PLAN_SCHEDULE (schedule));

  *work = (Work) { task, prepare (schedule, seed), progress, progress_data, -1 };
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, search_cb);
}

/**
 * relm_plan_levelling_new_finish:
 *
 * Returns: (transfer full) (nullable): what would have to move; %NULL when it was cancelled, or the project is another by now
 */
RelmPlanLevelling *
relm_plan_levelling_new_finish (GAsyncResult *result,
                                GError **error)
{
  Work *work = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (relm_project_get_revision (work->levelling->project) != work->levelling->revision)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The plan was changed while it was levelled. Level it again."));
      return NULL;
    }
  _relm_plan_levelling_interpret (work->levelling);
  return g_steal_pointer (&work->levelling);
}

void
relm_plan_levelling_free (RelmPlanLevelling *self)
{
  relm_plan_assignments_free (self->assignments);
  g_array_unref (self->closures);
  g_ptr_array_unref (self->freezes);
  relm_network_free (self->copy);
  g_clear_pointer (&self->engine, relm_levelling_free);
  g_ptr_array_unref (self->moves);
  g_array_unref (self->spans);
  g_array_unref (self->releases);
  g_array_unref (self->edits);
  g_ptr_array_unref (self->records);
  g_object_unref (self->project);
  g_object_unref (self->schedule);
  g_free (self);
}

/**
 * relm_plan_levelling_get_moves:
 *
 * Returns: (transfer none) (element-type RelmPlanLevelMove): what would move, and why
 */
GPtrArray *
relm_plan_levelling_get_moves (RelmPlanLevelling *self)
{
  return self->moves;
}

/**
 * relm_plan_levelling_get_spans:
 *
 * Returns: (transfer none) (element-type RelmPlanMove): the same records, and where they would be
 */
GArray *
relm_plan_levelling_get_spans (RelmPlanLevelling *self)
{
  return self->spans;
}

/**
 * relm_plan_levelling_get_releases:
 *
 * Returns: (transfer none) (element-type RelmPlanLevelRelease): the releases that would be ready on another day
 */
GArray *
relm_plan_levelling_get_releases (RelmPlanLevelling *self)
{
  return self->releases;
}

/**
 * relm_plan_levelling_get_edits:
 *
 * Returns: (transfer none) (element-type RelmPlanEdit): what has to be set to adopt it, in one step
 */
GArray *
relm_plan_levelling_get_edits (RelmPlanLevelling *self)
{
  return self->edits;
}

static void
append_release (GString *text,
                const RelmPlanLevelRelease *release)
{
  const int days = release->after - release->before;
  g_autofree char *title = relm_record_dup_display_title (release->release);

  /* Translators: follows a summary: a release, and by how many days it will be ready later ("+3") or sooner ("-2") */
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, ", %s ready by %+d day", ", %s ready by %+d days", (gulong) ABS (days)), title, days);
}

static void
append_moves (RelmPlanLevelling *self,
              GString *text)
{
  if (self->moves->len > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "Moves %u item", "Moves %u items", self->moves->len), self->moves->len);
  else
    g_string_append (text, self->n_left > 0 ? _ ("Nothing can move") : _ ("Nothing has to move"));
}

/**
 * relm_plan_levelling_dup_summary:
 *
 * Returns: (transfer full): it in one line: “Moves 7 items, 1.2.0 ready by +3 days”, and what it cannot help
 */
char *
relm_plan_levelling_dup_summary (RelmPlanLevelling *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_moves (self, text);
  for (guint i = 0; i < MIN (self->releases->len, 3); i++)
    append_release (text, &g_array_index (self->releases, RelmPlanLevelRelease, i));
  if (self->n_left > 0)
    /* Translators: follows a summary: on how many days somebody still has too much to do, because what has begun or is pinned stays */
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, ", %u day stays over-allocated", ", %u days stay over-allocated", self->n_left),
                            self->n_left);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
