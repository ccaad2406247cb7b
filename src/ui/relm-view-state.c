/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-baseline.h"
#include "relm-plan-baseline.h"
#include "relm-release.h"
#include "relm-source-set.h"
#include "relm-tracker-mirror.h"
#include "relm-view-state.h"

struct _RelmViewState
{
  GObject parent_instance;

  RelmDocument *document;
  RelmProject *project;
  RelmPlanSchedule *schedule; /* of the project */
  RelmForecasts *forecasts;   /* likewise */
  RelmRecord *release;
  RelmRecord *selected;
  RelmRecord *baseline;        /* what the plan is compared with, or NULL */
  gboolean has_chosen_baseline; /* a person did, and it is not the newest one whichever that is */
};

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_RELEASE,
  PROP_SELECTED,
  PROP_BASELINE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RelmViewState, relm_view_state, G_TYPE_OBJECT)

static void
set_baseline (RelmViewState *self,
              RelmRecord *baseline,
              gboolean is_choice)
{
  self->has_chosen_baseline = is_choice;
  if (g_set_object (&self->baseline, baseline))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BASELINE]);
}

static void
project_changed_cb (RelmViewState *self,
                    guint type,
                    RelmRecord *record)
{
  if (RELM_IS_BASELINE (record) && (!self->has_chosen_baseline || (type == RELM_CHANGE_REMOVE && record == self->baseline)))
    relm_view_state_follow_baseline (self);
  if (type != RELM_CHANGE_REMOVE)
    return;
  if (record == self->release)
    relm_view_state_set_release (self, NULL);
  if (record == self->selected)
    relm_view_state_set_selected (self, NULL);
}

static RelmRecord *
find_again (RelmProject *project,
            RelmRecord *record)
{
  const char *id = record != NULL ? relm_record_get_id (record) : NULL;

  return id != NULL && project != NULL ? relm_project_lookup (project, id) : NULL;
}

static void
drop_forecasts (RelmViewState *self)
{
  if (self->forecasts != NULL)
    relm_forecasts_set_trackers (self->forecasts, NULL, NULL);
  g_clear_object (&self->forecasts);
}

static GPtrArray *
list_trackers (gpointer document)
{
  return relm_tracker_mirror_list (document);
}

/* Forecasts see what trackers say, and see it again when one was read. */
static void
follow_trackers (RelmViewState *self,
                 RelmProject *project)
{
  self->forecasts = relm_forecasts_new (project);
  relm_forecasts_set_trackers (self->forecasts, list_trackers, self->document);
  g_signal_connect_object (relm_source_set_get (self->document), "synced", G_CALLBACK (relm_forecasts_refresh), self->forecasts,
                           G_CONNECT_SWAPPED);
}

/* A project that was read again has the same ids in other records. */
static void
update_project (RelmViewState *self)
{
  RelmProject *project = self->document != NULL ? relm_document_get_project (self->document) : NULL;

  if (self->project == project)
    return;

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_set_object (&self->project, project);
  g_clear_object (&self->schedule);
  drop_forecasts (self);
  if (project != NULL)
    {
      self->schedule = relm_plan_schedule_new (project);
      follow_trackers (self, project);
      g_signal_connect_swapped (project, "changed", G_CALLBACK (project_changed_cb), self);
    }
  relm_view_state_set_release (self, find_again (project, self->release));
  relm_view_state_set_selected (self, find_again (project, self->selected));
  if (self->has_chosen_baseline && (self->baseline == NULL || find_again (project, self->baseline) != NULL))
    set_baseline (self, find_again (project, self->baseline), TRUE);
  else
    relm_view_state_follow_baseline (self);
}

