/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-person.h"

static const RelmField fields[] = {
  RELM_PERSON_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "person",
  .member = "people",
  .id_prefix = "per",
  .label = N_ ("Person"),
  .label_plural = N_ ("People"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmPerson, relm_person, kind)
