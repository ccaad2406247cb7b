/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-plan.h"
#include "relm-record-look.h"

typedef struct
{
  const char *field;
  const char *nick;
  RelmRecordLook look;
} LookOfChoice;

static const LookOfChoice looks[] = {
  { "health", "on_track", { "media-record-symbolic", "success", NULL } },
  { "health", "at_risk", { "dialog-warning-symbolic", "warning", NULL } },
  { "health", "off_track", { "dialog-error-symbolic", "error", NULL } },
  { "health", "paused", { "media-playback-pause-symbolic", NULL, NULL } },
  { "state", "in_progress", { "media-playback-start-symbolic", "accent", NULL } },
  { "state", "blocked", { "action-unavailable-symbolic", "error", NULL } },
  { "state", "done", { "object-select-symbolic", "success", NULL } },
  { "state", "requested", { "dialog-question-symbolic", "warning", NULL } },
  { "state", "approved", { "object-select-symbolic", "success", NULL } },
  { "state", "refused", { "action-unavailable-symbolic", "error", NULL } },
  { "state", "withdrawn", { "window-close-symbolic", "dimmed", NULL } },
  { "state", "happened", { "dialog-error-symbolic", "error", NULL } },
  { "state", "closed", { "object-select-symbolic", "dimmed", NULL } },
  { "state", "released", { "object-select-symbolic", "success", NULL } },
  { "state", "cancelled", { "window-close-symbolic", "dimmed", NULL } },
  { "decision", "go", { "object-select-symbolic", "success", NULL } },
  { "decision", "conditional_go", { "object-select-symbolic", "warning", NULL } },
  { "decision", "no_go", { "action-unavailable-symbolic", "error", NULL } },
  { "decision", "deferred", { "media-playback-pause-symbolic", NULL, NULL } },
  { "standing", "met", { "object-select-symbolic", "success", NULL } },
  { "standing", "waived", { "media-skip-forward-symbolic", "dimmed", NULL } },
  { "priority", "critical", { "dialog-warning-symbolic", "error", NULL } },
  { "priority", "high", { "go-up-symbolic", "warning", NULL } },
  { "priority", "low", { "go-down-symbolic", "dimmed", NULL } },
};

static gboolean
is_planned_finish (const RelmField *field)
{
  return g_str_equal (field->name, "planned_finish") || g_str_equal (field->name, "planned");
}

/**
 * relm_record_look_for_choice:
 * @field: a field's name
 * @nick: (nullable): one of its choices
 *
 * Returns: how the choice looks
 */
RelmRecordLook
relm_record_look_for_choice (const char *field,
                             const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_str_equal (looks[i].field, field) && g_strcmp0 (looks[i].nick, nick) == 0)
      return looks[i].look;
  return (RelmRecordLook) { NULL };
}

/**
 * relm_record_look_get:
 * @field: the index of one of its fields
 * @today: what today is
 *
 * Returns: how the value looks; plain for most
 */
RelmRecordLook
relm_record_look_get (RelmRecord *record,
                      guint field,
                      RelmDate today)
{
  const RelmField *info = &relm_record_get_kind (record)->fields[field];

  if (info->type == RELM_FIELD_DATE && is_planned_finish (info) && relm_plan_is_overdue (record, today))
    return (RelmRecordLook) { "alarm-symbolic", "error", _ ("Overdue") };
  if (info->type != RELM_FIELD_ENUM)
    return (RelmRecordLook) { NULL };

  return relm_record_look_for_choice (info->name, relm_record_get_string (record, field));
}
