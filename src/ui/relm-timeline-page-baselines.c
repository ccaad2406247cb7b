/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The baseline that the timeline's page compares the plan with: its menu, and that it is remembered. */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-baseline.h"
#include "relm-memory.h"
#include "relm-timeline-page-private.h"

#define DETAIL "baseline" /* what the choice is remembered by */
#define NONE "none"       /* no id has this form */

static const char *
get_id (RelmTimelinePage *self)
{
  RelmRecord *baseline = relm_page_get_view_state (RELM_PAGE (self)) != NULL ? relm_view_state_get_baseline (relm_page_get_view_state (RELM_PAGE (self))) : NULL;

  return baseline != NULL ? relm_record_get_id (baseline) : NONE;
}

static void
append (GMenu *menu,
        const char *title,
        const char *id)
{
  g_auto (GStrv) parts = g_strsplit (title, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts); /* a name has no mnemonic */
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "timeline-page.baseline", "s", id);
  g_menu_append_item (menu, item);
}

static int
compare_taken (gconstpointer a,
               gconstpointer b)
{
  return (int) (relm_record_get_date (*(RelmRecord *const *) b, RELM_BASELINE_TAKEN) -
                relm_record_get_date (*(RelmRecord *const *) a, RELM_BASELINE_TAKEN));
}

/* The newest first. */
static GPtrArray *
list_baselines (RelmTimelinePage *self)
{
  RelmRecordList *list = relm_page_get_project (RELM_PAGE (self)) != NULL ? relm_project_get_list (relm_page_get_project (RELM_PAGE (self)), RELM_TYPE_BASELINE) : NULL;
  GPtrArray *baselines = g_ptr_array_new ();

  for (guint i = list != NULL ? relm_record_list_get_size (list) : 0; i > 0; i--)
    g_ptr_array_add (baselines, relm_record_list_get (list, i - 1));
  g_ptr_array_sort (baselines, compare_taken);
  return baselines;
}

static void
fill_menu (RelmTimelinePage *self,
           GPtrArray *baselines)
{
  g_menu_remove_all (self->baselines);
  append (self->baselines, _ ("None"), NONE);
  for (guint i = 0; i < baselines->len; i++)
    {
      g_autofree char *title = relm_record_dup_display_title (baselines->pdata[i]);

      append (self->baselines, title, relm_record_get_id (baselines->pdata[i]));
    }
}

/* What there is to compare with may be something else than before. */
void
_relm_timeline_page_update_baselines (RelmTimelinePage *self)
{
  RelmRecord *baseline = relm_page_get_view_state (RELM_PAGE (self)) != NULL ? relm_view_state_get_baseline (relm_page_get_view_state (RELM_PAGE (self))) : NULL;
  g_autoptr (GPtrArray) baselines = list_baselines (self);
  g_autofree char *title = baseline != NULL ? relm_record_dup_display_title (baseline) : g_strdup (_ ("No Baseline"));

  fill_menu (self, baselines);
  gtk_label_set_label (self->baseline_label, title);
  gtk_widget_set_visible (self->baseline_button, baselines->len > 0 && !self->is_narrow);
  relm_timeline_set_baseline (self->timeline, baseline);
  g_object_notify (G_OBJECT (self), "baseline");
}

void
_relm_timeline_page_get_baseline (RelmTimelinePage *self,
                                  GValue *value)
{
  g_value_set_string (value, get_id (self));
}

/* Whoever chooses one wants to see it. */
void
_relm_timeline_page_set_baseline (RelmTimelinePage *self,
                                  const char *id)
{
  RelmRecord *baseline = relm_page_get_project (RELM_PAGE (self)) != NULL && id != NULL ? relm_project_lookup (relm_page_get_project (RELM_PAGE (self)), id) : NULL;

  if (relm_page_get_view_state (RELM_PAGE (self)) == NULL)
    return;
  if (baseline != NULL && !RELM_IS_BASELINE (baseline))
    baseline = NULL;
  relm_view_state_choose_baseline (relm_page_get_view_state (RELM_PAGE (self)), baseline);
  relm_timeline_set_show_baseline (self->timeline, baseline != NULL);
}

void
_relm_timeline_page_remember_baseline (RelmTimelinePage *self,
                                       GFile *file)
{
  const gboolean is_chosen = relm_page_get_view_state (RELM_PAGE (self)) != NULL && relm_view_state_has_chosen_baseline (relm_page_get_view_state (RELM_PAGE (self)));

  relm_memory_set_detail (file, DETAIL, is_chosen ? get_id (self) : NULL);
}

void
_relm_timeline_page_recall_baseline (RelmTimelinePage *self,
                                     GFile *file)
{
  g_autofree char *id = file != NULL ? relm_memory_dup_detail (file, DETAIL) : NULL;
  RelmRecord *baseline = id != NULL ? relm_project_lookup (relm_page_get_project (RELM_PAGE (self)), id) : NULL;

  if (baseline != NULL && RELM_IS_BASELINE (baseline))
    relm_view_state_choose_baseline (relm_page_get_view_state (RELM_PAGE (self)), baseline);
  else if (g_strcmp0 (id, NONE) == 0)
    relm_view_state_choose_baseline (relm_page_get_view_state (RELM_PAGE (self)), NULL);
}

void
_relm_timeline_page_install_baselines (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, baselines_menu);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, plan_menu);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, baseline_button);
  gtk_widget_class_bind_template_child (widget_class, RelmTimelinePage, baseline_label);
  gtk_widget_class_install_property_action (widget_class, "timeline-page.baseline", "baseline");
}

void
_relm_timeline_page_init_baselines (RelmTimelinePage *self)
{
  self->baselines = g_menu_new ();
  g_menu_insert_section (self->baselines_menu, 0, _ ("Compare With"), G_MENU_MODEL (self->baselines));
  g_menu_append_submenu (self->plan_menu, _ ("_Baseline"), G_MENU_MODEL (self->baselines_menu));
}
