/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-timeline-layout.h"
#include "relm-timeline-search.h"

#define BAR_WIDTH 480

struct _RelmTimelineSearch
{
  AdwBin parent_instance;

  RelmTimeline *timeline;
  GtkSearchBar *bar;
  GtkWidget *entry;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *status;
};

enum
{
  PROP_0,
  PROP_TIMELINE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RelmTimelineSearch, relm_timeline_search, ADW_TYPE_BIN)

/* Everything, also what is folded away, in the order of the rows. */
static GPtrArray *
list_records (RelmTimeline *timeline)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  RelmProject *project = relm_timeline_get_project (timeline);
  const RelmTimelineView view = {
    .release = relm_timeline_get_release (timeline),
    .grouping = relm_timeline_get_grouping (timeline),
    .folds = RELM_TIMELINE_FOLDS_OPEN,
  };
  g_autoptr (RelmTimelineLayout) layout = NULL;

  if (project == NULL)
    return records;
  layout = relm_timeline_layout_new (project, &view);
  for (guint i = 0; i < relm_timeline_layout_get_n_rows (layout); i++)
    {
      const RelmTimelineRow *row = relm_timeline_layout_get_row (layout, i);

      if (row->record != NULL && row->n_items > 0)
        g_ptr_array_add (records, g_object_ref (row->record));
    }
  return records;
}

/* Leaves the records whose titles have the words. */
static GPtrArray *
list_matches (GPtrArray *records,
              const char *text)
{
  GPtrArray *matches = g_ptr_array_new ();
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *title = relm_record_dup_display_title (g_ptr_array_index (records, i));
      g_autofree char *folded_title = g_utf8_casefold (title, -1);

      if (strstr (folded_title, folded) != NULL)
        g_ptr_array_add (matches, g_ptr_array_index (records, i));
    }
  return matches;
}

/* The match at @start or after it, or with a negative @step before it, and round the end. */
static RelmRecord *
find_match (GPtrArray *records,
            GPtrArray *matches,
            int start,
            int step)
{
  const int n = (int) records->len;

  for (int i = 0; i < n; i++)
    {
      RelmRecord *record = g_ptr_array_index (records, ((start + i * step) % n + n) % n);

      if (g_ptr_array_find (matches, record, NULL))
        return record;
    }
  return NULL;
}

static void
say (RelmTimelineSearch *self,
     const char *text,
     gboolean found)
{
  gtk_label_set_label (GTK_LABEL (self->status), text);
  gtk_widget_set_sensitive (self->previous, found);
  gtk_widget_set_sensitive (self->next, found);
  if (found)
    gtk_widget_remove_css_class (self->entry, "error");
  else if (*text != '\0')
    gtk_widget_add_css_class (self->entry, "error");
  if (*text != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show (RelmTimelineSearch *self,
      RelmRecord *record)
{
  relm_timeline_reveal (self->timeline, record);
  relm_timeline_set_selected (self->timeline, record);
  relm_timeline_scroll_to (self->timeline, record);
}

/* Selects the next match (1), the one before (-1), or the first from what is selected on (0). */
static void
go (RelmTimelineSearch *self,
    int step)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) matches = NULL;
  g_autofree char *status = NULL;
  RelmRecord *record;
  guint index = 0;
  int start;

  if (self->timeline == NULL || *text == '\0')
    {
      gtk_widget_remove_css_class (self->entry, "error");
      say (self, "", FALSE);
      return;
    }
  records = list_records (self->timeline);
  matches = list_matches (records, text);
  if (matches->len == 0)
    {
      say (self, _ ("Nothing found"), FALSE);
      return;
    }
  if (!g_ptr_array_find (records, relm_timeline_get_selected (self->timeline), &index))
    start = step < 0 ? -1 : 0;
  else
    start = (int) index + step;
  record = find_match (records, matches, start, step < 0 ? -1 : 1);
  g_ptr_array_find (matches, record, &index);
  /* Translators: the first placeholder is the number of what is shown of all that was found, the second how many that are */
  status = g_strdup_printf (_ ("%u of %u"), index + 1, matches->len);
  say (self, status, TRUE);
  show (self, record);
}

static void
changed_cb (RelmTimelineSearch *self)
{
  if (gtk_search_bar_get_search_mode (self->bar))
    go (self, 0);
}

