/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One synchronisation in a program of its own, for tests that look at it from outside.
 *
 * usage: tracker-sync-once [--whole | --probe | --hasty] SERVICE URL MIRROR; the token is the first line of its standard input
 *
 * --whole reads all and removes what is gone, --probe asks which service it is, --hasty tries nothing twice. Prints what is
 * there afterwards, and what it cost, as JSON.
 */

#include "config.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "relm-tracker-probe.h"
#include "relm-tracker-service.h"
#include "relm-tracker-sync.h"

static const char *const kinds[RELM_MIRROR_N_ROW_KINDS] = {
  [RELM_MIRROR_ITEMS] = "items",   [RELM_MIRROR_MILESTONES] = "milestones", [RELM_MIRROR_PUBLICATIONS] = "publications",
  [RELM_MIRROR_LABELS] = "labels", [RELM_MIRROR_PEOPLE] = "people",
};

static void
add_string (JsonObject *report,
            const char *name,
            const char *value)
{
  json_object_set_string_member (report, name, value != NULL ? value : "");
}

static void
add_counts (JsonObject *report,
            const char *path)
{
  g_autoptr (RelmMirrorTracker) mirror = relm_mirror_tracker_open (path, NULL);

  for (guint i = 0; mirror != NULL && i < RELM_MIRROR_N_ROW_KINDS; i++)
    json_object_set_int_member (report, kinds[i], relm_mirror_tracker_count (mirror, i));
}

static void
add_cost (JsonObject *report,
          gint64 begin)
{
  struct rusage usage;
  gint64 cpu;

  getrusage (RUSAGE_SELF, &usage);
  cpu = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
  json_object_set_int_member (report, "wall_us", g_get_monotonic_time () - begin);
  json_object_set_int_member (report, "cpu_us", cpu);
  json_object_set_int_member (report, "peak_kb", usage.ru_maxrss);
}

static void
print_report (JsonObject *report)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), report);
  g_autofree char *text = json_to_string (node, FALSE);

  g_print ("%s\n", text);
}

static gboolean
run (const char *how,
     const RelmTrackerSync *sync,
     GError **error)
{
  if (strcmp (how, "--whole") == 0)
    return relm_tracker_sync_reconcile (sync, NULL, error);
  return relm_tracker_sync_run (sync, NULL, error);
}

int
main (int argc,
      char *argv[])
{
  const char *how = argc == 5 ? argv[1] : "";
  char **rest = argc == 5 ? argv + 2 : argv + 1;
  g_autoptr (JsonObject) report = json_object_new ();
  g_autoptr (RelmTrackerAddress) address = NULL;
  g_autoptr (GError) error = NULL;
  RelmTrackerSync sync = { NULL };
  RelmHttpPatience hasty = relm_http_patience_default;
  char token[256] = "";
  gint64 begin;

  setlocale (LC_ALL, "");
  if (argc < 4)
    return 2;
  if (fgets (token, sizeof token, stdin) != NULL)
    g_strchomp (token);
  begin = g_get_monotonic_time ();
  address = strcmp (how, "--probe") == 0 ? relm_tracker_probe (rest[1], NULL, NULL, &error)
                                         : relm_tracker_address_new (rest[1], rest[0], &error);
  hasty.tries = 1;
  sync = (RelmTrackerSync) { .address = address, .mirror_path = rest[2], .token = token };
  if (strcmp (how, "--hasty") == 0)
    sync.patience = &hasty;
  json_object_set_boolean_member (report, "done", address != NULL && run (how, &sync, &error));
  add_string (report, "service", address != NULL ? address->service->id : NULL);
  add_string (report, "error", error != NULL ? g_quark_to_string (error->domain) : NULL);
  json_object_set_int_member (report, "code", error != NULL ? error->code : -1);
  add_string (report, "message", error != NULL ? error->message : NULL);
  add_cost (report, begin);
  add_counts (report, rest[2]);
  print_report (report);
  return 0;
}
