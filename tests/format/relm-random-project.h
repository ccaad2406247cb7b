/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Projects made by chance from the tables of fields, for tests and measurements: the same generator gives the same project.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

RelmProject *relm_random_project_new (GRand *random,
                                      guint n_records,
                                      gboolean wild);
void relm_random_value (GRand *random,
                        const RelmField *field,
                        guint n_records,
                        gboolean wild,
                        RelmValue *value);
void relm_random_project_assert_equal (RelmProject *a,
                                       RelmProject *b);

G_END_DECLS
