/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "relm-system-calls.h"

static int
open_mode (const char *path,
           int flags,
           mode_t mode)
{
  return open (path, flags, mode);
}

/* Some file systems do not know the flag; they get the best that can be had without it. */
static int
rename_new (const char *from,
            const char *to)
{
  struct stat status;

  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return -1;
  if (lstat (to, &status) == 0)
    {
      errno = EEXIST;
      return -1;
    }
  return errno == ENOENT ? rename (from, to) : -1;
}

RelmSystemCalls relm_system_calls = {
  .open = open_mode,
  .close = close,
  .read = read,
  .write = write,
  .fsync = fsync,
  .stat = stat,
  .fstat = fstat,
  .fchown = fchown,
  .fchmod = fchmod,
  .flock = flock,
  .rename = rename,
  .rename_new = rename_new,
  .unlink = unlink,
};
