/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-id.h"
#include "relm-kinds.h"
#include "relm-milestone.h"
#include "relm-mspdi-import-private.h"
#include "relm-mspdi-text.h"
#include "relm-mspdi-values.h"
#include "relm-person.h"
#include "relm-phase.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"
#include "relm-text.h"
#include "relm-uri.h"
#include "relm-work-item.h"

/* Lags as the format counts them; see the members of LagFormat in its schema. */
#define LAG_PERCENT 19
#define LAG_ELAPSED_PERCENT 20

RelmRecord *
_relm_mspdi_add_record (RelmMspdiImporter *self,
                        GType type,
                        const char *title)
{
  const RelmKind *kind = relm_record_list_get_kind (relm_project_get_list (self->project, type));
  const int field = relm_kind_get_title_field (kind);
  g_autofree char *clean = title != NULL ? relm_mspdi_dup_title (title) : NULL;
  RelmRecord *record;
  char *id = NULL;

  do
    {
      g_free (id);
      id = relm_id_new (kind->id_prefix);
    }
  while (relm_project_lookup (self->project, id) != NULL || g_hash_table_contains (self->ids, id));
  record = relm_record_new (type, id);
  g_hash_table_add (self->ids, id);
  if (clean != NULL && field >= 0)
    relm_mspdi_set_string (record, kind->fields[field].name, clean);
  g_ptr_array_add (self->import->records, record);
  return record;
}

/* @text: a sentence with one %u for how many that are */
void
_relm_mspdi_leave_out (RelmMspdiImporter *self,
                       guint n,
                       const char *text)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  GString *sentence;

  if (n == 0)
    return;
  sentence = g_string_new (text);
  g_string_replace (sentence, "%u", number, 1);
  g_ptr_array_add (self->import->left_out, g_string_free (sentence, FALSE));
}

/*
 * The outline
 */

static gint64
get_level (RelmMspdiImporter *self,
           guint index)
{
  return g_array_index (self->nodes, RelmMspdiNode, index).task->level;
}

static void
add_nodes (RelmMspdiImporter *self)
{
  GArray *tasks = self->plan->tasks;
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < tasks->len; i++)
    {
      const RelmMspdiTask *task = &g_array_index (tasks, RelmMspdiTask, i);
      RelmMspdiNode node = { .task = task, .parent = NONE };

      while (above->len > 0 && get_level (self, g_array_index (above, guint, above->len - 1)) >= task->level)
        g_array_set_size (above, above->len - 1);
      if (task->level > 0 && task->is_null == 0) /* the task of level 0 is the whole plan */
        {
          if (above->len > 0)
            node.parent = g_array_index (above, guint, above->len - 1);
          if (node.parent != NONE)
            g_array_index (self->nodes, RelmMspdiNode, node.parent).has_tasks = TRUE;
          g_array_append_val (above, i);
        }
      g_array_append_val (self->nodes, node);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      RelmMspdiNode *node = &g_array_index (self->nodes, RelmMspdiNode, i);

      g_hash_table_insert (self->node_of, (gpointer) &node->task->uid, node);
    }
}

static gboolean
is_left_out (const RelmMspdiNode *node)
{
  return node->task->level <= 0 || node->task->is_null != 0;
}

/* What a task of another program becomes: it knows tasks alone. */
static GType
guess_type (const RelmMspdiNode *node)
{
  if (node->has_tasks)
    return node->parent == NONE ? RELM_TYPE_PHASE : RELM_TYPE_WORK_ITEM;
  return node->task->milestone != 0 || node->task->duration == 0 ? RELM_TYPE_MILESTONE : RELM_TYPE_WORK_ITEM;
}

static GType
choose_type (const RelmMspdiNode *node)
{
  const GType types[] = { RELM_TYPE_RELEASE, RELM_TYPE_PHASE, RELM_TYPE_MILESTONE, RELM_TYPE_WORK_ITEM };
  const GType known = node->task->kind != NULL ? relm_kinds_find_type (node->task->kind) : G_TYPE_INVALID;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i] == known)
      return known;
  return guess_type (node);
}

/* The nearest record of a kind above a task. */
static RelmRecord *
find_above (RelmMspdiImporter *self,
            const RelmMspdiNode *node,
            GType type)
{
  while (node->parent != NONE)
    {
      node = &g_array_index (self->nodes, RelmMspdiNode, node->parent);
      if (node->record != NULL && G_OBJECT_TYPE (node->record) == type)
        return node->record;
    }
  return NULL;
}

