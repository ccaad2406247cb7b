/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A communication: that a stakeholder was told something, and what the plan was then as far as it concerns them, so that it can be
 * found out what they do not know yet.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_COMMUNICATION_FIELDS(FIELD)                                                                               \
  FIELD (RELM_COMMUNICATION, SUBJECT, "subject", N_ ("Subject"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE) \
  FIELD (RELM_COMMUNICATION, STAKEHOLDER, "stakeholder", N_ ("Stakeholder"), REFERENCE, .target = "stakeholder", .flags = RELM_FIELD_REQUIRED) \
  FIELD (RELM_COMMUNICATION, TOLD, "told", N_ ("Told on"), DATE, .flags = RELM_FIELD_DEFAULTS)                         \
  FIELD (RELM_COMMUNICATION, TOLD_BY, "told_by", N_ ("Told by"), REFERENCE, .target = "person")                        \
  FIELD (RELM_COMMUNICATION, CHANNEL, "channel", N_ ("Channel"), STRING, .flags = RELM_FIELD_DEFAULTS)                 \
  FIELD (RELM_COMMUNICATION, TEXT, "text", N_ ("Text"), TEXT, .flags = RELM_FIELD_DEFAULTS)                            \
  FIELD (RELM_COMMUNICATION, SNAPSHOT, "snapshot", N_ ("What the plan was"), STRINGS, .flags = RELM_FIELD_HIDDEN)

enum
{
  RELM_COMMUNICATION_FIELDS (RELM_FIELD_INDEX)
  RELM_COMMUNICATION_N_FIELDS
};

#define RELM_TYPE_COMMUNICATION (relm_communication_get_type ())
G_DECLARE_FINAL_TYPE (RelmCommunication, relm_communication, RELM, COMMUNICATION, RelmRecord)

G_END_DECLS
