/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * An exception request: somebody asks for a work item to be done in a freeze window that stops it. Only while it is approved does
 * the window let that item pass. What to ask follows the freeze exceptions of Kubernetes and the unblock requests of Debian.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_EXCEPTION_REQUEST_FIELDS(FIELD)                                                                           \
  FIELD (RELM_EXCEPTION_REQUEST, NAME, "name", N_ ("Why it cannot wait"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE) \
  FIELD (RELM_EXCEPTION_REQUEST, STATE, "state", N_ ("State"), ENUM, .choices = relm_exception_request_states, .fallback = RELM_VALUE_INIT_ENUM ("requested")) \
  FIELD (RELM_EXCEPTION_REQUEST, SUBJECT, "subject", N_ ("Work item"), REFERENCE, .target = "work-item")               \
  FIELD (RELM_EXCEPTION_REQUEST, FREEZE_WINDOW, "freeze_window", N_ ("Freeze window"), REFERENCE, .target = "freeze-window") \
  FIELD (RELM_EXCEPTION_REQUEST, REQUESTED_BY, "requested_by", N_ ("Requested by"), REFERENCE, .target = "person")     \
  FIELD (RELM_EXCEPTION_REQUEST, REQUESTED, "requested", N_ ("Requested on"), DATE, .flags = RELM_FIELD_DEFAULTS)      \
  FIELD (RELM_EXCEPTION_REQUEST, DECIDED_BY, "decided_by", N_ ("Decided by"), REFERENCE, .target = "person")           \
  FIELD (RELM_EXCEPTION_REQUEST, DECIDED, "decided", N_ ("Decided on"), DATE, .flags = RELM_FIELD_DEFAULTS)            \
  FIELD (RELM_EXCEPTION_REQUEST, RISK_IN, "risk_in", N_ ("Risk of doing it now"), TEXT, .flags = RELM_FIELD_DEFAULTS)  \
  FIELD (RELM_EXCEPTION_REQUEST, RISK_OUT, "risk_out", N_ ("Risk of leaving it out"), TEXT, .flags = RELM_FIELD_DEFAULTS) \
  FIELD (RELM_EXCEPTION_REQUEST, TESTING, "testing", N_ ("How it is tested"), TEXT, .flags = RELM_FIELD_DEFAULTS)      \
  FIELD (RELM_EXCEPTION_REQUEST, NOTES, "notes", N_ ("Notes"), TEXT, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_EXCEPTION_REQUEST_FIELDS (RELM_FIELD_INDEX)
  RELM_EXCEPTION_REQUEST_N_FIELDS
};

extern const RelmChoice relm_exception_request_states[];

#define RELM_TYPE_EXCEPTION_REQUEST (relm_exception_request_get_type ())
G_DECLARE_FINAL_TYPE (RelmExceptionRequest, relm_exception_request, RELM, EXCEPTION_REQUEST, RelmRecord)

G_END_DECLS