static void
set_place (RelmMspdiImporter *self,
           const RelmMspdiNode *node)
{
  RelmRecord *release = find_above (self, node, RELM_TYPE_RELEASE);
  RelmRecord *phase = find_above (self, node, RELM_TYPE_PHASE);
  RelmRecord *parent = find_above (self, node, RELM_TYPE_WORK_ITEM);

  if (release == NULL && node->task->kind == NULL)
    release = self->release;
  if (release != NULL)
    relm_mspdi_set_string (node->record, "release", relm_record_get_id (release));
  if (phase != NULL)
    relm_mspdi_set_string (node->record, "phase", relm_record_get_id (phase));
  if (parent != NULL)
    relm_mspdi_set_string (node->record, "parent", relm_record_get_id (parent));
}

/*
 * What a task says
 */

/* Without “1.2.0” before its name, when that is what Relm wrote. */
static void
set_release_name (RelmRecord *record,
                  const RelmMspdiTask *task)
{
  g_autofree char *title = relm_mspdi_dup_title (task->name);
  char *blank = strchr (title, ' ');

  if (blank == NULL || task->kind == NULL)
    return;
  *blank = '\0';
  relm_mspdi_set_string (record, "version", title);
  relm_mspdi_set_string (record, "name", blank + 1);
}

/* What Relm planned is a baseline beside what happened; the baselines of others are copies of old plans. */
static RelmSpan
get_planned (const RelmMspdiTask *task)
{
  RelmSpan span = { task->start, task->finish };

  if (task->kind != NULL && task->baseline_start != RELM_DATE_NONE)
    span.start = task->baseline_start;
  if (task->kind != NULL && task->baseline_finish != RELM_DATE_NONE)
    span.finish = task->baseline_finish;
  if (span.finish != RELM_DATE_NONE && span.finish < span.start)
    span.finish = span.start;
  return span;
}

static void
set_dates (const RelmMspdiNode *node)
{
  const RelmMspdiTask *task = node->task;
  const RelmSpan planned = get_planned (task);
  const RelmDate start = planned.start;
  const RelmDate finish = planned.finish;

  relm_mspdi_set_date (node->record, "planned_start", start);
  relm_mspdi_set_date (node->record, "planned_finish", finish);
  relm_mspdi_set_date (node->record, "planned", finish != RELM_DATE_NONE ? finish : start);
  relm_mspdi_set_date (node->record, "actual_start", task->actual_start);
  relm_mspdi_set_date (node->record, "actual_finish", task->actual_finish);
  relm_mspdi_set_date (node->record, "actual", task->actual_finish);
  relm_mspdi_set_date (node->record, "deadline", task->deadline);
  relm_mspdi_set_date (node->record, "committed", task->deadline);
  if (!node->has_tasks && task->duration > 0)
    relm_mspdi_set_number (node->record, "duration_minutes", task->duration);
}

/* From a number up to 1000, of which 500 is the usual one. */
static const char *
get_priority (gint64 number)
{
  if (number < 400)
    return "low";
  if (number <= 600)
    return "normal";
  return number <= 800 ? "high" : "critical";
}

static void
set_state (const RelmMspdiNode *node)
{
  const RelmMspdiTask *task = node->task;
  const gboolean done = task->percent >= 100 || task->actual_finish != RELM_DATE_NONE;

  relm_mspdi_set_number (node->record, "progress", CLAMP (task->percent, 0, 100));
  if (task->active == 0)
    relm_mspdi_set_string (node->record, "state", "cancelled");
  else if (done)
    relm_mspdi_set_string (node->record, "state", RELM_IS_RELEASE (node->record) ? "released" : "done");
  else if (task->percent > 0 || task->actual_start != RELM_DATE_NONE)
    relm_mspdi_set_string (node->record, "state", "in_progress");
  if (task->priority != 500)
    relm_mspdi_set_string (node->record, "priority", get_priority (task->priority));
}

/* What waits for nothing stays at its planned start without a word. */
static void
set_scheduling (RelmMspdiImporter *self,
                const RelmMspdiNode *node,
                gboolean has_predecessors)
{
  static const char *const constraints[] = {
    NULL, "alap", "must_start", "must_finish", "start_no_earlier", "start_no_later", "finish_no_earlier", "finish_no_later",
  };
  const RelmMspdiTask *task = node->task;
  const gboolean pinned = task->manual != 0 && !node->has_tasks;

  if (pinned && relm_span_is_set ((RelmSpan) { task->start, task->finish }))
    relm_mspdi_set_string (node->record, "scheduling", "pinned");
  else if (has_predecessors && !RELM_IS_RELEASE (node->record))
    relm_mspdi_set_string (node->record, "scheduling", "automatic");
  if (task->constraint <= 0 || task->constraint >= (gint64) G_N_ELEMENTS (constraints) || node->has_tasks)
    return;
  if (task->constraint == 4 && task->constraint_date == task->start && (pinned || !has_predecessors))
    return;
  relm_mspdi_set_string (node->record, "constraint", constraints[task->constraint]);
  relm_mspdi_set_date (node->record, "constraint_date", task->constraint > 1 ? task->constraint_date : RELM_DATE_NONE);
}

