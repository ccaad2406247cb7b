/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-gate-check.h"
#include "relm-gate-criterion.h"
#include "relm-gate-tally.h"
#include "relm-gate.h"
#include "relm-milestone.h"
#include "relm-plan.h"
#include "relm-text.h"

typedef struct
{
  const char *nick;
  RelmGateTally tally;         /* of work items; or else of points: */
  GType (*get_type) (void);    /* (nullable) */
  gboolean needs_some;         /* nothing to look at is not enough */
} Rule;

static const Rule rules[] = {
  { "work_done", RELM_GATE_TALLY_WORK, NULL, TRUE },
  { "bugs_done", RELM_GATE_TALLY_BUGS, NULL, FALSE },
  { "tests_done", RELM_GATE_TALLY_TESTS, NULL, TRUE },
  { "docs_done", RELM_GATE_TALLY_DOCS, NULL, TRUE },
  { "nothing_blocked", RELM_GATE_TALLY_BLOCKED, NULL, FALSE },
  { "nothing_overdue", RELM_GATE_TALLY_OVERDUE, NULL, FALSE },
  { "milestones_reached", RELM_GATE_N_TALLIES, relm_milestone_get_type, FALSE },
  { "gates_passed", RELM_GATE_N_TALLIES, relm_gate_get_type, FALSE },
};

/* Returns: (nullable): %NULL when somebody has to say it; also by a rule of a newer version */
static const Rule *
find_rule (RelmRecord *criterion)
{
  const char *nick = relm_record_get_string (criterion, RELM_GATE_CRITERION_RULE);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (rules[i].nick, nick) == 0)
      return &rules[i];
  return NULL;
}

static RelmRecord *
find_scope (RelmProject *project,
            RelmRecord *gate)
{
  RelmRecord *phase = relm_project_resolve (project, gate, RELM_GATE_PHASE);

  return phase != NULL ? phase : relm_plan_get_release (project, gate);
}

/* Milestones or other gates of its release, or of the project, up to its day; all of them when it has none. */
static RelmGateCount
count_points (RelmProject *project,
              RelmRecord *gate,
              GType type)
{
  RelmRecordList *list = relm_project_get_list (project, type);
  RelmRecord *release = relm_plan_get_release (project, gate);
  const RelmDate until = relm_plan_get_own_span (gate).finish;
  RelmGateCount count = { 0 };

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *point = relm_record_list_get (list, i);
      const RelmDate date = relm_plan_get_own_span (point).finish;

      if (point == gate || (release != NULL && relm_plan_get_release (project, point) != release) ||
          (until != RELM_DATE_NONE && (date == RELM_DATE_NONE || date > until)))
        continue;
      count.n_of++;
      count.n_left += relm_plan_is_done (point) ? 0 : 1;
    }
  return count;
}

static RelmGateCount
count (RelmProject *project,
       RelmRecord *criterion,
       const Rule *rule,
       RelmDate today)
{
  RelmRecord *gate = relm_project_resolve (project, criterion, RELM_GATE_CRITERION_GATE);

  if (gate == NULL)
    return (RelmGateCount) { 0 };
  if (rule->get_type != NULL)
    return count_points (project, gate, rule->get_type ());
  return relm_gate_tally_get (project, find_scope (project, gate), rule->tally, today);
}

static gboolean
is_standing (RelmRecord *criterion,
             const char *nick)
{
  return g_strcmp0 (relm_record_get_string (criterion, RELM_GATE_CRITERION_STANDING), nick) == 0;
}

/**
 * relm_criterion_is_automatic:
 * @criterion: a criterion of a gate
 *
 * Returns: whether a rule finds out if it is met
 */
gboolean
relm_criterion_is_automatic (RelmRecord *criterion)
{
  g_return_val_if_fail (RELM_IS_GATE_CRITERION (criterion), FALSE);

  return find_rule (criterion) != NULL;
}

/**
 * relm_criterion_check:
 * @criterion: a criterion of a gate
 * @today: the day to compare with
 *
 * Returns: whether it is met
 */
RelmCriterionStanding
relm_criterion_check (RelmProject *project,
                      RelmRecord *criterion,
                      RelmDate today)
{
  const Rule *rule;
  RelmGateCount counted;

  g_return_val_if_fail (RELM_IS_GATE_CRITERION (criterion), RELM_CRITERION_OPEN);

  if (is_standing (criterion, "waived"))
    return RELM_CRITERION_WAIVED;
  rule = find_rule (criterion);
  if (rule == NULL)
    return is_standing (criterion, "met") ? RELM_CRITERION_MET : RELM_CRITERION_OPEN;
  counted = count (project, criterion, rule, today);
  return counted.n_left == 0 && (counted.n_of > 0 || !rule->needs_some) ? RELM_CRITERION_MET : RELM_CRITERION_OPEN;
}

static char *
dup_left (const Rule *rule,
          const RelmGateCount *counted)
{
  if (rule->get_type == relm_milestone_get_type)
    /* Translators: how many milestones, of how many */
    return g_strdup_printf (_ ("%u of %u not reached"), counted->n_left, counted->n_of);
  if (rule->get_type == relm_gate_get_type)
    /* Translators: how many gates, of how many */
    return g_strdup_printf (_ ("%u of %u not passed"), counted->n_left, counted->n_of);
  if (rule->tally == RELM_GATE_TALLY_BLOCKED)
    /* Translators: how many work items, of how many */
    return g_strdup_printf (_ ("%u of %u blocked"), counted->n_left, counted->n_of);
  if (rule->tally == RELM_GATE_TALLY_OVERDUE)
    /* Translators: how many work items, of how many */
    return g_strdup_printf (_ ("%u of %u overdue"), counted->n_left, counted->n_of);
  /* Translators: how many work items, of how many */
  return g_strdup_printf (_ ("%u of %u not done"), counted->n_left, counted->n_of);
}

