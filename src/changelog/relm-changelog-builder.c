/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-changelog"

#include "config.h"

#include "relm-changelog-builder.h"
#include "relm-mirror.h"

#define MIN_PREFIX 7         /* digits of an object id that are enough to name a commit */
#define MAX_SUBJECT_GAP 1000 /* commits between one and a revert that names it by its subject alone */

/* What is known of a commit while a release is built. */
typedef struct
{
  const RelmMirrorCommit *commit;
  const RelmChangelogCommit *origin;
  gboolean gone;      /* a merge, outside of the product, one of a pair that cancels, or replaced by a person's words */
  GPtrArray *curated; /* unowned entries to be shown in its place, or NULL */
} Slot;

typedef struct
{
  const RelmChangelogScope *scope;
  Slot *slots; /* newest first */
  guint n_slots;
  guint *by_oid;         /* indices of slots, in the order of their object ids */
  GHashTable *by_change; /* what makes two commits one change: the entry, unowned */
  RelmChangelogSection *sections[RELM_CHANGELOG_N_KINDS];
  guint n_entries;
} Builder;

static int
compare_oids (gconstpointer a,
              gconstpointer b,
              gpointer user_data)
{
  const Slot *slots = user_data;

  return strcmp (slots[*(const guint *) a].commit->oid, slots[*(const guint *) b].commit->oid);
}

/* The first commit whose object id begins with @prefix, or NULL. */
static Slot *
find_slot (Builder *self,
           const char *prefix)
{
  gsize length = strlen (prefix);
  guint low = 0, high = self->n_slots;

  if (length < MIN_PREFIX)
    return NULL;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strncmp (self->slots[self->by_oid[middle]].commit->oid, prefix, length) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->n_slots || strncmp (self->slots[self->by_oid[low]].commit->oid, prefix, length) != 0)
    return NULL;
  return &self->slots[self->by_oid[low]];
}

static void
init_slots (Builder *self,
            GPtrArray *commits)
{
  self->n_slots = commits != NULL ? commits->len : 0;
  self->slots = g_new0 (Slot, self->n_slots);
  self->by_oid = g_new (guint, self->n_slots);
  for (guint i = 0; i < self->n_slots; i++)
    {
      self->slots[i].origin = commits->pdata[i];
      self->slots[i].commit = self->slots[i].origin->commit;
      self->slots[i].gone = self->slots[i].commit->merge || self->slots[i].origin->outside;
      self->by_oid[i] = i;
    }
  if (self->n_slots > 0)
    g_sort_array (self->by_oid, self->n_slots, sizeof (guint), compare_oids, self->slots);
}

static void
clear_slots (Builder *self)
{
  for (guint i = 0; i < self->n_slots; i++)
    g_clear_pointer (&self->slots[i].curated, g_ptr_array_unref);
  g_free (self->slots);
  g_free (self->by_oid);
}

static const char *
get_reverted_subject (const char *subject,
                      gsize *length)
{
  if (!g_str_has_prefix (subject, "Revert \"") || !g_str_has_suffix (subject, "\""))
    return NULL;
  *length = strlen (subject) - strlen ("Revert \"\"");
  return subject + strlen ("Revert \"");
}

/* A revert that does not say its commit is told by the subject, only within the range. */
static Slot *
find_reverted_by_subject (Builder *self,
                          guint index)
{
  gsize length;
  const char *subject = get_reverted_subject (self->slots[index].commit->subject, &length);

  for (guint i = index + 1; subject != NULL && i < MIN (self->n_slots, index + MAX_SUBJECT_GAP); i++)
    {
      const char *other = self->slots[i].commit->subject;

      if (!self->slots[i].gone && strncmp (other, subject, length) == 0 && other[length] == '\0')
        return &self->slots[i];
    }
  return NULL;
}

/*
 * A revert and what it reverts cancel when both are in the release; else the revert is news. From the newest to the oldest,
 * so that a revert that was itself reverted does nothing: chains resolve by parity.
 */
static void
cancel_reverts (Builder *self)
{
  for (guint i = 0; i < self->n_slots; i++)
    {
      Slot *slot = &self->slots[i];
      Slot *target = NULL;

      if (slot->gone && !slot->commit->merge)
        continue;
      if (slot->commit->reverts != NULL)
        target = find_slot (self, slot->commit->reverts);
      else
        target = find_reverted_by_subject (self, i);
      if (target == NULL || target <= slot || (target->gone && !target->commit->merge))
        continue;
      target->gone = TRUE;
      slot->gone = TRUE;
    }
}

static void
add_entry (Builder *self,
           RelmChangelogEntry *entry)
{
  RelmChangelogKind kind = relm_changelog_entry_get_kind (entry);

  if (relm_changelog_entry_get_breaking (entry))
    kind = RELM_CHANGELOG_KIND_BREAKING;
  if (self->sections[kind] == NULL)
    self->sections[kind] = relm_changelog_section_new (kind);
  relm_changelog_section_append (self->sections[kind], entry);
  self->n_entries++;
}

