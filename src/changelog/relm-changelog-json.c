/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-changelog"

#include "config.h"

#include "relm-changelog-render.h"

/* Text as a JSON string (RFC 8259, section 7), made valid first. */
static void
append_string (GString *json,
               const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }
  valid = g_utf8_make_valid (text, -1);
  g_string_append_c (json, '"');
  for (const char *p = valid; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (json, "\\%c", *p);
    else if (*p == '\n')
      g_string_append (json, "\\n");
    else if ((guchar) *p < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) *p);
    else
      g_string_append_c (json, *p);
  g_string_append_c (json, '"');
}

static void
append_member (GString *json,
               const char *indent,
               const char *name,
               const char *value)
{
  g_string_append_printf (json, "%s\"%s\": ", indent, name);
  append_string (json, value);
  g_string_append (json, ",\n");
}

static void
append_strings (GString *json,
                const char *const *strings)
{
  g_string_append_c (json, '[');
  for (guint i = 0; strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      append_string (json, strings[i]);
    }
  g_string_append_c (json, ']');
}

static void
append_entry (GString *json,
              RelmChangelogEntry *entry)
{
  const char *indent = "              ";

  g_string_append (json, "            {\n");
  append_member (json, indent, "summary", relm_changelog_entry_get_summary (entry));
  append_member (json, indent, "kind", relm_changelog_kind_get_nick (relm_changelog_entry_get_kind (entry)));
  append_member (json, indent, "scope", relm_changelog_entry_get_scope (entry));
  g_string_append_printf (json, "%s\"breaking\": %s,\n", indent,
                          relm_changelog_entry_get_breaking (entry) ? "true" : "false");
  append_member (json, indent, "note", relm_changelog_entry_get_note (entry));
  append_member (json, indent, "author", relm_changelog_entry_get_author (entry));
  g_string_append_printf (json, "%s\"curated\": %s,\n", indent,
                          relm_changelog_entry_get_record (entry) != NULL ? "true" : "false");
  g_string_append_printf (json, "%s\"components\": ", indent);
  append_strings (json, relm_changelog_entry_get_components (entry));
  g_string_append_printf (json, ",\n%s\"commits\": ", indent);
  append_strings (json, relm_changelog_entry_get_oids (entry));
  g_string_append_printf (json, ",\n%s\"references\": ", indent);
  append_strings (json, relm_changelog_entry_get_references (entry));
  g_string_append (json, "\n            }");
}

static void
append_section (GString *json,
                RelmChangelogSection *section)
{
  g_string_append (json, "        {\n");
  append_member (json, "          ", "kind", relm_changelog_section_get_nick (section));
  g_string_append (json, "          \"entries\": [\n");
  for (guint i = 0; i < relm_changelog_section_get_size (section); i++)
    {
      append_entry (json, relm_changelog_section_get (section, i));
      g_string_append (json, i + 1 < relm_changelog_section_get_size (section) ? ",\n" : "\n");
    }
  g_string_append (json, "          ]\n        }");
}

static void
append_contributors (GString *json,
                     GPtrArray *contributors)
{
  for (guint i = 0; contributors != NULL && i < contributors->len; i++)
    {
      const RelmContributor *contributor = contributors->pdata[i];

      g_string_append (json, i > 0 ? ",\n        { \"name\": " : "\n        { \"name\": ");
      append_string (json, contributor->name);
      g_string_append_printf (json, ", \"commits\": %u }", contributor->n_commits);
    }
  if (contributors != NULL && contributors->len > 0)
    g_string_append (json, "\n      ");
}

static void
append_release (GString *json,
                RelmChangelogRelease *release)
{
  const char *indent = "      ";
  g_autofree char *date = relm_date_format (relm_changelog_release_get_date (release));
  guint n_sections = relm_changelog_release_get_n_sections (release);
  const RelmChangelogContents *contents = relm_changelog_release_get_contents (release);

  g_string_append (json, "    {\n");
  append_member (json, indent, "version", relm_changelog_release_get_version (release));
  append_member (json, indent, "tag", relm_changelog_release_get_tag (release));
  append_member (json, indent, "previous_tag", relm_changelog_release_get_previous_tag (release));
  append_member (json, indent, "date", *date != '\0' ? date : NULL);
  g_string_append_printf (json, "%s\"prerelease\": %s,\n%s\"n_commits\": %u,\n", indent,
                          relm_changelog_release_is_prerelease (release) ? "true" : "false", indent,
                          relm_changelog_release_get_n_commits (release));
  if (contents != NULL && contents->n_outside > 0)
    g_string_append_printf (json, "%s\"n_outside\": %u,\n", indent, contents->n_outside);
  g_string_append_printf (json, "%s\"sections\": [", indent);
  for (guint i = 0; i < n_sections; i++)
    {
      g_string_append (json, i > 0 ? ",\n" : "\n");
      append_section (json, relm_changelog_release_get_section (release, i));
    }
  g_string_append (json, n_sections > 0 ? "\n      ],\n" : "],\n");
  g_string_append_printf (json, "%s\"contributors\": [", indent);
  append_contributors (json, contents != NULL ? contents->contributors : NULL);
  g_string_append (json, "]\n    }");
}

/**
 * relm_changelog_to_json:
 * @only: (nullable): the only release to render
 *
 * The members and their order are stable; later versions only add some.
 *
 * Returns: (transfer full): JSON, UTF-8, ends with a newline
 */
char *
relm_changelog_to_json (RelmChangelog *self,
                        RelmChangelogRelease *only)
{
  GString *json = g_string_new ("{\n  \"format\": 1,\n  \"releases\": [");
  guint n_releases = only != NULL ? 1 : relm_changelog_get_n_releases (self);

  for (guint i = 0; i < n_releases; i++)
    {
      g_string_append (json, i > 0 ? ",\n" : "\n");
      append_release (json, only != NULL ? only : relm_changelog_get_release (self, i));
    }
  g_string_append (json, n_releases > 0 ? "\n  ]\n}\n" : "]\n}\n");
  return g_string_free (json, FALSE);
}
