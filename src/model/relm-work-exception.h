/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Days on which a calendar's hours do not count: a holiday, a shutdown, somebody's leave, or a working Saturday. Both ends are
 * inclusive. It is of a calendar, of a person, or of the whole project. A record is on the main thread, as its project.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_WORK_EXCEPTION_FIELDS(FIELD)                                                                          \
  FIELD (RELM_WORK_EXCEPTION, NAME, "name", N_ ("Name"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)  \
  FIELD (RELM_WORK_EXCEPTION, OF, "of", N_ ("Applies to"), REFERENCE, .flags = RELM_FIELD_DEFAULTS)                \
  FIELD (RELM_WORK_EXCEPTION, START, "start", N_ ("First day"), DATE, .flags = RELM_FIELD_DEFAULTS)                \
  FIELD (RELM_WORK_EXCEPTION, FINISH, "finish", N_ ("Last day"), DATE, .flags = RELM_FIELD_DEFAULTS)               \
  FIELD (RELM_WORK_EXCEPTION, HOURS, "hours", N_ ("Working hours"), STRING, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_WORK_EXCEPTION_FIELDS (RELM_FIELD_INDEX)
  RELM_WORK_EXCEPTION_N_FIELDS
};

#define RELM_TYPE_WORK_EXCEPTION (relm_work_exception_get_type ())
G_DECLARE_FINAL_TYPE (RelmWorkException, relm_work_exception, RELM, WORK_EXCEPTION, RelmRecord)

G_END_DECLS
