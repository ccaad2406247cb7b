/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-memory.h"
#include "relm-saved-views.h"

#define DETAIL "timeline-views" /* what they are remembered by */
#define TYPE "a(sa{ss})"        /* in the order of their names */

static GVariant *
read_views (GFile *file)
{
  g_autofree char *text = relm_memory_dup_detail (file, DETAIL);
  GVariant *views = text != NULL ? g_variant_parse (G_VARIANT_TYPE (TYPE), text, NULL, NULL, NULL) : NULL;

  return views != NULL ? views : g_variant_ref_sink (g_variant_new (TYPE, NULL));
}

/**
 * relm_saved_views_list:
 * @file: a project's file
 *
 * Returns: (transfer full): the names of its views, in their order
 */
GStrv
relm_saved_views_list (GFile *file)
{
  g_autoptr (GVariant) views = read_views (file);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  GVariantIter iter;
  const char *name;

  g_variant_iter_init (&iter, views);
  while (g_variant_iter_loop (&iter, "(&s@a{ss})", &name, NULL))
    g_strv_builder_add (names, name);
  return g_strv_builder_end (names);
}

/**
 * relm_saved_views_get:
 * @file: a project's file
 * @name: of a view
 *
 * Returns: (transfer full) (nullable): its texts, an a{ss}; %NULL when there is none of that name
 */
GVariant *
relm_saved_views_get (GFile *file,
                      const char *name)
{
  g_autoptr (GVariant) views = read_views (file);

  for (gsize i = 0; i < g_variant_n_children (views); i++)
    {
      g_autoptr (GVariant) view = NULL;
      const char *other;

      g_variant_get_child (views, i, "(&s@a{ss})", &other, &view);
      if (g_str_equal (name, other))
        return g_steal_pointer (&view);
    }
  return NULL;
}

/* Returns: whether it was to be put in, and is */
static gboolean
put (GVariantBuilder *builder,
     const char *name,
     GVariant *view)
{
  if (view != NULL)
    g_variant_builder_add (builder, "(s@a{ss})", name, view);
  return view != NULL;
}

/**
 * relm_saved_views_set:
 * @file: a project's file
 * @name: of a view; one that has it already is replaced
 * @view: (nullable): an a{ss}, which is sunk; %NULL to forget it
 *
 * Does nothing when there are %RELM_SAVED_VIEWS_MAX others.
 */
void
relm_saved_views_set (GFile *file,
                      const char *name,
                      GVariant *view)
{
  g_autoptr (GVariant) views = read_views (file);
  g_autoptr (GVariant) held = view != NULL ? g_variant_ref_sink (view) : NULL;
  g_autoptr (GVariant) result = NULL;
  g_autofree char *text = NULL;
  GVariantBuilder builder;
  gboolean done = view == NULL || g_variant_n_children (views) >= RELM_SAVED_VIEWS_MAX;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (TYPE));
  for (gsize i = 0; i < g_variant_n_children (views); i++)
    {
      g_autoptr (GVariant) texts = NULL;
      const char *other;
      int order;

      g_variant_get_child (views, i, "(&s@a{ss})", &other, &texts);
      order = g_utf8_collate (name, other);
      if (!done && order < 0)
        done = put (&builder, name, held);
      if (!g_str_equal (name, other))
        put (&builder, other, texts);
      else if (view != NULL)
        done = put (&builder, name, held);
    }
  if (!done)
    put (&builder, name, held);
  result = g_variant_ref_sink (g_variant_builder_end (&builder));
  text = g_variant_n_children (result) > 0 ? g_variant_print (result, FALSE) : NULL;
  relm_memory_set_detail (file, DETAIL, text);
}
