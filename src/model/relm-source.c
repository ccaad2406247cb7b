/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-source.h"

const RelmChoice relm_source_kinds[] = {
  { "repository", N_ ("Repository") },
  { "tracker", N_ ("Tracker") },
  { NULL },
};

/* Names of services are not translated. Their nicks are those of src/tracker. */
const RelmChoice relm_source_services[] = {
  { "automatic", N_ ("By Address") },
  { "github", "GitHub" },
  { "gitlab", "GitLab" },
  { "gitea", "Gitea" },
  { "redmine", "Redmine" },
  { "jira", "Jira" },
  { NULL },
};

static const RelmField fields[] = {
  RELM_SOURCE_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "source",
  .member = "sources",
  .id_prefix = "src",
  .label = N_ ("Source"),
  .label_plural = N_ ("Sources"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmSource, relm_source, kind)
