/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

#include "relm-freeze-window.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-report-outline.h"
#include "relm-roadmap.h"

struct _RelmReportOutline
{
  GArray *rows;       /* of RelmReportRow */
  GHashTable *row_of; /* RelmRecord, unowned, to the index of its row + 1 */
};

/* What it is made with. */
typedef struct
{
  RelmReportOutline *outline;
  RelmProject *project;
  RelmRecord *only;   /* or NULL */
  GHashTable *below;  /* RelmRecord, or NULL for what is below nothing, to GPtrArray of RelmRecord */
} Maker;

static RelmRecord *
resolve (Maker *self,
         RelmRecord *record,
         const char *name)
{
  const int field = relm_kind_find_field (relm_record_get_kind (record), name);

  if (field < 0 || relm_record_get_string (record, (guint) field) == NULL)
    return NULL;
  return relm_project_resolve (self->project, record, (guint) field);
}

/* A freeze has days as well, which nobody schedules. */
static gboolean
is_listed (RelmRecord *record)
{
  return relm_plan_is_schedulable (record) || RELM_IS_FREEZE_WINDOW (record);
}

static RelmSpan
get_own_span (RelmRecord *record)
{
  RelmSpan span;

  if (!RELM_IS_FREEZE_WINDOW (record))
    return relm_plan_get_own_span (record);
  span.start = relm_record_get_date (record, RELM_FREEZE_WINDOW_START);
  span.finish = relm_record_get_date (record, RELM_FREEZE_WINDOW_FINISH);
  if (span.start == RELM_DATE_NONE)
    span.start = span.finish;
  span.finish = MAX (span.start, span.finish);
  return span;
}

/* Whether going up from a record by “part of” ends, and soon. */
static gboolean
has_top (Maker *self,
         RelmRecord *record)
{
  for (guint depth = 0; depth < RELM_REPORT_MAX_DEPTH - 2; depth++)
    {
      record = resolve (self, record, "parent");
      if (record == NULL)
        return TRUE;
    }
  return FALSE;
}

/* What a record is listed below; something of another release is not it. */
static RelmRecord *
find_parent (Maker *self,
             RelmRecord *record,
             RelmRecord *release)
{
  RelmRecord *parent = resolve (self, record, "parent");
  RelmRecord *phase = resolve (self, record, "phase");

  if (parent != NULL && has_top (self, record) && relm_plan_get_release (self->project, parent) == release)
    return parent;
  if (phase != NULL && phase != record && relm_plan_get_release (self->project, phase) == release)
    return phase;
  return release;
}

static void
collect (Maker *self,
         RelmRecord *record)
{
  RelmRecord *release, *parent;
  GPtrArray *siblings;

  if (RELM_IS_RELEASE (record) || !is_listed (record))
    return;
  release = relm_plan_get_release (self->project, record);
  if (self->only != NULL && release != self->only)
    return;
  parent = find_parent (self, record, release);
  siblings = g_hash_table_lookup (self->below, parent);
  if (siblings == NULL)
    {
      siblings = g_ptr_array_new ();
      g_hash_table_insert (self->below, parent, siblings);
    }
  g_ptr_array_add (siblings, record);
}

static void
collect_all (Maker *self)
{
  for (guint i = 0; i < relm_project_get_n_lists (self->project); i++)
    {
      RelmRecordList *list = relm_project_get_list_at (self->project, i);

      for (guint j = 0; j < relm_record_list_get_size (list); j++)
        collect (self, relm_record_list_get (list, j));
    }
}

/* By date, what has none last. */
static int
compare_siblings (gconstpointer a,
                  gconstpointer b,
                  gpointer user_data)
{
  RelmRecord *first = *(RelmRecord *const *) a;
  RelmRecord *second = *(RelmRecord *const *) b;
  const RelmSpan first_span = get_own_span (first);
  const RelmSpan second_span = get_own_span (second);

  if ((first_span.start == RELM_DATE_NONE) != (second_span.start == RELM_DATE_NONE))
    return first_span.start == RELM_DATE_NONE ? 1 : -1;
  if (first_span.start != second_span.start)
    return first_span.start < second_span.start ? -1 : 1;
  return (first_span.finish > second_span.finish) - (first_span.finish < second_span.finish);
}

/* The records of one kind follow each other already, so that each run is sorted for itself; what is equal keeps its order. */
static void
sort_siblings (GPtrArray *siblings)
{
  for (guint start = 0, end; start < siblings->len; start = end)
    {
      for (end = start + 1; end < siblings->len; end++)
        if (G_OBJECT_TYPE (siblings->pdata[end]) != G_OBJECT_TYPE (siblings->pdata[start]))
          break;
      g_sort_array (siblings->pdata + start, end - start, sizeof (gpointer), compare_siblings, NULL);
    }
}

static void add_below (Maker *self,
                       RelmRecord *parent,
                       guint parent_row,
                       guint depth);

