/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can go wrong with a repository, so that callers can tell the cases apart. Messages are translated and say what to do. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELM_GIT_ERROR (relm_git_error_quark ())

typedef enum
{
  RELM_GIT_ERROR_FAILED,           /* anything else */
  RELM_GIT_ERROR_NOT_FOUND,        /* no such folder, or no such repository on the server */
  RELM_GIT_ERROR_NOT_A_REPOSITORY, /* the folder or the server has something else */
  RELM_GIT_ERROR_NOT_OWNED,        /* the folder belongs to somebody else */
  RELM_GIT_ERROR_NOT_SUPPORTED,    /* an address of a kind that Relm does not speak */
  RELM_GIT_ERROR_EMPTY,            /* no commit yet */
  RELM_GIT_ERROR_CORRUPT,          /* an object cannot be read */
  RELM_GIT_ERROR_NETWORK,          /* no connection, or it broke */
  RELM_GIT_ERROR_REDIRECT,         /* the server points elsewhere */
  RELM_GIT_ERROR_AUTHENTICATION,   /* the server wants to know who asks */
  RELM_GIT_ERROR_REFUSED,          /* the server does not accept who says to ask */
  RELM_GIT_ERROR_KEY,              /* no key that the SSH agent has is accepted */
  RELM_GIT_ERROR_CERTIFICATE,      /* the server cannot prove who it is */
  RELM_GIT_ERROR_TIMEOUT,          /* the server is silent or endless */
  RELM_GIT_ERROR_TOO_LARGE,        /* more than the limits of memory or objects */
  RELM_GIT_ERROR_NO_SPACE,         /* the disk is full */
} RelmGitError;

GQuark relm_git_error_quark (void);

G_END_DECLS
