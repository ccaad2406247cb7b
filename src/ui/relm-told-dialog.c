/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-communication.h"
#include "relm-error-dialog.h"
#include "relm-link.h"
#include "relm-record-consequences.h"
#include "relm-stakeholder.h"
#include "relm-told-dialog.h"
#include "relm-told.h"
#include "relm-uri.h"

struct _RelmToldDialog
{
  AdwDialog parent_instance;

  RelmDocument *document;
  RelmRecord *stakeholder;
  GtkWidget *toasts;
  GtkWidget *subject;
  GtkWidget *text;
  GtkWidget *channel;
};

G_DEFINE_FINAL_TYPE (RelmToldDialog, relm_told_dialog, ADW_TYPE_DIALOG)

static const char *
get_field (RelmToldDialog *self,
           guint field)
{
  const char *value = relm_record_get_string (self->stakeholder, field);

  return value != NULL ? value : "";
}

static char *
dup_text (RelmToldDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
copy_cb (RelmToldDialog *self)
{
  g_autofree char *text = dup_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), adw_toast_new (_ ("Copied")));
}

/* A mail program may take no address as long as that: then the text is on the clipboard. */
static void
mail_cb (RelmToldDialog *self)
{
  g_autofree char *text = dup_text (self);
  const char *address = get_field (self, RELM_STAKEHOLDER_EMAIL);
  const char *subject = gtk_editable_get_text (GTK_EDITABLE (self->subject));
  g_autofree char *uri = relm_told_dialog_make_mail (address, subject, text);

  if (uri == NULL)
    {
      uri = relm_told_dialog_make_mail (address, subject, NULL);
      copy_cb (self);
    }
  if (uri != NULL)
    relm_link_open (GTK_WIDGET (self), uri);
}

static gboolean
set_all (RelmToldDialog *self,
         RelmRecord *communication,
         GError **error)
{
  const char *subject = gtk_editable_get_text (GTK_EDITABLE (self->subject));
  const char *channel = gtk_editable_get_text (GTK_EDITABLE (self->channel));
  g_autofree char *text = dup_text (self);

  return relm_document_set_string (self->document, communication, RELM_COMMUNICATION_SUBJECT, *subject != '\0' ? subject : _ ("Untitled"), error) &&
         relm_document_set_string (self->document, communication, RELM_COMMUNICATION_STAKEHOLDER, relm_record_get_id (self->stakeholder), error) &&
         relm_record_consequences_apply (self->document, communication, RELM_COMMUNICATION_STAKEHOLDER, error) &&
         relm_document_set_date (self->document, communication, RELM_COMMUNICATION_TOLD, relm_date_today (), error) &&
         relm_document_set_string (self->document, communication, RELM_COMMUNICATION_CHANNEL, *channel != '\0' ? channel : NULL, error) &&
         relm_document_set_string (self->document, communication, RELM_COMMUNICATION_TEXT, *text != '\0' ? text : NULL, error);
}

static void
note_cb (RelmToldDialog *self)
{
  g_autofree char *title = relm_record_dup_display_title (self->stakeholder);
  /* Translators: a step that can be undone; the placeholder is a stakeholder's name */
  g_autofree char *label = g_strdup_printf (_ ("Tell “%s”"), title);
  g_autoptr (GError) error = NULL;
  RelmRecord *communication;

  relm_document_edit_begin (self->document, label);
  communication = relm_document_add (self->document, RELM_TYPE_COMMUNICATION, G_MAXUINT);
  if (communication != NULL && set_all (self, communication, &error))
    {
      relm_document_edit_end (self->document);
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  relm_document_edit_cancel (self->document);
  if (error != NULL)
    relm_error_dialog_show (GTK_WIDGET (self), _ ("It Could Not Be Noted"), error);
}

static GtkWidget *
create_header (RelmToldDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *note = gtk_button_new_with_mnemonic (_ ("_Note as Told"));

  gtk_widget_add_css_class (note, "suggested-action");
  g_signal_connect_swapped (note, "clicked", G_CALLBACK (note_cb), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (adw_dialog_close), self);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), note);
  return header;
}

