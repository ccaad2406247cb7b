/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-proposals-page.h"
#include "relm-release-proposal.h"
#include "relm-text.h"

#define ROWS_MAX 60 /* of releases that were made; older ones are in the changelog all the same */

struct _RelmProposalsPage
{
  AdwPreferencesPage parent_instance;

  GPtrArray *groups;    /* unowned */
  GPtrArray *proposals; /* or NULL */
  gboolean has_repository;
};

G_DEFINE_FINAL_TYPE (RelmProposalsPage, relm_proposals_page, ADW_TYPE_PREFERENCES_PAGE)

static void
toggled_cb (GtkCheckButton *check,
            RelmReleaseProposal *proposal)
{
  proposal->is_chosen = gtk_check_button_get_active (check);
}

static char *
describe (const RelmReleaseProposal *proposal)
{
  g_autofree char *date = proposal->date != RELM_DATE_NONE ? relm_date_display (proposal->date) : NULL;
  g_autofree char *tag = proposal->tag != NULL ? relm_text_display_title (proposal->tag) : NULL;

  if (tag == NULL)
    /* Translators: of a release that is proposed; the placeholder is a date */
    return date != NULL ? g_strdup_printf (_ ("Planned for %s"), date) : g_strdup (_ ("Not planned for a date yet"));
  /* Translators: of a release that was made: a date, and the name of its tag in the repository */
  return date != NULL ? g_strdup_printf (_ ("%s · tag %s"), date, tag) : g_steal_pointer (&tag);
}

static void
add_row (AdwPreferencesGroup *group,
         RelmReleaseProposal *proposal)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *version = relm_text_display_title (proposal->version);
  g_autofree char *subtitle = describe (proposal);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), version);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), proposal->is_chosen);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), proposal);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (RelmProposalsPage *self,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
describe_made (AdwPreferencesGroup *group,
               guint n_made,
               gboolean incomplete)
{
  g_autofree char *text = NULL;

  if (incomplete)
    adw_preferences_group_set_description (
      group, _ ("The clone holds only a part of the history. Run “git fetch --unshallow” in it to have all."));
  else if (n_made == 0)
    adw_preferences_group_set_description (group, _ ("The repository has no tag with a version yet."));
  if (incomplete || n_made <= ROWS_MAX)
    return;
  text = g_strdup_printf (ngettext ("%u older release is not listed. The changelog has it all the same.",
                                    "%u older releases are not listed. The changelog has them all the same.",
                                    n_made - ROWS_MAX),
                          n_made - ROWS_MAX);
  adw_preferences_group_set_description (group, text);
}

static guint
count_next (GPtrArray *proposals)
{
  guint n = 0;

  while (n < proposals->len && ((RelmReleaseProposal *) g_ptr_array_index (proposals, n))->tag == NULL)
    n++;
  return n;
}

static void
add_groups (RelmProposalsPage *self,
            gboolean incomplete)
{
  GPtrArray *proposals = self->proposals;
  const guint n_next = count_next (proposals);
  AdwPreferencesGroup *group = add_group (self, _ ("Next"));

  for (guint i = n_next; i > 0; i--)
    add_row (group, g_ptr_array_index (proposals, i - 1));
  adw_preferences_group_set_description (group, _ ("What is marked is added to the project, and can be changed there."));
  if (!self->has_repository)
    return;
  group = add_group (self, _ ("Released"));
  describe_made (group, proposals->len - n_next, incomplete);
  for (guint i = n_next; i < proposals->len && i < n_next + ROWS_MAX; i++)
    add_row (group, g_ptr_array_index (proposals, i));
}

static void
relm_proposals_page_finalize (GObject *object)
{
  RelmProposalsPage *self = RELM_PROPOSALS_PAGE (object);

  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (relm_proposals_page_parent_class)->finalize (object);
}

static void
relm_proposals_page_class_init (RelmProposalsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_proposals_page_finalize;
}

static void
relm_proposals_page_init (RelmProposalsPage *self)
{
  self->groups = g_ptr_array_new ();
}

/**
 * relm_proposals_page_set_proposals:
 * @proposals: (nullable) (element-type RelmReleaseProposal): those that come next, the furthest first, then those that were
 *   made, newest first
 * @has_repository: whether there is a repository, so that it is of interest what was made
 * @incomplete: whether that repository has only a part of its history
 */
void
relm_proposals_page_set_proposals (RelmProposalsPage *self,
                                   GPtrArray *proposals,
                                   gboolean has_repository,
                                   gboolean incomplete)
{
  g_return_if_fail (RELM_IS_PROPOSALS_PAGE (self));

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self), g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  if (proposals == NULL)
    return;
  self->proposals = g_ptr_array_ref (proposals);
  self->has_repository = has_repository;
  add_groups (self, incomplete);
}
