/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-secret-form.h"
#include "relm-token-dialog.h"
#include "relm-token-page-button.h"
#include "relm-token-store.h"
#include "relm-tracker-check.h"
#include "relm-tracker-service.h"

struct _RelmTokenDialog
{
  AdwDialog parent_instance;

  RelmSecretForm *form;

  RelmSourceLink *link;
  char *origin;
  GCancellable *cancellable; /* of what is tried */
};

G_DEFINE_FINAL_TYPE (RelmTokenDialog, relm_token_dialog, ADW_TYPE_DIALOG)

/* What the server says now is what counts. */
static void
kept_cb (GObject *store,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (RelmTokenDialog) self = data;
  const RelmTokenPlace place = relm_token_store_keep_finish (RELM_TOKEN_STORE (store), result, NULL);

  if (self->link == NULL)
    return;
  relm_secret_form_accept (self->form, place, _ ("The token works, and is used from now on."));
  relm_source_link_sync (self->link, FALSE);
}

static void
checked_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (RelmTokenDialog) self = data;
  g_autoptr (RelmTrackerAddress) address = NULL;
  g_autofree char *person = NULL;
  g_autoptr (GError) error = NULL;
  const gboolean good = relm_tracker_check_finish (result, &address, &person, &error);

  if (self->link == NULL)
    return;
  if (good)
    relm_token_store_keep_async (relm_token_store_get_default (), self->origin, relm_secret_form_get_secret (self->form), NULL,
                                 kept_cb, g_object_ref (self));
  else
    relm_secret_form_refuse (self->form, error->message);
}

static void
keep_cb (RelmTokenDialog *self)
{
  const RelmTrackerAddress *address = relm_source_link_get_address (self->link);

  relm_secret_form_ask (self->form);
  relm_tracker_check_async (address->web, address->service->id, relm_secret_form_get_secret (self->form), self->cancellable,
                            checked_cb, g_object_ref (self));
}

static void
forgotten_cb (RelmTokenDialog *self)
{
  relm_source_link_sync (self->link, FALSE);
}

static void
relm_token_dialog_dispose (GObject *object)
{
  RelmTokenDialog *self = RELM_TOKEN_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->link);
  g_clear_pointer (&self->origin, g_free);
  G_OBJECT_CLASS (relm_token_dialog_parent_class)->dispose (object);
}

static void
relm_token_dialog_class_init (RelmTokenDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_token_dialog_dispose;
}

static void
relm_token_dialog_init (RelmTokenDialog *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
fill (RelmTokenDialog *self,
      const RelmTrackerAddress *address)
{
  RelmTokenPageButton *page = relm_token_page_button_new ();

  relm_token_page_button_set_address (page, address);
  self->form = relm_secret_form_new (self->origin, self->origin, _ ("Present Token"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->form), _ (address->service->token_note));
  relm_secret_form_add_entry (self->form, adw_password_entry_row_new (), _ ("New Token"));
  relm_secret_form_fill (self->form, ADW_DIALOG (self), _ ("Token"), GTK_WIDGET (page));
  g_signal_connect_object (self->form, "keep", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "forgotten", G_CALLBACK (forgotten_cb), self, G_CONNECT_SWAPPED);
}

/**
 * relm_token_dialog_new:
 * @link: of a tracker whose address makes sense
 *
 * Returns: (transfer floating): a dialog
 */
RelmTokenDialog *
relm_token_dialog_new (RelmSourceLink *link)
{
  const RelmTrackerAddress *address = relm_source_link_get_address (link);
  RelmTokenDialog *self;

  g_return_val_if_fail (address != NULL, NULL);

  self = g_object_new (RELM_TYPE_TOKEN_DIALOG, NULL);
  self->link = g_object_ref (link);
  self->origin = relm_tracker_address_dup_host (address);
  fill (self, address);
  return self;
}
