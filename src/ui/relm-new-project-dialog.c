/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-git-source.h"
#include "relm-mirror.h"
#include "relm-new-project-dialog.h"
#include "relm-new-project.h"
#include "relm-proposals-page.h"
#include "relm-release-proposal.h"
#include "relm-repository-access.h"
#include "relm-repository-location.h"
#include "relm-repository-row.h"
#include "relm-text.h"

struct _RelmNewProjectDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *pages;
  AdwEntryRow *name;
  RelmRepositoryRow *location;
  AdwComboRow *cadence;
  GtkWidget *problem_box;
  GtkLabel *problem;
  GtkWidget *without_button;
  GtkStack *states; /* reading, proposals */
  GtkProgressBar *progress;
  GtkLabel *status;
  RelmProposalsPage *proposals_page;
  GtkWidget *create_button;

  char *cache_dir;
  char *suggested_name;       /* what the repository would have the project called */
  GPtrArray *proposals;       /* or NULL: not made yet */
  const char *version_scheme; /* a nick, or NULL */
  RelmGitSource *source;      /* while it reads */
  GCancellable *reading;      /* while it reads */
};

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmNewProjectDialog, relm_new_project_dialog, ADW_TYPE_DIALOG)

static void
show_problem (RelmNewProjectDialog *self,
              const GError *error,
              gboolean can_go_on)
{
  g_autofree char *text = error != NULL ? relm_text_display (error->message) : NULL;

  gtk_widget_set_visible (self->problem_box, error != NULL);
  gtk_widget_set_visible (self->without_button, can_go_on);
  if (error == NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->location), "error");
      return;
    }
  gtk_label_set_text (self->problem, text);
  gtk_widget_add_css_class (GTK_WIDGET (self->location), "error");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static const char *
get_cadence (RelmNewProjectDialog *self)
{
  return relm_project_cadences[adw_combo_row_get_selected (self->cadence)].nick;
}

/* As the repository is called, for as long as the person did not say something else. */
static void
suggest_name (RelmNewProjectDialog *self,
              const char *location)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  g_autofree char *suggestion = relm_repository_location_dup_name (location);

  if (*name != '\0' && g_strcmp0 (name, self->suggested_name) != 0)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->name), suggestion != NULL ? suggestion : "");
  g_set_str (&self->suggested_name, suggestion);
}

static void
location_changed_cb (RelmNewProjectDialog *self)
{
  g_autofree char *location = relm_repository_row_dup_location (self->location);

  show_problem (self, NULL, FALSE);
  suggest_name (self, location);
}

static void
show_page (RelmNewProjectDialog *self,
           const char *state)
{
  if (adw_navigation_view_get_visible_page (self->pages) != adw_navigation_view_find_page (self->pages, "releases"))
    adw_navigation_view_push_by_tag (self->pages, "releases");
  gtk_stack_set_visible_child_name (self->states, state);
}

static void
propose (RelmNewProjectDialog *self,
         GPtrArray *tags,
         gboolean incomplete)
{
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  self->version_scheme = relm_release_proposals_guess_scheme (tags);
  self->proposals = relm_release_proposals_make (tags, self->version_scheme, get_cadence (self), relm_date_today ());
  relm_proposals_page_set_proposals (self->proposals_page, self->proposals, tags != NULL, incomplete);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-project.create", TRUE);
  show_page (self, "proposals");
  gtk_widget_grab_focus (self->create_button);
}

static gboolean
propose_from_source (RelmNewProjectDialog *self,
                     RelmGitSource *source,
                     GError **error)
{
  g_autoptr (RelmMirror) mirror = relm_mirror_open (relm_git_source_get_mirror_path (source), error);
  g_autoptr (GPtrArray) tags = mirror != NULL ? relm_mirror_list_tags (mirror, error) : NULL;

  if (tags == NULL)
    return FALSE;
  propose (self, tags, relm_git_source_is_incomplete (source));
  return TRUE;
}

static void
forget_source (RelmNewProjectDialog *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);
}

static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (RelmNewProjectDialog) self = data;
  g_autoptr (GError) error = NULL;
  const gboolean read = relm_repository_access_sync_finish (RELM_GIT_SOURCE (object), result, &error);

  if (RELM_GIT_SOURCE (object) != self->source)
    return; /* stopped, or another one is read meanwhile */
  forget_source (self);
  if (read && propose_from_source (self, RELM_GIT_SOURCE (object), &error))
    return;
  adw_navigation_view_pop_to_tag (self->pages, "questions");
  show_problem (self, error, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->location));
}

static void
update_progress (RelmNewProjectDialog *self)
{
  const double progress = relm_git_source_get_progress (self->source);
  const char *status = relm_git_source_get_status (self->source);
  g_autofree char *text = relm_text_display_title (status != NULL ? status : "");

  gtk_label_set_text (self->status, text);
  if (progress >= 0)
    gtk_progress_bar_set_fraction (self->progress, progress);
  else
    gtk_progress_bar_pulse (self->progress);
}