/* The number of the merge request that a squashed subject ends with, “(#12)”, or NULL. */
static const char *
get_request (const char *subject)
{
  const char *open = g_str_has_suffix (subject, ")") ? strrchr (subject, '(') : NULL;

  return open != NULL && (open[1] == '#' || open[1] == '!') ? open : NULL;
}

static char *
dup_picked_from (const RelmMirrorCommit *commit)
{
  const char *phrase = "(cherry picked from commit ";
  const char *p = commit->body != NULL ? strstr (commit->body, phrase) : NULL;
  gsize length = p != NULL ? strspn (p + strlen (phrase), "0123456789abcdef") : 0;

  return length >= 40 ? g_strndup (p + strlen (phrase), length) : NULL;
}

static const char *
get_summary (const RelmMirrorCommit *commit)
{
  return commit->description != NULL ? commit->description : commit->subject;
}

/*
 * The entry that already says what a commit says: it was picked from the same commit, or has the same words and the same
 * merge request. A number alone is not enough: several changes of one request are several lines.
 */
static RelmChangelogEntry *
find_same_change (Builder *self,
                  const char *keys[3])
{
  for (guint i = 0; i < 3; i++)
    {
      RelmChangelogEntry *entry = keys[i] != NULL ? g_hash_table_lookup (self->by_change, keys[i]) : NULL;

      if (entry != NULL)
        return entry;
    }
  return NULL;
}

static RelmChangelogKind
get_kind (const Slot *slot)
{
  const RelmMirrorCommit *commit = slot->commit;

  if (commit->reverts != NULL || g_str_has_prefix (commit->subject, "Revert \""))
    return RELM_CHANGELOG_KIND_CHANGED;
  return relm_changelog_kind_from_commit (commit->type, commit->scope, get_summary (commit), slot->origin->conventional);
}

static RelmChangelogEntry *
entry_from_commit (const Slot *slot)
{
  const RelmMirrorCommit *commit = slot->commit;
  const gboolean conventional = slot->origin->conventional && commit->type != NULL;
  RelmChangelogEntry *entry;

  entry = relm_changelog_entry_new (get_kind (slot), conventional ? get_summary (commit) : commit->subject);
  if (conventional)
    relm_changelog_entry_set_scope (entry, commit->scope);
  if (conventional && commit->breaking)
    relm_changelog_entry_set_breaking (entry, commit->breaking_note);
  relm_changelog_entry_set_author (entry, commit->author_name);
  return entry;
}

static void
add_commit (Builder *self,
            const Slot *slot)
{
  const RelmMirrorCommit *commit = slot->commit;
  g_autofree char *picked_from = dup_picked_from (commit);
  g_autofree char *request = get_request (commit->subject) != NULL ? g_utf8_casefold (commit->subject, -1) : NULL;
  const char *keys[3] = { commit->oid, picked_from, request };
  RelmChangelogEntry *same = find_same_change (self, keys);
  g_autoptr (RelmChangelogEntry) entry = NULL;

  if (same == NULL)
    {
      entry = entry_from_commit (slot);
      same = entry;
    }
  relm_changelog_entry_add_commit (same, commit->oid, (const char *const *) commit->references);
  relm_changelog_entry_add_components (same, (const char *const *) slot->origin->components);
  for (guint i = 0; i < 3; i++)
    if (keys[i] != NULL)
      g_hash_table_insert (self->by_change, g_strdup (keys[i]), same);
  if (entry != NULL)
    add_entry (self, entry);
}

/* Whether a person's words belong to this release: because they say so, else because a commit of theirs does. */
static gboolean
is_placed_here (Builder *self,
                const RelmCuratedEntry *curated,
                gboolean found)
{
  if (curated->hidden)
    return FALSE;
  if (curated->release != NULL)
    return g_strcmp0 (curated->release, self->scope->release_id) == 0 ||
           (self->scope->folded != NULL && g_strv_contains (self->scope->folded, curated->release));
  return found || (self->scope->unreleased && *curated->commits == NULL);
}

/* What a person's words do not say stays as the commit has it. */
static void
add_facts (RelmChangelogEntry *entry,
           const RelmCuratedEntry *curated,
           const Slot *slot)
{
  if (relm_changelog_entry_get_author (entry) == NULL)
    relm_changelog_entry_set_author (entry, slot->commit->author_name);
  if (curated->scope != NULL)
    return;
  relm_changelog_entry_add_components (entry, (const char *const *) slot->origin->components);
  if (relm_changelog_entry_get_scope (entry) == NULL && slot->origin->conventional)
    relm_changelog_entry_set_scope (entry, slot->commit->scope);
}

