/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-exposure.h"
#include "relm-freeze-window.h"
#include "relm-gate.h"
#include "relm-kinds.h"
#include "relm-plan.h"
#include "relm-raid-item.h"
#include "relm-record-edits.h"
#include "relm-record-relation.h"
#include "relm-release.h"
#include "relm-stakeholder.h"

/* “release_line” names a “release-line”, and a “parent” what something is part of. */
static gboolean
names_kind (const RelmField *field,
            const RelmKind *kind)
{
  g_autofree char *name = g_strdelimit (g_strdup (kind->name), "-", '_');

  return g_str_equal (field->name, name) || g_str_equal (field->name, "parent");
}

static void
append_fields (GArray *relations,
               GType type,
               const RelmKind *child,
               const RelmKind *kind)
{
  for (int i = 0; child->fields[i].name != NULL; i++)
    {
      const RelmField *field = &child->fields[i];
      const RelmRecordRelation relation = { type, child, i, names_kind (field, kind) };

      if (field->type == RELM_FIELD_REFERENCE && g_strcmp0 (field->target, kind->name) == 0)
        g_array_append_val (relations, relation);
    }
}

/* A criterion is nothing without its gate. */
static gboolean
needs_another (const RelmKind *kind)
{
  for (const RelmField *field = kind->fields; field->name != NULL; field++)
    if (field->type == RELM_FIELD_REFERENCE && (field->flags & RELM_FIELD_REQUIRED) != 0)
      return TRUE;
  return FALSE;
}

/* What has to do with all releases, and has no view of its own. */
static gboolean
is_of_project (GType type,
               const RelmKind *kind)
{
  return type != RELM_TYPE_RELEASE && type != RELM_TYPE_STAKEHOLDER && relm_record_edits_find_release_field (kind) < 0 &&
         !needs_another (kind);
}

/* What may concern the whole project, and then names no release. */
static gboolean
may_be_of_all (GType type)
{
  return type == RELM_TYPE_FREEZE_WINDOW || type == RELM_TYPE_GATE || type == RELM_TYPE_RAID_ITEM;
}

/* The project has no id, as their field has no value. */
static void
append_without_release (GArray *relations,
                        GType type,
                        const RelmKind *child)
{
  const RelmRecordRelation relation = { type, child, relm_record_edits_find_release_field (child), TRUE };

  g_array_append_val (relations, relation);
}

static int
compare_exposures (gconstpointer a,
                   gconstpointer b)
{
  return (int) relm_exposure_reckon (*(RelmRecord *const *) b) - (int) relm_exposure_reckon (*(RelmRecord *const *) a);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const RelmSpan one = relm_plan_get_own_span (*(RelmRecord *const *) a);
  const RelmSpan other = relm_plan_get_own_span (*(RelmRecord *const *) b);

  if (!relm_span_is_set (one) || !relm_span_is_set (other))
    return (int) relm_span_is_set (other) - (int) relm_span_is_set (one);
  return one.start != other.start ? one.start - other.start : one.finish - other.finish;
}

/**
 * relm_record_relation_list:
 * @kind: what a record is; the project's kind for what belongs to no record
 *
 * Returns: (transfer full) (element-type RelmRecordRelation): the kinds whose records belong to one of @kind
 */
GArray *
relm_record_relation_list (const RelmKind *kind)
{
  GArray *relations = g_array_new (FALSE, FALSE, sizeof (RelmRecordRelation));

  for (guint i = 0; i < relm_kinds_get_count (); i++)
    {
      const GType type = relm_kinds_get_type (i);
      const RelmKind *child = relm_kinds_get (i);
      const RelmRecordRelation all = { type, child, RELM_RECORD_RELATION_ALL, TRUE };

      if (child->internal || relm_kind_get_title_field (child) < 0)
        continue;
      if (kind->member != NULL)
        append_fields (relations, type, child, kind);
      else if (is_of_project (type, child))
        g_array_append_val (relations, all);
      else if (may_be_of_all (type))
        append_without_release (relations, type, child);
    }
  return relations;
}

/**
 * relm_record_relation_find:
 * @project: the project of @record
 * @record: what they belong to
 *
 * Returns: (transfer full) (element-type RelmRecord): the records, by date where they have one, risks by what they weigh, else in the
 *   order of the file
 */
GPtrArray *
relm_record_relation_find (const RelmRecordRelation *self,
                           RelmProject *project,
                           RelmRecord *record)
{
  RelmRecordList *list = relm_project_get_list (project, self->type);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  const char *id = relm_record_get_id (record);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *child = relm_record_list_get (list, i);

      if (self->field < 0 || g_strcmp0 (relm_record_get_string (child, (guint) self->field), id) == 0)
        g_ptr_array_add (records, g_object_ref (child));
    }
  if (self->field >= 0)
    g_ptr_array_sort (records, self->type == RELM_TYPE_RAID_ITEM ? compare_exposures : compare_dates);
  return records;
}
