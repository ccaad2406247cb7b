/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-timeline-accessible.h"
#include "relm-timeline-private.h"

struct _RelmTimelineAccessible
{
  GObject parent_instance;

  RelmTimeline *timeline; /* unowned: NULL when it is gone */
  guint row;
  GtkAccessibleRole role;
  GtkATContext *context;

  char *words; /* what was said last: assistive technology hears only of what has changed */
  guint n_rows;
  gboolean selected;
  RelmTimelineFold fold;
};

enum
{
  PROP_0,
  PROP_ACCESSIBLE_ROLE,
};

static void relm_timeline_accessible_init_accessible (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RelmTimelineAccessible, relm_timeline_accessible, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, relm_timeline_accessible_init_accessible))

static GtkATContext *
get_at_context (GtkAccessible *accessible)
{
  RelmTimelineAccessible *self = RELM_TIMELINE_ACCESSIBLE (accessible);

  if (self->context == NULL && self->timeline != NULL)
    self->context = gtk_at_context_create (self->role, accessible, gtk_widget_get_display (GTK_WIDGET (self->timeline)));
  return self->context != NULL ? g_object_ref (self->context) : NULL;
}

static gboolean
get_platform_state (GtkAccessible *accessible,
                    GtkAccessiblePlatformState state)
{
  RelmTimelineAccessible *self = RELM_TIMELINE_ACCESSIBLE (accessible);

  if (self->timeline == NULL)
    return FALSE;
  switch (state)
    {
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE:
      return TRUE;
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED:
      return gtk_widget_has_focus (GTK_WIDGET (self->timeline)) && self->timeline->cursor == self->row;
    case GTK_ACCESSIBLE_PLATFORM_STATE_ACTIVE:
    default:
      return FALSE;
    }
}

static GtkAccessible *
get_parent (GtkAccessible *accessible)
{
  RelmTimelineAccessible *self = RELM_TIMELINE_ACCESSIBLE (accessible);

  return self->timeline != NULL ? GTK_ACCESSIBLE (g_object_ref (self->timeline)) : NULL;
}

static GtkAccessible *
get_first_child (GtkAccessible *accessible)
{
  return NULL;
}

static GtkAccessible *
get_next_sibling (GtkAccessible *accessible)
{
  RelmTimelineAccessible *self = RELM_TIMELINE_ACCESSIBLE (accessible);

  return self->timeline != NULL ? _relm_timeline_ref_accessible (self->timeline, self->row + 1) : NULL;
}

static gboolean
get_bounds (GtkAccessible *accessible,
            int *x,
            int *y,
            int *width,
            int *height)
{
  RelmTimelineAccessible *self = RELM_TIMELINE_ACCESSIBLE (accessible);
  graphene_rect_t rect;

  if (self->timeline == NULL ||
      self->row >= relm_timeline_layout_get_n_rows (_relm_timeline_get_layout (self->timeline)))
    return FALSE;
  rect = _relm_timeline_get_row_rect (self->timeline, self->row);
  *x = (int) rect.origin.x;
  *y = (int) rect.origin.y;
  *width = (int) rect.size.width;
  *height = (int) rect.size.height;
  return TRUE;
}

static void
relm_timeline_accessible_get_property (GObject *object,
                                       guint prop_id,
                                       GValue *value,
                                       GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ACCESSIBLE_ROLE:
      g_value_set_enum (value, RELM_TIMELINE_ACCESSIBLE (object)->role);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_timeline_accessible_set_property (GObject *object,
                                       guint prop_id,
                                       const GValue *value,
                                       GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ACCESSIBLE_ROLE:
      RELM_TIMELINE_ACCESSIBLE (object)->role = (GtkAccessibleRole) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_timeline_accessible_dispose (GObject *object)
{
  RelmTimelineAccessible *self = RELM_TIMELINE_ACCESSIBLE (object);

  relm_timeline_accessible_detach (self);
  g_clear_object (&self->context);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (relm_timeline_accessible_parent_class)->dispose (object);
}

static void
relm_timeline_accessible_init_accessible (GtkAccessibleInterface *iface)
{
  iface->get_at_context = get_at_context;
  iface->get_platform_state = get_platform_state;
  iface->get_accessible_parent = get_parent;
  iface->get_first_accessible_child = get_first_child;
  iface->get_next_accessible_sibling = get_next_sibling;
  iface->get_bounds = get_bounds;
}

static void
relm_timeline_accessible_class_init (RelmTimelineAccessibleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = relm_timeline_accessible_dispose;
  object_class->get_property = relm_timeline_accessible_get_property;
  object_class->set_property = relm_timeline_accessible_set_property;

  g_object_class_override_property (object_class, PROP_ACCESSIBLE_ROLE, "accessible-role");
}

static void
relm_timeline_accessible_init (RelmTimelineAccessible *self)
{
  self->role = GTK_ACCESSIBLE_ROLE_LIST_ITEM;
}

/**
 * relm_timeline_accessible_new:
 * @timeline: the timeline; it must detach it when it goes
 * @row: the row that it stands for
 *
 * Returns: (transfer full): what assistive technology sees of that row
 */
RelmTimelineAccessible *
relm_timeline_accessible_new (GtkWidget *timeline,
                              guint row)
{
  RelmTimelineAccessible *self = g_object_new (RELM_TYPE_TIMELINE_ACCESSIBLE, NULL);

  self->timeline = RELM_TIMELINE (timeline);
  self->row = row;
  return self;
}

/**
 * relm_timeline_accessible_detach:
 *
 * The timeline is gone, or has no such row any more.
 */
void
relm_timeline_accessible_detach (RelmTimelineAccessible *self)
{
  g_return_if_fail (RELM_IS_TIMELINE_ACCESSIBLE (self));

  self->timeline = NULL;
}

/**
 * relm_timeline_accessible_describe:
 * @words: what there is to say of the row
 * @n_rows: how many rows there are
 * @selected: whether it is selected
 * @fold: whether it has rows that can be folded away
 *
 * Says what has changed since the last time.
 */
void
relm_timeline_accessible_describe (RelmTimelineAccessible *self,
                                   const char *words,
                                   guint n_rows,
                                   gboolean selected,
                                   RelmTimelineFold fold)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);
  const gboolean is_new = self->words == NULL;

  g_return_if_fail (RELM_IS_TIMELINE_ACCESSIBLE (self));

  if (g_set_str (&self->words, words))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (n_rows != self->n_rows)
    gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) self->row + 1,
                                    GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_rows, -1);
  if (is_new || selected != self->selected)
    gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  if (fold != self->fold && fold == RELM_TIMELINE_FOLD_NONE)
    gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED);
  else if (fold != self->fold)
    gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED, fold == RELM_TIMELINE_FOLD_OPEN, -1);
  self->n_rows = n_rows;
  self->selected = selected;
  self->fold = fold;
}

/**
 * relm_timeline_accessible_get_row:
 *
 * Returns: the row that it stands for
 */
guint
relm_timeline_accessible_get_row (RelmTimelineAccessible *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE_ACCESSIBLE (self), 0);

  return self->row;
}
