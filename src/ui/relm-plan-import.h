/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Takes a plan of Microsoft Project XML into the document: asks for the file, reads it in a worker, adds what it says as one step
 * that can be undone, and says what has no place in Relm. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-document.h"

G_BEGIN_DECLS

void relm_plan_import (GtkWidget *from,
                       RelmDocument *document,
                       RelmRecord *release);
void relm_plan_import_file (GtkWidget *from,
                            RelmDocument *document,
                            RelmRecord *release,
                            GFile *file);

G_END_DECLS
