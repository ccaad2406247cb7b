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

/* Where many items are looked at, whoever and whatever they name is looked up once. */
typedef struct
{
  RelmProject *project;
  RelmMirrorTracker *mirror;
  GHashTable *people;     /* ids by logins, which are the project's; "" for nobody */
  GHashTable *releases;   /* ids by titles of milestones, the same */
  GHashTable *milestones; /* titles by keys, owned; "" when it has none */
} Names;

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

static void
names_init (Names *self,
            RelmProject *project,
            RelmMirrorTracker *mirror)
{
  self->project = project;
  self->mirror = mirror;
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->releases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->milestones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
names_clear (Names *self)
{
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->releases);
  g_hash_table_unref (self->milestones);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

/* Returns: (nullable): what @find finds in the project by the name, and found before */
static const char *
find_once (const Names *self,
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

static const char *
find_person_once (const Names *self,
                  const char *login)
{
  return find_once (self, self->people, find_person, login);
}

static const char *
find_release_once (const Names *self,
                   const char *milestone)
{
  return find_once (self, self->releases, relm_tracked_release_find, milestone);
}

static char *
dup_milestone (const Names *self,
               const char *key)
{
  const char *title = key != NULL ? g_hash_table_lookup (self->milestones, key) : "";

  if (title == NULL)
    {
      RelmMirrorMilestone *milestone = relm_mirror_tracker_find (self->mirror, RELM_MIRROR_MILESTONES, key);
      char *found = g_strdup (milestone != NULL && milestone->title != NULL ? milestone->title : "");

      relm_mirror_row_free (RELM_MIRROR_MILESTONES, milestone);
      g_hash_table_insert (self->milestones, g_strdup (key), found);
      title = found;
    }
  return *title != '\0' ? g_strdup (title) : NULL;
}

static RelmTrackedItem *
make_item (const Names *names,
           const RelmMirrorItem *item)
{
  RelmTrackedItem *self = g_atomic_rc_box_new0 (RelmTrackedItem);

  self->title = g_strdup (item->title != NULL && *item->title != '\0' ? item->title : item->key);
  self->kind = guess_kind (item);
  self->state = state_nicks[CLAMP (item->state, RELM_MIRROR_ITEM_OPEN, RELM_MIRROR_ITEM_DROPPED)];
  self->login = item->assignees != NULL ? g_strdup (item->assignees[0]) : NULL;
  self->milestone = dup_milestone (names, item->milestone);
  self->assignee = find_person_once (names, self->login);
  self->release = find_release_once (names, self->milestone);
  self->created = relm_date_from_unix_local (item->created);
  self->closed = relm_date_from_unix_local (item->closed);
  self->url = g_strdup (item->url);
  return self;
}

/**
 * relm_tracked_item_new:
 * @project: where people and releases are looked up
 * @mirror: where the milestone is looked up
 * @item: what the tracker says
 *
 * Returns: (transfer full): the same in the words of the plan
 */
RelmTrackedItem *
relm_tracked_item_new (RelmProject *project,
                       RelmMirrorTracker *mirror,
                       const RelmMirrorItem *item)
{
  g_auto (Names) names = { NULL };

  names_init (&names, project, mirror);
  return make_item (&names, item);
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
 * relm_tracked_difference_free:
 * @self: (nullable) (transfer full): a difference
 */
void
relm_tracked_difference_free (RelmTrackedDifference *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->record);
  g_free (self->mine);
  g_free (self->theirs);
  g_free (self->value);
  relm_tracked_item_unref (self->item);
  g_free (self);
}

static RelmTrackedDifference *
add (GPtrArray *differences,
     RelmRecord *record,
     RelmTrackedItem *item,
     guint field,
     const char *value)
{
  RelmTrackedDifference *difference = g_new0 (RelmTrackedDifference, 1);

  difference->record = g_object_ref (record);
  difference->item = relm_tracked_item_ref (item);
  difference->field = field;
  difference->value = g_strdup (value);
  g_ptr_array_add (differences, difference);
  return difference;
}

static const char *
text_or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

static void
compare_title (GPtrArray *differences,
               RelmRecord *record,
               RelmTrackedItem *item)
{
  const char *mine = relm_record_get_string (record, RELM_WORK_ITEM_TITLE);
  const char *last = relm_record_get_string (record, RELM_WORK_ITEM_ITEM_TITLE);
  RelmTrackedDifference *difference;

  if (g_strcmp0 (mine, item->title) == 0 || g_strcmp0 (last, item->title) == 0)
    return;
  difference = add (differences, record, item, RELM_WORK_ITEM_TITLE, item->title);
  difference->mine = g_strdup (text_or_nothing (mine));
  difference->theirs = g_strdup (item->title);
  difference->edited = g_strcmp0 (mine, last) != 0;
}

/* A tracker knows fewer states than the plan: what is open there may be blocked here. */
static gboolean
states_agree (const char *mine,
              const char *theirs)
{
  const gboolean mine_ended = g_str_equal (mine, "done") || g_str_equal (mine, "cancelled");
  const gboolean theirs_ended = g_str_equal (theirs, "done") || g_str_equal (theirs, "cancelled");

  return g_str_equal (mine, theirs) || (!mine_ended && !theirs_ended && g_str_equal (theirs, "open")) ||
         (!mine_ended && !theirs_ended && g_str_equal (mine, "blocked"));
}

static void
compare_state (GPtrArray *differences,
               RelmRecord *record,
               RelmTrackedItem *item)
{
  const RelmField *field = &relm_record_get_kind (record)->fields[RELM_WORK_ITEM_STATE];
  const char *mine = relm_record_get_string (record, RELM_WORK_ITEM_STATE);
  const char *last = relm_record_get_string (record, RELM_WORK_ITEM_ITEM_STATE);
  RelmTrackedDifference *difference;

  if (states_agree (mine, item->state) || g_strcmp0 (last, item->state) == 0)
    return;
  difference = add (differences, record, item, RELM_WORK_ITEM_STATE, item->state);
  difference->mine = g_strdup (text_or_nothing (relm_field_get_choice_label (field, mine)));
  difference->theirs = g_strdup (text_or_nothing (relm_field_get_choice_label (field, item->state)));
  difference->edited = last == NULL || !states_agree (mine, last);
}

static char *
dup_title_of (RelmProject *project,
              const char *id)
{
  RelmRecord *record = id != NULL ? relm_project_lookup (project, id) : NULL;

  return record != NULL ? relm_record_dup_display_title (record) : g_strdup ("");
}

/* Somebody without an account here, or a milestone that is no release, cannot be taken over, and is none. */
static void
compare_reference (GPtrArray *differences,
                   const Names *names,
                   RelmRecord *record,
                   RelmTrackedItem *item,
                   guint field,
                   guint last_field)
{
  const gboolean is_person = field == RELM_WORK_ITEM_ASSIGNEE;
  const char *mine = relm_record_get_string (record, field);
  const char *last = relm_record_get_string (record, last_field);
  const char *theirs = is_person ? item->assignee : item->release;
  const char *said = is_person ? item->login : item->milestone;
  RelmTrackedDifference *difference;

  if (g_strcmp0 (mine, theirs) == 0 || g_strcmp0 (last, said) == 0 || (said != NULL && theirs == NULL))
    return;
  difference = add (differences, record, item, field, theirs);
  difference->mine = dup_title_of (names->project, mine);
  difference->theirs = dup_title_of (names->project, theirs);
  difference->edited = g_strcmp0 (mine, is_person ? find_person_once (names, last) : find_release_once (names, last)) != 0;
}

static void
compare (GPtrArray *differences,
         const Names *names,
         RelmRecord *record)
{
  RelmMirrorItem *found = relm_mirror_tracker_find (names->mirror, RELM_MIRROR_ITEMS, relm_record_get_string (record, RELM_WORK_ITEM_ITEM));
  g_autoptr (RelmTrackedItem) item = found != NULL ? make_item (names, found) : NULL;

  relm_mirror_row_free (RELM_MIRROR_ITEMS, found);
  if (item == NULL)
    return;
  compare_title (differences, record, item);
  compare_state (differences, record, item);
  compare_reference (differences, names, record, item, RELM_WORK_ITEM_ASSIGNEE, RELM_WORK_ITEM_ITEM_ASSIGNEE);
  compare_reference (differences, names, record, item, RELM_WORK_ITEM_RELEASE, RELM_WORK_ITEM_ITEM_MILESTONE);
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
      const char *key = relm_record_get_string (record, RELM_WORK_ITEM_ITEM);

      if (key != NULL && g_strcmp0 (relm_record_get_string (record, RELM_WORK_ITEM_SOURCE), relm_record_get_id (source)) == 0)
        g_hash_table_insert (index, (gpointer) key, record);
    }
  return index;
}

/**
 * relm_tracked_differences_list:
 * @project: a project
 * @source: a tracker of it
 * @mirror: what that tracker said
 *
 * Returns: (transfer full) (element-type RelmTrackedDifference): where plan and tracker differ, in the order of the plan
 */
GPtrArray *
relm_tracked_differences_list (RelmProject *project,
                               RelmRecord *source,
                               RelmMirrorTracker *mirror)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_tracked_difference_free);
  RelmRecordList *items = relm_project_get_list (project, RELM_TYPE_WORK_ITEM);
  g_auto (Names) names = { NULL };

  names_init (&names, project, mirror);
  for (guint i = 0; i < relm_record_list_get_size (items); i++)
    {
      RelmRecord *record = relm_record_list_get (items, i);

      if (relm_record_get_string (record, RELM_WORK_ITEM_ITEM) != NULL &&
          g_strcmp0 (relm_record_get_string (record, RELM_WORK_ITEM_SOURCE), relm_record_get_id (source)) == 0)
        compare (differences, &names, record);
    }
  return differences;
}
