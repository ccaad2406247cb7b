/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-gate.h"
#include "relm-milestone.h"
#include "relm-phase.h"
#include "relm-release.h"
#include "relm-timeline-legend.h"
#include "relm-timeline-pen.h"
#include "relm-work-item.h"

#define SAMPLE 40   /* pixels of a bar */
#define ICON_ROOM 30 /* after it */
#define GAP 6
#define SPACING 20  /* between entries */
#define FLOAT 20 /* pixels that a bar may slip */
#define FAN 40 /* pixels of a forecast */
#define DAYS 5
#define LATE_DAYS 1000 /* how long ago what is late should have been done */

/* What a sample cannot bring about by itself. */
typedef enum
{
  ADD_NOTHING,
  ADD_CRITICAL,
  ADD_FLOAT,
  ADD_FORECAST,
  ADD_BASELINE,
  ADD_OVERFLOW,
} Addition;

typedef struct
{
  const char *label;
  GType (*get_type) (void);
  const char *state;
  int progress;
  gboolean late;
  gboolean has_icon;
  RelmTimelineMarks mark; /* what has to be on the chart for it to be explained */
  Addition addition;
} Entry;

static const Entry entries[] = {
  { N_ ("Release"), relm_release_get_type, NULL, 0, FALSE, FALSE },
  { N_ ("Phase"), relm_phase_get_type, NULL, 0, FALSE, FALSE },
  { N_ ("Milestone"), relm_milestone_get_type, NULL, 0, FALSE, FALSE },
  { N_ ("Gate"), relm_gate_get_type, NULL, 0, FALSE, FALSE, RELM_TIMELINE_MARK_GATE },
  /* Translators: in the legend of a timeline */
  { N_ ("Work and its progress"), relm_work_item_get_type, "in_progress", 50, FALSE, FALSE },
  { N_ ("Done"), relm_work_item_get_type, "done", 100, FALSE, TRUE },
  { N_ ("Blocked"), relm_work_item_get_type, "blocked", 40, FALSE, TRUE },
  { N_ ("Overdue"), relm_work_item_get_type, "in_progress", 40, TRUE, TRUE },
  { N_ ("Cancelled"), relm_work_item_get_type, "cancelled", 0, FALSE, TRUE },
  /* Translators: in the legend of a timeline: by when it has to be done */
  { N_ ("Deadline"), relm_work_item_get_type, NULL, 0, FALSE, FALSE, RELM_TIMELINE_MARK_DEADLINE },
  /* Translators: in the legend of a timeline: until somebody has time for it */
  { N_ ("Held back"), relm_work_item_get_type, NULL, 0, FALSE, TRUE, RELM_TIMELINE_MARK_HELD },
  /* Translators: in the legend of a timeline */
  { N_ ("Ends after what it is a part of"), relm_work_item_get_type, NULL, 0, FALSE, FALSE, RELM_TIMELINE_MARK_OVERFLOW, ADD_OVERFLOW },
  { N_ ("Critical"), relm_work_item_get_type, NULL, 0, FALSE, FALSE, RELM_TIMELINE_MARK_CRITICAL, ADD_CRITICAL },
  /* Translators: in the legend of a timeline, of a line after a bar */
  { N_ ("How far it may slip"), relm_work_item_get_type, NULL, 0, FALSE, FALSE, RELM_TIMELINE_MARK_CRITICAL, ADD_FLOAT },
  /* Translators: in the legend of a timeline: where it was when the baseline was taken */
  { N_ ("In the baseline"), relm_work_item_get_type, NULL, 0, FALSE, FALSE, RELM_TIMELINE_MARK_BASELINE, ADD_BASELINE },
  /* Translators: in the legend of a timeline: by these three days it is done with a chance of so many percent */
  { N_ ("Forecast: 50, 85, 95 %"), relm_release_get_type, NULL, 0, FALSE, FALSE, RELM_TIMELINE_MARK_FORECAST, ADD_FORECAST },
};

struct _RelmTimelineLegend
{
  RelmTimeline *chart; /* of the samples */
  RelmTimelineMarks marks;
  RelmRecord *samples[G_N_ELEMENTS (entries)]; /* unowned: the project's */
  GPtrArray *keys; /* of RelmTimelineKey: what the colours stand for */
};

static void
set_value (RelmRecord *record,
           const char *name,
           const RelmValue *wanted)
{
  const RelmKind *kind = relm_record_get_kind (record);
  const int field = relm_kind_find_field (kind, name);
  RelmValue value = *wanted;

  if (field < 0)
    return;
  value.type = kind->fields[field].type;
  relm_record_set_value (record, (guint) field, &value);
}

