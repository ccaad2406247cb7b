/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whether a repository follows Conventional Commits. Subjects of the form “word: …” are common elsewhere too, so that the
 * form alone says nothing; the share of subjects with a type that such projects use does. Any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean relm_commit_type_is_known (const char *type);
gboolean relm_commit_style_is_conventional (guint n_commits,
                                            guint n_known);

G_END_DECLS
