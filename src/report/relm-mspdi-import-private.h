/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the import share: relm-mspdi-import.c makes tasks, links and people, relm-mspdi-import-calendars.c calendars. */

#pragma once

#include "relm-mspdi-import.h"

G_BEGIN_DECLS

/* A task on the way to a record. */
typedef struct
{
  const RelmMspdiTask *task;
  RelmRecord *record; /* or NULL: left out */
  guint parent;       /* index of the task above, or NONE */
  gboolean has_tasks;
} RelmMspdiNode;

#define NONE G_MAXUINT

typedef struct
{
  RelmMspdiPlan *plan;
  RelmProject *project;
  RelmRecord *release; /* what belongs to none is put into it; NULL until one is made */
  RelmMspdiImport *import;
  GArray *nodes;
  GHashTable *node_of; /* UID to Node */
  GHashTable *person_of; /* UID of a resource to RelmRecord */
  GHashTable *new_people; /* of them those who are not in the project yet */
  GHashTable *calendar_of; /* UID of a calendar to RelmRecord */
  GHashTable *ids;
} RelmMspdiImporter;

RelmRecord *_relm_mspdi_add_record (RelmMspdiImporter *self,
                                    GType type,
                                    const char *title);
void _relm_mspdi_leave_out (RelmMspdiImporter *self,
                            guint n,
                            const char *text);
void _relm_mspdi_add_calendars (RelmMspdiImporter *self);

G_END_DECLS
