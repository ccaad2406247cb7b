/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <string.h>

#include "relm-person.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-tracked-item.h"
#include "relm-version.h"
#include "relm-work-item.h"

struct _RelmTrackedNames
{
  RelmProject *project;
  GHashTable *people;   /* ids by logins, which are the project's; "" for nobody */
  GHashTable *releases; /* ids by titles of milestones, the same */
};

/* A word in a label, or in the tracker's own type, that tells the kind. */
typedef struct
{
  const char *word;
  const char *kind;
} KindWord;

static const KindWord kind_words[] = {
  { "security", "security" },   { "bug", "bug" },   { "defect", "bug" }, { "regression", "bug" }, { "feature", "feature" },
  { "enhancement", "feature" }, { "story", "feature" }, { "doc", "documentation" }, { "test", "test" }, { "chore", "chore" },
};

static const char *const state_nicks[] = {
  [RELM_MIRROR_ITEM_OPEN] = "open",
  [RELM_MIRROR_ITEM_IN_PROGRESS] = "in_progress",
  [RELM_MIRROR_ITEM_DONE] = "done",
  [RELM_MIRROR_ITEM_DROPPED] = "cancelled",
};

static const char *
find_kind (const char *text)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (kind_words); i++)
    if (strstr (folded, kind_words[i].word) != NULL)
      return kind_words[i].kind;
  return NULL;
}

static const char *
guess_kind (const RelmMirrorItem *item)
{
  const char *kind = find_kind (item->type);

  for (guint i = 0; kind == NULL && item->labels != NULL && item->labels[i] != NULL; i++)
    kind = find_kind (item->labels[i]);
  return kind != NULL ? kind : "task";
}

static const char *
find_person (RelmProject *project,
             const char *login)
{
  RelmRecordList *people = relm_project_get_list (project, RELM_TYPE_PERSON);

  for (guint i = 0; login != NULL && i < relm_record_list_get_size (people); i++)
    {
      RelmRecord *person = relm_record_list_get (people, i);
      const char *const *accounts = relm_record_get_strings (person, RELM_PERSON_ACCOUNTS);

      if (accounts != NULL && g_strv_contains (accounts, login))
        return relm_record_get_id (person);
    }
  return NULL;
}

/* “v1.2” and “1.2.0” are the same version. */
static gboolean
is_same_version (const char *a,
                 const char *b)
{
  g_autoptr (RelmVersion) left = relm_version_parse_tag (a, NULL);
  g_autoptr (RelmVersion) right = relm_version_parse_tag (b, NULL);

  return left != NULL && right != NULL && relm_version_compare (left, right) == 0;
}

/**
 * relm_tracked_release_is:
 * @version: (nullable): of a release
 * @name: (nullable): of that release
 * @milestone: the title of a milestone or a version of a tracker
 *
 * Any thread.
 *
 * Returns: whether the milestone is that release: it has its version, however that is written, or its name
 */
gboolean
relm_tracked_release_is (const char *version,
                         const char *name,
                         const char *milestone)
{
  return g_strcmp0 (version, milestone) == 0 || g_strcmp0 (name, milestone) == 0 ||
         (version != NULL && is_same_version (version, milestone));
}

/**
 * relm_tracked_release_find:
 * @project: a project
 * @milestone: (nullable): the title of a milestone or a version of a tracker
 *
 * Returns: (nullable): the id of the release that has this version, or this name
 */
const char *
relm_tracked_release_find (RelmProject *project,
                           const char *milestone)
{
  RelmRecordList *releases = relm_project_get_list (project, RELM_TYPE_RELEASE);

  for (guint i = 0; milestone != NULL && i < relm_record_list_get_size (releases); i++)
    {
      RelmRecord *release = relm_record_list_get (releases, i);

      if (relm_tracked_release_is (relm_record_get_string (release, RELM_RELEASE_VERSION), relm_record_get_string (release, RELM_RELEASE_NAME),
                                   milestone))
        return relm_record_get_id (release);
    }
  return NULL;
}

/**
 * relm_tracked_names_new:
 * @project: where people and releases are looked up
 *
 * Where many items are looked at, whoever and whatever they name is looked up once. What it found holds until a person or a
 * release changes.
 *
 * Returns: (transfer full): names
 */
RelmTrackedNames *
relm_tracked_names_new (RelmProject *project)
{
  RelmTrackedNames *self = g_new0 (RelmTrackedNames, 1);

  self->project = g_object_ref (project);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->releases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * relm_tracked_names_free:
 * @self: (transfer full): names
 */
void
relm_tracked_names_free (RelmTrackedNames *self)
{
  g_object_unref (self->project);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->releases);
  g_free (self);
}

/**
 * relm_tracked_names_get_project:
 *
 * Returns: (transfer none): where they are looked up
 */
RelmProject *
relm_tracked_names_get_project (RelmTrackedNames *self)
{
  return self->project;
}

/* Returns: (nullable): what @find finds in the project by the name, and found before */
static const char *
find_once (RelmTrackedNames *self,
           GHashTable *known,
           const char *(*find) (RelmProject *, const char *),
           const char *name)
{
  const char *id = name != NULL ? g_hash_table_lookup (known, name) : "";

  if (id == NULL)
    {
      id = find (self->project, name);
      id = id != NULL ? id : "";
      g_hash_table_insert (known, g_strdup (name), (gpointer) id);
    }
  return *id != '\0' ? id : NULL;
}

/**
 * relm_tracked_names_find_person:
 * @login: (nullable): of an account
 *
 * Returns: (nullable): the id of the person who has it
 */
