/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-change-entry.h"
#include "relm-changelog-edits.h"
#include "relm-component.h"
#include "relm-text.h"

static const char *
find_component (RelmProject *project,
                const char *name)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_COMPONENT);

  for (guint i = 0; name != NULL && i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *component = relm_record_list_get (list, i);
      const char *title = relm_record_get_title (component);

      if (title != NULL && g_ascii_strcasecmp (title, name) == 0)
        return relm_record_get_id (component);
    }
  return NULL;
}

/**
 * relm_changelog_edits_find_component:
 * @entry: an entry that is no record yet
 *
 * Returns: (transfer none) (nullable): the id of the component that its commits name as their scope, else of the one that they
 *   change, if it is one
 */
const char *
relm_changelog_edits_find_component (RelmProject *project,
                                     RelmChangelogEntry *entry)
{
  const char *const *components = relm_changelog_entry_get_components (entry);
  const char *id = find_component (project, relm_changelog_entry_get_scope (entry));

  if (id == NULL && components[0] != NULL && components[1] == NULL)
    id = find_component (project, components[0]);
  return id;
}

/* An entry with commits finds its release by them; one without needs to be told. */
static RelmRecord *
add_record (RelmDocument *document,
            RelmRecord *release,
            RelmChangelogEntry *entry)
{
  RelmProject *project = relm_document_get_project (document);
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_CHANGE_ENTRY);
  RelmRecord *record = relm_document_add (document, RELM_TYPE_CHANGE_ENTRY, relm_record_list_get_size (list));
  const char *const *oids = entry != NULL ? relm_changelog_entry_get_oids (entry) : NULL;

  if (record == NULL)
    return NULL;
  if (oids != NULL && *oids != NULL)
    relm_document_set_strings (document, record, RELM_CHANGE_ENTRY_COMMITS, oids, NULL);
  else if (release != NULL)
    relm_document_set_string (document, record, RELM_CHANGE_ENTRY_RELEASE, relm_record_get_id (release), NULL);
  return record;
}

static gboolean
set_words (RelmDocument *document,
           RelmRecord *record,
           const RelmChangelogWords *words,
           GError **error)
{
  return relm_document_set_string (document, record, RELM_CHANGE_ENTRY_SUMMARY, words->summary, error) &&
         relm_document_set_string (document, record, RELM_CHANGE_ENTRY_KIND, words->kind, error) &&
         relm_document_set_boolean (document, record, RELM_CHANGE_ENTRY_BREAKING, words->breaking, error) &&
         relm_document_set_string (document, record, RELM_CHANGE_ENTRY_COMPONENT, words->component, error) &&
         relm_document_set_string (document, record, RELM_CHANGE_ENTRY_MIGRATION_NOTE, words->note, error);
}

/**
 * relm_changelog_edits_set:
 * @release: (nullable): the project's release that a new entry belongs to
 * @entry: (nullable): the entry, or %NULL for a new one
 * @words: what it says from now on
 *
 * Returns: whether it says that; when not, nothing was changed
 */
gboolean
relm_changelog_edits_set (RelmDocument *document,
                          RelmRecord *release,
                          RelmChangelogEntry *entry,
                          const RelmChangelogWords *words,
                          GError **error)
{
  RelmRecord *record = entry != NULL ? relm_changelog_entry_get_record (entry) : NULL;
  g_autofree char *title = relm_text_display_title (words->summary);
  g_autofree char *label = NULL;

  g_return_val_if_fail (RELM_IS_DOCUMENT (document), FALSE);

  /* Translators: a step that can be undone; the placeholder is an entry of the changelog */
  label = entry != NULL ? g_strdup_printf (_ ("Edit “%s”"), title) : g_strdup_printf (_ ("Add “%s”"), title);
  relm_document_edit_begin (document, label);
  if (record == NULL)
    record = add_record (document, release, entry);
  if (record == NULL || !set_words (document, record, words, error))
    {
      relm_document_edit_cancel (document);
      return FALSE;
    }
  relm_document_edit_end (document);
  return TRUE;
}

static void
say_left_out (GtkWidget *from,
              RelmDocument *document)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  g_autoptr (AdwToast) toast = adw_toast_new (_ ("Entry left out of the changelog"));

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (relm_document_undo), document, G_CONNECT_SWAPPED);
  /* The next edit would be what the button undoes. */
  g_signal_connect_object (relm_document_get_project (document), "changed", G_CALLBACK (adw_toast_dismiss), toast,
                           G_CONNECT_SWAPPED);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), g_steal_pointer (&toast));
}

/* The record of an entry; a new one says what the commit says. Within an edit. */
static RelmRecord *
ensure_record (RelmDocument *document,
               RelmChangelogEntry *entry)
{
  RelmProject *project = relm_document_get_project (document);
  RelmRecord *record = relm_changelog_entry_get_record (entry);
  g_autofree char *title = relm_text_display_title (relm_changelog_entry_get_summary (entry));
  const RelmChangelogWords words = {
    title, relm_changelog_edits_get_kind (entry), relm_changelog_entry_get_note (entry),
    relm_changelog_edits_find_component (project, entry),
    relm_changelog_entry_get_breaking (entry)
  };

  if (record != NULL)
    return record;
  record = add_record (document, NULL, entry);
  if (record != NULL)
    set_words (document, record, &words, NULL);
  return record;
}

