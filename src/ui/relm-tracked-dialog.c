/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-text.h"
#include "relm-tracked-dialog.h"
#include "relm-tracked-edits.h"
#include "relm-work-item.h"

/* More would be read by nobody at once; the rest comes when these are decided on. */
#define ROWS_MAX 200
/* What takes less is not announced. */
#define SPINNER_MS 400

struct _RelmTrackedDialog
{
  AdwDialog parent_instance;

  RelmDocument *document;
  RelmTrackedFinder *finder;
  GPtrArray *differences;
  GPtrArray *shown;  /* those of them that have a group */
  GPtrArray *groups; /* which are the page's */
  GtkStack *states;
  AdwPreferencesPage *page;
  GtkWidget *take_all;
  gboolean took; /* what was decided last */
  guint spinner_id;
};

G_DEFINE_FINAL_TYPE (RelmTrackedDialog, relm_tracked_dialog, ADW_TYPE_DIALOG)

static void
decide (RelmTrackedDialog *self,
        RelmTrackedDifference **differences,
        guint n_differences,
        gboolean take)
{
  g_autoptr (GError) error = NULL;
  const gboolean done = take ? relm_tracked_edits_take (self->document, differences, n_differences, &error)
                             : relm_tracked_edits_keep (self->document, differences, n_differences, &error);

  if (!done)
    relm_error_dialog_show (GTK_WIDGET (self), _ ("It Could Not Be Taken Over"), error);
  relm_tracked_finder_catch_up (self->finder);
}

static void
decide_one_cb (GtkWidget *button,
               RelmTrackedDialog *self)
{
  g_autoptr (RelmTrackedDifference) difference = relm_tracked_difference_ref (g_object_get_data (G_OBJECT (button), "difference"));

  self->took = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "take"));
  decide (self, &difference, 1, self->took);
}

/* Not what a person changed here: that is decided one by one. */
static void
take_all_cb (RelmTrackedDialog *self)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < self->differences->len; i++)
    if (!((RelmTrackedDifference *) self->differences->pdata[i])->edited)
      g_ptr_array_add (chosen, self->differences->pdata[i]);
  decide (self, (RelmTrackedDifference **) chosen->pdata, chosen->len, TRUE);
}

static void
add_choice (RelmTrackedDialog *self,
            AdwPreferencesGroup *group,
            RelmTrackedDifference *difference,
            const char *who,
            const char *value,
            const char *label,
            gboolean take)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *shown = relm_text_display (value);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), who);
  adw_action_row_set_subtitle (row, *shown != '\0' ? shown : _ ("None"));
  gtk_widget_add_css_class (GTK_WIDGET (row), "property");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !relm_document_get_read_only (self->document));
  g_object_set_data_full (G_OBJECT (button), "difference", relm_tracked_difference_ref (difference),
                          (GDestroyNotify) relm_tracked_difference_unref);
  g_object_set_data (G_OBJECT (button), "take", GINT_TO_POINTER (take));
  g_signal_connect (button, "clicked", G_CALLBACK (decide_one_cb), self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row, NULL, -1);
  g_object_set_data (G_OBJECT (group), take ? "take" : "keep", button);
  adw_action_row_add_suffix (row, button);
  adw_preferences_group_add (group, GTK_WIDGET (row));
}

static GtkWidget *
create_group (RelmTrackedDialog *self,
              RelmTrackedDifference *difference)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  const RelmField *field = &relm_record_get_kind (difference->record)->fields[difference->field];
  g_autofree char *title = relm_record_dup_display_title (difference->record);
  g_autofree char *key = relm_text_display (relm_record_get_string (difference->record, RELM_WORK_ITEM_ITEM));
  g_autofree char *words = NULL;
  g_autofree char *escaped_title = g_markup_printf_escaped ("%s", title);
  g_autofree char *escaped_words = NULL;

  /* Translators: the first placeholder is like “#12”, the second the name of a field: “State” */
  words = difference->edited ? g_strdup_printf (_ ("%s · %s · changed here, too"), key, relm_field_get_label (field))
                             : g_strdup_printf (_ ("%s · %s"), key, relm_field_get_label (field));
  escaped_words = g_markup_printf_escaped ("%s", words);
  adw_preferences_group_set_title (group, escaped_title);
  adw_preferences_group_set_description (group, escaped_words);
  add_choice (self, group, difference, _ ("Plan"), difference->mine, _ ("Keep Mine"), FALSE);
  add_choice (self, group, difference, _ ("Tracker"), difference->theirs, _ ("Take Theirs"), TRUE);
  return GTK_WIDGET (group);
}

static void
append_group (RelmTrackedDialog *self,
              RelmTrackedDifference *difference)
{
  GtkWidget *group = create_group (self, difference);

  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  g_ptr_array_add (self->shown, relm_tracked_difference_ref (difference));
}

