/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "relm-core-dump.h"

#define FILTER "/proc/self/coredump_filter"
#define HEADERS_ONLY "0x10" /* core(5): of what is mapped, the headers of programs and libraries */

static gboolean
set_filter (void)
{
  const int file = open (FILTER, O_WRONLY | O_CLOEXEC);
  gboolean done;

  if (file < 0)
    return FALSE;
  done = write (file, HEADERS_ONLY, strlen (HEADERS_ONLY)) == (gssize) strlen (HEADERS_ONLY);
  close (file);
  return done;
}

/**
 * relm_core_dump_leave_out_memory:
 *
 * From now on a core dump of this program says where it was, and nothing of what it had in memory, whoever takes it: a file in
 * the current folder, systemd-coredump or apport.
 */
void
relm_core_dump_leave_out_memory (void)
{
  static gsize once;
  const struct rlimit none = { 0, 0 };

  if (!g_once_init_enter (&once))
    return;
  if (!set_filter () && setrlimit (RLIMIT_CORE, &none) != 0)
    g_debug ("A core dump would hold what is in memory");
  g_once_init_leave (&once, 1);
}
