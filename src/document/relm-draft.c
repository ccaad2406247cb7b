/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include "relm-draft.h"

struct _RelmDraft
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (RelmDraft, relm_draft, G_TYPE_OBJECT)

static void
relm_draft_class_init (RelmDraftClass *klass)
{
}

static void
relm_draft_init (RelmDraft *self)
{
}

GPtrArray *
relm_drafts_list (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

const char *
relm_draft_get_path (RelmDraft *self)
{
  return NULL;
}

const char *
relm_draft_get_title (RelmDraft *self)
{
  return NULL;
}

gint64
relm_draft_get_time (RelmDraft *self)
{
  return 0;
}

GFile *
relm_draft_get_file (RelmDraft *self)
{
  return NULL;
}

void
relm_draft_discard (RelmDraft *self)
{
}
