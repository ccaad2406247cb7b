/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-changelog"

#include "config.h"

#include "relm-changelog-entry.h"

struct _RelmChangelogEntry
{
  GObject parent_instance;

  RelmChangelogKind kind;
  char *summary;
  char *scope;
  char *note;
  char *author;
  GPtrArray *components; /* NULL-terminated */
  GPtrArray *oids;       /* NULL-terminated */
  GPtrArray *references; /* NULL-terminated */
  RelmRecord *record;
  gboolean breaking;
};

G_DEFINE_FINAL_TYPE (RelmChangelogEntry, relm_changelog_entry, G_TYPE_OBJECT)

static void
relm_changelog_entry_finalize (GObject *object)
{
  RelmChangelogEntry *self = RELM_CHANGELOG_ENTRY (object);

  g_free (self->summary);
  g_free (self->scope);
  g_free (self->note);
  g_free (self->author);
  g_ptr_array_unref (self->components);
  g_ptr_array_unref (self->oids);
  g_ptr_array_unref (self->references);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (relm_changelog_entry_parent_class)->finalize (object);
}

static void
relm_changelog_entry_class_init (RelmChangelogEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_changelog_entry_finalize;
}

static void
relm_changelog_entry_init (RelmChangelogEntry *self)
{
  self->components = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  self->oids = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  self->references = g_ptr_array_new_null_terminated (1, g_free, TRUE);
}

/**
 * relm_changelog_entry_new:
 * @kind: what kind of change it is; what breaks is said apart
 * @summary: the line itself, UTF-8
 *
 * Returns: (transfer full): an entry
 */
RelmChangelogEntry *
relm_changelog_entry_new (RelmChangelogKind kind,
                          const char *summary)
{
  RelmChangelogEntry *self = g_object_new (RELM_TYPE_CHANGELOG_ENTRY, NULL);

  self->kind = kind;
  self->summary = g_strdup (summary);
  return self;
}

/**
 * relm_changelog_entry_get_kind:
 *
 * Returns: what kind of change it is, also when it breaks something
 */
RelmChangelogKind
relm_changelog_entry_get_kind (RelmChangelogEntry *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_ENTRY (self), RELM_CHANGELOG_KIND_OTHER);

  return self->kind;
}

/**
 * relm_changelog_entry_get_summary:
 *
 * Returns: (transfer none): the line itself; from outside, so to be shown through relm_text_display_title()
 */
const char *
relm_changelog_entry_get_summary (RelmChangelogEntry *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_ENTRY (self), NULL);

  return self->summary;
}

/**
 * relm_changelog_entry_get_scope:
 *
 * Returns: (transfer none) (nullable): the part of the product that it concerns
 */
const char *
relm_changelog_entry_get_scope (RelmChangelogEntry *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_ENTRY (self), NULL);

  return self->scope;
}

/**
 * relm_changelog_entry_get_components:
 *
 * Returns: (transfer none): the names of the components that its commits change; empty if the product has no parts
 */
const char *const *
relm_changelog_entry_get_components (RelmChangelogEntry *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_ENTRY (self), NULL);

  return (const char *const *) self->components->pdata;
}

static gboolean
is_component (RelmChangelogEntry *self,
              const char *name)
{
  for (guint i = 0; i < self->components->len; i++)
    if (g_ascii_strcasecmp (self->components->pdata[i], name) == 0)
      return TRUE;
  return FALSE;
}

/**
 * relm_changelog_entry_dup_place:
 *
 * Returns: (transfer full) (nullable): what it is about, to stand before its words: its components, and in them its scope;
 *   from outside, so to be shown through relm_text_display_title()
 */
char *
relm_changelog_entry_dup_place (RelmChangelogEntry *self)
{
  g_autofree char *components = NULL;

  g_return_val_if_fail (RELM_IS_CHANGELOG_ENTRY (self), NULL);

  if (self->components->len == 0)
    return g_strdup (self->scope);
  components = g_strjoinv (", ", (char **) self->components->pdata);
  if (self->scope == NULL || is_component (self, self->scope))
    return g_steal_pointer (&components);
  return g_strdup_printf ("%s (%s)", components, self->scope);
}

/**
 * relm_changelog_entry_get_breaking:
 *
 * Returns: whether those who update have to do something
 */
gboolean
relm_changelog_entry_get_breaking (RelmChangelogEntry *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_ENTRY (self), FALSE);

  return self->breaking;
}

/**
 * relm_changelog_entry_get_note:
 *
 * Returns: (transfer none) (nullable): what breaks and what to do about it
 */