static void
document_project_cb (RelmViewState *self)
{
  update_project (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

static void
relm_view_state_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  RelmViewState *self = RELM_VIEW_STATE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_RELEASE:
      g_value_set_object (value, self->release);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_BASELINE:
      g_value_set_object (value, self->baseline);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_view_state_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  RelmViewState *self = RELM_VIEW_STATE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      relm_view_state_set_document (self, g_value_get_object (value));
      break;
    case PROP_RELEASE:
      relm_view_state_set_release (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      relm_view_state_set_selected (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_view_state_dispose (GObject *object)
{
  relm_view_state_set_document (RELM_VIEW_STATE (object), NULL);

  G_OBJECT_CLASS (relm_view_state_parent_class)->dispose (object);
}

static void
relm_view_state_class_init (RelmViewStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = relm_view_state_dispose;
  object_class->get_property = relm_view_state_get_property;
  object_class->set_property = relm_view_state_set_property;

  /**
   * RelmViewState:document:
   *
   * The document; also notified when it has another project.
   */
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, RELM_TYPE_DOCUMENT, flags);

  /**
   * RelmViewState:release:
   *
   * The release that the pages are about; none for the whole roadmap.
   */
  properties[PROP_RELEASE] = g_param_spec_object ("release", NULL, NULL, RELM_TYPE_RECORD, flags);

  /**
   * RelmViewState:selected:
   *
   * The record that is selected.
   */
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, RELM_TYPE_RECORD, flags);

  /**
   * RelmViewState:baseline:
   *
   * The baseline that the plan is compared with.
   */
  properties[PROP_BASELINE] =
    g_param_spec_object ("baseline", NULL, NULL, RELM_TYPE_RECORD, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
relm_view_state_init (RelmViewState *self)
{
}

/**
 * relm_view_state_new:
 *
 * Returns: (transfer full): a state that shows nothing
 */
RelmViewState *
relm_view_state_new (void)
{
  return g_object_new (RELM_TYPE_VIEW_STATE, NULL);
}

/**
 * relm_view_state_get_document:
 *
 * Returns: (transfer none) (nullable): the document
 */
RelmDocument *
relm_view_state_get_document (RelmViewState *self)
{
  g_return_val_if_fail (RELM_IS_VIEW_STATE (self), NULL);

  return self->document;
}

/**
 * relm_view_state_set_document:
 * @document: (nullable): a document
 */
void
relm_view_state_set_document (RelmViewState *self,
                              RelmDocument *document)
{
  g_return_if_fail (RELM_IS_VIEW_STATE (self));

  if (self->document == document)
    return;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  self->has_chosen_baseline = FALSE; /* of another file */
  g_set_object (&self->document, document);
  if (document != NULL)
    g_signal_connect_swapped (document, "notify::project", G_CALLBACK (document_project_cb), self);
  update_project (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/**
 * relm_view_state_get_schedule:
 *
 * Returns: (transfer none) (nullable): the dates that are computed for the document's project; another with each project, of which
 *   "notify::document" tells
 */
RelmPlanSchedule *
relm_view_state_get_schedule (RelmViewState *self)
{
  g_return_val_if_fail (RELM_IS_VIEW_STATE (self), NULL);

  return self->schedule;
}

/**
 * relm_view_state_get_forecasts:
 *
 * Returns: (transfer none) (nullable): what is forecast for the releases of the document's project; another with each project, of
 *   which "notify::document" tells
 */
RelmForecasts *
relm_view_state_get_forecasts (RelmViewState *self)
{
  g_return_val_if_fail (RELM_IS_VIEW_STATE (self), NULL);

  return self->forecasts;
}

/**
 * relm_view_state_get_release:
 *
 * Returns: (transfer none) (nullable): the release that is shown, %NULL for the whole roadmap
 */
RelmRecord *
relm_view_state_get_release (RelmViewState *self)
{
  g_return_val_if_fail (RELM_IS_VIEW_STATE (self), NULL);

  return self->release;
}

/**
 * relm_view_state_set_release:
 * @release: (nullable): a release of the document
 */
void
relm_view_state_set_release (RelmViewState *self,
                             RelmRecord *release)
{
  g_return_if_fail (RELM_IS_VIEW_STATE (self));
  g_return_if_fail (release == NULL || RELM_IS_RELEASE (release));

  if (g_set_object (&self->release, release))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RELEASE]);
}

/**
 * relm_view_state_get_selected:
 *
 * Returns: (transfer none) (nullable): the record that is selected
 */
RelmRecord *
relm_view_state_get_selected (RelmViewState *self)
{
  g_return_val_if_fail (RELM_IS_VIEW_STATE (self), NULL);

  return self->selected;
}

/**
 * relm_view_state_set_selected:
 * @selected: (nullable): a record of the document
 */
void
relm_view_state_set_selected (RelmViewState *self,
                              RelmRecord *selected)
{
  g_return_if_fail (RELM_IS_VIEW_STATE (self));

  if (g_set_object (&self->selected, selected))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * relm_view_state_get_baseline:
 *
 * Returns: (transfer none) (nullable): the baseline that the plan is compared with; %NULL for none
 */
RelmRecord *
relm_view_state_get_baseline (RelmViewState *self)
{
  g_return_val_if_fail (RELM_IS_VIEW_STATE (self), NULL);

  return self->baseline;
}

/**
 * relm_view_state_choose_baseline:
 * @baseline: (nullable): the baseline to compare with from now on; %NULL for none
 */
void
relm_view_state_choose_baseline (RelmViewState *self,
                                 RelmRecord *baseline)
{
  g_return_if_fail (RELM_IS_VIEW_STATE (self));
  g_return_if_fail (baseline == NULL || RELM_IS_BASELINE (baseline));

  set_baseline (self, baseline, TRUE);
}

/**
 * relm_view_state_follow_baseline:
 *
 * Compares with the newest baseline, also when another one is taken.
 */
void
relm_view_state_follow_baseline (RelmViewState *self)
{
  g_return_if_fail (RELM_IS_VIEW_STATE (self));

  set_baseline (self, self->project != NULL ? relm_plan_baseline_get_newest (self->project) : NULL, FALSE);
}

/**
 * relm_view_state_has_chosen_baseline:
 *
 * Returns: whether a person chose it, so that it stays when another one is taken
 */
gboolean
relm_view_state_has_chosen_baseline (RelmViewState *self)
{
  g_return_val_if_fail (RELM_IS_VIEW_STATE (self), FALSE);

  return self->has_chosen_baseline;
}
