/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can go wrong with a tracker, so that callers can tell the cases apart. Messages are translated and say what to do. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELM_TRACKER_ERROR (relm_tracker_error_quark ())

typedef enum
{
  RELM_TRACKER_ERROR_ADDRESS,       /* it cannot be the address of a tracker's project */
  RELM_TRACKER_ERROR_UNKNOWN,       /* the server is none of the trackers that Relm knows */
  RELM_TRACKER_ERROR_NETWORK,       /* the server cannot be reached, or hung up */
  RELM_TRACKER_ERROR_TIMEOUT,       /* it took too long */
  RELM_TRACKER_ERROR_TLS,           /* the server cannot prove that it is the one */
  RELM_TRACKER_ERROR_NOT_AN_ANSWER, /* a page for people, or something that is not JSON */
  RELM_TRACKER_ERROR_UNAUTHORIZED,  /* a token is needed, or the one there is is not good */
  RELM_TRACKER_ERROR_FORBIDDEN,     /* the token does not allow it */
  RELM_TRACKER_ERROR_NOT_FOUND,     /* not there, or hidden from who asks */
  RELM_TRACKER_ERROR_GONE,          /* removed, or switched off */
  RELM_TRACKER_ERROR_REFUSED,       /* the server does not understand the request */
  RELM_TRACKER_ERROR_LIMITED,       /* no more requests for a while */
  RELM_TRACKER_ERROR_SERVER,        /* the server has a problem of its own */
  RELM_TRACKER_ERROR_TOO_LARGE,     /* the answer does not end */
  RELM_TRACKER_ERROR_REDIRECTED,    /* it points to another server */
} RelmTrackerError;

GQuark relm_tracker_error_quark (void);

G_END_DECLS
