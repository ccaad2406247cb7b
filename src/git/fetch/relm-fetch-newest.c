/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-fetch-newest.h"
#include "relm-version.h"

#define NEWEST_TAGS 12

/* A tag of the server, while the newest are looked for. */
typedef struct
{
  const char *name; /* “refs/tags/…” */
  RelmVersion *version;
} Tag;

static void
clear_tag (gpointer data)
{
  relm_version_free (((Tag *) data)->version);
}

/* The greatest first. */
static int
compare_tags (gconstpointer a,
              gconstpointer b)
{
  return relm_version_compare (((const Tag *) b)->version, ((const Tag *) a)->version);
}

static GArray *
find_newest_tags (const git_remote_head **heads,
                  size_t n_heads)
{
  static const char prefix[] = "refs/tags/";
  GArray *tags = g_array_new (FALSE, FALSE, sizeof (Tag));

  g_array_set_clear_func (tags, clear_tag);
  for (size_t i = 0; i < n_heads; i++)
    {
      const char *name = heads[i]->name;
      Tag tag = { name, NULL };

      if (g_str_has_prefix (name, prefix) && !g_str_has_suffix (name, "^{}") && g_utf8_validate (name, -1, NULL))
        tag.version = relm_version_parse_tag (name + strlen (prefix), NULL);
      if (tag.version != NULL)
        g_array_append_val (tags, tag);
    }
  g_array_sort (tags, compare_tags);
  if (tags->len > NEWEST_TAGS)
    g_array_set_size (tags, NEWEST_TAGS);
  return tags;
}

/* Brings a reference, or many, under its own name. */
void
relm_fetch_newest_add (GPtrArray *specs,
                       const char *reference)
{
  g_ptr_array_add (specs, g_strdup_printf ("+%s:%s", reference, reference));
}

/* Returns: (transfer full) (element-type utf8): what to bring of a connected server; @branch may be empty */
GPtrArray *
relm_fetch_newest_list (git_remote *remote,
                        const char *branch)
{
  GPtrArray *specs = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *named = *branch != '\0' ? g_strconcat ("refs/heads/", branch, NULL) : NULL;
  g_autoptr (GArray) tags = NULL;
  const git_remote_head **heads = NULL;
  git_buf own = GIT_BUF_INIT;
  size_t n_heads = 0;

  if (git_remote_ls (&heads, &n_heads, remote) != 0)
    n_heads = 0;
  if (git_remote_default_branch (&own, remote) == 0)
    relm_fetch_newest_add (specs, own.ptr);
  if (named != NULL && g_strcmp0 (named, own.ptr) != 0)
    for (size_t i = 0; i < n_heads; i++)
      if (g_str_equal (heads[i]->name, named))
        relm_fetch_newest_add (specs, named);
  git_buf_dispose (&own);
  tags = find_newest_tags (heads, n_heads);
  for (guint i = 0; i < tags->len; i++)
    relm_fetch_newest_add (specs, g_array_index (tags, Tag, i).name);
  return specs;
}
