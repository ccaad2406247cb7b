/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-repository-secret.h"
#include "relm-secret-form.h"
#include "relm-sign-in-dialog.h"

struct _RelmSignInDialog
{
  AdwDialog parent_instance;

  RelmSecretForm *form;
  GtkWidget *user;

  RelmSourceLink *link;
  char *key; /* of the token store */
  RelmGitCredential *trying; /* or NULL */
  gboolean waiting; /* until it is read otherwise */
};

G_DEFINE_FINAL_TYPE (RelmSignInDialog, relm_sign_in_dialog, ADW_TYPE_DIALOG)

static void
drop_trying (RelmSignInDialog *self)
{
  g_clear_pointer (&self->trying, relm_git_credential_free);
  if (self->link != NULL)
    relm_git_source_set_credential (relm_source_link_get_repository (self->link), NULL);
}

static void
kept_cb (GObject *store,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (RelmSignInDialog) self = data;
  const RelmTokenPlace place = relm_token_store_keep_finish (RELM_TOKEN_STORE (store), result, NULL);

  if (self->link == NULL)
    return;
  drop_trying (self);
  relm_secret_form_accept (self->form, place, _ ("The repository is read. The server is told this from now on, when it asks."));
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
  relm_secret_form_refuse (self->form, error != NULL ? error->message : ""); /* it may have been stopped */
}

/* A token needs no name. */
static RelmGitCredential *
make_credential (RelmSignInDialog *self)
{
  const char *user = gtk_editable_get_text (GTK_EDITABLE (self->user));
  const char *secret = relm_secret_form_get_secret (self->form);

  return *user != '\0' ? relm_git_credential_new (user, secret) : relm_git_credential_parse (secret);
}

static void
keep_cb (RelmSignInDialog *self)
{
  g_clear_pointer (&self->trying, relm_git_credential_free);
  self->trying = make_credential (self);
  if (self->trying == NULL)
    {
      relm_secret_form_say (self->form, _ ("A user name has no colon, and a token without a name has none either."), TRUE);
      return;
    }
  relm_secret_form_ask (self->form);
  try_now (self);
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

static void
relm_sign_in_dialog_init (RelmSignInDialog *self)
{
}

static void
fill (RelmSignInDialog *self,
      const char *origin)
{
  self->form = relm_secret_form_new (origin, self->key, _ ("Present Password or Token"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->form),
                                         _ ("A token that may read repositories is better than a password. It needs no user "
                                            "name on GitHub, GitLab and Forgejo. No other server is told."));
  self->user = adw_entry_row_new ();
  relm_secret_form_add_entry (self->form, self->user, _ ("User Name"));
  relm_secret_form_add_entry (self->form, adw_password_entry_row_new (), _ ("Password or Token"));
  relm_secret_form_fill (self->form, ADW_DIALOG (self), _ ("Sign In"), NULL);
  g_signal_connect_object (self->form, "keep", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
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

  g_return_val_if_fail (origin != NULL, NULL);

  self = g_object_new (RELM_TYPE_SIGN_IN_DIALOG, NULL);
  self->link = g_object_ref (link);
  self->key = relm_repository_secret_dup_key (origin);
  fill (self, origin);
  g_signal_connect_swapped (link, "synced", G_CALLBACK (synced_cb), self);
  return self;
}
