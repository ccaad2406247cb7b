/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Writes a file so that at each moment, whatever fails and wherever the power goes, it is whole: the old one or the new one.
 * Everything that a person wrote goes to the disk here and nowhere else: projects, drafts and exports. GLib's functions that
 * replace files do not keep that promise. Blocks; any thread, and from several at once.
 */

#pragma once

#include "relm-file-snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_SAVE_NONE = 0,
  RELM_SAVE_OVERWRITE = 1 << 0, /* also when the file changed or was deleted meanwhile */
} RelmSaveFlags;

gboolean relm_file_saver_save (GFile *file,
                               GBytes *bytes,
                               RelmFileSnapshot *base,
                               RelmSaveFlags flags,
                               RelmFileSnapshot **saved,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
