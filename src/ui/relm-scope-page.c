/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-plan.h"
#include "relm-scope-page.h"
#include "relm-source.h"
#include "relm-table-page.h"
#include "relm-tracked-page.h"
#include "relm-work-item.h"

#define N_STAGES 5
#define ANY_STAGE (-1)

/* One button per stage, and the first one for all. */
typedef struct
{
  GtkWidget *button;
  GtkWidget *count;
  guint n_done;
  guint n_items;
} StageButton;

struct _RelmScopePage
{
  RelmPage parent_instance;

  RelmTablePage *page;
  RelmRecordTable *table;
  RelmRecordRows *rows;
  StageButton stages[N_STAGES + 1];
  AdwViewStack *views; /* the plan, and what the trackers hold */
  GtkWidget *switcher;
  RelmTrackedPage *tracked;
  GtkWidget *unfinished;
  int stage;
};

static const guint columns[] = {
  RELM_WORK_ITEM_STATE,
  RELM_WORK_ITEM_STAGE,
  RELM_WORK_ITEM_KIND,
  RELM_WORK_ITEM_PRIORITY,
  RELM_WORK_ITEM_ASSIGNEE,
  RELM_WORK_ITEM_PLANNED_FINISH,
};

G_DEFINE_FINAL_TYPE (RelmScopePage, relm_scope_page, RELM_TYPE_PAGE)

static gboolean
match_cb (RelmRecord *record,
          gpointer user_data)
{
  RelmScopePage *self = user_data;

  if (self->stage != ANY_STAGE && relm_record_get_choice (record, RELM_WORK_ITEM_STAGE) != self->stage)
    return FALSE;
  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->unfinished)))
    return TRUE;
  return !relm_plan_is_done (record) && !relm_plan_is_cancelled (record);
}

static void
prepare_cb (RelmDocument *document,
            RelmRecord *record,
            gpointer user_data)
{
  RelmScopePage *self = user_data;

  if (self->stage != ANY_STAGE)
    relm_document_set_string (document, record, RELM_WORK_ITEM_STAGE, relm_work_item_stages[self->stage].nick, NULL);
}

/* Cancelled items are neither done nor to be done. */
static void
count_item (RelmScopePage *self,
            RelmRecord *record)
{
  const int stage = relm_record_get_choice (record, RELM_WORK_ITEM_STAGE);
  const guint done = relm_plan_is_done (record) ? 1 : 0;

  if (relm_plan_is_cancelled (record) || !relm_record_rows_is_in_release (self->rows, record))
    return;
  self->stages[0].n_items++;
  self->stages[0].n_done += done;
  if (stage < 0 || stage >= N_STAGES)
    return;
  self->stages[stage + 1].n_items++;
  self->stages[stage + 1].n_done += done;
}

static void
show_count (StageButton *stage)
{
  g_autofree char *text = NULL;

  if (stage->n_items > 0)
    /* Translators: how many work items are done, of how many */
    text = g_strdup_printf (_ ("%u of %u"), stage->n_done, stage->n_items);
  gtk_label_set_text (GTK_LABEL (stage->count), text != NULL ? text : "–");
}

static gboolean
has_tracker (RelmScopePage *self)
{
  RelmProject *project = relm_page_get_project (RELM_PAGE (self));
  RelmRecordList *sources = project != NULL ? relm_project_get_list (project, RELM_TYPE_SOURCE) : NULL;

  for (guint i = 0; sources != NULL && i < relm_record_list_get_size (sources); i++)
    if (g_strcmp0 (relm_record_get_string (relm_record_list_get (sources, i), RELM_SOURCE_KIND), "tracker") == 0)
      return TRUE;
  return FALSE;
}

static void
show_switcher (RelmScopePage *self)
{
  const gboolean shown = has_tracker (self);

  gtk_widget_set_visible (self->switcher, shown);
  if (!shown)
    adw_view_stack_set_visible_child_name (self->views, "plan");
}

static void
relm_scope_page_update (RelmPage *page)
{
  RelmScopePage *self = RELM_SCOPE_PAGE (page);
  RelmProject *project = relm_page_get_project (page);
  RelmRecordList *list = project != NULL ? relm_project_get_list (project, RELM_TYPE_WORK_ITEM) : NULL;

  for (guint i = 0; i <= N_STAGES; i++)
    self->stages[i].n_items = self->stages[i].n_done = 0;
  for (guint i = 0; list != NULL && i < relm_record_list_get_size (list); i++)
    count_item (self, relm_record_list_get (list, i));
  for (guint i = 0; i <= N_STAGES; i++)
    show_count (&self->stages[i]);
  show_switcher (self);
}

