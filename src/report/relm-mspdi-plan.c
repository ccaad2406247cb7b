/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

#include "relm-mspdi-plan.h"

G_DEFINE_QUARK (relm-mspdi-error-quark, relm_mspdi_error)

static void
task_clear (gpointer data)
{
  RelmMspdiTask *task = data;

  g_free (task->name);
  g_free (task->notes);
  g_free (task->url);
  g_free (task->kind);
}

static void
resource_clear (gpointer data)
{
  RelmMspdiResource *resource = data;

  g_free (resource->name);
  g_free (resource->email);
  g_free (resource->group);
}

static void
calendar_clear (gpointer data)
{
  RelmMspdiCalendar *calendar = data;

  g_free (calendar->name);
  for (guint i = 0; i < G_N_ELEMENTS (calendar->hours); i++)
    g_free (calendar->hours[i]);
}

static void
exception_clear (gpointer data)
{
  RelmMspdiException *exception = data;

  g_free (exception->name);
  g_free (exception->hours);
}

/**
 * relm_mspdi_plan_new:
 *
 * Returns: (transfer full): a plan with nothing in it
 */
RelmMspdiPlan *
relm_mspdi_plan_new (void)
{
  RelmMspdiPlan *self = g_new0 (RelmMspdiPlan, 1);

  self->tasks = g_array_new (FALSE, TRUE, sizeof (RelmMspdiTask));
  self->links = g_array_new (FALSE, TRUE, sizeof (RelmMspdiLink));
  self->resources = g_array_new (FALSE, TRUE, sizeof (RelmMspdiResource));
  self->assignments = g_array_new (FALSE, TRUE, sizeof (RelmMspdiAssignment));
  self->calendars = g_array_new (FALSE, TRUE, sizeof (RelmMspdiCalendar));
  self->exceptions = g_array_new (FALSE, TRUE, sizeof (RelmMspdiException));
  self->calendar = -1;
  g_array_set_clear_func (self->calendars, calendar_clear);
  g_array_set_clear_func (self->exceptions, exception_clear);
  g_array_set_clear_func (self->tasks, task_clear);
  g_array_set_clear_func (self->resources, resource_clear);
  return self;
}

/**
 * relm_mspdi_plan_free:
 * @self: (transfer full) (nullable): a plan
 */
void
relm_mspdi_plan_free (RelmMspdiPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->name);
  g_array_unref (self->tasks);
  g_array_unref (self->links);
  g_array_unref (self->resources);
  g_array_unref (self->assignments);
  g_array_unref (self->calendars);
  g_array_unref (self->exceptions);
  g_free (self);
}
