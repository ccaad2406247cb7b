/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-timeline-key-bar.h"
#include "relm-timeline-swatch.h"

#define GAP 6
#define MAX_CHARS 24
#define MAX_KEYS 12 /* where more are needed, colours come again, and the labels of the bars say what they mean */

struct _RelmTimelineKeyBar
{
  AdwBin parent_instance;

  RelmTimeline *timeline; /* unowned: a sibling, which lives as long */
  RelmProject *project;   /* the timeline's, which is followed */
  AdwWrapBox *keys;
  guint update_id;
};

enum
{
  PROP_0,
  PROP_TIMELINE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RelmTimelineKeyBar, relm_timeline_key_bar, ADW_TYPE_BIN)

static GtkWidget *
create_key (const RelmTimelineKey *key)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *swatch = relm_timeline_swatch_new_for_hue (key->hue);
  GtkWidget *label = gtk_label_new (key->label);

  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_widget_set_tooltip_text (label, key->label);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* How many there is no room for; which, says the tooltip. */
static GtkWidget *
create_rest (GPtrArray *keys)
{
  const guint n = keys->len - MAX_KEYS;
  g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);
  g_autoptr (GString) names = g_string_new (NULL);
  GtkWidget *label = gtk_label_new (words);

  for (guint i = MAX_KEYS; i < keys->len; i++)
    g_string_append_printf (names, "%s%s", i > MAX_KEYS ? "\n" : "", ((const RelmTimelineKey *) keys->pdata[i])->label);
  gtk_widget_set_tooltip_text (label, names->str);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  return label;
}

static void
update (RelmTimelineKeyBar *self)
{
  g_autoptr (GPtrArray) keys = relm_timeline_list_keys (self->timeline);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->keys))) != NULL)
    adw_wrap_box_remove (self->keys, child);
  for (guint i = 0; i < MIN (keys->len, MAX_KEYS); i++)
    adw_wrap_box_append (self->keys, create_key (keys->pdata[i]));
  if (keys->len > MAX_KEYS)
    adw_wrap_box_append (self->keys, create_rest (keys));
  gtk_widget_set_visible (GTK_WIDGET (self), keys->len > 0);
}

static gboolean
update_cb (gpointer user_data)
{
  RelmTimelineKeyBar *self = user_data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Changes come many at once. */
static void
project_changed_cb (RelmTimelineKeyBar *self)
{
  if (self->update_id == 0 && relm_timeline_get_coloring (self->timeline) != RELM_TIMELINE_COLOR_BY_STATE)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
set_project (RelmTimelineKeyBar *self,
             RelmProject *project)
{
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_set_object (&self->project, project);
  if (project != NULL)
    g_signal_connect_swapped (project, "changed", G_CALLBACK (project_changed_cb), self);
}

static void
timeline_changed_cb (RelmTimelineKeyBar *self)
{
  set_project (self, relm_timeline_get_project (self->timeline));
  update (self);
}

static void
relm_timeline_key_bar_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  RelmTimelineKeyBar *self = RELM_TIMELINE_KEY_BAR (object);

  switch (prop_id)
    {
    case PROP_TIMELINE:
      self->timeline = g_value_get_object (value);
      g_signal_connect_object (self->timeline, "notify::coloring", G_CALLBACK (timeline_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->timeline, "notify::project", G_CALLBACK (timeline_changed_cb), self, G_CONNECT_SWAPPED);
      timeline_changed_cb (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_timeline_key_bar_dispose (GObject *object)
{
  RelmTimelineKeyBar *self = RELM_TIMELINE_KEY_BAR (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  set_project (self, NULL);

  G_OBJECT_CLASS (relm_timeline_key_bar_parent_class)->dispose (object);
}

static void
relm_timeline_key_bar_class_init (RelmTimelineKeyBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = relm_timeline_key_bar_dispose;
  object_class->set_property = relm_timeline_key_bar_set_property;

  /**
   * RelmTimelineKeyBar:timeline:
   *
   * Whose colours it tells of. Set once.
   */
  properties[PROP_TIMELINE] = g_param_spec_object ("timeline", NULL, NULL, RELM_TYPE_TIMELINE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "timelinekey");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
relm_timeline_key_bar_init (RelmTimelineKeyBar *self)
{
  self->keys = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->keys, 3 * GAP);
  adw_wrap_box_set_line_spacing (self->keys, GAP);
  gtk_widget_set_margin_start (GTK_WIDGET (self->keys), 2 * GAP);
  gtk_widget_set_margin_end (GTK_WIDGET (self->keys), 2 * GAP);
  gtk_widget_set_margin_top (GTK_WIDGET (self->keys), GAP);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->keys), GAP);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->keys));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What the Colours Stand For"), -1);
}