/* A record of no project but the legend's own, which no document knows. */
static RelmRecord *
create_sample (const Entry *entry,
               RelmDate today,
               guint index)
{
  g_autofree char *id = g_strdup_printf ("sample-%u", index);
  RelmRecord *record = relm_record_new (entry->get_type (), id);
  const RelmDate finish = entry->late ? today - LATE_DAYS : today + DAYS;
  const RelmValue start_value = RELM_VALUE_INIT_DATE (finish - DAYS + 1);
  const RelmValue finish_value = RELM_VALUE_INIT_DATE (finish);
  const RelmValue state = RELM_VALUE_INIT_ENUM (entry->state);
  const RelmValue deadline = RELM_VALUE_INIT_DATE (finish + 1);
  const RelmValue progress = RELM_VALUE_INIT_INTEGER (entry->progress);

  set_value (record, "planned_start", &start_value);
  set_value (record, "planned_finish", &finish_value);
  set_value (record, "planned", &finish_value);
  if (entry->state != NULL)
    set_value (record, "state", &state);
  set_value (record, "progress", &progress);
  if (entry->mark == RELM_TIMELINE_MARK_DEADLINE)
    set_value (record, "deadline", &deadline);
  if (entry->mark == RELM_TIMELINE_MARK_HELD)
    set_value (record, "held_until", &start_value);
  return record;
}

/**
 * relm_timeline_legend_new:
 * @chart: what it explains
 *
 * Returns: (transfer full): a legend
 */
RelmTimelineLegend *
relm_timeline_legend_new (RelmTimeline *chart)
{
  RelmTimelineLegend *self = g_new0 (RelmTimelineLegend, 1);
  g_autoptr (RelmProject) project = relm_project_new ();

  self->marks = _relm_timeline_list_marks (chart);
  self->keys = relm_timeline_list_keys (chart);
  self->chart = g_object_ref_sink (relm_timeline_new ());
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      self->samples[i] = create_sample (&entries[i], self->chart->today, i);
      relm_project_insert (project, self->samples[i], G_MAXUINT, NULL);
      g_object_unref (self->samples[i]);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->chart), "paper");
  relm_timeline_set_project (self->chart, project);
  relm_timeline_set_coloring (self->chart, chart->coloring);
  self->chart->paper_titles = 0;
  self->chart->fit = RELM_TIMELINE_FIT_NONE;
  self->chart->scale.day_width = SAMPLE / (double) DAYS;
  gtk_widget_allocate (GTK_WIDGET (self->chart), 600, 600, -1, NULL);
  _relm_timeline_update_inks (self->chart);
  return self;
}

/**
 * relm_timeline_legend_free:
 * @self: (transfer full) (nullable): a legend
 */
void
relm_timeline_legend_free (RelmTimelineLegend *self)
{
  if (self == NULL)
    return;
  g_object_run_dispose (G_OBJECT (self->chart));
  g_object_unref (self->chart);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

static gboolean
is_point (const Entry *entry)
{
  return entry->get_type == relm_milestone_get_type || entry->get_type == relm_gate_get_type;
}

static int
get_sample_width (const Entry *entry)
{
  return (is_point (entry) ? SAMPLE / 2 : SAMPLE + 2) + (entry->has_icon ? ICON_ROOM : GAP) +
         (entry->get_type == relm_release_get_type ? 2 * GAP : 0) + (entry->addition == ADD_FLOAT ? FLOAT : 0) + (entry->addition == ADD_FORECAST ? FAN : 0) +
         (entry->mark == RELM_TIMELINE_MARK_DEADLINE ? FLOAT : 0);
}

static void
draw_addition (const RelmTimelinePen *pen,
               Addition addition,
               double from,
               double to)
{
  const GdkRGBA *critical = &pen->timeline->inks[RELM_TIMELINE_INK_CRITICAL];
  const GdkRGBA *dim = &pen->timeline->inks[RELM_TIMELINE_INK_DIM];
  const GdkRGBA *late = &pen->timeline->inks[RELM_TIMELINE_INK_LATE];
  const double bottom = pen->top + pen->timeline->metrics.row;

  if (addition == ADD_CRITICAL)
    {
      relm_timeline_pen_fill (pen, from, to, bottom - 6, 3, critical);
      relm_timeline_pen_fill (pen, from, from + 3, bottom - 10, 4, critical);
      relm_timeline_pen_fill (pen, to - 3, to, bottom - 10, 4, critical);
    }
  else if (addition == ADD_FLOAT)
    {
      relm_timeline_pen_fill (pen, to, to + FLOAT, bottom - 9, 1, dim);
      relm_timeline_pen_fill (pen, to + FLOAT - 1, to + FLOAT + 1, bottom - 12, 7, dim);
    }
  else if (addition == ADD_BASELINE)
    relm_timeline_pen_outline (pen, from, to, bottom - 5, 4, 2, 1, dim);
  else if (addition == ADD_OVERFLOW)
    {
      relm_timeline_pen_fill (pen, (from + to) / 2, to, pen->top + 3, 2, late);
      relm_timeline_pen_fill (pen, (from + to) / 2, (from + to) / 2 + 2, pen->top + 3, bottom - pen->top - 8, late);
    }
  else if (addition == ADD_FORECAST)
    relm_timeline_draw_forecast (pen, to + FAN / 4, to + FAN * 3 / 4, to + FAN, pen->top);
}

/* What one sample shows, from the start of its place. */
static void
draw_sample (RelmTimelineLegend *self,
             GtkSnapshot *snapshot,
             guint index)
{
  RelmTimeline *chart = self->chart;
  const guint found = relm_timeline_layout_find (_relm_timeline_get_layout (chart), self->samples[index]);
  const int width = get_sample_width (&entries[index]);
  RelmTimelinePen pen = { .timeline = chart, .snapshot = snapshot, .mirrored = _relm_timeline_is_mirrored (chart) };
  const RelmTimelineItem *item;
  double from, to;

  if (found == RELM_TIMELINE_NONE)
    return;
  item = relm_timeline_layout_get_item (chart->layout, found);
  _relm_timeline_get_extent (chart, item->shape, item->span, &from, &to);
  pen.from = from - 1;
  pen.to = from - 1 + width;
  pen.top = (double) item->row * chart->metrics.row;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) chart->metrics.row));
  relm_timeline_draw_item (&pen, item, ICON_ROOM);
  draw_addition (&pen, entries[index].addition, from, to);
  gtk_snapshot_pop (snapshot);
}

