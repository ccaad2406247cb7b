/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-freeze-window.h"
#include "relm-icalendar-text.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-report-icalendar.h"
#include "relm-report-outline.h"
#include "relm-uri.h"
#include "relm-work-item.h"

#define UID_DOMAIN "relm-app.github.io"
#define FIRST_SEQUENCE G_GINT64_CONSTANT (1577836800) /* 2020-01-01, from which minutes are counted */

/* What events are written with. */
typedef struct
{
  RelmProject *project;
  GString *file;
  GHashTable *previous; /* or NULL */
  char *stamp;          /* now, as DTSTAMP says it */
  guint sequence;       /* of what is new or changed */
} Writer;

static void
append_date (GString *event,
             const char *name,
             RelmDate date)
{
  int year, month, day;

  relm_date_to_ymd (date, &year, &month, &day);
  g_string_append_printf (event, "%s;VALUE=DATE:%04d%02d%02d\n", name, year, month, day);
}

static void
append_text (GString *event,
             const char *name,
             const char *text)
{
  g_autofree char *value = relm_icalendar_escape (text);

  g_string_append_printf (event, "%s:%s\n", name, value);
}

/* What is in a calendar stands among everything else that its owner does, so that it says what it is about. */
static char *
dup_summary (Writer *self,
             RelmRecord *record)
{
  const char *name = relm_record_get_title (RELM_RECORD (self->project));
  RelmRecord *release = relm_plan_get_release (self->project, record);
  const char *version = release != NULL ? relm_record_get_title (release) : NULL;
  const char *title = RELM_IS_RELEASE (record) ? relm_record_get_string (record, RELM_RELEASE_NAME)
                                               : relm_record_get_title (record);
  g_autofree char *about = g_strjoin (name != NULL && version != NULL ? " " : "", name != NULL ? name : "",
                                      version != NULL ? version : "", NULL);

  if (*about == '\0' || title == NULL)
    return g_strdup (title != NULL ? title : about);
  /* Translators: the title of an event in a calendar: a project with its release, and what happens, for example
     “GIMP 3.2: String freeze” */
  return g_strdup_printf (_ ("%s: %s"), about, title);
}

/* From when on the first day a freeze counts, in its own zone: the event is of whole days. */
static void
append_time (GString *text,
             RelmRecord *record)
{
  const char *zone, *time;

  if (!RELM_IS_FREEZE_WINDOW (record))
    return;
  time = relm_record_get_string (record, RELM_FREEZE_WINDOW_TIME);
  zone = relm_record_get_string (record, RELM_FREEZE_WINDOW_ZONE);
  if (time != NULL)
    /* Translators: of a freeze; a time of the day and a time zone, for example “From 23:59 Europe/Berlin” */
    g_string_append_printf (text, _ ("From %s %s"), time, zone != NULL ? zone : "");
}

/* What people wrote about it, except about persons. */
static char *
dup_description (RelmRecord *record)
{
  const RelmKind *kind = relm_record_get_kind (record);
  GString *text = g_string_new (NULL);

  append_time (text, record);
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      const gboolean shown = kind->fields[i].type == RELM_FIELD_TEXT && (kind->fields[i].flags & RELM_FIELD_SENSITIVE) == 0;
      const char *words = shown ? relm_record_get_string (record, i) : NULL;

      if (words != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", words);
    }
  return g_string_free (text, FALSE);
}

static void
append_link (GString *event,
             RelmRecord *record)
{
  const int field = relm_kind_find_field (relm_record_get_kind (record), "url");
  const char *address = field >= 0 ? relm_record_get_string (record, (guint) field) : NULL;
  g_autofree char *url = address != NULL ? relm_uri_check (address, NULL) : NULL;

  if (url != NULL)
    g_string_append_printf (event, "URL:%s\n", url);
}

/* A release is there on a day, however long it is worked on. */
static RelmSpan
get_days (const RelmReportRow *row)
{
  RelmSpan days = row->span;

  if (RELM_IS_RELEASE (row->record) || relm_plan_is_point (row->record))
    days.start = days.finish;
  return days;
}

