/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-release-line.h"

const RelmChoice relm_release_line_channels[] = {
  { "nightly", N_ ("Nightly") },
  { "beta", N_ ("Beta") },
  { "stable", N_ ("Stable") },
  { "lts", N_ ("Long-term support") },
  { NULL },
};

static const RelmField fields[] = {
  RELM_RELEASE_LINE_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "release-line",
  .member = "release_lines",
  .id_prefix = "rln",
  .label = N_ ("Release line"),
  .label_plural = N_ ("Release lines"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmReleaseLine, relm_release_line, kind)
