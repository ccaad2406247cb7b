/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is in a draft's file: a few lines that say what it is of, an empty line, and the project as a .relm file would have it.
 *
 *     Relm draft 1
 *     title: Relm 2.0
 *     file: file:///home/ada/plan.relm       left out when it was never saved
 *     base: SHA-256 of what that file held   left out when that is not known
 *
 *     { "relm": 1, …
 *
 * Immutable; any thread.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *title; /* of the project */
  char *uri;   /* nullable */
  char *base;  /* nullable: lower case hexadecimal */
  GBytes *text;
} RelmDraftContent;

RelmDraftContent *relm_draft_content_new (const char *title,
                                          GFile *file,
                                          GBytes *base,
                                          GBytes *text);
RelmDraftContent *relm_draft_content_decode (GBytes *bytes);
GBytes *relm_draft_content_encode (RelmDraftContent *self);
gboolean relm_draft_content_is_from (RelmDraftContent *self,
                                     GBytes *base);
void relm_draft_content_free (RelmDraftContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmDraftContent, relm_draft_content_free)

G_END_DECLS
