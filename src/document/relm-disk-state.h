/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What became of a project's file since it was opened or saved, or since a draft of it was begun.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  RELM_DISK_STATE_SAME,
  RELM_DISK_STATE_CHANGED,
  RELM_DISK_STATE_DELETED,
} RelmDiskState;

#define RELM_TYPE_DISK_STATE (relm_disk_state_get_type ())
GType relm_disk_state_get_type (void);

G_END_DECLS
