/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-secret-row.h"

struct _RelmSecretRow
{
  AdwActionRow parent_instance;

  GtkWidget *forget;
  char *key; /* of the token store */
  GCancellable *cancellable;
};

enum
{
  FORGOTTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmSecretRow, relm_secret_row, ADW_TYPE_ACTION_ROW)

static void
looked_up_cb (GObject *store,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (RelmSecretRow) self = data;
  RelmTokenPlace place = RELM_TOKEN_NOWHERE;

  relm_token_free (relm_token_store_look_up_finish (RELM_TOKEN_STORE (store), result, &place, NULL));
  if (!g_cancellable_is_cancelled (self->cancellable))
    relm_secret_row_set_place (self, place);
}

static void
forgot_cb (GObject *store,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (RelmSecretRow) self = data;
  g_autoptr (GError) error = NULL;

  if (relm_token_store_forget_finish (RELM_TOKEN_STORE (store), result, &error))
    relm_secret_row_set_place (self, RELM_TOKEN_NOWHERE);
  else
    gtk_widget_set_sensitive (self->forget, TRUE); /* it is still there */
  if (!g_cancellable_is_cancelled (self->cancellable))
    g_signal_emit (self, signals[FORGOTTEN], 0,
                   error != NULL ? error->message : _ ("Forgotten. The server may still accept it: withdraw it there, too."), error != NULL);
}

/* Once begun it is gone through with, whatever becomes of the row. */
static void
forget_cb (RelmSecretRow *self)
{
  gtk_widget_set_sensitive (self->forget, FALSE);
  relm_token_store_forget_async (relm_token_store_get_default (), self->key, NULL, forgot_cb, g_object_ref (self));
}

static void
relm_secret_row_dispose (GObject *object)
{
  RelmSecretRow *self = RELM_SECRET_ROW (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (relm_secret_row_parent_class)->dispose (object);
}

static void
relm_secret_row_finalize (GObject *object)
{
  RelmSecretRow *self = RELM_SECRET_ROW (object);

  g_object_unref (self->cancellable);
  g_free (self->key);
  G_OBJECT_CLASS (relm_secret_row_parent_class)->finalize (object);
}

static void
relm_secret_row_class_init (RelmSecretRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_secret_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_secret_row_finalize;

  /**
   * RelmSecretRow::forgotten:
   * @text: what is to be said of it
   * @wrong: whether it could not be forgotten
   */
  signals[FORGOTTEN] = g_signal_new ("forgotten", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                     G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
relm_secret_row_init (RelmSecretRow *self)
{
  self->cancellable = g_cancellable_new ();
  self->forget = gtk_button_new_with_label (_ ("Forget"));
  gtk_widget_set_valign (self->forget, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (self->forget, FALSE);
  g_signal_connect_swapped (self->forget, "clicked", G_CALLBACK (forget_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->forget);
}

/**
 * relm_secret_row_new:
 * @title: what the secret is
 * @key: what the token store knows it by
 *
 * Returns: (transfer floating): a row, which finds out by itself where the secret is
 */
RelmSecretRow *
relm_secret_row_new (const char *title,
                     const char *key)
{
  RelmSecretRow *self = g_object_new (RELM_TYPE_SECRET_ROW, "title", title, NULL);

  self->key = g_strdup (key);
  relm_token_store_look_up_async (relm_token_store_get_default (), key, self->cancellable, looked_up_cb, g_object_ref (self));
  return self;
}

/**
 * relm_secret_row_set_place:
 * @place: where the secret is from now on
 */
void
relm_secret_row_set_place (RelmSecretRow *self,
                           RelmTokenPlace place)
{
  static const char *const words[] = {
    [RELM_TOKEN_NOWHERE] = N_ ("None"),
    [RELM_TOKEN_KEYRING] = N_ ("In the keyring"),
    [RELM_TOKEN_SESSION] = N_ ("Known until Relm is closed, for there is no keyring"),
  };

  g_return_if_fail (RELM_IS_SECRET_ROW (self));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _ (words[place]));
  gtk_widget_set_sensitive (self->forget, place != RELM_TOKEN_NOWHERE);
}