static void
relm_scope_page_view_state_changed (RelmPage *page)
{
  RelmScopePage *self = RELM_SCOPE_PAGE (page);

  relm_record_table_set_view_state (self->table, relm_page_get_view_state (page));
  relm_page_set_view_state (RELM_PAGE (self->tracked), relm_page_get_view_state (page));
}

static void
filter_changed_cb (RelmScopePage *self)
{
  for (int i = 0; i <= N_STAGES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->stages[i].button)))
      self->stage = i - 1;
  relm_record_rows_refilter (self->rows);
}

static void
relm_scope_page_class_init (RelmScopePageClass *klass)
{
  RelmPageClass *page_class = RELM_PAGE_CLASS (klass);

  page_class->view_state_changed = relm_scope_page_view_state_changed;
  page_class->update = relm_scope_page_update;
}

static void
create_stage_button (RelmScopePage *self,
                     GtkWidget *bar,
                     guint index)
{
  StageButton *stage = &self->stages[index];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  /* Translators: work items of every stage */
  GtkWidget *label = gtk_label_new (index == 0 ? _ ("All") : _ (relm_work_item_stages[index - 1].label));

  stage->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (stage->count, "dimmed");
  gtk_widget_add_css_class (stage->count, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), stage->count);

  stage->button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (stage->button), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (stage->button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, stage->count, NULL,
                                  -1);
  gtk_widget_add_css_class (stage->button, "flat");
  if (index > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (stage->button), GTK_TOGGLE_BUTTON (self->stages[0].button));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (stage->button), index == 0);
  g_signal_connect_swapped (stage->button, "toggled", G_CALLBACK (filter_changed_cb), self);
  gtk_box_append (GTK_BOX (bar), stage->button);
}

/* One line at every width: what does not fit scrolls. */
static GtkWidget *
create_summary (RelmScopePage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  gtk_widget_set_margin_start (bar, 6);
  gtk_widget_set_margin_end (bar, 6);
  gtk_widget_set_margin_bottom (bar, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Stages"), -1);
  for (guint i = 0; i <= N_STAGES; i++)
    create_stage_button (self, bar, i);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), bar);
  return scroller;
}

static GtkWidget *
create_unfinished (RelmScopePage *self)
{
  self->unfinished = gtk_toggle_button_new_with_label (_ ("Not Done"));
  gtk_widget_set_tooltip_text (self->unfinished, _ ("Show only what is still to be done"));
  g_signal_connect_swapped (self->unfinished, "toggled", G_CALLBACK (filter_changed_cb), self);
  return self->unfinished;
}

static GtkWidget *
create_views (RelmScopePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->views = ADW_VIEW_STACK (adw_view_stack_new ());
  self->tracked = RELM_TRACKED_PAGE (relm_tracked_page_new ());
  adw_view_stack_add_titled (self->views, GTK_WIDGET (self->page), "plan", _ ("Plan"));
  adw_view_stack_add_titled (self->views, GTK_WIDGET (self->tracked), "tracker", _ ("Tracker"));
  self->switcher = adw_inline_view_switcher_new ();
  adw_inline_view_switcher_set_stack (ADW_INLINE_VIEW_SWITCHER (self->switcher), self->views);
  gtk_widget_add_css_class (self->switcher, "round");
  gtk_widget_set_halign (self->switcher, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->switcher, 3);
  gtk_widget_set_margin_bottom (self->switcher, 3);
  gtk_widget_set_visible (self->switcher, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->views), TRUE);
  gtk_box_append (GTK_BOX (box), self->switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->views));
  return box;
}

static void
relm_scope_page_init (RelmScopePage *self)
{
  g_assert (relm_work_item_stages[N_STAGES].nick == NULL);

  self->stage = ANY_STAGE;
  self->page = relm_table_page_new (RELM_TYPE_WORK_ITEM, columns, G_N_ELEMENTS (columns), _ ("Add Work Item"));
  self->table = relm_table_page_get_table (self->page);
  self->rows = relm_record_table_get_rows (self->table);
  relm_table_page_add_tool (self->page, create_unfinished (self));
  relm_table_page_set_summary (self->page, create_summary (self));
  relm_table_page_set_placeholder (self->page, "view-list-symbolic", _ ("Nothing Planned Yet"),
                                   _ ("Work items are what a release is made of: features, bugs, documentation, tests. Each goes from requirements to deployment."));
  relm_record_rows_set_filter (self->rows, match_cb, self);
  relm_record_table_set_prepare (self->table, prepare_cb, self);
  adw_bin_set_child (ADW_BIN (self), create_views (self));
}
