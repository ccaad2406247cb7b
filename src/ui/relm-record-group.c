/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-inspector.h"
#include "relm-record-consequences.h"
#include "relm-record-edits.h"
#include "relm-record-group.h"
#include "relm-record-row.h"

#define SHOWN_AT_FIRST 6 /* more when somebody asks */

struct _RelmRecordGroup
{
  AdwPreferencesGroup parent_instance;

  RelmRecordRelation relation;
  RelmViewState *view_state;
  RelmDocument *document;
  RelmRecord *record;
  GPtrArray *rows; /* of GtkWidget, unowned */
  GtkWidget *add;
  guint update_id;
  gboolean all;
};

G_DEFINE_FINAL_TYPE (RelmRecordGroup, relm_record_group, ADW_TYPE_PREFERENCES_GROUP)

/* What records are for, said where there are none. */
static const struct
{
  const char *kind;
  const char *purpose;
} purposes[] = {
  { "phase", N_ ("A phase is a period of the release, such as development or stabilisation.") },
  { "milestone", N_ ("A milestone is a day that matters, such as a freeze or a release candidate.") },
  { "gate", N_ ("At a gate somebody decides whether the release goes on.") },
  { "gate-criterion", N_ ("A criterion says what must be so for the gate to be passed. Some are checked by Relm.") },
  { "person", N_ ("People own releases and do the work.") },
  { "component", N_ ("A component is a part of the product: a repository, or a folder in one.") },
  { "source", N_ ("A source is a repository, whose commits become the changelog.") },
  { "calendar", N_ ("A calendar says on which days and hours work is done.") },
  { "calendar-exception", N_ ("An exception is a holiday, somebody’s leave or a day with other hours.") },
  { "freeze-window", N_ ("In a freeze window some kinds of change need permission.") },
  { "exception-request", N_ ("An exception request asks for work that a freeze window stops.") },
  { "communication", N_ ("A communication is what somebody was told, and when.") },
  { "raid-item", N_ ("A risk may happen, an issue has; an assumption may be wrong, and others may be late.") },
  { "baseline", N_ ("A baseline is a copy of the plan to compare with.") },
  { "release-line", N_ ("A release line is a branch that is maintained, such as 5.2.x.") },
};

static const char *
find_purpose (const RelmKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    if (g_str_equal (purposes[i].kind, kind->name))
      return _ (purposes[i].purpose);
  return NULL;
}

static RelmProject *
get_project (RelmRecordGroup *self)
{
  return relm_document_get_project (self->document);
}

static void
clear_rows (RelmRecordGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static gboolean update_cb (gpointer data);

static void
show_all_cb (RelmRecordGroup *self)
{
  self->all = TRUE;
  update_cb (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, SHOWN_AT_FIRST));
}

static void
add_more (RelmRecordGroup *self,
          guint n_more)
{
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u More", "Show %u More", n_more), n_more);
  AdwButtonRow *row = ADW_BUTTON_ROW (adw_button_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (show_all_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
add_rows (RelmRecordGroup *self,
          GPtrArray *records)
{
  const guint n_shown = self->all || records->len <= SHOWN_AT_FIRST + 1 ? records->len : SHOWN_AT_FIRST;

  for (guint i = 0; i < n_shown; i++)
    g_ptr_array_add (self->rows, relm_record_row_new (GTK_WIDGET (self), self->view_state, g_ptr_array_index (records, i),
                                                      relm_date_today ()));
  if (n_shown < records->len)
    add_more (self, records->len - n_shown);
}

/* Returns: the place of the row with the focus, or -1 */
static int
find_focus (RelmRecordGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_has_focus (g_ptr_array_index (self->rows, i)))
      return (int) i;
  return -1;
}

static gboolean
update_cb (gpointer data)
{
  RelmRecordGroup *self = data;
  const int focus = find_focus (self);
  g_autoptr (GPtrArray) records = NULL;

  g_clear_handle_id (&self->update_id, g_source_remove);
  clear_rows (self);
  if (self->record == NULL)
    return G_SOURCE_REMOVE;

  records = relm_record_relation_find (&self->relation, get_project (self), self->record);
  add_rows (self, records);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         records->len == 0 ? find_purpose (self->relation.kind) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), self->relation.part || records->len > 0);
  if (focus >= 0 && self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN ((guint) focus, self->rows->len - 1)));
  return G_SOURCE_REMOVE;
}

