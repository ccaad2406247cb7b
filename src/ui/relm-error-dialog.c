/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-text.h"

#define PLACE "place" /* what can be copied */

static void
response_cb (AdwAlertDialog *dialog,
             const char *response)
{
  if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)), adw_alert_dialog_get_body (dialog));
}

/**
 * relm_error_dialog_show:
 * @from: a widget of the window that it concerns
 * @title: what did not work, in title case, translated
 * @error: why; a cancellation is not shown
 */
void
relm_error_dialog_show (GtkWidget *from,
                        const char *title,
                        const GError *error)
{
  g_autofree char *body = relm_text_display (error->message);
  AdwDialog *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  dialog = adw_alert_dialog_new (title, body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "copy", _ ("Copy _Details"), "close", _ ("_Close"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), NULL);
  adw_dialog_present (dialog, from);
}

static void
place_response_cb (AdwAlertDialog *dialog,
                   const char *response)
{
  if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)), g_object_get_data (G_OBJECT (dialog), PLACE));
}

/* It has no spaces to break it at, and a hyphen that is not in it would be wrong. */
static GtkWidget *
create_place (const char *place)
{
  g_autofree char *shown = relm_text_display (place);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkWidget *label = gtk_label_new (shown);

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE); /* it would be selected as soon as it is shown */
  gtk_widget_add_css_class (label, "monospace");
  return label;
}

/**
 * relm_error_dialog_show_place:
 * @from: a widget of the window that it concerns
 * @title: what did not work, in title case, translated
 * @body: why, and what to do; ends with a colon
 * @place: the path or the address that it is about, to be copied
 */
void
relm_error_dialog_show_place (GtkWidget *from,
                              const char *title,
                              const char *body,
                              const char *place)
{
  AdwDialog *dialog = adw_alert_dialog_new (title, body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "copy", _ ("_Copy"), "close", _ ("_Close"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  g_object_set_data_full (G_OBJECT (dialog), PLACE, g_strdup (place), g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (place_response_cb), NULL);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), create_place (place));
  adw_dialog_present (dialog, from);
}
