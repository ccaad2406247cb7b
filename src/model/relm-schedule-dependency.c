/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-schedule-dependency.h"

const RelmChoice relm_schedule_dependency_types[] = {
  { "fs", N_ ("Finish to start") },
  { "ss", N_ ("Start to start") },
  { "ff", N_ ("Finish to finish") },
  { "sf", N_ ("Start to finish") },
  { NULL },
};

static const RelmField fields[] = {
  RELM_SCHEDULE_DEPENDENCY_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "schedule-dependency",
  .member = "schedule_dependencies",
  .id_prefix = "dep",
  .label = N_ ("Schedule dependency"),
  .label_plural = N_ ("Schedule dependencies"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmScheduleDependency, relm_schedule_dependency, kind)
