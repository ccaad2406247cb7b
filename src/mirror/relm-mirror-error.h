/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can go wrong with a mirror, so that callers can tell the cases apart. Messages are translated and say what to do. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELM_MIRROR_ERROR (relm_mirror_error_quark ())

typedef enum
{
  RELM_MIRROR_ERROR_FAILED,     /* anything else */
  RELM_MIRROR_ERROR_BUSY,       /* somebody else writes it for a long time */
  RELM_MIRROR_ERROR_NO_SPACE,   /* the disk is full */
  RELM_MIRROR_ERROR_PERMISSION, /* the cache folder cannot be written */
  RELM_MIRROR_ERROR_NOT_FOUND,  /* no such tag */
  RELM_MIRROR_ERROR_DAMAGED,    /* the file is not what it was: it is to be made anew */
} RelmMirrorError;

GQuark relm_mirror_error_quark (void);

G_END_DECLS
