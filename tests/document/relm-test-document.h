/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the tests of documents share: a folder of their own, files in it, and waiting, always with an end, for what happens
 * in the main loop.
 */

#pragma once

#include "relm-document.h"

G_BEGIN_DECLS

/* A bound and not an expectation: a test that reaches it has failed. */
#define RELM_TEST_PATIENCE 20

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

/* Iterates the main context until the condition holds; fails the test when it never does. */
#define relm_test_wait_until(condition)                                                                               \
  G_STMT_START                                                                                                        \
  {                                                                                                                   \
    const gint64 _deadline = g_get_monotonic_time () + RELM_TEST_PATIENCE * G_USEC_PER_SEC;                           \
    while (!(condition) && g_get_monotonic_time () < _deadline)                                                       \
      relm_test_iterate ();                                                                                           \
    g_assert_true (condition);                                                                                        \
  }                                                                                                                   \
  G_STMT_END

void relm_test_iterate (void);
void relm_test_pause (guint milliseconds);

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
