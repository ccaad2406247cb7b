/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-format"

#include "config.h"

#include <string.h>

#include "relm-json-duplicates.h"

struct _RelmJsonDuplicates
{
  guint32 *slots; /* open addressing: indexes of names, 0 for none (the token 0 is never a name) */
  guint32 n_allocated;
  guint64 seed;
};

__extension__ typedef unsigned __int128 Product;

/* One name while it is looked at. */
typedef struct
{
  const char *start;
  gsize length;
  char *unescaped; /* (nullable): owned, where the name has escapes */
} Name;

static Name
get_name (const RelmJsonToken *token,
          const char *text)
{
  Name name = { .start = text + token->start + 1, .length = token->end - token->start - 2 };

  if (token->escaped)
    {
      name.unescaped = relm_json_token_dup_string (token, text);
      name.start = name.unescaped;
      name.length = strlen (name.unescaped);
    }
  return name;
}

/* Multiply and fold, as wyhash does; quick on the short names that members have. */
static guint64
mix (guint64 a,
     guint64 b)
{
  const Product product = (Product) a * b;

  return (guint64) product ^ (guint64) (product >> 64);
}

static guint32
hash_name (const RelmJsonDuplicates *self,
           const Name *name)
{
  guint64 hash = self->seed ^ name->length;
  const char *p = name->start;
  gsize left = name->length;
  guint64 word;

  for (; left >= sizeof word; p += sizeof word, left -= sizeof word)
    {
      memcpy (&word, p, sizeof word);
      hash = mix (hash ^ word, G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) ^ self->seed;
    }
  word = 0;
  memcpy (&word, p, left);
  return (guint32) mix (hash ^ word, self->seed | 1);
}

static gboolean
same_name (const RelmJsonToken *token,
           const char *text,
           const Name *name)
{
  const Name other = get_name (token, text);
  const gboolean same = other.length == name->length && memcmp (other.start, name->start, name->length) == 0;

  g_free (other.unescaped);
  return same;
}

static guint32
clear_slots (RelmJsonDuplicates *self,
             guint32 n_members)
{
  guint32 n_slots = 16;

  while (n_slots < n_members * 2)
    n_slots *= 2;
  if (n_slots > self->n_allocated)
    {
      self->slots = g_renew (guint32, self->slots, n_slots);
      self->n_allocated = n_slots;
    }
  memset (self->slots, 0, n_slots * sizeof (guint32));
  return n_slots;
}

/* Returns the index of the same name seen before, or 0. */
static guint32
insert (RelmJsonDuplicates *self,
        guint32 n_slots,
        const RelmJsonToken *tokens,
        guint32 index,
        const char *text)
{
  const Name name = get_name (&tokens[index], text);
  guint32 slot = hash_name (self, &name) & (n_slots - 1);
  guint32 found;

  while ((found = self->slots[slot]) != 0 && !same_name (&tokens[found], text, &name))
    slot = (slot + 1) & (n_slots - 1);
  if (found == 0)
    self->slots[slot] = index;
  g_free (name.unescaped);
  return found;
}

/**
 * relm_json_duplicates_new:
 *
 * Returns: (transfer full): something that finds members that stand twice
 */
RelmJsonDuplicates *
relm_json_duplicates_new (void)
{
  RelmJsonDuplicates *self = g_new0 (RelmJsonDuplicates, 1);

  self->seed = ((guint64) g_random_int () << 32) | g_random_int ();
  return self;
}

/**
 * relm_json_duplicates_free:
 * @self: (transfer full):
 */
void
relm_json_duplicates_free (RelmJsonDuplicates *self)
{
  g_free (self->slots);
  g_free (self);
}

/**
 * relm_json_duplicates_find:
 * @object: the index of an object whose content is complete
 * @text: the text that was scanned
 * @first: (out): the name that stands twice
 * @second: (out): where it stands again
 *
 * Returns: whether a member stands twice
 */
gboolean
relm_json_duplicates_find (RelmJsonDuplicates *self,
                           const RelmJsonToken *tokens,
                           guint32 object,
                           const char *text,
                           guint32 *first,
                           guint32 *second)
{
  const guint32 n_slots = clear_slots (self, tokens[object].n_items);
  guint32 name = object + 1;

  for (guint32 i = 0; i < tokens[object].n_items; i++)
    {
      *first = insert (self, n_slots, tokens, name, text);
      if (*first != 0)
        {
          *second = name;
          return TRUE;
        }
      name = tokens[name + 1].next;
    }
  return FALSE;
}
