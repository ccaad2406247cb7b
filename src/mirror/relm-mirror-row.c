/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-mirror"

#include "config.h"

#include <string.h>

#include "relm-mirror-row-private.h"

typedef enum
{
  COLUMN_TEXT,   /* char *, may be NULL */
  COLUMN_NUMBER, /* gint64 */
  COLUMN_LIST,   /* char **, NULL when empty; kept with a line for each */
} ColumnType;

typedef struct
{
  const char *name;
  ColumnType type;
  gsize offset;
} Column;

typedef struct
{
  const char *name;
  gsize size;
  const Column *columns; /* the first is the key */
} Table;

#define TEXT(Type, member) { #member, COLUMN_TEXT, G_STRUCT_OFFSET (Type, member) }
#define NUMBER(Type, member) { #member, COLUMN_NUMBER, G_STRUCT_OFFSET (Type, member) }
#define LIST(Type, member) { #member, COLUMN_LIST, G_STRUCT_OFFSET (Type, member) }

static const Column item_columns[] = {
  TEXT (RelmMirrorItem, key),
  NUMBER (RelmMirrorItem, kind),
  NUMBER (RelmMirrorItem, state),
  TEXT (RelmMirrorItem, raw_state),
  TEXT (RelmMirrorItem, type),
  TEXT (RelmMirrorItem, priority),
  TEXT (RelmMirrorItem, title),
  TEXT (RelmMirrorItem, author),
  LIST (RelmMirrorItem, assignees),
  LIST (RelmMirrorItem, labels),
  TEXT (RelmMirrorItem, milestone),
  NUMBER (RelmMirrorItem, created),
  NUMBER (RelmMirrorItem, updated),
  NUMBER (RelmMirrorItem, closed),
  NUMBER (RelmMirrorItem, due),
  TEXT (RelmMirrorItem, url),
  TEXT (RelmMirrorItem, merge_commit),
  TEXT (RelmMirrorItem, branch),
  LIST (RelmMirrorItem, closes),
  { NULL },
};

static const Column milestone_columns[] = {
  TEXT (RelmMirrorMilestone, key),
  TEXT (RelmMirrorMilestone, title),
  NUMBER (RelmMirrorMilestone, closed),
  NUMBER (RelmMirrorMilestone, start),
  NUMBER (RelmMirrorMilestone, due),
  NUMBER (RelmMirrorMilestone, updated),
  TEXT (RelmMirrorMilestone, description),
  TEXT (RelmMirrorMilestone, url),
  { NULL },
};

static const Column publication_columns[] = {
  TEXT (RelmMirrorPublication, key),
  TEXT (RelmMirrorPublication, name),
  NUMBER (RelmMirrorPublication, published),
  NUMBER (RelmMirrorPublication, draft),
  NUMBER (RelmMirrorPublication, prerelease),
  TEXT (RelmMirrorPublication, url),
  LIST (RelmMirrorPublication, milestones),
  { NULL },
};

static const Column label_columns[] = {
  TEXT (RelmMirrorLabel, key),
  TEXT (RelmMirrorLabel, colour),
  TEXT (RelmMirrorLabel, description),
  { NULL },
};

static const Column person_columns[] = {
  TEXT (RelmMirrorPerson, key),
  TEXT (RelmMirrorPerson, name),
  TEXT (RelmMirrorPerson, url),
  { NULL },
};

static const Table tables[] = {
  [RELM_MIRROR_ITEMS] = { "items", sizeof (RelmMirrorItem), item_columns },
  [RELM_MIRROR_MILESTONES] = { "milestones", sizeof (RelmMirrorMilestone), milestone_columns },
  [RELM_MIRROR_PUBLICATIONS] = { "publications", sizeof (RelmMirrorPublication), publication_columns },
  [RELM_MIRROR_LABELS] = { "labels", sizeof (RelmMirrorLabel), label_columns },
  [RELM_MIRROR_PEOPLE] = { "people", sizeof (RelmMirrorPerson), person_columns },
};

