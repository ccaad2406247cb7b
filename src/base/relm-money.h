/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Money as people write it: "1,250.50", "1 250,50", "80". Kept as a whole number of hundredths, whatever the currency; which one it
 * is, a project says once. Plain integers, any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELM_MONEY_MAX (G_GINT64_CONSTANT (1000000000000)) /* hundredths: as many as the largest file could hold do not overflow */

gboolean relm_money_parse (const char *text,
                           gint64 *cents);
char *relm_money_format (gint64 cents);
char *relm_money_display (gint64 cents,
                          const char *currency);

G_END_DECLS
