/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A project at a tracker, as an address that a person pasted says it. A plain struct; any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RelmTrackerService RelmTrackerService;

typedef struct
{
  const RelmTrackerService *service;
  char *base;    /* of what programs ask: “https://api.github.com” */
  char *project; /* as the service names it: “owner/name”, “PROJ” */
  char *web;     /* for people */
} RelmTrackerAddress;

RelmTrackerAddress *relm_tracker_address_new (const char *text,
                                              const char *service,
                                              GError **error);
void relm_tracker_address_free (RelmTrackerAddress *self);

GUri *relm_tracker_address_parse (const char *text);
char *relm_tracker_address_dup_host (const RelmTrackerAddress *self);
char *relm_tracker_address_dup_mirror_path (const RelmTrackerAddress *self,
                                            const char *cache_dir);
char *relm_tracker_address_dup_root (GUri *uri,
                                     const char *prefix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmTrackerAddress, relm_tracker_address_free)

G_END_DECLS
