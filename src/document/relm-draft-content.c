/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <string.h>

#include "relm-draft-content.h"

#define FIRST_LINE "Relm draft 1\n"

static char *
dup_checksum (GBytes *bytes)
{
  return bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
}

static void
append_line (GString *text,
             const char *name,
             const char *value)
{
  if (value != NULL)
    g_string_append_printf (text, "%s: %s\n", name, value);
}

/* A line that is not known is of a newer Relm, and left alone. */
static void
take_line (RelmDraftContent *self,
           const char *line)
{
  if (g_str_has_prefix (line, "title: ") && self->title == NULL)
    self->title = g_strcompress (line + strlen ("title: "));
  else if (g_str_has_prefix (line, "file: ") && self->uri == NULL)
    self->uri = g_strdup (line + strlen ("file: "));
  else if (g_str_has_prefix (line, "base: ") && self->base == NULL)
    self->base = g_strdup (line + strlen ("base: "));
}

static const char *
find_text (const char *data,
           gsize size)
{
  const char *end;

  if (size < strlen (FIRST_LINE) || memcmp (data, FIRST_LINE, strlen (FIRST_LINE)) != 0)
    return NULL;
  end = memmem (data, size, "\n\n", 2);
  return end != NULL ? end + 2 : NULL;
}

/**
 * relm_draft_content_new:
 * @title: the project's name, not too long
 * @file: (nullable): where the project is saved
 * @base: (nullable): what that file held when the project was read from it
 * @text: the project
 *
 * Hashes @base, which takes a moment for large ones.
 *
 * Returns: (transfer full): the content of a draft
 */
RelmDraftContent *
relm_draft_content_new (const char *title,
                        GFile *file,
                        GBytes *base,
                        GBytes *text)
{
  RelmDraftContent *self = g_new0 (RelmDraftContent, 1);

  self->title = g_strdup (title);
  self->uri = file != NULL ? g_file_get_uri (file) : NULL;
  self->base = dup_checksum (base);
  self->text = g_bytes_ref (text);
  return self;
}

/**
 * relm_draft_content_decode:
 * @bytes: a draft's file, or the start of one, whose text is then cut
 *
 * Returns: (transfer full) (nullable): what is in it; %NULL when it is no draft
 */
RelmDraftContent *
relm_draft_content_decode (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *text = data != NULL ? find_text (data, size) : NULL;
  g_autofree char *head = NULL;
  g_auto (GStrv) lines = NULL;
  RelmDraftContent *self;

  if (text == NULL)
    return NULL;
  self = g_new0 (RelmDraftContent, 1);
  head = g_strndup (data, (gsize) (text - data));
  lines = g_strsplit (head, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    take_line (self, lines[i]);
  if (self->title == NULL)
    self->title = g_strdup ("");
  self->text = g_bytes_new_from_bytes (bytes, (gsize) (text - data), size - (gsize) (text - data));
  return self;
}

/**
 * relm_draft_content_encode:
 *
 * Returns: (transfer full): the content of the file
 */
GBytes *
relm_draft_content_encode (RelmDraftContent *self)
{
  GString *text = g_string_new (FIRST_LINE);
  g_autofree char *title = g_strescape (self->title, NULL);
  gsize size;
  const char *data = g_bytes_get_data (self->text, &size);

  append_line (text, "title", title);
  append_line (text, "file", self->uri);
  append_line (text, "base", self->base);
  g_string_append_c (text, '\n');
  g_string_append_len (text, data, (gssize) size);
  return g_string_free_to_bytes (text);
}

/**
 * relm_draft_content_is_from:
 * @base: what the project's file holds
 *
 * Returns: whether that is what the draft was made from
 */
gboolean
relm_draft_content_is_from (RelmDraftContent *self,
                            GBytes *base)
{
  g_autofree char *checksum = dup_checksum (base);

  return g_strcmp0 (self->base, checksum) == 0;
}

/**
 * relm_draft_content_free:
 * @self: (transfer full) (nullable): the content of a draft
 */
void
relm_draft_content_free (RelmDraftContent *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->uri);
  g_free (self->base);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self);
}
