/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

#include <string.h>

#include "relm-icalendar-text.h"
#include "relm-text.h"

#define SEQUENCE_MAX G_MAXINT32 /* an INTEGER of RFC 5545, section 3.3.8 */

static void
event_free (gpointer data)
{
  RelmIcalendarEvent *event = data;

  g_free (event->content);
  g_free (event->stamp);
  g_free (event);
}

/**
 * relm_icalendar_escape:
 * @text: (nullable): text from anywhere
 *
 * Returns: (transfer full): a value of type TEXT (RFC 5545, section 3.3.11). Control characters become visible ones.
 */
char *
relm_icalendar_escape (const char *text)
{
  g_autofree char *safe = relm_text_display (text);
  GString *value = g_string_sized_new (strlen (safe));

  for (const char *p = safe; *p != '\0'; p++)
    switch (*p)
      {
      case '\n':
        g_string_append (value, "\\n");
        break;
      case '\\':
      case ';':
      case ',':
        g_string_append_c (value, '\\');
        g_string_append_c (value, *p);
        break;
      default:
        g_string_append_c (value, *p);
        break;
      }
  return g_string_free (value, FALSE);
}

/**
 * relm_icalendar_append_line:
 * @line: a content line in UTF-8, without its end
 *
 * Folds it so that no line has more than 75 octets and no character is divided.
 */
void
relm_icalendar_append_line (GString *file,
                            const char *line)
{
  gsize used = 0;

  for (const char *p = line, *next; *p != '\0'; p = next)
    {
      const gsize size = (gsize) ((next = g_utf8_next_char (p)) - p);

      if (used + size > RELM_ICALENDAR_LINE_MAX)
        {
          g_string_append (file, "\r\n ");
          used = 1;
        }
      g_string_append_len (file, p, (gssize) size);
      used += size;
    }
  g_string_append (file, "\r\n");
}

/* Each line without its end, and with those that continue it. */
static GPtrArray *
unfold (GBytes *file)
{
  g_autofree char *text = g_utf8_make_valid (g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *unfolded = g_ptr_array_new_with_free_func ((GDestroyNotify) g_free);
  g_autoptr (GString) line = g_string_new (NULL);

  for (char **next = lines; *next != NULL; next++)
    {
      const gsize length = strlen (*next);

      if (length > 0 && (*next)[length - 1] == '\r')
        (*next)[length - 1] = '\0';
      if (**next != ' ' && **next != '\t')
        {
          g_ptr_array_add (unfolded, g_strndup (line->str, line->len));
          g_string_truncate (line, 0);
        }
      g_string_append (line, *next + (**next == ' ' || **next == '\t'));
    }
  g_ptr_array_add (unfolded, g_strndup (line->str, line->len));
  return unfolded;
}

/* Takes what a line says of an event. Returns: the UID, when that is what it says. */
static const char *
take_line (RelmIcalendarEvent *event,
           GString *content,
           const char *line)
{
  if (g_str_has_prefix (line, "DTSTAMP:"))
    {
      g_free (event->stamp);
      event->stamp = g_strdup (line + strlen ("DTSTAMP:"));
    }
  else if (g_str_has_prefix (line, "SEQUENCE:"))
    event->sequence = (guint) CLAMP (g_ascii_strtoll (line + strlen ("SEQUENCE:"), NULL, 10), 0, SEQUENCE_MAX);
  else if (!g_str_has_prefix (line, "LAST-MODIFIED:"))
    g_string_append_printf (content, "%s\n", line);
  return g_str_has_prefix (line, "UID:") ? line + strlen ("UID:") : NULL;
}

/**
 * relm_icalendar_read_events:
 * @file: a file that may be an iCalendar file, or anything else
 *
 * Only as much as tells whether an event is still the same; what is no event of iCalendar is passed over.
 *
 * Returns: (transfer full) (element-type utf8 RelmIcalendarEvent): its events by their UID
 */
GHashTable *
relm_icalendar_read_events (GBytes *file)
{
  g_autoptr (GPtrArray) lines = unfold (file);
  g_autoptr (GString) content = g_string_new (NULL);
  GHashTable *events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, event_free);
  RelmIcalendarEvent *event = NULL;
  const char *uid = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = lines->pdata[i];

      if (g_str_equal (line, "BEGIN:VEVENT"))
        {
          g_clear_pointer (&event, event_free);
          event = g_new0 (RelmIcalendarEvent, 1);
          g_string_truncate (content, 0);
          uid = NULL;
        }
      else if (event != NULL && g_str_equal (line, "END:VEVENT"))
        {
          event->content = g_strndup (content->str, content->len);
          if (uid != NULL)
            g_hash_table_replace (events, g_strdup (uid), g_steal_pointer (&event));
          g_clear_pointer (&event, event_free);
        }
      else if (event != NULL)
        {
          const char *found = take_line (event, content, line);

          uid = found != NULL ? found : uid;
        }
    }
  g_clear_pointer (&event, event_free);
  return events;
}
