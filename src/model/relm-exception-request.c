/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-exception-request.h"

const RelmChoice relm_exception_request_states[] = {
  { "requested", N_ ("Requested") },
  { "approved", N_ ("Approved") },
  { "refused", N_ ("Refused") },
  { "withdrawn", N_ ("Withdrawn") },
  { NULL },
};

static const RelmField fields[] = {
  RELM_EXCEPTION_REQUEST_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "exception-request",
  .member = "exception_requests",
  .id_prefix = "exr",
  .label = N_ ("Exception request"),
  .label_plural = N_ ("Exception requests"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmExceptionRequest, relm_exception_request, kind)
