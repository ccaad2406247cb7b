/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-changelog"

#include "config.h"

#include "relm-change-entry.h"
#include "relm-component.h"
#include "relm-curated.h"
#include "relm-release.h"

static void
entry_free (gpointer data)
{
  RelmCuratedEntry *entry = data;

  g_object_unref (entry->record);
  g_free (entry->summary);
  g_free (entry->release);
  g_free (entry->scope);
  g_free (entry->note);
  g_strfreev (entry->commits);
  g_free (entry);
}

static void
release_free (gpointer data)
{
  RelmCuratedRelease *release = data;

  g_object_unref (release->record);
  g_free (release->id);
  g_free (release->version);
  g_free (release->tag);
  relm_version_free (release->parsed);
  g_free (release);
}

static char **
dup_commits (RelmRecord *record)
{
  const char *const *commits = relm_record_get_strings (record, RELM_CHANGE_ENTRY_COMMITS);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (; commits != NULL && *commits != NULL; commits++)
    g_strv_builder_take (builder, g_ascii_strdown (*commits, -1));
  return g_strv_builder_end (builder);
}

static RelmCuratedEntry *
entry_new (RelmProject *project,
           RelmRecord *record)
{
  RelmCuratedEntry *entry = g_new0 (RelmCuratedEntry, 1);
  RelmRecord *component = relm_project_resolve (project, record, RELM_CHANGE_ENTRY_COMPONENT);

  entry->record = g_object_ref (record);
  entry->summary = g_strdup (relm_record_get_string (record, RELM_CHANGE_ENTRY_SUMMARY));
  entry->release = g_strdup (relm_record_get_string (record, RELM_CHANGE_ENTRY_RELEASE));
  entry->scope = component != NULL ? g_strdup (relm_record_get_title (component)) : NULL;
  entry->note = g_strdup (relm_record_get_string (record, RELM_CHANGE_ENTRY_MIGRATION_NOTE));
  entry->commits = dup_commits (record);
  entry->kind = relm_changelog_kind_from_nick (relm_record_get_string (record, RELM_CHANGE_ENTRY_KIND));
  entry->breaking = relm_record_get_boolean (record, RELM_CHANGE_ENTRY_BREAKING);
  entry->hidden = relm_record_get_boolean (record, RELM_CHANGE_ENTRY_HIDDEN);
  return entry;
}

static RelmCuratedRelease *
release_new (RelmRecord *record)
{
  RelmCuratedRelease *release = g_new0 (RelmCuratedRelease, 1);

  release->record = g_object_ref (record);
  release->id = g_strdup (relm_record_get_id (record));
  release->version = g_strdup (relm_record_get_string (record, RELM_RELEASE_VERSION));
  release->tag = g_strdup (relm_record_get_string (record, RELM_RELEASE_TAG));
  release->parsed = release->version != NULL ? relm_version_parse_tag (release->version, NULL) : NULL;
  return release;
}

/**
 * relm_curated_new:
 * @project: (nullable): a project; without one there is nothing
 *
 * Returns: (transfer full): a copy of what it says about the changelog
 */
RelmCurated *
relm_curated_new (RelmProject *project)
{
  RelmCurated *self = g_new0 (RelmCurated, 1);
  RelmRecordList *list;

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->releases = g_ptr_array_new_with_free_func (release_free);
  if (project == NULL)
    return self;

  list = relm_project_get_list (project, RELM_TYPE_CHANGE_ENTRY);
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    g_ptr_array_add (self->entries, entry_new (project, relm_record_list_get (list, i)));
  list = relm_project_get_list (project, RELM_TYPE_RELEASE);
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    g_ptr_array_add (self->releases, release_new (relm_record_list_get (list, i)));
  return self;
}

/**
 * relm_curated_free:
 * @self: (transfer full): a copy
 */
void
relm_curated_free (RelmCurated *self)
{
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->releases);
  g_free (self);
}

/**
 * relm_curated_find_release:
 * @tag: a tag of the repository
 * @version: (nullable): the version that the tag names
 *
 * Returns: (transfer none) (nullable): the project's release that names the tag, else the one of that version
 */
RelmCuratedRelease *
relm_curated_find_release (RelmCurated *self,
                           const char *tag,
                           const char *version)
{
  g_autoptr (RelmVersion) parsed = version != NULL ? relm_version_parse_tag (version, NULL) : NULL;

  for (guint i = 0; i < self->releases->len; i++)
    if (g_strcmp0 (((RelmCuratedRelease *) self->releases->pdata[i])->tag, tag) == 0)
      return self->releases->pdata[i];
  for (guint i = 0; parsed != NULL && i < self->releases->len; i++)
    {
      RelmCuratedRelease *release = self->releases->pdata[i];

      if (release->tag == NULL && release->parsed != NULL && relm_version_compare (release->parsed, parsed) == 0)
        return release;
    }
  return NULL;
}

/**
 * relm_curated_has_entries:
 * @release_id: (nullable): a release of the project, or %NULL for no release and no commit either
 *
 * Returns: whether a change entry that is shown belongs to it
 */
gboolean
relm_curated_has_entries (RelmCurated *self,
                          const char *release_id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      RelmCuratedEntry *entry = self->entries->pdata[i];

      if (!entry->hidden && g_strcmp0 (entry->release, release_id) == 0 && (release_id != NULL || *entry->commits == NULL))
        return TRUE;
    }
  return FALSE;
}
