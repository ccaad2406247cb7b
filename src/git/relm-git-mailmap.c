/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <string.h>

#include "relm-git-mailmap.h"

/* What to write instead of an address, or of a name with an address; each may be NULL: as it is. */
typedef struct
{
  char *name;
  char *email;
  GHashTable *by_name; /* name in lower case → Person; or NULL */
} Person;

struct _RelmGitMailmap
{
  GHashTable *by_email; /* address in lower case → Person */
};

static void
person_free (gpointer data)
{
  Person *person = data;

  g_free (person->name);
  g_free (person->email);
  g_clear_pointer (&person->by_name, g_hash_table_unref);
  g_free (person);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, person_free);
}

/* The entry of @key, made if it is not there. */
static Person *
get_person (GHashTable *table,
            const char *key)
{
  char *folded = g_ascii_strdown (key, -1);
  Person *person = g_hash_table_lookup (table, folded);

  if (person == NULL)
    {
      person = g_new0 (Person, 1);
      g_hash_table_insert (table, folded, person);
    }
  else
    g_free (folded);
  return person;
}

static Person *
find_person (GHashTable *table,
             const char *key)
{
  g_autofree char *folded = g_ascii_strdown (key, -1);

  return g_hash_table_lookup (table, folded);
}

/* “Name <mail>”, where the name may be missing; returns what follows, or NULL if there is no address. Cuts @text. */
static char *
take_person (char *text,
             gboolean may_be_empty,
             char **name,
             char **email)
{
  char *open = strchr (text, '<');
  char *close = open != NULL ? strchr (open + 1, '>') : NULL;

  *name = *email = NULL;
  if (close == NULL || (close == open + 1 && !may_be_empty))
    return NULL;
  *open = *close = '\0';
  *name = g_strstrip (text);
  if (**name == '\0')
    *name = NULL;
  *email = open + 1;
  return close + 1;
}

static void
replace (char **target,
         const char *value)
{
  if (value == NULL)
    return;
  g_free (*target);
  *target = g_strdup (value);
}

/* The proper name and address, then those in commits, of which the name may be missing, or both. */
static void
add_line (RelmGitMailmap *self,
          char *line)
{
  char *name, *email, *old_name = NULL, *old_email = NULL;
  char *rest = *line != '#' ? take_person (line, FALSE, &name, &email) : NULL;
  Person *person;

  if (rest == NULL)
    return;
  take_person (rest, TRUE, &old_name, &old_email);
  if (old_email == NULL)
    {
      old_email = email;
      email = NULL;
    }
  person = get_person (self->by_email, old_email);
  if (old_name != NULL)
    {
      if (person->by_name == NULL)
        person->by_name = new_table ();
      person = get_person (person->by_name, old_name);
    }
  replace (&person->name, name);
  replace (&person->email, email);
}

/**
 * relm_git_mailmap_new:
 * @contents: the contents of a .mailmap file, of which lines that make no sense are skipped
 * @length: its length in bytes, or -1 if it ends with a NUL
 *
 * Returns: (transfer full): the map
 */
RelmGitMailmap *
relm_git_mailmap_new (const char *contents,
                      gssize length)
{
  RelmGitMailmap *self = g_new0 (RelmGitMailmap, 1);
  g_autofree char *valid = g_utf8_make_valid (contents, length);
  char *line = valid;

  self->by_email = new_table ();
  while (line != NULL)
    {
      char *end = strchr (line, '\n');

      if (end != NULL)
        *end++ = '\0';
      add_line (self, line);
      line = end;
    }
  return self;
}

/**
 * relm_git_mailmap_free:
 * @self: (nullable) (transfer full): a map
 */
void
relm_git_mailmap_free (RelmGitMailmap *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_email);
  g_free (self);
}

/**
 * relm_git_mailmap_resolve:
 * @name: (inout): a name in a commit; then what it should be, which is the map's if it is another one
 * @email: (inout): the same of the address
 */
void
relm_git_mailmap_resolve (const RelmGitMailmap *self,
                          const char **name,
                          const char **email)
{
  const Person *person = find_person (self->by_email, *email);
  const Person *named = NULL;

  if (person == NULL)
    return;
  if (person->by_name != NULL)
    named = find_person (person->by_name, *name);
  if (named != NULL)
    person = named;
  if (person->name != NULL)
    *name = person->name;
  if (person->email != NULL)
    *email = person->email;
}
