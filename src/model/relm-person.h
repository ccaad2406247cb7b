/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Somebody of the team, who owns releases and does work. Those whom the release concerns are stakeholders.
 */

#pragma once

#include "relm-money.h"
#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_PERSON_FIELDS(FIELD)                                                                                      \
  FIELD (RELM_PERSON, NAME, "name", N_ ("Name"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)              \
  FIELD (RELM_PERSON, ROLE, "role", N_ ("Role"), STRING, .flags = RELM_FIELD_DEFAULTS)                                 \
  FIELD (RELM_PERSON, EMAIL, "email", N_ ("Email"), STRING, .flags = RELM_FIELD_DEFAULTS)                              \
  FIELD (RELM_PERSON, ACCOUNTS, "accounts", N_ ("Accounts at trackers"), STRINGS, .flags = RELM_FIELD_DEFAULTS)        \
  FIELD (RELM_PERSON, CALENDAR, "calendar", N_ ("Calendar"), REFERENCE, .target = "calendar")                          \
  FIELD (RELM_PERSON, CAPACITY, "capacity", N_ ("Capacity (percent)"), INTEGER, .minimum = 0, .maximum = 100, .fallback = RELM_VALUE_INIT_INTEGER (100)) \
  FIELD (RELM_PERSON, HOURLY_COST, "hourly_cost_cents", N_ ("Cost of an hour"), MONEY, .maximum = RELM_MONEY_MAX, .flags = RELM_FIELD_SENSITIVE) \
  FIELD (RELM_PERSON, NOTES, "notes", N_ ("Notes"), TEXT, .flags = RELM_FIELD_SENSITIVE)

enum
{
  RELM_PERSON_FIELDS (RELM_FIELD_INDEX)
  RELM_PERSON_N_FIELDS
};

#define RELM_TYPE_PERSON (relm_person_get_type ())
G_DECLARE_FINAL_TYPE (RelmPerson, relm_person, RELM, PERSON, RelmRecord)

G_END_DECLS
