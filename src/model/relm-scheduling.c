/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-scheduling.h"

const RelmChoice relm_schedulings[] = {
  { "automatic", N_ ("Automatic") },
  { "pinned", N_ ("Pinned") },
  { NULL },
};

const RelmChoice relm_constraints[] = {
  { "asap", N_ ("As soon as possible") },
  { "alap", N_ ("As late as possible") },
  { "start_no_earlier", N_ ("Start no earlier than") },
  { "start_no_later", N_ ("Start no later than") },
  { "finish_no_earlier", N_ ("Finish no earlier than") },
  { "finish_no_later", N_ ("Finish no later than") },
  { "must_start", N_ ("Must start on") },
  { "must_finish", N_ ("Must finish on") },
  { NULL },
};