static void
read_repository (RelmNewProjectDialog *self,
                 const char *location)
{
  forget_source (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-project.create", FALSE);
  self->source = relm_git_source_new (location, NULL, self->cache_dir);
  self->reading = g_cancellable_new ();
  g_signal_connect_swapped (self->source, "notify", G_CALLBACK (update_progress), self);
  update_progress (self);
  show_page (self, "reading");
  relm_repository_access_sync_async (self->source, self->reading, read_cb, g_object_ref (self));
}

static void
create (RelmNewProjectDialog *self)
{
  g_autofree char *location = relm_repository_row_dup_location (self->location);
  const RelmNewProject answers = {
    .name = gtk_editable_get_text (GTK_EDITABLE (self->name)),
    .location = location,
    .cadence = get_cadence (self),
    .version_scheme = self->version_scheme,
    .proposals = self->proposals,
  };
  g_autoptr (RelmDocument) document = relm_new_project_create (&answers);

  forget_source (self);
  g_signal_emit (self, signals[CREATED], 0, document);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
next (RelmNewProjectDialog *self)
{
  g_autofree char *location = relm_repository_row_dup_location (self->location);
  g_autoptr (GError) error = NULL;

  if (*location == '\0')
    propose (self, NULL, FALSE);
  else if (!relm_repository_location_check (location, &error))
    show_problem (self, error, FALSE);
  else
    read_repository (self, location);
}

/* Whoever goes back does not wait for the repository any more. */
static void
popped_cb (RelmNewProjectDialog *self)
{
  forget_source (self);
}

static void
next_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  next (RELM_NEW_PROJECT_DIALOG (widget));
}

static void
without_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  propose (RELM_NEW_PROJECT_DIALOG (widget), NULL, FALSE);
}

static void
create_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  create (RELM_NEW_PROJECT_DIALOG (widget));
}

static void
stop_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  adw_navigation_view_pop (RELM_NEW_PROJECT_DIALOG (widget)->pages);
}

static void
cancel_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static gboolean
focus_cb (gpointer data)
{
  if (gtk_widget_get_mapped (data))
    gtk_widget_grab_focus (data);
  return G_SOURCE_REMOVE;
}

/* In a narrow window the dialog is a sheet, and what is on it is there some time after the dialog has given the focus. */
static void
name_mapped_cb (GtkWidget *name,
                RelmNewProjectDialog *self)
{
  g_signal_handlers_disconnect_matched (name, G_SIGNAL_MATCH_ID | G_SIGNAL_MATCH_DATA, g_signal_lookup ("map", GTK_TYPE_WIDGET), 0,
                                        NULL, NULL, self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_cb, g_object_ref (name), g_object_unref);
}

static void
relm_new_project_dialog_dispose (GObject *object)
{
  RelmNewProjectDialog *self = RELM_NEW_PROJECT_DIALOG (object);

  forget_source (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), RELM_TYPE_NEW_PROJECT_DIALOG);

  G_OBJECT_CLASS (relm_new_project_dialog_parent_class)->dispose (object);
}

static void
relm_new_project_dialog_finalize (GObject *object)
{
  RelmNewProjectDialog *self = RELM_NEW_PROJECT_DIALOG (object);

  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_free (self->suggested_name);
  g_free (self->cache_dir);

  G_OBJECT_CLASS (relm_new_project_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RelmNewProjectDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, RelmNewProjectDialog, name);
  gtk_widget_class_bind_template_child (widget_class, RelmNewProjectDialog, location);
  gtk_widget_class_bind_template_child (widget_class, RelmNewProjectDialog, cadence);
  gtk_widget_class_bind_template_child (widget_class, RelmNewProjectDialog, problem_box);
  gtk_widget_class_bind_template_child (widget_class, RelmNewProjectDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, RelmNewProjectDialog, without_button);
  gtk_widget_class_bind_template_child (widget_class, RelmNewProjectDialog, states);
  gtk_widget_class_bind_template_child (widget_class, RelmNewProjectDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, RelmNewProjectDialog, status);
  gtk_widget_class_bind_template_child (widget_class, RelmNewProjectDialog, proposals_page);
  gtk_widget_class_bind_template_child (widget_class, RelmNewProjectDialog, create_button);
  gtk_widget_class_bind_template_callback (widget_class, location_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
}

static void
relm_new_project_dialog_class_init (RelmNewProjectDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_new_project_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_new_project_dialog_finalize;

  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, RELM_TYPE_DOCUMENT);

  g_type_ensure (RELM_TYPE_PROPOSALS_PAGE);
  g_type_ensure (RELM_TYPE_REPOSITORY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/relm_app/Relm/relm-new-project-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "new-project.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "new-project.without", NULL, without_action);
  gtk_widget_class_install_action (widget_class, "new-project.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "new-project.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "new-project.cancel", NULL, cancel_action);
}

static void
relm_new_project_dialog_init (RelmNewProjectDialog *self)
{
  g_autoptr (GtkStringList) cadences = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; relm_project_cadences[i].nick != NULL; i++)
    gtk_string_list_append (cadences, _ (relm_project_cadences[i].label));
  adw_combo_row_set_model (self->cadence, G_LIST_MODEL (cadences));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->name));
  g_signal_connect (self->name, "map", G_CALLBACK (name_mapped_cb), self);
  location_changed_cb (self);
}

/**
 * relm_new_project_dialog_new:
 * @cache_dir: (nullable): where clones and mirrors are kept; %NULL for the usual place
 *
 * Returns: (transfer floating): the assistant
 */
RelmNewProjectDialog *
relm_new_project_dialog_new (const char *cache_dir)
{
  RelmNewProjectDialog *self = g_object_new (RELM_TYPE_NEW_PROJECT_DIALOG, NULL);

  self->cache_dir = g_strdup (cache_dir);
  return self;
}
