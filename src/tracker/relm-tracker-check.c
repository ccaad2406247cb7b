/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include "relm-token-store.h"
#include "relm-tracker-check.h"
#include "relm-tracker-probe.h"
#include "relm-tracker-sync.h"

/* What is asked, and what was found out by then, also when it fails in the end. */
typedef struct
{
  char *text;
  char *service; /* or NULL: to be found out */
  char *token;   /* or NULL */
  RelmTrackerAddress *address;
  char *person;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_free (check->text);
  g_free (check->service);
  relm_token_free (check->token);
  relm_tracker_address_free (check->address);
  g_free (check->person);
  g_free (check);
}

/* The first list is the one that every service has. */
static gboolean
ask_first_list (const Check *check,
                GCancellable *cancellable,
                GError **error)
{
  const RelmTrackerService *service = check->address->service;
  const RelmTrackerRequest request = { .address = check->address };
  g_autoptr (RelmHttpClient) client = relm_http_client_new (check->address->base, NULL);
  g_autofree char *url = relm_tracker_list_dup_first (&service->lists[0], &request);
  g_autoptr (RelmHttpAnswer) answer = NULL;

  relm_http_client_set_accept (client, service->accept);
  relm_http_client_set_token (client, service->authorize, check->token);
  answer = relm_http_client_get (client, url, NULL, cancellable, error);
  return answer != NULL;
}

static gboolean
run (Check *check,
     GCancellable *cancellable,
     GError **error)
{
  RelmTrackerSync sync = { .token = check->token };

  check->address = relm_tracker_address_new (check->text, check->service, check->service != NULL ? error : NULL);
  if (check->address == NULL && check->service == NULL)
    check->address = relm_tracker_probe (check->text, NULL, cancellable, error);
  if (check->address == NULL)
    return FALSE;
  sync.address = check->address;
  if (check->token != NULL)
    {
      check->person = relm_tracker_sync_identify (&sync, cancellable, error);
      if (check->person == NULL)
        return FALSE;
    }
  return ask_first_list (check, cancellable, error);
}

static void
run_in_thread (GTask *task,
               gpointer source_object,
               gpointer task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (run (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * relm_tracker_check_async:
 * @text: what a person pasted
 * @service: (nullable): the service, by its id, where a person said it; else the address or its server tells
 * @token: (nullable): what the server is to know the person by; it goes to that server alone
 * @cancellable: (nullable): ends it
 */
void
relm_tracker_check_async (const char *text,
                          const char *service,
                          const char *token,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Check *check = g_new0 (Check, 1);

  check->text = g_strdup (text);
  check->service = g_strdup (service);
  check->token = token != NULL && *token != '\0' ? relm_token_copy (token) : NULL;
  g_task_set_task_data (task, check, check_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * relm_tracker_check_finish:
 * @address: (out) (nullable) (transfer full): where it is, if that was found out, also when the rest failed
 * @person: (out) (nullable) (transfer full): who the token belongs to
 *
 * Returns: whether it can be read; else a RELM_TRACKER_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
relm_tracker_check_finish (GAsyncResult *result,
                           RelmTrackerAddress **address,
                           char **person,
                           GError **error)
{
  Check *check = g_task_get_task_data (G_TASK (result));

  *address = NULL;
  *person = NULL;
  if (g_task_had_error (G_TASK (result)) && g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return g_task_propagate_boolean (G_TASK (result), error);
  *address = g_steal_pointer (&check->address);
  *person = g_steal_pointer (&check->person);
  return g_task_propagate_boolean (G_TASK (result), error);
}