static void
project_changed_cb (RelmRecordGroup *self,
                    guint type,
                    RelmRecord *record,
                    guint field)
{
  if (self->update_id == 0 &&
      (relm_record_row_looks_around (self->relation.type) || G_TYPE_CHECK_INSTANCE_TYPE (record, self->relation.type)))
    self->update_id = g_idle_add (update_cb, self);
}

static void
show_editable_cb (RelmRecordGroup *self)
{
  gtk_widget_set_visible (self->add, self->relation.part && !relm_document_get_read_only (self->document));
}

static void
prepare_cb (RelmDocument *document,
            RelmRecord *record,
            gpointer user_data)
{
  RelmRecordGroup *self = user_data;

  if (self->relation.field < 0)
    return;
  relm_document_set_string (document, record, (guint) self->relation.field, relm_record_get_id (self->record), NULL);
  relm_record_consequences_apply (document, record, (guint) self->relation.field, NULL);
}

static void
add_cb (RelmRecordGroup *self)
{
  RelmRecord *record = relm_record_edits_add (self->document, self->relation.type, NULL, prepare_cb, self);

  if (record != NULL)
    relm_inspector_show (GTK_WIDGET (self), self->view_state, record);
}

static void
drop_record (RelmRecordGroup *self)
{
  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (get_project (self), self);
      g_signal_handlers_disconnect_by_data (self->document, self);
    }
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->document);
  g_clear_object (&self->view_state);
  g_clear_object (&self->record);
}

static void
relm_record_group_dispose (GObject *object)
{
  drop_record (RELM_RECORD_GROUP (object));

  G_OBJECT_CLASS (relm_record_group_parent_class)->dispose (object);
}

static void
relm_record_group_finalize (GObject *object)
{
  g_ptr_array_unref (RELM_RECORD_GROUP (object)->rows);

  G_OBJECT_CLASS (relm_record_group_parent_class)->finalize (object);
}

static void
relm_record_group_class_init (RelmRecordGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_record_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_record_group_finalize;
}

static void
relm_record_group_init (RelmRecordGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add);
}

/**
 * relm_record_group_new:
 * @relation: which records they are
 *
 * Returns: (transfer floating): a group without records
 */
RelmRecordGroup *
relm_record_group_new (const RelmRecordRelation *relation)
{
  RelmRecordGroup *self = g_object_new (RELM_TYPE_RECORD_GROUP, NULL);
  /* Translators: a button; the placeholder is what is added, for example “Work item” */
  g_autofree char *label = g_strdup_printf (_ ("Add %s"), _ (relation->kind->label));

  self->relation = *relation;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ (relation->kind->label_plural));
  gtk_widget_set_tooltip_text (self->add, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

/**
 * relm_record_group_set_record:
 * @view_state: (nullable): the window's, with a document
 * @record: (nullable): what the records belong to; the project for those that belong to all of it
 */
void
relm_record_group_set_record (RelmRecordGroup *self,
                              RelmViewState *view_state,
                              RelmRecord *record)
{
  g_return_if_fail (RELM_IS_RECORD_GROUP (self));

  drop_record (self);
  self->all = FALSE;
  if (record != NULL)
    {
      self->view_state = g_object_ref (view_state);
      self->record = g_object_ref (record);
      self->document = g_object_ref (relm_view_state_get_document (view_state));
      g_signal_connect_swapped (get_project (self), "changed", G_CALLBACK (project_changed_cb), self);
      g_signal_connect_swapped (self->document, "notify::read-only", G_CALLBACK (show_editable_cb), self);
      show_editable_cb (self);
    }
  update_cb (self);
}
