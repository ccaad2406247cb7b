/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-communication.h"
#include "relm-exception-request.h"
#include "relm-gate-criterion.h"
#include "relm-gate.h"
#include "relm-record-consequences.h"
#include "relm-told.h"
#include "relm-work-item.h"

typedef struct
{
  RelmDocument *document;
  RelmRecord *record;
} Step;

/* Today, unless it says when; nothing when it is not so any more. */
static gboolean
set_day (const Step *step,
         guint field,
         gboolean is_so,
         GError **error)
{
  const gboolean has_day = relm_record_get_date (step->record, field) != RELM_DATE_NONE;

  return is_so == has_day || relm_document_set_date (step->document, step->record, field, is_so ? relm_date_today () : RELM_DATE_NONE, error);
}

static gboolean
follow_state (const Step *step,
              GError **error)
{
  const char *state = relm_record_get_string (step->record, RELM_WORK_ITEM_STATE);

  return g_strcmp0 (state, "cancelled") == 0 || set_day (step, RELM_WORK_ITEM_ACTUAL_FINISH, g_strcmp0 (state, "done") == 0, error);
}

/* It is passed on the day of a decision to go. A later decision is of its own day. */
static gboolean
follow_decision (const Step *step,
                 GError **error)
{
  const char *decision = relm_record_get_string (step->record, RELM_GATE_DECISION);
  const gboolean is_decided = g_strcmp0 (decision, "pending") != 0;
  const gboolean is_passed = g_strcmp0 (decision, "go") == 0 || g_strcmp0 (decision, "conditional_go") == 0;

  return relm_document_set_date (step->document, step->record, RELM_GATE_DECIDED, is_decided ? relm_date_today () : RELM_DATE_NONE, error) &&
         set_day (step, RELM_GATE_ACTUAL, is_passed, error);
}

static gboolean
follow_standing (const Step *step,
                 GError **error)
{
  const char *standing = relm_record_get_string (step->record, RELM_GATE_CRITERION_STANDING);

  return set_day (step, RELM_GATE_CRITERION_CHECKED, g_strcmp0 (standing, "open") != 0, error);
}

static gboolean
follow_answer (const Step *step,
               GError **error)
{
  const char *state = relm_record_get_string (step->record, RELM_EXCEPTION_REQUEST_STATE);
  const gboolean is_answered = g_strcmp0 (state, "approved") == 0 || g_strcmp0 (state, "refused") == 0;

  return set_day (step, RELM_EXCEPTION_REQUEST_DECIDED, is_answered, error);
}

/* What there was to tell them on that day. */
static gboolean
follow_stakeholder (const Step *step,
                    GError **error)
{
  RelmProject *project = relm_document_get_project (step->document);
  RelmRecord *stakeholder = relm_project_resolve (project, step->record, RELM_COMMUNICATION_STAKEHOLDER);
  g_auto (RelmValue) snapshot = { .type = RELM_FIELD_STRINGS };

  if (stakeholder == NULL)
    return TRUE;
  relm_value_take_strings (&snapshot, relm_told_make_snapshot (project, stakeholder));
  return relm_document_set (step->document, step->record, RELM_COMMUNICATION_SNAPSHOT, &snapshot, error);
}

/* Nobody has to find a name for what a rule says. */
static gboolean
follow_rule (const Step *step,
             GError **error)
{
  const RelmField *field = &relm_record_get_kind (step->record)->fields[RELM_GATE_CRITERION_RULE];
  const char *name = relm_record_get_string (step->record, RELM_GATE_CRITERION_NAME);
  const int rule = relm_field_find_choice (field, relm_record_get_string (step->record, RELM_GATE_CRITERION_RULE));
  gboolean is_named = g_strcmp0 (name, _ ("Untitled")) != 0;

  for (const RelmChoice *choice = relm_gate_criterion_rules + 1; choice->nick != NULL; choice++)
    is_named &= g_strcmp0 (name, _ (choice->label)) != 0;
  if (rule <= 0 || is_named)
    return TRUE;
  return relm_document_set_string (step->document, step->record, RELM_GATE_CRITERION_NAME, _ (relm_gate_criterion_rules[rule].label), error);
}

static const struct
{
  GType (*get_type) (void);
  guint field;
  gboolean (*follow) (const Step *step, GError **error);
} consequences[] = {
  { relm_work_item_get_type, RELM_WORK_ITEM_STATE, follow_state },
  { relm_gate_get_type, RELM_GATE_DECISION, follow_decision },
  { relm_gate_criterion_get_type, RELM_GATE_CRITERION_STANDING, follow_standing },
  { relm_communication_get_type, RELM_COMMUNICATION_STAKEHOLDER, follow_stakeholder },
  { relm_exception_request_get_type, RELM_EXCEPTION_REQUEST_STATE, follow_answer },
  { relm_gate_criterion_get_type, RELM_GATE_CRITERION_RULE, follow_rule },
};

/**
 * relm_record_consequences_apply:
 * @record: a record
 * @field: a field of it that was set in the step that is under way
 *
 * Sets in the same step what follows from that: work that is said to be done was finished today, unless it says when, and what is
 * taken up again was not.
 *
 * Returns: whether the document took it
 */
gboolean
relm_record_consequences_apply (RelmDocument *document,
                                RelmRecord *record,
                                guint field,
                                GError **error)
{
  const Step step = { document, record };

  for (guint i = 0; i < G_N_ELEMENTS (consequences); i++)
    if (consequences[i].field == field && G_TYPE_CHECK_INSTANCE_TYPE (record, consequences[i].get_type ()))
      return consequences[i].follow (&step, error);
  return TRUE;
}