static GtkWidget *
create_text (RelmToldDialog *self)
{
  g_autofree char *draft = relm_told_dup_draft (relm_document_get_project (self->document), self->stakeholder);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *row = adw_preferences_row_new ();

  self->text = gtk_text_view_new ();
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), draft, -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_widget_set_margin_top (self->text, 12);
  gtk_widget_set_margin_bottom (self->text, 12);
  gtk_widget_set_margin_start (self->text, 12);
  gtk_widget_set_margin_end (self->text, 12);
  gtk_widget_add_css_class (self->text, "inline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 180);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), scroller);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static GtkWidget *
create_entry (const char *title,
              const char *text)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  return entry;
}

static GtkWidget *
create_message (RelmToldDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *project = relm_record_dup_display_title (RELM_RECORD (relm_document_get_project (self->document)));
  /* Translators: the subject of a message; the placeholder is the name of a project */
  g_autofree char *subject = g_strdup_printf (_ ("%s: what is planned"), project);

  self->subject = create_entry (_ ("Subject"), subject);
  self->channel = create_entry (_ ("Channel"), get_field (self, RELM_STAKEHOLDER_CHANNEL));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->subject);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_text (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->channel);
  return group;
}

static void
add_way (RelmToldDialog *self,
         GtkWidget *group,
         const char *title,
         const char *icon,
         void (*activated) (RelmToldDialog *self))
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), icon);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (activated), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
create_ways (RelmToldDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *uri = relm_told_dialog_make_mail (get_field (self, RELM_STAKEHOLDER_EMAIL), "", NULL);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("Relm sends nothing. Pass the text on, then note that they were told."));
  add_way (self, group, _ ("Copy the Text"), "edit-copy-symbolic", copy_cb);
  if (uri != NULL)
    add_way (self, group, _ ("Write a Mail…"), "mail-send-symbolic", mail_cb);
  return group;
}

static GtkWidget *
create_content (RelmToldDialog *self)
{
  GtkWidget *page = adw_preferences_page_new ();

  self->toasts = adw_toast_overlay_new ();
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (create_message (self)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (create_ways (self)));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), page);
  return self->toasts;
}

static void
relm_told_dialog_finalize (GObject *object)
{
  RelmToldDialog *self = RELM_TOLD_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_object (&self->stakeholder);

  G_OBJECT_CLASS (relm_told_dialog_parent_class)->finalize (object);
}

static void
relm_told_dialog_class_init (RelmToldDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_told_dialog_finalize;
}

static void
relm_told_dialog_init (RelmToldDialog *self)
{
  adw_dialog_set_content_width (ADW_DIALOG (self), 520);
  adw_dialog_set_content_height (ADW_DIALOG (self), 600);
}

/**
 * relm_told_dialog_new:
 * @document: a document that takes edits
 * @stakeholder: a stakeholder of it
 *
 * Returns: (transfer floating): a dialog, to be presented
 */
AdwDialog *
relm_told_dialog_new (RelmDocument *document,
                      RelmRecord *stakeholder)
{
  RelmToldDialog *self = g_object_new (RELM_TYPE_TOLD_DIALOG, NULL);
  GtkWidget *view = adw_toolbar_view_new ();
  g_autofree char *name = relm_record_dup_display_title (stakeholder);

  self->document = g_object_ref (document);
  self->stakeholder = g_object_ref (stakeholder);
  adw_dialog_set_title (ADW_DIALOG (self), name);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), create_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), create_content (self));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  return ADW_DIALOG (self);
}

/**
 * relm_told_dialog_make_mail:
 * @address: of whom; from the file, it may be anything
 * @subject: what it is about
 * @text: (nullable): what it says
 *
 * Returns: (transfer full) (nullable): an address that opens a mail program (RFC 6068); %NULL when there is none that may be opened, or
 *   the text is too long for one
 */
char *
relm_told_dialog_make_mail (const char *address,
                            const char *subject,
                            const char *text)
{
  g_autofree char *to = g_uri_escape_string (address, "@", FALSE);
  g_autofree char *about = g_uri_escape_string (subject, NULL, FALSE);
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;
  g_autofree char *joined = lines != NULL ? g_strjoinv ("\r\n", lines) : NULL;
  g_autofree char *body = joined != NULL ? g_uri_escape_string (joined, NULL, FALSE) : NULL;
  g_autofree char *uri = g_strconcat ("mailto:", to, "?subject=", about, body != NULL ? "&body=" : NULL, body, NULL);

  return *address != '\0' ? relm_uri_check (uri, NULL) : NULL;
}
