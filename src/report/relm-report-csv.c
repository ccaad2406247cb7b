/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-plan.h"
#include "relm-report-csv.h"
#include "relm-report-links.h"
#include "relm-text.h"

/* What a cell is made from. */
typedef struct
{
  RelmProject *project;
  RelmReportOutline *outline;
  GArray *links;
  guint index; /* of the row */
  const RelmReportRow *row;
} Context;

typedef struct
{
  const char *label;
  char *(*dup_text) (const Context *context);
} Column;

static int
find_field (const Context *context,
            const char *name)
{
  return relm_kind_find_field (relm_record_get_kind (context->row->record), name);
}

static char *
dup_number (const Context *context)
{
  return g_strdup_printf ("%u", context->index + 1);
}

static char *
dup_level (const Context *context)
{
  return g_strdup_printf ("%u", context->row->depth + 1);
}

static char *
dup_kind (const Context *context)
{
  return g_strdup (_ (relm_record_get_kind (context->row->record)->label));
}

static char *
dup_title (const Context *context)
{
  return g_strdup (relm_record_get_title (context->row->record));
}

static char *
dup_state (const Context *context)
{
  const char *label = relm_plan_get_state_label (context->row->record);

  return g_strdup (label != NULL || !relm_plan_is_done (context->row->record) ? label : _ ("Done"));
}

static char *
dup_release (const Context *context)
{
  RelmRecord *release = relm_plan_get_release (context->project, context->row->record);

  return release != NULL ? g_strdup (relm_record_get_title (release)) : NULL;
}

static char *
dup_start (const Context *context)
{
  return relm_date_format (context->row->span.start);
}

static char *
dup_finish (const Context *context)
{
  return relm_date_format (context->row->span.finish);
}

static char *
dup_progress (const Context *context)
{
  return g_strdup_printf ("%d", relm_plan_get_progress (context->row->record));
}

static char *
dup_person (const Context *context)
{
  const int assignee = find_field (context, "assignee");
  const int field = assignee >= 0 ? assignee : find_field (context, "owner");
  RelmRecord *person = field >= 0 ? relm_project_resolve (context->project, context->row->record, (guint) field) : NULL;

  return person != NULL ? g_strdup (relm_record_get_title (person)) : NULL;
}

static char *
dup_predecessors (const Context *context)
{
  GString *text = g_string_new (NULL);
  guint first, last;

  relm_report_links_get_range (context->links, context->index, &first, &last);
  for (guint i = first; i < last; i++)
    {
      g_autofree char *link = relm_report_link_dup_text (&g_array_index (context->links, RelmReportLink, i));

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", link);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_url (const Context *context)
{
  const int field = find_field (context, "url");

  return field >= 0 ? g_strdup (relm_record_get_string (context->row->record, (guint) field)) : NULL;
}

static char *
dup_id (const Context *context)
{
  return g_strdup (relm_record_get_id (context->row->record));
}

static const Column columns[] = {
  /* Translators: the heading of the column in which rows are counted */
  { N_ ("No."), dup_number },
  /* Translators: the heading of the column that says how deep a row is in the outline of the plan */
  { N_ ("Level"), dup_level },
  { N_ ("Kind"), dup_kind },
  { N_ ("Title"), dup_title },
  { N_ ("State"), dup_state },
  { N_ ("Release"), dup_release },
  { N_ ("Start"), dup_start },
  { N_ ("Finish"), dup_finish },
  { N_ ("Progress (%)"), dup_progress },
  { N_ ("Person"), dup_person },
  { N_ ("Predecessors"), dup_predecessors },
  { N_ ("Link"), dup_url },
  { N_ ("Identifier"), dup_id },
};

/* Whether spreadsheets may take it for a formula: by its first character, also in the full width of East Asian keyboards. */
static gboolean
looks_like_formula (const char *text)
{
  static const gunichar starts[] = { '=', '+', '-', '@', '\t', '\r', '\n', 0xff1d, 0xff0b, 0xff0d, 0xff20 };
  const gunichar first = g_utf8_get_char (text);

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (first == starts[i])
      return TRUE;
  return FALSE;
}

/**
 * relm_report_csv_defuse:
 * @text: (nullable): text from anywhere
 *
 * Control characters become visible ones. Text that a spreadsheet would take for a formula gets an apostrophe before it, as
 * OWASP advises against CSV injection.
 *
 * Returns: (transfer full): what can be the text of a cell
 */
char *
relm_report_csv_defuse (const char *text)
{
  g_autofree char *safe = relm_text_display (text);

  return looks_like_formula (safe) ? g_strconcat ("'", safe, NULL) : g_steal_pointer (&safe);
}

/**
 * relm_report_csv_arm:
 * @text: the text of a cell
 *
 * Returns: (transfer none): what relm_report_csv_defuse() was given, without the apostrophe
 */
const char *
relm_report_csv_arm (const char *text)
{
  return *text == '\'' && looks_like_formula (text + 1) ? text + 1 : text;
}

/**
 * relm_report_csv_append_cell:
 * @row: what it is appended to, without a comma
 * @text: (nullable): text from anywhere
 *
 * As relm_report_csv_defuse() makes it. Quoted where RFC 4180 asks for it, and where a semicolon would divide the cell in
 * countries whose spreadsheets use that.
 */
void
relm_report_csv_append_cell (GString *row,
                             const char *text)
{
  g_autofree char *safe = relm_report_csv_defuse (text);

  if (strpbrk (safe, ",;\"\r\n\t") == NULL)
    {
      g_string_append (row, safe);
      return;
    }
  g_string_append_c (row, '"');
  for (const char *p = safe; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *p);
    }
  g_string_append_c (row, '"');
}

static void
append_row (GString *table,
            const Context *context)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text = columns[i].dup_text (context);

      if (i > 0)
        g_string_append_c (table, ',');
      relm_report_csv_append_cell (table, text);
    }
  g_string_append (table, "\r\n");
}

/**
 * relm_report_csv_write:
 *
 * Days are written as ISO 8601 does, the last one inclusive; rows are counted from 1, and predecessors name them.
 *
 * Returns: (transfer full): the table
 */
GBytes *
relm_report_csv_write (RelmProject *project,
                       const RelmReportOptions *options)
{
  g_autoptr (RelmReportOutline) outline = relm_report_outline_new (project, options->release);
  g_autoptr (GArray) links = relm_report_links_new (project, outline);
  GString *table = g_string_new (NULL);
  Context context = { .project = project, .outline = outline, .links = links };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (i > 0)
        g_string_append_c (table, ',');
      relm_report_csv_append_cell (table, _ (columns[i].label));
    }
  g_string_append (table, "\r\n");
  for (context.index = 0; context.index < relm_report_outline_get_n_rows (outline); context.index++)
    {
      context.row = relm_report_outline_get_row (outline, context.index);
      append_row (table, &context);
    }
  return g_string_free_to_bytes (table);
}
