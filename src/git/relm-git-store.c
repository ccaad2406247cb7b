/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <string.h>

#include "relm-commit-message.h"
#include "relm-git-store.h"
#include "relm-text.h"

#define MAX_MESSAGE (256 * 1024) /* bytes that are worth reading */

struct _RelmGitStore
{
  RelmMirrorWriter *writer; /* not owned */
  const RelmGitMailmap *mailmap; /* not owned; may be NULL */
  GHashTable *authors;      /* “name\nmail” → id + 1 */
  guint n_authors;
  GString *key;       /* scratch */
  GArray *co_authors; /* gint32, scratch */
};

/* Text that is UTF-8 already stays where it is; else @owned keeps the converted one. */
static RelmGitSlice
to_utf8 (RelmGitSlice text,
         const char *encoding,
         char **owned)
{
  if ((encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0) &&
      g_utf8_validate_len (text.start, text.length, NULL))
    return text;
  *owned = relm_text_to_utf8 (text.start, (gssize) text.length, encoding);
  return (RelmGitSlice) { *owned, strlen (*owned) };
}

static gboolean
write_author (RelmGitStore *self,
              guint id,
              const char *raw_name,
              const char *raw_email,
              GError **error)
{
  const char *name = raw_name;
  const char *email = raw_email;

  if (self->mailmap != NULL)
    relm_git_mailmap_resolve (self->mailmap, &name, &email);
  return relm_mirror_writer_set_author (self->writer, id, raw_name, raw_email, name, email, error);
}

/* The number of somebody; -1 and @error when it cannot be stored. The name and the address are UTF-8. */
static gint32
find_author (RelmGitStore *self,
             RelmGitSlice name,
             RelmGitSlice email,
             GError **error)
{
  g_autofree char *name_text = NULL;
  gpointer found;

  g_string_truncate (self->key, 0);
  g_string_append_len (self->key, name.start, (gssize) name.length);
  g_string_append_c (self->key, '\n');
  g_string_append_len (self->key, email.start, (gssize) email.length);
  found = g_hash_table_lookup (self->authors, self->key->str);
  if (found != NULL)
    return GPOINTER_TO_INT (found) - 1;

  name_text = g_strndup (name.start, name.length);
  if (!write_author (self, self->n_authors, name_text, self->key->str + name.length + 1, error))
    return -1;
  g_hash_table_insert (self->authors, g_strdup (self->key->str), GINT_TO_POINTER ((int) ++self->n_authors));
  return (gint32) self->n_authors - 1;
}

/* “Name <mail>” */
static gboolean
add_co_authors (RelmGitStore *self,
                char **people,
                GError **error)
{
  g_array_set_size (self->co_authors, 0);
  for (guint i = 0; people != NULL && people[i] != NULL; i++)
    {
      const char *open = strrchr (people[i], '<');
      RelmGitSlice name = { people[i], open != NULL ? (gsize) (open - people[i]) : strlen (people[i]) };
      RelmGitSlice email = { "", 0 };
      gint32 id;

      if (open != NULL)
        email = (RelmGitSlice) { open + 1, strcspn (open + 1, ">") };
      while (name.length > 0 && g_ascii_isspace (name.start[name.length - 1]))
        name.length--;
      id = find_author (self, name, email, error);
      if (id < 0)
        return FALSE;
      g_array_append_val (self->co_authors, id);
    }
  return TRUE;
}

static gint32
add_author (RelmGitStore *self,
            const RelmGitRawCommit *commit,
            const char *encoding,
            GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *email = NULL;
  RelmGitSlice none = { "", 0 };

  return find_author (self, commit->name.length > 0 ? to_utf8 (commit->name, encoding, &name) : none,
                      commit->email.length > 0 ? to_utf8 (commit->email, encoding, &email) : none, error);
}

