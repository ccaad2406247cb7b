/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-evidence-group.h"
#include "relm-item-evidence.h"
#include "relm-link.h"
#include "relm-source-set.h"
#include "relm-source.h"
#include "relm-text.h"
#include "relm-uri.h"
#include "relm-work-item.h"

struct _RelmEvidenceGroup
{
  AdwPreferencesGroup parent_instance;

  GCancellable *cancellable; /* of what is being looked for */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (RelmEvidenceGroup, relm_evidence_group, ADW_TYPE_PREFERENCES_GROUP)

/* What to look for, for the worker thread. */
typedef struct
{
  char *tracker_path;
  GArray *histories;  /* of RelmItemHistory */
  GPtrArray *names;   /* of the repositories, where there are several */
  char *project;
  char *key;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->tracker_path);
  g_array_unref (question->histories);
  g_ptr_array_unref (question->names);
  g_free (question->project);
  g_free (question->key);
  g_free (question);
}

static void
clear_rows (RelmEvidenceGroup *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static AdwActionRow *
add_row (RelmEvidenceGroup *self,
         const char *title,
         const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *shown = relm_text_display_title (title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_title_lines (row, 2);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
open_cb (AdwActionRow *row,
         const char *uri)
{
  relm_link_open (GTK_WIDGET (row), uri);
}

/* A row that leads to the tracker's own page, where the address is one that may be opened. */
static void
lead_to (AdwActionRow *row,
         const char *address)
{
  char *uri = address != NULL ? relm_uri_check (address, NULL) : NULL;

  if (uri == NULL)
    return;
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("adw-external-link-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), uri);
  g_signal_connect_data (row, "activated", G_CALLBACK (open_cb), uri, (GClosureNotify) (void (*) (void)) g_free, 0);
}

static void
show_merge_request (RelmEvidenceGroup *self,
                    const RelmMirrorItem *item)
{
  g_autofree char *key = relm_text_display (item->key);
  g_autofree char *subtitle = NULL;

  if (item->state == RELM_MIRROR_ITEM_DONE)
    /* Translators: the placeholder is the number of a merge request: “!12” */
    subtitle = g_strdup_printf (_ ("%s · merged"), key);
  else if (item->state == RELM_MIRROR_ITEM_DROPPED)
    subtitle = g_strdup_printf (_ ("%s · closed without being merged"), key);
  else
    subtitle = g_strdup_printf (_ ("%s · open"), key);
  lead_to (add_row (self, item->title != NULL ? item->title : item->key, subtitle), item->url);
}

static void
show_mention (RelmEvidenceGroup *self,
              const RelmMirrorMention *mention,
              const char *repository)
{
  g_autofree char *author = relm_text_display (mention->commit->author_name);
  g_autofree char *tag = mention->tag != NULL ? relm_text_display (mention->tag) : NULL;
  g_autofree char *where = repository != NULL ? relm_text_display_title (repository) : NULL;
  g_autofree char *facts = NULL;
  g_autofree char *subtitle = NULL;

  if (tag != NULL)
    /* Translators: a commit's number, its author, and the release that has it */
    facts = g_strdup_printf (_ ("%.7s · %s · in %s"), mention->commit->oid, author, tag);
  else
    facts = g_strdup_printf (_ ("%.7s · %s · not released yet"), mention->commit->oid, author);
  subtitle = relm_text_join_facts ((const char *const[]){ where, facts }, 2);
  add_row (self, mention->commit->subject, subtitle);
}

static void
look (GTask *task,
      gpointer source,
      gpointer data,
      GCancellable *cancellable)
{
  const Question *question = data;

  g_task_return_pointer (
    task,
    relm_item_evidence_new (question->tracker_path, (const RelmItemHistory *) (gpointer) question->histories->data,
                            question->histories->len, question->project, question->key),
    (GDestroyNotify) relm_item_evidence_free);
}

static void
looked_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  RelmEvidenceGroup *self = RELM_EVIDENCE_GROUP (source);
  const Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (RelmItemEvidence) evidence = g_task_propagate_pointer (G_TASK (result), NULL);

  if (evidence == NULL) /* it was cancelled */
    return;
  for (guint i = 0; i < evidence->merge_requests->len; i++)
    show_merge_request (self, evidence->merge_requests->pdata[i]);
  for (guint i = 0; i < evidence->mentions->len; i++)
    {
      const RelmMirrorMention *mention = evidence->mentions->pdata[i];

      show_mention (self, mention, question->names->len > 1 ? question->names->pdata[mention->history] : NULL);
    }
}

static char *
dup_mirror_path (RelmSourceLink *link)
{
  return link != NULL ? g_strdup (relm_remote_get_mirror_path (relm_source_link_get_remote (link))) : NULL;
}

static void
clear_history (gpointer data)
{
  g_free ((char *) ((RelmItemHistory *) data)->path);
}

/* Whether the address of a repository is that of the tracker's project: “https://example.org/owner/name.git”, or
 * “git@example.org:owner/name”. */
static gboolean
is_of_project (RelmRecord *source,
               const RelmTrackerAddress *address)
{
  g_autofree char *location = g_strdup (relm_record_get_string (source, RELM_SOURCE_LOCATION));
  gsize before;

  if (address == NULL || (strstr (location, "://") == NULL && strchr (location, '@') == NULL))
    return FALSE;
  if (g_str_has_suffix (location, ".git"))
    location[strlen (location) - strlen (".git")] = '\0';
  if (!g_str_has_suffix (location, address->project))
    return FALSE;
  before = strlen (location) - strlen (address->project);
  return before > 0 && (location[before - 1] == '/' || location[before - 1] == ':');
}

/* Where one repository is known to be the tracker's, a bare number in another one is something else. */
static void
add_histories (Question *question,
               RelmDocument *document,
               const RelmTrackerAddress *address)
{
  g_autoptr (GPtrArray) repositories = relm_source_set_list_repositories (relm_source_set_get (document));
  gboolean any = FALSE;

  for (guint i = 0; i < repositories->len; i++)
    any |= is_of_project (relm_source_link_get_record (repositories->pdata[i]), address);
  for (guint i = 0; i < repositories->len; i++)
    {
      RelmRecord *source = relm_source_link_get_record (repositories->pdata[i]);
      const RelmItemHistory history = { dup_mirror_path (repositories->pdata[i]), !any || is_of_project (source, address) };

      if (history.path == NULL)
        continue;
      g_array_append_val (question->histories, history);
      g_ptr_array_add (question->names, g_strdup (relm_record_get_title (source)));
    }
}

static Question *
question_new (RelmDocument *document,
              RelmRecord *record)
{
  RelmRecord *source = relm_project_resolve (relm_document_get_project (document), record, RELM_WORK_ITEM_SOURCE);
  RelmSourceLink *tracker = source != NULL ? relm_source_set_find (relm_source_set_get (document), source) : NULL;
  const RelmTrackerAddress *address = tracker != NULL ? relm_source_link_get_address (tracker) : NULL;
  Question *question = g_new0 (Question, 1);

  question->histories = g_array_new (FALSE, FALSE, sizeof (RelmItemHistory));
  g_array_set_clear_func (question->histories, clear_history);
  question->names = g_ptr_array_new_with_free_func (g_free);
  if (address != NULL)
    {
      question->tracker_path = dup_mirror_path (tracker);
      question->project = g_strdup (address->project);
    }
  add_histories (question, document, address);
  question->key = g_strdup (relm_record_get_string (record, RELM_WORK_ITEM_ITEM));
  return question;
}

static void
show_item (RelmEvidenceGroup *self,
           RelmRecord *record)
{
  const char *title = relm_record_get_string (record, RELM_WORK_ITEM_ITEM_TITLE);
  const RelmField *field = &relm_record_get_kind (record)->fields[RELM_WORK_ITEM_ITEM_STATE];
  const char *state = relm_field_get_choice_label (field, relm_record_get_string (record, RELM_WORK_ITEM_ITEM_STATE));
  g_autofree char *key = relm_text_display (relm_record_get_string (record, RELM_WORK_ITEM_ITEM));
  g_autofree char *subtitle = state != NULL ? g_strdup_printf ("%s · %s", key, state) : g_strdup (key);

  lead_to (add_row (self, title != NULL ? title : key, subtitle), relm_record_get_string (record, RELM_WORK_ITEM_URL));
}

static void
relm_evidence_group_dispose (GObject *object)
{
  RelmEvidenceGroup *self = RELM_EVIDENCE_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (relm_evidence_group_parent_class)->dispose (object);
}

static void
relm_evidence_group_class_init (RelmEvidenceGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_evidence_group_dispose;
}

static void
relm_evidence_group_init (RelmEvidenceGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("In the Tracker"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * relm_evidence_group_new:
 *
 * Returns: (transfer floating): a group that is not seen yet
 */
GtkWidget *
relm_evidence_group_new (void)
{
  return g_object_new (RELM_TYPE_EVIDENCE_GROUP, NULL);
}

/**
 * relm_evidence_group_set_record:
 * @view_state: (nullable): of the window
 * @record: (nullable): what to tell of; what mirrors no tracker item has no evidence
 */
void
relm_evidence_group_set_record (RelmEvidenceGroup *self,
                                RelmViewState *view_state,
                                RelmRecord *record)
{
  RelmDocument *document = view_state != NULL ? relm_view_state_get_document (view_state) : NULL;
  const gboolean shown = document != NULL && record != NULL && RELM_IS_WORK_ITEM (record) &&
                         relm_record_get_string (record, RELM_WORK_ITEM_ITEM) != NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (RELM_IS_EVIDENCE_GROUP (self));

  clear_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    return;
  show_item (self, record);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_task_data (task, question_new (document, record), question_free);
  g_task_run_in_thread (task, look);
}
