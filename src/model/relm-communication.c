/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-communication.h"

static const RelmField fields[] = {
  RELM_COMMUNICATION_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "communication",
  .member = "communications",
  .id_prefix = "com",
  .label = N_ ("Communication"),
  .label_plural = N_ ("Communications"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmCommunication, relm_communication, kind)
