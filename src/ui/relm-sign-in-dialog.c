/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-pill-button.h"
#include "relm-reply-label.h"
#include "relm-secret-row.h"
#include "relm-repository-secret.h"
#include "relm-sign-in-dialog.h"
#include "relm-text.h"

struct _RelmSignInDialog
{
  AdwDialog parent_instance;

  RelmSecretRow *place;
  GtkWidget *user;
  GtkWidget *password;
  GtkWidget *words;
  GtkWidget *keep;

  RelmSourceLink *link;
  char *key; /* of the token store */
  RelmGitCredential *trying; /* or NULL */
  gboolean waiting; /* until it is read otherwise */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (RelmSignInDialog, relm_sign_in_dialog, ADW_TYPE_DIALOG)

static const char *
get_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
show_busy (RelmSignInDialog *self,
           gboolean busy)
{
  self->busy = busy;
  gtk_editable_set_editable (GTK_EDITABLE (self->user), !busy);
  gtk_editable_set_editable (GTK_EDITABLE (self->password), !busy);
  gtk_widget_set_sensitive (self->keep, !busy && *get_text (self->password) != '\0');
}

static void
drop_trying (RelmSignInDialog *self)
{
  g_clear_pointer (&self->trying, relm_git_credential_free);
  if (self->link != NULL)
    relm_git_source_set_credential (relm_source_link_get_repository (self->link), NULL);
}

static void
finish (RelmSignInDialog *self,
        RelmTokenPlace place,
        const char *words)
{
  drop_trying (self);
  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  show_busy (self, FALSE);
  relm_secret_row_set_place (self->place, place);
  relm_reply_label_say (self->words, words, FALSE);
}

static void
kept_cb (GObject *store,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (RelmSignInDialog) self = data;
  const RelmTokenPlace place = relm_token_store_keep_finish (RELM_TOKEN_STORE (store), result, NULL);

  if (self->link != NULL)
    finish (self, place, _ ("The repository is read. The server is told this from now on, when it asks."));
}

static void
keep_tried (RelmSignInDialog *self)
{
  char *text = relm_git_credential_to_text (self->trying);

  relm_token_store_keep_async (relm_token_store_get_default (), self->key, text, NULL, kept_cb, g_object_ref (self));
  explicit_bzero (text, strlen (text));
  g_free (text);
}

static void
try_now (RelmSignInDialog *self)
{
  self->waiting = relm_source_link_is_busy (self->link);
  if (self->waiting)
    {
      relm_source_link_cancel (self->link);
      return;
    }
  relm_git_source_set_credential (relm_source_link_get_repository (self->link), self->trying);
  relm_source_link_sync (self->link, FALSE);
}

/* What is not accepted is said, and typed again or not; nothing tries by itself. */
static void
synced_cb (RelmSignInDialog *self)
{
  const GError *error = relm_source_link_get_error (self->link);
  const gboolean read = relm_git_source_get_state (relm_source_link_get_repository (self->link)) == RELM_GIT_SOURCE_READY;

  if (self->trying == NULL)
    return;
  if (self->waiting)
    {
      try_now (self);
      return;
    }
  if (error == NULL && read)
    {
      keep_tried (self);
      return;
    }
  drop_trying (self);
  show_busy (self, FALSE);
  relm_reply_label_say (self->words, error != NULL ? error->message : "", TRUE); /* it may have been stopped */
  gtk_widget_grab_focus (self->password);
}

/* A token needs no name. */
static RelmGitCredential *
make_credential (RelmSignInDialog *self)
{
  const char *user = get_text (self->user);

  return *user != '\0' ? relm_git_credential_new (user, get_text (self->password)) : relm_git_credential_parse (get_text (self->password));
}

static void
keep_cb (RelmSignInDialog *self)
{
  if (!gtk_widget_is_sensitive (self->keep))
    return;
  g_clear_pointer (&self->trying, relm_git_credential_free);
  self->trying = make_credential (self);
  if (self->trying == NULL)
    {
      relm_reply_label_say (self->words, _ ("A user name has no colon, and a token without a name has none either."), TRUE);
      return;
    }
  show_busy (self, TRUE);
  relm_reply_label_say (self->words, _ ("Asking the server…"), FALSE);
  try_now (self);
}

static void
forgotten_cb (RelmSignInDialog *self,
              const char *text,
              gboolean wrong)
{
  relm_reply_label_say (self->words, text, wrong);
}

static void
typed_cb (RelmSignInDialog *self)
{
  show_busy (self, self->busy);
}

static void
relm_sign_in_dialog_dispose (GObject *object)
{
  RelmSignInDialog *self = RELM_SIGN_IN_DIALOG (object);

  drop_trying (self);
  if (self->link != NULL)
    g_signal_handlers_disconnect_by_data (self->link, self);
  g_clear_object (&self->link);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (relm_sign_in_dialog_parent_class)->dispose (object);
}

static void
relm_sign_in_dialog_class_init (RelmSignInDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_sign_in_dialog_dispose;
}

static GtkWidget *
create_place (RelmSignInDialog *self)
{
  self->place = relm_secret_row_new (_ ("Present Password or Token"), self->key);
  g_signal_connect_swapped (self->place, "forgotten", G_CALLBACK (forgotten_cb), self);
  return GTK_WIDGET (self->place);
}

static GtkWidget *
create_entry (RelmSignInDialog *self,
              GtkWidget *row,
              const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (keep_cb), self);
  return row;
}

