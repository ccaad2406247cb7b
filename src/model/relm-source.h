/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A remote that evidence is pulled from: a repository or a tracker. Its location is a URL, or a folder relative to the
 * project's file; never with a token in it. The service says which tracker runs there, so that a server is asked only once;
 * a repository has none.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_SOURCE_FIELDS(FIELD)                                                                                      \
  FIELD (RELM_SOURCE, NAME, "name", N_ ("Name"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)              \
  FIELD (RELM_SOURCE, KIND, "kind", N_ ("Kind"), ENUM, .choices = relm_source_kinds, .fallback = RELM_VALUE_INIT_ENUM ("repository")) \
  FIELD (RELM_SOURCE, SERVICE, "service", N_ ("Service"), ENUM, .choices = relm_source_services, .fallback = RELM_VALUE_INIT_ENUM ("automatic")) \
  FIELD (RELM_SOURCE, LOCATION, "location", N_ ("Location"), STRING, .flags = RELM_FIELD_REQUIRED)                     \
  FIELD (RELM_SOURCE, BRANCH, "branch", N_ ("Branch"), STRING, .flags = RELM_FIELD_DEFAULTS)                           \
  FIELD (RELM_SOURCE, TAG_PATTERN, "tag_pattern", N_ ("Tag pattern"), STRING, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_SOURCE_FIELDS (RELM_FIELD_INDEX)
  RELM_SOURCE_N_FIELDS
};

extern const RelmChoice relm_source_kinds[];
extern const RelmChoice relm_source_services[];

#define RELM_TYPE_SOURCE (relm_source_get_type ())
G_DECLARE_FINAL_TYPE (RelmSource, relm_source, RELM, SOURCE, RelmRecord)

G_END_DECLS
