/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Version identifiers: SemVer 2.0.0 (https://semver.org), calendar versions, and what projects really write on their tags
 * (v1.2, release-1.2.3, 47.rc, go1.21rc2, REL_17_2, 2024.04). All of them are compared by one total order, which is
 * SemVer's precedence where both are SemVer. Numbers may have any number of digits. Immutable, owned by whoever made it,
 * any thread.
 */

#pragma once

#include "relm-date.h"

G_BEGIN_DECLS

typedef struct _RelmVersion RelmVersion;

/* What the next version says about the change. The PRE… ones start a pre-release of it. */
typedef enum
{
  RELM_VERSION_BUMP_MAJOR,
  RELM_VERSION_BUMP_MINOR,
  RELM_VERSION_BUMP_PATCH,
  RELM_VERSION_BUMP_PREMAJOR,
  RELM_VERSION_BUMP_PREMINOR,
  RELM_VERSION_BUMP_PREPATCH,
  RELM_VERSION_BUMP_PRERELEASE, /* the next pre-release of the same version */
  RELM_VERSION_BUMP_RELEASE,    /* the final version of a pre-release */
} RelmVersionBump;

#define RELM_VERSION_NO_NUMBER (-1) /* a pre-release that is only its identifier */

RelmVersion *relm_version_parse (const char *text);
RelmVersion *relm_version_parse_tag (const char *tag,
                                     char **prefix);
RelmVersion *relm_version_copy (const RelmVersion *self);
void relm_version_free (RelmVersion *self);

int relm_version_compare (const RelmVersion *a,
                          const RelmVersion *b);
const char *relm_version_get_text (const RelmVersion *self);
const char *relm_version_get_build (const RelmVersion *self);
guint relm_version_get_n_numbers (const RelmVersion *self);
const char *relm_version_get_number (const RelmVersion *self,
                                     guint index);
gboolean relm_version_is_prerelease (const RelmVersion *self);
gboolean relm_version_is_semver (const RelmVersion *self);
gboolean relm_version_is_calendar (const RelmVersion *self);
gboolean relm_version_is_initial_development (const RelmVersion *self);

RelmVersion *relm_version_bump (const RelmVersion *self,
                                RelmVersionBump bump,
                                const char *identifier,
                                int first);
RelmVersion *relm_version_next_calendar (const RelmVersion *self,
                                         RelmDate date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmVersion, relm_version_free)

G_END_DECLS
