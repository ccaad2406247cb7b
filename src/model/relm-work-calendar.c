/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-work-calendar.h"

static const RelmField fields[] = {
  RELM_WORK_CALENDAR_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "calendar",
  .member = "calendars",
  .id_prefix = "cal",
  .label = N_ ("Calendar"),
  .label_plural = N_ ("Calendars"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmWorkCalendar, relm_work_calendar, kind)
