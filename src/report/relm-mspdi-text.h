/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The elements and values of Microsoft Project XML (MSPDI, the schema of the namespace http://schemas.microsoft.com/project as
 * Microsoft's “Project XML Data Interchange Schema” describes it): times without a zone, and durations as ISO 8601 writes them,
 * of working time. Any thread.
 */

#pragma once

#include "relm-date.h"

G_BEGIN_DECLS

#define RELM_MSPDI_NAMESPACE "http://schemas.microsoft.com/project"
#define RELM_MSPDI_DAY_MINUTES 480 /* a working day from 8 to 12 and from 13 to 17, which is what the program calls standard */
#define RELM_MSPDI_KIND_FIELD "188743731" /* the task's field Text1 */
#define RELM_MSPDI_ID_FIELD "188743734"   /* Text2 */

/* When on a day. */
typedef enum
{
  RELM_MSPDI_START,
  RELM_MSPDI_FINISH,
} RelmMspdiEnd;

void relm_mspdi_append_text (GString *file,
                             guint depth,
                             const char *name,
                             const char *text);
void relm_mspdi_append_integer (GString *file,
                                guint depth,
                                const char *name,
                                gint64 number);
void relm_mspdi_append_date (GString *file,
                             guint depth,
                             const char *name,
                             RelmDate date,
                             RelmMspdiEnd end);
void relm_mspdi_append_duration (GString *file,
                                 guint depth,
                                 const char *name,
                                 gint64 minutes);

gboolean relm_mspdi_parse_date (const char *text,
                                RelmMspdiEnd end,
                                RelmDate *date);
gboolean relm_mspdi_parse_duration (const char *text,
                                    gint64 *minutes);
gboolean relm_mspdi_parse_units (const char *text,
                                 gint64 *per_cent);
gboolean relm_mspdi_parse_integer (const char *text,
                                   gint64 *number);

G_END_DECLS
