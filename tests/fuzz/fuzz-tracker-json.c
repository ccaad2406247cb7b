/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a tracker may send: read, and gone through. */

#include "config.h"

#include <stddef.h>
#include <stdint.h>

#include "relm-json.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t size);

static void
go_through (const RelmJsonValue *value)
{
  g_assert (value->type != RELM_JSON_VALUE_STRING || g_utf8_validate (value->text, -1, NULL));
  for (const RelmJsonValue *inner = relm_json_value_get_first (value); inner != NULL; inner = relm_json_value_get_next (value, inner))
    go_through (inner);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (RelmJson) json = NULL;

  g_byte_array_append (bytes, data, (guint) size);
  json = relm_json_new_take (bytes);
  if (json != NULL)
    go_through (relm_json_get_root (json));
  return 0;
}
