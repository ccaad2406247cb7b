/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Floors for measurements: what the same bytes cost when only the least is done with them. Times in microseconds. A ratio to a
 * floor of the same run says more than a time, and fails only where it is far from its goal.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELM_FLOOR_ROUNDS 9

gint64 relm_floor_parse (GBytes *bytes);
gint64 relm_floor_store (const char *path,
                         GBytes *bytes);
gint64 relm_floor_median (gint64 *times,
                          guint n);
void relm_floor_report (const char *what,
                        const char *floor_name,
                        gint64 *times,
                        gint64 *floors,
                        double goal);
void relm_floor_report_size (const char *what,
                             const char *floor_name,
                             gint64 *sizes,
                             gint64 *floors,
                             double goal);

G_END_DECLS
