/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-link.h"
#include "relm-token-page-button.h"
#include "relm-tracker-service.h"
#include "relm-uri.h"

struct _RelmTokenPageButton
{
  GtkButton parent_instance;

  char *uri; /* checked, or NULL */
};

G_DEFINE_FINAL_TYPE (RelmTokenPageButton, relm_token_page_button, GTK_TYPE_BUTTON)

static void
relm_token_page_button_clicked (GtkButton *button)
{
  RelmTokenPageButton *self = RELM_TOKEN_PAGE_BUTTON (button);

  relm_link_open (GTK_WIDGET (self), self->uri);
}

static void
relm_token_page_button_finalize (GObject *object)
{
  g_free (RELM_TOKEN_PAGE_BUTTON (object)->uri);
  G_OBJECT_CLASS (relm_token_page_button_parent_class)->finalize (object);
}

static void
relm_token_page_button_class_init (RelmTokenPageButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_token_page_button_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = relm_token_page_button_clicked;
}

static void
relm_token_page_button_init (RelmTokenPageButton *self)
{
  gtk_button_set_label (GTK_BUTTON (self), _ ("Make a Token in the Browser"));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pill");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * relm_token_page_button_new:
 *
 * Returns: (transfer floating): a button that is hidden until there is an address
 */
RelmTokenPageButton *
relm_token_page_button_new (void)
{
  return g_object_new (RELM_TYPE_TOKEN_PAGE_BUTTON, NULL);
}

/**
 * relm_token_page_button_set_address:
 * @address: (nullable): a tracker
 *
 * Shows the button where its server has such a page.
 */
void
relm_token_page_button_set_address (RelmTokenPageButton *self,
                                    const RelmTrackerAddress *address)
{
  g_autofree char *page = NULL;

  g_return_if_fail (RELM_IS_TOKEN_PAGE_BUTTON (self));

  if (address != NULL && address->service->dup_token_page != NULL)
    page = address->service->dup_token_page (address);
  g_clear_pointer (&self->uri, g_free);
  self->uri = page != NULL ? relm_uri_check (page, NULL) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), self->uri != NULL);
}
