/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-mirror"

#include "config.h"

#include "relm-mirror-mention.h"
#include "relm-mirror-private.h"

/**
 * relm_mirror_mention_free:
 * @self: (nullable) (transfer full): a mention
 */
void
relm_mirror_mention_free (RelmMirrorMention *self)
{
  if (self == NULL)
    return;
  relm_mirror_commit_free (self->commit);
  g_free (self->tag);
  g_free (self);
}

/* The ids of the commits that mention any of the names, the newest first. */
static GArray *
find_commits (RelmMirror *self,
              const char *const *names,
              guint n_max,
              GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id FROM commits WHERE refs IS NOT NULL AND (0");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  sqlite3_stmt *statement;
  int result;

  for (guint i = 0; names[i] != NULL; i++)
    g_string_append (sql, " OR instr (char (10) || refs || char (10), char (10) || ? || char (10))");
  g_string_append_printf (sql, ") ORDER BY time DESC LIMIT %u", n_max);
  statement = relm_mirror_database_prepare (self->database, sql->str, error);
  if (statement == NULL)
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    sqlite3_bind_text (statement, (int) i + 1, names[i], -1, SQLITE_STATIC);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const gint32 id = sqlite3_column_int (statement, 0);

      g_array_append_val (ids, id);
    }
  if (result != SQLITE_DONE)
    relm_mirror_database_set_error (self->database, error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

/* Each commit is in the range of one tag at most. */
static void
note_tag (GHashTable *tags,
          const GArray *ids,
          const gint32 *range,
          gsize n_range,
          const char *tag)
{
  for (guint i = 0; i < ids->len; i++)
    for (gsize k = 0; k < n_range; k++)
      if (range[k] == g_array_index (ids, gint32, i))
        g_hash_table_insert (tags, GINT_TO_POINTER (range[k]), g_strdup (tag));
}

static GHashTable *
find_tags (RelmMirror *self,
           const GArray *ids,
           GError **error)
{
  GHashTable *tags = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  sqlite3_stmt *statement =
    relm_mirror_database_prepare (self->database, "SELECT tags.name, commits FROM ranges JOIN tags ON tags.rank = tag", error);

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    note_tag (tags, ids, sqlite3_column_blob (statement, 1), (gsize) sqlite3_column_bytes (statement, 1) / sizeof (gint32),
              (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return tags;
}

static GPtrArray *
read_mentions (RelmMirror *self,
               const GArray *ids,
               GError **error)
{
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_mirror_mention_free);
  g_autoptr (GPtrArray) commits = g_ptr_array_new ();
  g_autoptr (GHashTable) tags = find_tags (self, ids, error);

  for (guint i = 0; i < ids->len; i++)
    {
      const gint32 id = g_array_index (ids, gint32, i);
      RelmMirrorMention *mention;

      g_ptr_array_set_size (commits, 0);
      if (!relm_mirror_append_commit (self, commits, id, error))
        return NULL;
      if (commits->len == 0)
        continue;
      mention = g_new0 (RelmMirrorMention, 1);
      mention->commit = commits->pdata[0];
      mention->tag = g_strdup (g_hash_table_lookup (tags, GINT_TO_POINTER (id)));
      g_ptr_array_add (mentions, mention);
    }
  return g_steal_pointer (&mentions);
}

/**
 * relm_mirror_list_mentions:
 * @names: (array zero-terminated=1): as commit messages write an item: “#12”, “owner/repo#12”, “PROJ-12”
 * @n_max: of how many to tell at most
 *
 * Returns: (transfer full) (element-type RelmMirrorMention) (nullable): the commits that mention it, the newest first; or %NULL
 *   and a RELM_MIRROR_ERROR
 */
GPtrArray *
relm_mirror_list_mentions (RelmMirror *self,
                           const char *const *names,
                           guint n_max,
                           GError **error)
{
  g_autoptr (GArray) ids = NULL;
  GPtrArray *mentions;

  g_return_val_if_fail (self != NULL && names != NULL, NULL);

  /* one snapshot, though somebody may be writing */
  if (!relm_mirror_database_exec (self->database, "BEGIN", error))
    return NULL;
  ids = find_commits (self, names, n_max, error);
  mentions = ids != NULL ? read_mentions (self, ids, error) : NULL;
  relm_mirror_database_exec (self->database, "ROLLBACK", NULL);
  return mentions;
}