/**
 * relm_criterion_dup_reason:
 * @criterion: a criterion of a gate
 * @today: the day to compare with
 *
 * Returns: (transfer full): what a rule found, in words: “2 of 14 not done”; empty where somebody says it
 */
char *
relm_criterion_dup_reason (RelmProject *project,
                           RelmRecord *criterion,
                           RelmDate today)
{
  const Rule *rule;
  RelmGateCount counted;

  g_return_val_if_fail (RELM_IS_GATE_CRITERION (criterion), NULL);

  rule = find_rule (criterion);
  if (rule == NULL)
    return g_strdup ("");
  counted = count (project, criterion, rule, today);
  if (counted.n_left > 0)
    return dup_left (rule, &counted);
  if (counted.n_of > 0)
    /* Translators: how many things a rule looked at, none of which is in the way */
    return g_strdup_printf (_ ("%u looked at"), counted.n_of);
  return g_strdup (rule->needs_some ? _ ("There is none yet") : _ ("There is none"));
}

/**
 * relm_criterion_standing_get_label:
 *
 * Returns: what people call it, translated
 */
const char *
relm_criterion_standing_get_label (RelmCriterionStanding standing)
{
  g_return_val_if_fail (standing <= RELM_CRITERION_WAIVED, NULL);

  return _ (relm_gate_criterion_standings[standing].label);
}

/**
 * relm_gate_list_criteria:
 * @gate: a gate of the project
 *
 * Returns: (transfer container) (element-type RelmRecord): its criteria, in the order of the file; valid until the project changes
 */
GPtrArray *
relm_gate_list_criteria (RelmProject *project,
                         RelmRecord *gate)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_GATE_CRITERION);
  GPtrArray *criteria = g_ptr_array_new ();

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *criterion = relm_record_list_get (list, i);

      if (g_strcmp0 (relm_record_get_string (criterion, RELM_GATE_CRITERION_GATE), relm_record_get_id (gate)) == 0)
        g_ptr_array_add (criteria, criterion);
    }
  return criteria;
}

/**
 * relm_gate_check:
 * @gate: a gate of the project
 * @today: the day to compare with
 *
 * Returns: how many of its criteria are met
 */
RelmGateCheck
relm_gate_check (RelmProject *project,
                 RelmRecord *gate,
                 RelmDate today)
{
  RelmGateCheck self = { 0 };
  guint *const counts[] = {
    [RELM_CRITERION_OPEN] = &self.n_open, [RELM_CRITERION_MET] = &self.n_met, [RELM_CRITERION_WAIVED] = &self.n_waived
  };
  g_autoptr (GPtrArray) criteria = NULL;

  g_return_val_if_fail (RELM_IS_GATE (gate), self);

  criteria = relm_gate_list_criteria (project, gate);
  self.n_criteria = criteria->len;
  for (guint i = 0; i < criteria->len; i++)
    (*counts[relm_criterion_check (project, g_ptr_array_index (criteria, i), today)])++;
  return self;
}

/**
 * relm_gate_check_dup_words:
 *
 * Returns: (transfer full): how many criteria are met: “3 of 5 criteria met, 1 waived”
 */
char *
relm_gate_check_dup_words (const RelmGateCheck *self)
{
  g_autofree char *met = NULL;

  if (self->n_criteria == 0)
    return g_strdup (_ ("No criteria yet"));
  met = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u criterion met", "%u of %u criteria met", self->n_criteria), self->n_met,
                         self->n_criteria);
  if (self->n_waived == 0)
    return g_steal_pointer (&met);
  /* Translators: how many criteria are met, in words, and how many are done without */
  return g_strdup_printf (_ ("%s, %u waived"), met, self->n_waived);
}

/**
 * relm_gate_dup_decision:
 * @gate: a gate of the project
 *
 * Returns: (transfer full) (nullable): what was decided, when and by whom, in words: “Go · 3 May 2027 · Ana”; %NULL when nothing was
 */
char *
relm_gate_dup_decision (RelmProject *project,
                        RelmRecord *gate)
{
  const RelmField *field;
  const char *nick;
  RelmRecord *owner;
  g_autofree char *decision = NULL;
  g_autofree char *date = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (RELM_IS_GATE (gate), NULL);

  field = &relm_record_get_kind (gate)->fields[RELM_GATE_DECISION];
  nick = relm_record_get_string (gate, RELM_GATE_DECISION);
  if (nick == NULL || g_str_equal (nick, "pending"))
    return NULL;
  owner = relm_project_resolve (project, gate, RELM_GATE_OWNER);
  decision = relm_text_display_title (relm_field_get_choice_label (field, nick));
  if (relm_record_get_date (gate, RELM_GATE_DECIDED) != RELM_DATE_NONE)
    date = relm_date_display (relm_record_get_date (gate, RELM_GATE_DECIDED));
  if (owner != NULL)
    name = relm_record_dup_display_title (owner);
  return relm_text_join_facts ((const char *const[]){ decision, date, name }, 3);
}
