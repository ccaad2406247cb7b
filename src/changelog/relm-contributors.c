/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-changelog"

#include "config.h"

#include "relm-contributors.h"

struct _RelmContributors
{
  GHashTable *by_key; /* folded address, or name: the contributor, unowned */
  GPtrArray *list;
  guint commit; /* counts the commits, so that nobody is counted twice for one */
};

/**
 * relm_contributor_free:
 * @contributor: (transfer full): somebody
 */
void
relm_contributor_free (RelmContributor *contributor)
{
  g_free (contributor->name);
  g_free (contributor->email);
  g_free (contributor);
}

/**
 * relm_contributors_new:
 *
 * Returns: (transfer full): nobody
 */
RelmContributors *
relm_contributors_new (void)
{
  RelmContributors *self = g_new (RelmContributors, 1);

  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->commit = 0;
  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_contributor_free);
  return self;
}

/**
 * relm_contributors_free:
 * @self: (transfer full): contributors
 */
void
relm_contributors_free (RelmContributors *self)
{
  g_hash_table_unref (self->by_key);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_free (self);
}

/**
 * relm_contributors_begin_commit:
 *
 * Whoever is added from now on took part in another commit.
 */
void
relm_contributors_begin_commit (RelmContributors *self)
{
  self->commit++;
}

/**
 * relm_contributors_add:
 * @name: (nullable): a name, after the mailmap
 * @email: (nullable): an address, after the mailmap
 *
 * Counts the commit for them, once.
 */
void
relm_contributors_add (RelmContributors *self,
                       const char *name,
                       const char *email)
{
  const char *key_source = email != NULL && *email != '\0' ? email : name;
  g_autofree char *key = NULL;
  RelmContributor *contributor;

  if (key_source == NULL || *key_source == '\0')
    return;

  key = g_utf8_casefold (key_source, -1);
  contributor = g_hash_table_lookup (self->by_key, key);
  if (contributor == NULL)
    {
      contributor = g_new0 (RelmContributor, 1);
      contributor->name = g_strdup (name != NULL && *name != '\0' ? name : email);
      contributor->email = g_strdup (email);
      g_ptr_array_add (self->list, contributor);
      g_hash_table_insert (self->by_key, g_steal_pointer (&key), contributor);
    }
  if (contributor->last_commit == self->commit)
    return;
  contributor->last_commit = self->commit;
  contributor->n_commits++;
}

/**
 * relm_contributors_add_address:
 * @address: “Name <mail>”, as in a trailer
 *
 * Counts the commit for them, once.
 */
void
relm_contributors_add_address (RelmContributors *self,
                               const char *address)
{
  const char *open = strchr (address, '<');
  const char *close = open != NULL ? strchr (open, '>') : NULL;
  g_autofree char *name = open != NULL ? g_strndup (address, (gsize) (open - address)) : g_strdup (address);
  g_autofree char *email = close != NULL ? g_strndup (open + 1, (gsize) (close - open - 1)) : NULL;

  relm_contributors_add (self, g_strstrip (name), email);
}

static int
compare_contributors (gconstpointer a,
                      gconstpointer b)
{
  const RelmContributor *first = *(RelmContributor *const *) a;
  const RelmContributor *second = *(RelmContributor *const *) b;

  if (first->n_commits != second->n_commits)
    return first->n_commits < second->n_commits ? 1 : -1;
  return g_utf8_collate (first->name, second->name);
}

/**
 * relm_contributors_steal_sorted:
 *
 * Returns: (transfer full) (element-type RelmContributor): everybody, those of most commits first; nobody is left in @self
 */
GPtrArray *
relm_contributors_steal_sorted (RelmContributors *self)
{
  g_ptr_array_sort (self->list, compare_contributors);
  g_hash_table_remove_all (self->by_key);
  return g_steal_pointer (&self->list);
}
