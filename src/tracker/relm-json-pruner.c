/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <string.h>

#include "relm-json-pruner.h"

/* All that is asked for, of any service; relm-json-members.c asserts that nothing else is. */
static const char *const kept[] = {
  "_links", "accountId", "archived", "assigned_to", "assignee", "assignees", "author", "base", "body", "category", "closed",
  "closed_as_duplicate_of", "closed_at", "closed_on", "color", "created", "created_at", "created_on", "description", "displayName",
  "done_ratio", "draft", "due_date", "due_on", "duedate", "emailAddress", "fields", "fixVersions", "fixed_version", "full_name",
  "html_url", "id", "iid", "isLast", "is_closed", "issue_categories", "issue_type", "issues", "issuetype", "key", "labels", "limit",
  "login", "memberships", "merge_commit_sha", "merged", "merged_at", "milestone", "milestones", "moved_to_id", "name",
  "nextPageToken", "number", "offset", "prerelease", "priority", "published_at", "pull_request", "ref", "releaseDate", "released",
  "released_at", "reporter", "resolution", "resolutiondate", "self", "severity", "sha", "squash_commit_sha", "startAt", "startDate",
  "start_date", "state", "state_reason", "status", "statusCategory", "subject", "summary", "tag_name", "target_branch", "title",
  "total", "total_count", "tracker", "type", "upcoming_release", "updated", "updated_at", "updated_on", "user", "username",
  "versions", "web_url",
};

#define BYTE_ORDER_MARK "\xef\xbb\xbf" /* which some servers send, although RFC 8259 says that none should */

/* Names by their length, the first of which is at the length before; the last length has none. */
#define LENGTH_MAX 24
static guint8 sorted[G_N_ELEMENTS (kept)];
static guint8 begins[LENGTH_MAX + 2];

typedef struct
{
  const char *in;
  char *out; /* never before “in” */
  guint depth;
  guint depth_max;
} Pruner;

static void
sort_names (void)
{
  guint n = 0;

  for (gsize length = 0; length <= LENGTH_MAX; length++)
    {
      begins[length] = (guint8) n;
      for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
        if (strlen (kept[i]) == length)
          sorted[n++] = (guint8) i;
    }
  begins[LENGTH_MAX + 1] = (guint8) n;
  g_assert (n == G_N_ELEMENTS (kept));
}

static void
sort_names_once (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      sort_names ();
      g_once_init_leave (&once, 1);
    }
}

static gboolean
is_kept (const char *name,
         gsize length)
{
  if (length > LENGTH_MAX)
    return FALSE;
  for (guint i = begins[length]; i < begins[length + 1]; i++)
    if (memcmp (kept[sorted[i]], name, length) == 0)
      return TRUE;
  return FALSE;
}

/**
 * relm_json_pruner_keeps:
 * @member: the name of a member
 * @length: of it, in bytes
 *
 * Returns: whether it is one that is still there afterwards
 */
gboolean
relm_json_pruner_keeps (const char *member,
                        gsize length)
{
  sort_names_once ();
  return is_kept (member, length);
}

static gboolean prune_value (Pruner *self,
                             gboolean keep);

static void
skip_space (Pruner *self)
{
  while (*self->in == ' ' || *self->in == '\n' || *self->in == '\t' || *self->in == '\r')
    self->in++;
}

static void
emit (Pruner *self,
      const char *begin,
      gboolean keep)
{
  const gsize length = (gsize) (self->in - begin);

  if (!keep)
    return;
  memmove (self->out, begin, length);
  self->out += length;
}

static void
emit_char (Pruner *self,
           char c,
           gboolean keep)
{
  if (keep)
    *self->out++ = c;
}

static gboolean
skip_string (Pruner *self)
{
  const char *at = self->in;

  if (*at++ != '"')
    return FALSE;
  for (;;)
    {
      while (*at != '"' && *at != '\\' && *at != '\0')
        at++;
      if (*at == '\0' || (*at == '\\' && at[1] == '\0'))
        return FALSE;
      if (*at == '"')
        break;
      at += 2;
    }
  self->in = at + 1;
  return TRUE;
}

/* After a value: whether another one follows; what is neither that nor the end is noticed when it is read. */
static gboolean
goes_on (Pruner *self)
{
  skip_space (self);
  if (*self->in != ',')
    return FALSE;
  self->in++;
  skip_space (self);
  return TRUE;
}

/* Returns: FALSE when it does not end where it should */
static gboolean
prune_members (Pruner *self,
               gboolean keep)
{
  gboolean first = TRUE;

  do
    {
      const char *begin = self->in;
      gboolean keep_member;

      if (!skip_string (self))
        return FALSE;
      keep_member = keep && is_kept (begin + 1, (gsize) (self->in - begin) - 2);
      emit_char (self, ',', keep_member && !first);
      emit (self, begin, keep_member);
      skip_space (self);
      if (*self->in++ != ':')
        return FALSE;
      emit_char (self, ':', keep_member);
      if (!prune_value (self, keep_member))
        return FALSE;
      first = first && !keep_member;
    }
  while (goes_on (self));
  return TRUE;
}

static gboolean
prune_elements (Pruner *self,
                gboolean keep)
{
  gboolean first = TRUE;

  do
    {
      emit_char (self, ',', keep && !first);
      first = FALSE;
      if (!prune_value (self, keep))
        return FALSE;
    }
  while (goes_on (self));
  return TRUE;
}

static gboolean
prune_container (Pruner *self,
                 gboolean keep)
{
  const char open = *self->in++;
  const char close = open == '{' ? '}' : ']';

  if (++self->depth > self->depth_max)
    return FALSE;
  emit_char (self, open, keep);
  skip_space (self);
  if (*self->in != close && !(open == '{' ? prune_members (self, keep) : prune_elements (self, keep)))
    return FALSE;
  if (*self->in != close)
    return FALSE;
  self->in++;
  emit_char (self, close, keep);
  self->depth--;
  return TRUE;
}

/* A number, or a word; which of those there are is not known here. */
static gboolean
skip_word (Pruner *self)
{
  const char *begin = self->in;

  while (g_ascii_isalnum (*self->in) || *self->in == '-' || *self->in == '+' || *self->in == '.')
    self->in++;
  return self->in > begin;
}

static gboolean
prune_value (Pruner *self,
             gboolean keep)
{
  const char *begin;

  skip_space (self);
  begin = self->in;
  if (*begin == '{' || *begin == '[')
    return prune_container (self, keep);
  if (!(*begin == '"' ? skip_string (self) : skip_word (self)))
    return FALSE;
  emit (self, begin, keep);
  return TRUE;
}

/**
 * relm_json_pruner_prune:
 * @text: (inout): JSON in UTF-8, which becomes shorter
 * @depth_max: so deep it may be nested, for it is read by calls within calls
 *
 * What is taken out is only looked at for where it ends.
 *
 * Returns: whether it is whole and not too deep; else nobody should read it
 */
gboolean
relm_json_pruner_prune (char *text,
                        guint depth_max)
{
  Pruner self = { .in = text, .out = text, .depth_max = depth_max };

  sort_names_once ();
  if (g_str_has_prefix (text, BYTE_ORDER_MARK))
    self.in += strlen (BYTE_ORDER_MARK);
  if (!prune_value (&self, TRUE))
    return FALSE;
  skip_space (&self);
  if (*self.in != '\0')
    return FALSE;
  *self.out = '\0';
  return TRUE;
}
