/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-export-dialog.h"
#include "relm-export-outcome.h"
#include "relm-file-portal.h"
#include "relm-plan-export.h"

struct _RelmExportDialog
{
  AdwDialog parent_instance;

  AdwComboRow *format;
  GtkWidget *paper_group;
  AdwComboRow *zoom;
  AdwComboRow *paper;
  AdwSwitchRow *landscape;
  GtkWidget *chart_group;
  AdwSwitchRow *titles;
  AdwSwitchRow *heading;
  AdwSwitchRow *legend;
  GtkWidget *work_group;
  AdwSwitchRow *work;
  GtkWidget *export_button;

  RelmTimeline *timeline;
};

G_DEFINE_FINAL_TYPE (RelmExportDialog, relm_export_dialog, ADW_TYPE_DIALOG)

/* What waits for a person to choose a file. */
typedef struct
{
  GtkWidget *from; /* the window */
  RelmExportDialog *dialog;
  RelmTimeline *timeline;
  RelmPlanExportOptions options;
} Request;

static const char *const papers[] = { GTK_PAPER_NAME_A4, "iso_a3", GTK_PAPER_NAME_LETTER, "na_ledger" };

/* In the order of the rows. */
static const RelmTimelineZoom zooms[] = { RELM_TIMELINE_ZOOM_WIDTH, RELM_TIMELINE_ZOOM_PAGE, RELM_TIMELINE_ZOOM_SAME };

static void
request_free (Request *request)
{
  g_object_unref (request->from);
  g_object_unref (request->dialog);
  g_object_unref (request->timeline);
  g_free (request);
}

static RelmPlanFormat
get_format (RelmExportDialog *self)
{
  return MIN (adw_combo_row_get_selected (self->format), RELM_PLAN_N_FORMATS - 1);
}

static RelmPlanExportOptions
get_options (RelmExportDialog *self)
{
  GtkPaperSize *paper = gtk_paper_size_new (papers[MIN (adw_combo_row_get_selected (self->paper), G_N_ELEMENTS (papers) - 1)]);
  const double width = gtk_paper_size_get_width (paper, GTK_UNIT_POINTS);
  const double height = gtk_paper_size_get_height (paper, GTK_UNIT_POINTS);
  const gboolean landscape = adw_switch_row_get_active (self->landscape);

  gtk_paper_size_free (paper);
  return (RelmPlanExportOptions) {
    .format = get_format (self),
    .zoom = zooms[MIN (adw_combo_row_get_selected (self->zoom), G_N_ELEMENTS (zooms) - 1)],
    .page_width = landscape ? MAX (width, height) : MIN (width, height),
    .page_height = landscape ? MIN (width, height) : MAX (width, height),
    .has_titles = adw_switch_row_get_active (self->titles),
    .has_heading = adw_switch_row_get_active (self->heading),
    .has_legend = adw_switch_row_get_active (self->legend),
    .with_work = adw_switch_row_get_active (self->work),
  };
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;

  relm_plan_export_save_finish (result, &error);
  relm_export_outcome_tell (from, G_FILE (source), error);
}

static void
chosen_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    {
      relm_plan_export_save_async (request->timeline, &request->options, file, NULL, saved_cb, g_object_ref (request->from));
      adw_dialog_close (ADW_DIALOG (request->dialog));
    }
  else
    relm_export_outcome_tell (request->from, NULL, error);
  request_free (request);
}

static GListModel *
create_filters (RelmPlanFormat format)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, relm_plan_format_get_label (format));
  gtk_file_filter_add_suffix (filter, relm_plan_format_get_suffix (format));
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

static void
choose_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  RelmExportDialog *self = RELM_EXPORT_DIALOG (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters (get_format (self));
  g_autofree char *name = relm_plan_export_suggest_name (self->timeline, get_format (self));
  Request *request;

  if (!relm_file_portal_check (widget))
    return;
  request = g_new0 (Request, 1);
  request->from = GTK_WIDGET (g_object_ref (root));
  request->dialog = g_object_ref (self);
  request->timeline = g_object_ref (self->timeline);
  request->options = get_options (self);
  gtk_file_dialog_set_title (dialog, _ ("Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_save (dialog, GTK_WINDOW (root), NULL, chosen_cb, request);
}

static void
cancel_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* Only what the format has. */
static void
format_cb (RelmExportDialog *self)
{
  const RelmPlanFormat format = get_format (self);

  gtk_widget_set_visible (self->paper_group, format == RELM_PLAN_PDF);
  gtk_widget_set_visible (self->chart_group, relm_plan_format_is_chart (format));
  gtk_widget_set_visible (self->work_group, format == RELM_PLAN_ICALENDAR);
}

static void
add_formats (RelmExportDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < RELM_PLAN_N_FORMATS; i++)
    gtk_string_list_append (list, relm_plan_format_get_label (i));
  adw_combo_row_set_model (self->format, G_LIST_MODEL (list));
}

static void
add_papers (RelmExportDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  const char *usual = gtk_paper_size_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      GtkPaperSize *paper = gtk_paper_size_new (papers[i]);

      gtk_string_list_append (list, gtk_paper_size_get_display_name (paper));
      gtk_paper_size_free (paper);
    }
  adw_combo_row_set_model (self->paper, G_LIST_MODEL (list));
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i], usual))
      adw_combo_row_set_selected (self->paper, i);
}

static void
relm_export_dialog_dispose (GObject *object)
{
  RelmExportDialog *self = RELM_EXPORT_DIALOG (object);

  g_clear_object (&self->timeline);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELM_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (relm_export_dialog_parent_class)->dispose (object);
}

static void
relm_export_dialog_class_init (RelmExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = relm_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/relm_app/Relm/relm-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelmExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, RelmExportDialog, paper_group);
  gtk_widget_class_bind_template_child (widget_class, RelmExportDialog, zoom);
  gtk_widget_class_bind_template_child (widget_class, RelmExportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, RelmExportDialog, landscape);
  gtk_widget_class_bind_template_child (widget_class, RelmExportDialog, chart_group);
  gtk_widget_class_bind_template_child (widget_class, RelmExportDialog, titles);
  gtk_widget_class_bind_template_child (widget_class, RelmExportDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, RelmExportDialog, legend);
  gtk_widget_class_bind_template_child (widget_class, RelmExportDialog, work_group);
  gtk_widget_class_bind_template_child (widget_class, RelmExportDialog, work);
  gtk_widget_class_bind_template_child (widget_class, RelmExportDialog, export_button);
  gtk_widget_class_install_action (widget_class, "export.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_cb);
}

static void
relm_export_dialog_init (RelmExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  add_formats (self);
  add_papers (self);
  g_signal_connect_object (self->format, "notify::selected", G_CALLBACK (format_cb), self, G_CONNECT_SWAPPED);
  format_cb (self);
}

/**
 * relm_export_dialog_new:
 * @timeline: what shows the plan: its release or all of them, its lanes, its folds and its zoom
 *
 * Returns: (transfer floating): the dialog, to be presented from the window
 */
RelmExportDialog *
relm_export_dialog_new (RelmTimeline *timeline)
{
  RelmExportDialog *self = g_object_new (RELM_TYPE_EXPORT_DIALOG, NULL);

  self->timeline = g_object_ref (timeline);
  return self;
}
