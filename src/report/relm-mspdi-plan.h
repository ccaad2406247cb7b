/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a file of Microsoft Project XML says, as far as Relm has a use for it: plain arrays in the order of the file, read and
 * checked by relm_mspdi_read(), so that every link and assignment names a task that is there. Owns its strings; any thread, one
 * at a time.
 */

#pragma once

#include "relm-date.h"

G_BEGIN_DECLS

#define RELM_MSPDI_ERROR (relm_mspdi_error_quark ())

typedef enum
{
  RELM_MSPDI_ERROR_TOO_LARGE, /* more than a plan can be: bytes, depth, tasks */
  RELM_MSPDI_ERROR_SYNTAX,    /* no XML */
  RELM_MSPDI_ERROR_STRUCTURE, /* XML, and not such a plan */
  RELM_MSPDI_ERROR_VALUE,     /* a value that cannot be */
  RELM_MSPDI_ERROR_REFERENCE, /* it names what is not there */
} RelmMspdiError;

#define RELM_MSPDI_MAX_SIZE (64 * 1024 * 1024) /* bytes */
#define RELM_MSPDI_MAX_DEPTH 32                /* elements in elements */
#define RELM_MSPDI_MAX_TASKS 100000

typedef struct
{
  int line; /* where it begins */
  gint64 uid;
  char *name;
  char *notes;
  char *url;
  char *kind; /* of the record that Relm made it from; or NULL */
  gint64 level;
  gint64 is_null;
  gint64 active;
  gint64 manual;
  gint64 milestone;
  gint64 summary;
  gint64 priority;
  gint64 percent;
  gint64 constraint;
  gint64 calendar; /* UID, or -1 */
  gint64 duration; /* minutes of working time, or -1 when it is not said */
  RelmDate start;
  RelmDate finish;
  RelmDate actual_start;
  RelmDate actual_finish;
  RelmDate constraint_date;
  RelmDate deadline;
  RelmDate baseline_start; /* of its last baseline */
  RelmDate baseline_finish;
} RelmMspdiTask;

typedef struct
{
  int line;
  gint64 from; /* the UID of the task that is waited for */
  gint64 to;   /* the UID of the task that waits */
  gint64 type; /* 0 FF, 1 FS, 2 SF, 3 SS */
  gint64 lag;  /* tenths of minutes, or percent */
  gint64 lag_format;
  gint64 cross_project;
} RelmMspdiLink;

typedef struct
{
  int line;
  gint64 uid;
  char *name;
  char *email;
  char *group;
  gint64 type; /* 0 material, 1 work, 2 cost */
  gint64 calendar; /* UID, or -1 */
  gint64 units;    /* per cent of a full day, at most 100 */
  gint64 is_null;
} RelmMspdiResource;

typedef struct
{
  int line;
  gint64 task;
  gint64 resource;
  gint64 units; /* per cent of a full day, at most 100 */
} RelmMspdiAssignment;

typedef struct
{
  gint64 uid;
  char *name;
  gint64 is_base;   /* it stands for itself, and is not somebody's */
  char *hours[7];   /* of Monday to Sunday, “08:00-12:00 13:00-17:00”; empty for a day off, NULL when it is not said */
} RelmMspdiCalendar;

/* Days that differ. */
typedef struct
{
  gint64 calendar; /* UID */
  char *name;
  RelmDate start;
  RelmDate finish;
  char *hours; /* empty for days off */
} RelmMspdiException;

typedef struct
{
  char *title;
  char *name;
  GArray *tasks;
  GArray *links;
  GArray *resources;
  GArray *assignments;
  GArray *calendars;
  GArray *exceptions;
  gint64 calendar;     /* the UID of the calendar of the whole plan; -1 when it is not said */
  guint n_baselines;   /* baselines of tasks, which are not taken */
} RelmMspdiPlan;

GQuark relm_mspdi_error_quark (void);

RelmMspdiPlan *relm_mspdi_plan_new (void);
void relm_mspdi_plan_free (RelmMspdiPlan *self);

gboolean relm_mspdi_plan_check (RelmMspdiPlan *self,
                                const char *name,
                                GError **error);
void relm_mspdi_fail (GError **error,
                      const char *name,
                      int line,
                      RelmMspdiError code,
                      const char *message);

RelmMspdiPlan *relm_mspdi_read (GBytes *bytes,
                                const char *name,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmMspdiPlan, relm_mspdi_plan_free)

G_END_DECLS
