/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-field-text.h"
#include "relm-plan-paste.h"
#include "relm-plan-writing.h"
#include "relm-report-csv.h"
#include "relm-timeline-edits.h"

#define NO_COLUMN RELM_PLAN_N_COLUMNS

/* What is pasted into one row. */
typedef struct
{
  RelmPlanWriting writing; /* its texts are of the lines */
  RelmTimelineMove move;
  guint number;            /* of the row */
} Change;

static void
append_cell (GString *text,
             const char *cell)
{
  g_autofree char *safe = relm_report_csv_defuse (cell);
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (*safe != '"')
    {
      g_string_append (text, safe);
      return;
    }
  parts = g_strsplit (safe, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (text, "\"%s\"", doubled);
}

/**
 * relm_plan_paste_dup_rows:
 * @rows: (element-type RelmPlanRow): which, in their order
 * @columns: (element-type RelmPlanColumn): what of them
 *
 * Days are written as ISO 8601 does. What a spreadsheet would take for a formula gets an apostrophe before it, as in a CSV file.
 *
 * Returns: (transfer full): the headings and the rows, a line each
 */
char *
relm_plan_paste_dup_rows (RelmPlanSheet *sheet,
                          GPtrArray *rows,
                          GArray *columns)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\t');
      append_cell (text, relm_plan_column_get_label (g_array_index (columns, RelmPlanColumn, i)));
    }
  g_string_append_c (text, '\n');
  for (guint i = 0; i < rows->len; i++)
    {
      for (guint j = 0; j < columns->len; j++)
        {
          g_autofree char *cell = relm_plan_sheet_dup_edit (sheet, rows->pdata[i], g_array_index (columns, RelmPlanColumn, j));

          if (j > 0)
            g_string_append_c (text, '\t');
          append_cell (text, cell);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A cell in quotes may have tabs and line ends in it, and its quotes are doubled. */
static char *
take_quoted (const char **text)
{
  GString *cell = g_string_new (NULL);
  const char *p = *text + 1;

  for (; *p != '\0' && (*p != '"' || p[1] == '"'); p++)
    {
      if (*p == '"')
        p++;
      g_string_append_c (cell, *p);
    }
  *text = *p == '"' ? p + 1 : p;
  return g_string_free (cell, FALSE);
}

static char *
take_cell (const char **text)
{
  const gsize length = strcspn (*text, "\t\r\n");
  g_autofree char *cell = NULL;

  if (**text == '"')
    cell = take_quoted (text);
  else
    {
      cell = g_strndup (*text, length);
      *text += length;
    }
  return g_strdup (relm_report_csv_arm (g_strstrip (cell)));
}

/**
 * relm_plan_paste_parse:
 * @text: what was copied somewhere
 *
 * Returns: (transfer full) (element-type GPtrArray): lines of cells, which are strings
 */
GPtrArray *
relm_plan_paste_parse (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  while (*text != '\0')
    {
      GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, take_cell (&text));
      while (*text == '\t')
        {
          text++;
          g_ptr_array_add (cells, take_cell (&text));
        }
      /* What stands after a quoted cell is no part of it. */
      text += strcspn (text, "\r\n");
      text += *text == '\r';
      text += *text == '\n';
      g_ptr_array_add (lines, cells);
    }
  return lines;
}

static RelmPlanColumn
find_column (const char *heading)
{
  g_autofree char *folded = g_utf8_casefold (heading, -1);

  for (RelmPlanColumn column = 0; column < RELM_PLAN_N_COLUMNS; column++)
    {
      g_autofree char *label = g_utf8_casefold (relm_plan_column_get_label (column), -1);

      if (g_str_equal (folded, label))
        return column;
    }
  return NO_COLUMN;
}

/* Which column each cell of the first line is the heading of; NULL when it is not a line of headings. */
static GArray *
read_headings (GPtrArray *lines)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (RelmPlanColumn));
  GPtrArray *cells = lines->len > 1 ? lines->pdata[0] : NULL;
  guint n_found = 0;

  for (guint i = 0; cells != NULL && i < cells->len; i++)
    {
      const RelmPlanColumn column = find_column (cells->pdata[i]);

      g_array_append_val (columns, column);
      n_found += column != NO_COLUMN;
    }
  return n_found >= 2 || (n_found > 0 && n_found == columns->len) ? g_steal_pointer (&columns) : NULL;
}

