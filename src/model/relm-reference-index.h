/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Who refers to a record, so that removing one of ten thousand does not look at all of them. Belongs to one project, which
 * tells it of every change; for src/model alone.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

/* A field of a record that refers to another record. */
typedef struct
{
  RelmRecord *record; /* unowned */
  guint field;
} RelmReference;

typedef struct _RelmReferenceIndex RelmReferenceIndex;

RelmReferenceIndex *relm_reference_index_new (void);
void relm_reference_index_free (RelmReferenceIndex *self);

void relm_reference_index_add_field (RelmReferenceIndex *self,
                                     RelmRecord *record,
                                     guint field);
void relm_reference_index_remove_field (RelmReferenceIndex *self,
                                        RelmRecord *record,
                                        guint field);
void relm_reference_index_add (RelmReferenceIndex *self,
                               RelmRecord *record);
void relm_reference_index_remove (RelmReferenceIndex *self,
                                  RelmRecord *record);
GArray *relm_reference_index_dup_references (RelmReferenceIndex *self,
                                             const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmReferenceIndex, relm_reference_index_free)

G_END_DECLS