const char *
relm_changelog_entry_get_note (RelmChangelogEntry *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_ENTRY (self), NULL);

  return self->note;
}

/**
 * relm_changelog_entry_get_author:
 *
 * Returns: (transfer none) (nullable): the name of who made it
 */
const char *
relm_changelog_entry_get_author (RelmChangelogEntry *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_ENTRY (self), NULL);

  return self->author;
}

/**
 * relm_changelog_entry_get_oids:
 *
 * Returns: (transfer none): its commits, newest first; empty for a line that a person wrote for none
 */
const char *const *
relm_changelog_entry_get_oids (RelmChangelogEntry *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_ENTRY (self), NULL);

  return (const char *const *) self->oids->pdata;
}

/**
 * relm_changelog_entry_get_references:
 *
 * Returns: (transfer none): what its commits refer to, such as “#12”, each once
 */
const char *const *
relm_changelog_entry_get_references (RelmChangelogEntry *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_ENTRY (self), NULL);

  return (const char *const *) self->references->pdata;
}

/**
 * relm_changelog_entry_get_record:
 *
 * Returns: (transfer none) (nullable): the change entry of the project whose words it has
 */
RelmRecord *
relm_changelog_entry_get_record (RelmChangelogEntry *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_ENTRY (self), NULL);

  return self->record;
}

static gboolean
contains (const char *text,
          const char *word)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, word) != NULL;
}

static gboolean
any_contains (GPtrArray *strings,
              const char *word)
{
  for (guint i = 0; i < strings->len; i++)
    if (contains (strings->pdata[i], word))
      return TRUE;
  return FALSE;
}

/**
 * relm_changelog_entry_matches:
 * @words: (nullable): words that must all be somewhere in it, casefolded
 * @scope: (nullable): the only scope to let through
 *
 * Returns: whether a person who looks for these wants to see it
 */
gboolean
relm_changelog_entry_matches (RelmChangelogEntry *self,
                              const char *const *words,
                              const char *scope)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_ENTRY (self), FALSE);

  if (scope != NULL && g_strcmp0 (scope, self->scope) != 0)
    return FALSE;
  for (; words != NULL && *words != NULL; words++)
    if (!contains (self->summary, *words) && !contains (self->scope, *words) && !contains (self->author, *words) &&
        !contains (self->note, *words) && !any_contains (self->components, *words) &&
        !any_contains (self->references, *words) && !any_contains (self->oids, *words))
      return FALSE;
  return TRUE;
}

/**
 * relm_changelog_entry_set_scope:
 * @scope: (nullable): the part of the product
 */
void
relm_changelog_entry_set_scope (RelmChangelogEntry *self,
                                const char *scope)
{
  g_set_str (&self->scope, scope);
}

static void
add_strings (GPtrArray *strings,
             const char *const *more)
{
  for (; more != NULL && *more != NULL; more++)
    if (!g_ptr_array_find_with_equal_func (strings, *more, g_str_equal, NULL))
      g_ptr_array_add (strings, g_strdup (*more));
}

/**
 * relm_changelog_entry_add_components:
 * @components: (nullable): names of components that it changes, each of which it has once
 */
void
relm_changelog_entry_add_components (RelmChangelogEntry *self,
                                     const char *const *components)
{
  add_strings (self->components, components);
}

/**
 * relm_changelog_entry_set_breaking:
 * @note: (nullable): what breaks
 */
void
relm_changelog_entry_set_breaking (RelmChangelogEntry *self,
                                   const char *note)
{
  self->breaking = TRUE;
  if (note != NULL)
    g_set_str (&self->note, note);
}

/**
 * relm_changelog_entry_set_author:
 * @author: (nullable): who made it
 */
void
relm_changelog_entry_set_author (RelmChangelogEntry *self,
                                 const char *author)
{
  g_set_str (&self->author, author);
}

/**
 * relm_changelog_entry_set_record:
 * @record: (nullable): the change entry of the project
 */
void
relm_changelog_entry_set_record (RelmChangelogEntry *self,
                                 RelmRecord *record)
{
  g_set_object (&self->record, record);
}

/**
 * relm_changelog_entry_add_commit:
 * @oid: a commit that is part of the change
 * @references: (nullable): what it refers to
 */
void
relm_changelog_entry_add_commit (RelmChangelogEntry *self,
                                 const char *oid,
                                 const char *const *references)
{
  g_ptr_array_add (self->oids, g_strdup (oid));
  add_strings (self->references, references);
}
