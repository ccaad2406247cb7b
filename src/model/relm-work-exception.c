/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-work-exception.h"

static const RelmField fields[] = {
  RELM_WORK_EXCEPTION_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "calendar-exception",
  .member = "calendar_exceptions",
  .id_prefix = "cax",
  .label = N_ ("Calendar exception"),
  .label_plural = N_ ("Calendar exceptions"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmWorkException, relm_work_exception, kind)