/* The lines of an event, without those that say when it was written. */
static char *
dup_content (Writer *self,
             const RelmReportRow *row,
             const char *uid)
{
  const RelmSpan days = get_days (row);
  GString *event = g_string_new (NULL);
  g_autofree char *summary = dup_summary (self, row->record);
  g_autofree char *description = dup_description (row->record);

  g_string_append_printf (event, "UID:%s\n", uid);
  append_date (event, "DTSTART", days.start);
  if (days.finish < RELM_DATE_MAX)
    append_date (event, "DTEND", days.finish + 1);
  append_text (event, "SUMMARY", summary);
  if (*description != '\0')
    append_text (event, "DESCRIPTION", description);
  append_text (event, "CATEGORIES", _ (relm_record_get_kind (row->record)->label));
  g_string_append_printf (event, "STATUS:%s\n", relm_plan_is_cancelled (row->record) ? "CANCELLED" : "CONFIRMED");
  g_string_append (event, "TRANSP:TRANSPARENT\n");
  append_link (event, row->record);
  return g_string_free (event, FALSE);
}

static void
append_lines (GString *file,
              const char *content)
{
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      relm_icalendar_append_line (file, *line);
}

static void
append_stamps (Writer *self,
               const char *stamp,
               guint sequence)
{
  g_autofree char *lines = g_strdup_printf ("DTSTAMP:%s\nLAST-MODIFIED:%s\nSEQUENCE:%u\n", stamp, stamp, sequence);

  append_lines (self->file, lines);
}

/* What says the same as before is written as before. */
static void
append_event (Writer *self,
              const RelmReportRow *row)
{
  g_autofree char *id = relm_icalendar_escape (relm_record_get_id (row->record));
  g_autofree char *uid = g_strconcat (id, "@" UID_DOMAIN, NULL);
  g_autofree char *content = dup_content (self, row, uid);
  const RelmIcalendarEvent *before = self->previous != NULL ? g_hash_table_lookup (self->previous, uid) : NULL;

  relm_icalendar_append_line (self->file, "BEGIN:VEVENT");
  append_lines (self->file, content);
  if (before != NULL && before->stamp != NULL && g_str_equal (before->content, content))
    append_stamps (self, before->stamp, before->sequence);
  else if (before != NULL)
    append_stamps (self, self->stamp, MIN (MAX (before->sequence + 1, self->sequence), G_MAXINT32));
  else
    append_stamps (self, self->stamp, self->sequence);
  relm_icalendar_append_line (self->file, "END:VEVENT");
}

static void
append_head (Writer *self,
             RelmRecord *release)
{
  const char *name = relm_record_get_title (RELM_RECORD (self->project));
  g_autofree char *title = g_strjoin (name != NULL && release != NULL ? " " : "", name != NULL ? name : "",
                                      release != NULL ? relm_record_get_title (release) : "", NULL);
  g_autoptr (GString) lines = g_string_new ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Relm//Relm " RELM_VERSION "//EN\n"
                                            "CALSCALE:GREGORIAN\n");

  append_text (lines, "NAME", title);
  append_text (lines, "X-WR-CALNAME", title);
  g_string_append (lines, "REFRESH-INTERVAL;VALUE=DURATION:P1D\n");
  append_lines (self->file, lines->str);
}

static gboolean
is_wanted (const RelmReportRow *row,
           const RelmReportOptions *options)
{
  return relm_span_is_set (row->span) && (options->with_work || !RELM_IS_WORK_ITEM (row->record));
}

/**
 * relm_report_icalendar_write:
 * @options: with the file that this one takes the place of, if there is one
 *
 * Also without it SEQUENCE grows from one export to the next that comes a minute later: what is new or has changed gets the
 * minutes since 2020, which grow by themselves (RFC 5545, section 3.8.7.4 asks for no more than that).
 *
 * Returns: (transfer full): the file
 */
GBytes *
relm_report_icalendar_write (RelmProject *project,
                             const RelmReportOptions *options)
{
  g_autoptr (RelmReportOutline) outline = relm_report_outline_new (project, options->release);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (options->now);
  Writer writer = { .project = project, .file = g_string_new (NULL) };

  writer.previous = options->previous != NULL ? relm_icalendar_read_events (options->previous) : NULL;
  writer.stamp = now != NULL ? g_date_time_format (now, "%Y%m%dT%H%M%SZ") : g_strdup ("20200101T000000Z");
  writer.sequence = (guint) CLAMP ((options->now - FIRST_SEQUENCE) / 60, 0, G_MAXINT32 - 1);
  append_head (&writer, options->release);
  for (guint i = 0; i < relm_report_outline_get_n_rows (outline); i++)
    if (is_wanted (relm_report_outline_get_row (outline, i), options))
      append_event (&writer, relm_report_outline_get_row (outline, i));
  relm_icalendar_append_line (writer.file, "END:VCALENDAR");
  g_free (writer.stamp);
  g_clear_pointer (&writer.previous, g_hash_table_unref);
  return g_string_free_to_bytes (writer.file);
}
