/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What differs between trackers, as a table per service: how its addresses look, how it is told who asks, and which lists it
 * has, with how they are paged and what they mean. What trackers have in common is in RelmTrackerSync and RelmHttpClient. A
 * new service is a folder with such a table, and a row in relm-tracker-services.c. Constant; any thread.
 */

#pragma once

#include "relm-http-client.h"
#include "relm-json-rows.h"
#include "relm-mirror-page.h"
#include "relm-tracker-address.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_TRACKER_LIST_ASCENDING = 1 << 0,  /* in the order of changes, so that it can be gone on with where it was left */
  RELM_TRACKER_LIST_DESCENDING = 1 << 1, /* the newest change first, until one is known */
  RELM_TRACKER_LIST_UNORDERED = 1 << 2,  /* tells what changed since a time, but in an order of its own */
  /* With ASCENDING: its time is exact to the second and includes that second, so that the next page can be asked for by it:
   * what changes meanwhile moves rows between pages, and none is missed. */
  RELM_TRACKER_LIST_BY_TIME = 1 << 3,
} RelmTrackerListFlags;

/* What is asked of a list. */
typedef struct
{
  const RelmTrackerAddress *address;
  gint64 since; /* Unix seconds: what changed from then on; 0 for all */
} RelmTrackerRequest;

typedef struct
{
  const char *name;       /* for what the mirror remembers of it */
  const char *label;      /* translatable: what is being read */
  RelmMirrorRowKind kind; /* of its rows */
  RelmTrackerListFlags flags;
  gboolean optional; /* a service may have it switched off, or hide it: 403, 404 and 410 are no failure */

  char *(*dup_first) (const RelmTrackerRequest *request); /* NULL: the project's address with @path */
  /* NULL: by the header “Link”. Returns the next page's address, or NULL after the last one. */
  char *(*dup_next) (const RelmTrackerRequest *request,
                     const RelmHttpAnswer *answer,
                     const RelmMirrorPage *page);
  /* Adds what an object of the list is to the page. */
  RelmJsonRowFunc map;
  /* NULL: what is not in a list that was read whole stays. Else the address of one row, which says 404 or 410 when it is gone. */
  char *(*dup_one) (const RelmTrackerAddress *address,
                    const char *key);
  const char *member; /* of the answer that is the list; NULL: the answer is */
  const char *path;   /* below the project; NULL where there is a dup_first */
} RelmTrackerList;

struct _RelmTrackerService
{
  const char *id; /* as the plan names it */
  const char *name;
  const char *accept;     /* media type, or NULL for plain JSON */
  const char *token_note; /* translatable: which rights a token needs */

  /* Fills base, project and web; FALSE when it is none of this service's addresses. Not sure: only a host that is known to be
   * this service's. */
  gboolean (*recognise) (GUri *uri,
                         gboolean sure,
                         RelmTrackerAddress *address);
  /* Whether a page for people is of this service. The headers are a line each, their names in small letters. */
  gboolean (*is_page) (const char *headers,
                       const char *html);
  /* NULL: the address says it all. Returns it with what only a page for people tells: below which path the service is installed. */
  char *(*dup_installed) (const char *html,
                          const char *text);
  /* What is below the project; NULL where each list says its own. */
  char *(*dup_address) (const RelmTrackerAddress *address,
                        const char *path);
  char *(*dup_token_page) (const RelmTrackerAddress *address);
  char *(*dup_identity) (const RelmTrackerAddress *address); /* tells whose token it is */
  RelmHttpAuthorizeFunc authorize;
  const RelmTrackerList *lists;
};

extern const RelmTrackerService *const relm_tracker_services[];

const RelmTrackerService *relm_tracker_service_find (const char *id);
char *relm_tracker_list_dup_first (const RelmTrackerList *list,
                                   const RelmTrackerRequest *request);
char *relm_tracker_service_dup_no_next (const RelmTrackerRequest *request,
                                        const RelmHttpAnswer *answer,
                                        const RelmMirrorPage *page);

G_END_DECLS
