/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-release-proposal.h"
#include "relm-version.h"

#define NEXT_MAX 3    /* of the releases that a cadence plans */
#define CHOSEN_MAX 10 /* of the releases that were made; a roadmap looks ahead */

typedef struct
{
  const char *nick;
  int months;
  int days;
} Cadence;

static const Cadence cadences[] = {
  { "two_weeks", 0, 14 },
  { "four_weeks", 0, 28 },
  { "six_weeks", 0, 42 },
  { "quarterly", 3, 0 },
  { "half_yearly", 6, 0 },
  { "yearly", 12, 0 },
};

static RelmReleaseProposal *
new_proposal (const char *version,
              RelmDate date)
{
  RelmReleaseProposal *self = g_new0 (RelmReleaseProposal, 1);

  self->version = g_strdup (version);
  self->date = date;
  return self;
}

static RelmReleaseProposal *
new_made (const RelmMirrorTag *tag)
{
  RelmReleaseProposal *self = new_proposal (tag->version, relm_date_from_unix (tag->time));

  self->tag = g_strdup (tag->name);
  self->is_prerelease = tag->prerelease;
  return self;
}

/* A version with as many numbers as the one before it has: after 47.1 comes 47.2, not 47.2.0. */
static char *
shorten (const char *version,
         guint n_numbers)
{
  char *text = g_strdup (version);

  for (guint n = 3; n > n_numbers && g_str_has_suffix (text, ".0"); n--)
    text[strlen (text) - strlen (".0")] = '\0';
  return text;
}

static char *
next_of_numbers (const RelmVersion *last)
{
  const guint n = relm_version_get_n_numbers (last);
  g_autoptr (RelmVersion) next = NULL;

  if (relm_version_is_prerelease (last))
    next = relm_version_bump (last, RELM_VERSION_BUMP_RELEASE, NULL, 0);
  else
    next = relm_version_bump (last, n == 1 ? RELM_VERSION_BUMP_MAJOR : RELM_VERSION_BUMP_MINOR, NULL, 0);
  return next != NULL ? shorten (relm_version_get_text (next), n) : NULL;
}

static char *
next_of_calendar (const RelmVersion *last,
                  RelmDate date)
{
  g_autoptr (RelmVersion) next = last != NULL ? relm_version_next_calendar (last, date) : NULL;
  int year, month, day;

  if (next != NULL)
    return g_strdup (relm_version_get_text (next));
  relm_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d.%02d", year, month);
}

/* Returns: (transfer full): what comes after @last, or what begins */
static char *
next_version (const RelmVersion *last,
              const char *version_scheme,
              RelmDate date)
{
  if (g_strcmp0 (version_scheme, "calver") == 0)
    return next_of_calendar (last, date);
  return last != NULL ? next_of_numbers (last) : g_strdup ("0.1.0");
}

static RelmVersion *
parse (const char *text)
{
  RelmVersion *version = relm_version_parse (text);

  return version != NULL ? version : relm_version_parse_tag (text, NULL);
}

/* One; or with a cadence a few, because a calendar is known ahead. The furthest is first. */
static void
propose_next (GPtrArray *proposals,
              const RelmMirrorTag *last,
              const char *version_scheme,
              const char *cadence,
              RelmDate today)
{
  const RelmDate from = last != NULL ? MIN (relm_date_from_unix (last->time), today) : today;
  g_autoptr (RelmVersion) version = last != NULL ? parse (last->version) : NULL;
  RelmDate date = today;

  for (guint i = 0; i < NEXT_MAX; i++)
    {
      const RelmDate due = relm_cadence_get_next (cadence, from, date);
      g_autofree char *text = NULL;
      RelmReleaseProposal *proposal;

      date = due != RELM_DATE_NONE ? due : date;
      text = next_version (version, version_scheme, date);
      if (text == NULL)
        return;
      proposal = new_proposal (text, due);
      proposal->is_chosen = TRUE;
      g_ptr_array_insert (proposals, 0, proposal);
      if (due == RELM_DATE_NONE)
        return;
      g_clear_pointer (&version, relm_version_free);
      version = parse (text);
    }
}

/* Returns: (nullable): what the next release follows; after a pre-release comes its release */
static const RelmMirrorTag *
find_last (GPtrArray *tags)
{
  for (guint i = 0; tags != NULL && i < tags->len; i++)
    if (((RelmMirrorTag *) g_ptr_array_index (tags, i))->version != NULL)
      return g_ptr_array_index (tags, i);
  return NULL;
}

/**
 * relm_release_proposals_make:
 * @tags: (nullable): the tags of a repository, newest first
 * @version_scheme: a nick of the project's version schemes
 * @cadence: (nullable): a nick of the project's cadences
 * @today: what today is
 *
 * Returns: (transfer full) (element-type RelmReleaseProposal): those that come next, the furthest first, and then those
 *   that were made, newest first
 */
GPtrArray *
relm_release_proposals_make (GPtrArray *tags,
                             const char *version_scheme,
                             const char *cadence,
                             RelmDate today)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_release_proposal_free);
  guint n_chosen = 0;

  propose_next (proposals, find_last (tags), version_scheme, cadence, today);
  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      const RelmMirrorTag *tag = g_ptr_array_index (tags, i);
      RelmReleaseProposal *made;

      if (tag->version == NULL)
        continue;
      made = new_made (tag);
      made->is_chosen = !made->is_prerelease && n_chosen++ < CHOSEN_MAX;
      g_ptr_array_add (proposals, made);
    }
  return proposals;
}

/**
 * relm_release_proposals_guess_scheme:
 * @tags: (nullable): the tags of a repository, newest first
 *
 * Returns: (transfer none): the nick of the version scheme that the newest release follows
 */
const char *
relm_release_proposals_guess_scheme (GPtrArray *tags)
{
  const RelmMirrorTag *last = find_last (tags);
  g_autoptr (RelmVersion) version = last != NULL ? relm_version_parse_tag (last->version, NULL) : NULL;

  return version != NULL && relm_version_is_calendar (version) ? "calver" : "semver";
}

/**
 * relm_cadence_get_next:
 * @cadence: (nullable): a nick of the project's cadences
 * @last: when the last release was made, or %RELM_DATE_NONE
 * @today: what today is
 *
 * Counts on from @last in whole periods, so that a project that skipped one stays in step with itself.
 *
 * Returns: the first date after @today on which a release is due; %RELM_DATE_NONE without a cadence
 */
RelmDate
relm_cadence_get_next (const char *cadence,
                       RelmDate last,
                       RelmDate today)
{
  for (guint i = 0; i < G_N_ELEMENTS (cadences); i++)
    if (g_strcmp0 (cadences[i].nick, cadence) == 0)
      {
        const RelmDate from = last != RELM_DATE_NONE ? MIN (last, today) : today;
        RelmDate next = from;

        /* Months are counted from the beginning, so that the 31st does not become the 28th for ever. */
        for (int n = 1; next <= today; n++)
          next = cadences[i].months > 0 ? relm_date_add_months (from, n * cadences[i].months) : next + cadences[i].days;
        return next;
      }
  return RELM_DATE_NONE;
}

/**
 * relm_release_proposal_free:
 */
void
relm_release_proposal_free (RelmReleaseProposal *self)
{
  g_free (self->version);
  g_free (self->tag);
  g_free (self);
}
