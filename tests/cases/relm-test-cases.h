/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Cases from outside the project, for tests: they are read where RELM_TEST_CASES says, and skipped when they are not there.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *relm_test_cases_load (const char *name);

G_END_DECLS