/* Returns: whether the focus was in it */
static gboolean
remove_group (RelmTrackedDialog *self,
              guint position)
{
  GtkWidget *group = self->groups->pdata[position];
  const gboolean had_focus = gtk_widget_get_focus_child (group) != NULL;

  adw_preferences_page_remove (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_remove_index (self->groups, position);
  g_ptr_array_remove_index (self->shown, position);
  return had_focus;
}

/* Who decides with the keyboard goes on with what comes next, and most likely the same way. */
static void
focus_group (RelmTrackedDialog *self,
             guint position)
{
  gtk_widget_grab_focus (g_object_get_data (self->groups->pdata[position], self->took ? "take" : "keep"));
}

static void
show_rest (RelmTrackedDialog *self)
{
  g_autofree char *words = NULL;

  if (self->differences->len > self->shown->len)
    words = g_strdup_printf (ngettext ("The first %u change of %u; the rest comes as you decide.",
                                       "The first %u changes of %u; the rest comes as you decide.", self->shown->len),
                             self->shown->len, self->differences->len);
  adw_preferences_page_set_description (self->page, words != NULL ? words : "");
}

/* What stays is not made anew: the page does not move under the hand that decides. */
static void
show_list (RelmTrackedDialog *self)
{
  const guint size = MIN (self->differences->len, ROWS_MAX);
  guint n_kept = 0, focused = G_MAXUINT;

  while (n_kept < self->shown->len)
    if (n_kept < size && relm_tracked_difference_equal (self->shown->pdata[n_kept], self->differences->pdata[n_kept]))
      n_kept++;
    else if (remove_group (self, n_kept))
      focused = n_kept;
  for (guint i = n_kept; i < size; i++)
    append_group (self, self->differences->pdata[i]);
  show_rest (self);
  if (focused != G_MAXUINT && size > 0)
    focus_group (self, MIN (focused, size - 1));
}

static GtkWidget *
create_placeholder (void)
{
  AdwStatusPage *status = ADW_STATUS_PAGE (adw_status_page_new ());

  adw_status_page_set_icon_name (status, "object-select-symbolic");
  adw_status_page_set_title (status, _ ("Nothing to Decide"));
  adw_status_page_set_description (status, _ ("What the tracker changes in items of the plan will be here."));
  gtk_widget_add_css_class (GTK_WIDGET (status), "compact");
  return GTK_WIDGET (status);
}

static GtkWidget *
create_spinner (void)
{
  GtkWidget *status = adw_status_page_new ();
  AdwSpinnerPaintable *spinner = adw_spinner_paintable_new (status);

  adw_status_page_set_paintable (ADW_STATUS_PAGE (status), GDK_PAINTABLE (spinner));
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Comparing…"));
  g_object_unref (spinner);
  return status;
}

static void
changed_cb (RelmTrackedDialog *self)
{
  guint n_theirs = 0;

  g_clear_pointer (&self->differences, g_ptr_array_unref);
  self->differences = relm_tracked_finder_list (self->finder);
  for (guint i = 0; i < self->differences->len; i++)
    n_theirs += ((RelmTrackedDifference *) self->differences->pdata[i])->edited ? 0 : 1;
  gtk_widget_set_visible (self->take_all, n_theirs > 1 && !relm_document_get_read_only (self->document));
  show_list (self);
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  gtk_stack_set_visible_child_name (self->states, self->differences->len > 0 ? "list" : "same");
}

static void
spinner_cb (gpointer data)
{
  RelmTrackedDialog *self = data;

  self->spinner_id = 0;
  gtk_stack_set_visible_child_name (self->states, "finding");
}

static void
relm_tracked_dialog_dispose (GObject *object)
{
  RelmTrackedDialog *self = RELM_TRACKED_DIALOG (object);

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->finder, self);
  G_OBJECT_CLASS (relm_tracked_dialog_parent_class)->dispose (object);
}

static void
relm_tracked_dialog_finalize (GObject *object)
{
  RelmTrackedDialog *self = RELM_TRACKED_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_object (&self->finder);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->groups);
  G_OBJECT_CLASS (relm_tracked_dialog_parent_class)->finalize (object);
}

static void
relm_tracked_dialog_class_init (RelmTrackedDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_tracked_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_tracked_dialog_finalize;
}

static void
relm_tracked_dialog_init (RelmTrackedDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_tracked_difference_unref);
  self->groups = g_ptr_array_new ();
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->states = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->states, gtk_label_new (NULL), "nothing"); /* for less time than a spinner is worth */
  gtk_stack_add_named (self->states, create_spinner (), "finding");
  gtk_stack_add_named (self->states, create_placeholder (), "same");
  gtk_stack_add_named (self->states, GTK_WIDGET (self->page), "list");
  self->take_all = gtk_button_new_with_mnemonic (_ ("Take _All"));
  gtk_widget_set_tooltip_text (self->take_all, _ ("Take over all that was not changed here"));
  gtk_widget_add_css_class (self->take_all, "suggested-action");
  g_signal_connect_swapped (self->take_all, "clicked", G_CALLBACK (take_all_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->take_all);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->states));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_content_width (ADW_DIALOG (self), 560);
  adw_dialog_set_content_height (ADW_DIALOG (self), 560);
}

/**
 * relm_tracked_dialog_new:
 * @document: the document
 * @source: a tracker of its project
 * @finder: finds where the plan differs from that tracker
 *
 * Returns: (transfer floating): a dialog, to be presented
 */
AdwDialog *
relm_tracked_dialog_new (RelmDocument *document,
                         RelmRecord *source,
                         RelmTrackedFinder *finder)
{
  RelmTrackedDialog *self = g_object_new (RELM_TYPE_TRACKED_DIALOG, NULL);
  g_autofree char *name = relm_record_dup_display_title (source);
  /* Translators: the placeholder is the name of a tracker */
  g_autofree char *title = g_strdup_printf (_ ("Changes in %s"), name);

  self->document = g_object_ref (document);
  self->finder = g_object_ref (finder);
  g_signal_connect_swapped (finder, "changed", G_CALLBACK (changed_cb), self);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_widget_set_visible (self->take_all, FALSE);
  if (relm_tracked_finder_is_finding (finder))
    self->spinner_id = g_timeout_add_once (SPINNER_MS, spinner_cb, self);
  else
    changed_cb (self);
  return ADW_DIALOG (self);
}
