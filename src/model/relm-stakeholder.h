/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Somebody whom the releases concern: who asks for things, decides, or must know. What is said of a person's attitude
 * is sensitive and stays out of reports.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_STAKEHOLDER_FIELDS(FIELD)                                                                                 \
  FIELD (RELM_STAKEHOLDER, NAME, "name", N_ ("Name"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)         \
  FIELD (RELM_STAKEHOLDER, ORGANISATION, "organisation", N_ ("Organisation"), STRING, .flags = RELM_FIELD_DEFAULTS)    \
  FIELD (RELM_STAKEHOLDER, ROLE, "role", N_ ("Role"), STRING, .flags = RELM_FIELD_DEFAULTS)                            \
  FIELD (RELM_STAKEHOLDER, CATEGORY, "category", N_ ("Category"), ENUM, .choices = relm_stakeholder_categories, .fallback = RELM_VALUE_INIT_ENUM ("internal")) \
  FIELD (RELM_STAKEHOLDER, EMAIL, "email", N_ ("Email"), STRING, .flags = RELM_FIELD_DEFAULTS)                         \
  FIELD (RELM_STAKEHOLDER, AUDIENCES, "audiences", N_ ("Audiences"), STRINGS, .flags = RELM_FIELD_DEFAULTS)            \
  FIELD (RELM_STAKEHOLDER, POWER, "power", N_ ("Power"), INTEGER, .minimum = 0, .maximum = 5, .flags = RELM_FIELD_SENSITIVE) \
  FIELD (RELM_STAKEHOLDER, INTEREST, "interest", N_ ("Interest"), INTEGER, .minimum = 0, .maximum = 5, .flags = RELM_FIELD_SENSITIVE) \
  FIELD (RELM_STAKEHOLDER, ENGAGEMENT, "engagement", N_ ("Current engagement"), ENUM, .choices = relm_stakeholder_engagements, .flags = RELM_FIELD_SENSITIVE) \
  FIELD (RELM_STAKEHOLDER, DESIRED_ENGAGEMENT, "desired_engagement", N_ ("Desired engagement"), ENUM, .choices = relm_stakeholder_engagements, .flags = RELM_FIELD_SENSITIVE) \
  FIELD (RELM_STAKEHOLDER, OWNER, "owner", N_ ("Contact in the team"), REFERENCE, .target = "person")                  \
  FIELD (RELM_STAKEHOLDER, CHANNEL, "channel", N_ ("Preferred channel"), STRING, .flags = RELM_FIELD_DEFAULTS)         \
  FIELD (RELM_STAKEHOLDER, EXPECTATIONS, "expectations", N_ ("Expectations"), TEXT, .flags = RELM_FIELD_DEFAULTS)      \
  FIELD (RELM_STAKEHOLDER, NOTES, "notes", N_ ("Notes"), TEXT, .flags = RELM_FIELD_SENSITIVE)

enum
{
  RELM_STAKEHOLDER_FIELDS (RELM_FIELD_INDEX)
  RELM_STAKEHOLDER_N_FIELDS
};

extern const RelmChoice relm_stakeholder_categories[];
extern const RelmChoice relm_stakeholder_engagements[];

#define RELM_TYPE_STAKEHOLDER (relm_stakeholder_get_type ())
G_DECLARE_FINAL_TYPE (RelmStakeholder, relm_stakeholder, RELM, STAKEHOLDER, RelmRecord)

G_END_DECLS
