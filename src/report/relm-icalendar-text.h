/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The text of iCalendar files (RFC 5545, section 3.1): content lines that end with CR LF and are folded, values with their
 * escapes, and what an earlier file said of its events, to tell what has changed since. Any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELM_ICALENDAR_LINE_MAX 75 /* octets of a line, without its end */

/* What a file said of an event. */
typedef struct
{
  char *content; /* its lines, unfolded, without those that say when it was written */
  char *stamp;   /* DTSTAMP; or NULL */
  guint sequence;
} RelmIcalendarEvent;

char *relm_icalendar_escape (const char *text);
void relm_icalendar_append_line (GString *file,
                                 const char *line);
GHashTable *relm_icalendar_read_events (GBytes *file);

G_END_DECLS