static RelmCommitMessage *
parse_message (const RelmGitRawCommit *commit,
               const char *encoding)
{
  g_autofree char *owned = NULL;
  RelmGitSlice text = commit->message;

  text.length = MIN (text.length, MAX_MESSAGE);
  text = to_utf8 (text, encoding, &owned);
  return relm_commit_message_parse (text.start, (gssize) text.length);
}

/**
 * relm_git_store_new:
 * @writer: (transfer none): where to put it; stays longer than the store
 * @mailmap: (transfer none) (nullable): what names and addresses should be; stays longer than the store
 *
 * Returns: (transfer full): a store that knows no authors yet
 */
RelmGitStore *
relm_git_store_new (RelmMirrorWriter *writer,
                    const RelmGitMailmap *mailmap)
{
  RelmGitStore *self = g_new0 (RelmGitStore, 1);

  self->writer = writer;
  self->mailmap = mailmap;
  self->authors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->key = g_string_new (NULL);
  self->co_authors = g_array_new (FALSE, FALSE, sizeof (gint32));
  return self;
}

/**
 * relm_git_store_free:
 * @self: (nullable) (transfer full): a store
 */
void
relm_git_store_free (RelmGitStore *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->authors);
  g_string_free (self->key, TRUE);
  g_array_unref (self->co_authors);
  g_free (self);
}

static void
load_author_cb (guint id,
                const char *raw_name,
                const char *raw_email,
                gpointer data)
{
  RelmGitStore *self = data;

  g_hash_table_insert (self->authors, g_strconcat (raw_name, "\n", raw_email, NULL), GINT_TO_POINTER ((int) id + 1));
  self->n_authors = MAX (self->n_authors, id + 1);
}

/**
 * relm_git_store_load_authors:
 * @remap: whether the mailmap is another one than when they were stored
 *
 * Reads the authors that the mirror has already.
 *
 * Returns: whether it could be done; else a RELM_MIRROR_ERROR
 */
gboolean
relm_git_store_load_authors (RelmGitStore *self,
                             gboolean remap,
                             GError **error)
{
  GHashTableIter iter;
  gpointer key, value;

  if (!relm_mirror_writer_load_authors (self->writer, load_author_cb, self, error))
    return FALSE;
  g_hash_table_iter_init (&iter, self->authors);
  while (remap && g_hash_table_iter_next (&iter, &key, &value))
    {
      const char *email = strchr (key, '\n') + 1;
      g_autofree char *name = g_strndup (key, (gsize) (email - 1 - (char *) key));

      if (!write_author (self, (guint) GPOINTER_TO_INT (value) - 1, name, email, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * relm_git_store_add:
 * @id: the number of the commit
 * @oid: its object id, RELM_GIT_OID_BYTES
 * @commit: what is in it
 *
 * Returns: whether it is stored; else a RELM_MIRROR_ERROR
 */
gboolean
relm_git_store_add (RelmGitStore *self,
                    guint id,
                    const guint8 *oid,
                    const RelmGitRawCommit *commit,
                    GError **error)
{
  g_autofree char *encoding =
    commit->encoding.length > 0 ? g_strndup (commit->encoding.start, commit->encoding.length) : NULL;
  g_autoptr (RelmCommitMessage) message = parse_message (commit, encoding);
  const gint32 author = add_author (self, commit, encoding, error);
  RelmMirrorNewCommit row;

  if (author < 0 || !add_co_authors (self, message->co_authors, error))
    return FALSE;

  row = (RelmMirrorNewCommit) {
    .oid = oid,
    .time = commit->author_time,
    .author = (guint) author,
    .n_parents = commit->n_parents,
    .subject = message->subject,
    .body = *message->text != '\0' ? message->text : NULL,
    .type = message->type,
    .scope = message->scope,
    .description = message->description,
    .breaking_note = message->breaking_note,
    .reverts = message->reverts,
    .references = (const char *const *) message->references,
    .co_authors = (const gint32 *) (gpointer) self->co_authors->data,
    .n_co_authors = self->co_authors->len,
    .breaking = message->breaking,
  };
  return relm_mirror_writer_add_commit (self->writer, id, &row, error);
}
