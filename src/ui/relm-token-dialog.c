/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-pill-button.h"
#include "relm-reply-label.h"
#include "relm-secret-row.h"
#include "relm-text.h"
#include "relm-token-dialog.h"
#include "relm-token-page-button.h"
#include "relm-token-store.h"
#include "relm-tracker-check.h"
#include "relm-tracker-service.h"

struct _RelmTokenDialog
{
  AdwDialog parent_instance;

  RelmSecretRow *place;
  GtkWidget *token;
  GtkWidget *words;
  GtkWidget *keep;

  RelmSourceLink *link;
  char *origin;
  GCancellable *cancellable; /* of what is tried */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (RelmTokenDialog, relm_token_dialog, ADW_TYPE_DIALOG)

static void
show_busy (RelmTokenDialog *self,
           gboolean busy)
{
  self->busy = busy;
  gtk_editable_set_editable (GTK_EDITABLE (self->token), !busy);
  gtk_widget_set_sensitive (self->keep, !busy && *gtk_editable_get_text (GTK_EDITABLE (self->token)) != '\0');
}

/* What the server says now is what counts. */
static void
finish (RelmTokenDialog *self,
        RelmTokenPlace place,
        const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (self->token), "");
  show_busy (self, FALSE);
  relm_secret_row_set_place (self->place, place);
  relm_reply_label_say (self->words, words, FALSE);
  relm_source_link_sync (self->link, FALSE);
}

static void
kept_cb (GObject *store,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (RelmTokenDialog) self = data;
  const RelmTokenPlace place = relm_token_store_keep_finish (RELM_TOKEN_STORE (store), result, NULL);

  if (self->link != NULL)
    finish (self, place, _ ("The token works, and is used from now on."));
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
    {
      relm_token_store_keep_async (relm_token_store_get_default (), self->origin, gtk_editable_get_text (GTK_EDITABLE (self->token)),
                                   NULL, kept_cb, g_object_ref (self));
      return;
    }
  show_busy (self, FALSE);
  relm_reply_label_say (self->words, error->message, TRUE);
  gtk_widget_grab_focus (self->token);
}

static void
keep_cb (RelmTokenDialog *self)
{
  const RelmTrackerAddress *address = relm_source_link_get_address (self->link);

  if (!gtk_widget_is_sensitive (self->keep))
    return;
  show_busy (self, TRUE);
  relm_reply_label_say (self->words, _ ("Asking the server…"), FALSE);
  relm_tracker_check_async (address->web, address->service->id, gtk_editable_get_text (GTK_EDITABLE (self->token)),
                            self->cancellable, checked_cb, g_object_ref (self));
}

static void
forgotten_cb (RelmTokenDialog *self,
              const char *text,
              gboolean wrong)
{
  relm_reply_label_say (self->words, text, wrong);
  if (!wrong)
    relm_source_link_sync (self->link, FALSE);
}

static void
typed_cb (RelmTokenDialog *self)
{
  show_busy (self, self->busy);
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

static GtkWidget *
create_place (RelmTokenDialog *self)
{
  self->place = relm_secret_row_new (_ ("Present Token"), self->origin);
  g_signal_connect_swapped (self->place, "forgotten", G_CALLBACK (forgotten_cb), self);
  return GTK_WIDGET (self->place);
}

static GtkWidget *
create_token (RelmTokenDialog *self)
{
  self->token = adw_password_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->token), _ ("New Token"));
  g_signal_connect_swapped (self->token, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->token, "entry-activated", G_CALLBACK (keep_cb), self);
  return self->token;
}

static GtkWidget *
create_keep (RelmTokenDialog *self)
{
  self->keep = relm_pill_button_new (_ ("Try and Keep"));
  g_signal_connect_swapped (self->keep, "clicked", G_CALLBACK (keep_cb), self);
  return self->keep;
}

static void
relm_token_dialog_init (RelmTokenDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->words = relm_reply_label_new ();
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Token"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 460);
  adw_dialog_set_content_height (ADW_DIALOG (self), 460);
}

static AdwPreferencesGroup *
create_group (RelmTokenDialog *self,
              const RelmTrackerAddress *address)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  RelmTokenPageButton *page = relm_token_page_button_new ();
  g_autofree char *shown = relm_text_display (self->origin);
  g_autofree char *title = g_markup_escape_text (shown, -1);

  relm_token_page_button_set_address (page, address);
  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, _ (address->service->token_note));
  adw_preferences_group_add (group, create_place (self));
  adw_preferences_group_add (group, create_token (self));
  adw_preferences_group_add (group, self->words);
  adw_preferences_group_add (group, GTK_WIDGET (page));
  adw_preferences_group_add (group, create_keep (self));
  return group;
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
  GtkWidget *view;
  GtkWidget *page;

  g_return_val_if_fail (address != NULL, NULL);

  self = g_object_new (RELM_TYPE_TOKEN_DIALOG, NULL);
  self->link = g_object_ref (link);
  self->origin = relm_tracker_address_dup_host (address);
  view = adw_toolbar_view_new ();
  page = adw_preferences_page_new ();
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), create_group (self, address));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_focus (ADW_DIALOG (self), self->token);
  return self;
}