const char *
relm_tracked_names_find_person (RelmTrackedNames *self,
                                const char *login)
{
  return find_once (self, self->people, find_person, login);
}

/**
 * relm_tracked_names_find_release:
 * @milestone: (nullable): the title of a milestone
 *
 * Returns: (nullable): the id of the release that it names
 */
const char *
relm_tracked_names_find_release (RelmTrackedNames *self,
                                 const char *milestone)
{
  return find_once (self, self->releases, relm_tracked_release_find, milestone);
}

/**
 * relm_tracked_item_new:
 * @names: where people and releases are looked up
 * @said: what the tracker says, as relm_tracked_items_read() reads it
 *
 * Returns: (transfer full): the same in the words of the plan
 */
RelmTrackedItem *
relm_tracked_item_new (RelmTrackedNames *names,
                       const RelmMirrorItem *said)
{
  RelmTrackedItem *self = g_atomic_rc_box_new0 (RelmTrackedItem);

  self->title = g_strdup (said->title != NULL && *said->title != '\0' ? said->title : said->key);
  self->kind = guess_kind (said);
  self->state = state_nicks[CLAMP (said->state, RELM_MIRROR_ITEM_OPEN, RELM_MIRROR_ITEM_DROPPED)];
  self->login = said->assignees != NULL ? g_strdup (said->assignees[0]) : NULL;
  self->milestone = g_strdup (said->milestone);
  self->assignee = relm_tracked_names_find_person (names, self->login);
  self->release = relm_tracked_names_find_release (names, self->milestone);
  self->created = relm_date_from_unix_local (said->created);
  self->closed = relm_date_from_unix_local (said->closed);
  self->url = g_strdup (said->url);
  return self;
}

/**
 * relm_tracked_item_ref:
 * @self: an item
 *
 * Returns: (transfer full): the same
 */
RelmTrackedItem *
relm_tracked_item_ref (RelmTrackedItem *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_item (RelmTrackedItem *self)
{
  g_free (self->title);
  g_free (self->login);
  g_free (self->milestone);
  g_free (self->url);
}

/**
 * relm_tracked_item_unref:
 * @self: (transfer full): an item
 */
void
relm_tracked_item_unref (RelmTrackedItem *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_item);
}

/**
 * relm_tracked_item_get_key:
 * @record: a work item
 * @source: a tracker
 *
 * Returns: (nullable): the key of the item of this tracker that it mirrors
 */
const char *
relm_tracked_item_get_key (RelmRecord *record,
                           RelmRecord *source)
{
  const char *key = relm_record_get_string (record, RELM_WORK_ITEM_ITEM);

  return key != NULL && g_strcmp0 (relm_record_get_string (record, RELM_WORK_ITEM_SOURCE), relm_record_get_id (source)) == 0 ? key : NULL;
}

/**
 * relm_tracked_items_index:
 * @project: a project
 * @source: a tracker of it
 *
 * Returns: (transfer full) (element-type utf8 RelmRecord): the work items that mirror items of the tracker, by the items'
 *   keys; the strings and records are the project's
 */
GHashTable *
relm_tracked_items_index (RelmProject *project,
                          RelmRecord *source)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  RelmRecordList *items = relm_project_get_list (project, RELM_TYPE_WORK_ITEM);

  for (guint i = 0; i < relm_record_list_get_size (items); i++)
    {
      RelmRecord *record = relm_record_list_get (items, i);
      const char *key = relm_tracked_item_get_key (record, source);

      if (key != NULL)
        g_hash_table_insert (index, (gpointer) key, record);
    }
  return index;
}

/* The title of a milestone instead of its key; @titles has those that were read before, "" for one without. */
static void
name_milestone (RelmMirrorItem *item,
                RelmMirrorTracker *mirror,
                GHashTable *titles)
{
  const char *title = item->milestone != NULL ? g_hash_table_lookup (titles, item->milestone) : "";

  if (title == NULL)
    {
      RelmMirrorMilestone *milestone = relm_mirror_tracker_find (mirror, RELM_MIRROR_MILESTONES, item->milestone);
      char *found = g_strdup (milestone != NULL && milestone->title != NULL ? milestone->title : "");

      relm_mirror_row_free (RELM_MIRROR_MILESTONES, milestone);
      g_hash_table_insert (titles, g_strdup (item->milestone), found);
      title = found;
    }
  g_free (item->milestone);
  item->milestone = *title != '\0' ? g_strdup (title) : NULL;
}

static void
free_item (gpointer item)
{
  relm_mirror_row_free (RELM_MIRROR_ITEMS, item);
}

/**
 * relm_tracked_items_read:
 * @mirror: (nullable): what a tracker said; nothing, if it cannot be read
 * @keys: (element-type utf8): of items of it
 * @cancellable: (nullable): ends it early, with what was read until then
 *
 * Any thread, with a mirror of its own.
 *
 * Returns: (transfer full) (element-type utf8 RelmMirrorItem): the items by their keys, with the titles of milestones in place
 *   of their keys; %NULL for what the mirror does not have
 */
GHashTable *
relm_tracked_items_read (RelmMirrorTracker *mirror,
                         GPtrArray *keys,
                         GCancellable *cancellable)
{
  GHashTable *items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_item);
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < keys->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      RelmMirrorItem *item = mirror != NULL ? relm_mirror_tracker_find (mirror, RELM_MIRROR_ITEMS, keys->pdata[i]) : NULL;

      if (item != NULL)
        name_milestone (item, mirror, titles);
      g_hash_table_insert (items, g_strdup (keys->pdata[i]), item);
    }
  return items;
}