/**
 * relm_mirror_row_new:
 * @kind: which struct
 *
 * Returns: (transfer full): one of them with nothing in it, and no dates
 */
gpointer
relm_mirror_row_new (RelmMirrorRowKind kind)
{
  return g_malloc0 (tables[kind].size);
}

/**
 * relm_mirror_row_free:
 * @kind: which struct it is
 * @row: (nullable) (transfer full): a row
 */
void
relm_mirror_row_free (RelmMirrorRowKind kind,
                      gpointer row)
{
  if (row == NULL)
    return;
  for (const Column *column = tables[kind].columns; column->name != NULL; column++)
    {
      if (column->type == COLUMN_TEXT)
        g_free (G_STRUCT_MEMBER (char *, row, column->offset));
      if (column->type == COLUMN_LIST)
        g_strfreev (G_STRUCT_MEMBER (char **, row, column->offset));
    }
  g_free (row);
}

#define DEFINE_FREE(name, KIND)                                                                                        \
  static void name (gpointer row)                                                                                      \
  {                                                                                                                    \
    relm_mirror_row_free (KIND, row);                                                                                  \
  }

DEFINE_FREE (free_item, RELM_MIRROR_ITEMS)
DEFINE_FREE (free_milestone, RELM_MIRROR_MILESTONES)
DEFINE_FREE (free_publication, RELM_MIRROR_PUBLICATIONS)
DEFINE_FREE (free_label, RELM_MIRROR_LABELS)
DEFINE_FREE (free_person, RELM_MIRROR_PEOPLE)

/**
 * relm_mirror_row_array_new:
 * @kind: which struct
 *
 * Returns: (transfer full): an empty array that owns its rows
 */
GPtrArray *
relm_mirror_row_array_new (RelmMirrorRowKind kind)
{
  static const GDestroyNotify frees[] = { free_item, free_milestone, free_publication, free_label, free_person };

  return g_ptr_array_new_with_free_func (frees[kind]);
}

/**
 * relm_mirror_row_get_key:
 * @row: a row of any kind
 *
 * Returns: (nullable): what is its own in its source
 */
const char *
relm_mirror_row_get_key (gconstpointer row)
{
  return *(char *const *) row; /* the first member of each of them */
}

/**
 * relm_mirror_row_get_table:
 * @kind: which struct
 *
 * Returns: the name of their table
 */
const char *
relm_mirror_row_get_table (RelmMirrorRowKind kind)
{
  return tables[kind].name;
}

/**
 * relm_mirror_row_append_table:
 * @kind: which struct
 * @sql: gets the statement that makes their table
 */
void
relm_mirror_row_append_table (RelmMirrorRowKind kind,
                              GString *sql)
{
  const Table *table = &tables[kind];

  g_string_append_printf (sql, "CREATE TABLE %s (", table->name);
  for (const Column *column = table->columns; column->name != NULL; column++)
    g_string_append_printf (sql, "%s%s %s%s", column == table->columns ? "" : ", ", column->name,
                            column->type == COLUMN_NUMBER ? "INTEGER NOT NULL" : "TEXT",
                            column == table->columns ? " NOT NULL UNIQUE" : "");
  g_string_append (sql, ");");
}

/**
 * relm_mirror_row_dup_replace:
 * @kind: which struct
 *
 * Returns: (transfer full): the statement that stores one
 */
char *
relm_mirror_row_dup_replace (RelmMirrorRowKind kind)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s VALUES (?", tables[kind].name);
  for (const Column *column = tables[kind].columns + 1; column->name != NULL; column++)
    g_string_append (sql, ", ?");
  g_string_append (sql, ") ON CONFLICT (key) DO UPDATE SET ");
  for (const Column *column = tables[kind].columns; column->name != NULL; column++)
    g_string_append_printf (sql, "%s%s = excluded.%s", column == tables[kind].columns ? "" : ", ", column->name, column->name);
  return g_string_free_and_steal (sql);
}