static void
add_curated (Builder *self,
             const RelmCuratedEntry *curated)
{
  g_autoptr (RelmChangelogEntry) entry = relm_changelog_entry_new (curated->kind, curated->summary);

  relm_changelog_entry_set_scope (entry, curated->scope);
  relm_changelog_entry_set_record (entry, curated->record);
  if (curated->breaking)
    relm_changelog_entry_set_breaking (entry, curated->note);
  for (char **oid = curated->commits; *oid != NULL; oid++)
    {
      Slot *slot = find_slot (self, *oid);

      if (slot != NULL)
        add_facts (entry, curated, slot);
      relm_changelog_entry_add_commit (entry, slot != NULL ? slot->commit->oid : *oid,
                                       slot != NULL ? (const char *const *) slot->commit->references : NULL);
    }
  add_entry (self, entry);
}

/* Takes the commits that people wrote about out, and remembers what stands in their place; the rest comes first. */
static void
place_curated (Builder *self,
               RelmCurated *curated)
{
  for (guint i = 0; i < curated->entries->len; i++)
    {
      RelmCuratedEntry *entry = curated->entries->pdata[i];
      Slot *first = NULL;

      for (char **oid = entry->commits; *oid != NULL; oid++)
        {
          Slot *slot = find_slot (self, *oid);

          if (slot == NULL)
            continue;
          slot->gone = TRUE;
          if (first == NULL || slot < first)
            first = slot;
        }
      if (!is_placed_here (self, entry, first != NULL))
        continue;
      if (first == NULL)
        {
          add_curated (self, entry);
          continue;
        }
      if (first->curated == NULL)
        first->curated = g_ptr_array_new ();
      g_ptr_array_add (first->curated, entry);
    }
}

static void
add_all (Builder *self)
{
  for (guint i = 0; i < self->n_slots; i++)
    {
      Slot *slot = &self->slots[i];

      for (guint j = 0; slot->curated != NULL && j < slot->curated->len; j++)
        add_curated (self, slot->curated->pdata[j]);
      if (!slot->gone)
        add_commit (self, slot);
    }
}

/* What no component has is no news of the product; but that it is there must not go unnoticed. */
static void
list_outside (Builder *self,
              RelmChangelogContents *contents)
{
  for (guint i = 0; i < self->n_slots; i++)
    {
      const Slot *slot = &self->slots[i];
      RelmChangelogEntry *entry;

      if (slot->commit->merge || !slot->origin->outside)
        continue;
      if (contents->n_outside++ >= RELM_CHANGELOG_OUTSIDE_MAX)
        continue;
      entry = relm_changelog_entry_new (get_kind (slot), slot->commit->subject);
      relm_changelog_entry_set_author (entry, slot->commit->author_name);
      relm_changelog_entry_add_commit (entry, slot->commit->oid, NULL);
      g_ptr_array_add (contents->outside, entry);
    }
}

static GPtrArray *
count_contributors (Builder *self,
                    guint *n_commits)
{
  g_autoptr (RelmContributors) contributors = relm_contributors_new ();

  for (guint i = 0; i < self->n_slots; i++)
    {
      const RelmMirrorCommit *commit = self->slots[i].commit;

      if (commit->merge || self->slots[i].origin->outside)
        continue;
      (*n_commits)++;
      relm_contributors_begin_commit (contributors);
      relm_contributors_add (contributors, commit->author_name, commit->author_email);
      for (char **other = commit->co_authors; other != NULL && *other != NULL; other++)
        relm_contributors_add_address (contributors, *other);
    }
  return relm_contributors_steal_sorted (contributors);
}

/**
 * relm_changelog_build:
 * @commits: (nullable) (element-type RelmChangelogCommit): the commits of the release, newest first
 * @curated: what the project says
 * @scope: for which release
 *
 * Returns: (transfer full): what the release holds
 */
RelmChangelogContents *
relm_changelog_build (GPtrArray *commits,
                      RelmCurated *curated,
                      const RelmChangelogScope *scope)
{
  RelmChangelogContents *contents = g_new0 (RelmChangelogContents, 1);
  Builder self = { .scope = scope };

  init_slots (&self, commits);
  self.by_change = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  contents->contributors = count_contributors (&self, &contents->n_commits);
  contents->outside = g_ptr_array_new_with_free_func (g_object_unref);
  list_outside (&self, contents);
  cancel_reverts (&self);
  place_curated (&self, curated);
  add_all (&self);

  contents->sections = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < RELM_CHANGELOG_N_KINDS; i++)
    if (self.sections[i] != NULL)
      g_ptr_array_add (contents->sections, self.sections[i]);
  contents->n_entries = self.n_entries;
  g_hash_table_unref (self.by_change);
  clear_slots (&self);
  return contents;
}

/**
 * relm_changelog_contents_free:
 * @self: (nullable) (transfer full): contents
 */
void
relm_changelog_contents_free (RelmChangelogContents *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->contributors);
  g_ptr_array_unref (self->outside);
  g_free (self);
}
