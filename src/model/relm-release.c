/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-release.h"

const RelmChoice relm_release_states[] = {
  { "planned", N_ ("Planned") },
  { "in_progress", N_ ("In progress") },
  { "released", N_ ("Released") },
  { "cancelled", N_ ("Cancelled") },
  { NULL },
};

const RelmChoice relm_release_healths[] = {
  { "on_track", N_ ("On track") },
  { "at_risk", N_ ("At risk") },
  { "off_track", N_ ("Off track") },
  { "paused", N_ ("Paused") },
  { NULL },
};

static const RelmField fields[] = {
  RELM_RELEASE_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "release",
  .member = "releases",
  .id_prefix = "rel",
  .label = N_ ("Release"),
  .label_plural = N_ ("Releases"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmRelease, relm_release, kind)