static void
set_words (const RelmMspdiNode *node)
{
  g_autofree char *words = relm_text_display (node->task->notes);
  g_autofree char *url = node->task->url != NULL ? relm_uri_check (node->task->url, NULL) : NULL;

  relm_mspdi_set_string (node->record, RELM_IS_WORK_ITEM (node->record) ? "description" : "notes", words);
  relm_mspdi_set_string (node->record, "url", url);
}

static void
add_tasks (RelmMspdiImporter *self)
{
  g_autoptr (GHashTable) waiting = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->plan->links->len; i++)
    g_hash_table_add (waiting, &g_array_index (self->plan->links, RelmMspdiLink, i).to);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      RelmMspdiNode *node = &g_array_index (self->nodes, RelmMspdiNode, i);
      RelmRecord *calendar;

      if (is_left_out (node))
        continue;
      node->record = _relm_mspdi_add_record (self, choose_type (node), node->task->name != NULL ? node->task->name : "");
      self->import->n_tasks++;
      if (RELM_IS_RELEASE (node->record))
        set_release_name (node->record, node->task);
      set_place (self, node);
      set_dates (node);
      set_state (node);
      set_scheduling (self, node, g_hash_table_contains (waiting, &node->task->uid));
      set_words (node);
      calendar = g_hash_table_lookup (self->calendar_of, &node->task->calendar);
      if (calendar != NULL)
        relm_mspdi_set_string (node->record, "calendar", relm_record_get_id (calendar));
    }
}

/*
 * Links and people
 */

/* Of a day that has 24 hours, as much as a working day has of its own. */
static gint64
get_lag (const RelmMspdiLink *link)
{
  const gboolean elapsed = link->lag_format >= 4 && link->lag_format <= 12 && link->lag_format % 2 == 0;

  return elapsed ? link->lag / 10 * RELM_MSPDI_DAY_MINUTES / 1440 : link->lag / 10;
}

static gboolean
is_percent (const RelmMspdiLink *link)
{
  return link->lag != 0 && (link->lag_format == LAG_PERCENT || link->lag_format == LAG_ELAPSED_PERCENT);
}

static void
add_links (RelmMspdiImporter *self)
{
  static const char *const types[] = { "ff", "fs", "sf", "ss" };
  guint n_external = 0, n_percent = 0;

  for (guint i = 0; i < self->plan->links->len; i++)
    {
      const RelmMspdiLink *link = &g_array_index (self->plan->links, RelmMspdiLink, i);
      const RelmMspdiNode *from = g_hash_table_lookup (self->node_of, &link->from);
      const RelmMspdiNode *to = g_hash_table_lookup (self->node_of, &link->to);
      RelmRecord *record;

      if (link->cross_project != 0 || from == NULL || from->record == NULL || to->record == NULL || from == to)
        {
          n_external++;
          continue;
        }
      record = _relm_mspdi_add_record (self, RELM_TYPE_SCHEDULE_DEPENDENCY, NULL);
      relm_mspdi_set_string (record, "predecessor", relm_record_get_id (from->record));
      relm_mspdi_set_string (record, "successor", relm_record_get_id (to->record));
      relm_mspdi_set_string (record, "type", types[link->type]);
      relm_mspdi_set_number (record, "lag_minutes", is_percent (link) ? 0 : get_lag (link));
      n_percent += is_percent (link);
      self->import->n_links++;
    }
  _relm_mspdi_leave_out (self, n_external,
             ngettext ("%u link to what is not in the plan", "%u links to what is not in the plan", n_external));
  _relm_mspdi_leave_out (self, n_percent,
             ngettext ("The lag of %u link, which was a percentage", "The lags of %u links, which were percentages", n_percent));
}

/* Somebody of the project already. */
static RelmRecord *
find_person (RelmMspdiImporter *self,
             const RelmMspdiResource *resource)
{
  RelmRecordList *people = relm_project_get_list (self->project, RELM_TYPE_PERSON);

  for (guint i = 0; i < relm_record_list_get_size (people); i++)
    {
      RelmRecord *person = relm_record_list_get (people, i);
      const char *email = relm_record_get_string (person, RELM_PERSON_EMAIL);

      if (email != NULL && resource->email != NULL ? g_ascii_strcasecmp (email, resource->email) == 0
                                                   : g_strcmp0 (relm_record_get_title (person), resource->name) == 0)
        return person;
    }
  return NULL;
}