static GtkWidget *
create_keep (RelmSignInDialog *self)
{
  self->keep = relm_pill_button_new (_ ("Try and Keep"));
  g_signal_connect_swapped (self->keep, "clicked", G_CALLBACK (keep_cb), self);
  return self->keep;
}

static void
relm_sign_in_dialog_init (RelmSignInDialog *self)
{
  self->words = relm_reply_label_new ();
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Sign In"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 460);
}

static AdwPreferencesGroup *
create_group (RelmSignInDialog *self,
              const char *origin)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *shown = relm_text_display (origin);
  g_autofree char *title = g_markup_escape_text (shown, -1);

  self->user = create_entry (self, adw_entry_row_new (), _ ("User Name"));
  self->password = create_entry (self, adw_password_entry_row_new (), _ ("Password or Token"));
  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, _ ("A token that may read repositories is better than a password. It needs no user "
                                                   "name on GitHub, GitLab and Forgejo. No other server is told."));
  adw_preferences_group_add (group, create_place (self));
  adw_preferences_group_add (group, self->user);
  adw_preferences_group_add (group, self->password);
  adw_preferences_group_add (group, self->words);
  adw_preferences_group_add (group, create_keep (self));
  return group;
}

/**
 * relm_sign_in_dialog_is_for:
 *
 * Returns: whether it is a repository on a server that can be told who asks
 */
gboolean
relm_sign_in_dialog_is_for (RelmSourceLink *link)
{
  RelmGitSource *source = relm_source_link_get_repository (link);
  g_autofree char *origin = source != NULL ? relm_git_source_dup_origin (source) : NULL;

  return origin != NULL;
}

/**
 * relm_sign_in_dialog_new:
 * @link: of a repository that relm_sign_in_dialog_is_for()
 *
 * Returns: (transfer floating): a dialog
 */
RelmSignInDialog *
relm_sign_in_dialog_new (RelmSourceLink *link)
{
  g_autofree char *origin = relm_git_source_dup_origin (relm_source_link_get_repository (link));
  RelmSignInDialog *self;
  GtkWidget *view;
  GtkWidget *page;

  g_return_val_if_fail (origin != NULL, NULL);

  self = g_object_new (RELM_TYPE_SIGN_IN_DIALOG, NULL);
  self->link = g_object_ref (link);
  self->key = relm_repository_secret_dup_key (origin);
  view = adw_toolbar_view_new ();
  page = adw_preferences_page_new ();
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), create_group (self, origin));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_content_height (ADW_DIALOG (self), 460);
  adw_dialog_set_focus (ADW_DIALOG (self), self->user);
  g_signal_connect_swapped (link, "synced", G_CALLBACK (synced_cb), self);
  return self;
}
