/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * libFuzzer: any bytes are refused with an error or become a project; and what a project is written as reads back as the same
 * text. Now and then the input is a project made by chance from the tables of fields, so that every kind is tried, those of
 * tomorrow too.
 */

#include "config.h"

#include <string.h>

#include "relm-format.h"
#include "relm-random-project.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t size);
size_t LLVMFuzzerCustomMutator (guint8 *data,
                                size_t size,
                                size_t max_size,
                                unsigned int seed);
size_t LLVMFuzzerMutate (guint8 *data,
                         size_t size,
                         size_t max_size);

/* A project that is not in the corpus yet. */
static size_t
make_project (guint8 *data,
              size_t size,
              size_t max_size,
              unsigned int seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (RelmProject) project = relm_random_project_new (random, 1 + seed % 13, g_rand_boolean (random));
  g_autoptr (GBytes) text = relm_format_write (project);
  gsize length;
  gconstpointer bytes = g_bytes_get_data (text, &length);

  if (length > max_size)
    return size;
  memcpy (data, bytes, length);
  return length;
}

/* A line twice, or not at all: what merges make of files. */
static size_t
change_line (guint8 *data,
             size_t size,
             size_t max_size,
             unsigned int seed)
{
  guint8 *start = size > 0 ? memchr (data + seed % size, '\n', size - seed % size) : NULL;
  guint8 *end = start != NULL ? memchr (start + 1, '\n', (size_t) (data + size - start - 1)) : NULL;
  size_t length;

  if (end == NULL)
    return size;
  length = (size_t) (end - start);
  if (seed % 2 == 0)
    {
      memmove (start, end, (size_t) (data + size - end));
      return size - length;
    }
  if (size + length > max_size)
    return size;
  memmove (end + length, end, (size_t) (data + size - end));
  memcpy (end, start, length);
  return size + length;
}

size_t
LLVMFuzzerCustomMutator (guint8 *data,
                         size_t size,
                         size_t max_size,
                         unsigned int seed)
{
  switch (seed / 7 % 32)
    {
    case 0:
      return make_project (data, size, max_size, seed);
    case 1:
      return change_line (data, size, max_size, seed);
    default:
      return LLVMFuzzerMutate (data, size, max_size);
    }
}

/* What the file's words are shown as, and what is wrong with its references. */
static void
check_problems (RelmProject *project)
{
  g_auto (GStrv) problems = relm_project_list_problems (project);

  for (char **problem = problems; *problem != NULL; problem++)
    g_assert_true (g_utf8_validate (*problem, -1, NULL));
}

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

  check_problems (project);
  text = relm_format_write (project);
  again = relm_format_read (text, "fuzz.relm", NULL, &error);
  g_assert_no_error (error);
  text_again = relm_format_write (again);
  g_assert_true (g_bytes_equal (text, text_again));
  return 0;
}