/**
 * relm_mirror_row_dup_select:
 * @kind: which struct
 * @tail: what follows the table: “WHERE …”, “ORDER BY …”
 *
 * Returns: (transfer full): the statement whose results relm_mirror_row_read() reads
 */
char *
relm_mirror_row_dup_select (RelmMirrorRowKind kind,
                            const char *tail)
{
  GString *sql = g_string_new ("SELECT ");

  for (const Column *column = tables[kind].columns; column->name != NULL; column++)
    g_string_append_printf (sql, "%s%s", column == tables[kind].columns ? "" : ", ", column->name);
  g_string_append_printf (sql, " FROM %s %s", tables[kind].name, tail);
  return g_string_free_and_steal (sql);
}

/* Cut where it is too long, but not in the middle of a character. */
static void
bind_text (sqlite3_stmt *statement,
           int index,
           const char *text)
{
  gsize length = strlen (text);

  if (length > RELM_MIRROR_TEXT_MAX)
    length = (gsize) (g_utf8_find_prev_char (text, text + RELM_MIRROR_TEXT_MAX + 1) - text);
  sqlite3_bind_text64 (statement, index, text, length, SQLITE_STATIC, SQLITE_UTF8);
}

static void
bind_list (sqlite3_stmt *statement,
           int index,
           const char *const *list)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; list[i] != NULL; i++)
    {
      const gsize begin = lines->len;

      g_string_append (lines, list[i]);
      if (strchr (list[i], '\n') != NULL)
        g_strdelimit (lines->str + begin, "\n", ' ');
      g_string_append_c (lines, '\n');
    }
  if (lines->len > 1)
    {
      const gsize length = lines->len - 1;

      sqlite3_bind_text64 (statement, index, g_string_free_and_steal (lines), length, g_free, SQLITE_UTF8);
    }
  else
    g_string_free (lines, TRUE);
}

/**
 * relm_mirror_row_bind:
 * @kind: which struct it is
 * @row: a row, which must stay until the bindings are cleared: its texts are not copied
 * @statement: what relm_mirror_row_dup_replace() said, without bindings: nothing is bound for what there is none of
 */
void
relm_mirror_row_bind (RelmMirrorRowKind kind,
                      gconstpointer row,
                      sqlite3_stmt *statement)
{
  int index = 1;

  for (const Column *column = tables[kind].columns; column->name != NULL; column++, index++)
    {
      const gconstpointer value = column->type != COLUMN_NUMBER ? G_STRUCT_MEMBER (gpointer, row, column->offset) : NULL;

      switch (column->type)
        {
        case COLUMN_TEXT:
          if (value != NULL)
            bind_text (statement, index, value);
          break;
        case COLUMN_NUMBER:
          sqlite3_bind_int64 (statement, index, G_STRUCT_MEMBER (gint64, row, column->offset));
          break;
        case COLUMN_LIST:
          if (value != NULL)
            bind_list (statement, index, value);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/**
 * relm_mirror_row_read:
 * @kind: which struct
 * @statement: what relm_mirror_row_dup_select() said, on a result
 *
 * Returns: (transfer full): the row
 */
gpointer
relm_mirror_row_read (RelmMirrorRowKind kind,
                      sqlite3_stmt *statement)
{
  gpointer row = g_malloc0 (tables[kind].size);
  int index = 0;

  for (const Column *column = tables[kind].columns; column->name != NULL; column++, index++)
    {
      const char *text = column->type == COLUMN_NUMBER ? NULL : (const char *) sqlite3_column_text (statement, index);

      if (column->type == COLUMN_NUMBER)
        G_STRUCT_MEMBER (gint64, row, column->offset) = sqlite3_column_int64 (statement, index);
      else if (column->type == COLUMN_TEXT)
        G_STRUCT_MEMBER (char *, row, column->offset) = g_strdup (text);
      else
        G_STRUCT_MEMBER (char **, row, column->offset) = text != NULL ? g_strsplit (text, "\n", -1) : NULL;
    }
  return row;
}
