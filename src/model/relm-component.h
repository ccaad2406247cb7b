/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A part of the product: a repository, or a path in one.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_COMPONENT_FIELDS(FIELD)                                                                                   \
  FIELD (RELM_COMPONENT, NAME, "name", N_ ("Name"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)           \
  FIELD (RELM_COMPONENT, SOURCE, "source", N_ ("Source"), REFERENCE, .target = "source")                               \
  FIELD (RELM_COMPONENT, PATH, "path", N_ ("Path"), STRING, .flags = RELM_FIELD_DEFAULTS)                              \
  FIELD (RELM_COMPONENT, OWNER, "owner", N_ ("Owner"), REFERENCE, .target = "person")                                  \
  FIELD (RELM_COMPONENT, DESCRIPTION, "description", N_ ("Description"), TEXT, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_COMPONENT_FIELDS (RELM_FIELD_INDEX)
  RELM_COMPONENT_N_FIELDS
};

#define RELM_TYPE_COMPONENT (relm_component_get_type ())
G_DECLARE_FINAL_TYPE (RelmComponent, relm_component, RELM, COMPONENT, RelmRecord)

G_END_DECLS
