/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * libFuzzer: any bytes are refused with an error or become a project; and what a project is written as reads back as the same
 * text.
 */

#include "config.h"

#include "relm-format.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmProject) project = relm_format_read (bytes, "fuzz.relm", NULL, &error);
  g_autoptr (RelmProject) again = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) text_again = NULL;

  g_assert_true ((project == NULL) == (error != NULL));
  if (project == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  text = relm_format_write (project);
  again = relm_format_read (text, "fuzz.relm", NULL, &error);
  g_assert_no_error (error);
  text_again = relm_format_write (again);
  g_assert_true (g_bytes_equal (text, text_again));
  return 0;
}
