/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-file-words.h"
#include "relm-folder-access.h"
#include "relm-text.h"

/* The home folder is “~”; what only begins like it is another one. */
static char *
shorten_home (const char *path)
{
  const char *home = g_get_home_dir ();
  const gsize length = strlen (home);

  if (g_str_has_prefix (path, home) && (path[length] == '/' || path[length] == '\0'))
    return g_strconcat ("~", path + length, NULL);
  return g_strdup (path);
}

/**
 * relm_file_words_place:
 *
 * Returns: (transfer full): the folder that @file is in, safe to show
 */
char *
relm_file_words_place (GFile *file)
{
  g_autoptr (GFile) seen = relm_folder_access_find_on_host (file);
  g_autoptr (GFile) folder = g_file_get_parent (seen);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;
  g_autofree char *text = path != NULL ? shorten_home (path) : g_file_get_uri (file);

  return relm_text_display_title (text);
}

/* Calendar days, so that the evening before is yesterday. */
static int
count_days_until (GDateTime *moment,
                  GDateTime *now)
{
  GDate from, to;

  g_date_set_dmy (&from, (GDateDay) g_date_time_get_day_of_month (moment), (GDateMonth) g_date_time_get_month (moment),
                  (GDateYear) g_date_time_get_year (moment));
  g_date_set_dmy (&to, (GDateDay) g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
  return g_date_days_between (&from, &to);
}

/**
 * relm_file_words_edited:
 * @time: Unix seconds
 *
 * Returns: (transfer full): when that was, in the time of this computer; a phrase that can begin a sentence
 */
char *
relm_file_words_edited (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int days;

  if (moment == NULL)
    return g_strdup (_ ("Edited some time ago"));
  days = count_days_until (moment, now);
  if (days == 0)
    /* Translators: see g_date_time_format() for what the placeholders are */
    return g_date_time_format (moment, _ ("Edited today at %H:%M"));
  if (days == 1)
    return g_date_time_format (moment, _ ("Edited yesterday at %H:%M"));
  return g_date_time_format (moment, _ ("Edited on %-d %b %Y at %H:%M"));
}
