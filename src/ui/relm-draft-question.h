/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Asks what is to be done with edits of a project that were not saved, when the project is opened. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-draft.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_DRAFT_ANSWER_RESTORE,
  RELM_DRAFT_ANSWER_DISCARD,
  RELM_DRAFT_ANSWER_LATER,
} RelmDraftAnswer;

void relm_draft_question_ask_async (GtkWidget *parent,
                                    RelmDraft *draft,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
RelmDraftAnswer relm_draft_question_ask_finish (GObject *dialog,
                                                GAsyncResult *result);
const char *relm_draft_question_explain (RelmDraft *draft);

G_END_DECLS