/**
 * relm_plan_paste_count_rows:
 * @lines: of relm_plan_paste_parse()
 *
 * Returns: for how many rows there are lines, without that of the headings
 */
guint
relm_plan_paste_count_rows (GPtrArray *lines)
{
  g_autoptr (GArray) headings = read_headings (lines);

  return headings != NULL ? lines->len - 1 : lines->len;
}

static gboolean
is_date (RelmPlanColumn column)
{
  return column == RELM_PLAN_START || column == RELM_PLAN_FINISH;
}

/* Whether it is what the cell says already, also where a spreadsheet wrote it otherwise. */
static gboolean
is_same (RelmPlanSheet *sheet,
         RelmPlanRow *row,
         RelmPlanColumn column,
         const char *text)
{
  g_autofree char *now = relm_plan_sheet_dup_edit (sheet, row, column);
  g_autofree char *shown = relm_plan_sheet_dup_text (sheet, row, column);
  RelmDate one, other;

  if (g_str_equal (text, now) || g_str_equal (text, shown))
    return TRUE;
  return is_date (column) && *text != '\0' && *now != '\0' && relm_field_text_parse_date (text, relm_date_today (), &one) &&
         relm_field_text_parse_date (now, relm_date_today (), &other) && one == other;
}

static gboolean
is_computed (RelmPlanColumn column)
{
  return column == RELM_PLAN_NUMBER || column == RELM_PLAN_FLOAT || column == RELM_PLAN_VARIANCE;
}

static gboolean
fail_at (const Change *change,
         RelmPlanColumn column,
         const char *reason,
         GError **error)
{
  g_set_error (error, RELM_MODEL_ERROR, RELM_MODEL_ERROR_INVALID_VALUE,
               /* Translators: where a cell that was pasted could not be taken: a row's number, the heading of a column, and why */
               _ ("Nothing was pasted. Row %u, %s: %s"), change->number, relm_plan_column_get_label (column), reason);
  return FALSE;
}

static gboolean
read_cell (RelmPlanSheet *sheet,
           RelmPlanRow *row,
           RelmPlanColumn column,
           gboolean by_heading,
           const char *text,
           Change *change,
           GError **error)
{
  if (column == NO_COLUMN || (by_heading && is_computed (column)) || is_same (sheet, row, column, text))
    return TRUE;
  if (!relm_plan_sheet_is_editable (sheet, row, column))
    return fail_at (change, column, _ ("this cell cannot be changed"), error);
  change->writing.texts[column] = text;
  return TRUE;
}

/* A start that was changed leaves a finish that was pasted with it where it is. */
static void
keep_finish (RelmPlanSheet *sheet,
             RelmPlanRow *row,
             GArray *columns,
             GPtrArray *cells,
             Change *change)
{
  if (change->writing.texts[RELM_PLAN_START] == NULL || change->writing.texts[RELM_PLAN_FINISH] != NULL ||
      change->writing.texts[RELM_PLAN_DURATION] != NULL || !relm_plan_sheet_is_editable (sheet, row, RELM_PLAN_DURATION))
    return;
  for (guint i = 0; i < MIN (columns->len, cells->len); i++)
    if (g_array_index (columns, RelmPlanColumn, i) == RELM_PLAN_FINISH && *(char *) cells->pdata[i] != '\0')
      change->writing.texts[RELM_PLAN_FINISH] = cells->pdata[i];
}

