/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A project: itself a record (name, version scheme, cadence), with one list of records per kind, and the index that finds a
 * record by its id. It is what a file holds. Owned by a document, or by whoever read it. Main thread, except while a file is
 * being read in a worker, when nobody else can see it.
 *
 * The four changes below are for document/ and format/ alone; everything else asks a document for an edit. Each emits the
 * signal "changed".
 */

#pragma once

#include "relm-record-list.h"
#include "relm-reference-index.h"

G_BEGIN_DECLS

#define RELM_PROJECT_FIELDS(FIELD)                                                                                      \
  FIELD (RELM_PROJECT, NAME, "name", N_ ("Name"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)              \
  FIELD (RELM_PROJECT, DESCRIPTION, "description", N_ ("Description"), TEXT, .flags = RELM_FIELD_DEFAULTS)              \
  FIELD (RELM_PROJECT, HOMEPAGE, "homepage", N_ ("Homepage"), STRING, .flags = RELM_FIELD_DEFAULTS)                     \
  FIELD (RELM_PROJECT, VERSION_SCHEME, "version_scheme", N_ ("Version scheme"), ENUM,                                   \
         .choices = relm_project_version_schemes, .fallback = RELM_VALUE_INIT_ENUM ("semver"))                          \
  FIELD (RELM_PROJECT, CADENCE, "cadence", N_ ("Cadence"), ENUM, .choices = relm_project_cadences,                      \
         .fallback = RELM_VALUE_INIT_ENUM ("none"))                                                                     \
  FIELD (RELM_PROJECT, CALENDAR, "calendar", N_ ("Calendar"), REFERENCE, .target = "calendar")                          \
  FIELD (RELM_PROJECT, STATUS_DATE, "status_date", N_ ("Status date"), DATE, .flags = RELM_FIELD_DEFAULTS)               \
  FIELD (RELM_PROJECT, CURRENCY, "currency", N_ ("Currency"), STRING, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_PROJECT_FIELDS (RELM_FIELD_INDEX)
  RELM_PROJECT_N_FIELDS
};

extern const RelmChoice relm_project_version_schemes[];
extern const RelmChoice relm_project_cadences[];

#define RELM_TYPE_PROJECT (relm_project_get_type ())
G_DECLARE_FINAL_TYPE (RelmProject, relm_project, RELM, PROJECT, RelmRecord)

/* What a "changed" signal says happened. */
typedef enum
{
  RELM_CHANGE_SET,    /* a field of a record, or of the project */
  RELM_CHANGE_INSERT, /* a record was added */
  RELM_CHANGE_REMOVE, /* a record was removed */
  RELM_CHANGE_MOVE,   /* a record has another place in its list */
} RelmChangeType;

RelmProject *relm_project_new (void);

guint relm_project_get_n_lists (RelmProject *self);
RelmRecordList *relm_project_get_list_at (RelmProject *self,
                                          guint index);
RelmRecordList *relm_project_get_list (RelmProject *self,
                                       GType record_type);
RelmRecordList *relm_project_get_list_by_member (RelmProject *self,
                                                 const char *member);
RelmRecord *relm_project_lookup (RelmProject *self,
                                 const char *id);
RelmRecord *relm_project_resolve (RelmProject *self,
                                  RelmRecord *record,
                                  guint field);
GArray *relm_project_find_references (RelmProject *self,
                                      const char *id);
GStrv relm_project_list_problems (RelmProject *self);
guint64 relm_project_get_revision (RelmProject *self);

/* For document/ and format/ alone. */
void relm_project_swap_value (RelmProject *self,
                              RelmRecord *record,
                              guint field,
                              RelmValue *value);
gboolean relm_project_insert (RelmProject *self,
                              RelmRecord *record,
                              guint position,
                              GError **error);
guint relm_project_remove (RelmProject *self,
                           RelmRecord *record);
guint relm_project_move (RelmProject *self,
                         RelmRecord *record,
                         guint position);

G_END_DECLS
