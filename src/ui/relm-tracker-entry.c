/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-pill-button.h"
#include "relm-reply-label.h"
#include "relm-source.h"
#include "relm-token-page-button.h"
#include "relm-token-store.h"
#include "relm-tracker-check.h"
#include "relm-tracker-entry.h"
#include "relm-tracker-error.h"
#include "relm-tracker-service.h"

struct _RelmTrackerEntry
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *address;
  GtkWidget *service; /* shown when the server does not tell which it is */
  GtkWidget *token;
  RelmTokenPageButton *token_page;
  GtkWidget *add;
  GtkWidget *words;

  RelmDocument *document;
  GCancellable *cancellable; /* or NULL: nothing is tried */
};

G_DEFINE_FINAL_TYPE (RelmTrackerEntry, relm_tracker_entry, ADW_TYPE_PREFERENCES_GROUP)

static void
say (RelmTrackerEntry *self,
     const char *text,
     gboolean wrong)
{
  relm_reply_label_say (self->words, text, wrong);
}

static void
show_busy (RelmTrackerEntry *self)
{
  const gboolean busy = self->cancellable != NULL;
  const gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (self->address)) == '\0';

  gtk_editable_set_editable (GTK_EDITABLE (self->address), !busy);
  gtk_widget_set_sensitive (self->add, !busy && !empty && !relm_document_get_read_only (self->document));
}

static void
stop (RelmTrackerEntry *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* What was asked about another address says nothing of this one. */
static void
hide_questions (RelmTrackerEntry *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->token), "");
  gtk_widget_set_visible (self->token, FALSE);
  relm_token_page_button_set_address (self->token_page, NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->service), 0);
  gtk_widget_set_visible (self->service, FALSE);
}

/* Returns: what the person chose, or NULL: the address or the server tells */
static const char *
get_service (RelmTrackerEntry *self)
{
  const guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->service));

  return chosen > 0 && chosen != GTK_INVALID_LIST_POSITION ? relm_tracker_services[chosen - 1]->id : NULL;
}

/* What it is, as far as the address alone says it. */
static void
address_changed_cb (RelmTrackerEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->address));
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmTrackerAddress) address = *text != '\0' ? relm_tracker_address_new (text, NULL, &error) : NULL;
  g_autofree char *found = address != NULL ? g_strdup_printf ("%s · %s", address->service->name, address->project) : NULL;

  hide_questions (self);
  if (found != NULL)
    say (self, found, FALSE);
  else if (g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_UNKNOWN))
    say (self, _ ("Relm will ask the server which tracker it is."), FALSE);
  else
    say (self, error != NULL ? error->message : "", FALSE);
  show_busy (self);
}

static gboolean
add_source (RelmTrackerEntry *self,
            const RelmTrackerAddress *address,
            GError **error)
{
  RelmRecordList *list = relm_project_get_list (relm_document_get_project (self->document), RELM_TYPE_SOURCE);
  RelmRecord *source;

  relm_document_edit_begin (self->document, _ ("Add Tracker"));
  source = relm_document_add (self->document, RELM_TYPE_SOURCE, relm_record_list_get_size (list));
  if (source == NULL || !relm_document_set_string (self->document, source, RELM_SOURCE_NAME, address->project, error) ||
      !relm_document_set_string (self->document, source, RELM_SOURCE_KIND, "tracker", error) ||
      !relm_document_set_string (self->document, source, RELM_SOURCE_SERVICE, address->service->id, error) ||
      !relm_document_set_string (self->document, source, RELM_SOURCE_LOCATION, address->web, error))
    {
      relm_document_edit_cancel (self->document);
      return FALSE;
    }
  relm_document_edit_end (self->document);
  return TRUE;
}

static void
finish_adding (RelmTrackerEntry *self,
               const RelmTrackerAddress *address,
               RelmTokenPlace place)
{
  g_autoptr (GError) error = NULL;

  if (!add_source (self, address, &error))
    {
      say (self, error != NULL ? error->message : _ ("The project cannot be changed."), TRUE);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->address), "");
  if (place == RELM_TOKEN_KEYRING)
    say (self, _ ("Added. The token is in the keyring."), FALSE);
  else if (place == RELM_TOKEN_SESSION)
    say (self, _ ("Added. There is no keyring, so that the token is known only until Relm is closed."), FALSE);
  else
    say (self, _ ("Added."), FALSE);
}

typedef struct
{
  RelmTrackerEntry *entry;
  RelmTrackerAddress *address;
} Keeping;

static void
kept_cb (GObject *object,
         GAsyncResult *result,
         gpointer data)
{
  Keeping *keeping = data;
  const RelmTokenPlace place = relm_token_store_keep_finish (RELM_TOKEN_STORE (object), result, NULL);

  if (gtk_widget_get_root (GTK_WIDGET (keeping->entry)) != NULL)
    finish_adding (keeping->entry, keeping->address, place);
  g_object_unref (keeping->entry);
  relm_tracker_address_free (keeping->address);
  g_free (keeping);
}

