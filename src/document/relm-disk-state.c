/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include "relm-disk-state.h"

G_DEFINE_ENUM_TYPE (RelmDiskState, relm_disk_state,
                    G_DEFINE_ENUM_VALUE (RELM_DISK_STATE_SAME, "same"),
                    G_DEFINE_ENUM_VALUE (RELM_DISK_STATE_CHANGED, "changed"),
                    G_DEFINE_ENUM_VALUE (RELM_DISK_STATE_DELETED, "deleted"))
