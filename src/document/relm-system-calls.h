/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The calls of the system by which a file is saved. They go through a table so that a test can make any of them fail, or end
 * the process there; nothing but a test changes it. Any thread.
 */

#pragma once

#include <glib.h>
#include <sys/stat.h>
#include <sys/types.h>

G_BEGIN_DECLS

/* As the functions of the same names; -1 and errno on failure. */
typedef struct
{
  int (*open) (const char *path, int flags, mode_t mode);
  int (*close) (int fd);
  ssize_t (*read) (int fd, void *buffer, size_t size);
  ssize_t (*write) (int fd, const void *buffer, size_t size);
  int (*fsync) (int fd);
  int (*stat) (const char *path, struct stat *status);
  int (*fstat) (int fd, struct stat *status);
  int (*fchown) (int fd, uid_t user, gid_t group);
  int (*fchmod) (int fd, mode_t mode);
  int (*flock) (int fd, int operation);
  int (*rename) (const char *from, const char *to);     /* replaces what is there */
  int (*rename_new) (const char *from, const char *to); /* EEXIST when something is there */
  int (*unlink) (const char *path);
} RelmSystemCalls;

extern RelmSystemCalls relm_system_calls;

#define RELM_SYSTEM_MAX_INTERRUPTIONS 100

/* An interrupted call is made again; one that is interrupted for ever fails, so that nothing hangs. */
#define RELM_RETRY(call)                                                                                              \
  (G_GNUC_EXTENSION ({                                                                                                \
    int _tries = RELM_SYSTEM_MAX_INTERRUPTIONS;                                                                       \
    ssize_t _result;                                                                                                  \
    do                                                                                                                \
      _result = (call);                                                                                               \
    while (_result == -1 && errno == EINTR && --_tries > 0);                                                          \
    _result;                                                                                                          \
  }))

G_END_DECLS