/* The token is kept before the source is there, which is read at once. */
static void
keep_token (RelmTrackerEntry *self,
            RelmTrackerAddress *address)
{
  g_autofree char *origin = relm_tracker_address_dup_host (address);
  Keeping *keeping = g_new0 (Keeping, 1);

  keeping->entry = g_object_ref (self);
  keeping->address = address;
  relm_token_store_keep_async (relm_token_store_get_default (), origin, gtk_editable_get_text (GTK_EDITABLE (self->token)), NULL,
                               kept_cb, keeping);
}

static gboolean
may_want_token (const GError *error)
{
  return g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_UNAUTHORIZED) ||
         g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_FORBIDDEN) ||
         g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NOT_FOUND) ||
         g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_LIMITED);
}

/* It answers, but not so that one could see what it is: some show nothing to whom they do not know. */
static gboolean
hides_service (const GError *error)
{
  return g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_UNKNOWN) ||
         g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_REDIRECTED) ||
         g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_REFUSED) ||
         g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_SERVER) || may_want_token (error);
}

static void
ask_for_token (RelmTrackerEntry *self,
               const RelmTrackerAddress *address,
               const GError *error)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s", error->message, _ (address->service->token_note));

  relm_token_page_button_set_address (self->token_page, address);
  gtk_widget_set_visible (self->token, TRUE);
  gtk_widget_grab_focus (self->token);
  say (self, text, TRUE);
}

static void
ask_for_service (RelmTrackerEntry *self,
                 const GError *error)
{
  g_autofree char *both = g_strdup_printf ("%s\n%s", error->message, _ ("If you know which tracker it is, choose it."));

  gtk_widget_set_visible (self->service, TRUE);
  gtk_widget_grab_focus (self->service);
  say (self, both, TRUE);
}

static void
checked_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (RelmTrackerEntry) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmTrackerAddress) address = NULL;
  g_autofree char *person = NULL;
  const gboolean good = relm_tracker_check_finish (result, &address, &person, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  g_clear_object (&self->cancellable);
  show_busy (self);
  if (good && *gtk_editable_get_text (GTK_EDITABLE (self->token)) != '\0')
    keep_token (self, g_steal_pointer (&address));
  else if (good)
    finish_adding (self, address, RELM_TOKEN_NOWHERE);
  else if (address != NULL && may_want_token (error))
    ask_for_token (self, address, error);
  else if (address == NULL && hides_service (error))
    ask_for_service (self, error);
  else
    say (self, error->message, TRUE);
}

static void
add_cb (RelmTrackerEntry *self)
{
  if (!gtk_widget_is_sensitive (self->add))
    return;
  stop (self);
  self->cancellable = g_cancellable_new ();
  show_busy (self);
  say (self, _ ("Asking the server…"), FALSE);
  relm_tracker_check_async (gtk_editable_get_text (GTK_EDITABLE (self->address)), get_service (self),
                            gtk_editable_get_text (GTK_EDITABLE (self->token)), self->cancellable, checked_cb, g_object_ref (self));
}

static void
relm_tracker_entry_dispose (GObject *object)
{
  RelmTrackerEntry *self = RELM_TRACKER_ENTRY (object);

  stop (self);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (relm_tracker_entry_parent_class)->dispose (object);
}

static void
relm_tracker_entry_class_init (RelmTrackerEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_tracker_entry_dispose;
}

static GtkWidget *
add_row (RelmTrackerEntry *self,
         GtkWidget *row,
         const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

static GtkWidget *
create_service (void)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  gtk_string_list_append (names, _ ("As the Server Says"));
  for (guint i = 0; relm_tracker_services[i] != NULL; i++)
    gtk_string_list_append (names, relm_tracker_services[i]->name);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  gtk_widget_set_visible (row, FALSE);
  return row;
}

static void
relm_tracker_entry_init (RelmTrackerEntry *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Add a Tracker"));
  self->address = add_row (self, adw_entry_row_new (), _ ("Address of a Project"));
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self->address), GTK_INPUT_PURPOSE_URL);
  g_signal_connect_swapped (self->address, "changed", G_CALLBACK (address_changed_cb), self);
  g_signal_connect_swapped (self->address, "entry-activated", G_CALLBACK (add_cb), self);
  self->service = add_row (self, create_service (), _ ("Tracker"));
  self->token = add_row (self, adw_password_entry_row_new (), _ ("Token"));
  g_signal_connect_swapped (self->token, "entry-activated", G_CALLBACK (add_cb), self);
  self->words = relm_reply_label_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->words);
  self->token_page = relm_token_page_button_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->token_page));
  self->add = relm_pill_button_new (_ ("Try and Add"));
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add);
}

/**
 * relm_tracker_entry_new:
 * @document: whose project gets the tracker
 *
 * Returns: (transfer floating): a group for a page
 */
RelmTrackerEntry *
relm_tracker_entry_new (RelmDocument *document)
{
  RelmTrackerEntry *self = g_object_new (RELM_TYPE_TRACKER_ENTRY, NULL);

  self->document = g_object_ref (document);
  address_changed_cb (self);
  return self;
}