/* Begins a step about an entry, whose title takes the place in its label. Returns what to change, or NULL; ends with the step. */
static RelmRecord *
begin_change (RelmDocument *document,
              RelmChangelogEntry *entry,
              const char *label)
{
  g_autofree char *title = relm_text_display_title (relm_changelog_entry_get_summary (entry));
  g_auto (GStrv) parts = g_strsplit (label, "%s", 2);
  g_autofree char *text = g_strjoinv (title, parts);
  RelmRecord *record;

  if (relm_document_get_read_only (document))
    return NULL;
  relm_document_edit_begin (document, text);
  record = ensure_record (document, entry);
  if (record == NULL)
    relm_document_edit_cancel (document);
  return record;
}

/**
 * relm_changelog_edits_leave_out:
 * @from: the widget that asks, in whose window the toast appears
 * @entry: an entry
 *
 * The changelog no longer shows it; its words are kept.
 */
void
relm_changelog_edits_leave_out (GtkWidget *from,
                                RelmDocument *document,
                                RelmChangelogEntry *entry)
{
  /* Translators: a step that can be undone; the placeholder is an entry of the changelog */
  RelmRecord *record = begin_change (document, entry, _ ("Leave Out “%s”"));

  if (record == NULL)
    return;
  relm_document_set_boolean (document, record, RELM_CHANGE_ENTRY_HIDDEN, TRUE, NULL);
  relm_document_edit_end (document);
  say_left_out (from, document);
}

/**
 * relm_changelog_edits_set_kind:
 * @entry: an entry
 * @nick: the nick of a change entry's kind
 *
 * Says that the entry is of that kind, and leaves its words as they are.
 */
void
relm_changelog_edits_set_kind (RelmDocument *document,
                               RelmChangelogEntry *entry,
                               const char *nick)
{
  /* Translators: a step that can be undone; the placeholder is an entry of the changelog */
  RelmRecord *record = begin_change (document, entry, _ ("Change Kind of “%s”"));

  if (record == NULL)
    return;
  relm_document_set_string (document, record, RELM_CHANGE_ENTRY_KIND, nick, NULL);
  relm_document_edit_end (document);
}

/**
 * relm_changelog_edits_set_breaking:
 * @entry: an entry
 * @breaking: whether it breaks something that worked before
 *
 * Says so, and leaves its words as they are.
 */
void
relm_changelog_edits_set_breaking (RelmDocument *document,
                                   RelmChangelogEntry *entry,
                                   gboolean breaking)
{
  /* Translators: steps that can be undone; the placeholder is an entry of the changelog */
  const char *label = breaking ? _ ("Mark “%s” as Breaking") : _ ("Mark “%s” as Not Breaking");
  RelmRecord *record = begin_change (document, entry, label);

  if (record == NULL)
    return;
  relm_document_set_boolean (document, record, RELM_CHANGE_ENTRY_BREAKING, breaking, NULL);
  relm_document_edit_end (document);
}

/**
 * relm_changelog_edits_take_back:
 * @record: a change entry that is left out
 *
 * The changelog shows it again.
 */
void
relm_changelog_edits_take_back (RelmDocument *document,
                                RelmRecord *record)
{
  g_autofree char *title = relm_record_dup_display_title (record);
  g_autofree char *label = NULL;

  /* Translators: a step that can be undone; the placeholder is an entry of the changelog */
  label = g_strdup_printf (_ ("Take Back “%s”"), title);
  relm_document_edit_begin (document, label);
  relm_document_set_boolean (document, record, RELM_CHANGE_ENTRY_HIDDEN, FALSE, NULL);
  relm_document_edit_end (document);
}

/**
 * relm_changelog_edits_list_left_out:
 *
 * Returns: (transfer container) (element-type RelmRecord): the change entries that the changelog does not show
 */
GPtrArray *
relm_changelog_edits_list_left_out (RelmProject *project)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_CHANGE_ENTRY);
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    if (relm_record_get_boolean (relm_record_list_get (list, i), RELM_CHANGE_ENTRY_HIDDEN))
      g_ptr_array_add (records, relm_record_list_get (list, i));
  return records;
}

/**
 * relm_changelog_edits_get_kind:
 * @entry: (nullable): an entry
 *
 * Returns: (transfer none): the nick that a change entry of the project would have for its kind
 */
const char *
relm_changelog_edits_get_kind (RelmChangelogEntry *entry)
{
  const RelmChangelogKind kind = entry != NULL ? relm_changelog_entry_get_kind (entry) : RELM_CHANGELOG_KIND_CHANGED;

  return relm_changelog_kind_get_nick (kind == RELM_CHANGELOG_KIND_OTHER ? RELM_CHANGELOG_KIND_CHANGED : kind);
}
