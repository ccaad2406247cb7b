/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-new-project.h"
#include "relm-release.h"
#include "relm-release-proposal.h"
#include "relm-repository-location.h"
#include "relm-source.h"
#include "relm-text.h"

/* What a field does not take is left out: the person sees the project next, and it can be written there. */
static void
set (RelmDocument *document,
     RelmRecord *record,
     guint field,
     const char *text)
{
  if (text != NULL && !relm_text_is_blank (text))
    relm_document_set_string (document, record, field, text, NULL);
}

static void
add_source (RelmDocument *document,
            const RelmNewProject *answers)
{
  g_autofree char *name = relm_repository_location_dup_name (answers->location);
  RelmRecord *source = relm_document_add (document, RELM_TYPE_SOURCE, 0);

  set (document, source, RELM_SOURCE_NAME, name != NULL ? name : answers->name);
  if (relm_record_get_string (source, RELM_SOURCE_NAME) == NULL)
    set (document, source, RELM_SOURCE_NAME, _ ("Repository"));
  set (document, source, RELM_SOURCE_LOCATION, answers->location);
}

static void
add_release (RelmDocument *document,
             const RelmReleaseProposal *proposal)
{
  const guint n = relm_record_list_get_size (relm_project_get_list (relm_document_get_project (document), RELM_TYPE_RELEASE));
  RelmRecord *release = relm_document_add (document, RELM_TYPE_RELEASE, n);

  set (document, release, RELM_RELEASE_VERSION, proposal->version);
  set (document, release, RELM_RELEASE_TAG, proposal->tag);
  if (proposal->tag != NULL)
    set (document, release, RELM_RELEASE_STATE, "released");
  relm_document_set_date (document, release, proposal->tag != NULL ? RELM_RELEASE_ACTUAL : RELM_RELEASE_PLANNED,
                          proposal->date, NULL);
}

/**
 * relm_new_project_create:
 * @answers: what a person said
 *
 * Returns: (transfer full): a document that was not saved yet
 */
RelmDocument *
relm_new_project_create (const RelmNewProject *answers)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmDocument *document = relm_document_new (project);

  relm_document_edit_begin (document, _ ("New Project"));
  set (document, RELM_RECORD (project), RELM_PROJECT_NAME, answers->name);
  set (document, RELM_RECORD (project), RELM_PROJECT_VERSION_SCHEME, answers->version_scheme);
  set (document, RELM_RECORD (project), RELM_PROJECT_CADENCE, answers->cadence);
  if (answers->location != NULL && !relm_text_is_blank (answers->location))
    add_source (document, answers);
  /* In the file releases are in the order in which they are made. */
  for (guint i = answers->proposals != NULL ? answers->proposals->len : 0; i > 0; i--)
    {
      const RelmReleaseProposal *proposal = g_ptr_array_index (answers->proposals, i - 1);

      if (proposal->is_chosen)
        add_release (document, proposal);
    }
  relm_document_edit_end (document);
  return document;
}
