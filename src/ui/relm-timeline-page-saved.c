/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Views of the timeline that a person gave a name: their menu, and how they come about. */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-property-text.h"
#include "relm-release.h"
#include "relm-saved-views.h"
#include "relm-text.h"
#include "relm-timeline-look.h"
#include "relm-timeline-page-private.h"

#define RELEASE "release"  /* whose id it shows; nothing for the whole roadmap */
#define ZOOM "day-width"
#define PAGE_PREFIX "page-" /* before the names of properties of the page */

static const char *const of_page[] = { "layout", "people", "baseline" };

static GFile *
get_file (RelmTimelinePage *self)
{
  return self->document != NULL ? relm_document_get_file (self->document) : NULL;
}

static void
add_text (GVariantBuilder *view,
          const char *prefix,
          gpointer object,
          const char *property)
{
  g_autofree char *name = g_strconcat (prefix, property, NULL);
  g_autofree char *text = relm_property_text_dup (object, property);

  if (text != NULL)
    g_variant_builder_add (view, "{ss}", name, text);
}

static GVariant *
describe (RelmTimelinePage *self)
{
  RelmRecord *release = relm_view_state_get_release (relm_page_get_view_state (RELM_PAGE (self)));
  GVariantBuilder view;

  g_variant_builder_init (&view, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; relm_timeline_look[i] != NULL; i++)
    add_text (&view, "", self->timeline, relm_timeline_look[i]);
  add_text (&view, "", self->timeline, ZOOM);
  for (guint i = 0; i < G_N_ELEMENTS (of_page); i++)
    add_text (&view, PAGE_PREFIX, self, of_page[i]);
  if (release != NULL)
    g_variant_builder_add (&view, "{ss}", RELEASE, relm_record_get_id (release));
  return g_variant_builder_end (&view);
}

static void
apply_text (GVariant *view,
            const char *prefix,
            gpointer object,
            const char *property)
{
  g_autofree char *name = g_strconcat (prefix, property, NULL);
  const char *text = NULL;

  g_variant_lookup (view, name, "&s", &text);
  relm_property_text_set (object, property, text);
}

/* A release that is gone is as if all of them had been shown. The baseline comes before whether it is shown. */
static void
apply (RelmTimelinePage *self,
       GVariant *view)
{
  const char *id = NULL;
  RelmRecord *release;

  g_variant_lookup (view, RELEASE, "&s", &id);
  release = id != NULL ? relm_project_lookup (relm_page_get_project (RELM_PAGE (self)), id) : NULL;
  relm_view_state_set_release (relm_page_get_view_state (RELM_PAGE (self)), release != NULL && RELM_IS_RELEASE (release) ? release : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (of_page); i++)
    apply_text (view, PAGE_PREFIX, self, of_page[i]);
  for (guint i = 0; relm_timeline_look[i] != NULL; i++)
    apply_text (view, "", self->timeline, relm_timeline_look[i]);
  apply_text (view, "", self->timeline, ZOOM);
}

/* A title that a person wrote has no key of its own. */
static void
append_view (GMenu *menu,
             const char *name,
             const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_autofree char *safe = relm_text_display_title (name);
  g_autoptr (GString) label = g_string_new (safe);

  g_string_replace (label, "_", "__", 0);
  g_menu_item_set_label (item, label->str);
  g_menu_item_set_action_and_target (item, action, "s", name);
  g_menu_append_item (menu, item);
}

void
_relm_timeline_page_update_views (RelmTimelinePage *self)
{
  GFile *file = get_file (self);
  g_auto (GStrv) names = file != NULL ? relm_saved_views_list (file) : g_new0 (char *, 1);
  g_autoptr (GMenu) remove = g_menu_new ();
  g_autoptr (GMenu) save = g_menu_new ();

  g_menu_remove_all (self->views);
  for (guint i = 0; names[i] != NULL; i++)
    {
      append_view (self->views, names[i], "timeline-page.show-view");
      append_view (remove, names[i], "timeline-page.forget-view");
    }
  g_menu_append (save, _ ("_Save This View…"), "timeline-page.save-view");
  g_menu_append_section (self->views, NULL, G_MENU_MODEL (save));
  if (names[0] != NULL)
    g_menu_append_section (self->views, _ ("Remove"), G_MENU_MODEL (remove));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline-page.save-view",
                                 file != NULL && g_strv_length (names) < RELM_SAVED_VIEWS_MAX);
}

static void
show_view_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (widget);
  GFile *file = get_file (self);
  g_autoptr (GVariant) view = file != NULL ? relm_saved_views_get (file, g_variant_get_string (parameter, NULL)) : NULL;

  if (view != NULL)
    apply (self, view);
  else
    gtk_widget_error_bell (widget);
}

static void
forget_view_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  RelmTimelinePage *self = RELM_TIMELINE_PAGE (widget);

  if (get_file (self) == NULL)
    return;
  relm_saved_views_set (get_file (self), g_variant_get_string (parameter, NULL), NULL);
  _relm_timeline_page_update_views (self);
}

static void
saved_cb (AdwAlertDialog *dialog,
          const char *response,
          RelmTimelinePage *self)
{
  GtkEditable *entry = GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (!g_str_equal (response, "save") || *name == '\0' || get_file (self) == NULL)
    return;
  relm_saved_views_set (get_file (self), name, describe (self));
  _relm_timeline_page_update_views (self);
}

static void
name_changed_cb (GtkEditable *entry,
                 AdwAlertDialog *dialog)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_alert_dialog_set_response_enabled (dialog, "save", *name != '\0');
}

static void
save_view_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Save This View"), _ ("It is kept on this computer, and is no part of the project. A view of "
                                                                     "the same name is replaced."));
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Name"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of the view"), -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), entry);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (dialog), "save", FALSE);
  g_signal_connect (entry, "changed", G_CALLBACK (name_changed_cb), dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (saved_cb), widget, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
  gtk_widget_grab_focus (entry);
}

void
_relm_timeline_page_install_views (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, views);
  gtk_widget_class_install_action (widget_class, "timeline-page.show-view", "s", show_view_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.forget-view", "s", forget_view_cb);
  gtk_widget_class_install_action (widget_class, "timeline-page.save-view", NULL, save_view_cb);
}