/* Where the next entry goes. */
typedef struct
{
  RelmTimelineLegend *legend;
  GtkSnapshot *snapshot; /* (nullable): nothing is drawn without one */
  int width;
  int x;
  int y;
} Cursor;

/* Finds room for an entry, on the next line where this one has none, writes what it means, and goes to where its sample begins. */
static void
begin_sample (Cursor *cursor,
              const char *label,
              int sample)
{
  RelmTimeline *chart = cursor->legend->chart;
  const RelmTimelinePen pen = {
    .timeline = chart, .snapshot = cursor->snapshot, .to = cursor->width, .mirrored = _relm_timeline_is_mirrored (chart),
  };
  PangoLayout *layout = relm_text_cache_get (chart->texts, label, RELM_TEXT_CAPTION, -1);
  int text, x;

  pango_layout_get_pixel_size (layout, &text, NULL);
  if (cursor->x > 0 && cursor->x + sample + text > cursor->width)
    {
      cursor->x = 0;
      cursor->y += chart->metrics.row;
    }
  x = pen.mirrored ? cursor->width - cursor->x - sample : cursor->x;
  if (cursor->snapshot != NULL)
    {
      relm_timeline_pen_text (&pen, layout, cursor->x + sample, cursor->y, chart->metrics.row, &chart->inks[RELM_TIMELINE_INK_TEXT]);
      gtk_snapshot_save (cursor->snapshot);
      gtk_snapshot_translate (cursor->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) cursor->y));
    }
  cursor->x += sample + text + SPACING;
}

static void
add_entry (Cursor *cursor,
           guint index)
{
  begin_sample (cursor, _ (entries[index].label), get_sample_width (&entries[index]));
  if (cursor->snapshot == NULL)
    return;
  draw_sample (cursor->legend, cursor->snapshot, index);
  gtk_snapshot_restore (cursor->snapshot);
}

/* A bar in the colour of a value. */
static void
add_key (Cursor *cursor,
         const RelmTimelineKey *key)
{
  RelmTimeline *chart = cursor->legend->chart;
  const int width = SAMPLE / 2 + GAP;
  const int height = chart->metrics.row / 2 - 2;
  const RelmTimelinePen pen = { .timeline = chart, .snapshot = cursor->snapshot, .to = width, .mirrored = _relm_timeline_is_mirrored (chart) };

  begin_sample (cursor, key->label, width);
  if (cursor->snapshot == NULL)
    return;
  relm_timeline_pen_fill_round (&pen, 0, SAMPLE / 2, (chart->metrics.row - height) / 2, height, 4,
                                &chart->inks[RELM_TIMELINE_INK_HUES + key->hue]);
  gtk_snapshot_restore (cursor->snapshot);
}

/* Goes through the entries line by line. Returns: how high they are; draws them where there is a snapshot. */
static int
lay_out (RelmTimelineLegend *self,
         GtkSnapshot *snapshot,
         int width)
{
  Cursor cursor = { .legend = self, .snapshot = snapshot, .width = width };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i].mark == RELM_TIMELINE_MARK_NONE || (self->marks & entries[i].mark))
      add_entry (&cursor, i);
  for (guint i = 0; i < self->keys->len; i++)
    add_key (&cursor, self->keys->pdata[i]);
  return cursor.y + self->chart->metrics.row;
}

/**
 * relm_timeline_legend_get_height:
 * @width: pixels
 *
 * Returns: how many pixels high it is in that width
 */
int
relm_timeline_legend_get_height (RelmTimelineLegend *self,
                                 int width)
{
  return lay_out (self, NULL, width);
}

/**
 * relm_timeline_legend_snapshot:
 * @width: pixels
 *
 * Draws it from the origin on.
 */
void
relm_timeline_legend_snapshot (RelmTimelineLegend *self,
                               GtkSnapshot *snapshot,
                               int width)
{
  lay_out (self, snapshot, width);
}
