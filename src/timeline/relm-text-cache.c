/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-text-cache.h"

#define MAX_LAYOUTS 4096
#define CAPTION_SCALE 0.85

typedef struct
{
  char *text;
  RelmTextStyle style;
  int width;
} Key;

struct _RelmTextCache
{
  GtkWidget *widget; /* unowned: the cache is its */
  GHashTable *layouts;
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) * 31 + (guint) key->style * 7 + (guint) key->width;
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const Key *first = a;
  const Key *second = b;

  return first->style == second->style && first->width == second->width && g_str_equal (first->text, second->text);
}

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->text);
  g_free (key);
}

static PangoAttrList *
create_attributes (RelmTextStyle style)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (style == RELM_TEXT_CAPTION || style == RELM_TEXT_CAPTION_BOLD)
    pango_attr_list_insert (attributes, pango_attr_scale_new (CAPTION_SCALE));
  if (style == RELM_TEXT_BOLD || style == RELM_TEXT_CAPTION_BOLD)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (style == RELM_TEXT_STRUCK)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  return attributes;
}

static PangoLayout *
create_layout (RelmTextCache *self,
               const Key *key)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (self->widget, key->text);
  g_autoptr (PangoAttrList) attributes = create_attributes (key->style);

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (key->width >= 0)
    {
      pango_layout_set_width (layout, key->width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

/**
 * relm_text_cache_new:
 * @widget: whose font and direction the text has; it must clear the cache when these change, and outlive it
 *
 * Returns: (transfer full): an empty cache
 */
RelmTextCache *
relm_text_cache_new (GtkWidget *widget)
{
  RelmTextCache *self = g_new0 (RelmTextCache, 1);

  self->widget = widget;
  self->layouts = g_hash_table_new_full (key_hash, key_equal, key_free, g_object_unref);
  return self;
}

/**
 * relm_text_cache_free:
 * @self: (transfer full) (nullable): a cache
 */
void
relm_text_cache_free (RelmTextCache *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->layouts);
  g_free (self);
}

/**
 * relm_text_cache_clear:
 *
 * Forgets everything.
 */
void
relm_text_cache_clear (RelmTextCache *self)
{
  g_hash_table_remove_all (self->layouts);
}

/**
 * relm_text_cache_get:
 * @text: one line; what does not fit ends in an ellipsis
 * @style: how it looks
 * @width: pixels that there are for it, or -1 for as many as it takes
 *
 * Returns: (transfer none): the text laid out; valid until the next call
 */
PangoLayout *
relm_text_cache_get (RelmTextCache *self,
                     const char *text,
                     RelmTextStyle style,
                     int width)
{
  const Key wanted = { (char *) text, style, MAX (width, -1) };
  PangoLayout *layout = g_hash_table_lookup (self->layouts, &wanted);
  Key *key;

  if (layout != NULL)
    return layout;

  if (g_hash_table_size (self->layouts) >= MAX_LAYOUTS)
    relm_text_cache_clear (self);
  key = g_memdup2 (&wanted, sizeof wanted);
  key->text = g_strdup (text);
  layout = create_layout (self, key);
  g_hash_table_insert (self->layouts, key, layout);
  return layout;
}

/**
 * relm_text_cache_get_size:
 *
 * Returns: how many texts are kept
 */
guint
relm_text_cache_get_size (RelmTextCache *self)
{
  return g_hash_table_size (self->layouts);
}
