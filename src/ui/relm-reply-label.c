/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-reply-label.h"
#include "relm-text.h"

/**
 * relm_reply_label_new:
 *
 * Returns: (transfer floating): a label that is hidden until there is something to say
 */
GtkWidget *
relm_reply_label_new (void)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_visible (label, FALSE);
  return label;
}

/**
 * relm_reply_label_say:
 * @label: from relm_reply_label_new()
 * @text: a sentence, which may hold what a server said; empty for none
 * @wrong: whether it says what went wrong; that is read out, too
 */
void
relm_reply_label_say (GtkWidget *label,
                      const char *text,
                      gboolean wrong)
{
  g_autofree char *safe = relm_text_display (text);

  gtk_label_set_text (GTK_LABEL (label), safe);
  gtk_widget_set_visible (label, *safe != '\0');
  if (wrong)
    {
      gtk_widget_add_css_class (label, "error");
      gtk_accessible_announce (GTK_ACCESSIBLE (label), safe, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  else
    gtk_widget_remove_css_class (label, "error");
}