static void
add_people (RelmMspdiImporter *self)
{
  guint n_other = 0;

  for (guint i = 0; i < self->plan->resources->len; i++)
    {
      const RelmMspdiResource *resource = &g_array_index (self->plan->resources, RelmMspdiResource, i);
      RelmRecord *person;

      if (resource->name == NULL || resource->uid <= 0 || resource->is_null != 0)
        continue;
      if (resource->type != 1)
        {
          n_other++;
          continue;
        }
      person = find_person (self, resource);
      if (person == NULL)
        {
          person = _relm_mspdi_add_record (self, RELM_TYPE_PERSON, resource->name);
          relm_mspdi_set_string (person, "email", resource->email);
          relm_mspdi_set_string (person, "role", resource->group);
          relm_mspdi_set_number (person, "capacity", resource->units);
          self->import->n_people++;
          g_hash_table_add (self->new_people, person);
        }
      g_hash_table_insert (self->person_of, (gpointer) &resource->uid, person);
    }
  _relm_mspdi_leave_out (self, n_other,
             ngettext ("%u material or cost", "%u materials and costs", n_other));
}

static void
assign (RelmMspdiImporter *self)
{
  guint n_more = 0;

  for (guint i = 0; i < self->plan->assignments->len; i++)
    {
      const RelmMspdiAssignment *assignment = &g_array_index (self->plan->assignments, RelmMspdiAssignment, i);
      RelmRecord *person = g_hash_table_lookup (self->person_of, &assignment->resource);
      const RelmMspdiNode *node = g_hash_table_lookup (self->node_of, &assignment->task);

      if (person == NULL || node->record == NULL)
        continue;
      if (RELM_IS_WORK_ITEM (node->record) && relm_record_get_string (node->record, RELM_WORK_ITEM_ASSIGNEE) == NULL)
        {
          relm_mspdi_set_string (node->record, "assignee", relm_record_get_id (person));
          relm_mspdi_set_number (node->record, "allocation", MAX (assignment->units, 1));
        }
      else
        n_more++;
    }
  _relm_mspdi_leave_out (self, n_more,
             ngettext ("%u assignment: only work has somebody who does it, and one person",
                       "%u assignments: only work has somebody who does it, and one person", n_more));
}

/* Whether another program made the plan. */
static gboolean
is_foreign (RelmMspdiImporter *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (g_array_index (self->nodes, RelmMspdiNode, i).task->kind != NULL)
      return FALSE;
  return TRUE;
}

/* What is of no release goes into one, so that the plan stands together. */
static void
ensure_release (RelmMspdiImporter *self,
                const char *name)
{
  const char *title = self->plan->title != NULL ? self->plan->title : self->plan->name;

  if (self->release != NULL || !is_foreign (self))
    return;
  self->release = _relm_mspdi_add_record (self, RELM_TYPE_RELEASE, title != NULL ? title : name);
  self->import->n_tasks++;
}

/**
 * relm_mspdi_import:
 * @plan: what was read
 * @project: where the records will be; it is not changed
 * @release: (nullable): a release of @project that is to have what the plan has; without one, a plan that Relm did not write
 *   becomes a release of its own
 * @name: what people call the file, for a plan without a title
 *
 * Returns: (transfer full): the records, and what has no place in Relm
 */
RelmMspdiImport *
relm_mspdi_import (RelmMspdiPlan *plan,
                   RelmProject *project,
                   RelmRecord *release,
                   const char *name)
{
  RelmMspdiImport *import = g_new0 (RelmMspdiImport, 1);
  RelmMspdiImporter self = { .plan = plan, .project = project, .release = release, .import = import };

  import->records = g_ptr_array_new_with_free_func (g_object_unref);
  import->left_out = g_ptr_array_new_with_free_func (g_free);
  self.nodes = g_array_new (FALSE, TRUE, sizeof (RelmMspdiNode));
  self.node_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  self.person_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  self.new_people = g_hash_table_new (NULL, NULL);
  self.calendar_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  self.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_nodes (&self);
  ensure_release (&self, name);
  add_people (&self);
  _relm_mspdi_add_calendars (&self);
  add_tasks (&self);
  add_links (&self);
  assign (&self);
  if (is_foreign (&self))
    _relm_mspdi_leave_out (&self, plan->n_baselines,
               ngettext ("%u date of a baseline", "%u dates of baselines", plan->n_baselines));
  g_hash_table_unref (self.ids);
  g_hash_table_unref (self.calendar_of);
  g_hash_table_unref (self.new_people);
  g_hash_table_unref (self.person_of);
  g_hash_table_unref (self.node_of);
  g_array_unref (self.nodes);
  return import;
}

/**
 * relm_mspdi_import_free:
 * @self: (transfer full) (nullable): what was made; records that somebody holds stay
 */
void
relm_mspdi_import_free (RelmMspdiImport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->left_out);
  g_free (self);
}
