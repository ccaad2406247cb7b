/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relm-tracker-service.h"

extern const RelmTrackerService relm_forgejo;
extern const RelmTrackerService relm_gitea;
extern const RelmTrackerService relm_github;
extern const RelmTrackerService relm_gitlab;
extern const RelmTrackerService relm_jira;
extern const RelmTrackerService relm_jira_server;
extern const RelmTrackerService relm_redmine;

const RelmTrackerService *const relm_tracker_services[] = {
  &relm_github,
  &relm_gitlab,
  &relm_forgejo, /* before Gitea, whose signs its pages have, too */
  &relm_gitea,
  &relm_jira,
  &relm_jira_server,
  &relm_redmine,
  NULL,
};

/**
 * relm_tracker_service_find:
 * @id: (nullable): as a plan names it
 *
 * Returns: (nullable): the service of that name
 */
const RelmTrackerService *
relm_tracker_service_find (const char *id)
{
  for (guint i = 0; relm_tracker_services[i] != NULL; i++)
    if (g_strcmp0 (relm_tracker_services[i]->id, id) == 0)
      return relm_tracker_services[i];
  return NULL;
}

/**
 * relm_tracker_service_dup_no_next:
 * @request: for a list that has no pages
 * @answer: all of it
 * @page: what it held
 *
 * Returns: (nullable): %NULL
 */
char *
relm_tracker_service_dup_no_next (const RelmTrackerRequest *request,
                                  const RelmHttpAnswer *answer,
                                  const RelmMirrorPage *page)
{
  return NULL;
}

/**
 * relm_tracker_list_dup_first:
 * @list: of the service that @request is for
 *
 * Returns: (transfer full): the address of its first page
 */
char *
relm_tracker_list_dup_first (const RelmTrackerList *list,
                             const RelmTrackerRequest *request)
{
  return list->dup_first != NULL ? list->dup_first (request) : request->address->service->dup_address (request->address, list->path);
}