static void
next_cb (RelmTimelineSearch *self)
{
  go (self, 1);
}

static void
previous_cb (RelmTimelineSearch *self)
{
  go (self, -1);
}

/* Enter is the entry's own; with Shift it goes back. */
static gboolean
key_cb (RelmTimelineSearch *self,
        guint key,
        guint code,
        GdkModifierType state)
{
  const GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  const gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  if (enter && modifiers == GDK_SHIFT_MASK)
    go (self, -1);
  else if (modifiers == 0 && (key == GDK_KEY_Down || key == GDK_KEY_Up))
    go (self, key == GDK_KEY_Down ? 1 : -1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Whoever found something goes on with it. */
static void
mode_cb (RelmTimelineSearch *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (gtk_search_bar_get_search_mode (self->bar))
    return;
  say (self, "", FALSE);
  gtk_widget_remove_css_class (self->entry, "error");
  if (self->timeline != NULL && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
}

static GtkWidget *
create_button (RelmTimelineSearch *self,
               const char *icon,
               const char *label,
               GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_sensitive (button, FALSE);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
create_buttons (RelmTimelineSearch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->previous = create_button (self, "go-up-symbolic", _ ("Previous"), G_CALLBACK (previous_cb));
  self->next = create_button (self, "go-down-symbolic", _ ("Next"), G_CALLBACK (next_cb));
  gtk_box_append (GTK_BOX (box), self->previous);
  gtk_box_append (GTK_BOX (box), self->next);
  gtk_widget_add_css_class (box, "linked");
  return box;
}

static GtkWidget *
create_entry (RelmTimelineSearch *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->entry), _ ("Search"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find on the timeline"), -1);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->entry, "next-match", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->entry, "previous-match", G_CALLBACK (previous_cb), self);
  return self->entry;
}

static void
relm_timeline_search_get_property (GObject *object,
                                   guint property,
                                   GValue *value,
                                   GParamSpec *spec)
{
  switch (property)
    {
    case PROP_TIMELINE:
      g_value_set_object (value, RELM_TIMELINE_SEARCH (object)->timeline);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
    }
}

static void
relm_timeline_search_set_property (GObject *object,
                                   guint property,
                                   const GValue *value,
                                   GParamSpec *spec)
{
  switch (property)
    {
    case PROP_TIMELINE:
      relm_timeline_search_set_timeline (RELM_TIMELINE_SEARCH (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
    }
}

static void
relm_timeline_search_dispose (GObject *object)
{
  RelmTimelineSearch *self = RELM_TIMELINE_SEARCH (object);

  if (self->bar != NULL)
    g_signal_handlers_disconnect_by_data (self->bar, self);
  self->bar = NULL;
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (relm_timeline_search_parent_class)->dispose (object);
}

static void
relm_timeline_search_class_init (RelmTimelineSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = relm_timeline_search_dispose;
  object_class->get_property = relm_timeline_search_get_property;
  object_class->set_property = relm_timeline_search_set_property;
  /* What is searched. */
  properties[PROP_TIMELINE] = g_param_spec_object ("timeline", NULL, NULL, RELM_TYPE_TIMELINE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
relm_timeline_search_init (RelmTimelineSearch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *clamp = adw_clamp_new ();

  self->bar = GTK_SEARCH_BAR (gtk_search_bar_new ());
  self->status = gtk_label_new ("");
  gtk_widget_add_css_class (self->status, "dimmed");
  gtk_widget_add_css_class (self->status, "numeric");
  gtk_box_append (GTK_BOX (box), create_entry (self));
  gtk_box_append (GTK_BOX (box), self->status);
  gtk_box_append (GTK_BOX (box), create_buttons (self));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), BAR_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_set_hexpand (clamp, TRUE);
  gtk_search_bar_set_child (self->bar, clamp);
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  g_signal_connect_swapped (self->bar, "notify::search-mode-enabled", G_CALLBACK (mode_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->bar));
}

/**
 * relm_timeline_search_set_timeline:
 * @timeline: (nullable): what is searched
 */
void
relm_timeline_search_set_timeline (RelmTimelineSearch *self,
                                   RelmTimeline *timeline)
{
  g_return_if_fail (RELM_IS_TIMELINE_SEARCH (self));

  if (g_set_object (&self->timeline, timeline))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
}
