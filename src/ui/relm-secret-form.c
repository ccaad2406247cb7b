/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-pill-button.h"
#include "relm-reply-label.h"
#include "relm-secret-form.h"
#include "relm-secret-row.h"
#include "relm-text.h"

struct _RelmSecretForm
{
  AdwPreferencesGroup parent_instance;

  RelmSecretRow *place;
  GPtrArray *entries; /* the last one is the secret */
  GtkWidget *words;
  GtkWidget *keep;
  gboolean busy;
};

enum
{
  KEEP,
  FORGOTTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmSecretForm, relm_secret_form, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
get_secret_entry (RelmSecretForm *self)
{
  return self->entries->pdata[self->entries->len - 1];
}

static void
show_busy (RelmSecretForm *self,
           gboolean busy)
{
  self->busy = busy;
  for (guint i = 0; i < self->entries->len; i++)
    gtk_editable_set_editable (self->entries->pdata[i], !busy);
  gtk_widget_set_sensitive (self->keep, !busy && *relm_secret_form_get_secret (self) != '\0');
}

static void
typed_cb (RelmSecretForm *self)
{
  show_busy (self, self->busy);
}

static void
keep_cb (RelmSecretForm *self)
{
  if (gtk_widget_is_sensitive (self->keep))
    g_signal_emit (self, signals[KEEP], 0);
}

static void
forgotten_cb (RelmSecretForm *self,
              const char *text,
              gboolean wrong)
{
  relm_secret_form_say (self, text, wrong);
  if (!wrong)
    g_signal_emit (self, signals[FORGOTTEN], 0);
}

static void
relm_secret_form_finalize (GObject *object)
{
  g_ptr_array_unref (RELM_SECRET_FORM (object)->entries);
  G_OBJECT_CLASS (relm_secret_form_parent_class)->finalize (object);
}

static void
relm_secret_form_class_init (RelmSecretFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_secret_form_finalize;

  /**
   * RelmSecretForm::keep:
   *
   * What was typed is to be tried: see relm_secret_form_ask().
   */
  signals[KEEP] = g_signal_new ("keep", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * RelmSecretForm::forgotten:
   *
   * What was kept for the server is not any more.
   */
  signals[FORGOTTEN] = g_signal_new ("forgotten", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
relm_secret_form_init (RelmSecretForm *self)
{
  self->entries = g_ptr_array_new ();
  self->words = relm_reply_label_new ();
  self->keep = relm_pill_button_new (_ ("Try and Keep"));
  g_signal_connect_swapped (self->keep, "clicked", G_CALLBACK (keep_cb), self);
}

/**
 * relm_secret_form_new:
 * @origin: the server, as a person knows it
 * @key: what the token store knows it by
 * @place_title: what is kept for it now is called
 *
 * Returns: (transfer floating): a form without entries
 */
RelmSecretForm *
relm_secret_form_new (const char *origin,
                      const char *key,
                      const char *place_title)
{
  RelmSecretForm *self = g_object_new (RELM_TYPE_SECRET_FORM, NULL);
  g_autofree char *shown = relm_text_display (origin);
  g_autofree char *title = g_markup_escape_text (shown, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  self->place = relm_secret_row_new (place_title, key);
  g_signal_connect_swapped (self->place, "forgotten", G_CALLBACK (forgotten_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->place));
  return self;
}

/**
 * relm_secret_form_add_entry:
 * @row: an entry row; the last one that is added is the secret
 * @title: what is to be typed
 */
void
relm_secret_form_add_entry (RelmSecretForm *self,
                            GtkWidget *row,
                            const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (keep_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->entries, row);
}

/**
 * relm_secret_form_fill:
 * @dialog: an empty dialog
 * @title: of it
 * @below: (nullable): something between what the server says and the button
 *
 * Puts the form into the dialog, once it has its entries.
 */
void
relm_secret_form_fill (RelmSecretForm *self,
                       AdwDialog *dialog,
                       const char *title,
                       GtkWidget *below)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->words);
  if (below != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), below);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->keep);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (self));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 460);
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_focus (dialog, self->entries->pdata[0]);
  show_busy (self, FALSE);
}

/**
 * relm_secret_form_ask:
 *
 * The server is asked: nothing can be typed until it was accepted or refused.
 */
void
relm_secret_form_ask (RelmSecretForm *self)
{
  show_busy (self, TRUE);
  relm_secret_form_say (self, _ ("Asking the server…"), FALSE);
}

/**
 * relm_secret_form_refuse:
 * @words: why, made safe here; “” when it was only stopped
 *
 * What was typed stays, to be changed.
 */
void
relm_secret_form_refuse (RelmSecretForm *self,
                         const char *words)
{
  show_busy (self, FALSE);
  relm_secret_form_say (self, words, TRUE);
  gtk_widget_grab_focus (get_secret_entry (self));
}

/**
 * relm_secret_form_accept:
 * @place: where it is kept
 * @words: what that means
 *
 * The secret is not shown any more.
 */
void
relm_secret_form_accept (RelmSecretForm *self,
                         RelmTokenPlace place,
                         const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (get_secret_entry (self)), "");
  show_busy (self, FALSE);
  relm_secret_row_set_place (self->place, place);
  relm_secret_form_say (self, words, FALSE);
}

/**
 * relm_secret_form_say:
 * @words: a sentence
 * @wrong: whether that is bad news
 */
void
relm_secret_form_say (RelmSecretForm *self,
                      const char *words,
                      gboolean wrong)
{
  relm_reply_label_say (self->words, words, wrong);
}

/**
 * relm_secret_form_get_secret:
 *
 * Returns: (transfer none): what was typed last
 */
const char *
relm_secret_form_get_secret (RelmSecretForm *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_secret_entry (self)));
}
