/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-page.h"

typedef struct
{
  RelmViewState *view_state;
  RelmProject *project; /* of the document that is shown */
  guint update_id;
} RelmPagePrivate;

enum
{
  PROP_0,
  PROP_VIEW_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RelmPage, relm_page, ADW_TYPE_BIN)

static RelmPagePrivate *
get_private (RelmPage *self)
{
  return relm_page_get_instance_private (self);
}

static gboolean
update_cb (gpointer data)
{
  RelmPage *self = data;

  get_private (self)->update_id = 0;
  RELM_PAGE_GET_CLASS (self)->update (self);
  return G_SOURCE_REMOVE;
}

static void
project_changed_cb (RelmPage *self,
                    guint type,
                    RelmRecord *record)
{
  RELM_PAGE_GET_CLASS (self)->project_changed (self, (RelmChangeType) type, record);
  relm_page_queue_update (self);
}

static void
follow_project (RelmPage *self,
                RelmProject *project)
{
  RelmPagePrivate *priv = get_private (self);

  if (priv->project != NULL)
    g_signal_handlers_disconnect_by_data (priv->project, self);
  g_set_object (&priv->project, project);
  if (project != NULL)
    g_signal_connect_swapped (project, "changed", G_CALLBACK (project_changed_cb), self);
}

static void
document_changed_cb (RelmPage *self)
{
  RelmDocument *document = relm_page_get_document (self);

  follow_project (self, document != NULL ? relm_document_get_project (document) : NULL);
  RELM_PAGE_GET_CLASS (self)->document_changed (self);
  relm_page_queue_update (self);
}

static void
release_changed_cb (RelmPage *self)
{
  RELM_PAGE_GET_CLASS (self)->release_changed (self);
  relm_page_queue_update (self);
}

static void
relm_page_real_changed (RelmPage *self)
{
}

static void
relm_page_real_project_changed (RelmPage *self,
                                RelmChangeType type,
                                RelmRecord *record)
{
}

/* Nothing is computed while nobody looks. */
static void
relm_page_map (GtkWidget *widget)
{
  RelmPage *self = RELM_PAGE (widget);

  g_clear_handle_id (&get_private (self)->update_id, g_source_remove);
  RELM_PAGE_GET_CLASS (self)->update (self);
  GTK_WIDGET_CLASS (relm_page_parent_class)->map (widget);
}

static void
relm_page_get_property (GObject *object,
                        guint prop_id,
                        GValue *value,
                        GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VIEW_STATE:
      g_value_set_object (value, relm_page_get_view_state (RELM_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_page_set_property (GObject *object,
                        guint prop_id,
                        const GValue *value,
                        GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VIEW_STATE:
      relm_page_set_view_state (RELM_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_page_dispose (GObject *object)
{
  RelmPage *self = RELM_PAGE (object);

  relm_page_set_view_state (self, NULL);
  g_clear_handle_id (&get_private (self)->update_id, g_source_remove);

  G_OBJECT_CLASS (relm_page_parent_class)->dispose (object);
}

static void
relm_page_class_init (RelmPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = relm_page_dispose;
  object_class->get_property = relm_page_get_property;
  object_class->set_property = relm_page_set_property;
  GTK_WIDGET_CLASS (klass)->map = relm_page_map;
  klass->view_state_changed = relm_page_real_changed;
  klass->document_changed = relm_page_real_changed;
  klass->release_changed = relm_page_real_changed;
  klass->project_changed = relm_page_real_project_changed;
  klass->update = relm_page_real_changed;

  /**
   * RelmPage:view-state:
   *
   * What the window shows.
   */
  properties[PROP_VIEW_STATE] = g_param_spec_object ("view-state", NULL, NULL, RELM_TYPE_VIEW_STATE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
relm_page_init (RelmPage *self)
{
}

/**
 * relm_page_get_view_state:
 *
 * Returns: (transfer none) (nullable): what the window shows
 */
RelmViewState *
relm_page_get_view_state (RelmPage *self)
{
  g_return_val_if_fail (RELM_IS_PAGE (self), NULL);

  return get_private (self)->view_state;
}

/**
 * relm_page_set_view_state:
 * @view_state: (nullable): of the window
 *
 * A page whose parts are gone when it is disposed of has to be given %NULL before.
 */
void
relm_page_set_view_state (RelmPage *self,
                          RelmViewState *view_state)
{
  RelmPagePrivate *priv;

  g_return_if_fail (RELM_IS_PAGE (self));

  priv = get_private (self);
  if (priv->view_state == view_state)
    return;
  if (priv->view_state != NULL)
    g_signal_handlers_disconnect_by_data (priv->view_state, self);
  g_set_object (&priv->view_state, view_state);
  RELM_PAGE_GET_CLASS (self)->view_state_changed (self);
  if (view_state != NULL)
    {
      g_signal_connect_swapped (view_state, "notify::document", G_CALLBACK (document_changed_cb), self);
      g_signal_connect_swapped (view_state, "notify::release", G_CALLBACK (release_changed_cb), self);
    }
  document_changed_cb (self);
}

/**
 * relm_page_get_document:
 *
 * Returns: (transfer none) (nullable): the document that the window shows
 */
RelmDocument *
relm_page_get_document (RelmPage *self)
{
  RelmViewState *view_state = relm_page_get_view_state (self);

  return view_state != NULL ? relm_view_state_get_document (view_state) : NULL;
}

/**
 * relm_page_get_project:
 *
 * Returns: (transfer none) (nullable): the project of that document
 */
RelmProject *
relm_page_get_project (RelmPage *self)
{
  g_return_val_if_fail (RELM_IS_PAGE (self), NULL);

  return get_private (self)->project;
}

/**
 * relm_page_get_release:
 *
 * Returns: (transfer none) (nullable): the release that the window shows; %NULL for the whole roadmap
 */
RelmRecord *
relm_page_get_release (RelmPage *self)
{
  RelmViewState *view_state = relm_page_get_view_state (self);

  return view_state != NULL ? relm_view_state_get_release (view_state) : NULL;
}

/**
 * relm_page_queue_update:
 *
 * Has it updated before the next frame, if somebody looks at it; whoever looks at it later sees what is true then.
 */
void
relm_page_queue_update (RelmPage *self)
{
  RelmPagePrivate *priv;

  g_return_if_fail (RELM_IS_PAGE (self));

  priv = get_private (self);
  if (priv->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}
