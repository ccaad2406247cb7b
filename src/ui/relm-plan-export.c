/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-file-saver.h"
#include "relm-plan-export.h"
#include "relm-report.h"
#include "relm-text.h"
#include "relm-timeline-export.h"

#define PICTURE_MARGIN 12.0 /* points */
#define PAPER_MARGIN 36.0
#define RESOLUTION 192 /* pixels per inch: twice what a usual screen has */
#define PREVIOUS_MAX (16 * 1024 * 1024)

static const struct
{
  const char *label;
  const char *suffix;
  RelmReportFormat report;
} formats[RELM_PLAN_N_FORMATS] = {
  [RELM_PLAN_PDF] = { N_ ("Chart on Paper (PDF)"), "pdf", 0 },
  [RELM_PLAN_SVG] = { N_ ("Drawing (SVG)"), "svg", 0 },
  [RELM_PLAN_PNG] = { N_ ("Picture (PNG)"), "png", 0 },
  [RELM_PLAN_CSV] = { N_ ("Table (CSV)"), "csv", RELM_REPORT_CSV },
  [RELM_PLAN_ICALENDAR] = { N_ ("Calendar (iCalendar)"), "ics", RELM_REPORT_ICALENDAR },
  [RELM_PLAN_MSPDI] = { N_ ("Microsoft Project XML"), "xml", RELM_REPORT_MSPDI },
};

/**
 * relm_plan_format_get_label:
 *
 * Returns: what people call it, translated
 */
const char *
relm_plan_format_get_label (RelmPlanFormat format)
{
  g_return_val_if_fail (format < RELM_PLAN_N_FORMATS, NULL);

  return _ (formats[format].label);
}

/**
 * relm_plan_format_get_suffix:
 *
 * Returns: how names of such files end, without the dot
 */
const char *
relm_plan_format_get_suffix (RelmPlanFormat format)
{
  g_return_val_if_fail (format < RELM_PLAN_N_FORMATS, NULL);

  return formats[format].suffix;
}

/**
 * relm_plan_format_is_chart:
 *
 * Returns: whether it is what is seen, and not what stands behind it
 */
gboolean
relm_plan_format_is_chart (RelmPlanFormat format)
{
  return format == RELM_PLAN_PDF || format == RELM_PLAN_SVG || format == RELM_PLAN_PNG;
}

/**
 * relm_plan_export_suggest_name:
 * @timeline: what is to be exported
 *
 * Returns: (transfer full): “Relm 0.2.0.pdf”, without what cannot be in the name of a file
 */
char *
relm_plan_export_suggest_name (RelmTimeline *timeline,
                               RelmPlanFormat format)
{
  RelmProject *project = relm_timeline_get_project (timeline);
  RelmRecord *release = relm_timeline_get_release (timeline);
  g_autofree char *name = project != NULL ? relm_record_dup_display_title (RELM_RECORD (project)) : g_strdup ("");
  g_autofree char *version = release != NULL ? relm_record_dup_display_title (release) : g_strdup ("");
  g_autofree char *title = g_strjoin (release != NULL && *name != '\0' ? " " : "", name, version, NULL);

  g_strdelimit (title, "/\\:*?\"<>|\n", '-');
  return g_strdup_printf ("%s.%s", *title != '\0' ? title : _ ("Plan"), formats[format].suffix);
}

static GBytes *
make_chart (RelmTimeline *timeline,
            const RelmPlanExportOptions *options,
            GError **error)
{
  const gboolean is_paper = options->format == RELM_PLAN_PDF;
  const RelmTimelinePrintOptions how = {
    .page_width = is_paper ? options->page_width : 0,
    .page_height = is_paper ? options->page_height : 0,
    .margin = is_paper ? PAPER_MARGIN : PICTURE_MARGIN,
    .zoom = options->zoom,
    .has_titles = options->has_titles,
    .has_heading = options->has_heading,
    .has_legend = options->has_legend,
  };
  g_autoptr (RelmTimelinePrint) print = relm_timeline_print_new (timeline, &how);

  if (is_paper)
    return relm_timeline_export_pdf (print, error);
  if (options->format == RELM_PLAN_SVG)
    return relm_timeline_export_svg (print, error);
  return relm_timeline_export_png (print, RESOLUTION, error);
}

static GBytes *
make (RelmTimeline *timeline,
      const RelmPlanExportOptions *options,
      GBytes *previous,
      GError **error)
{
  const RelmReportOptions report = {
    .release = relm_timeline_get_release (timeline),
    .previous = previous,
    .now = g_get_real_time () / G_USEC_PER_SEC,
    .with_work = options->with_work,
  };

  if (relm_plan_format_is_chart (options->format))
    return make_chart (timeline, options, error);
  return relm_report_write (relm_timeline_get_project (timeline), formats[options->format].report, &report);
}

/*
 * Saving
 */

typedef struct
{
  RelmTimeline *timeline;
  RelmPlanExportOptions options;
  GBytes *bytes;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->timeline);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

static void
write_in_thread (GTask *task,
                 gpointer source_object,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  /* The file dialog asked whether an existing file may go. */
  if (relm_file_saver_save (source_object, job->bytes, NULL, RELM_SAVE_OVERWRITE, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
make_and_write (GTask *task,
                GBytes *previous)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->bytes = make (job->timeline, &job->options, previous, &error);
  if (job->bytes != NULL)
    g_task_run_in_thread (task, write_in_thread);
  else
    g_task_return_error (task, error);
}

/* What cannot be read is as good as not there: it will be written over. */
static void
previous_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GBytes) previous = g_file_load_bytes_finish (G_FILE (source), result, NULL, NULL);

  make_and_write (task, previous);
}

static gboolean
has_previous (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, NULL);

  return info != NULL && g_file_info_get_size (info) > 0 && g_file_info_get_size (info) <= PREVIOUS_MAX;
}

/**
 * relm_plan_export_save_async:
 * @timeline: what shows the plan
 * @options: as what, and how
 * @file: where to; what is there is replaced, and an earlier calendar is gone on with
 * @cancellable: (nullable): a cancellable
 */
void
relm_plan_export_save_async (RelmTimeline *timeline,
                             const RelmPlanExportOptions *options,
                             GFile *file,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->timeline = g_object_ref (timeline);
  job->options = *options;
  g_task_set_task_data (task, job, job_free);
  if (options->format == RELM_PLAN_ICALENDAR && has_previous (file))
    g_file_load_bytes_async (file, cancellable, previous_cb, g_steal_pointer (&task));
  else
    make_and_write (task, NULL);
}

/**
 * relm_plan_export_save_finish:
 *
 * Returns: whether the file holds the plan now; when not, it is what it was
 */
gboolean
relm_plan_export_save_finish (GAsyncResult *result,
                              GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
