/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-work-bar.h"

#define GAP 2         /* between the parts, in pixels */
#define WIDTH_MIN 4   /* of a part, so that one of a thousand is seen */
#define HEIGHT 8

typedef enum
{
  PART_DONE,
  PART_IN_PROGRESS,
  PART_BLOCKED,
  PART_OPEN,
  N_PARTS,
} Part;

struct _RelmWorkBar
{
  GtkWidget parent_instance;

  GtkWidget *parts[N_PARTS];
  guint counts[N_PARTS];
};

static const char *const styles[N_PARTS] = { "done", "in-progress", "blocked", "open" };

G_DEFINE_FINAL_TYPE (RelmWorkBar, relm_work_bar, GTK_TYPE_WIDGET)

static void
relm_work_bar_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  const gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = horizontal ? N_PARTS * (WIDTH_MIN + GAP) : HEIGHT;
  *natural = horizontal ? 10 * *minimum : HEIGHT;
}

static void
relm_work_bar_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  RelmWorkBar *self = RELM_WORK_BAR (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint left = 0;
  int x = 0;

  for (guint i = 0; i < N_PARTS; i++)
    left += self->counts[i];
  for (guint i = 0; i < N_PARTS; i++)
    {
      GtkAllocation part = { x, 0, 0, height };

      if (self->counts[i] == 0)
        continue;
      part.width = MAX ((int) ((gint64) (width - x) * self->counts[i] / left) - GAP, WIDTH_MIN);
      left -= self->counts[i];
      if (left == 0)
        part.width = MAX (width - x, WIDTH_MIN);
      x += part.width + GAP;
      if (rtl)
        part.x = width - part.x - part.width;
      gtk_widget_size_allocate (self->parts[i], &part, -1);
    }
}

static void
relm_work_bar_dispose (GObject *object)
{
  RelmWorkBar *self = RELM_WORK_BAR (object);

  for (guint i = 0; i < N_PARTS; i++)
    g_clear_pointer (&self->parts[i], gtk_widget_unparent);

  G_OBJECT_CLASS (relm_work_bar_parent_class)->dispose (object);
}

static void
relm_work_bar_class_init (RelmWorkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_work_bar_dispose;
  widget_class->measure = relm_work_bar_measure;
  widget_class->size_allocate = relm_work_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "relm-work-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
create_part (Part part)
{
  GtkWidget *widget = adw_bin_new ();

  gtk_widget_add_css_class (widget, "relm-work-part");
  gtk_widget_add_css_class (widget, styles[part]);
  return widget;
}

static void
relm_work_bar_init (RelmWorkBar *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    {
      self->parts[i] = create_part ((Part) i);
      gtk_widget_set_parent (self->parts[i], GTK_WIDGET (self));
    }
}

static char *
dup_words (Part part,
           guint count)
{
  switch (part)
    {
    case PART_DONE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u done", "%u done", count), count);
    case PART_IN_PROGRESS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u in progress", "%u in progress", count), count);
    case PART_BLOCKED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u blocked", "%u blocked", count), count);
    case PART_OPEN:
    case N_PARTS:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open", "%u open", count), count);
    }
}

static void
append_legend (GtkWidget *legend,
               Part part,
               guint count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = create_part (part);
  g_autofree char *words = dup_words (part, count);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_set_size_request (mark, HEIGHT, HEIGHT);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  adw_wrap_box_append (ADW_WRAP_BOX (legend), box);
}

/**
 * relm_work_bar_new:
 * @readiness: the counts
 *
 * Returns: (transfer floating): a bar and its legend
 */
GtkWidget *
relm_work_bar_new (const RelmReadiness *readiness)
{
  RelmWorkBar *self = g_object_new (RELM_TYPE_WORK_BAR, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *legend = adw_wrap_box_new ();

  self->counts[PART_DONE] = readiness->n_done;
  self->counts[PART_IN_PROGRESS] = readiness->n_in_progress;
  self->counts[PART_BLOCKED] = readiness->n_blocked;
  self->counts[PART_OPEN] = readiness->n_open;
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (legend), 18);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (legend), 6);
  for (guint i = 0; i < N_PARTS; i++)
    {
      gtk_widget_set_child_visible (self->parts[i], self->counts[i] > 0);
      if (self->counts[i] > 0)
        append_legend (legend, (Part) i, self->counts[i]);
    }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (box), legend);
  return box;
}