static void
add_row (Maker *self,
         RelmRecord *record,
         guint parent,
         guint depth,
         guint number)
{
  GArray *rows = self->outline->rows;
  const guint index = rows->len;
  RelmReportRow row = { .record = record, .depth = depth, .parent = parent, .number = number };
  RelmSpan parts = { 0 };

  g_array_append_val (rows, row);
  g_hash_table_insert (self->outline->row_of, record, GUINT_TO_POINTER (index + 1));
  add_below (self, record, index, depth + 1);

  row.has_rows = rows->len > index + 1;
  for (guint i = index + 1; i < rows->len; i++)
    if (g_array_index (rows, RelmReportRow, i).parent == index &&
        !RELM_IS_FREEZE_WINDOW (g_array_index (rows, RelmReportRow, i).record))
      parts = relm_span_union (parts, g_array_index (rows, RelmReportRow, i).span);
  row.span = RELM_IS_RELEASE (record) ? relm_plan_get_span_of_parts (record, parts) : get_own_span (record);
  if (!relm_span_is_set (row.span))
    row.span = parts;
  g_array_index (rows, RelmReportRow, index) = row;
}

static void
add_below (Maker *self,
           RelmRecord *parent,
           guint parent_row,
           guint depth)
{
  GPtrArray *siblings = g_hash_table_lookup (self->below, parent);
  guint number = 1;

  if (siblings == NULL)
    return;
  sort_siblings (siblings);
  for (guint i = 0; i < siblings->len; i++)
    add_row (self, siblings->pdata[i], parent_row, depth, number++);
}

static void
add_all (Maker *self)
{
  g_autoptr (GPtrArray) releases = relm_roadmap_list_releases (self->project);
  GPtrArray *loose = g_hash_table_lookup (self->below, NULL);
  guint number = 1;

  for (guint i = 0; i < releases->len; i++)
    if (self->only == NULL || releases->pdata[i] == (gpointer) self->only)
      add_row (self, releases->pdata[i], RELM_REPORT_NONE, 0, number++);
  if (loose == NULL)
    return;
  sort_siblings (loose);
  for (guint i = 0; i < loose->len; i++)
    add_row (self, loose->pdata[i], RELM_REPORT_NONE, 0, number++);
}

/**
 * relm_report_outline_new:
 * @release: (nullable): the only release to list, a record of @project; %NULL for all
 *
 * Returns: (transfer full): the outline of the plan as it is now, also of what has no dates
 */
RelmReportOutline *
relm_report_outline_new (RelmProject *project,
                         RelmRecord *release)
{
  RelmReportOutline *self;
  Maker maker = { .project = project, .only = release };

  g_return_val_if_fail (RELM_IS_PROJECT (project), NULL);
  g_return_val_if_fail (release == NULL || RELM_IS_RELEASE (release), NULL);

  self = g_new0 (RelmReportOutline, 1);
  self->rows = g_array_new (FALSE, FALSE, sizeof (RelmReportRow));
  self->row_of = g_hash_table_new (NULL, NULL);
  maker.outline = self;
  maker.below = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  collect_all (&maker);
  add_all (&maker);
  g_hash_table_unref (maker.below);
  return self;
}

/**
 * relm_report_outline_free:
 * @self: (transfer full) (nullable): an outline
 */
void
relm_report_outline_free (RelmReportOutline *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_hash_table_unref (self->row_of);
  g_free (self);
}

/**
 * relm_report_outline_get_n_rows:
 *
 * Returns: how many rows there are
 */
guint
relm_report_outline_get_n_rows (RelmReportOutline *self)
{
  return self->rows->len;
}

/**
 * relm_report_outline_get_row:
 * @index: below relm_report_outline_get_n_rows()
 *
 * Returns: (transfer none): a row; those that are below it follow it
 */
const RelmReportRow *
relm_report_outline_get_row (RelmReportOutline *self,
                             guint index)
{
  g_return_val_if_fail (index < self->rows->len, NULL);

  return &g_array_index (self->rows, RelmReportRow, index);
}

/**
 * relm_report_outline_find:
 * @record: (nullable): a record
 *
 * Returns: the index of its row, or RELM_REPORT_NONE
 */
guint
relm_report_outline_find (RelmReportOutline *self,
                          RelmRecord *record)
{
  const gpointer found = record != NULL ? g_hash_table_lookup (self->row_of, record) : NULL;

  return found != NULL ? GPOINTER_TO_UINT (found) - 1 : RELM_REPORT_NONE;
}

/**
 * relm_report_outline_dup_number:
 * @index: a row
 *
 * Returns: (transfer full): its number in the outline, such as “2.1.3”
 */
char *
relm_report_outline_dup_number (RelmReportOutline *self,
                                guint index)
{
  const RelmReportRow *row = relm_report_outline_get_row (self, index);
  g_autofree char *above = NULL;

  if (row->parent == RELM_REPORT_NONE)
    return g_strdup_printf ("%u", row->number);
  above = relm_report_outline_dup_number (self, row->parent);
  return g_strdup_printf ("%s.%u", above, row->number);
}
