/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A maintained branch that releases are made from, such as 5.2.x, and how long it is supported.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_RELEASE_LINE_FIELDS(FIELD)                                                                                \
  FIELD (RELM_RELEASE_LINE, NAME, "name", N_ ("Name"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)        \
  FIELD (RELM_RELEASE_LINE, BRANCH, "branch", N_ ("Branch"), STRING, .flags = RELM_FIELD_DEFAULTS)                     \
  FIELD (RELM_RELEASE_LINE, CHANNEL, "channel", N_ ("Channel"), ENUM, .choices = relm_release_line_channels, .fallback = RELM_VALUE_INIT_ENUM ("stable")) \
  FIELD (RELM_RELEASE_LINE, SUPPORTED_UNTIL, "supported_until", N_ ("Supported until"), DATE, .flags = RELM_FIELD_DEFAULTS) \
  FIELD (RELM_RELEASE_LINE, NOTES, "notes", N_ ("Notes"), TEXT, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_RELEASE_LINE_FIELDS (RELM_FIELD_INDEX)
  RELM_RELEASE_LINE_N_FIELDS
};

extern const RelmChoice relm_release_line_channels[];

#define RELM_TYPE_RELEASE_LINE (relm_release_line_get_type ())
G_DECLARE_FINAL_TYPE (RelmReleaseLine, relm_release_line, RELM, RELEASE_LINE, RelmRecord)

G_END_DECLS
