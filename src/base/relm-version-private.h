/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of a version are, for those who read it and those who count on from it. */

#pragma once

#include "relm-version.h"

G_BEGIN_DECLS

struct _RelmVersion
{
  char *text;         /* as it was written, without what came before it in a tag */
  GPtrArray *numbers; /* of digit strings; at least one */
  GPtrArray *pre;     /* of identifiers; empty for a final version */
  char *build;        /* or NULL */
  gboolean semver;
  gboolean padded;    /* a number was written with leading zeros, as months are */
};

void _relm_version_add_copies (GPtrArray *strings,
                               GPtrArray *source);
gboolean _relm_version_is_digits (const char *text);
int _relm_version_compare_digits (const char *a,
                                  const char *b);
int _relm_version_compare_identifiers (const char *a,
                                       const char *b);

G_END_DECLS
