/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-change-entry-dialog.h"
#include "relm-change-entry.h"
#include "relm-component.h"
#include "relm-error-dialog.h"
#include "relm-text.h"

struct _RelmChangeEntryDialog
{
  AdwDialog parent_instance;

  AdwPreferencesGroup *words_group;
  AdwEntryRow *summary;
  AdwComboRow *kind;
  AdwComboRow *component;
  AdwSwitchRow *breaking;
  AdwEntryRow *note;

  RelmDocument *document;
  RelmRecord *release;           /* or NULL */
  RelmChangelogEntry *entry;     /* or NULL: a new one */
};

G_DEFINE_FINAL_TYPE (RelmChangeEntryDialog, relm_change_entry_dialog, ADW_TYPE_DIALOG)

/* The components, after the row for none. */
static RelmRecord *
get_component (RelmChangeEntryDialog *self,
               guint selected)
{
  RelmRecordList *list = relm_project_get_list (relm_document_get_project (self->document), RELM_TYPE_COMPONENT);

  return selected > 0 && selected <= relm_record_list_get_size (list) ? relm_record_list_get (list, selected - 1) : NULL;
}

static const char *
get_text (AdwEntryRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  return relm_text_is_blank (text) ? NULL : text;
}

/* What a row cannot show, lines and great length, stays as it was unless the row is changed. */
static const char *
get_text_or (AdwEntryRow *row,
             const char *original)
{
  g_autofree char *shown = original != NULL ? relm_text_display_title (original) : NULL;

  return g_strcmp0 (shown, get_text (row)) == 0 ? original : get_text (row);
}

static void
summary_changed_cb (RelmChangeEntryDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.apply", get_text (self->summary) != NULL);
}

static void
apply_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  RelmChangeEntryDialog *self = RELM_CHANGE_ENTRY_DIALOG (widget);
  RelmRecord *component = get_component (self, adw_combo_row_get_selected (self->component));
  const gboolean breaking = adw_switch_row_get_active (self->breaking);
  const char *summary = self->entry != NULL ? relm_changelog_entry_get_summary (self->entry) : NULL;
  const char *note = self->entry != NULL ? relm_changelog_entry_get_note (self->entry) : NULL;
  const RelmChangelogWords words = { get_text_or (self->summary, summary),
                                     relm_change_entry_kinds[adw_combo_row_get_selected (self->kind)].nick,
                                     breaking ? get_text_or (self->note, note) : NULL,
                                     component != NULL ? relm_record_get_id (component) : NULL, breaking };
  g_autoptr (GError) error = NULL;

  if (relm_changelog_edits_set (self->document, self->release, self->entry, &words, &error))
    adw_dialog_close (ADW_DIALOG (self));
  else if (error != NULL)
    relm_error_dialog_show (widget, _ ("Not Changed"), error);
}

static void
cancel_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
fill_kinds (RelmChangeEntryDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const char *nick = relm_changelog_edits_get_kind (self->entry);
  guint selected = 0;

  for (guint i = 0; relm_change_entry_kinds[i].nick != NULL; i++)
    {
      gtk_string_list_append (labels, _ (relm_change_entry_kinds[i].label));
      if (g_str_equal (relm_change_entry_kinds[i].nick, nick))
        selected = i;
    }
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->kind, selected);
}

static const char *
get_component_id (RelmChangeEntryDialog *self)
{
  RelmRecord *record = self->entry != NULL ? relm_changelog_entry_get_record (self->entry) : NULL;

  if (record != NULL)
    return relm_record_get_string (record, RELM_CHANGE_ENTRY_COMPONENT);
  if (self->entry == NULL)
    return NULL;
  return relm_changelog_edits_find_component (relm_document_get_project (self->document), self->entry);
}

static void
fill_components (RelmChangeEntryDialog *self)
{
  RelmRecordList *list = relm_project_get_list (relm_document_get_project (self->document), RELM_TYPE_COMPONENT);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const char *id = get_component_id (self);
  guint selected = 0;

  /* Translators: an entry of the changelog that belongs to no component */
  gtk_string_list_append (labels, _ ("None"));
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *component = relm_record_list_get (list, i);
      g_autofree char *title = relm_record_dup_display_title (component);

      gtk_string_list_append (labels, title);
      if (g_strcmp0 (relm_record_get_id (component), id) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->component, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->component, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->component), relm_record_list_get_size (list) > 0);
}

static void
fill_words (RelmChangeEntryDialog *self)
{
  const char *const *oids = relm_changelog_entry_get_oids (self->entry);
  const char *note = relm_changelog_entry_get_note (self->entry);
  g_autofree char *summary = relm_text_display_title (relm_changelog_entry_get_summary (self->entry));
  g_autofree char *line = note != NULL ? relm_text_display_title (note) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (self->summary), summary);
  gtk_editable_set_text (GTK_EDITABLE (self->note), line != NULL ? line : "");
  adw_switch_row_set_active (self->breaking, relm_changelog_entry_get_breaking (self->entry));
  if (*oids != NULL)
    adw_preferences_group_set_description (self->words_group,
                                           _ ("These words take the place of the commit’s, here and in what is exported. The commit stays as it is."));
}

static void
relm_change_entry_dialog_dispose (GObject *object)
{
  RelmChangeEntryDialog *self = RELM_CHANGE_ENTRY_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_object (&self->release);
  g_clear_object (&self->entry);
  gtk_widget_dispose_template (GTK_WIDGET (object), RELM_TYPE_CHANGE_ENTRY_DIALOG);

  G_OBJECT_CLASS (relm_change_entry_dialog_parent_class)->dispose (object);
}

static void
relm_change_entry_dialog_class_init (RelmChangeEntryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_change_entry_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/relm_app/Relm/relm-change-entry-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelmChangeEntryDialog, words_group);
  gtk_widget_class_bind_template_child (widget_class, RelmChangeEntryDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, RelmChangeEntryDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, RelmChangeEntryDialog, component);
  gtk_widget_class_bind_template_child (widget_class, RelmChangeEntryDialog, breaking);
  gtk_widget_class_bind_template_child (widget_class, RelmChangeEntryDialog, note);
  gtk_widget_class_install_action (widget_class, "dialog.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
}

static void
relm_change_entry_dialog_init (RelmChangeEntryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->summary, "changed", G_CALLBACK (summary_changed_cb), self);
  summary_changed_cb (self);
}

/**
 * relm_change_entry_dialog_new:
 * @release: (nullable): the project's release that a new entry belongs to
 * @entry: (nullable): the entry, or %NULL for a new one
 *
 * Returns: (transfer floating): a dialog
 */
RelmChangeEntryDialog *
relm_change_entry_dialog_new (RelmDocument *document,
                              RelmRecord *release,
                              RelmChangelogEntry *entry)
{
  RelmChangeEntryDialog *self = g_object_new (RELM_TYPE_CHANGE_ENTRY_DIALOG, NULL);

  self->document = g_object_ref (document);
  g_set_object (&self->release, release);
  g_set_object (&self->entry, entry);
  fill_kinds (self);
  fill_components (self);
  if (entry != NULL)
    fill_words (self);
  else
    adw_dialog_set_title (ADW_DIALOG (self), _ ("Add Entry"));
  return self;
}
