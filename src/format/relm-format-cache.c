/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-format"

#include "config.h"

#include "relm-format-cache.h"
#include "relm-format-writer.h"

/* Where a record is in the text. */
typedef struct
{
  const RelmRecord *record; /* unowned; only compared */
  gsize start;
  gsize length;
} Slice;

struct _RelmFormatCache
{
  RelmProject *project;
  gulong handler;

  GBytes *text;     /* the last one; NULL at first */
  GArray *slices;   /* of Slice, in the order of the last text */
  GHashTable *stale; /* records that changed, came, went or moved since; keys unowned and only compared */

  /* while writing */
  GArray *written; /* the slices of the new text */
  guint next;      /* the slice that has not been passed */
};

static void
changed_cb (RelmProject *project,
            guint type,
            RelmRecord *record,
            guint field,
            RelmFormatCache *self)
{
  g_hash_table_add (self->stale, record);
}

static gboolean
is_stale (RelmFormatCache *self,
          const RelmRecord *record)
{
  return g_hash_table_size (self->stale) > 0 && g_hash_table_contains (self->stale, record);
}

/* Those that are not stale are in the order in which they were. */
static const Slice *
find_slice (RelmFormatCache *self,
            const RelmRecord *record)
{
  const Slice *slice;

  if (is_stale (self, record))
    return NULL;
  while (self->next < self->slices->len && is_stale (self, g_array_index (self->slices, Slice, self->next).record))
    self->next++;
  if (self->next == self->slices->len)
    return NULL;
  slice = &g_array_index (self->slices, Slice, self->next);
  if (slice->record != record)
    return NULL;
  self->next++;
  return slice;
}

static void
write_record (GString *out,
              RelmRecord *record,
              guint indent,
              gpointer data)
{
  RelmFormatCache *self = data;
  const Slice *slice = find_slice (self, record);
  Slice written = { .record = record, .start = out->len };

  if (slice != NULL)
    g_string_append_len (out, (const char *) g_bytes_get_data (self->text, NULL) + slice->start, (gssize) slice->length);
  else
    relm_format_writer_write_record (out, record, indent);
  written.length = out->len - written.start;
  g_array_append_val (self->written, written);
}

/**
 * relm_format_cache_new:
 * @project: (transfer none): what will be written; every change of it must be made through it
 *
 * Returns: (transfer full): a cache of nothing
 */
RelmFormatCache *
relm_format_cache_new (RelmProject *project)
{
  RelmFormatCache *self;

  g_return_val_if_fail (RELM_IS_PROJECT (project), NULL);

  self = g_new0 (RelmFormatCache, 1);
  self->project = g_object_ref (project);
  self->handler = g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  self->slices = g_array_new (FALSE, FALSE, sizeof (Slice));
  self->stale = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * relm_format_cache_free:
 * @self: (nullable) (transfer full): a cache
 */
void
relm_format_cache_free (RelmFormatCache *self)
{
  if (self == NULL)
    return;
  g_clear_signal_handler (&self->handler, self->project);
  g_object_unref (self->project);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_array_unref (self->slices);
  g_hash_table_unref (self->stale);
  g_free (self);
}

/**
 * relm_format_cache_write:
 *
 * Returns: (transfer full): what relm_format_write() gives for the project
 */
GBytes *
relm_format_cache_write (RelmFormatCache *self)
{
  const gsize size = self->text != NULL ? g_bytes_get_size (self->text) + 4096 : 64 * 1024;
  GString *out = g_string_sized_new (size);

  self->written = g_array_sized_new (FALSE, FALSE, sizeof (Slice), self->slices->len + 1);
  self->next = 0;
  relm_format_writer_write (self->project, out, write_record, self);

  g_clear_pointer (&self->text, g_bytes_unref);
  self->text = g_string_free_to_bytes (out);
  g_array_unref (self->slices);
  self->slices = g_steal_pointer (&self->written);
  g_hash_table_remove_all (self->stale);
  return g_bytes_ref (self->text);
}