static gboolean
read_line (RelmPlanSheet *sheet,
           RelmPlanRow *row,
           GArray *columns,
           gboolean by_heading,
           GPtrArray *cells,
           Change *change,
           GError **error)
{
  g_autoptr (GError) reason = NULL;
  RelmPlanColumn failed;

  *change = (Change) { .writing = { .record = row->record }, .number = row->number };
  for (guint i = 0; i < cells->len; i++)
    {
      const RelmPlanColumn column = i < columns->len ? g_array_index (columns, RelmPlanColumn, i) : NO_COLUMN;

      if (!read_cell (sheet, row, column, by_heading, cells->pdata[i], change, error))
        return FALSE;
    }
  keep_finish (sheet, row, columns, cells, change);
  return relm_plan_writing_get_move (&change->writing, sheet, &change->move, &failed, &reason) ||
         fail_at (change, failed, reason->message, error);
}

static gboolean
has_changes (const Change *change)
{
  for (RelmPlanColumn column = 0; column < RELM_PLAN_N_COLUMNS; column++)
    if (change->writing.texts[column] != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
apply_change (RelmPlanSheet *sheet,
              const Change *change,
              GError **error)
{
  RelmPlanColumn column;
  g_autoptr (GError) reason = NULL;

  if (!relm_plan_writing_apply (&change->writing, sheet, &column, &reason))
    return fail_at (change, column, reason->message, error);
  column = RELM_PLAN_START;
  return !relm_span_is_set (change->move.span) ||
         relm_timeline_edits_apply (relm_plan_sheet_get_document (sheet), relm_plan_sheet_get_schedule (sheet), &change->move, &reason) ||
         fail_at (change, column, reason->message, error);
}

static gboolean
apply_all (RelmPlanSheet *sheet,
           GArray *changes,
           GError **error)
{
  RelmDocument *document = relm_plan_sheet_get_document (sheet);
  /* Translators: a step that can be undone */
  g_autofree char *label = g_strdup_printf (ngettext ("Paste into %u Row", "Paste into %u Rows", changes->len), changes->len);

  if (changes->len == 0)
    return TRUE;
  relm_document_edit_begin (document, label);
  for (guint i = 0; i < changes->len; i++)
    if (!apply_change (sheet, &g_array_index (changes, Change, i), error))
      {
        relm_document_edit_cancel (document);
        return FALSE;
      }
  relm_document_edit_end (document);
  return TRUE;
}

static GArray *
take_columns (GArray *columns,
              guint first)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (RelmPlanColumn));

  if (first < columns->len)
    g_array_append_vals (taken, &g_array_index (columns, RelmPlanColumn, first), columns->len - first);
  return taken;
}

/**
 * relm_plan_paste_apply:
 * @lines: of relm_plan_paste_parse()
 * @rows: (element-type RelmPlanRow): one for each line; several for one line, which is then pasted into each
 * @columns: (element-type RelmPlanColumn): those that are shown
 * @first_column: where the cells go that have no headings: there and after it
 * @n_changed: (out): in how many rows something is otherwise
 *
 * One step to undo. Cells that say what is there already change nothing. With one that cannot be taken nothing is changed, and the
 * error says where it is.
 *
 * Returns: whether all was taken
 */
gboolean
relm_plan_paste_apply (RelmPlanSheet *sheet,
                       GPtrArray *lines,
                       GPtrArray *rows,
                       GArray *columns,
                       guint first_column,
                       guint *n_changed,
                       GError **error)
{
  g_autoptr (GArray) headings = read_headings (lines);
  g_autoptr (GArray) where = headings != NULL ? g_array_ref (headings) : take_columns (columns, first_column);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  const guint skip = headings != NULL ? 1 : 0;

  g_return_val_if_fail (RELM_IS_PLAN_SHEET (sheet) && relm_plan_sheet_get_document (sheet) != NULL && lines->len > skip, FALSE);

  *n_changed = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      Change change;

      if (!read_line (sheet, rows->pdata[i], where, headings != NULL, lines->pdata[skip + i % (lines->len - skip)], &change, error))
        return FALSE;
      if (has_changes (&change))
        g_array_append_val (changes, change);
    }
  *n_changed = changes->len;
  return apply_all (sheet, changes, error);
}
