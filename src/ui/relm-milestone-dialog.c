/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-milestone-dialog.h"
#include "relm-milestone-proposal.h"
#include "relm-release.h"
#include "relm-source.h"
#include "relm-tracker-mirror.h"

struct _RelmMilestoneDialog
{
  AdwDialog parent_instance;

  RelmDocument *document;
  GPtrArray *proposals;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (RelmMilestoneDialog, relm_milestone_dialog, ADW_TYPE_DIALOG)

static guint
count_chosen (RelmMilestoneDialog *self)
{
  guint n_chosen = 0;

  for (guint i = 0; i < self->proposals->len; i++)
    n_chosen += ((RelmMilestoneProposal *) self->proposals->pdata[i])->is_chosen ? 1 : 0;
  return n_chosen;
}

static void
show_count (RelmMilestoneDialog *self)
{
  gtk_widget_set_sensitive (self->add, count_chosen (self) > 0 && !relm_document_get_read_only (self->document));
}

static void
chosen_cb (AdwSwitchRow *row,
           GParamSpec *pspec,
           RelmMilestoneDialog *self)
{
  RelmMilestoneProposal *proposal = g_object_get_data (G_OBJECT (row), "relm-proposal");

  proposal->is_chosen = adw_switch_row_get_active (row);
  show_count (self);
}

static gboolean
add_release (RelmDocument *document,
             const RelmMilestoneProposal *proposal,
             GError **error)
{
  RelmRecord *release = relm_document_add (document, RELM_TYPE_RELEASE, G_MAXUINT);

  return relm_document_set_string (document, release, RELM_RELEASE_VERSION, proposal->version, error) &&
         relm_document_set_date (document, release, RELM_RELEASE_PLANNED_START, proposal->start, error) &&
         relm_document_set_date (document, release, RELM_RELEASE_PLANNED, proposal->due, error) &&
         (!proposal->is_closed || relm_document_set_string (document, release, RELM_RELEASE_STATE, "released", error));
}

static void
add_cb (RelmMilestoneDialog *self)
{
  const guint n_chosen = count_chosen (self);
  g_autofree char *label =
    /* Translators: a step that can be undone */
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Add %u Release", "Add %u Releases", n_chosen), n_chosen);
  g_autoptr (GError) error = NULL;

  relm_document_edit_begin (self->document, label);
  for (guint i = 0; i < self->proposals->len; i++)
    {
      const RelmMilestoneProposal *proposal = self->proposals->pdata[i];

      if (!proposal->is_chosen || add_release (self->document, proposal, &error))
        continue;
      relm_document_edit_cancel (self->document);
      relm_error_dialog_show (GTK_WIDGET (self), _ ("It Could Not Be Added"), error);
      return;
    }
  relm_document_edit_end (self->document);
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
create_row (RelmMilestoneDialog *self,
            RelmMilestoneProposal *proposal)
{
  GtkWidget *row = adw_switch_row_new ();
  g_autofree char *due = relm_date_display (proposal->due);
  g_autofree char *gathered = proposal->n_milestones > 1
                                ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u milestone", "%u milestones", proposal->n_milestones),
                                                   proposal->n_milestones)
                                : NULL;
  const char *state = proposal->is_closed ? _ ("closed") : proposal->due == RELM_DATE_NONE ? _ ("no date") : NULL;
  g_autofree char *subtitle = g_strjoin (" · ", proposal->due != RELM_DATE_NONE ? due : state,
                                         proposal->due != RELM_DATE_NONE && state != NULL ? state : gathered,
                                         proposal->due != RELM_DATE_NONE && state != NULL ? gathered : NULL, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), proposal->version);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), proposal->is_chosen);
  g_object_set_data (G_OBJECT (row), "relm-proposal", proposal);
  g_signal_connect (row, "notify::active", G_CALLBACK (chosen_cb), self);
  return row;
}

static GtkWidget *
create_content (RelmMilestoneDialog *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("Milestones of the same name become one release, whichever tracker they are of."));
  for (guint i = 0; i < self->proposals->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (self, self->proposals->pdata[i]));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

static GtkWidget *
create_placeholder (void)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Nothing to Add"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), _ ("The trackers have no milestones that the plan does not have."));
  gtk_widget_add_css_class (status, "compact");
  return status;
}

static GPtrArray *
make_proposals (RelmDocument *document)
{
  RelmProject *project = relm_document_get_project (document);
  RelmRecordList *sources = relm_project_get_list (project, RELM_TYPE_SOURCE);
  g_autoptr (GPtrArray) mirrors = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_mirror_tracker_close);

  for (guint i = 0; i < relm_record_list_get_size (sources); i++)
    {
      RelmMirrorTracker *mirror = relm_tracker_mirror_open (document, relm_record_list_get (sources, i));

      if (mirror != NULL)
        g_ptr_array_add (mirrors, mirror);
    }
  return relm_milestone_proposals_make (project, (RelmMirrorTracker *const *) mirrors->pdata, mirrors->len);
}

static void
relm_milestone_dialog_finalize (GObject *object)
{
  RelmMilestoneDialog *self = RELM_MILESTONE_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  G_OBJECT_CLASS (relm_milestone_dialog_parent_class)->finalize (object);
}

static void
relm_milestone_dialog_class_init (RelmMilestoneDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_milestone_dialog_finalize;
}

static void
relm_milestone_dialog_init (RelmMilestoneDialog *self)
{
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Milestones as Releases"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 480);
  adw_dialog_set_content_height (ADW_DIALOG (self), 480);
}

/**
 * relm_milestone_dialog_new:
 * @document: the document
 *
 * Returns: (transfer floating): a dialog, to be presented
 */
AdwDialog *
relm_milestone_dialog_new (RelmDocument *document)
{
  RelmMilestoneDialog *self = g_object_new (RELM_TYPE_MILESTONE_DIALOG, NULL);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();

  self->document = g_object_ref (document);
  self->proposals = make_proposals (document);
  self->add = gtk_button_new_with_mnemonic (_ ("_Add"));
  gtk_widget_add_css_class (self->add, "suggested-action");
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_widget_set_visible (self->add, self->proposals->len > 0);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->add);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), self->proposals->len > 0 ? create_content (self) : create_placeholder ());
  adw_dialog_set_child (ADW_DIALOG (self), view);
  show_count (self);
  return ADW_DIALOG (self);
}
