/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which kinds of records belong to a record, as the tables of fields say it: a phase belongs to the release that it names.
 * Found anew from the tables, so that a new kind needs no entry anywhere. Plain structs, any thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

#define RELM_RECORD_RELATION_ALL (-1)

typedef struct
{
  GType type;         /* of the records that belong to another */
  const RelmKind *kind;
  int field;          /* of @kind, which names the other; RELM_RECORD_RELATION_ALL: all of them belong to the project */
  gboolean part;      /* it is a part of the other; or else only says that it has to do with it, as an owner has */
} RelmRecordRelation;

GArray *relm_record_relation_list (const RelmKind *kind);
GPtrArray *relm_record_relation_find (const RelmRecordRelation *self,
                                      RelmProject *project,
                                      RelmRecord *record);

G_END_DECLS
