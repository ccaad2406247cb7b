/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the tests of documents share: a folder of their own, files in it, and waiting, always with an end, for what happens
 * in the main loop.
 */

#pragma once

#include "relm-document.h"
#include "relm-test-wait.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path; /* “plan.relm” in it */
  GFile *file;
} RelmTestPlace;

void relm_test_place_set_up (RelmTestPlace *place,
                             gconstpointer data);
void relm_test_place_tear_down (RelmTestPlace *place,
                                gconstpointer data);
char *relm_test_place_build (RelmTestPlace *place,
                             const char *name);
guint relm_test_place_count (RelmTestPlace *place);

void relm_test_write (const char *path,
                      const char *text);
void relm_test_assert_content (const char *path,
                               const char *text);

RelmDocument *relm_test_open (GFile *file,
                              GError **error);
RelmDocument *relm_test_open_draft (RelmDraft *draft,
                                    GError **error);
gboolean relm_test_save (RelmDocument *document,
                         RelmSaveFlags flags,
                         GError **error);
gboolean relm_test_save_as (RelmDocument *document,
                            GFile *file,
                            GError **error);
gboolean relm_test_reload (RelmDocument *document,
                           GError **error);
void relm_test_rename (RelmDocument *document,
                       const char *name);
void relm_test_assert_title (RelmDocument *document,
                             const char *title);

G_END_DECLS
