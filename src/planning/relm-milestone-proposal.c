/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-milestone-proposal.h"
#include "relm-text.h"
#include "relm-tracked-item.h"
#include "relm-version.h"

/**
 * relm_milestone_proposal_free:
 * @self: (nullable) (transfer full): a proposal
 */
void
relm_milestone_proposal_free (RelmMilestoneProposal *self)
{
  if (self == NULL)
    return;
  g_free (self->version);
  g_free (self);
}

/* “v1.2” is 1.2; what is no version is called as it is. */
static char *
dup_version (const char *title,
             gboolean *is_version)
{
  g_autofree char *shown = g_strstrip (relm_text_display (title));
  g_autoptr (RelmVersion) version = relm_version_parse_tag (shown, NULL);

  *is_version = version != NULL;
  return version != NULL ? g_strdup (relm_version_get_text (version)) : g_steal_pointer (&shown);
}

static RelmMilestoneProposal *
find (GPtrArray *proposals,
      const char *version)
{
  for (guint i = 0; i < proposals->len; i++)
    if (g_strcmp0 (((RelmMilestoneProposal *) proposals->pdata[i])->version, version) == 0)
      return proposals->pdata[i];
  return NULL;
}

static void
gather (RelmMilestoneProposal *self,
        const RelmMirrorMilestone *milestone)
{
  const RelmDate start = (RelmDate) milestone->start;

  self->n_milestones++;
  self->is_closed &= milestone->closed != 0;
  self->due = MAX (self->due, (RelmDate) milestone->due);
  if (start != RELM_DATE_NONE)
    self->start = self->start != RELM_DATE_NONE ? MIN (self->start, start) : start;
}

static void
propose (GPtrArray *proposals,
         RelmProject *project,
         const RelmMirrorMilestone *milestone)
{
  gboolean is_version;
  g_autofree char *version = milestone->title != NULL ? dup_version (milestone->title, &is_version) : NULL;
  RelmMilestoneProposal *proposal;

  if (version == NULL || *version == '\0' || relm_tracked_release_find (project, milestone->title) != NULL)
    return;
  proposal = find (proposals, version);
  if (proposal == NULL)
    {
      proposal = g_new0 (RelmMilestoneProposal, 1);
      proposal->version = g_steal_pointer (&version);
      proposal->is_version = is_version;
      proposal->is_closed = TRUE;
      g_ptr_array_add (proposals, proposal);
    }
  gather (proposal, milestone);
}

/* What is still to come first, by its date; what has none last. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const RelmMilestoneProposal *left = *(RelmMilestoneProposal *const *) a, *right = *(RelmMilestoneProposal *const *) b;

  if (left->is_closed != right->is_closed)
    return left->is_closed ? 1 : -1;
  if ((left->due == RELM_DATE_NONE) != (right->due == RELM_DATE_NONE))
    return left->due == RELM_DATE_NONE ? 1 : -1;
  return left->due != right->due ? (left->due < right->due ? -1 : 1) : g_strcmp0 (left->version, right->version);
}

/**
 * relm_milestone_proposals_make:
 * @project: where the releases go
 * @mirrors: (array length=n_mirrors): what its trackers said
 * @n_mirrors: how many
 *
 * Returns: (transfer full) (element-type RelmMilestoneProposal): what is proposed; chosen is what is called like a version and
 *   is not over
 */
GPtrArray *
relm_milestone_proposals_make (RelmProject *project,
                               RelmMirrorTracker *const *mirrors,
                               guint n_mirrors)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_milestone_proposal_free);

  for (guint i = 0; i < n_mirrors; i++)
    {
      g_autoptr (GPtrArray) milestones = relm_mirror_tracker_list (mirrors[i], RELM_MIRROR_MILESTONES, NULL);

      for (guint k = 0; milestones != NULL && k < milestones->len; k++)
        propose (proposals, project, milestones->pdata[k]);
    }
  for (guint i = 0; i < proposals->len; i++)
    {
      RelmMilestoneProposal *proposal = proposals->pdata[i];

      proposal->is_chosen = proposal->is_version && !proposal->is_closed;
    }
  g_ptr_array_sort (proposals, compare);
  return proposals;
}
